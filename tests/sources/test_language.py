import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.model import Article
from khabar.sources import Options, Refusal, open_sources
from khabar.sources.language import language_of

ARABIC = "قال رئيس بلدية المدينة الساحلية إن المجلس وافق على توسعة الميناء القديم، وإن العمل يبدأ في الربيع المقبل."
PERSIAN = "وزیر امور خارجه کشور در سفر خود با همتای خود دیدار کرد و درباره روابط دو کشور گفتگو شد، این دیدار از اهمیت زیادی برخوردار است."
PERSIAN_PLAIN = "دولت اعلام کرد که این طرح از ماه آینده در تمام استان ها اجرا می شود و مردم باید در آن شرکت کنند."
URDU = "وزیراعظم نے کہا ہے کہ حکومت عوام کے مسائل حل کرنے کے لیے ہر ممکن اقدام کرے گی اور اس میں کوئی تاخیر نہیں ہوگی۔"
SORANI = "سەرۆکی هەرێمی کوردستان لە هەولێر پێشوازی لە شاندێکی بازرگانی کرد و باسی پەیوەندییەکانی هەردوولایان کرد."
PASHTO = "د ولسمشر ویاند وویل چې د دواړو هېوادونو ترمنځ خبرې اترې به په راتلونکې اونۍ کې د پلازمېنې په ښار کې پیل شي."
ENGLISH = "The mayor said that the council had agreed to widen the old harbour, and that work would begin next spring."
EGYPTIAN = "احنا مش عايزين مشاكل، اللي حصل ده كان غلط، وعشان كده الريس قال النهارده انه هيقابل الناس دي كلها بكره."
LEVANTINE = "شو بدك تعمل هلق؟ نحنا هون من مبارح وما حدا حكى معنا شي، وهيك الناس كتير زعلانة وبدها تفهم ليش صار متل هيك."
MOROCCAN = "واش هاد القرار ديال الحكومة غادي يبدل شي حاجة؟ الناس ديالنا بزاف عليهم هادشي، ودابا كاين غير الصبر."
IRAQI = "شنو هالحچي؟ اكو ناس هواي تريد تشتغل وماكو شغل، هسه شلون نعيش؟ اني من باچر وياه اروح."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ARABIC, "ar"), (PERSIAN, "fa"), (PERSIAN_PLAIN, "fa"), (URDU, "ur"), (SORANI, "ckb"), (PASHTO, "ps"), (ENGLISH, "other"), (EGYPTIAN, "arz"), (LEVANTINE, "apc"),
        (MOROCCAN, "ary"), (IRAQI, "acm"), ("", "und"), ("2024", "und"), ("خبر عاجل", "und"), (ARABIC.replace("ك", "ک").replace("ي", "ی"), "ar"),
        (f"{ARABIC}\n\n{ARABIC}\n\n{ENGLISH}", "ar"), (f"{ENGLISH}\n\n{ENGLISH}\n\n{ARABIC}", "mul"), (f"{PERSIAN}\n\n{PERSIAN}\n\n{PERSIAN}\n\n{PERSIAN}\n\n{PERSIAN}\n\nقال الوزير إن هذا لن يحدث أبدا.", "fa"),
        (f"{ARABIC}\n\n{ARABIC}\n\nوقال سائق: «احنا مش عارفين ايه اللي حصل».", "ar"), ("قال المتحدث باسم شركة Google إن تطبيق Gemini صار متاحا في الدول العربية كلها.", "ar"),
        ("زار باستور قرية في غوجارات ثم سافر إلى بيشاور ولاهور وكراتشي مع وفد من الصحفيين العرب.", "ar"),
    ],
)
def test_languages_are_told_apart(text: str, code: str) -> None:
    assert language_of(text).code == code


def test_what_is_not_arabic_is_refused_and_a_dialect_named(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for name, text in (("a", ARABIC), ("b", PERSIAN), ("c", EGYPTIAN), ("d", f"{ENGLISH}\n\n{ENGLISH}\n\n{ARABIC}")):
        (tmp_path / name).write_text(text, "utf-8")
    found = list(open_sources([str(tmp_path)], Options()))
    assert [o.language if isinstance(o, Article) else (o.cause, o.message.rsplit(" ", 1)[1]) for o in found] == ["ar", ("language", "(fa)"), "arz", ("language", "(mul)")]
    assert [o.language for o in open_sources([str(tmp_path)], Options(languages="any")) if not isinstance(o, Refusal)] == ["ar", "fa", "arz", "mul"]


@given(st.text(max_size=300))
def test_any_text_has_a_language(text: str) -> None:
    found = language_of(text)
    assert 0.0 <= found.arabic <= 1.0 and found.code

import pytest

from khabar.lexicon.files import tsv_rows
from khabar.lexicon.verbs import VerbForm, conjugate, conjugate_before_suffix, participles
from khabar.text.fold import fold_word

# perfect, imperfect: person and tense (p, i, j), ! for a passive, with its spellings as newspapers print them.
FORMS = {
    ("أعلن", "يعلن"): "3ms.p أعلن 3fs.p أعلنت 3mp.p أعلنوا 3md.p أعلنا 3fd.p أعلنتا"
    " 1p.p أعلنا 3mp.i يعلنون 3mp.j يعلنوا 3fd.i تعلنان 1s.i أعلن",
    ("التقى", "يلتقي"): "3ms.p التقى 3fs.p التقت 3mp.p التقوا 3md.p التقيا 3fd.p التقتا"
    " 1p.p التقينا 3ms.i يلتقي 3mp.i يلتقون 3ms.j يلتق 3md.j يلتقيا",
    ("دعا", "يدعو"): "3ms.p دعا 3fs.p دعت 1p.p دعونا 3fs.i تدعو 3mp.i يدعون 3ms.j يدع 3md.i يدعوان !3ms.p دعي !3fs.p دعيت !3ms.i يدعى",
    ("بقي", "يبقى"): "3fs.p بقيت 3mp.p بقوا 3mp.i يبقون 3ms.j يبق 3md.i يبقيان",
    ("أجرى", "يجري"): "3ms.p أجرى 3fs.p أجرت 3mp.p أجروا !3fs.p أجريت 3ms.j يجر",
    ("رأى", "يرى"): "3fs.p رأت 3mp.p رأوا 1s.p رأيت 3mp.i يرون 3ms.j ير",
    ("أحيا", "يحيي"): "3fs.p أحيت 3mp.p أحيوا 3mp.i يحيون !3fs.p أحييت",
    ("قال", "يقول"): "3fs.p قالت 1s.p قلت 3ms.j يقل 3mp.j يقولوا !3ms.p قيل !3ms.i يقال",
    ("أقام", "يقيم"): "3fs.p أقامت 1p.p أقمنا 3ms.j يقم !3ms.p أقيم !3fs.p أقيمت !3fs.i تقام",
    ("اختار", "يختار"): "3mp.p اختاروا 1s.p اخترت 3fs.j تختر !3ms.p اختير",
    ("كان", "يكون"): "1p.p كنا 3ms.j يكن",
    ("رد", "يرد"): "3fs.p ردت 3mp.p ردوا 3fp.p رددن 1s.p رددت 3fp.i يرددن",
    ("احتل", "يحتل"): "3fs.p احتلت 1p.p احتللنا",
    ("انضم", "ينضم"): "3mp.p انضموا 1s.p انضممت",
    ("استمر", "يستمر"): "3fs.p استمرت 1p.p استمررنا",
    ("استند", "يستند"): "1p.p استندنا",
    ("اتفق", "يتفق"): "3mp.p اتفقوا 1p.p اتفقنا",
    ("أعد", "يعد"): "3fs.p أعدت 1s.p أعددت",
    ("بدأ", "يبدأ"): "3fs.p بدأت 3mp.p بدأوا 3mp.p بدؤوا 3mp.p بدءوا 3mp.i يبدؤون 3mp.i يبدأون 3mp.j يبدأوا 3md.i يبدآن !3ms.p بدئ",
    ("أنشأ", "ينشئ"): "3fs.p أنشأت 3mp.i ينشئون !3ms.p أنشئ !3fs.p أنشئت !3ms.i ينشأ",
    ("جاء", "يجيء"): "3fs.p جاءت 3mp.p جاؤوا 3mp.p جاءوا 1s.p جئت 3mp.i يجيئون 3ms.j يجئ",
    ("شاء", "يشاء"): "3mp.i يشاؤون 3ms.j يشأ",
    ("أخذ", "يأخذ"): "3fs.p أخذت 1s.i آخذ !3ms.i يؤخذ",
    ("سأل", "يسأل"): "3mp.p سألوا !3ms.p سئل",
    ("تساءل", "يتساءل"): "3fs.p تساءلت 3mp.i يتساءلون",
    ("وجد", "يجد"): "3fs.i تجد !3ms.i يوجد !3fs.i توجد",
    ("واجه", "يواجه"): "3fs.p واجهت !3ms.p ووجه",
    ("نادى", "ينادي"): "3fs.p نادت !3ms.p نودي",
    ("استأنف", "يستأنف"): "3fs.p استأنفت !3fs.p استؤنفت",
    ("توفي", "يتوفى"): "3fs.p توفيت 3mp.p توفوا 3ms.j يتوف",
    ("ليس", ""): "3fs.p ليست 3mp.p ليسوا 1p.p لسنا",
    ("حذّر", "يحذّر"): "3ms.p حذر 3fs.p حذرت 3mp.i يحذرون",
}
TENSES = {"p": "perfect", "i": "imperfect", "j": "jussive"}
CASES = [
    (verb, told, form)
    for verb, row in FORMS.items()
    for told, form in zip(row.split()[::2], row.split()[1::2], strict=True)
]


@pytest.mark.parametrize(("verb", "told", "form"), CASES)
def test_is_conjugated(verb: tuple[str, str], told: str, form: str) -> None:
    person, tense = told.lstrip("!").split(".")
    expected = (fold_word(form), (fold_word(verb[0]), TENSES[tense], person, told.startswith("!")))
    assert expected in list(conjugate(*verb))


# NOT forms of the verb.
@pytest.mark.parametrize(
    ("verb", "form"),
    [
        (("اتفق", "يتفق"), "اتفققنا"),
        (("استند", "يستند"), "استنددنا"),
        (("أعلن", "يعلن"), "أعلننا"),
        (("دعا", "يدعو"), "دعاوا"),
        (("التقى", "يلتقي"), "التقىوا"),
        (("قابل", "يقابل"), "قبلن"),
        (("عاد", "يعود"), "عيد"),
        (("علا", "يعلو"), "علي"),
    ],
)
def test_is_no_form(verb: tuple[str, str], form: str) -> None:
    assert fold_word(form) not in dict(conjugate(*verb))


@pytest.mark.parametrize(
    ("verb", "stem"),
    [
        (("التقى", "يلتقي"), "التقا"),
        (("التقى", "يلتقي"), "التقو"),
        (("رأى", "يرى"), "را"),
        (("رأى", "يرى"), "ترا"),
        (("تلقى", "يتلقى"), "يتلقا"),
        (("اعتقل", "يعتقل"), "اعتقلو"),
        (("اعتقل", "يعتقل"), "يعتقلو"),
        (("بدأ", "يبدأ"), "يبدو"),
    ],
)
def test_changes_before_a_suffix(verb: tuple[str, str], stem: str) -> None:
    assert stem in dict(conjugate_before_suffix(*verb))
    assert stem not in dict(conjugate(*verb)) or stem == "يبدو"


@pytest.mark.parametrize(
    ("verb", "active", "passive"),
    [
        (("أشار", "يشير"), "مشير", "مشار"),
        (("أكد", "يؤكد"), "مؤكد", "مؤكد"),
        (("أعلن", "يعلن"), "معلن", "معلن"),
        (("حذّر", "يحذّر"), "محذر", "محذر"),
        (("قتل", "يقتل"), "قاتل", "مقتول"),
        (("قال", "يقول"), "قائل", "مقول"),
        (("باع", "يبيع"), "بائع", "مبيع"),
        (("دعا", "يدعو"), "داعي", "مدعو"),
        (("بنى", "يبني"), "باني", "مبني"),
        (("رد", "يرد"), "راد", "مردود"),
        (("أخذ", "يأخذ"), "آخذ", "مأخوذ"),
        (("رأى", "يرى"), "رائي", "مرئي"),
        (("سأل", "يسأل"), "سائل", "مسؤول"),
        (("أنشأ", "ينشئ"), "منشئ", "منشأ"),
    ],
)
def test_has_participles(verb: tuple[str, str], active: str, passive: str) -> None:
    found = [(form, participle.voice) for form, participle in participles(*verb)]
    expected = [(active, "active"), (passive, "passive")] if active != passive else [(active, "either")]
    assert found == [(fold_word(form), voice) for form, voice in expected]


def test_every_spelling_is_folded() -> None:
    for perfect, imperfect in FORMS:
        for form, told in [*conjugate(perfect, imperfect), *conjugate_before_suffix(perfect, imperfect)]:
            assert isinstance(told, VerbForm)
            assert (form, told.lemma) == (fold_word(form), fold_word(perfect))


def test_the_list_of_verbs() -> None:
    rows = list(tsv_rows("verbs.tsv"))
    assert len(rows) > 2500
    assert len({(row[0], row[1]) for row in rows}) == len(rows)
    assert [row[0] for row in rows if row[1] and not row[1].startswith("ي")] == []
    assert {cell for row in rows for cell in row[2:]} == {"n"}
    assert {"قال", "كان", "التقى", "ليس", "ندّد"} <= {row[0] for row in rows}


def test_words_that_are_no_verbs_are_not_in_the_list() -> None:
    everything = {form for row in tsv_rows("verbs.tsv") for form, _ in conjugate(row[0], row[1])}
    others = ("الآن", "لم", "قد", "على", "إلى", "حتى", "لأن", "بأن", "الذي", "التي", "عام", "أو", "عدن", "نحن")
    assert not everything & {fold_word(word) for word in others}

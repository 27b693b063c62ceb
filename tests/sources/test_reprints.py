from hypothesis import given
from hypothesis import strategies as st

from khabar.model import Article
from khabar.sources import Refusal, with_reprints

FIRST = """أعلنت شركة الموانئ أن الرصيف الجديد سيستقبل أول سفينة في منتصف الشهر المقبل بعد تأخير استمر عامين كاملين.

وقال مدير الشركة ناجي الحاج إن الاختبارات انتهت بنجاح وإن فرق العمل أكملت تركيب الرافعات الثلاث قبل أسبوع.

وتقدر كلفة المشروع بنحو ثمانين مليون دينار، دفعت الحكومة نصفها وتحمل مستثمرون من القطاع الخاص النصف الآخر.

وينتظر أن تزيد الحركة في الميناء بمقدار الثلث خلال السنة الأولى من التشغيل بحسب تقديرات غرفة التجارة."""
OTHER = """أعلنت شركة الكهرباء أن المحطة الجديدة ستدخل الخدمة في نهاية الصيف المقبل بعد توقيع عقد الصيانة مع شركة من كوريا.

وقالت مديرة الشركة هناء عيد إن المحطة تكفي حاجة ثلاث مدن في الشمال وإن أسعار الفواتير لن ترتفع هذا العام.

وتبلغ طاقة المحطة ستمئة ميغاواط، وقد بنيت على أرض كانت مصنعا للإسمنت أغلق قبل خمسة عشر عاما."""


def article(name: str, text: str, outlet: str = "") -> Article:
    return Article(id=name, outlet=outlet or None, text=text)


def marked(*articles: Article | Refusal) -> list[str | None]:
    return [o.same_text_as for o in with_reprints(articles) if isinstance(o, Article)]


def test_a_reprint_names_the_first_that_had_it() -> None:
    spelled = FIRST.replace("أ", "ا").replace("ة", "ه")
    trimmed = "\n\n".join(FIRST.split("\n\n")[:3])
    edited = FIRST.replace("بعد تأخير استمر عامين كاملين", "بعد عامين من التأخير")
    assert marked(article("a", FIRST), article("b", OTHER), article("c", spelled), article("d", trimmed), article("e", edited)) == [None, None, "a", "a", "a"]


def test_not_a_reprint() -> None:
    about_it = FIRST.split("\n\n")[0] + "\n\n" + OTHER
    assert marked(article("a", FIRST), article("b", about_it), article("c", "خبر عاجل"), article("d", "خبر عاجل")) == [None] * 4


def test_nothing_is_dropped_and_order_stays() -> None:
    refusal = Refusal("x", "x: empty")
    assert [o.id if isinstance(o, Article) else o for o in with_reprints([article("a", FIRST), refusal, article("b", FIRST)])] == ["a", refusal, "b"]
    assert marked(article("a", FIRST), article("a", FIRST)) == [None, None]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([FIRST, OTHER, ""]) | st.text(max_size=80)), max_size=6))
def test_only_an_earlier_one_is_named(rows: list[tuple[str, str]]) -> None:
    given = [article(f"{n}{name}", text) for n, (name, text) in enumerate(rows)]
    for place, outcome in enumerate(with_reprints(given)):
        assert isinstance(outcome, Article)
        assert outcome.same_text_as is None or outcome.same_text_as in {a.id for a in given[:place]}

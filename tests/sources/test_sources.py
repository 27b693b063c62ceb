from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import SourceError
from khabar.sources import articles_in, form_of

SAMPLE = (Path(__file__).parent.parent / "samples" / "copied_page.txt").read_text("utf-8")
PAGE = """<!doctype html><html lang="ar"><head><title>عنوان الصفحة | الموقع</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "افتتاح جسر جديد فوق النهر", "datePublished": "2022-05-03T10:15:00+03:00",
"author": {"@type": "Person", "name": "سلوى النجار"}, "publisher": {"@type": "Organization", "name": "صدى المدينة"}}</script></head>
<body><nav><a href="/">الرئيسية</a></nav><article><h1>افتتاح جسر جديد فوق النهر</h1>
<figure><img src="a.jpg"><figcaption>الجسر قبل الافتتاح (رويترز)</figcaption></figure>
<p>افتتح محافظ المدينة أمس الاثنين جسرا جديدا فوق النهر بعد أعمال استمرت ثلاث سنوات وكلفت ملايين الدنانير.</p>
<p>وقال المحافظ إن الجسر سيخفف الازدحام في وسط المدينة، وإن البلدية ستبني جسرا آخر في العام المقبل.</p>
<p>اقرأ أيضا: أسعار الوقود</p></article><footer>جميع الحقوق محفوظة</footer></body></html>"""


def test_a_copied_page_falls_into_its_fields() -> None:
    article = next(articles_in(SAMPLE, "sample", "auto"))
    assert article.title == 'محادثات أردنية نرويجية في عمّان حول "إعمار ما هدمته الحرب"'
    assert (article.published, article.published_basis) == ("2023-03-07", "page")
    assert (article.image_caption, article.image_credit) == ("من لقاء الصفدي ونظيرته النرويجية في عمّان، 6 مارس 2023", "بترا")
    assert len(article.abstract) == 2 and article.agencies == ("بترا", "رويترز")
    assert article.text.count("\n\n") == 3
    assert all(words not in article.text for words in ("الخط", "الملخص", "اقرأ أيضاً", "(بترا"))


def test_plain_text_is_all_body() -> None:
    article = next(articles_in("وصل الوفد إلى المطار. ثم غادر.", "x", "auto"))
    assert article.title == "" and article.published is None and article.text == "وصل الوفد إلى المطار. ثم غادر."


def test_a_page_tells_of_itself() -> None:
    article = next(articles_in(PAGE, "page", "auto"))
    assert article.title == "افتتاح جسر جديد فوق النهر" and article.outlet == "صدى المدينة" and article.authors == ("سلوى النجار",)
    assert (article.published, article.published_at, article.published_basis) == ("2022-05-03", "2022-05-03T10:15:00+03:00", "metadata")
    assert (article.image_caption, article.image_credit) == ("الجسر قبل الافتتاح", "رويترز")
    assert article.text.startswith("افتتح محافظ") and "اقرأ أيضا" not in article.text and "الحقوق" not in article.text


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(SourceError, match="no article"):
        next(articles_in("<html><body></body></html>", "empty.html", "html"))


@pytest.mark.parametrize(("text", "form"), [(PAGE, "html"), ('{"text": "x"}', "jsonl"), (SAMPLE, "text"), ("", "text")])
def test_form_by_content(text: str, form: str) -> None:
    assert form_of(text) == form


FIRST = "أعلنت هيئة الأنهار أن منسوب المياه في السد الكبير عاد إلى معدله بعد ثلاثة أسابيع من الأمطار، وأن القرى القريبة لم تعد مهددة."
SECOND = "وقالت رئيسة الهيئة أمل حيدر للصحفيين إن المهندسين سيفتحون بوابتين فقط خلال الشهر المقبل."


def test_a_copied_page_of_another_outlet() -> None:
    text = f"""محليات
منسوب المياه في السد يعود إلى معدله
عمال قرب بوابات السد (رويترز)
21/12/2023
آخر تحديث: 22/12/2023 - 16:05 (بتوقيت مكة المكرمة)
بقلم: هدى سالم
شارك
{FIRST}
اقرأ أيضا
list of 2 items
list 1 of 2
أمطار غزيرة في الشمال
end of list
{SECOND}
المصدر : الوادي + رويترز
التعليقات
خبر سار لأهل القرى كلهم بعد طول انتظار."""
    article = next(articles_in(text, "x", "text"))
    assert (article.title, article.published, article.modified) == ("منسوب المياه في السد يعود إلى معدله", "2023-12-21", "2023-12-22T16:05:00+03:00")
    assert (article.authors, article.agencies, article.image_caption, article.image_credit) == (("هدى سالم",), ("الوادي", "رويترز"), "عمال قرب بوابات السد", "رويترز")
    assert article.text == f"{FIRST}\n\n{SECOND}"


def test_plain_paragraphs_stay_as_they_are() -> None:
    text = f"{FIRST}\n\nعنوان فرعي قصير\n\n{SECOND}\n\n12 مايو 2023 كان يوما طويلا في حياة القرية، كما قال المختار."
    assert next(articles_in(text, "x", "text")).text == text


@given(st.text(max_size=300))
def test_any_text_is_an_article(text: str) -> None:
    article = next(articles_in(text, "x", "text"))
    assert all(line in text for line in article.text.split("\n\n"))


@given(st.text(max_size=200))
def test_a_line_is_an_article_or_told(text: str) -> None:
    try:
        list(articles_in(text, "x", "jsonl"))
    except SourceError as fault:
        assert str(fault).startswith("x: line")


@pytest.mark.parametrize("text", ["وصل الوفد أمس وغادر في 5 مايو 2014.", "وصل الوفد في 5 مايو 2014", "غادر في 5 مايو 2014.\n\nثم عاد في 7 مايو 2014."])
def test_a_sentence_that_tells_a_date_is_no_date_line(text: str) -> None:
    article = next(articles_in(text, "x", "auto"))
    assert article.published is None and article.text == text

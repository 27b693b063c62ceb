"""Pages in the manner of Arabic outlets, each with what is to be read in it. The texts are our own."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import SourceError
from khabar.model import Article
from khabar.sources import Options, open_sources
from khabar.sources.html import html_article

PAGES = Path(__file__).parent.parent / "pages"


@pytest.mark.parametrize("name", sorted(p.stem for p in PAGES.glob("*.html")))
def test_a_page_is_read_exactly(name: str) -> None:
    gold = json.loads((PAGES / f"{name}.gold.json").read_text("utf-8"))
    (article,) = open_sources([str(PAGES / f"{name}.html")], Options())
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == gold.pop("body")
    assert {field: list(v) if isinstance(v := getattr(article, field), tuple) else v for field in gold} == gold


P1 = "أعلنت وزارة الزراعة أن موسم القمح هذا العام تجاوز التوقعات في المحافظات الشمالية كلها."
P2 = "وقال الوزير سامر الحلو إن المخازن ستفتح أبوابها للمزارعين ابتداء من الأسبوع المقبل."
BODY = f'<div class="article-body"><p>{P1}</p><p>{P2}</p></div>'


def page(body: str, head: str = "") -> Article:
    return html_article(f"<html><head><title>موسم قمح وفير في الشمال</title>{head}</head><body><article><h1>موسم قمح وفير في الشمال</h1>{body}</article></body></html>", "p")


@pytest.mark.parametrize(
    "line",
    [
        "اقرأ أيضا: أسعار الخبز ترتفع", "اقرأ أيضًا", "إقرأ أيضاً | سد جديد", "شاهد: حصاد القمح من الجو", "شاهد أيضا", "طالع أيضًا: نقص السماد", "للمزيد: تابعوا النشرة",
        "قد يهمك أيضا", "مواضيع ذات صلة", "تابعونا على تلغرام", "شارك", "الأكثر قراءة", "+ الخط -", "***", "س.م/ ر.ع", "المصدر: وكالات", "بقلم: هدى سالم", "14:20",
        "12 مايو 2021", "آخر تحديث: 12 مايو 2021 - 10:00",
    ],
)
def test_a_line_that_is_no_news_is_not_in_the_body(line: str) -> None:
    assert page(f'<div class="article-body"><p>{P1}</p><p>{line}</p><p>{P2}</p></div>').text in (f"{P1}\n\n{P2}", P1)


@pytest.mark.parametrize(
    "line",
    [
        "شارك في الاجتماع وزراء من خمس دول عربية.", "شاهد السكان الطائرات تحلق فوق المدينة ليلا.", "اشترك في المؤتمر عشرون خبيرا.", "التعليقات التي أدلى بها الوزير أثارت جدلا واسعا.",
        "المصدر الذي تحدث إلى الصحيفة طلب عدم ذكر اسمه.", "كتب الوزير على حسابه أن القرار نهائي.", "اقرأ معي هذه الأرقام، قال الخبير للصحفيين.", "وكان ذلك في 12 مايو 2021 حين وقع الطرفان الاتفاق.",
        "الأكثر قراءة في تلك السنوات كانت صحيفة واحدة لا غير.", "تقرير أممي: ملايين الأطفال بلا مدارس في المنطقة.",
    ],
)
def test_not_furniture(line: str) -> None:
    assert page(f'<div class="article-body"><p>{P1}</p><p>{line}</p><p>{P2}</p></div>').text == f"{P1}\n\n{line}\n\n{P2}"


@pytest.mark.parametrize(
    ("shown", "published", "at"),
    [
        ("13 أيلول 2024", "2024-09-13", None),
        ("الجمعة 13 سبتمبر 2024 - 14:05 مكة", "2024-09-13", "2024-09-13T14:05:00+03:00"),
        ("نشر في: 13/09/2024، 2:05 مساءً بتوقيت القاهرة", "2024-09-13", "2024-09-13T14:05:00+03:00"),
        ("نشر في: 13/01/2024، 2:05 مساءً بتوقيت القاهرة", "2024-01-13", "2024-01-13T14:05:00+02:00"),
        ("الجمعة 10 ربيع الأول 1446هـ - 13 سبتمبر 2024م", "2024-09-13", None),
        ("١٣ سبتمبر ٢٠٢٤ الساعة ١٢:٠٥ ص", "2024-09-13", "2024-09-13T00:05:00"),
        ("13 سبتمبر/أيلول 2024 11:05 ت غ", "2024-09-13", "2024-09-13T11:05:00+00:00"),
        ("13 سبتمبر 2024 14:05 (GMT+0400)", "2024-09-13", "2024-09-13T14:05:00+04:00"),
        ("Fri, 13 September 2024 14:05", "2024-09-13", "2024-09-13T14:05:00"),
        ("آخر تحديث: 13 سبتمبر 2024", None, None),
        ("اليوم: 13 سبتمبر 2024", None, None),
        ("© 2024 جميع الحقوق محفوظة", None, None),
        ("في 13 سبتمبر 2024 قال الوزير إن الموسم سيكون وفيرا جدا", None, None),
        ("31 شباط 2024", None, None),
        ("نشر الخميس 21 ديسمبر 2023 الساعة 14:05 بتوقيت غرينتش", "2023-12-21", "2023-12-21T14:05:00+00:00"),
        ("14:05 - 21 كانون الأول 2023", "2023-12-21", "2023-12-21T14:05:00"),
        ("2023-12-21 | 14:05", "2023-12-21", "2023-12-21T14:05:00"),
        ("الخميس 21/12/2023 الساعة 08:30 (توقيت القدس)", "2023-12-21", "2023-12-21T08:30:00+02:00"),
        ("21 ديسمبر 2023, 14:05 GMT+2", "2023-12-21", "2023-12-21T14:05:00+02:00"),
        ("21 كانون الأول/ديسمبر 2023 – 02:05 مساءً بتوقيت بيروت", "2023-12-21", "2023-12-21T14:05:00+02:00"),
        ("تاريخ النشر: 21.12.2023 | 14:05 GMT", "2023-12-21", "2023-12-21T14:05:00+00:00"),
        ("آخر تحديث: 22 ديسمبر 2023 - 10:00 | تاريخ النشر: 21 ديسمبر 2023 - 14:05", "2023-12-21", "2023-12-21T14:05:00"),
        ("الخميس 21 ديسمبر 2023 | 08 جمادى الآخرة 1445 14:05", "2023-12-21", "2023-12-21T14:05:00"),
        ("21 ديسمبر، 2023 في 2:05 م", "2023-12-21", "2023-12-21T14:05:00"),
        ("21/12/2023 - 16:40", "2023-12-21", "2023-12-21T16:40:00"),
        ("8 جمادى الآخرة 1445 هـ", "2023-12-21", None),
    ],
)
def test_the_date_that_a_reader_sees(shown: str, published: str | None, at: str | None) -> None:
    article = page(f'<div class="meta">{shown}</div>{BODY}')
    assert (article.published, article.published_at, article.published_basis) == (published, at, "page" if published else None)
    assert article.text == f"{P1}\n\n{P2}"


@pytest.mark.parametrize(
    ("stamp", "published", "at"),
    [
        ("2024-09-13T14:05:00+03:00", "2024-09-13", "2024-09-13T14:05:00+03:00"), ("2024-09-13T14:05:00+0300", "2024-09-13", "2024-09-13T14:05:00+03:00"),
        ("2024-09-13 14:05", "2024-09-13", "2024-09-13T14:05:00"), ("20240913", "2024-09-13", None), ("13-09-2024", "2024-09-13", None),
        ("Fri, 13 Sep 2024 14:05:00 GMT", "2024-09-13", "2024-09-13T14:05:00+00:00"), ("13 أيلول 2024", "2024-09-13", None),
        ("2024", None, None), ("2024-01-01", None, None), ("2024-01-01T00:00:00Z", None, None), ("1970-01-01T00:00:00Z", None, None), ("0001-01-01", None, None),
        ("9/12/2024 2:05:00 PM", None, None), ("soon", None, None), ("2024-13-45", None, None), ("1726225500", None, None),
    ],
)
def test_the_date_that_machines_are_told(stamp: str, published: str | None, at: str | None) -> None:
    article = page(BODY, f'<meta property="article:published_time" content="{stamp}">')
    assert (article.published, article.published_at) == (published, at)


def test_the_first_of_january_is_believed_where_a_reader_sees_it() -> None:
    assert page(f'<div class="date">1 يناير 2024</div>{BODY}', '<meta property="article:published_time" content="2024-01-01">').published == "2024-01-01"


@pytest.mark.parametrize(
    ("caption", "words", "credit"),
    [
        ("حصاد القمح قرب القرية (رويترز)", "حصاد القمح قرب القرية", "رويترز"),
        ("حصاد القمح قرب القرية [أ ف ب]", "حصاد القمح قرب القرية", "أ ف ب"),
        ("حصاد القمح قرب القرية - الأناضول", "حصاد القمح قرب القرية", "الأناضول"),
        ("حصاد القمح قرب القرية | تصوير: ليلى نصر", "حصاد القمح قرب القرية", "ليلى نصر"),
        ("حصاد القمح قرب القرية © AFP", "حصاد القمح قرب القرية", "AFP"),
        ("حصاد القمح قرب القرية <span class='credit'>المصدر: غيتي</span>", "حصاد القمح قرب القرية", "غيتي"),
        ("حصاد القمح قرب القرية", "حصاد القمح قرب القرية", None),
        ("حصاد القمح - موسم وفير", "حصاد القمح - موسم وفير", None),
        ("حصاد القمح قرب القرية (أرشيف)", "حصاد القمح قرب القرية (أرشيف)", None),
    ],
)
def test_captions_and_credits(caption: str, words: str, credit: str | None) -> None:
    article = page(f"<figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>{BODY}")
    assert (article.image_caption, article.image_credit, article.text) == (words, credit, f"{P1}\n\n{P2}")


@pytest.mark.parametrize(
    ("byline", "authors", "agencies"),
    [
        ("<div class='author'>هدى سالم</div>", ("هدى سالم",), ()),
        ("<p>كتبت - هدى سالم:</p>", ("هدى سالم",), ()),
        ("<div>إعداد: هدى سالم وكريم نادر</div>", ("هدى سالم", "كريم نادر"), ()),
        ("<div class='byline'>بيروت - هدى سالم</div>", ("هدى سالم",), ()),
        ("<div class='byline'>رويترز</div>", (), ("رويترز",)),
        ("<div class='byline'>وليد ناصر</div>", ("وليد ناصر",), ()),
    ],
)
def test_who_wrote(byline: str, authors: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    article = page(byline + BODY)
    assert (article.authors, article.agencies, article.text) == (authors, agencies, f"{P1}\n\n{P2}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256", "iso8859-6"])
@pytest.mark.parametrize("said", ["<meta charset='{}'>", "<meta http-equiv='Content-Type' content='text/html; charset={}'>", ""])
def test_a_page_in_any_encoding(tmp_path: Path, encoding: str, said: str) -> None:
    names = {"cp1256": "windows-1256", "iso8859-6": "ISO-8859-6"}
    if encoding == "iso8859-6" and not said:
        pytest.skip("nothing tells ISO-8859-6 from windows-1256 but its label")
    text = f"<!doctype html><html><head>{said.format(names.get(encoding, encoding))}</head><body><article><h1>موسم القمح</h1><p>{P1}</p><p>{P2}</p></article></body></html>"
    (tmp_path / "p.html").write_bytes(text.encode(encoding))
    (article,) = open_sources([str(tmp_path / "p.html")], Options())
    assert isinstance(article, Article) and article.text == f"{P1}\n\n{P2}"


def test_marks_and_old_letters_are_read() -> None:
    article = page("<div class='article-body'><p>&rlm;&#xFEF3;&#xFEEE;&#xFEE1; \u200fالجمعة&nbsp; وصل&shy; وفد من خمسة وزراء إلى العاصمة&#8207;.</p></div>")
    assert article.text == "يوم الجمعة وصل وفد من خمسة وزراء إلى العاصمة."


def test_a_gallery_without_a_text_is_its_captions() -> None:
    article = page("".join(f"<figure><img src='{n}.jpg'><figcaption>{words} (رويترز)</figcaption></figure>" for n, words in enumerate(("حصادة في حقل قرب القرية", "أكياس القمح في المخزن"))))
    assert article.text == "حصادة في حقل قرب القرية\n\nأكياس القمح في المخزن" and article.image_credit == "رويترز"


def test_a_video_without_a_text_is_its_description() -> None:
    told = json.dumps({"@type": "VideoObject", "name": "موسم قمح وفير في الشمال", "description": P1, "uploadDate": "2023-05-01"}, ensure_ascii=False)
    article = page("<video></video>", f"<script type='application/ld+json'>{told}</script>")
    assert (article.text, article.published) == (P1, "2023-05-01")


TAGS = st.sampled_from(["<p>", "</p>", "<div class='article-body'>", "</div>", "<article>", "</article>", "<h1>", "</h1>", "<br>", "<a href='#'>", "</a>", "<figure>", "<figcaption>", "</figure>",
                        "<table>", "<tr><td>", "<li>", "<script type='application/ld+json'>", "</script>", "<time datetime='2024-01-02'>", "<img alt='صورة من القرية البعيدة'>", "<meta property='og:title' content='خبر'>", "&rlm;", "&#0;"])
JSON = st.recursive(st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=20), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
    st.sampled_from(["@type", "@id", "@graph", "headline", "author", "name", "image", "articleBody", "datePublished", "publisher", "url", "caption", "title", "body", "abstract", "articleSection"]), inner, max_size=5), max_leaves=12)


@given(st.lists(TAGS | st.text(max_size=12) | st.sampled_from([P1, P2, "13 أيلول 2024", "المصدر: وكالات", "بقلم: هدى"]), max_size=25))
def test_any_tags_are_an_article_or_told(parts: list[str]) -> None:
    try:
        article = html_article("".join(parts), "x")
    except SourceError as fault:
        assert str(fault).startswith("x: ")
    else:
        assert article.text and "\n\n\n" not in article.text


@given(JSON, st.sampled_from(["NewsArticle", ["Article"], "LiveBlogPosting"]), st.sampled_from(["application/ld+json", "application/json"]))
def test_any_json_in_a_page_is_borne(data: object, kind: object, script: str) -> None:
    held = {"@type": kind, "headline": "موسم قمح وفير", **data} if isinstance(data, dict) else data
    article = page(BODY, f"<script type='{script}'>{json.dumps(held, ensure_ascii=True).replace('<', ' ')}</script>")
    assert f"{P1}\n\n{P2}" in article.text

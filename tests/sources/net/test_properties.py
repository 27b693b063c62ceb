"""Whatever servers and lists hold: an answer, or the one documented error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import SourceError
from khabar.sources.feeds import feed_of, opml_feeds
from khabar.sources.http_body import opened_body
from khabar.sources.net.robots import Robots
from khabar.sources.page_bytes import page_text

MARKUP = st.lists(
    st.sampled_from(["<rss>", "</rss>", "<channel>", "<item>", "</item>", "<link>http://a</link>", "<guid>x</guid>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<urlset>", "<url><loc>",
                     "<sitemapindex>", "<opml>", "<outline xmlUrl='http://a'/>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "&amp;", "&x;", "<?xml version='1.0' encoding='utf-16'?>", '{"items": [', '{"id": 1}', "]}", "خبر"])
    | st.text(max_size=6), max_size=20,
).map(lambda parts: "".join(parts).encode("utf-8", "replace"))


@given(MARKUP | st.binary(max_size=200))
def test_any_feed_is_read_or_refused(raw: bytes) -> None:
    for read in (feed_of, opml_feeds):
        try:
            read(raw, "x")  # type: ignore[operator]
        except SourceError as fault:
            assert str(fault).startswith("x: ") and "\n" not in str(fault)


@given(
    st.binary(max_size=200) | st.sampled_from([b"5\r\nabcde\r\n0\r\n\r\n", b"\x1f\x8b\x08\x00"]),
    st.dictionaries(st.sampled_from(["content-length", "transfer-encoding", "content-encoding"]), st.sampled_from(["5", "chunked", "gzip", "deflate", "br", "x", "-1"]), max_size=3),
)
def test_any_body_is_opened_or_refused(raw: bytes, headers: dict[str, str]) -> None:
    try:
        assert isinstance(opened_body(raw, headers, "x"), bytes)
    except SourceError as fault:
        assert str(fault).startswith("x: ")


@given(st.binary(max_size=300), st.none() | st.sampled_from(["utf-8", "windows-1256", "utf-7", "idna", "rot13", "hex", "utf-16", "no such", "\x00"]))
def test_any_bytes_of_a_page_are_a_text_or_refused(raw: bytes, told: str | None) -> None:
    try:
        assert isinstance(page_text(raw, "x", told), str)
    except SourceError as fault:
        assert str(fault).startswith("x: ")


@given(st.binary(max_size=300) | st.lists(st.sampled_from([b"User-agent: *\n", b"Disallow: /\n", b"Allow: /*$?\n", b"Crawl-delay: 1e999\n", b"Crawl-delay: x\n", b"Request-rate: 1/0\n", b"\xff"]), max_size=8).map(b"".join))
def test_any_robots_are_borne(body: bytes) -> None:
    rules = Robots.of(200, body, "khabar")
    assert isinstance(rules.allows("http://a.example/b"), bool) and rules.delay >= 0


SHAPES = {
    "labels": "<div>شارك</div>", "texts": "<div class=text><p>{}</p></div>", "breaks": "{}<br>", "forms": "<div><form><input></form></div>", "figures": "<figure><img><figcaption>{}</figcaption></figure>",
    "tables": "<table><tr><td><img></td><td>{}</td></tr></table>", "summaries": "<h3>ملخص</h3><p>x</p>", "authors": "<div class=author>هدى سالم</div>", "headlines": "<h1>موسم قمح وفير في الشمال</h1>",
    "articles": "<article><h2>موسم</h2><p>{}</p></article>", "dates": "<div>13 أيلول 2024</div>", "depth": "<div>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_page_of_one_thing_many_times_over_ends(shape: str) -> None:
    from khabar.sources.html import html_article

    words = "أعلنت الهيئة أن منسوب المياه عاد إلى معدله بعد ثلاثة أسابيع من الأمطار في الجبال."
    try:
        assert html_article(f"<html><body>{SHAPES[shape].format(words) * 2000}<p>{words}</p></body></html>", "x").text
    except SourceError as fault:
        assert "no article" in str(fault)

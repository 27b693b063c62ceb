"""Feeds: RSS, Atom, JSON Feed, news sitemaps, and the lists of feeds that OPML holds."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from khabar.errors import SourceError
from khabar.model import Article
from khabar.sources.bytes import decoded
from khabar.sources.copied import copied_article
from khabar.sources.found import LARGEST_PAGE, Input, Opener, Options, Outcome, Refusal
from khabar.sources.html import html_article
from khabar.sources.jsonlines import whole
from khabar.sources.rows import only_address, sound, times

_ENTITY = re.compile(r"<!ENTITY", re.I)
_LEAST_TEXT = 250


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed tells of one article. `key` is what the feed calls it by; `content` is HTML, the whole text where the feed holds it, else empty."""

    key: str
    url: str | None
    title: str
    published: str | None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    content: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """The entries of a feed, the further sitemaps that a sitemap index names, and what is broken in a feed of which some could be read."""

    entries: tuple[Entry, ...]
    further: tuple[str, ...] = ()
    fault: str = ""


def feed_of(raw: bytes, name: str) -> Feed:
    """The entries of RSS, Atom, JSON Feed or a sitemap; raises SourceError where `raw` is none of them."""
    text = decoded(raw, name)
    if text.lstrip("\ufeff \r\n\t").startswith("{"):
        return Feed(tuple(_json_entries(text, name)))
    if _ENTITY.search(text):
        raise SourceError(f"{name}: a feed that declares entities; not read")
    if re.search(r"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", text[:4000]):
        return _sitemap(text, name)
    return _xml_feed(text, name)


def _xml_feed(text: str, name: str) -> Feed:
    from xml.sax import SAXException

    import feedparser  # slow to load, and only feeds need it

    found = feedparser.parse(text.encode("utf-8", "replace"), response_headers={"content-type": "application/xml; charset=utf-8"})
    if not found.get("version") or (found.get("bozo") and not found.entries):
        raise SourceError(f"{name}: not a feed: {found.get('bozo_exception') or 'neither RSS nor Atom'}".split("\n")[0])
    fault = found.get("bozo_exception")
    broken = f"{name}: broken: {fault}".split("\n")[0] if isinstance(fault, SAXException) else ""
    return Feed(tuple(_xml_entries(found, _plain(found.feed.get("title")) or None)), (), broken)


def _xml_entries(found: Any, outlet: str | None) -> Iterator[Entry]:
    for entry in found.entries:
        content = max((c.get("value", "") for c in entry.get("content", ())), key=len, default="")
        url = entry.get("link") or None
        key = entry.get("id") or url
        if key:
            authors = tuple(dict.fromkeys(n for a in entry.get("authors", ()) if (n := _plain(a.get("name")))))
            yield Entry(key, url, _plain(entry.get("title")), entry.get("published") or entry.get("updated") or None, authors, outlet, content)


def _json_entries(text: str, name: str) -> Iterator[Entry]:
    try:
        found = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as fault:
        raise SourceError(f"{name}: not a JSON Feed: {fault}") from fault
    if not isinstance(found, Mapping) or not isinstance(found.get("items"), list):
        raise SourceError(f"{name}: not a JSON Feed: no items")
    outlet = _plain(found.get("title")) or None
    for item in found["items"]:
        if isinstance(item, Mapping):
            url, key = _plain(item.get("url")) or None, _plain(item.get("id"))
            told = item.get("authors")
            authors = told if isinstance(told, list) else [item.get("author")]
            names = tuple(n for a in authors if isinstance(a, Mapping) and (n := _plain(a.get("name"))))
            content = item.get("content_html") or item.get("content_text")
            if key or url:
                yield Entry(key or url or "", url, _plain(item.get("title")), _plain(item.get("date_published")) or None, names, outlet, content if isinstance(content, str) else "")


def _sitemap(text: str, name: str) -> Feed:
    """The pages of a sitemap, with what Google's news extension tells of each, or the sitemaps of an index."""
    root = xml_root(text, name)
    further = tuple(loc for each in root.iterfind("{*}sitemap") if (loc := _child(each, "loc")))
    entries = []
    for page in root.iterfind("{*}url"):
        loc, news = _child(page, "loc"), page.find("{*}news")
        if loc and news is not None:
            entries.append(Entry(loc, loc, _child(news, "title"), _child(news, "publication_date") or None, (), _child(news.find("{*}publication"), "name") or None))
        elif loc:
            entries.append(Entry(loc, loc, "", None))
    return Feed(tuple(entries), further)


def opml_feeds(raw: bytes, name: str) -> tuple[str, ...]:
    """The addresses of the feeds in an OPML file."""
    text = decoded(raw, name)
    root = xml_root(text, name)
    if etree.QName(root).localname.lower() != "opml":
        raise SourceError(f"{name}: not OPML")
    return tuple(dict.fromkeys(a.strip() for each in root.iter("{*}outline") for key, a in each.attrib.items() if str(key).lower() == "xmlurl" and a.strip()))


def xml_root(text: str, name: str) -> Any:
    """The root of an XML text; entities, networks and huge trees are off."""
    if _ENTITY.search(text):
        raise SourceError(f"{name}: XML that declares entities; not read")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff"))
        return etree.fromstring(plain.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise SourceError(f"{name}: not XML: {fault}".split("\n")[0]) from fault


def _child(element: Any, tag: str) -> str:
    found = element.find(f"{{*}}{tag}") if element is not None else None
    return _plain(found.text) if found is not None else ""


def _plain(value: object) -> str:
    return sound(" ".join(value.split())) if isinstance(value, str) else ""


def feed_articles(given: Input, options: Options, inner: Opener) -> Iterator[Outcome]:
    """The articles that a feed holds whole; of the others their addresses."""
    feed = feed_of(whole(given.stream, LARGEST_PAGE, given.name), given.name)
    for number, entry in enumerate(feed.entries, 1):
        place = f"{given.name}: entry {number}"
        article = entry_article(entry, place)
        yield article or (only_address(given.name, place, entry.url) if entry.url else Refusal(given.name, f"{place}: no text", "no text"))
    if feed.fault:
        yield Refusal(given.name, feed.fault)


def entry_article(entry: Entry, place: str) -> Article | None:
    """The article of an entry that holds its whole text; None of one that only tells of it."""
    if len(entry.content) < _LEAST_TEXT:
        return None
    content = sound(entry.content)
    try:
        article = html_article(f"<html><body><article>{content}</article></body></html>", place) if "<" in content else copied_article(content, place)
    except SourceError:
        return None
    return None if len(article.text) < _LEAST_TEXT else with_entry(replace(article, id=entry.key), entry)


def with_entry(article: Article, entry: Entry) -> Article:
    """The article, what its page does not tell taken from the feed."""
    try:
        day, at = times(entry.published, entry.key)
    except SourceError:
        day, at = None, None
    known = article.published is not None
    return replace(
        article, title=article.title or entry.title, outlet=article.outlet or entry.outlet, url=article.url or entry.url, authors=article.authors or entry.authors,
        published=article.published or day, published_at=article.published_at if known else at, published_basis=article.published_basis if known else ("metadata" if day else None),
    )

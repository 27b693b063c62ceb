"""What a page says of itself for machines: JSON-LD, microdata, meta tags."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from khabar.sources.furniture import folded, load_furniture
from khabar.sources.page.tree import plain, text_of

_NEWS = re.compile(r"(?:News|Tech|Satirical|Scholarly|)Article$|(?:Blog|LiveBlog|SocialMedia)Posting$|^VideoObject$|^(?:Advertiser|)Report$|^Review$")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_MARKS = re.compile(r"^\s*(?:/\*\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?|(?:/\*\s*)?(?:\]\]>|-->)(?:\s*\*/)?\s*;?\s*$|^\s*//\s*<!\[CDATA\[|//\s*\]\]>\s*$")
_DEEPEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told of an article; empty for what was not. `published` and `modified` are stamps as they came; `body` is text or HTML."""

    kinds: frozenset[str] = frozenset()
    title: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    section: str = ""
    image: str = ""
    caption: str = ""
    credit: str = ""
    abstract: tuple[str, ...] = ()
    body: str = ""


def joined(*all_told: Told) -> Told:
    """What the first that tells it tells, field by field."""
    values: dict[str, Any] = {f.name: next((value for told in all_told if (value := getattr(told, f.name))), f.default) for f in fields(Told)}
    return Told(**values)


# -- JSON-LD ----------------------------------------------------------------------------------------------------------------------


def json_told(tree: Any) -> Told:
    """What the JSON-LD of the page tells of its article: the first news object, or the one that the page calls its main one."""
    objects = [each for script in tree.xpath("//script[contains(@type,'ld+json')]") for each in _flat(loose_json(script.text or ""), 0)]
    known = {each["@id"]: each for each in reversed(objects) if isinstance(each.get("@id"), str) and len(each) > 2}
    news = [each for each in objects if any(_NEWS.search(kind) for kind in _kinds(each)) and (each.get("headline") or each.get("name"))]
    titles = " ".join(tree.xpath("//title/text() | //meta[@property='og:title']/@content | //h1//text()"))
    news.sort(key=lambda each: ((_string(each.get("headline")) or _string(each.get("name")))[:40] not in titles, not each.get("datePublished"), "VideoObject" in _kinds(each)))
    return _article(news[0], known) if news else Told()


def loose_json(text: str) -> Any:
    """JSON as pages hold it: with raw line ends, in comments, with a comma too many, escaped; None where it is none."""
    for mend in (lambda t: t, lambda t: _TRAILING_COMMA.sub("", _MARKS.sub("", _MARKS.sub("", t))), html.unescape):
        try:
            return json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _flat(found: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(found, list):
        for each in found:
            yield from _flat(each, depth + 1)
    elif isinstance(found, dict):
        yield found
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"):
            if isinstance(found.get(key), dict | list):
                yield from _flat(found[key], depth + 1)


def _kinds(each: Mapping[str, Any]) -> list[str]:
    kinds = each.get("@type")
    return [k.rsplit("/", 1)[-1] for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]


def _article(news: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> Told:
    image = _resolved(_first(news.get("image")), known)
    shown = image if isinstance(image, Mapping) else {}
    abstract = news.get("abstract")
    return Told(
        kinds=frozenset(_kinds(news)), title=_string(news.get("headline")) or _string(news.get("name")), outlet=_name(news.get("publisher"), known),
        url=_address(news.get("url")) or _address(news.get("mainEntityOfPage")), published=_string(news.get("datePublished")) or _string(news.get("uploadDate")),
        modified=_string(news.get("dateModified")), authors=_authors(news.get("author"), known) or _authors(news.get("creator"), known),
        section=_string(_first(news.get("articleSection"))), image=_address(image) or _address(_first(news.get("thumbnailUrl"))),
        caption=_string(shown.get("caption")) or _string(shown.get("description")),
        credit=_string(shown.get("creditText")) or _string(shown.get("copyrightNotice")) or _name(shown.get("creator") or shown.get("author"), known),
        abstract=tuple(line for each in (abstract if isinstance(abstract, list) else [abstract]) if (line := _string(each))),
        body=_long(news.get("articleBody")) or _live(news) or (_long(news.get("description")) if "VideoObject" in _kinds(news) else ""),
    )


def _live(news: Mapping[str, Any]) -> str:
    """The entries of a live blog, each with its headline."""
    updates = news.get("liveBlogUpdate")
    parts = [
        part for each in (updates if isinstance(updates, list) else []) if isinstance(each, Mapping) for part in (_string(each.get("headline")), _long(each.get("articleBody")))
    ]
    return "\n".join(part for part in parts if part)


def _long(value: object) -> str:
    return html.unescape(value) if isinstance(value, str) else ""


def _string(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("name")
    if isinstance(value, list):
        value = _first(value)
    if not isinstance(value, str):
        return ""
    text = html.unescape(value)
    return plain(re.sub(r"</?[a-zA-Z][^<>]*>", " ", text) if "</" in text or "/>" in text else text)


def _first(value: object) -> Any:
    return (value[0] if value else None) if isinstance(value, list) else value


def _resolved(value: object, known: Mapping[str, Mapping[str, Any]]) -> Any:
    """What an `@id` points at."""
    return known.get(str(value["@id"]), value) if isinstance(value, Mapping) and "@id" in value else value


def _address(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("url") or value.get("contentUrl") or value.get("@id")
    value = _first(value)
    return value.strip() if isinstance(value, str) and value.strip().startswith(("http://", "https://", "//", "/")) and " " not in value.strip() else ""


def _name(value: object, known: Mapping[str, Mapping[str, Any]]) -> str:
    return next(iter(_names(value, known, 0)), "")


def _authors(value: object, known: Mapping[str, Mapping[str, Any]]) -> tuple[str, ...]:
    """The people among the authors, then the agencies; where there are no people, all of them."""
    each = [(_resolved(v, known), v) for v in (value if isinstance(value, list) else [value])]
    bodies = [v for found, v in each if isinstance(found, Mapping) and any("Organization" in kind for kind in _kinds(found))]
    people = _names([v for _, v in each if v not in bodies], known, 0)
    agencies = tuple(name for name in _names(bodies, known, 0) if folded(name) in load_furniture().agencies)
    return tuple(dict.fromkeys((*people, *agencies))) if people else _names(value, known, 0)


def _names(value: object, known: Mapping[str, Mapping[str, Any]], depth: int) -> tuple[str, ...]:
    if depth > 4:
        return ()
    if isinstance(value, list):
        return tuple(dict.fromkeys(name for each in value for name in _names(each, known, depth + 1)))
    value = _resolved(value, known)
    if isinstance(value, Mapping) and "@value" not in value:
        whole = _names(value.get("name"), known, depth + 1)
        return whole or tuple(n for n in [f"{_string(value.get('givenName'))} {_string(value.get('familyName'))}".strip()] if n)
    text = _string(value)
    return (text,) if text and not text.startswith(("http://", "https://")) else ()


# -- meta tags and microdata --------------------------------------------------------------------------------------------------------

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publishdate", "publish_date", "publish-date", "pubdate",
    "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
    "article.published", "article_date_original", "cxenseparse:recs:publishtime", "date", "creation_date", "og:pubdate", "published_time",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "article:modified", "lastmod")
_AUTHORS = ("author", "parsely-author", "dc.creator", "dcterms.creator", "article:author", "sailthru.author", "twitter:creator:name", "cxenseparse:author")


def meta_told(tree: Any) -> Told:
    """What the meta tags of the page tell."""
    found: dict[str, list[str]] = {}
    for meta in tree.xpath("//meta[@content][not(@itemprop) or ancestor::head]"):
        key, value = meta.get("property") or meta.get("name") or meta.get("itemprop"), plain(meta.get("content"))
        if key and value:
            found.setdefault(key.lower().strip(), []).append(value)

    def first(*keys: str) -> str:
        return next((found[key][0] for key in keys if key in found), "")

    links = [link.get("href").strip() for link in tree.xpath("//link[@rel='canonical'][@href]")]
    names = next((tuple(names) for key in _AUTHORS if (names := [n for n in found.get(key, ()) if not n.startswith(("http", "@"))])), ())
    return Told(
        kinds=frozenset(found.get("og:type", ())[:1]), title=first("og:title", "twitter:title", "dc.title", "title"), outlet=first("og:site_name", "application-name", "dc.publisher"),
        url=next((link for link in links if link.startswith("http")), "") or first("og:url"), published=first(*_PUBLISHED), modified=first(*_MODIFIED),
        authors=tuple(dict.fromkeys(names)), section=first("article:section", "section", "parsely-section"), image=first("og:image", "og:image:url", "twitter:image"),
    )


def item_told(tree: Any) -> Told:
    """What the microdata of the page's first news item tells."""
    items = tree.xpath("//*[@itemtype and (contains(@itemtype,'Article') or contains(@itemtype,'Posting'))]")
    if not items:
        return Told()
    item = items[0]

    def prop(name: str) -> str:
        return next((v for e in item.xpath(f".//*[@itemprop='{name}']") if not e.xpath("ancestor::*[@itemprop='comment']") and (v := _value(e))), "")

    return Told(
        kinds=frozenset([item.get("itemtype").rsplit("/", 1)[-1]]), title=prop("headline"), outlet=_inner(item, "publisher"), url=prop("mainEntityOfPage") if prop("mainEntityOfPage").startswith("http") else "",
        published=prop("datePublished"), modified=prop("dateModified"), authors=tuple(dict.fromkeys(_all(item, "author"))), section=prop("articleSection"),
        image=next((v for e in item.xpath(".//*[@itemprop='image']") if (v := e.get("src") or e.get("content") or next(iter(e.xpath(".//@src | .//*[@itemprop='url']/@content")), ""))), ""),
    )


def _value(element: Any) -> str:
    """What a property of microdata says."""
    return plain(element.get("content") or element.get("datetime") or "") or text_of(element)


def _all(item: Any, name: str) -> Iterator[str]:
    for element in item.xpath(f".//*[@itemprop='{name}'][not(ancestor::*[@itemprop='comment'])]"):
        inner = element.xpath(".//*[@itemprop='name']")
        if value := _value(inner[0] if inner else element):
            yield value


def _inner(item: Any, name: str) -> str:
    return next(_all(item, name), "")

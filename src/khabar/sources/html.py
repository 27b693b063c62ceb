"""A news page in HTML: the body through trafilatura, the rest from what the page says of itself."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from khabar.errors import SourceError
from khabar.model import Article
from khabar.sources.copied import agencies_at_the_end, day_in, load_furniture

_NEWS_TYPES = frozenset({"NewsArticle", "Article", "ReportageNewsArticle", "OpinionNewsArticle", "BlogPosting", "LiveBlogPosting", "AnalysisNewsArticle"})
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0]+")


def html_article(page: str, name: str, url: str | None = None) -> Article:
    """The article of a page, got from `url`; raises SourceError where the page has none."""
    try:
        tree = lxml_html.fromstring(page.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as fault:
        raise SourceError(f"{name}: not a page: {fault}") from fault
    told = next(_news_objects(tree), {})
    meta = _metas(tree)
    agencies, body = agencies_at_the_end(_body(page, tree))
    if not body:
        raise SourceError(f"{name}: no article in the page")
    stamp = _string(told.get("datePublished")) or meta.get("article:published_time") or meta.get("date") or ""
    day, at = _times(stamp)
    basis = "metadata" if day else None
    if day is None:
        seen = day_in([_text(e) for e in tree.xpath("//time | //*[contains(@class,'date')]")[:6]])
        day, basis = (seen.isoformat(), "page") if seen is not None else (None, None)
    caption, credit = _figure(tree)
    return Article(
        id=name, title=_string(told.get("headline")) or _headline(tree) or meta.get("og:title") or _first(tree, "//title"),
        outlet=_name(told.get("publisher")) or meta.get("og:site_name"), url=meta.get("og:url") or _string(told.get("url")) or url,
        published=day, published_at=at, published_basis=basis,  # type: ignore[arg-type]
        modified=_string(told.get("dateModified")) or meta.get("article:modified_time") or None, authors=_names(told.get("author")), agencies=agencies,
        section=_string(told.get("articleSection")) or meta.get("article:section") or None,
        image=_image(told.get("image")) or meta.get("og:image") or None, image_caption=caption, image_credit=credit,
        abstract=_abstract(tree), text="\n\n".join(body),
    )


# -- what the page says of itself ---------------------------------------------------------------------------------------------


def _news_objects(tree: Any) -> Iterator[Mapping[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            found = json.loads(script.text or "", strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        for each in _flat(found):
            kinds = each.get("@type")
            if _NEWS_TYPES & set(kinds if isinstance(kinds, list) else [kinds]):
                yield each


def _flat(found: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(found, list):
        for each in found:
            yield from _flat(each)
    elif isinstance(found, dict):
        yield found
        yield from _flat(found.get("@graph", []))


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if key and meta.get("content").strip():
            found.setdefault(key.lower(), meta.get("content").strip())
    return found


def _string(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _name(value: object) -> str | None:
    names = _names(value)
    return names[0] if names else None


def _names(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    names = [_string(v.get("name")) if isinstance(v, dict) else _string(v) for v in values]
    return tuple(n for n in names if n)


def _image(value: object) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return _string(first.get("url")) if isinstance(first, dict) else _string(first)


def _times(stamp: str) -> tuple[str | None, str | None]:
    """The day and the time of an ISO 8601 stamp; None for what it does not tell."""
    try:
        day = date.fromisoformat(stamp[:10]).isoformat()
    except ValueError:
        return None, None
    try:
        return day, datetime.fromisoformat(stamp).isoformat() if "T" in stamp else None
    except ValueError:
        return day, None


# -- what a reader sees ---------------------------------------------------------------------------------------------------------


def _text(element: Any) -> str:
    return _BLANKS.sub(" ", " ".join(element.text_content().split())).strip()


def _first(tree: Any, path: str) -> str:
    found = tree.xpath(path)
    return _text(found[0]) if found else ""


def _headline(tree: Any) -> str:
    """The first heading that is longer than the name of an outlet."""
    return next((t for t in map(_text, tree.xpath("//h1 | //h2")) if len(t.split()) > 3), "")


def _figure(tree: Any) -> tuple[str | None, str | None]:
    """The first caption of an image, its credit in brackets apart."""
    for caption in tree.xpath("//figcaption | //*[contains(@class,'caption')]"):
        words = _text(caption)
        if words:
            match = re.match(r"^(.+?)\s*\(([^()]{2,60})\)$", words)
            return (match[1], match[2]) if match else (words, None)
    return None, None


def _abstract(tree: Any) -> tuple[str, ...]:
    """The bullets of the page's own summary."""
    for box in tree.xpath("//*[contains(@class,'summary') or contains(@id,'summary') or contains(@class,'abstract')]"):
        bullets = tuple(_text(li) for li in box.xpath(".//li") if _text(li))
        if bullets:
            return bullets
    return ()


def _body(page: str, tree: Any) -> list[str]:
    """The paragraphs of the article, without captions, furniture and the page's own summary."""
    import trafilatura  # slow to load, and only pages need it

    text = trafilatura.extract(page, include_comments=False, include_tables=False, favor_precision=True) or ""
    furniture = load_furniture()
    headline, caption = _first(tree, "//h1"), _figure(tree)[0] or ""
    dropped = {headline, caption, *_abstract(tree)}
    found = []
    for line in text.split("\n"):
        plain = line.strip().removeprefix("- ")
        if plain and plain not in dropped and not furniture.is_furniture(plain) and not (caption and plain.startswith(caption)):
            found.append(line.strip())
    return found

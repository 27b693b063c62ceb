"""The article in the state that a page hands to its program: React, Vue and the like, where no text stands in the page itself."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from khabar.sources.page.told import Told, loose_json
from khabar.sources.page.tree import plain

_BODIES = ("articleBody", "bodyHtml", "body_html", "body", "content", "contentHtml", "html", "fullText", "full_text", "text", "story", "details", "description_html", "blocks", "paragraphs")
_TITLES = ("title", "headline", "name", "articleTitle", "heading")
_PUBLISHED = ("datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publicationDate", "firstPublished", "published", "publishedDate", "pubDate", "date", "createdAt", "created_at")
_MODIFIED = ("dateModified", "updatedAt", "updated_at", "modifiedAt", "modified_at", "lastUpdated", "modified", "updateDate")
_AUTHORS = ("authors", "author", "writers", "writer", "byline", "creators")
_SECTIONS = ("section", "category", "categories", "sections", "primaryCategory", "topic")
_IMAGES = ("mainImage", "main_image", "image", "featuredImage", "featured_image", "cover", "coverImage", "leadImage", "heroImage", "thumbnail", "media", "images")
_ASSIGNED = re.compile(r"(?:window|self|globalThis)?\.?\s*[\w$.\[\]\"']+\s*=\s*(?=[{\[])")
_IMAGE = re.compile(r"image|photo|picture|media|cover|thumb", re.I)
_PARSED = re.compile(r"=\s*JSON\.parse\(\s*(?=\")")
_LEAST = 120
_MOST_NODES = 50_000


def state_told(tree: Any, page_title: str) -> Told:
    """What the page's program is told of its article: of all things with a title and a long text, the one titled as the page, else the longest."""
    found = [each for data in _data(tree) for each in _articles(data)]
    if not found:
        return Told()
    return max(found, key=lambda told: (bool(told.title) and told.title in page_title, len(told.body)))


def _data(tree: Any) -> Iterator[Any]:
    """The JSON of each script that holds some."""
    for script in tree.xpath("//script[not(@src)]"):
        text = script.text or ""
        if len(text) < _LEAST:
            continue
        if (script.get("type") or "").endswith("json"):
            yield loose_json(text) if "ld+json" not in script.get("type") else None
        elif match := _PARSED.search(text[:400]):
            try:
                yield loose_json(json.JSONDecoder(strict=False).raw_decode(text, match.end())[0])
            except (ValueError, RecursionError, TypeError):
                continue
        elif match := _ASSIGNED.search(text[:400]):
            try:
                yield json.JSONDecoder(strict=False).raw_decode(text, match.end())[0]
            except (ValueError, RecursionError):
                continue


def _articles(data: Any) -> Iterator[Told]:
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        each = waiting.pop()
        seen += 1
        if isinstance(each, Mapping):
            if told := _article(each):
                yield told
            waiting.extend(reversed(list(each.values())))
        elif isinstance(each, list):
            waiting.extend(reversed(each))


def _article(each: Mapping[str, Any]) -> Told | None:
    title = _string(each, _TITLES)
    body = max((_body(each.get(key), 0) for key in _BODIES if each.get(key)), key=len, default="") if title else ""
    if len(body) < _LEAST or not re.search("[\u0621-\u064a]{2}", body):
        return None
    pictures = [p for key in (*_IMAGES, *(k for k in each if _IMAGE.search(k))) if (p := _first(each.get(key)))]
    picture = next((p for p in pictures if isinstance(p, Mapping)), pictures[0] if pictures else None)
    shown = picture if isinstance(picture, Mapping) else {"url": picture} if isinstance(picture, str) else {}
    return Told(
        title=title, published=_string(each, _PUBLISHED), modified=_string(each, _MODIFIED), authors=_names(next((each[key] for key in _AUTHORS if each.get(key)), None)),
        section=next((s for key in _SECTIONS if (s := _named(_first(each.get(key))))), ""), image=_string(shown, ("url", "src", "contentUrl", "path")),
        caption=_string(shown, ("caption", "description", "alt")), credit=_string(shown, ("credit", "creditText", "source", "copyright", "photographer")), body=body,
        url=url if (url := _string(each, ("canonicalUrl", "url", "link", "shareUrl"))).startswith("http") else "",
    )


def _first(value: object) -> Any:
    return (value[0] if value else None) if isinstance(value, list) else value


def _string(each: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    for key in keys:
        value = each.get(key)
        if isinstance(value, Mapping):
            value = value.get("rendered") or value.get("text") or value.get("value")
        if isinstance(value, str) and value.strip():
            return plain(value)
    return ""


def _named(value: object) -> str:
    if isinstance(value, Mapping):
        return _string(value, ("name", "title", "label", "displayName", "fullName"))
    return plain(value) if isinstance(value, str) else ""


def _names(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name for each in values if (name := _named(each)) and not name.startswith("http")))


def _body(value: object, depth: int) -> str:
    """A body as HTML or lines: a string, a list of paragraphs, or blocks with their text."""
    if depth > 6:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        if str(value.get("type") or value.get("blockType") or "").lower() in ("image", "embed", "ad", "related", "video", "gallery", "tweet"):
            return ""
        return next((text for key in ("rendered", "html", "text", "content", "value", "data", "body", "children", "blocks", "paragraphs") if (text := _body(value.get(key), depth + 1))), "")
    if isinstance(value, list):
        return "\n".join(text for each in value if (text := _body(each, depth + 1)))
    return ""

"""An Atom feed (RFC 4287)."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from lxml import etree

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Entry:
    """One article: its id and version, headline, outlet, words that tell of it, address, and when it was published and stored (ISO 8601)."""

    id: str
    version: int
    title: str
    outlet: str | None
    summary: str
    url: str | None
    published: str | None
    stored: str


def atom(name: str, query: str, made: str, entries: Iterable[Entry], updated: str) -> bytes:
    """The feed of a saved search; `made` and `updated` are times in ISO 8601 with an offset."""
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "ar")
    _add(feed, "id", f"tag:khabar.invalid,{made[:10]}:alert/{quote(name)}")
    _add(feed, "title", f"{name}: {query}")
    _add(feed, "updated", updated)
    for entry in entries:
        _entry(feed, entry)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True))


def _entry(feed: etree._Element, entry: Entry) -> None:
    element = etree.SubElement(feed, f"{{{_ATOM}}}entry")
    _add(element, "id", f"tag:khabar.invalid,2024:article/{quote(entry.id, safe='')}/{entry.version}")
    _add(element, "title", entry.title or entry.id)
    _add(element, "updated", entry.stored)
    if entry.published:
        _add(element, "published", f"{entry.published[:10]}T00:00:00Z")
    _add(etree.SubElement(element, f"{{{_ATOM}}}author"), "name", entry.outlet or "?")
    if entry.url and entry.url.startswith(("http://", "https://")):
        etree.SubElement(element, f"{{{_ATOM}}}link").set("href", _sound(entry.url))
    _add(element, "summary", entry.summary)


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = _sound(text)


def _sound(text: str) -> str:
    """`text` without the controls that XML cannot hold."""
    return "".join(c for c in text if ord(c) >= 0x20 and c not in "\ufffe\uffff" or c in "\t\n\r")

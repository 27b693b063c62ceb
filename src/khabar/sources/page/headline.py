"""The headline of a page, and the part of the page that is its article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from khabar.sources.furniture import folded
from khabar.sources.page.parts import words_of
from khabar.sources.page.tree import Block, plain, tag_of, text_of

_PARTERS = re.compile(r"\s+(?:\||-|–|—|::|»|«|•|/)\s+|\s*\|\s*")
_HEADINGS = ("h1", "h2", "h3")
_LEAST_WORDS = 2
_LOGOS = frozenset(("logo", "site", "brand", "branding", "masthead"))


@dataclass(frozen=True, slots=True)
class Headline:
    """The title; where it stands among the blocks (-1: nowhere); the part of the page that is its article."""

    title: str
    place: int
    scope: Any


def headline(tree: Any, seen: Sequence[Block], told: str, outlet: str) -> Headline:
    """The headline as the page shows it, else as it tells it (`told`); never the name of the `outlet`."""
    titles = _told_titles(tree, told, outlet)
    place = _place(seen, titles, outlet)
    shown = seen[place].text if place >= 0 else ""
    title = _best(shown, titles)
    return Headline(title, place, _scope(tree, seen, place))


def _told_titles(tree: Any, told: str, outlet: str) -> list[str]:
    """What the page tells to be its title, without the name of its outlet."""
    window = next((plain(e.text_content() or "") for e in tree.xpath("//title")), "")
    return [t for t in (without_outlet(told, outlet), without_outlet(window, outlet)) if t]


def without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet and section behind it: «… | صدى الساحل»."""
    parts = _PARTERS.split(title)
    if len(parts) > 1:
        if outlet and folded(parts[0]) == folded(outlet):
            return title[len(parts[0]) :].lstrip(" |-–—:»«•/")
        while len(parts) > 1 and (folded(parts[-1]) == folded(outlet) or (len(parts[-1].split()) <= 3 and len(parts[0].split()) > 3 and len(parts[-1]) < len(parts[0]))):
            tail = parts.pop()
            title = title[: title.rindex(tail)].rstrip(" |-–—:»«•/") if tail else title
    return title


def _place(seen: Sequence[Block], titles: Sequence[str], outlet: str) -> int:
    """The block that shows the headline: a heading that is a told title, a heading in a told title, any block that is one, the first long h1."""
    wanted = [folded(t) for t in titles]
    kinds: dict[int, int] = {}
    for number, block in enumerate(seen):
        text, heading = folded(block.text), _heading(block)
        if not text or (not heading and block.is_link) or text == folded(outlet):
            continue
        same = text in wanted
        part = any(_is_part(text, t) for t in wanted)
        rank = 0 if heading == 1 and same else 1 if heading and same else 2 if heading == 1 and part else 3 if same or (heading and part) else 4 if part else 5 if heading == 1 and _long(block, outlet) else 9
        if rank < 9:
            kinds.setdefault(rank, number)
    return kinds[min(kinds)] if kinds else -1


def _is_part(text: str, title: str) -> bool:
    return len(text.split()) > _LEAST_WORDS and (title.startswith(text) or title.endswith(text) or text.startswith(title.rstrip(" .…")) and len(title) > 20)


def _heading(block: Block) -> int:
    """1 for h1, 2 and 3 for lesser headings, 0 for none."""
    element = block.element
    for _ in range(4):
        if element is None:
            return 0
        if tag_of(element) in _HEADINGS:
            return int(tag_of(element)[1])
        element = element.getparent()
    return 0


def _long(block: Block, outlet: str) -> bool:
    element, logo = block.element, False
    for _ in range(4):
        if element is not None:
            logo = logo or not _LOGOS.isdisjoint(words_of(element))
            element = element.getparent()
    return len(block.text.split()) > _LEAST_WORDS and not logo and not block.is_link and folded(block.text) != folded(outlet)


def _best(shown: str, titles: Sequence[str]) -> str:
    """The shown headline, unless the page tells quite another one."""
    if not titles:
        return shown
    if shown and any(_is_part(folded(shown), folded(t)) or folded(shown) == folded(t) for t in titles):
        return shown
    return titles[0]


def _scope(tree: Any, seen: Sequence[Block], place: int) -> Any:
    """The article of the headline: the nearest <article> or NewsArticle around it that holds more than the headline, else the page."""
    body = tree.find("body") if tree.find("body") is not None else tree
    element = seen[place].element if place >= 0 else None
    while element is not None:
        if (tag_of(element) == "article" or "Article" in (element.get("itemtype") or "")) and len(text_of(element)) > len(seen[place].text) + 80:
            return element
        element = element.getparent()
    inside = [e for e in tree.xpath("//article") if len(text_of(e)) > 200]
    return inside[0] if len(inside) == 1 and place < 0 else body

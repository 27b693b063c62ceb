"""The summary that a page itself carries: bullets in a box, or the line between headline and body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from khabar.sources.furniture import folded, load_furniture, load_page_parts
from khabar.sources.page.parts import marks
from khabar.sources.page.tree import Block, blocks, tag_of, text_of

_LONGEST = 2500
_MOST_LABELS = 20
_HOLDERS = frozenset(("div", "section", "aside", "ul", "ol", "details", "blockquote", "td", "header"))


@dataclass(frozen=True, slots=True)
class Box:
    """The lines of a summary, and the elements that show it."""

    lines: tuple[str, ...] = ()
    parts: tuple[Any, ...] = ()


def summary_box(scope: Any, head: Any, marked: Sequence[Any]) -> Box:
    """The page's own summary in bullets."""
    for element in _candidates(scope, head, marked):
        lines = _bullets(element)
        if lines:
            return Box(lines, (element,))
    return Box()


def _candidates(scope: Any, head: Any, marked: Sequence[Any]) -> Iterator[Any]:
    """Boxes marked as summary, then what stands around a label like «أبرز النقاط»; never what holds the headline or the body."""
    parts, labels = load_page_parts(), load_furniture().summary
    held = {e for each in (head, *marked) if each is not None for e in (each, *each.iterancestors())}
    for element in scope.iter():
        if tag_of(element) in _HOLDERS and element not in held and marks(element, parts.summary):
            yield element
    labels_left = _MOST_LABELS
    for element in scope.iter():
        if tag_of(element) and tag_of(element) not in ("script", "style") and len(element) <= 2 and folded(element.text_content()[:60]) in labels:
            holder = element.getparent()
            while holder is not None and holder not in held and len(blocks(holder)) < 2:
                holder = holder.getparent()
            labels_left -= 1
            if labels_left < 0:
                return
            if holder is not None and holder not in held:
                yield holder
            elif (after := element.getnext()) is not None and tag_of(after) in ("ul", "ol"):
                yield after


def _bullets(box: Any) -> tuple[str, ...]:
    """The bullets of a box: its list, else its lines without label and buttons."""
    furniture = load_furniture()
    items = [t for li in box.iter("li") if (t := text_of(li)) and not li.findall(".//li")]
    lines = items or [b.text for b in blocks(box)]
    kept = tuple(line for line in lines if folded(line) not in furniture.summary and not furniture.is_furniture(line) and not furniture.is_empty(line))
    linked = sum(b.linked for b in blocks(box))
    whole = sum(map(len, kept))
    return kept if 0 < whole <= _LONGEST and linked * 2 < whole and (items or len(kept) <= 6) else ()


def deck(blocks_before: Sequence[Block], title: str) -> Block | None:
    """The line between headline and body that the page marks as such."""
    parts = load_page_parts()
    for block in blocks_before:
        element = block.element
        for _ in range(2):
            if element is not None and marks(element, parts.deck) and len(block.text.split()) > 3 and folded(block.text) != folded(title):
                return block
            element = element.getparent() if element is not None else None
    return None

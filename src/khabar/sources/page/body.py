"""The body of an article: where it stands in the page, and its paragraphs."""

import logging
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from khabar.sources.furniture import folded, load_furniture
from khabar.sources.page.headline import Headline
from khabar.sources.page.parts import is_body, is_furniture
from khabar.sources.page.tree import Block, blocks, is_within, tag_of

_SENTENCE = 40
_MOST = 0.85
_ENDS = (".", "!", "؟", "?", "»", '"', "”", ":", "…", ")")


def furniture_in(scope: Any, head: Any, marked: Collection[Any]) -> set[Any]:
    """The parts under `scope` that are no news; never one that holds the headline (`head`) or a marked body."""
    holders = {e for inner in (*marked, *([head] if head is not None else [])) for e in _upward(inner)}
    found: set[Any] = set()
    for element in scope.iter():
        if element is not scope and isinstance(element.tag, str) and element not in holders and is_furniture(element):
            found.add(element)
    return found


def _upward(element: Any) -> Iterator[Any]:
    while element is not None:
        yield element
        element = element.getparent()


def paragraphs(page: str, seen: Sequence[Block], told: Headline, skipped: set[Any], marked: Sequence[Any]) -> list[Block]:
    """The blocks of the body in order: what stands in the marked body, else in the least part that holds what trafilatura finds."""
    every = blocks(told.scope, skipped)
    start = _start(every, seen[told.place] if told.place >= 0 else None)
    usable = [b for b in every[start : _end(every, start)] if not is_noise(b)]
    good = [b for b in usable if is_good(b)]
    if (holder := _marked(good, marked)) is not None:
        return [b for b in usable if is_within(b.element, holder)]
    if (holder := _holder(told.scope, _voted(page, good))) is None:
        return []
    inside = [b for b in usable if is_within(b.element, holder)]
    places = [n for n, b in enumerate(inside) if is_good(b)]
    return inside[places[0] : places[-1] + 1]


def is_good(block: Block) -> bool:
    """Whether a block reads like a paragraph."""
    unlinked = len(block.text) - block.linked
    return unlinked * 2 > len(block.text) and (unlinked >= _SENTENCE or (unlinked >= 12 and block.text.endswith(_ENDS)))


def is_noise(block: Block) -> bool:
    """Whether a block is a link to another story, a button, a label."""
    furniture = load_furniture()
    if furniture.is_furniture(block.text) and folded(block.text) not in furniture.ends:
        return True
    return furniture.is_empty(block.text) or (block.is_link and len(block.text) < 200)


def _start(kept: Sequence[Block], head: Block | None) -> int:
    """The first block behind the headline."""
    if head is None:
        return 0
    for number, block in enumerate(kept):
        if block.element is head.element and block.text == head.text:
            return number + 1
    return 0


def _end(kept: Sequence[Block], start: int) -> int:
    """Where the news ends: at a headline of another article, or a label like «التعليقات»."""
    ends = load_furniture().ends
    for number in range(start, len(kept)):
        if folded(kept[number].text) in ends or (tag_of(kept[number].element) == "h1" and len(kept[number].text.split()) > 3):
            return number
    return len(kept)


def marked_bodies(scope: Any) -> list[Any]:
    """The parts that the page marks as body, outermost first, without those in comments and lists of other stories."""
    found = []
    for element in scope.iter():
        if isinstance(element.tag, str) and is_body(element) and not any(is_furniture(e) for e in _between(element, scope)):
            found.append(element)
    return found


def _between(element: Any, scope: Any) -> Iterator[Any]:
    while element is not None and element is not scope:
        yield element
        element = element.getparent()


def _marked(good: Sequence[Block], marked: Sequence[Any]) -> Any:
    """The smallest marked part that holds nearly as much as the best of them; None where the text is spread over several."""
    weights = [(sum(len(b.text) for b in good if is_within(b.element, each)), each) for each in marked]
    most = max((weight for weight, _ in weights), default=0)
    if not most:
        return None
    apart = [each for weight, each in weights if weight and not any(e in marked for e in each.iterancestors())]
    if len(apart) > 1 and most < 0.6 * sum(len(b.text) for b in good):
        return None
    return [each for weight, each in weights if weight >= 0.9 * most][-1]


def _voted(page: str, good: Sequence[Block]) -> Sequence[Block]:
    """Those of the paragraphs that trafilatura finds too; all, where it finds none."""
    if len(good) < 2:
        return good
    import trafilatura  # slow to load, and only some pages need it

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # it logs what it does not find
    text = "".join((trafilatura.extract(page, include_comments=False, favor_recall=True) or "").split())
    voted = [b for b in good if "".join(b.text.split())[:60] in text]
    return voted or good


def _holder(scope: Any, good: Sequence[Block]) -> Any:
    """The least part that holds most of the paragraphs."""
    weights: dict[Any, int] = {}
    for block in good:
        for element in _upward(block.element):
            weights[element] = weights.get(element, 0) + len(block.text)
    holder, whole = scope, weights.get(scope, 0)
    if not whole:
        return None
    while True:
        inner = next((e for e in holder if weights.get(e, 0) >= _MOST * whole), None)
        if inner is None or tag_of(inner) == "p":
            return holder
        holder = inner

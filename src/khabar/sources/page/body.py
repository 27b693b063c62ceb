"""The body of an article: where it stands in the page, and its paragraphs."""

import logging
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from khabar.sources.copied import AGENCIES
from khabar.sources.furniture import folded, load_furniture
from khabar.sources.page.headline import Headline
from khabar.sources.page.parts import is_body, is_furniture
from khabar.sources.page.people import sources_in
from khabar.sources.page.tree import Block, blocks, is_within, lengths, tag_of

_SENTENCE = 40
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LEAD = 60
_MOST = 0.85
_LONGEST_FORM = 300
_LONGEST_BOX, _LABEL = 600, 40
_WHOLES = frozenset(("html", "body", "main", "article"))
_COUNT = re.compile(r"[(\[]?\s*\d+\s*[)\]]?")
_ENDS = (".", "!", "؟", "?", "»", '"', "”", ":", "…", ")")


def furniture_in(scope: Any, head: Any, marked: Collection[Any]) -> set[Any]:
    """The parts under `scope` that are no news; never one that holds the headline (`head`) or a marked body."""
    holders = {e for inner in (*marked, *([head] if head is not None else [])) for e in _upward(inner)}
    found: set[Any] = set()
    for element in scope.iter():
        if element is not scope and isinstance(element.tag, str) and element not in holders and is_furniture(element):
            found.add(element)
    sizes = lengths(scope)
    for block in blocks(scope, found):
        if len(block.text) <= _LABEL and load_furniture().is_furniture(block.text) and (box := _labelled_box(block, holders, sizes)) is not None:
            found.add(box)
    return found | {box for form in scope.iter("form") if (box := _form_box(form, holders, sizes)) is not None}


def _labelled_box(label: Block, holders: set[Any], sizes: Mapping[Any, int]) -> Any:
    """The small box that a label like «اقرأ أيضا» opens, with its list; None where it holds what may be news."""
    box = None
    for each in (label.element, *label.element.iterancestors()):
        if each in holders or tag_of(each) in _WHOLES or sizes.get(each, _LONGEST_BOX + 1) > _LONGEST_BOX:
            break
        lines = blocks(each)
        if lines[0].text != label.text or any(len(b.text) - b.linked > _SENTENCE * 2 for b in lines):
            break
        box = each if len(lines) > 1 else box
    return box


def _form_box(form: Any, holders: set[Any], sizes: Mapping[Any, int]) -> Any:
    """The small box around a form: a newsletter, a search."""
    box = None
    for each in form.iterancestors():
        if each in holders or tag_of(each) in _WHOLES or sizes.get(each, _LONGEST_FORM + 1) > _LONGEST_FORM:
            return box
        box = each
    return box


def _upward(element: Any) -> Iterator[Any]:
    while element is not None:
        yield element
        element = element.getparent()


def paragraphs(page: str, seen: Sequence[Block], told: Headline, skipped: set[Any], marked: Sequence[Any]) -> list[Block]:
    """The blocks of the body in order: what stands in the marked body, else in the least part that holds what trafilatura finds."""
    every = blocks(told.scope, skipped)
    start = _start(every, seen[told.place] if told.place >= 0 else None)
    usable = _without_offers(every[start : _end(every, start)])
    good = [b for b in usable if is_good(b)]
    if holders := _marked(good, marked):
        within = set(holders)
        inside = [b for b in usable if any(e in within for e in _upward(b.element))]
        return [*_leads(usable, inside, holders[0], told.scope), *inside]
    if (holder := _holder(told.scope, _voted(page, good))) is None:
        return []
    inside = [b for b in usable if is_within(b.element, holder)]
    places = [n for n, b in enumerate(inside) if is_good(b)]
    last = places[-1] + 1
    while last < len(inside) and (AGENCIES.match(inside[last].text) or sources_in(inside[last].text)):
        last += 1
    first = places[0]
    while first and _heads(inside[first - 1], inside[first], holder):
        first -= 1
    return inside[first:last]


def _heads(heading: Block, block: Block, holder: Any) -> bool:
    """Whether a heading stands over a block in a part of their own: the headline of an entry."""
    part = heading.element.getparent()
    return tag_of(heading.element) in _HEADINGS and part is not None and part is not holder and is_within(block.element, part)


def _without_offers(every: Sequence[Block]) -> list[Block]:
    """The blocks that may be news: no noise, nor what stands under a heading that offers a newsletter."""
    offers = load_furniture().offers
    found, offered = [], False
    for block in every:
        heading = tag_of(block.element) in _HEADINGS
        offered = heading and folded(block.text).startswith(offers) or offered and not heading
        if not offered and not is_noise(block):
            found.append(block)
        offered = offered and heading  # one paragraph stands under it
    return found


def _leads(usable: Sequence[Block], inside: Sequence[Block], holder: Any, scope: Any) -> list[Block]:
    """Whole sentences that stand before the marked body, in the part around it: a lead that has a box of its own."""
    around = holder
    for _ in range(2):
        if around is not scope and around.getparent() is not None:
            around = around.getparent()
    if not inside or inside[0] not in usable:
        return []
    texts = {b.text for b in inside}
    before = usable[: usable.index(inside[0])]
    return [b for b in before if is_good(b) and len(b.text) >= _LEAD and b.text.endswith((".", "؟", "»", "”")) and b.text not in texts and is_within(b.element, around)]


def is_good(block: Block) -> bool:
    """Whether a block reads like a paragraph."""
    unlinked = len(block.text) - block.linked
    return unlinked * 2 > len(block.text) and (unlinked >= _SENTENCE or (unlinked >= 12 and block.text.endswith(_ENDS)))


def is_noise(block: Block) -> bool:
    """Whether a block is a link to another story, a button, a label."""
    furniture = load_furniture()
    if furniture.is_furniture(block.text) and folded(block.text) not in furniture.ends:
        return True
    mostly = block.linked * 10 >= len(block.text) * 6 and not block.text.endswith((".", "؟", "!"))
    figure = tag_of(block.element) in ("td", "th") and any(c.isdigit() for c in block.text)
    return (furniture.is_empty(block.text) and not figure) or ((block.is_link or mostly) and len(block.text) < 200)


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
    ends, walls = load_furniture().ends, load_furniture().walls
    for number in range(start, len(kept)):
        if folded(_COUNT.sub("", kept[number].text)) in ends or (len(kept[number].text) < 90 and folded(kept[number].text).startswith(walls)) or (tag_of(kept[number].element) == "h1" and len(kept[number].text.split()) > 3):
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


def _marked(good: Sequence[Block], marked: Sequence[Any]) -> Sequence[Any]:
    """The smallest marked part that holds nearly as much as the best of them; all of them where the text is spread over several that hold most of it."""
    held_by = _weights(good)
    weights = [(held_by.get(each, 0), each) for each in marked]
    most = max((weight for weight, _ in weights), default=0)
    if not most:
        return ()
    every = set(marked)
    apart = [each for weight, each in weights if weight and not any(e in every for e in each.iterancestors())]
    whole = sum(len(b.text) for b in good)
    if len(apart) > 1 and most < 0.6 * whole:
        held = sum(held_by.get(each, 0) for each in apart)
        alike = {(tag_of(each), each.get("class")) for each in apart}
        return [each for each in marked if (tag_of(each), each.get("class")) in alike] if held >= 0.6 * whole else ()
    return [each for weight, each in weights if weight >= 0.9 * most][-1:]


def _voted(page: str, good: Sequence[Block]) -> Sequence[Block]:
    """Those of the paragraphs that trafilatura finds too; all, where it finds none."""
    if len(good) < 2:
        return good
    import trafilatura  # slow to load, and only some pages need it

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # it logs what it does not find
    text = "".join((trafilatura.extract(page, include_comments=False, favor_recall=True) or "").split())
    voted = [b for b in good if "".join(b.text.split())[:60] in text]
    return voted or good


def _weights(good: Sequence[Block]) -> dict[Any, int]:
    """How much of the paragraphs each element holds."""
    weights: dict[Any, int] = {}
    for block in good:
        for element in _upward(block.element):
            weights[element] = weights.get(element, 0) + len(block.text)
    return weights


def _holder(scope: Any, good: Sequence[Block]) -> Any:
    """The least part that holds most of the paragraphs."""
    weights = _weights(good)
    holder, whole = scope, weights.get(scope, 0)
    if not whole:
        return None
    while True:
        inner = next((e for e in holder if weights.get(e, 0) >= _MOST * whole), None)
        if inner is None or tag_of(inner) == "p":
            return holder
        holder = inner

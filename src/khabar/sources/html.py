"""A news page in HTML as an article: what the page tells machines, what it shows readers, and its body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from khabar.errors import SourceError
from khabar.model import Article, Genre, PublishedBasis
from khabar.sources.copied import agencies_at_the_end, editors_at_the_end
from khabar.sources.furniture import folded, load_furniture
from khabar.sources.page import when
from khabar.sources.page.body import furniture_in, is_good, is_noise, marked_bodies, paragraphs
from khabar.sources.page.headline import Headline, headline
from khabar.sources.page.parts import marks
from khabar.sources.page.people import People, byline_lines, is_byline, people, sources_in
from khabar.sources.page.picture import Picture, captions, picture
from khabar.sources.page.state import state_told
from khabar.sources.page.summary import Box, deck, summary_box
from khabar.sources.page.told import Told, item_told, joined, json_told, meta_told
from khabar.sources.page.tree import Block, blocks, is_within, parse, plain, tag_of

_BEFORE, _BEHIND = 6, 8
_BYLINES = frozenset(("author", "authors", "byline", "writer", "by", "editor", "reporter"))
_CLOCK_LINE = re.compile(r"\d{1,2}:\d\d(?:\s*\w{1,8})?(?: [\w.]{1,12}){0,3}|(?:منذ|قبل) [\w ]{2,24}|الآن")
_PIECES = frozenset(("span", "a", "time", "b", "strong", "i", "em", "small"))
_MASTHEADS = frozenset(("header", "nav", "footer", "aside"))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was found of the article in the page."""

    head: Headline
    body: tuple[str, ...]
    around: tuple[Block, ...]
    picture: Picture
    abstract: tuple[str, ...]
    bylines: tuple[str, ...]
    sources: tuple[str, ...]


def html_article(page: str, name: str, url: str | None = None) -> Article:
    """The article of a page, got from `url`; raises SourceError where the page has none."""
    tree = parse(page, name)
    told = joined(json_told(tree), item_told(tree), meta_told(tree))
    seen = _seen(page, tree, told)
    if not any(map(_is_text, seen.body)):
        told, seen = _from_data(tree, told, seen)
    if not seen.body:
        seen = replace(seen, body=captions(seen.picture))
    if not seen.body:
        raise SourceError(f"{name}: no article in the page")
    agencies, body = agencies_at_the_end([line for line in seen.body if not sources_in(line)])
    if not body:
        raise SourceError(f"{name}: no article in the page")
    moment, basis, modified = _when(told, seen, url)
    outlet = told.outlet
    who = people(told.authors, [*byline_lines(seen.around, seen.bylines), editors_at_the_end(list(seen.body))], outlet, seen.head.title)
    return Article(
        id=name, title=seen.head.title or told.title, outlet=outlet or None, url=told.url or url, genre=_genre(told), published=moment.day if moment else None,
        published_at=moment.at if moment else None, published_basis=basis, modified=(modified.at or modified.day) if modified else None, authors=who.authors,
        agencies=_agencies(agencies, seen, who), section=told.section or None, image=told.image or None, image_caption=seen.picture.caption or told.caption or None,
        image_credit=seen.picture.credit or told.credit or None, abstract=seen.abstract or told.abstract, text="\n\n".join(body),
    )


def _agencies(last: tuple[str, ...], seen: _Seen, who: People) -> tuple[str, ...]:
    """The agencies in the last bracket, in lines like «المصدر:», and among the authors."""
    told = [name for line in (*seen.sources, *seen.body) for name in sources_in(line)]
    return tuple(dict.fromkeys((*last, *told, *who.agencies)))


def _is_text(line: str) -> bool:
    return len(line) >= 40


# -- what a reader sees -------------------------------------------------------------------------------------------------------------


def _seen(page: str, tree: Any, told: Told) -> _Seen:
    everything = blocks(tree.find("body") if tree.find("body") is not None else tree)
    head = headline(tree, everything, told.title, told.outlet)
    element = everything[head.place].element if head.place >= 0 else None
    marked = [] if "LiveBlogPosting" in told.kinds else marked_bodies(head.scope)  # the headlines of entries stand outside what they mark
    holders = frozenset(e for each in (*marked, *([element] if element is not None else [])) for e in (each, *each.iterancestors()))
    shown = picture(head.scope, head.title, told.outlet, holders)
    box = summary_box(head.scope, element, marked)
    skipped = furniture_in(head.scope, element, marked) | set(shown.parts) | set(box.parts)
    found = paragraphs(page, everything, head, skipped, marked)
    around = _around(everything, head, found, {*shown.parts, *box.parts})
    line = deck(around, head.title)
    body = tuple(b.text for b in found if not _is_label(b, head, shown, box, line))
    inside = {b.text for b in found}
    abstract = box.lines or ((line.text,) if line is not None and line.text not in body else ())
    bylines = tuple(b.text for b in around if b.text not in inside and _is_marked_byline(b))
    return _Seen(head, body, around, shown, abstract, bylines, tuple(b.text for b in everything if len(b.text) < 120))


def _is_label(block: Block, head: Headline, shown: Picture, box: Box, line: Block | None) -> bool:
    """Whether a block of the body repeats the headline, caption or summary, or only tells when and by whom."""
    text = block.text
    if folded(text) in {folded(each) for each in (head.title, shown.caption or "", *box.lines) if each} or (line is not None and text == line.text):
        return True
    if is_byline(text) or _CLOCK_LINE.fullmatch(text) or (box.lines and folded(text) in load_furniture().summary):
        return True
    return len(text) < 70 and when.line_shown(text) != when.Shown()


def _around(everything: Sequence[Block], head: Headline, body: Sequence[Block], parts: set[Any]) -> tuple[Block, ...]:
    """The blocks that tell of the article: near before the headline, up to the body, a few behind it; without captions, mastheads and other stories."""
    texts = {(b.element, b.text) for b in body}
    places = [n for n, b in enumerate(everything) if (b.element, b.text) in texts and is_good(b)]
    first, last = (places[0], places[-1]) if places else (head.place, head.place)
    near = _near(everything[head.place].element) if head.place >= 0 else None
    before = [b for b in everything[max(0, head.place - _BEFORE) : max(0, head.place)] if near is not None and is_within(b.element, near)]
    behind = [b for b in everything[last + 1 : last + 1 + _BEHIND] if is_within(b.element, head.scope) and not (is_noise(b) and not sources_in(b.text))]
    middle = everything[head.place + 1 : first + 1] if head.place >= 0 else everything[max(0, first - _BEFORE) : first + 1]
    return tuple(each for b in (*middle, *before, *behind) for each in _pieces(b, texts) if not any(is_within(b.element, part) for part in parts) and not _in_masthead(b.element, head.scope))


def _pieces(block: Block, body: set[tuple[Any, str]]) -> Sequence[Block]:
    """A line of a byline or dateline by its own parts, which often stand apart only by their look."""
    parts = [e for e in block.element if tag_of(e) in _PIECES and plain(e.text_content())]
    if len(parts) < 2 or (block.element, block.text) in body or len(block.text) > 200:
        return (block,)
    pieces: list[Block] = []
    for element in parts:
        text = plain(element.text_content())
        if pieces and pieces[-1].text.endswith((":", "،", ",")):
            text = f"{pieces.pop().text} {text}"
        pieces.append(Block(text, element, 0))
    covered = sum(len(p.text) for p in pieces)
    return pieces if covered + 8 >= len(block.text) else (block,)


def _near(element: Any) -> Any:
    """Two levels around a headline, the rows of a table not counted."""
    levels = 2
    while levels:
        parent = element.getparent()
        if parent is None or tag_of(parent) in ("body", "main", "html"):
            return element
        levels -= tag_of(parent) not in ("td", "tr", "tbody", "center", "font")
        element = parent
    return element


def _in_masthead(element: Any, scope: Any) -> bool:
    while element is not None and element is not scope:
        if tag_of(element) in _MASTHEADS and tag_of(element) != "header":
            return True
        element = element.getparent()
    return False


def _is_marked_byline(block: Block) -> bool:
    element = block.element
    for _ in range(2):
        if element is not None and (marks(element, _BYLINES) or element.get("rel") == "author" or element.get("itemprop") == "author"):
            return len(block.text) <= 80
        element = element.getparent() if element is not None else None
    return False


# -- what stands in data only --------------------------------------------------------------------------------------------------------


def _from_data(tree: Any, told: Told, seen: _Seen) -> tuple[Told, _Seen]:
    """The article that a page without a text of its own holds as data: the state of its program, or the body in its JSON-LD."""
    data = told if told.body else joined(told, state_told(tree, plain("".join(tree.xpath("//title/text()")))))
    if not data.body:
        return told, seen
    furniture = load_furniture()
    lines = data_lines(data.body)
    stop = next((n for n, line in enumerate(lines) if folded(line) in furniture.ends), len(lines))
    body = tuple(line for line in lines[:stop] if not furniture.is_furniture(line) and not furniture.is_empty(line) and folded(line) != folded(data.title))
    head = Headline(data.title or seen.head.title, seen.head.place, seen.head.scope)
    return data, _Seen(head, body, (), Picture(data.caption or None, data.credit or None), data.abstract, (), body)


def data_lines(body: str) -> list[str]:
    """The paragraphs of a body held as text or HTML, links to other stories left out."""
    if re.search(r"</?(?:p|div|br|li|h[1-6]|a|span|strong|em)\b[^<>]*>", body, re.I):
        return [b.text for b in blocks(parse(f"<div>{body}</div>", "")) if not is_noise(b)]
    return [line for raw in re.split(r"[\r\n\u2028\u2029]+", body) if (line := plain(raw))]


# -- when, and what kind --------------------------------------------------------------------------------------------------------------


def _when(told: Told, seen: _Seen, url: str | None) -> tuple[when.Moment | None, PublishedBasis | None, when.Moment | None]:
    """Publication, how it is known, and the last change."""
    shown = when.lines_shown(b.text for b in seen.around)
    stamped = [m for m in (when.stamp(told.published), *(when.stamp(t.get("datetime") or "") for t in _times(seen))) if m is not None]
    modified = when.stamp(told.modified) or shown.modified
    for moment in stamped:
        if not when.is_guess(moment) or (shown.published and shown.published.day == moment.day):
            same = shown.published if moment.at is None and shown.published and shown.published.day == moment.day else None
            return same or moment, "metadata", modified
    if shown.published:
        return shown.published, "page", modified
    day = when.address_day(told.url or url or "")
    return (when.Moment(day), "metadata", modified) if day else (None, None, modified)


def _times(seen: _Seen) -> list[Any]:
    """The <time> elements around the headline that do not tell of a change."""
    found = [e for b in seen.around for e in (b.element, *b.element.iter("time")) if tag_of(e) == "time" and e.get("datetime")]
    labels = load_furniture().update_labels
    return [e for e in dict.fromkeys(found) if not marks(e, frozenset(("updated", "modified"))) and not folded(e.getparent().text_content()[:40]).startswith(labels)]


def _genre(told: Told) -> Genre | None:
    """The kind of text that the page tells it to be."""
    section, furniture = folded(told.section), load_furniture()
    if "LiveBlogPosting" in told.kinds:
        return "live"
    if "OpinionNewsArticle" in told.kinds or section in furniture.opinion_sections:
        return "opinion"
    if section in furniture.interview_sections:
        return "interview"
    return "report" if "ReportageNewsArticle" in told.kinds else None

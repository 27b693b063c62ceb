"""Text as it is copied from a news page: each part of the page becomes its field, the rest is the body."""

import re

from khabar.model import Article
from khabar.sources.furniture import Furniture, folded, load_furniture
from khabar.sources.page.people import is_byline, people, sources_in
from khabar.sources.page.when import Shown, line_shown, lines_shown
from khabar.text.fold import fold_word

_CREDIT = re.compile(r"^(?P<caption>.+?)\s*\((?P<credit>[^()]{2,60})\)\s*$")
AGENCIES = re.compile(r"^\((?P<names>[^()]{3,120})\)\.?$")
_BULLET = re.compile(r"^[-•–*]\s+")
_LONGEST_HEADLINE = 180
_LONGEST_DATE = 90
_MOST_ABOVE = 10
_LONGEST_LABEL, _LONGEST_LISTED = 24, 110
_SENTENCE_ENDS = (".", "؟", "!", "»", "\"", ":", "”", "…", ")")
_CLOCK = re.compile(r"\d{1,2}:\d\d\b.{0,30}")


def copied_article(text: str, name: str) -> Article:
    """The article in `text`, a page as the clipboard gives it or plain paragraphs; `name` is its id."""
    furniture = load_furniture()
    blocks = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    lines = [line for line in blocks if line]
    title, lines = _headline(lines)
    shown, bylines, lines = _above(lines)
    abstract, lines = _abstract(lines, furniture)
    page = bool(abstract) or shown.published is not None or any(furniture.is_furniture(line) for line in lines[:6])
    caption, credit, lines = _caption(lines, furniture, page)
    if page:
        lines = lines[: next((n for n, line in enumerate(lines) if folded(line) in furniture.ends), len(lines))]
        lines = _without_lists(lines, furniture)
    told = tuple(name for line in lines for name in sources_in(line))
    lines = [line for line in lines if not furniture.is_furniture(line) and not (page and furniture.is_empty(line)) and not sources_in(line)]
    agencies, lines = agencies_at_the_end(lines)
    who = people((), bylines, "", title)
    day = shown.published
    return Article(
        id=name, title=title, published=day.day if day else None, published_at=day.at if day else None, published_basis="page" if day else None,
        modified=(shown.modified.at or shown.modified.day) if shown.modified else None, authors=who.authors, agencies=tuple(dict.fromkeys((*agencies, *told, *who.agencies))),
        image_caption=caption, image_credit=credit, abstract=abstract, text="\n\n".join(lines),
    )


def _without_lists(lines: list[str], furniture: Furniture) -> list[str]:
    """The lines without the titles of other stories that stand, unmarked, under «اقرأ أيضا»."""
    found: list[str] = []
    listing = False
    for line in lines:
        if furniture.is_furniture(line):
            listing = len(line) <= _LONGEST_LABEL and (folded(line).startswith(furniture.openings) or "صله" in folded(line))
        elif not (listing and len(line) <= _LONGEST_LISTED and not line.endswith(_SENTENCE_ENDS)):
            listing = False
            found.append(line)
    return found


def _headline(lines: list[str]) -> tuple[str, list[str]]:
    """The first line, where it is short, ends like a headline and something follows it; a section's name above it is left out where a date stands below."""
    if len(lines) > 2 and len(lines[0].split()) <= 2 and len(lines[1].split()) >= 4 and any(line_shown(line) != Shown() for line in lines[2:7] if len(line) <= _LONGEST_DATE):
        lines = lines[1:]
    if len(lines) > 1 and len(lines[0]) <= _LONGEST_HEADLINE and not lines[0].endswith((".", "؟!", "،", ":")) and len(lines[0]) < len(max(lines[1:], key=len)):
        return lines[0], lines[1:]
    return "", lines


def _above(lines: list[str]) -> tuple[Shown, list[str], list[str]]:
    """What the lines above the body tell: when, and who wrote; and the lines without them."""
    above = next((n for n, line in enumerate(lines[:_MOST_ABOVE]) if len(line) > _LONGEST_HEADLINE), min(len(lines), _MOST_ABOVE))
    if len(lines) == 1:  # a sentence that tells a date is no line above a body
        return Shown(), [], lines
    dates = [line for line in lines[:above] if len(line) <= _LONGEST_DATE and not line.endswith(".") and (line_shown(line) != Shown() or _CLOCK.fullmatch(line))]
    bylines = [line for line in lines[:above] if is_byline(line)]
    return lines_shown(dates), bylines, [line for n, line in enumerate(lines) if n >= above or (line not in dates and line not in bylines)]


def _abstract(lines: list[str], furniture: Furniture) -> tuple[tuple[str, ...], list[str]]:
    """The bullets under the summary's button, and the lines without them."""
    for number, line in enumerate(lines):
        if fold_word(line).strip(" :") in furniture.summary:
            end = number + 1
            while end < len(lines) and _BULLET.match(lines[end]):
                end += 1
            bullets = tuple(_BULLET.sub("", bullet) for bullet in lines[number + 1 : end])
            return bullets, lines[:number] + lines[end:]
    return (), lines


def _caption(lines: list[str], furniture: Furniture, page: bool) -> tuple[str | None, str | None, list[str]]:
    """An image's caption with its credit in brackets, above the furniture of a page."""
    for number, line in enumerate(lines[:4]):
        match = _CREDIT.match(line)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if match and page and len(line) < 240 and (furniture.is_furniture(following) or number == 0 or folded(match["credit"]) in furniture.agencies):
            return match["caption"], match["credit"], lines[:number] + lines[number + 1 :]
    return None, None, lines


def agencies_at_the_end(lines: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """The agencies in the last bracket: (فرانس برس، رويترز). One that tells who edited, or that the story ends, is left out and names none."""
    match = AGENCIES.match(lines[-1]) if lines else None
    if match is None:
        return (), lines
    known = load_furniture()
    if folded(match["names"]) in known.story_ends or folded(match["names"].split()[0]) in known.author_labels:
        return (), lines[:-1]
    return tuple(n.strip() for n in re.split("[،,]", match["names"]) if n.strip()), lines[:-1]


def editors_at_the_end(lines: list[str]) -> str:
    """Who prepared the report, in the last bracket: (إعداد فلان للنشرة العربية - تحرير فلان); empty where it does not tell."""
    match = AGENCIES.match(lines[-1]) if lines else None
    if match is None or folded(match["names"].split()[0]) not in load_furniture().sure_author_labels:
        return ""
    return re.split(r"\s+[-–]\s+|\s+لل?(?:نشرة|خدمة|تقرير)", match["names"])[0]

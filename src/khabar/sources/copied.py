"""Text as it is copied from a news page: each part of the page becomes its field, the rest is the body."""

import re

from khabar.dates import find_dates
from khabar.model import Article
from khabar.sources.furniture import Furniture, date_words, folded, load_furniture
from khabar.text.fold import fold, fold_word

_CREDIT = re.compile(r"^(?P<caption>.+?)\s*\((?P<credit>[^()]{2,60})\)\s*$")
AGENCIES = re.compile(r"^\((?P<names>[^()]{3,120})\)\.?$")
_BULLET = re.compile(r"^[-•–*]\s+")
_LONGEST_HEADLINE = 180
_LONGEST_DATE = 60


def copied_article(text: str, name: str) -> Article:
    """The article in `text`, a page as the clipboard gives it or plain paragraphs; `name` is its id."""
    furniture = load_furniture()
    blocks = [line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    lines = [line for line in blocks if line]
    title, lines = _headline(lines)
    published, lines = _dateline(lines)
    abstract, lines = _abstract(lines, furniture)
    caption, credit, lines = _caption(lines, furniture, bool(abstract) or any(furniture.is_furniture(line) for line in lines[:6]))
    lines = [line for line in lines if not furniture.is_furniture(line)]
    agencies, lines = agencies_at_the_end(lines)
    return Article(
        id=name, title=title, published=published, published_basis="page" if published else None, agencies=agencies, image_caption=caption,
        image_credit=credit, abstract=abstract, text="\n\n".join(lines),
    )


def _headline(lines: list[str]) -> tuple[str, list[str]]:
    """The first line, where it is short, ends like a headline and something follows it."""
    if len(lines) > 1 and len(lines[0]) <= _LONGEST_HEADLINE and not lines[0].endswith((".", "؟!", "،", ":")) and len(lines[0]) < len(max(lines[1:], key=len)):
        return lines[0], lines[1:]
    return "", lines


def _dateline(lines: list[str]) -> tuple[str | None, list[str]]:
    """The day of publication, where one of the first lines is a date and little else."""
    for number, line in enumerate(lines[:4]):
        if len(line) > _LONGEST_DATE:
            continue
        found, _ = find_dates(fold(line), None, date_words())
        day = next((d for d in found if d.granularity == "day" and len(d.value) == 10), None)
        if day is not None and len(day.text) * 3 >= len(line):
            return day.value, lines[:number] + lines[number + 1 :]
    return None, lines


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
        if match and page and len(line) < 240 and (furniture.is_furniture(following) or number == 0):
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

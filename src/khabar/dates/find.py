"""Find the dates of a text, in one pass from its first word to its last."""

import re
from datetime import date

from khabar.dates.calendar import days_later
from khabar.dates.found import Doubt, Found, Reading, Story
from khabar.dates.rulebook import Ready, Rulebook, rulebook
from khabar.dates.words import DateWords
from khabar.model.record import Date, Modifier, Note
from khabar.text.fold import Folded

_WORD = re.compile(r"\d+|[^\W\d_]+")
_MODIFIERS: dict[str, Modifier] = {"start": "start", "mid": "mid", "end": "end", "since": "since", "until": "until"}


def find_dates(folded: Folded, published: date | None, words: DateWords) -> tuple[tuple[Date, ...], tuple[Note, ...]]:
    """The dates of a text in its order, and notes on those whose value it does not settle."""
    book = rulebook(words)
    story = Story(folded, book.fragments, book.cues, published, _story_day(book, folded.text, published))
    dates: list[Date] = []
    notes: list[Note] = []
    done = 0
    for word in _WORD.finditer(folded.text):
        if word.start() < done:
            continue
        name, reading = _read(book, story, word[0], word.start())
        for found in reading:
            done = max(done, found.end)
            if isinstance(found, Found):
                dates.append(_date(folded, found, name, book))
                story.tell(found)
            else:
                notes.append(_note(folded, found))
    return tuple(dates), tuple(notes)


def _read(book: Rulebook, story: Story, word: str, start: int) -> tuple[str, Reading]:
    """What the first rule reads that knows a phrase beginning with this word, and its name."""
    known = book.rules(word)
    if known is None:
        return "", ()
    clitics, rules = known
    for ready in rules:
        rule, match = ready.rule, _match(book, ready, story.text, start + clitics)
        if match and (reading := rule.read(match, story)):
            return rule.name, reading
    return "", ()


def _match(book: Rulebook, ready: Ready, text: str, start: int) -> re.Match[str] | None:
    """Where a rule's phrase stands; two names beside each other that are not of one month are cut after the first."""
    match = ready.pattern.match(text, start)
    if match and ready.named and match["month"]:
        length = book.fragments.one_month(match["month"])
        if length < len(match["month"]):
            return ready.pattern.match(text, start, match.start("month") + length)
    return match


def _place(folded: Folded, found: Found | Doubt) -> tuple[int, int]:
    """The span in the raw text; a ل that hides the alef of the article belongs to it."""
    start = found.start - 1 if found.start and folded.text.startswith("لل", found.start - 1) else found.start
    return folded.source(start, found.end)


def _date(folded: Folded, found: Found, rule: str, book: Rulebook) -> Date:
    """The date with its words as they are printed."""
    start, end = _place(folded, found)
    return Date(
        start=start,
        end=end,
        text=folded.raw[start:end],
        value=found.value,
        granularity=found.granularity,
        modifier=_modifier(folded.text, found.start, book),
        calendar=found.calendar,
        original=found.original,
        basis=found.basis,
        rule=rule,
    )


def _note(folded: Folded, doubt: Doubt) -> Note:
    """The doubt with its words as they are printed."""
    start, end = _place(folded, doubt)
    return Note(stage="dates", message=doubt.message, start=start, end=end, text=folded.raw[start:end])


def _modifier(text: str, start: int, book: Rulebook) -> Modifier | None:
    """Which part of the date is meant, or whether it begins or ends a time."""
    found = book.cues.modifier_before.search(text[max(0, start - 24) : start])
    return _MODIFIERS[book.fragments.key("modifier", found["modifier"])] if found else None


def _story_day(book: Rulebook, text: str, published: date | None) -> date | None:
    """The day on which the report was written: newspapers print «اليوم الاثنين» on Tuesday."""
    if published is None:
        return None
    days = set()
    for match in book.cues.story_day.finditer(text):
        shift = int(book.fragments.key("today", match["today"]))
        weekday = book.fragments.weekday(match["weekday"])
        near = (days_later(published, count) for count in (0, -1, -2, 1, -3))
        days.update([day for day in near if day and (day.isoweekday() + shift - weekday) % 7 == 0][:1])
    return days.pop() if len(days) == 1 else published

"""The body of an article cut into stretches that share all their lights, paragraph by paragraph, with the numbers that lead to the notes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from khabar.model import Event, Record
from khabar.report.marks import paragraphs

# The letters of speakers, each with its shape; the fifth begins again with a hollow badge.
_LETTERS, _SHAPES = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ", "abcd"


class Badge(NamedTuple):
    """How a speaker is marked: a letter, and the name of its shape and colour."""

    letter: str
    shape: str
    hollow: bool


class Stretch(NamedTuple):
    """Words that share all their lights: class names, what they belong to ("e5 q1"), the names that addresses end in, and the day they tell."""

    text: str
    kinds: str
    belongs: str
    names: tuple[str, ...]
    day: str
    refs: tuple[str, ...]


class Paragraph(NamedTuple):
    """A paragraph with the events whose evidence begins in it."""

    stretches: tuple[Stretch, ...]
    events: tuple[Event, ...]


class _Light(NamedTuple):
    start: int
    end: int
    kind: str
    of: str
    day: str


def badges(record: Record) -> dict[str, Badge]:
    """A badge for each speaker, in the order they speak."""
    speakers = dict.fromkeys(s for quote in record.quotes for s in quote.speakers)
    return {s: Badge(_LETTERS[n % len(_LETTERS)], _SHAPES[n % 4], n >= 4) for n, s in enumerate(speakers)}


def body(record: Record) -> tuple[Paragraph, ...]:
    """The paragraphs of an article, lit up; the text of all stretches together is the text of the article but for the blank lines."""
    text, lights = record.article.text, sorted(_lights(record))
    refs: dict[int, list[str]] = defaultdict(list)
    for id_, end in _ends(record):
        refs[_word_end(text, end)].append(id_)
    named = {e.evidence.start: tuple(x.id for x in record.events if x.evidence.start == e.evidence.start) for e in record.events}
    for quote in record.quotes:
        named[quote.start] = (*named.get(quote.start, ()), quote.id)
    found, at = [], 0
    for start, end in paragraphs(text):
        while at < len(lights) and lights[at].end <= start:
            at += 1
        inside = [x for x in _from(lights, at, end) if x.end > start]
        events = tuple(e for e in record.events if start <= e.evidence.start < end)
        found.append(Paragraph(tuple(_stretches(text, start, end, inside, refs, named)), events))
    return tuple(found)


def _from(lights: Sequence[_Light], at: int, end: int) -> Iterator[_Light]:
    for light in lights[at:]:
        if light.start >= end:
            return
        yield light


def _lights(record: Record) -> Iterator[_Light]:
    marks = badges(record)
    for event in record.events:
        yield _Light(event.evidence.start, event.evidence.end, f"ev is-{event.status}", event.id, "")
        yield _Light(event.trigger.start, event.trigger.end, f"tr tr-{event.status}", event.id, "")
    for quote in record.quotes:
        badge = marks.get(quote.speakers[0]) if quote.speakers else None
        yield _Light(quote.start, quote.end, f"q sp-{badge.shape if badge else 'none'}", quote.id, "")
    for found in record.dates:
        yield _Light(found.start, found.end, "day", "", found.value)
    for actor in record.actors:
        for mention in actor.mentions:
            yield _Light(mention.start, mention.end, "who", "", "")


def _ends(record: Record) -> Iterator[tuple[str, int]]:
    yield from ((event.id, event.evidence.end) for event in record.events)
    yield from ((quote.id, quote.end) for quote in record.quotes)


def _word_end(text: str, at: int) -> int:
    """The end of the word that `at` stands in: a number between its letters would part them."""
    while at < len(text) and text[at - 1].isalpha() and (text[at].isalpha() or "\u064b" <= text[at] <= "\u0652"):
        at += 1
    return at


def _stretches(
    text: str, start: int, end: int, lights: Sequence[_Light], refs: Mapping[int, Sequence[str]], named: Mapping[int, tuple[str, ...]],
) -> Iterator[Stretch]:
    borders = {start, end, *(r for r in refs if start < r < end)}
    for light in lights:
        borders.add(light.start if light.start > start else start)
        borders.add(light.end if light.end < end else end)
    for left, right in pairwise(sorted(borders)):
        here = [x for x in lights if x.start <= left and right <= x.end]
        yield Stretch(
            text[left:right], _each(x.kind for x in here) if here else "", _each(x.of for x in here if x.of) if here else "",
            named.get(left, ()), next((x.day for x in here if x.day), ""), tuple(refs.get(right, ())),
        )


def _each(words: Iterable[str]) -> str:
    """Every word once, parted by blanks."""
    return " ".join(dict.fromkeys(words))

"""What the page of one article shows."""

from collections.abc import Mapping
from typing import NamedTuple

from khabar.model import Actor, Event, Quote, Record
from khabar.store import StoryLine
from khabar.web.lit import Badge, Paragraph, badges, body

_ORDER = ("asserted", "planned", "hypothetical", "alleged", "denied", "negated")


class SpeakerWords(NamedTuple):
    """A speaker with all that is quoted; `actor` and `badge` are None where nobody is named."""

    actor: Actor | None
    badge: Badge | None
    quotes: tuple[Quote, ...]


class DayLine(NamedTuple):
    """A day of the article with its events; `is_published` where it is the day of publication, `is_next` where it comes later."""

    value: str
    events: tuple[Event, ...]
    is_published: bool
    is_next: bool


class ArticlePage(NamedTuple):
    """One article with its record beside it; `stories` are those of its events that other articles tell as well, by event.

    `shortened`: a sentence of the summary is not shown as it stands.
    """

    record: Record
    version: int
    actors: Mapping[str, Actor]
    badges: Mapping[str, Badge]
    paragraphs: tuple[Paragraph, ...]
    tally: tuple[tuple[str, tuple[Event, ...]], ...]
    speakers: tuple[SpeakerWords, ...]
    days: tuple[DayLine, ...]
    stories: Mapping[str, StoryLine]
    numbers: Mapping[str, int]
    shortened: bool


def article_page(record: Record, version: int, stories: Mapping[str, StoryLine]) -> ArticlePage:
    """The page of `record`; `stories` are the stories of its events."""
    return ArticlePage(
        record=record, version=version, actors={a.id: a for a in record.actors}, badges=badges(record), paragraphs=body(record),
        tally=tuple((status, events) for status in _ORDER if (events := tuple(e for e in record.events if e.status == status))),
        speakers=_speakers(record), days=_days(record), stories={id_: line for id_, line in stories.items() if line.articles > 1},
        numbers={e.id: n for n, e in enumerate(record.events, 1)},
        shortened=any(line.shown != line.text for line in record.summary),
    )


def _speakers(record: Record) -> tuple[SpeakerWords, ...]:
    actors, marks = {a.id: a for a in record.actors}, badges(record)
    found: dict[str, list[Quote]] = {}
    for quote in record.quotes:
        found.setdefault(quote.speakers[0] if quote.speakers else "", []).append(quote)
    return tuple(SpeakerWords(actors.get(id_), marks.get(id_), tuple(quotes)) for id_, quotes in found.items())


def _days(record: Record) -> tuple[DayLine, ...]:
    """The days on which events of the article fall, the earliest first."""
    published = record.article.published or ""
    found: dict[str, list[Event]] = {}
    for event in record.events:
        if event.date is not None:
            found.setdefault(event.date, []).append(event)
    if published and found:
        found.setdefault(published, [])
    return tuple(DayLine(day, tuple(found[day]), day == published, bool(published) and day[:10] > published) for day in sorted(found))

"""One record of the records of a text's stretches."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from khabar.model.article import Article
from khabar.model.record import Actor, Event, Note, Quote, Record

T = TypeVar("T")


def joined(article: Article, records: Sequence[tuple[int, Record]]) -> Record:
    """The record of `article` from those of its stretches, each with the code point where it starts, in order.

    Actors of one key are one; ids are given anew; the summary is that of the first stretch, which tells the news. A note stands where each further stretch begins.
    """
    actors: dict[str, Actor] = {}
    quotes: list[Quote] = []
    events: list[Event] = []
    for start, record in records:
        ids = _admit(actors, [_moved(actor, start) for actor in record.actors])
        numbers = {quote.id: f"q{len(quotes) + n}" for n, quote in enumerate(record.quotes, 1)}
        quotes += [_renamed_quote(_moved(quote, start), ids, numbers) for quote in record.quotes]
        events += [_renamed_event(_moved(event, start), ids, numbers, f"e{len(events) + n}") for n, event in enumerate(record.events, 1)]
    first = records[0][1]
    seams = tuple(_note(article, start) for start, _ in records[1:])
    return replace(
        first,
        article=article,
        dates=tuple(_moved(found, start) for start, record in records for found in record.dates),
        actors=tuple(actors.values()),
        quotes=tuple(quotes),
        events=tuple(events),
        notes=(*seams, *(_moved(note, start) for start, record in records for note in record.notes)),
    )


def _note(article: Article, start: int) -> Note:
    words = article.text[start : start + 40]
    return Note(stage="text", message="longer than a report: read on from here by itself", start=start, end=start + len(words), text=words)


def _admit(known: dict[str, Actor], actors: Sequence[Actor]) -> dict[str, str]:
    """Adds the actors of one stretch to those known, by key, and gives the new id for each old one."""
    ids: dict[str, str] = {}
    for actor in actors:
        before = known.get(actor.key)
        if before is None:
            known[actor.key] = replace(actor, id=f"a{len(known) + 1}")
        else:
            aliases = tuple(dict.fromkeys((*before.aliases, *(name for name in (actor.name, *actor.aliases) if name != before.name))))
            known[actor.key] = replace(
                before, role=before.role or actor.role, sector=before.sector or actor.sector, aliases=aliases, mentions=(*before.mentions, *actor.mentions),
            )
        ids[actor.id] = known[actor.key].id
    return ids


def _ids(old: Sequence[str], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[one] for one in old))


def _renamed_quote(quote: Quote, ids: Mapping[str, str], numbers: Mapping[str, str]) -> Quote:
    speaker = ids[quote.speaker] if quote.speaker is not None else None
    return replace(quote, id=numbers[quote.id], speaker=speaker, speakers=_ids(quote.speakers, ids), chain=_ids(quote.chain, ids))


def _renamed_event(event: Event, ids: Mapping[str, str], numbers: Mapping[str, str], name: str) -> Event:
    quote = numbers[event.quote] if event.quote is not None else None
    return replace(event, id=name, actor=_ids(event.actor, ids), recipient=_ids(event.recipient, ids), source=_ids(event.source, ids), quote=quote)


def _moved(value: T, by: int) -> T:
    """`value` with all places in it so many code points further on."""
    if isinstance(value, tuple):
        return type(value)(_moved(each, by) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    moved: dict[str, Any] = {field.name: _moved(getattr(value, field.name), by) for field in fields(value)}
    moved |= {name: moved[name] + by for name in ("start", "end") if name in moved}
    return type(value)(**moved)

"""What a reading anew changed in the record of an article."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from khabar.model import Event, Quote, Record


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new, gone or otherwise in the record of `article`: what it is, at which code point, its words, and what it was and is."""

    article: str
    what: str
    start: int
    text: str
    before: str
    after: str


def changes(old: Record, new: Record) -> tuple[Change, ...]:
    """What is otherwise in `new`, in the order of the text: events, quotes, dates, actors and the summary."""
    found = [*_events(old, new), *_quotes(old, new)]
    id_ = new.article.id
    found += _sets(id_, "date", {(d.start, d.text): d.value for d in old.dates}, {(d.start, d.text): d.value for d in new.dates})
    found += _sets(id_, "actor", {(_first(a.mentions), a.name): a.key for a in old.actors}, {(_first(a.mentions), a.name): a.key for a in new.actors})
    found += _sets(id_, "summary", {(s.start, s.text): s.shown for s in old.summary}, {(s.start, s.text): s.shown for s in new.summary})
    return tuple(sorted(found, key=lambda c: (c.start, c.what, c.text)))


def _first(mentions: "tuple[object, ...]") -> int:
    return int(getattr(mentions[0], "start", 0)) if mentions else 0


def _events(old: Record, new: Record) -> Iterator[Change]:
    before = {(e.trigger.start, e.trigger.text): _event(old, e) for e in old.events}
    after = {(e.trigger.start, e.trigger.text): _event(new, e) for e in new.events}
    return _sets(new.article.id, "event", before, after)


def _quotes(old: Record, new: Record) -> Iterator[Change]:
    return _sets(new.article.id, "quote", {(q.start, q.text): _quote(old, q) for q in old.quotes}, {(q.start, q.text): _quote(new, q) for q in new.quotes})


def _sets(article: str, what: str, before: Mapping[tuple[int, str], str], after: Mapping[tuple[int, str], str]) -> Iterator[Change]:
    for key in before.keys() | after.keys():
        was, now = before.get(key, ""), after.get(key, "")
        if was != now:
            yield Change(article, what, *key, was, now)


def _event(record: Record, event: Event) -> str:
    """An event in one line, its parties by name."""
    names = {a.id: a.name for a in record.actors}
    kind = " ".join(x for x in (event.event, event.mode, event.status, event.date) if x)
    who, whom, source = ("، ".join(names[a] for a in ids) for ids in (event.actor, event.recipient, event.source))
    where = f" @ {event.place.text}" if event.place is not None else ""
    tolls = "".join(f" {name} {c.min}-{c.max}" for name in ("dead", "injured", "arrested", "displaced") if (c := getattr(event, name)) is not None)
    return f"{kind}: {who} ← {whom}{where}{tolls}" + (f" ({source})" if source else "")


def _quote(record: Record, quote: Quote) -> str:
    names = {a.id: a.name for a in record.actors}
    return f"{quote.kind} {quote.stance}: {'، '.join(names[s] for s in quote.speakers)}"

"""A record as rows of plain tables: one row an article, an event, a quote, a date, an actor, a mention."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from khabar.model import Actor, Count, Evidence, Record

Kind = Literal["text", "int", "real"]
Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Exported:
    """A record, and for its events the numbers of the stories that they belong to, where there are stories."""

    record: Record
    stories: Mapping[str, int] = field(default_factory=dict)


_SPAN: tuple[tuple[str, Kind], ...] = (("start", "int"), ("end", "int"), ("text", "text"))
_TOLLS: tuple[tuple[str, Kind], ...] = tuple(
    (f"{toll}_{bound}", "int") for toll in ("dead", "injured", "arrested", "displaced") for bound in ("min", "max")
)
# The columns of every table, in order. Lists are JSON; names stand beside keys.
COLUMNS: dict[str, tuple[tuple[str, Kind], ...]] = {
    "articles": (
        ("article", "text"), ("title", "text"), ("outlet", "text"), ("url", "text"), ("language", "text"), ("genre", "text"), ("published", "text"),
        ("published_at", "text"), ("modified", "text"), ("authors", "text"), ("agencies", "text"), ("section", "text"), ("image", "text"),
        ("image_caption", "text"), ("image_credit", "text"), ("same_text_as", "text"), ("summary", "text"), ("khabar", "text"), ("lexicon", "text"), ("text", "text"),
    ),
    "events": (
        ("article", "text"), ("event", "text"), ("story", "int"), ("type", "text"), ("mode", "text"), ("status", "text"), ("date", "text"),
        ("date_basis", "text"), ("actor_names", "text"), ("actor_keys", "text"), ("actor_countries", "text"), ("actor_sectors", "text"),
        ("recipient_names", "text"), ("recipient_keys", "text"), ("recipient_countries", "text"), ("recipient_sectors", "text"), ("source_names", "text"),
        ("source_keys", "text"), ("place", "text"), ("place_country", "text"), ("lat", "real"), ("lon", "real"), ("geonameid", "int"), ("place_basis", "text"),
        ("quote", "text"), *_TOLLS, ("contexts", "text"), ("quad_code", "int"), ("event_scale", "real"), ("confidence", "real"), ("trigger", "text"),
        ("trigger_start", "int"), ("trigger_end", "int"), ("evidence", "text"), ("evidence_start", "int"), ("evidence_end", "int"), ("told_again", "int"),
        ("rule", "text"),
    ),
    "quotes": (
        ("article", "text"), ("quote", "text"), ("kind", "text"), ("stance", "text"), ("speaker_names", "text"), ("speaker_keys", "text"),
        ("chain_names", "text"), ("cue", "text"), *_SPAN, ("rule", "text"),
    ),
    "dates": (
        ("article", "text"), ("value", "text"), ("granularity", "text"), ("modifier", "text"), ("calendar", "text"), ("original", "text"), ("basis", "text"),
        *_SPAN, ("rule", "text"),
    ),
    "actors": (
        ("article", "text"), ("actor", "text"), ("key", "text"), ("name", "text"), ("kind", "text"), ("country", "text"), ("sector", "text"), ("role", "text"),
        ("aliases", "text"), ("wikidata", "text"), ("geonameid", "int"), ("mentions", "int"), ("rule", "text"),
    ),
    "mentions": (("article", "text"), ("actor", "text"), ("key", "text"), *_SPAN),
}


def rows(exported: Exported) -> Iterator[tuple[str, tuple[Value, ...]]]:
    """Every row that a record gives, with the name of its table, in the order of its `COLUMNS`."""
    record = exported.record
    article, actors = record.article, {a.id: a for a in record.actors}
    shown = " ".join(s.shown for s in record.summary)
    yield "articles", (
        article.id, article.title, article.outlet, article.url, article.language, article.genre, article.published, article.published_at, article.modified,
        _list(article.authors), _list(article.agencies), article.section, article.image, article.image_caption, article.image_credit, article.same_text_as,
        shown, record.made_by.khabar, record.made_by.lexicon, article.text,
    )
    yield from (("events", row) for row in _events(exported, actors))
    for quote in record.quotes:
        speakers = [actors[s] for s in quote.speakers]
        yield "quotes", (
            article.id, quote.id, quote.kind, quote.stance, _list(a.name for a in speakers), _list(a.key for a in speakers), _list(actors[c].name for c in quote.chain),
            quote.cue.text if quote.cue is not None else None, quote.start, quote.end, quote.text, quote.rule,
        )
    for found in record.dates:
        yield "dates", (
            article.id, found.value, found.granularity, found.modifier, found.calendar, found.original, found.basis, found.start, found.end, found.text, found.rule,
        )
    for actor in record.actors:
        yield "actors", (
            article.id, actor.id, actor.key, actor.name, actor.kind, actor.country, actor.sector, actor.role, _list(actor.aliases), actor.wikidata,
            actor.geonameid, len(actor.mentions), actor.rule,
        )
        yield from (("mentions", (article.id, actor.id, actor.key, *_span(m))) for m in actor.mentions)


def _events(exported: Exported, actors: Mapping[str, Actor]) -> Iterator[tuple[Value, ...]]:
    article = exported.record.article.id
    for event in exported.record.events:
        who, whom, source = ([actors[a] for a in ids] for ids in (event.actor, event.recipient, event.source))
        place = event.place
        where = (place.text, place.country, place.lat, place.lon, place.geonameid) if place is not None else (None,) * 5
        tolls = [bound for count in (event.dead, event.injured, event.arrested, event.displaced) for bound in _bounds(count)]
        yield (
            article, event.id, exported.stories.get(event.id), event.event, event.mode, event.status, event.date, event.date_basis, *_parties(who), *_parties(whom),
            _list(a.name for a in source), _list(a.key for a in source), *where, event.place_basis, event.quote, *tolls, _list(event.contexts), event.quad_code,
            event.event_scale, event.confidence, event.trigger.text, event.trigger.start, event.trigger.end, event.evidence.text, event.evidence.start,
            event.evidence.end, len(event.mentions), event.rule,
        )


def _parties(actors: list[Actor]) -> tuple[str, str, str, str]:
    """Names, keys, countries and sectors of one side, place by place."""
    return _list(a.name for a in actors), _list(a.key for a in actors), _list(a.country for a in actors), _list(a.sector for a in actors)


def _bounds(count: Count | None) -> tuple[int | None, int | None]:
    return (count.min, count.max) if count is not None else (None, None)


def _span(mention: Evidence) -> tuple[int, int, str]:
    return mention.start, mention.end, mention.text


def _list(values: Iterable[str | None]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


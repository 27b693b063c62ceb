"""Events as PLOVER JSON lines (manual 2.0): one event a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from khabar.export.rows import Exported
from khabar.model import Actor, Article, Count, Event, MadeBy, Place

# What PLOVER's auxiliary modes call a status; what is asserted or alleged has none.
_AUXILIARY = {"planned": "future", "hypothetical": "hypothetical", "denied": "negation", "negated": "negation"}


def plover_lines(records: Iterable[Exported]) -> Iterator[str]:
    """A JSON line for every event, in the order of the articles."""
    for exported in records:
        record = exported.record
        actors = {a.id: a for a in record.actors}
        for number, event in enumerate(record.events, 1):
            yield json.dumps(_event(exported, event, actors, number, record.made_by), ensure_ascii=False) + "\n"


def _event(exported: Exported, event: Event, actors: dict[str, Actor], number: int, made_by: MadeBy) -> dict[str, Any]:
    article = exported.record.article
    day, basis = (event.date, event.date_basis) if event.date is not None else (article.published, "published")
    auxiliary = _AUXILIARY.get(event.status)
    return {
        "id": f"{article.id}#{event.id}", "has_event": True, "date": day or "", "actor": [_entity(actors[a]) for a in event.actor],
        "recipient": [_entity(actors[a]) for a in event.recipient], "event": event.event, "mode": event.mode or "",
        "auxiliary_modes": [auxiliary] if auxiliary else [], "context": list(event.contexts), "event_loc": [_location(event.place)] if event.place else [],
        "event_text": event.trigger.text, "quad_code": event.quad_code, "event_scale": event.event_scale, "size": _size(event), "text": event.evidence.text,
        "text_info": {"sequence": number, "start": event.evidence.start, "end": event.evidence.end}, "link": article.url or "", "cite_info": _cite(article, made_by),
        "coder": f"khabar {made_by.khabar}",
        "comment": {
            "status": event.status, "date_basis": basis if day else None, "source": [_entity(actors[a]) for a in event.source], "confidence": event.confidence,
            "rule": event.rule, "story": exported.stories.get(event.id),
        },
    }


def _entity(actor: Actor) -> dict[str, Any]:
    return {
        "code": actor.country or "", "sector": actor.sector or "", "entity_text": actor.name, "identifier_id": actor.key, "identifier_text": actor.name,
        "office": actor.role or "", "wikidata_id": actor.wikidata or "",
    }


def _location(place: Place) -> dict[str, Any]:
    return {
        "extracted_place": place.text, "resolved_place": place.text if place.geonameid is not None else "", "geonameid": place.geonameid, "lat": place.lat,
        "lon": place.lon, "country_code": place.country or "",
    }


def _size(event: Event) -> dict[str, Any]:
    """The numbers that are told, each at least and at most."""
    counts: dict[str, Count | None] = {"dead": event.dead, "injured": event.injured, "arrested": event.arrested}
    return {name: {"min": c.min, "max": c.max} for name, c in counts.items() if c is not None}


def _cite(article: Article, made_by: MadeBy) -> dict[str, Any]:
    return {
        "citation": article.id, "url": article.url or "", "title": article.title, "language": article.language, "publication": article.outlet or "",
        "published": article.published or "", "codebook": "PLOVER 2.0", "version": made_by.lexicon,
    }

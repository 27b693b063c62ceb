"""Events of the store as joining compares them."""

import re
import sqlite3
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from khabar.store.same_event import Party, Telling, heft, status_class, weight
from khabar.text.fold import fold_word

# How many tellings are kept at hand; an older one is read again from the store.
_KEPT = 20_000
_RAREST = 3


def write_tellings(connection: sqlite3.Connection, events: Sequence[int], lead: str, evidence: Sequence[str]) -> None:
    """Keeps what is compared of the events of one article."""
    connection.executemany("INSERT INTO tellings VALUES (?, ?, ?)", [(event, words, lead) for event, words in zip(events, evidence, strict=True)])


class Tellings:
    """The tellings of a store, the ones met last kept at hand."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: dict[int, Telling] = {}

    def of(self, event: int) -> Telling:
        """The telling of an event."""
        known = self._kept.get(event)
        if known is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            known = self._kept[event] = _read(self._connection, event)
        return known

    def drop(self, event: int) -> None:
        """Lets go of an event that is read anew."""
        self._kept.pop(event, None)


def _read(connection: sqlite3.Connection, event: int) -> Telling:
    article, origin, published, type_, mode, status, told, place, lat, country, dead, words, lead = connection.execute(
        "SELECT e.article, a.origin, a.published, e.event, e.mode, e.status, e.date, p.name, p.lat, p.country, e.dead_min, "
        "t.words, t.lead FROM events e JOIN articles a ON a.row = e.article JOIN tellings t ON t.event = e.row "
        "LEFT JOIN places p ON p.row = e.place WHERE e.row = ?",
        (event,),
    ).fetchone()
    parties = connection.execute(
        "SELECT p.part, x.root, x.key, x.country, x.sector FROM event_parties p JOIN actors x ON x.row = p.actor "
        "WHERE p.event = ? AND p.part <> 'source' ORDER BY p.part, p.number",
        (event,),
    ).fetchall()
    sides = {
        side: tuple(Party(root, key.partition(":")[0], country or "", sector or "") for part, root, key, country, sector in parties if part == side)
        for side in ("actor", "recipient")
    }
    first, last = reach(told) if told is not None else (published or "", published or "")
    said, headed = frozenset(words.split()), frozenset(lead.split())
    return Telling(
        event=event, article=article, origin=origin, type=type_, mode=mode or "", status=status, first=first, last=last,
        told=told is not None, published=published or "",
        who=sides["actor"], whom=sides["recipient"], place=_bare(place or ""), exact=lat is not None, place_country=country or "", dead=dead, words=said,
        words_weight=heft(said), lead=headed, lead_weight=heft(headed),
    )


def reach(value: str) -> tuple[str, str]:
    """The first and the last day of a date in TIMEX3 ("2024-06", "2024-W37", "2024-06-19"), empty where it is of another kind."""
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?", value)
    month, week, year = re.fullmatch(r"(\d{4})-(\d\d)", value), re.fullmatch(r"(\d{4})-W(\d\d)", value), re.fullmatch(r"\d{4}", value)
    if day:
        return value[:10], value[:10]
    if month:
        return f"{value}-01", f"{value}-{monthrange(int(month[1]), int(month[2]))[1]:02d}"
    if week:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    return (f"{value}-01-01", f"{value}-12-31") if year else ("", "")


def _bare(place: str) -> str:
    return " ".join(word.removeprefix("ال") for word in fold_word(place).split())


def keys(telling: Telling) -> tuple[str, ...]:
    """What a telling is looked up by: its parties, its place, the text it reprints, its rarest words; each with its type."""
    parties = {f"a{party.root}" for party in (*telling.who, *telling.whom) if party.kind not in ("speaker", "collective")}
    rare = sorted(telling.words, key=lambda w: (-weight(w), w))[:_RAREST]
    found = [*sorted(parties), *((f"p{telling.place}",) if telling.place else ()), f"o{telling.origin}", *(f"w{word}" for word in rare)]
    kind = status_class(telling.status)
    return tuple(f"{telling.type} {kind} {key}" for key in found)


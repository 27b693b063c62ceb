"""Stories as lists show them, and one story in full."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from khabar.errors import NotThere
from khabar.store.answers import Story, StoryLine, Told
from khabar.store.filters import actors_called, numbers
from khabar.store.hits import LISTING, listing_of
from khabar.store.values import Filters

# From so many tellings on a country is told often.
_OFTEN = 5000
_LINE = (
    "SELECT s.row, s.day, s.event, e.mode, e.status, s.articles, s.outlets, s.origins, s.disputed, a.id, a.title, e.id, e.evidence, e.row, p.name "
    "FROM stories s JOIN events e ON e.row = s.head JOIN articles a ON a.row = e.article LEFT JOIN places p ON p.row = e.place WHERE s.row = ?"
)


def line(connection: sqlite3.Connection, story: int) -> StoryLine:
    """The story with the number `story`. Raises NotThere where there is none."""
    row = connection.execute(_LINE, (story,)).fetchone()
    if row is None:
        raise NotThere(f"no story {story}")
    number, day, type_, mode, status, articles, outlets, origins, disputed, article, title, event, evidence, head, place = row
    who, whom = (parties(connection, head, part) for part in ("actor", "recipient"))
    return StoryLine(number, day, type_, mode, status, who, whom, place, articles, outlets, origins, bool(disputed), article, title, event, evidence)


def parties(connection: sqlite3.Connection, event: int, part: str) -> tuple[str, ...]:
    """The names that an article gives to the parties of an event."""
    rows = connection.execute(
        "SELECT r.name FROM event_parties p JOIN events e ON e.row = p.event JOIN roles r ON r.article = e.article AND r.actor = p.actor "
        "WHERE p.event = ? AND p.part = ? ORDER BY p.number",
        (event, part),
    )
    return tuple(dict.fromkeys(name for (name,) in rows))


def timeline(connection: sqlite3.Connection, filters: Filters, least: int, limit: int, offset: int) -> tuple[tuple[StoryLine, ...], bool]:
    """The stories that fit, the latest day first and on a day those that most outlets tell, and whether others follow.

    `filters.since` and `until` are days of the event; `least` is how many independent tellers there must be.
    """
    wanted, parameters = wanted_stories(connection, filters)
    if least > 1:
        wanted.append("s.origins >= ?")
        parameters.append(least)
    where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
    rows = connection.execute(
        f"SELECT s.row FROM stories s {where} ORDER BY s.day DESC, s.outlets DESC, s.row DESC LIMIT ? OFFSET ?", (*parameters, limit + 1, offset),
    ).fetchall()
    return tuple(line(connection, row) for (row,) in rows[:limit]), len(rows) > limit


def wanted_stories(connection: sqlite3.Connection, filters: Filters) -> tuple[list[str], list[object]]:
    """What a story `s` must fulfil, and the parameters of it."""
    wanted, parameters = [], list[object]()
    for condition, value in (("s.day >= ?", filters.since), ("s.day <= ?", filters.until), ("s.event = ?", filters.type)):
        if value is not None:
            wanted.append(condition)
            parameters.append(value)
    told = []
    if filters.status is not None:
        told.append("e.status = ?")
        parameters.append(filters.status)
    if filters.outlet is not None:
        told.append("a.outlet = ?")
        parameters.append(filters.outlet)
    if told:
        wanted.append(
            "EXISTS (SELECT 1 FROM story_events t JOIN events e ON e.row = t.event JOIN articles a ON a.row = e.article "
            f"WHERE t.story = s.row AND {' AND '.join(told)})"
        )
    by_party = "s.row IN (SELECT t.story FROM event_parties p JOIN story_events t ON t.event = p.event WHERE p.part {} 'source' AND p.actor IN ({}))"
    if filters.actor is not None:
        wanted.append(by_party.format("<>", numbers(actors_called(connection, filters.actor))))
    if filters.source is not None:
        wanted.append(by_party.format("=", numbers(actors_called(connection, filters.source))))
    if filters.country is not None:
        wanted.append(_of_country(connection, filters.country))
        parameters.append(filters.country)
    return wanted, parameters


def _of_country(connection: sqlite3.Connection, country: str) -> str:
    """Stories with a party of a country: a country that is seldom told is looked up first, one that is often told is met soon on the way through the days."""
    parties_ = "FROM actors x JOIN event_parties p ON p.actor = x.row WHERE x.country = ? AND p.part <> 'source'"
    if len(connection.execute(f"SELECT 1 {parties_} LIMIT ?", (country, _OFTEN)).fetchall()) < _OFTEN:
        return f"s.row IN (SELECT t.story FROM story_events t WHERE t.event IN (SELECT p.event {parties_}))"
    return (
        "EXISTS (SELECT 1 FROM story_events t JOIN event_parties p ON p.event = t.event JOIN actors x ON x.row = p.actor "
        "WHERE t.story = s.row AND p.part <> 'source' AND +x.country = ?)"
    )


def story(connection: sqlite3.Connection, number: int) -> Story:
    """A story with everything that its articles tell of it. Raises NotThere where there is none."""
    shown = line(connection, number)
    rows = connection.execute(
        f"SELECT {LISTING}, e.row, e.id, e.status, e.date, e.evidence_start, e.evidence_end, e.evidence, e.dead_min, e.dead_max, e.injured_min, "
        "e.injured_max, t.score, t.why, t.beside, t.basis FROM story_events t JOIN events e ON e.row = t.event JOIN articles a ON a.row = e.article "
        "WHERE t.story = ? ORDER BY t.event",
        (number,),
    ).fetchall()
    told = tuple(_told(connection, row[:8], row[8:]) for row in rows)
    denied = connection.execute("SELECT story FROM denials WHERE other = ? ORDER BY story", (number,)).fetchall()
    denies = connection.execute("SELECT other FROM denials WHERE story = ? ORDER BY other", (number,)).fetchall()
    return Story(shown, told, tuple(line(connection, row) for (row,) in denied), tuple(line(connection, row) for (row,) in denies))


def _told(connection: sqlite3.Connection, listing: Sequence[Any], values: Sequence[Any]) -> Told:
    row, id_, status, date, start, end, evidence, dead_min, dead_max, injured_min, injured_max, score, why, beside, basis = values
    near = connection.execute("SELECT a.id FROM events e JOIN articles a ON a.row = e.article WHERE e.row = ?", (beside,)).fetchone()
    return Told(
        listing=listing_of(tuple(listing)), event=id_, status=status, date=date, sources=parties(connection, row, "source"),
        start=start, end=end, evidence=evidence, dead=_toll(dead_min, dead_max), injured=_toll(injured_min, injured_max),
        score=score, why=why, beside=near[0] if near else "", basis=basis,
    )


def _toll(least: int | None, most: int | None) -> tuple[int | None, int | None] | None:
    return None if least is None and most is None else (least, most)

"""Filters as conditions of SQL over `articles a`."""

import sqlite3
from collections.abc import Sequence

from khabar.store.values import Filters
from khabar.text.fold import fold_word

Condition = tuple[str, tuple[object, ...]]


def conditions(connection: sqlite3.Connection, filters: Filters) -> list[Condition]:
    """What an article `a` must fulfil, each with its parameters; the current versions only."""
    found: list[Condition] = []
    if filters.outlet is not None:
        found.append(("a.outlet = ?", (filters.outlet,)))
    if filters.since is not None:
        found.append(("a.published >= ?", (filters.since,)))
    if filters.until is not None:
        found.append(("a.published <= ?", (filters.until,)))
    actors = actors_called(connection, filters.actor) if filters.actor is not None else None
    if filters.type is None and filters.status is None and filters.source is None:
        found += _named(actors, filters.country)
    else:
        found.append(_event(connection, filters, actors))
    return found


def _named(actors: Sequence[int] | None, country: str | None) -> list[Condition]:
    found: list[Condition] = []
    if actors is not None:
        found.append((f"a.row IN (SELECT article FROM roles WHERE actor IN ({numbers(actors)}))", ()))
    if country is not None:
        found.append(("EXISTS (SELECT 1 FROM roles r WHERE r.article = a.row AND r.country = ?)", (country,)))
    return found


def _event(connection: sqlite3.Connection, filters: Filters, actors: Sequence[int] | None) -> Condition:
    wanted, parameters = ["e.article = a.row"], list[object]()
    for column, value in (("event", filters.type), ("status", filters.status)):
        if value is not None:
            wanted.append(f"+e.{column} = ?")  # the sign keeps SQLite to the events of the article
            parameters.append(value)
    if actors is not None:
        wanted.append(f"EXISTS (SELECT 1 FROM event_parties p WHERE p.event = e.row AND p.part <> 'source' AND p.actor IN ({numbers(actors)}))")
    if filters.country is not None:
        wanted.append(
            "EXISTS (SELECT 1 FROM event_parties p JOIN actors x ON x.row = p.actor WHERE p.event = e.row AND p.part <> 'source' AND +x.country = ?)"
        )
        parameters.append(filters.country)
    if filters.source is None:
        return f"EXISTS (SELECT 1 FROM events e WHERE {' AND '.join(wanted)})", tuple(parameters)
    sources = numbers(actors_called(connection, filters.source))
    says = f"EXISTS (SELECT 1 FROM event_parties s WHERE s.event = e.row AND s.part = 'source' AND s.actor IN ({sources}))"
    event = f"EXISTS (SELECT 1 FROM events e WHERE {' AND '.join([*wanted, says])})"
    if filters.type is not None or filters.status is not None:
        return event, tuple(parameters)
    quoted = (
        "EXISTS (SELECT 1 FROM quotes q JOIN quote_parties s ON s.quote = q.row WHERE q.article = a.row AND s.part = 'speaker' "
        f"AND s.actor IN ({sources}))"
    )
    return f"({event} OR {quoted})", tuple(parameters)


def actors_called(connection: sqlite3.Connection, name: str) -> tuple[int, ...]:
    """The rows of every actor that is spelled like `name`, or has it as key, and of all that are joined to these."""
    folded = " ".join(fold_word(name).split())
    bare = folded.removeprefix("ال")
    rows = connection.execute(
        "SELECT DISTINCT j.row FROM actors x JOIN actors j ON j.root = x.root WHERE x.key = ? "
        "OR x.row IN (SELECT actor FROM spellings WHERE folded IN (?, ?, ?)) ORDER BY j.row",
        (name, folded, bare, "ال" + bare),
    )
    return tuple(row for (row,) in rows)


def numbers(rows: Sequence[int]) -> str:
    """Row numbers as a list of SQL."""
    return ", ".join(map(str, rows))

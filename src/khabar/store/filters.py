"""Filters as conditions of SQL over `articles a`."""

import sqlite3
from collections.abc import Sequence

from khabar.errors import NotThere
from khabar.store.values import Filters
from khabar.text.fold import fold_word

Condition = tuple[str, tuple[object, ...]]


def conditions(connection: sqlite3.Connection, filters: Filters) -> list[Condition]:
    """What an article `a` must fulfil, each with its parameters; of current versions only."""
    found: list[Condition] = []
    if filters.outlet is not None:
        found.append(("a.outlet = ?", (filters.outlet,)))
    if filters.since is not None:
        found.append(("a.published >= ?", (filters.since,)))
    if filters.until is not None:
        found.append(("a.published <= ?", (filters.until,)))
    actors = actors_called(connection, filters.actor) if filters.actor is not None else None
    if filters.source is not None:
        found.append(_says(actors_called(connection, filters.source), filters, actors))
    elif filters.type is None and filters.status is None:
        found += _named(actors, filters.country)
    elif actors is None:
        found.append(_marked(f"{filters.type or ''}_{filters.status or ''}_{filters.country or ''}"))
    else:
        wanted, parameters = _event(filters)
        found.append((f"a.row IN (SELECT e.article {_parties(actors)} AND p.part <> 'source'{wanted})", parameters))
    return found


def by_day(filters: Filters) -> str:
    """Current articles as SQL walks them, day by day, until enough fit `filters`."""
    return f"articles a INDEXED BY {'articles_by_day' if filters.outlet is None else 'articles_by_outlet'}"


def check(connection: sqlite3.Connection, filters: Filters) -> None:
    """Raises NotThere for an actor, a source or an outlet that the store does not know."""
    for name in (filters.actor, filters.source):
        if name is not None and not actors_called(connection, name):
            raise NotThere(f"no actor is called {name}")
    if filters.outlet is not None and not connection.execute("SELECT 1 FROM articles WHERE outlet = ? AND current = 1", (filters.outlet,)).fetchone():
        raise NotThere(f"no articles of {filters.outlet}")


def _marked(mark: str) -> Condition:
    """Articles whose events bear a mark (the migration 0004 says which there are)."""
    if not mark.replace("_", "").isalnum() or not mark.isascii():
        return "a.row IN (SELECT 0 WHERE 0)", ()  # what is no code is told by no event
    return "a.row IN (SELECT rowid FROM marks WHERE marks MATCH ?)", (f'"{mark}"',)


def _named(actors: Sequence[int] | None, country: str | None) -> list[Condition]:
    found: list[Condition] = []
    if actors is not None:
        found.append((f"a.row IN (SELECT article FROM roles WHERE actor IN ({numbers(actors)}))", ()))
    if country is not None:
        found.append(_marked(f"role_{country}"))
    return found


def _parties(actors: Sequence[int]) -> str:
    """The events `e` that these actors have a part in."""
    return f"FROM event_parties p JOIN events e ON e.row = p.event WHERE p.actor IN ({numbers(actors)})"


def _event(filters: Filters) -> Condition:
    """What an event `e` must fulfil: type, status, and country of a party."""
    wanted, parameters = "", list[object]()
    for column, value in (("event", filters.type), ("status", filters.status)):
        if value is not None:
            wanted += f" AND +e.{column} = ?"  # the sign keeps SQLite to the events of the actors
            parameters.append(value)
    if filters.country is not None:
        wanted += (
            " AND EXISTS (SELECT 1 FROM event_parties c JOIN actors x ON x.row = c.actor WHERE c.event = e.row AND c.part <> 'source' AND +x.country = ?)"
        )
        parameters.append(filters.country)
    return wanted, tuple(parameters)


def _says(sources: Sequence[int], filters: Filters, actors: Sequence[int] | None) -> Condition:
    """Articles where one of `sources` says so: of an event that fits, or, where no kind of event is asked for, in a quote."""
    wanted, parameters = _event(filters)
    if actors is not None:
        wanted += f" AND EXISTS (SELECT 1 FROM event_parties w WHERE w.event = e.row AND w.part <> 'source' AND w.actor IN ({numbers(actors)}))"
    found = f"SELECT e.article {_parties(sources)} AND p.part = 'source'{wanted}"
    if filters.type is None and filters.status is None:
        found += f" UNION SELECT q.article FROM quote_parties s JOIN quotes q ON q.row = s.quote WHERE s.actor IN ({numbers(sources)}) AND s.part = 'speaker'"
    return f"a.row IN ({found})", parameters


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

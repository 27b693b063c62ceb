"""Who with whom, by type."""

import sqlite3

from khabar.store.answers import Network, Tie
from khabar.store.filters import actors_called, numbers
from khabar.store.values import Filters


def network(connection: sqlite3.Connection, filters: Filters, limit: int) -> Network:
    """The closest ties between the parties that fit; of `filters` it looks at actor, country, type, since and until."""
    wanted, parameters = _wanted(connection, filters)
    where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
    rows = connection.execute(
        f"SELECT t.actor, t.recipient, count(*) AS told FROM ties t {where} GROUP BY t.actor, t.recipient ORDER BY told DESC, t.actor, t.recipient LIMIT ?",
        (*parameters, limit + 1),
    ).fetchall()
    return Network(tuple(_tie(connection, actor, recipient, told, wanted, parameters) for actor, recipient, told in rows[:limit]), len(rows) > limit)


def _wanted(connection: sqlite3.Connection, filters: Filters) -> tuple[list[str], list[object]]:
    wanted, parameters = [], list[object]()
    if filters.actor is not None:
        rows = numbers(actors_called(connection, filters.actor))
        wanted.append(f"(t.actor IN ({rows}) OR t.recipient IN ({rows}))")
    if filters.country is not None:
        wanted.append("EXISTS (SELECT 1 FROM actors x WHERE x.row IN (t.actor, t.recipient) AND +x.country = ?)")
        parameters.append(filters.country)
    for condition, value in (("t.event_type = ?", filters.type), ("t.day >= ?", filters.since), ("t.day <= ?", filters.until)):
        if value is not None:
            wanted.append(condition)
            parameters.append(value)
    return wanted, parameters


def _tie(connection: sqlite3.Connection, actor: int, recipient: int, told: int, wanted: list[str], parameters: list[object]) -> Tie:
    where = " AND ".join(["t.actor = ?", "t.recipient = ?", *wanted])
    types = connection.execute(
        f"SELECT t.event_type, count(DISTINCT e.story) AS n FROM ties t JOIN story_events e ON e.event = t.event WHERE {where} "
        "GROUP BY t.event_type ORDER BY n DESC, t.event_type",
        (actor, recipient, *parameters),
    ).fetchall()
    (actor_name, actor_key), (recipient_name, recipient_key) = (
        connection.execute("SELECT name, key FROM actors WHERE row = ?", (row,)).fetchone() for row in (actor, recipient)
    )
    return Tie(actor_name, actor_key, recipient_name, recipient_key, sum(n for _, n in types), told, tuple(types))

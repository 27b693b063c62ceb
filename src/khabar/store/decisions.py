"""What people decided about joins, kept so that it holds when articles are read anew."""

import sqlite3

_NAME = "(SELECT a.id || '#' || e.event || '@' || e.trigger_start FROM events e JOIN articles a ON a.row = e.article WHERE e.row = {})"


def name_of(connection: sqlite3.Connection, event: int) -> str:
    """What an event is called in decisions: its article, its type, and where its trigger stands."""
    return str(connection.execute(f"SELECT {_NAME.format('?')}", (event,)).fetchone()[0])


def decide(connection: sqlite3.Connection, one: int, other: int, verdict: str, now: str) -> None:
    """Keeps that two events are one event ("together") or not ("apart")."""
    names = sorted((name_of(connection, one), name_of(connection, other)))
    connection.execute("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?)", (*names, verdict, now))


def together(connection: sqlite3.Connection, event: int) -> tuple[int, int] | None:
    """The story, and the event of it, that a person joined `event` to."""
    mine = name_of(connection, event)
    for one, other in connection.execute("SELECT one, other FROM decisions WHERE verdict = 'together' AND (one = ? OR other = ?)", (mine, mine)).fetchall():
        partner = _event(connection, other if one == mine else one)
        if partner is not None:
            story = connection.execute("SELECT story FROM story_events WHERE event = ?", (partner,)).fetchone()
            if story is not None:
                return int(story[0]), partner
    return None


def apart(connection: sqlite3.Connection, event: int, story: int) -> bool:
    """Whether a person parted `event` from an event of `story`."""
    mine = name_of(connection, event)
    row = connection.execute(
        f"SELECT 1 FROM decisions d, story_events s WHERE s.story = ? AND d.verdict = 'apart' AND "
        f"((d.one = ? AND d.other = {_NAME.format('s.event')}) OR (d.other = ? AND d.one = {_NAME.format('s.event')})) LIMIT 1",
        (story, mine, mine),
    ).fetchone()
    return row is not None


def _event(connection: sqlite3.Connection, name: str) -> int | None:
    """The event of the current version that is called `name`."""
    article, _, rest = name.rpartition("#")
    type_, _, start = rest.partition("@")
    row = connection.execute(
        "SELECT e.row FROM events e JOIN articles a ON a.row = e.article WHERE a.id = ? AND a.current = 1 AND e.event = ? AND e.trigger_start = ?",
        (article, type_, int(start)),
    ).fetchone()
    return int(row[0]) if row is not None else None

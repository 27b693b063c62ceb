"""One actor across all articles: what it is called, what it did, what was done to it, what it said and what is said about it."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from khabar.errors import NotThere
from khabar.store.answers import ActorPage, Office, Said, Spelling, StoryLine
from khabar.store.filters import actors_called, numbers
from khabar.store.hits import LISTING, listing_of
from khabar.store.lines import line

_SPEAKERS = (
    "SELECT r.name FROM quote_parties p JOIN roles r ON r.article = ? AND r.actor = p.actor WHERE p.quote = ? AND p.part = 'speaker' ORDER BY p.number"
)


def actor_page(connection: sqlite3.Connection, name: str, limit: int) -> ActorPage:
    """The actor that is called `name`, in any spelling, or has it as key. Raises NotThere where nobody or more than one is called so."""
    rows = actors_called(connection, name)
    if not rows:
        raise NotThere(f"no actor is called {name}")
    roots = connection.execute(f"SELECT DISTINCT x.root, y.key FROM actors x JOIN actors y ON y.row = x.root WHERE x.row IN ({numbers(rows)})").fetchall()
    if len(roots) > 1:
        root = _by_key(connection, name) or _commonest(connection, name, roots)
        rows = tuple(row for (row,) in connection.execute("SELECT row FROM actors WHERE root = ? ORDER BY row", (root,)))
    else:
        root = roots[0][0]
    key, shown, kind, country, sector = connection.execute("SELECT key, name, kind, country, sector FROM actors WHERE row = ?", (root,)).fetchone()
    inside = numbers(rows)
    keys = connection.execute(f"SELECT key, coalesce(why, '') FROM actors WHERE row IN ({inside}) ORDER BY row").fetchall()
    spellings = connection.execute(
        f"SELECT spelling, sum(articles) AS n FROM spellings WHERE actor IN ({inside}) GROUP BY spelling ORDER BY n DESC, spelling"
    ).fetchall()
    offices = connection.execute(
        f"SELECT r.role, min(a.published), max(a.published), count(*) AS n FROM roles r JOIN articles a ON a.row = r.article AND a.current = 1 "
        f"WHERE r.actor IN ({inside}) AND r.role IS NOT NULL GROUP BY r.role ORDER BY n DESC, r.role"
    ).fetchall()
    articles = connection.execute(
        f"SELECT count(DISTINCT r.article) FROM roles r JOIN articles a ON a.row = r.article AND a.current = 1 WHERE r.actor IN ({inside})"
    ).fetchone()[0]
    full = [s for s, _ in spellings if " " in s] if kind == "person" else []
    return ActorPage(
        key=key, name=full[0] if full else shown, kind=kind, country=country, sector=sector, keys=tuple(keys), articles=articles,
        spellings=tuple(Spelling(*s) for s in spellings), offices=tuple(Office(*o) for o in offices), did=_stories(connection, inside, "actor", limit),
        underwent=_stories(connection, inside, "recipient", limit), said=_said(connection, inside, limit), said_about=_about(connection, inside, limit),
    )


def _by_key(connection: sqlite3.Connection, key: str) -> int | None:
    row = connection.execute("SELECT root FROM actors WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row is not None else None


def _commonest(connection: sqlite3.Connection, name: str, roots: list[tuple[int, str]]) -> int:
    """The one of several namesakes that stands in more than half of their articles. Raises NotThere naming their keys where none does."""
    counts = [
        (connection.execute("SELECT count(DISTINCT article) FROM roles WHERE actor IN (SELECT row FROM actors WHERE root = ?)", (root,)).fetchone()[0], root)
        for root, _ in roots
    ]
    most, root = max(counts)
    if 2 * most <= sum(n for n, _ in counts):
        raise NotThere(f"{name} is called more than one actor; name one by its key: {', '.join(sorted(key for _, key in roots))}")
    return root


def _stories(connection: sqlite3.Connection, inside: str, part: str, limit: int) -> tuple[StoryLine, ...]:
    rows = connection.execute(
        f"SELECT DISTINCT s.row FROM event_parties p JOIN story_events t ON t.event = p.event JOIN stories s ON s.row = t.story "
        f"WHERE p.actor IN ({inside}) AND p.part = ? ORDER BY s.day DESC, s.row DESC LIMIT ?",
        (part, limit),
    ).fetchall()
    return tuple(line(connection, row) for (row,) in rows)


QUOTE = f"SELECT DISTINCT {LISTING}, q.row, q.id, q.kind, q.stance, q.start, q.\"end\", q.text FROM "
_LATEST = "ORDER BY a.published DESC, q.row DESC LIMIT ?"


def _said(connection: sqlite3.Connection, inside: str, limit: int) -> tuple[Said, ...]:
    """Its own words, the latest first."""
    return quotes_of(connection, connection.execute(
        f"{QUOTE} quote_parties p JOIN quotes q ON q.row = p.quote JOIN articles a ON a.row = q.article AND a.current = 1 "
        f"WHERE p.actor IN ({inside}) AND p.part = 'speaker' {_LATEST}",
        (limit,),
    ).fetchall())


def _about(connection: sqlite3.Connection, inside: str, limit: int) -> tuple[Said, ...]:
    """Words of others that name it, the latest first."""
    return quotes_of(connection, connection.execute(
        f"{QUOTE} roles r JOIN articles a ON a.row = r.article AND a.current = 1 JOIN mentions m ON m.article = r.article AND m.actor = r.id "
        "JOIN quotes q ON q.article = r.article AND q.start <= m.start AND m.\"end\" <= q.\"end\" "
        f"WHERE r.actor IN ({inside}) AND NOT EXISTS (SELECT 1 FROM quote_parties p WHERE p.quote = q.row AND p.part = 'speaker' AND p.actor IN ({inside})) "
        f"{_LATEST}",
        (limit,),
    ).fetchall())


def quotes_of(connection: sqlite3.Connection, rows: Iterable[Sequence[Any]]) -> tuple[Said, ...]:
    """Rows of `QUOTE` as values, with the names of the speakers."""
    found = []
    for row in rows:
        listing = listing_of(row[:8])
        number, id_, kind, stance, start, end, text = row[8:]
        speakers = tuple(dict.fromkeys(name for (name,) in connection.execute(_SPEAKERS, (listing.row, number))))
        found.append(Said(listing, id_, kind, stance, speakers, start, end, text))
    return tuple(found)

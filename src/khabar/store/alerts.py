"""Saved searches: each tells an article once, when it is new."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from khabar.errors import StoreError
from khabar.store.connection import opened_for_reading, opened_for_writing, told, transaction
from khabar.store.query import parsed
from khabar.store.search import last, newer
from khabar.store.values import Filters, Hit


@dataclass(frozen=True, slots=True)
class Alert:
    """A saved search; `made` is the time, in ISO 8601, from which on it tells."""

    name: str
    query: str
    filters: Filters
    made: str


@dataclass(frozen=True, slots=True)
class Fresh:
    """A hit of an alert, and the time, in ISO 8601, of the call that stored it."""

    hit: Hit
    stored: str


def add_alert(path: Path, name: str, query: str, filters: Filters, *, now: str) -> None:
    """Saves a search under a name; it tells what is stored from now on. Raises StoreError where the name is taken, QueryError for a search that is none."""
    parsed(query)
    with _writing(path) as connection:
        if connection.execute("SELECT 1 FROM alerts WHERE name = ?", (name,)).fetchone():
            raise StoreError(f"an alert {name} is there already")
        kept = json.dumps({k: v for k, v in asdict(filters).items() if v is not None}, ensure_ascii=False)
        connection.execute("INSERT INTO alerts VALUES (?, ?, ?, ?, (SELECT coalesce(max(row), 0) FROM articles))", (name, query, kept, now))


def remove_alert(path: Path, name: str) -> None:
    """Takes a saved search away. Raises StoreError where it is not there."""
    with _writing(path) as connection:
        if not connection.execute("DELETE FROM alerts WHERE name = ?", (name,)).rowcount:
            raise StoreError(f"no alert {name}")


def alerts(path: Path) -> tuple[Alert, ...]:
    """Every saved search, by name."""
    with told(path):
        connection = opened_for_reading(path)
        try:
            rows = connection.execute("SELECT name, query, filters, made FROM alerts ORDER BY name").fetchall()
        finally:
            connection.close()
    return tuple(Alert(name, query, Filters(**json.loads(filters)), made) for name, query, filters, made in rows)


def fresh(path: Path, name: str) -> tuple[Hit, ...]:
    """What is new for an alert since it was last asked, in the order it came; each article is told once. Raises StoreError where it is not there."""
    with _writing(path) as connection:
        query, filters, seen = _alert(connection, name)
        found = newer(connection, query, filters, seen)
        connection.execute("UPDATE alerts SET seen = (SELECT coalesce(max(row), 0) FROM articles) WHERE name = ?", (name,))
        return found


def latest(path: Path, name: str, limit: int) -> tuple[Fresh, ...]:
    """What an alert would have told last, the newest first, told or not: what a feed shows."""
    with told(path):
        connection = opened_for_reading(path)
        try:
            query, filters, _ = _alert(connection, name)
            hits = last(connection, query, filters, limit)
            return tuple(Fresh(hit, _stored(connection, hit.listing.row)) for hit in hits)
        finally:
            connection.close()


def _stored(connection: sqlite3.Connection, row: int) -> str:
    """When the call began that stored an article."""
    found = connection.execute("SELECT started FROM runs WHERE command = 'ingest' AND first <= ? ORDER BY row DESC LIMIT 1", (row,)).fetchone()
    return str(found[0])


def _alert(connection: sqlite3.Connection, name: str) -> tuple[str, Filters, int]:
    row = connection.execute("SELECT query, filters, seen FROM alerts WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise StoreError(f"no alert {name}")
    return row[0], Filters(**json.loads(row[1])), row[2]


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    if not path.is_file():
        raise StoreError(f"{path}: no such file")
    with told(path):
        connection = opened_for_writing(path)
        try:
            with transaction(connection):
                yield connection
        finally:
            connection.close()

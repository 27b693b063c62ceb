"""Articles taken down, and copies of a store."""

import os
import sqlite3
import tempfile
from pathlib import Path

from khabar.errors import StoreError
from khabar.store.connection import opened_for_reading, opened_for_writing, told, transaction
from khabar.store.index import strike
from khabar.store.runs import begin_run, end_run
from khabar.store.save import uncount
from khabar.store.stories import Joiner


def forget(path: Path, id: str, *, now: str, reason: str | None) -> int:
    """Takes every version of the article `id` down, and what was read out of it; gives how many versions there were.

    What is left is the id, the time and the reason, so that the article does not come back. The bytes are overwritten. Raises StoreError where it is not there.
    """
    if not path.is_file():
        raise StoreError(f"{path}: no such file")
    with told(path):
        connection = opened_for_writing(path)
        try:
            with transaction(connection):
                rows = connection.execute("SELECT row, current FROM articles WHERE id = ?", (id,)).fetchall()
                if not rows:
                    raise StoreError(f"{path}: no article {id}")
                run = begin_run(connection, f"forget {id}", now)
                for row, current in rows:
                    _remove(connection, row, bool(current))
                _sweep(connection, id)
                connection.execute("INSERT OR REPLACE INTO forgotten VALUES (?, ?, ?)", (id, now, reason))
                end_run(connection, run, now)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return len(rows)
        finally:
            connection.close()


def _remove(connection: sqlite3.Connection, row: int, current: bool) -> None:
    """Takes away a version with all that hangs on it."""
    Joiner(connection).leave(row)
    if current:
        uncount(connection, row)
    strike(connection, row)
    heir = connection.execute("SELECT min(row) FROM articles WHERE origin = ? AND row <> ?", (row, row)).fetchone()[0]
    connection.execute("UPDATE articles SET origin = ? WHERE origin = ? AND row <> ?", (heir, row, row))
    connection.execute("DELETE FROM articles WHERE row = ?", (row,))


def _sweep(connection: sqlite3.Connection, id: str) -> None:
    """Takes away what only the article knew: actors and places, decisions, failures, and the words that the index still holds."""
    lonely = connection.execute("SELECT row, root FROM actors WHERE row NOT IN (SELECT actor FROM roles)").fetchall()
    for row, root in lonely:
        if row == root:
            heir = connection.execute("SELECT min(row) FROM actors WHERE root = ? AND row <> ?", (row, row)).fetchone()[0]
            if heir is not None:
                connection.execute("UPDATE actors SET root = ?, why = CASE WHEN row = ? THEN NULL ELSE why END WHERE root = ?", (heir, heir, row))
                connection.execute("UPDATE OR REPLACE ties SET actor = ? WHERE actor = ?", (heir, row))
                connection.execute("UPDATE OR REPLACE ties SET recipient = ? WHERE recipient = ?", (heir, row))
        connection.execute("DELETE FROM actors WHERE row = ?", (row,))
    connection.execute("DELETE FROM places WHERE row NOT IN (SELECT place FROM events WHERE place IS NOT NULL)")
    connection.execute("DELETE FROM decisions WHERE substr(one, 1, ?) = ? OR substr(other, 1, ?) = ?", (len(id) + 1, f"{id}#", len(id) + 1, f"{id}#"))
    connection.execute("DELETE FROM failures WHERE item = ?", (id,))
    for index in ("words", "marks"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def backup(path: Path, target: Path) -> None:
    """A copy of the store as it is at this moment, in one file, while others read and write. Raises StoreError where `target` is there already."""
    if target.exists():
        raise StoreError(f"{target}: is there already; name a new file")
    if not target.parent.is_dir():
        raise StoreError(f"{target}: no such folder")
    with told(path):
        source = opened_for_reading(path)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    os.close(handle)
    part = Path(name)
    try:
        with told(target):
            copy = sqlite3.connect(part, isolation_level=None)
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.close()
        part.chmod(0o644)
        part.replace(target)
    finally:
        source.close()
        part.unlink(missing_ok=True)

"""What was done to a store, when, and by which Khabar."""

import sqlite3
from typing import NamedTuple

from khabar.version import VERSION


class Run(NamedTuple):
    """A call that writes: its row, and the first article that could come with it."""

    row: int
    first: int


def begin_run(connection: sqlite3.Connection, command: str, now: str) -> Run:
    """Writes down that `command` began."""
    first = connection.execute("SELECT coalesce(max(row), 0) + 1 FROM articles").fetchone()[0]
    cursor = connection.execute("INSERT INTO runs (command, started, khabar, first) VALUES (?, ?, ?, ?)", (command, now, VERSION, first))
    return Run(int(cursor.lastrowid or 0), int(first))


def end_run(connection: sqlite3.Connection, run: Run, now: str, *, new: int = 0, changed: int = 0, same: int = 0, failed: int = 0) -> None:
    """Writes down that it ended, and what came of it; called inside a transaction."""
    connection.execute(
        "UPDATE runs SET ended = ?, new = ?, changed = ?, same = ?, failed = ?, last = (SELECT max(row) FROM articles WHERE row >= ?) WHERE row = ?",
        (now, new, changed, same, failed, run.first, run.row),
    )

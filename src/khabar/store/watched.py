"""What watching feeds keeps in the store."""

import sqlite3
from collections.abc import Collection
from pathlib import Path
from types import TracebackType

from khabar.sources.net.watch import FeedState, Visit
from khabar.store.connection import opened_for_writing, told, transaction

_DONE = -1
_AT_ONCE = 500


class Watched:
    """The memory of `watch_once` in the store at `path`. Raises StoreError where it cannot be written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection = opened_for_writing(path)

    def __enter__(self) -> "Watched":
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self._connection.close()

    def feed(self, address: str) -> FeedState:
        """The state of a feed; a fresh one where it is new."""
        with told(self._path):
            row = self._connection.execute("SELECT etag, modified, failures, wait_until FROM feeds WHERE address = ?", (address,)).fetchone()
        return FeedState(*row) if row else FeedState()

    def tries(self, feed: str, keys: Collection[str]) -> dict[str, int]:
        """How often each of `keys` was tried, -1 for one that is done with."""
        found: dict[str, int] = {}
        every = list(keys)
        with told(self._path):
            for start in range(0, len(every), _AT_ONCE):
                part = every[start : start + _AT_ONCE]
                asked = f"SELECT key, tries FROM feed_entries WHERE feed = ? AND key IN ({','.join('?' * len(part))})"
                found.update(self._connection.execute(asked, (feed, *part)).fetchall())
        return found

    def keep(self, visit: Visit) -> None:
        """Keeps what a visit left, all of it or nothing."""
        state = visit.state
        with told(self._path), transaction(self._connection):
            self._connection.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?)", (visit.feed, state.etag, state.modified, state.failures, state.wait_until))
            self._connection.executemany("INSERT OR REPLACE INTO feed_entries VALUES (?, ?, ?)", [(visit.feed, key, _DONE) for key in visit.done])
            again = "INSERT INTO feed_entries VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET tries = tries + 1"
            self._connection.executemany(again, [(visit.feed, key) for key in visit.again])

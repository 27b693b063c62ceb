"""The articles of a store read anew, after Khabar or its word lists changed; what changed is told."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from khabar.api import load_reader
from khabar.errors import StoreError
from khabar.model import Article
from khabar.store.connection import opened_for_writing, told, transaction
from khabar.store.diff import Change, changes
from khabar.store.index import enter, strike
from khabar.store.prepare import Prepared, unpacked
from khabar.store.runs import begin_run, end_run
from khabar.store.save import uncount, write_reading
from khabar.store.stories import Joiner
from khabar.store.workers import Broken, read_all
from khabar.version import VERSION

_PART_TABLES = ("summaries", "dates", "quotes", "events", "mentions", "roles")
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Reread:
    """How many articles were read anew, how many of them changed, and which could not be read and why (id, reason); those keep what they had."""

    read: int
    changed: int
    failed: tuple[tuple[str, str], ...]


def reread(path: Path, *, every: bool, jobs: int, now: Callable[[], str], tell: Callable[[tuple[Change, ...]], None], words: str = "") -> Reread:
    """Reads the current articles anew that another Khabar or other word lists read, or `every` one; `tell` gets the changes of each article that has some.
    `words` is a file of own words; articles read without them, or with others, are read anew.

    Each article is written as a whole or not at all; a stop loses nothing, and the next call goes on with the rest. Joins that a person made stay.
    """
    if not path.is_file():
        raise StoreError(f"{path}: no such file")
    with told(path):
        connection = opened_for_writing(path)
        try:
            run = begin_run(connection, "reread", now())
            done = _Reread(connection, tell, words).run(every, jobs)
            with transaction(connection):
                end_run(connection, run, now(), changed=done.changed, same=done.read - done.changed, failed=len(done.failed))
            return done
        finally:
            connection.close()


class _Reread:
    def __init__(self, connection: sqlite3.Connection, tell: Callable[[tuple[Change, ...]], None], words: str) -> None:
        self._connection = connection
        self._tell = tell
        self._words = words
        self._joiner = Joiner(connection)

    def run(self, every: bool, jobs: int) -> Reread:
        read = changed = 0
        failed: list[tuple[str, str]] = []
        for row, article, _, outcome in read_all(self._articles(every), jobs, self._words):
            if isinstance(outcome, Broken):
                failed.append((article.id, outcome.reason))
                continue
            read += 1
            changed += self._write(row, outcome)
        return Reread(read, changed, tuple(failed))

    def _articles(self, every: bool) -> Iterator[tuple[int, Article, str]]:
        """The articles to read, by row; those that a later step has not reached are looked up in small lots."""
        last, lexicon = 0, load_reader(self._words).lexicon.digest
        while True:
            rows = self._connection.execute(
                "SELECT a.row, a.digest, a.text, r.record FROM articles a JOIN records r ON r.article = a.row WHERE a.current = 1 AND a.row > ? "
                "AND (? OR a.khabar <> ? OR a.lexicon <> ?) ORDER BY a.row LIMIT ?",
                (last, every, VERSION, lexicon, _AT_ONCE),
            ).fetchall()
            for row, digest, text, blob in rows:
                yield row, unpacked(blob, text).article, digest
            if not rows:
                return
            last = rows[-1][0]

    def _write(self, row: int, ready: Prepared) -> bool:
        """Puts the new reading in the place of the old; tells whether it is another."""
        blob, text = self._connection.execute("SELECT r.record, a.text FROM records r JOIN articles a ON a.row = r.article WHERE a.row = ?", (row,)).fetchone()
        old = unpacked(blob, text)
        other = replace(old, made_by=ready.record.made_by) != ready.record
        with transaction(self._connection):
            ask = self._connection.execute
            ask("UPDATE records SET record = ? WHERE article = ?", (ready.packed, row))
            ask("UPDATE articles SET khabar = ?, lexicon = ? WHERE row = ?", (ready.record.made_by.khabar, ready.record.made_by.lexicon, row))
            strike(self._connection, row)
            if other:
                self._replace(row, ready)
            enter(self._connection, row, ready)
        found = changes(old, ready.record)
        if found:
            self._tell(found)
        return other

    def _replace(self, row: int, ready: Prepared) -> None:
        former = self._joiner.lift(row)
        uncount(self._connection, row)
        for table in ("sentences", *_PART_TABLES):
            self._connection.execute(f"DELETE FROM {table} WHERE article = ?", (row,))
        self._connection.executemany("INSERT INTO sentences VALUES (?, ?, ?, ?)", [(row, n, *s) for n, s in enumerate(ready.sentences)])
        self._joiner.add(write_reading(self._connection, row, ready), former)
        self._joiner.settle(place.story for place in former.values())

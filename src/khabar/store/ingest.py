"""Articles into the store: each once, in order, in batches that are there as a whole or not at all."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from khabar.errors import SourceError
from khabar.model import Article
from khabar.store.connection import opened_for_writing, told, transaction
from khabar.store.prepare import Prepared, digest_of
from khabar.store.runs import Run, begin_run, end_run
from khabar.store.save import save
from khabar.store.stories import Joiner
from khabar.store.workers import Broken, read_all

_BATCH = 64


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read: where it came from, which article or line, its digest ("" where there is no article), and why."""

    source: str
    item: str
    digest: str
    reason: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article and the name of the input that it came from."""

    source: str
    article: Article


@dataclass(slots=True)
class Tally:
    """What came of the articles so far: new ones, new versions, ones already there, ones taken down before, failures now and left from before."""

    new: int = 0
    changed: int = 0
    same: int = 0
    forgotten: int = 0
    failed: int = 0
    failed_before: int = 0
    reasons: list[Failure] = field(default_factory=list)

    @property
    def seen(self) -> int:
        """How many articles and failures there were."""
        return self.new + self.changed + self.same + self.forgotten + self.failed + self.failed_before


def ingest(
    path: Path, incoming: Iterable[Incoming | Failure], *, jobs: int, now: Callable[[], str], progress: Callable[[Tally], None], retried: bool = False,
    words: str = "",
) -> Tally:
    """Reads and stores what is not there yet; a stop at any moment loses no more than the batch at hand, and the next call goes on from there.

    `jobs` is the number of processes that read, `now` tells the time in ISO 8601, `progress` is called as articles go by.
    What failed before is left alone unless `retried`. `words` is a file of own words. Raises StoreError where the store cannot be written,
    LexiconError where the own words are wrong.
    """
    with told(path):
        connection = opened_for_writing(path)
        try:
            return _Ingest(connection, progress, retried, words).run(incoming, jobs, begin_run(connection, "ingest", now()), now)
        finally:
            connection.close()


class _Ingest:
    """One call of `ingest`: its tally, and what waits to be written."""

    def __init__(self, connection: sqlite3.Connection, progress: Callable[[Tally], None], retried: bool, words: str) -> None:
        self._connection = connection
        self._joiner = Joiner(connection)
        self._progress = progress
        self._retried = retried
        self._words = words
        self._tally = Tally()
        self._batch: list[tuple[Incoming, Prepared] | Failure] = []
        self._begun: set[str] = set()

    def run(self, incoming: Iterable[Incoming | Failure], jobs: int, run: Run, now: Callable[[], str]) -> Tally:
        """Takes everything in, and writes down what came of it."""
        for mark, _, digest, outcome in read_all(self._unknown(incoming), jobs, self._words):
            if isinstance(outcome, Broken):
                self._add(Failure(mark.source, mark.article.id, digest, outcome.reason))
            else:
                self._add((mark, outcome))
        self._write()
        tally = self._tally
        with transaction(self._connection):
            end_run(self._connection, run, now(), new=tally.new, changed=tally.changed, same=tally.same, failed=tally.failed)
        return tally

    def _unknown(self, incoming: Iterable[Incoming | Failure]) -> Iterator[tuple[Incoming, Article, str]]:
        """The articles that the store does not have."""
        for each in incoming:
            self._begin(each.source)
            if isinstance(each, Failure):
                self._add(each)
                continue
            try:
                digest = digest_of(each.article)
                self._check(each.article)
            except SourceError as fault:
                self._add(Failure(each.source, each.article.id, "", str(fault)))
                continue
            if not self._known(each.article, digest):
                yield each, each.article, digest

    def _begin(self, source: str) -> None:
        """Strikes out the failures of an input that is retried, once, before it is read."""
        if self._retried and source not in self._begun:
            self._begun.add(source)
            self._connection.execute("DELETE FROM failures WHERE source = ?", (source,))

    def _check(self, article: Article) -> None:
        """Raises SourceError where the id belongs to an article of another outlet."""
        known = self._connection.execute("SELECT outlet FROM articles WHERE id = ? AND current = 1", (article.id,)).fetchone()
        if known is not None and known[0] and article.outlet and known[0] != article.outlet:
            raise SourceError(f"{article.id}: this id is already an article of {known[0]}; one of {article.outlet} needs another")

    def _known(self, article: Article, digest: str) -> bool:
        ask = self._connection.execute
        if ask("SELECT 1 FROM articles WHERE id = ? AND digest = ?", (article.id, digest)).fetchone():
            self._tally.same += 1
        elif ask("SELECT 1 FROM forgotten WHERE id = ?", (article.id,)).fetchone():
            self._tally.forgotten += 1
        elif not self._retried and ask("SELECT 1 FROM failures WHERE digest = ?", (digest,)).fetchone():
            self._tally.failed_before += 1
        else:
            return False
        self._progress(self._tally)
        return True

    def _add(self, item: tuple[Incoming, Prepared] | Failure) -> None:
        self._batch.append(item)
        if len(self._batch) >= _BATCH:
            self._write()

    def _write(self) -> None:
        """Writes the batch at hand."""
        with transaction(self._connection):
            for item in self._batch:
                if isinstance(item, Failure):
                    self._failed(item)
                else:
                    self._store(*item)
        self._batch = []
        self._progress(self._tally)

    def _failed(self, failure: Failure) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO failures VALUES (?, ?, ?, ?)", (failure.source, failure.item, failure.digest, failure.reason),
        )
        self._tally.failed += 1
        self._tally.reasons.append(failure)

    def _store(self, incoming: Incoming, ready: Prepared) -> None:
        ask = self._connection.execute
        if ask("SELECT 1 FROM articles WHERE id = ? AND digest = ?", (incoming.article.id, ready.digest)).fetchone():
            self._tally.same += 1
            return
        known = ask("SELECT 1 FROM articles WHERE id = ?", (incoming.article.id,)).fetchone()
        save(self._connection, ready, self._joiner)
        ask("DELETE FROM failures WHERE source = ? AND item = ?", (incoming.source, incoming.article.id))
        if known:
            self._tally.changed += 1
        else:
            self._tally.new += 1

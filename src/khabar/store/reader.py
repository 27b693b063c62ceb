"""A store that is read; every answer is a frozen value, no caller sees SQL."""

import sqlite3
from collections.abc import Generator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from khabar.errors import NotThere
from khabar.model import Record
from khabar.store import overview
from khabar.store.answers import ActorPage, Comparison, Day, Network, PlaceLine, Said, Story, StoryLine, Timeline, Totals, Who
from khabar.store.compare import compare
from khabar.store.connection import opened_for_reading, told
from khabar.store.filters import check, conditions
from khabar.store.hits import LISTING, listing_of
from khabar.store.ingest import Failure
from khabar.store.lines import story, timeline
from khabar.store.network import network
from khabar.store.people import actor_page
from khabar.store.prepare import unpacked
from khabar.store.search import listed, search
from khabar.store.values import Filters, Found, Listing, Page

_ALL = Filters()


class Store:
    """One SQLite file, open for reading while others read and one writes. Not to be shared by threads at the same moment."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, path: Path) -> "Store":
        """The store in `path`. Raises StoreError where there is none, or it was made by another version."""
        return cls(path, opened_for_reading(path))

    def close(self) -> None:
        """Lets go of the file."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def article(self, id: str, version: int | None = None) -> Listing:
        """The article `id`, its newest version unless `version` is told. Raises NotThere where it is not there."""
        with told(self.path):
            row = self.connection.execute(
                f"SELECT {LISTING} FROM articles a WHERE a.id = ? AND (a.version = ? OR (? IS NULL AND a.current = 1))", (id, version, version),
            ).fetchone()
        if row is None:
            raise NotThere(f"{self.path}: no article {id}{f' in version {version}' if version is not None else ''}")
        return listing_of(row)

    def record(self, id: str, version: int | None = None) -> Record:
        """What was read out of the article `id`. Raises NotThere where it is not there."""
        row = self.article(id, version).row
        with told(self.path):
            blob, text = self.connection.execute("SELECT r.record, a.text FROM records r JOIN articles a ON a.row = r.article WHERE r.article = ?", (row,)).fetchone()
        return unpacked(blob, text)

    def records(self, filters: Filters = _ALL) -> Generator[tuple[Record, dict[str, int]], None, None]:
        """The records of all current articles that fit, in the order they came, each with the story numbers of its events; all as of one moment."""
        with told(self.path):
            self.connection.execute("BEGIN")
            try:
                wanted = [("a.current = 1", ()), *conditions(self.connection, filters)]
                rows = self.connection.execute(
                    "SELECT a.row, a.text, r.record FROM articles a JOIN records r ON r.article = a.row WHERE "
                    f"{' AND '.join(c for c, _ in wanted)} ORDER BY a.row",
                    tuple(p for _, ps in wanted for p in ps),
                )
                for row, text, blob in rows:
                    stories = self.connection.execute("SELECT e.id, t.story FROM events e JOIN story_events t ON t.event = e.row WHERE e.article = ?", (row,))
                    yield unpacked(blob, text), dict(stories.fetchall())
            finally:
                self.connection.execute("COMMIT")

    def versions(self, id: str) -> tuple[Listing, ...]:
        """Every version of an article, the oldest first; none where the id is not known."""
        with told(self.path):
            rows = self.connection.execute(f"SELECT {LISTING} FROM articles a WHERE a.id = ? ORDER BY a.version", (id,))
            return tuple(listing_of(row) for row in rows)

    def articles(self, filters: Filters = _ALL, *, limit: int = 50, offset: int = 0) -> Page:
        """The current articles that fit, the latest published first, those without a day last."""
        with told(self.path):
            return listed(self.connection, filters, limit, offset)

    def search(self, query: str, filters: Filters = _ALL, *, recent: bool = False, limit: int = 20, offset: int = 0) -> Found:
        """The articles that fit `query` (see docs/store.md), the best first; `recent` also weighs how new they are. Raises QueryError."""
        with told(self.path):
            return search(self.connection, query, filters, recent=recent, limit=limit, offset=offset)

    def check(self, filters: Filters) -> None:
        """Raises NotThere where the filters name an actor, a source or an outlet that the store does not know."""
        with told(self.path):
            check(self.connection, filters)

    def timeline(self, filters: Filters = _ALL, *, least: int = 1, limit: int = 50, offset: int = 0) -> Timeline:
        """Stories, the latest day first; `since` and `until` are days of the event, `least` is how many independent tellers there must be."""
        with told(self.path):
            return Timeline(*timeline(self.connection, filters, least, limit, offset))

    def story(self, number: int) -> Story:
        """The story with this number, with all its tellings. Raises NotThere where there is none."""
        with told(self.path):
            return story(self.connection, number)

    def network(self, filters: Filters = _ALL, *, limit: int = 50) -> Network:
        """Who with whom, the closest first; it looks at actor, country, type, since and until (days of the event)."""
        with told(self.path):
            return network(self.connection, filters, limit)

    def actor(self, name: str, *, limit: int = 20) -> ActorPage:
        """An actor by its name in any spelling, or its key. Raises NotThere where nobody or more than one is called so."""
        with told(self.path):
            return actor_page(self.connection, name, limit)

    def compare(self, one: str, other: str, filters: Filters = _ALL, *, limit: int = 20) -> Comparison:
        """Two outlets side by side; it looks at type, since and until (days of publication). Raises NotThere for an outlet that is not there."""
        with told(self.path):
            return compare(self.connection, one, other, filters, limit)

    def stories_of(self, id: str) -> tuple[tuple[str, int], ...]:
        """The events of the current version of an article, each with the number of its story."""
        row = self.article(id).row
        with told(self.path):
            rows = self.connection.execute("SELECT e.id, t.story FROM events e JOIN story_events t ON t.event = e.row WHERE e.article = ? ORDER BY e.row", (row,))
            return tuple((event, number) for event, number in rows)

    def lines_of(self, id: str) -> tuple[tuple[str, StoryLine], ...]:
        """The events of the current version of an article, each with its story as lists show it."""
        row = self.article(id).row
        with told(self.path):
            return overview.lines_of(self.connection, row)

    def leading(self, filters: Filters = _ALL, *, disputed: bool = False, least: int = 1, limit: int = 20) -> tuple[StoryLine, ...]:
        """The stories that most independent tellers tell; `since` and `until` are days of the event, `disputed` leaves only those."""
        with told(self.path):
            return overview.leading(self.connection, filters, disputed=int(disputed), least=least, limit=limit)

    def days(self, filters: Filters = _ALL, *, length: int = 10) -> tuple[Day, ...]:
        """How many stories fall on each day (`length` 10), month (7) or year (4), the earliest first."""
        with told(self.path):
            return overview.days(self.connection, filters, length)

    def places(self, filters: Filters = _ALL, *, limit: int = 500) -> tuple[PlaceLine, ...]:
        """The places with coordinates where stories took place, those of most stories first."""
        with told(self.path):
            return overview.places(self.connection, filters, limit)

    def quotes(self, filters: Filters = _ALL, *, stance: str | None = None, limit: int = 30, offset: int = 0) -> tuple[Said, ...]:
        """Direct words whose speaker is known, of the articles that fit, the latest first."""
        with told(self.path):
            return overview.said(self.connection, filters, stance, limit, offset)

    def actors(self, kinds: Sequence[str], *, limit: int = 60, offset: int = 0) -> tuple[Who, ...]:
        """The actors of these kinds (person, organization, country, group, place) that stand in most articles."""
        with told(self.path):
            return overview.commonest(self.connection, kinds, limit, offset)

    def totals(self) -> Totals:
        """How much the store holds."""
        with told(self.path):
            return overview.totals(self.connection)

    def failures(self) -> tuple[Failure, ...]:
        """What could not be read, by input."""
        with told(self.path):
            rows = self.connection.execute("SELECT source, item, digest, reason FROM failures ORDER BY source, item, digest")
            return tuple(Failure(*row) for row in rows)

    def outlets(self) -> tuple[tuple[str, int], ...]:
        """Every outlet with the number of its current articles, the largest first."""
        with told(self.path):
            rows = self.connection.execute(
                "SELECT outlet, count(*) FROM articles WHERE current = 1 AND outlet IS NOT NULL GROUP BY outlet ORDER BY count(*) DESC, outlet"
            )
            return tuple((outlet, number) for outlet, number in rows)

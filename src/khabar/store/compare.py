"""Two outlets side by side: who reports what, as what status, citing whom."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import islice
from typing import NamedTuple

from khabar.errors import NotThere
from khabar.store.answers import Both, Comparison, Side, StoryLine
from khabar.store.filters import numbers
from khabar.store.lines import line, parties
from khabar.store.values import Filters

_SOURCES, _AT_ONCE = 20, 5_000


class _Told(NamedTuple):
    """The events that an outlet tells: article, row, type, status and story of each."""

    outlet: str
    events: tuple[tuple[int, int, str, str, int], ...]

    @property
    def stories(self) -> frozenset[int]:
        return frozenset(story for *_, story in self.events)


def compare(connection: sqlite3.Connection, one: str, other: str, filters: Filters, limit: int) -> Comparison:
    """Both outlets over one time; of `filters` it looks at since, until (days of publication) and type. Raises NotThere for an outlet that is not there."""
    told = [_told(connection, outlet, filters) for outlet in (one, other)]
    stories = [each.stories for each in told]
    both, mine, theirs = stories[0] & stories[1], stories[0] - stories[1], stories[1] - stories[0]
    return Comparison(
        sides=(_side(connection, told[0]), _side(connection, told[1])), shared_total=len(both),
        shared=tuple(_both(connection, row, one, other) for row in _latest(connection, both, limit)),
        only_totals=(len(mine), len(theirs)), only=(_lines(connection, mine, limit), _lines(connection, theirs, limit)),
    )


def _told(connection: sqlite3.Connection, outlet: str, filters: Filters) -> _Told:
    if not connection.execute("SELECT 1 FROM articles WHERE outlet = ? AND current = 1", (outlet,)).fetchone():
        raise NotThere(f"no articles of {outlet}")
    wanted = [(c, v) for c, v in (("a.published >= ?", filters.since), ("a.published <= ?", filters.until), ("e.event = ?", filters.type)) if v is not None]
    rows = connection.execute(
        "SELECT a.row, e.row, e.event, e.status, t.story FROM articles a JOIN events e ON e.article = a.row JOIN story_events t ON t.event = e.row "
        f"WHERE a.outlet = ? AND a.current = 1{''.join(f' AND {c}' for c, _ in wanted)}",
        (outlet, *(v for _, v in wanted)),
    )
    return _Told(outlet, tuple(rows))


def _side(connection: sqlite3.Connection, told: _Told) -> Side:
    types, statuses = _counted(type_ for _, _, type_, _, _ in told.events), _counted(status for _, _, _, status, _ in told.events)
    return Side(told.outlet, len({article for article, *_ in told.events}), types, statuses, _sources(connection, [event for _, event, *_ in told.events]))


def _counted(values: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Values with their number, the commonest first."""
    return tuple(sorted(Counter(values).items(), key=lambda each: (-each[1], each[0])))


def _sources(connection: sqlite3.Connection, events: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Who says so most often."""
    counts: Counter[int] = Counter()
    for at in range(0, len(events), _AT_ONCE):
        inside = numbers(events[at : at + _AT_ONCE])
        counts.update(dict(connection.execute(
            f"SELECT x.root, count(*) FROM event_parties p JOIN actors x ON x.row = p.actor WHERE p.event IN ({inside}) AND p.part = 'source' GROUP BY x.root",
        ).fetchall()))
    most = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_SOURCES]
    return tuple((str(connection.execute("SELECT name FROM actors WHERE row = ?", (root,)).fetchone()[0]), number) for root, number in most)


def _latest(connection: sqlite3.Connection, stories: Set[int], limit: int) -> list[int]:
    """The latest of some stories, those of a day by how many tell them."""
    wanted = min(limit, len(stories))
    by_day = connection.execute("SELECT row FROM stories ORDER BY day DESC, outlets DESC, row DESC")
    return list(islice((row for (row,) in by_day if row in stories), wanted))


def _lines(connection: sqlite3.Connection, stories: Set[int], limit: int) -> tuple[StoryLine, ...]:
    return tuple(line(connection, row) for row in _latest(connection, stories, limit))


def _both(connection: sqlite3.Connection, story: int, one: str, other: str) -> Both:
    statuses, sources = [], []
    for outlet in (one, other):
        rows = connection.execute(
            "SELECT e.row, e.status FROM story_events t JOIN events e ON e.row = t.event JOIN articles a ON a.row = e.article WHERE t.story = ? AND a.outlet = ? "
            "ORDER BY e.row",
            (story, outlet),
        ).fetchall()
        statuses.append(tuple(dict.fromkeys(status for _, status in rows)))
        sources.append(tuple(dict.fromkeys(name for row, _ in rows for name in parties(connection, row, "source"))))
    return Both(line(connection, story), (statuses[0], statuses[1]), (sources[0], sources[1]))

"""Two outlets side by side: who reports what, as what status, citing whom."""

import sqlite3

from khabar.errors import NotThere
from khabar.store.answers import Both, Comparison, Side, StoryLine
from khabar.store.lines import line, parties
from khabar.store.values import Filters

_SOURCES = 20
_EVENTS = "FROM articles a JOIN events e ON e.article = a.row JOIN story_events t ON t.event = e.row WHERE a.outlet = ? AND a.current = 1"


def compare(connection: sqlite3.Connection, one: str, other: str, filters: Filters, limit: int) -> Comparison:
    """Both outlets over one time; of `filters` it looks at since, until (days of publication) and type. Raises NotThere for an outlet that is not there."""
    condition, parameters = _wanted(filters)
    sides = (_side(connection, one, condition, parameters), _side(connection, other, condition, parameters))
    stories = [
        {row for (row,) in connection.execute(f"SELECT DISTINCT t.story {_EVENTS} {condition}", (outlet, *parameters))} for outlet in (one, other)
    ]
    both, mine, theirs = stories[0] & stories[1], stories[0] - stories[1], stories[1] - stories[0]
    return Comparison(
        sides=sides, shared_total=len(both), shared=tuple(_both(connection, row, one, other) for row in _latest(connection, both, limit)),
        only_totals=(len(mine), len(theirs)), only=(_lines(connection, mine, limit), _lines(connection, theirs, limit)),
    )


def _wanted(filters: Filters) -> tuple[str, tuple[object, ...]]:
    wanted = [(c, v) for c, v in (("a.published >= ?", filters.since), ("a.published <= ?", filters.until), ("e.event = ?", filters.type)) if v is not None]
    return "".join(f" AND {c}" for c, _ in wanted), tuple(v for _, v in wanted)


def _side(connection: sqlite3.Connection, outlet: str, condition: str, parameters: tuple[object, ...]) -> Side:
    articles = connection.execute("SELECT count(*) FROM articles WHERE outlet = ? AND current = 1", (outlet,)).fetchone()[0]
    if not articles:
        raise NotThere(f"no articles of {outlet}")
    told = connection.execute(f"SELECT count(DISTINCT a.row) {_EVENTS} {condition}", (outlet, *parameters)).fetchone()[0]
    types, statuses = (
        tuple(connection.execute(f"SELECT e.{column}, count(*) AS n {_EVENTS} {condition} GROUP BY 1 ORDER BY n DESC, 1", (outlet, *parameters)).fetchall())
        for column in ("event", "status")
    )
    events = _EVENTS.replace("WHERE", "JOIN event_parties p ON p.event = e.row AND p.part = 'source' JOIN actors x ON x.row = p.actor JOIN actors y ON y.row = x.root WHERE")
    sources = connection.execute(
        f"SELECT y.name, count(*) AS n {events} {condition} GROUP BY y.row ORDER BY n DESC, y.row LIMIT {_SOURCES}", (outlet, *parameters),
    ).fetchall()
    return Side(outlet, told, types, statuses, tuple(sources))


def _latest(connection: sqlite3.Connection, stories: set[int], limit: int) -> list[int]:
    """The latest of some stories, those of a day by how many tell them."""
    days = [connection.execute("SELECT coalesce(day, ''), outlets, row FROM stories WHERE row = ?", (row,)).fetchone() for row in stories]
    return [row for _, _, row in sorted(days, reverse=True)[:limit]]


def _lines(connection: sqlite3.Connection, stories: set[int], limit: int) -> tuple[StoryLine, ...]:
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

"""Overviews that pages begin with: the stories of the latest days, events a day, places, words of many speakers, actors, totals."""

import sqlite3
from collections.abc import Sequence

from khabar.store.answers import Day, PlaceLine, Said, StoryLine, Totals, Who
from khabar.store.filters import by_day, conditions
from khabar.store.lines import line, wanted_stories
from khabar.store.people import QUOTE, quotes_of
from khabar.store.values import Filters


def lines_of(connection: sqlite3.Connection, article: int) -> tuple[tuple[str, StoryLine], ...]:
    """The events of an article, by its row, each with its story."""
    rows = connection.execute("SELECT e.id, t.story FROM events e JOIN story_events t ON t.event = e.row WHERE e.article = ? ORDER BY e.row", (article,))
    return tuple((id_, line(connection, story)) for id_, story in rows.fetchall())


def leading(connection: sqlite3.Connection, filters: Filters, *, disputed: int, least: int, limit: int) -> tuple[StoryLine, ...]:
    """The stories that most independent tellers tell, of the days and kinds that `filters` tells; `disputed` 1 for those alone that are disputed."""
    wanted, parameters = wanted_stories(connection, filters)
    wanted += ["s.origins >= ?", "s.disputed >= ?"]
    rows = connection.execute(
        f"SELECT s.row FROM stories s WHERE {' AND '.join(wanted)} ORDER BY s.origins DESC, s.disputed DESC, s.day DESC, s.row DESC LIMIT ?",
        (*parameters, least, disputed, limit),
    ).fetchall()
    return tuple(line(connection, row) for (row,) in rows)


def days(connection: sqlite3.Connection, filters: Filters, length: int) -> tuple[Day, ...]:
    """How many stories fall on each day (`length` 10), month (7) or year (4), the earliest first."""
    wanted, parameters = wanted_stories(connection, filters)
    rows = connection.execute(
        f"SELECT substr(s.day, 1, ?) AS part, count(*), sum(s.disputed), sum(e.status = 'planned') FROM stories s JOIN events e ON e.row = s.head "
        f"WHERE {' AND '.join([*wanted, 's.day IS NOT NULL'])} GROUP BY part ORDER BY part",
        (length, *parameters),
    )
    return tuple(Day(*row) for row in rows)


def places(connection: sqlite3.Connection, filters: Filters, limit: int) -> tuple[PlaceLine, ...]:
    """The places with coordinates where stories took place, those of most stories first."""
    wanted, parameters = wanted_stories(connection, filters)
    rows = connection.execute(
        "SELECT p.name, p.country, p.lat, p.lon, count(*) AS n, sum(s.disputed), sum(s.event = 'ASSAULT') FROM stories s JOIN events e ON e.row = s.head "
        f"JOIN places p ON p.row = e.place WHERE {' AND '.join([*wanted, 'p.lat IS NOT NULL'])} GROUP BY p.lat, p.lon ORDER BY n DESC, p.name LIMIT ?",
        (*parameters, limit),
    )
    return tuple(PlaceLine(*row) for row in rows)


def said(connection: sqlite3.Connection, filters: Filters, stance: str | None, limit: int, offset: int) -> tuple[Said, ...]:
    """Direct words whose speaker is known, of the articles that fit, the latest first."""
    wanted = [("a.current = 1", ()), *conditions(connection, filters)]
    if stance is not None:
        wanted.append(("q.stance = ?", (stance,)))
    rows = connection.execute(
        f"{QUOTE} {by_day(filters)} JOIN quotes q ON q.article = a.row WHERE q.kind = 'direct' AND q.\"end\" - q.start BETWEEN 24 AND 280 "
        "AND EXISTS (SELECT 1 FROM quote_parties p WHERE p.quote = q.row AND p.part = 'speaker') "
        f"AND {' AND '.join(c for c, _ in wanted)} ORDER BY a.published DESC, a.row DESC, q.row LIMIT ? OFFSET ?",
        (*(p for _, ps in wanted for p in ps), limit, offset),
    ).fetchall()
    return quotes_of(connection, rows)


def commonest(connection: sqlite3.Connection, kinds: Sequence[str], limit: int, offset: int) -> tuple[Who, ...]:
    """The actors of these kinds that stand in most articles."""
    rows = connection.execute(
        "SELECT y.key, y.name, y.kind, y.country, count(DISTINCT r.article) AS n FROM roles r JOIN actors x ON x.row = r.actor JOIN actors y ON y.row = x.root "
        f"WHERE y.kind IN ({', '.join('?' * len(kinds))}) GROUP BY y.row ORDER BY n DESC, y.row LIMIT ? OFFSET ?",
        (*kinds, limit, offset),
    )
    return tuple(Who(*row) for row in rows)


def totals(connection: sqlite3.Connection) -> Totals:
    """How many articles, stories and outlets there are, and the latest day of publication."""
    articles, outlets, newest = connection.execute("SELECT count(*), count(DISTINCT outlet), max(published) FROM articles WHERE current = 1").fetchone()
    return Totals(articles, connection.execute("SELECT count(*) FROM stories").fetchone()[0], outlets, newest)

"""Articles that hold what a query asks for, the best first; and lists of articles."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from khabar.store.filters import by_day, conditions
from khabar.store.hits import LISTING, hits, listing_of
from khabar.store.query import Wish, exact_words, fts, has_choice, parsed, stands
from khabar.store.values import Filters, Found, Hit, Page

# A word in the headline weighs as much as so many in the text.
_SCORE = "-bm25(words, 4.0, 1.0)"
# After so many days an article counts half, where the newest are wanted first.
_HALF = 30.0
# Words that stand in more articles than this, and in more than half of all, tell none from another.
_MANY = 20_000
# So many articles are looked at for words as they are written, and more only where they fill no page; so many are read at once.
_LOOKED_AT, _AT_ONCE = 500, 100
# Outlets and days by row, from an index that holds them, without reading the articles.
_LISTED = "articles a INDEXED BY articles_listed"


# A row of `articles`, how well it fits, and how many there are in all.
_Row = tuple[int, float, int]


class _Asked(NamedTuple):
    """From where and under which conditions of SQL, with their parameters."""

    where: str
    parameters: tuple[object, ...]


class _Ranked(NamedTuple):
    """A question for rows, each with its score and the number of all, in order; with its parameters."""

    sql: str
    parameters: tuple[object, ...]


def search(connection: sqlite3.Connection, query: str, filters: Filters, *, recent: bool, limit: int, offset: int) -> Found:
    """One page of the current articles that fit `query` and `filters`; `recent` weighs how new they are. Raises QueryError."""
    wish = parsed(query)
    asked = _asked(connection, wish, filters)
    order = "newest" if _tells_nothing(connection, wish) else "best"
    ranked = _newest(asked) if order == "newest" else _best_of_late(asked, _newest_day(connection)) if recent else _best(asked)
    if exact_words(wish) != ((), ()):
        rows, whole = _exact(connection, wish, ranked, offset + limit)
        return Found(len(rows), hits(connection, wish, rows[offset : offset + limit]), at_least=not whole, order=order)
    page = connection.execute(f"{ranked.sql} LIMIT ? OFFSET ?", (*ranked.parameters, limit, offset)).fetchall()
    total = page[0][2] if page else connection.execute(f"SELECT count(*) {asked.where}", asked.parameters).fetchone()[0] if offset else 0
    return Found(total, hits(connection, wish, page), at_least=False, order=order)


def newer(connection: sqlite3.Connection, query: str, filters: Filters, after: int) -> tuple[Hit, ...]:
    """All current articles that fit and were stored after the row `after`, in the order they came. Raises QueryError."""
    wish = parsed(query)
    asked = _asked(connection, wish, filters)
    rows = connection.execute(f"SELECT words.rowid, 0.0, 0 {asked.where} AND words.rowid > ? ORDER BY words.rowid", (*asked.parameters, after)).fetchall()
    return hits(connection, wish, _standing(connection, wish, rows))


def last(connection: sqlite3.Connection, query: str, filters: Filters, limit: int) -> tuple[Hit, ...]:
    """The current articles that fit and were stored last, the last first. Raises QueryError."""
    wish = parsed(query)
    asked = _asked(connection, wish, filters)
    rows = connection.execute(f"SELECT words.rowid, 0.0, 0 {asked.where} ORDER BY words.rowid DESC", asked.parameters).fetchall()
    return hits(connection, wish, _standing(connection, wish, rows)[:limit])


def listed(connection: sqlite3.Connection, filters: Filters, limit: int, offset: int) -> Page:
    """The current articles that fit, the latest published first, those without a day last."""
    wanted = [("a.current = 1", ()), *conditions(connection, filters)]
    where, parameters = " AND ".join(c for c, _ in wanted), tuple(p for _, ps in wanted for p in ps)
    total = connection.execute(f"SELECT count(*) FROM {_LISTED} WHERE {where}", parameters).fetchone()[0]
    rows = connection.execute(
        f"SELECT {LISTING} FROM {by_day(filters)} WHERE {where} ORDER BY a.published DESC, a.row DESC LIMIT ? OFFSET ?", (*parameters, limit, offset),
    )
    return Page(total, tuple(listing_of(row) for row in rows))


def _asked(connection: sqlite3.Connection, wish: Wish, filters: Filters) -> _Asked:
    wanted = [("words MATCH ?", (fts(wish),)), *conditions(connection, filters)]
    where = " AND ".join(c for c, _ in wanted)
    return _Asked(f"FROM words CROSS JOIN {_LISTED} ON a.row = words.rowid AND a.current = 1 WHERE {where}", tuple(p for _, ps in wanted for p in ps))


def _tells_nothing(connection: sqlite3.Connection, wish: Wish) -> bool:
    """Whether most articles hold what `wish` asks for, so that weighing them would tell nothing and take long."""
    if has_choice(wish):
        return False
    found = connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (fts(wish),)).fetchone()[0]
    return bool(found > _MANY and 2 * found > connection.execute(f"SELECT count(*) FROM {_LISTED} WHERE a.current = 1").fetchone()[0])


def _best(asked: _Asked) -> _Ranked:
    """The best first."""
    return _ranked(f"{_SCORE}, ''", asked, ())


def _best_of_late(asked: _Asked, newest: str | None) -> _Ranked:
    """The best first, each the less the longer before the day `newest` it was published."""
    return _ranked(f"{_SCORE} / (1.0 + coalesce(julianday(?) - julianday(a.published), {_HALF * 10}) / {_HALF}), ''", asked, (newest,))


def _newest(asked: _Asked) -> _Ranked:
    """The latest published first, all with score 0."""
    return _ranked("0.0, a.published", asked, ())


def _ranked(columns: str, asked: _Asked, parameters: tuple[object, ...]) -> _Ranked:
    return _Ranked(
        f"WITH found (row, score, day) AS MATERIALIZED (SELECT words.rowid, {columns} {asked.where}) "
        "SELECT row, score, (SELECT count(*) FROM found) FROM found ORDER BY score DESC, day DESC, row DESC",
        (*parameters, *asked.parameters),
    )


def _newest_day(connection: sqlite3.Connection) -> str | None:
    day = connection.execute("SELECT max(published) FROM articles WHERE current = 1").fetchone()[0]
    return None if day is None else str(day)


def _exact(connection: sqlite3.Connection, wish: Wish, ranked: _Ranked, enough: int) -> tuple[list[_Row], bool]:
    """The rows whose words stand as `wish` writes them, in order, and whether all were looked at: of very many only the first, if `enough` of these do."""
    first = connection.execute(f"{ranked.sql} LIMIT ?", (*ranked.parameters, _LOOKED_AT)).fetchall()
    found = _standing(connection, wish, first)
    if len(first) < _LOOKED_AT or len(found) >= enough:
        return found, len(first) < _LOOKED_AT
    rest = connection.execute(f"{ranked.sql} LIMIT -1 OFFSET ?", (*ranked.parameters, _LOOKED_AT)).fetchall()
    return found + _standing(connection, wish, rest), True


def _standing(connection: sqlite3.Connection, wish: Wish, rows: Sequence[_Row]) -> list[_Row]:
    """Those of `rows` whose words stand as `wish` writes them, in order."""
    present, absent = exact_words(wish)
    if not present and not absent:
        return list(rows)
    found: list[_Row] = []
    for at in range(0, len(rows), _AT_ONCE):
        part = rows[at : at + _AT_ONCE]
        texts = connection.execute(f"SELECT row, title, text FROM articles WHERE row IN ({', '.join(str(each[0]) for each in part)})")
        good = {row for row, *raw in texts if all(_in(w, raw) for w in present) and not any(_in(w, raw) for w in absent)}
        found += [each for each in part if each[0] in good]
    return found


def _in(written: str, raw: Sequence[str]) -> bool:
    return any(stands(written, text) for text in raw)

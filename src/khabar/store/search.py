"""Articles that hold what a query asks for, the best first, the words found lit up in the original text."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from khabar.model import Span
from khabar.store.filters import conditions
from khabar.store.query import Wish, exact_words, fts, lit, parsed, stands
from khabar.store.tokens import tokens
from khabar.store.values import Filters, Found, Hit, Listing

LISTING = "a.row, a.id, a.version, a.current, a.title, a.outlet, a.published, a.url"
# A word in the headline weighs as much as so many in the text.
_TITLE = 4.0
# After so many days an article counts half, where the newest are wanted first.
_HALF = 30.0
# How many code points of the text a snippet shows before its first hit, and in all.
_BEFORE, _LONG = 60, 240


def newer(connection: sqlite3.Connection, query: str, filters: Filters, after: int) -> tuple[Hit, ...]:
    """All current articles that fit and were stored after the row `after`, in the order they came. Raises QueryError."""
    wish = parsed(query)
    where, parameters = _where(connection, wish, filters)
    rows = connection.execute(f"SELECT words.rowid {where} AND words.rowid > ? ORDER BY words.rowid", (*parameters, after)).fetchall()
    return tuple(_hit(connection, wish, row, 0.0) for (row,) in rows)


def search(connection: sqlite3.Connection, query: str, filters: Filters, *, recent: bool, limit: int, offset: int) -> Found:
    """One page of the current articles that fit `query` and `filters`; `recent` weighs how new they are. Raises QueryError."""
    wish = parsed(query)
    where, parameters = _where(connection, wish, filters)
    total = connection.execute(f"SELECT count(*) {where}", parameters).fetchone()[0]
    score = f"-bm25(words, {_TITLE}, 1.0)"
    if recent:
        newest = connection.execute("SELECT max(published) FROM articles WHERE current = 1").fetchone()[0]
        score += f" / (1.0 + coalesce(julianday('{newest}') - julianday(a.published), {_HALF * 10}) / {_HALF})"
        where = where if " JOIN " in where else where.replace("FROM words", "FROM words JOIN articles a ON a.row = words.rowid")
    rows = connection.execute(f"SELECT words.rowid, {score} AS score {where} ORDER BY score DESC, words.rowid DESC LIMIT ? OFFSET ?", (*parameters, limit, offset))
    return Found(total, tuple(_hit(connection, wish, row, score) for row, score in rows.fetchall()))


def _where(connection: sqlite3.Connection, wish: Wish, filters: Filters) -> tuple[str, tuple[object, ...]]:
    """From where, and under which conditions."""
    wanted: list[tuple[str, tuple[object, ...]]] = [("words MATCH ?", (fts(wish),)), *conditions(connection, filters)]
    present, absent = exact_words(wish)
    if present or absent:
        connection.create_function("as_written", 2, lambda written, text: int(stands(written, text)), deterministic=True)
    wanted += [("(as_written(?, a.text) OR as_written(?, a.title))", (w, w)) for w in present]
    wanted += [("NOT (as_written(?, a.text) OR as_written(?, a.title))", (w, w)) for w in absent]
    source = "FROM words" if len(wanted) == 1 else "FROM words JOIN articles a ON a.row = words.rowid"
    return f"{source} WHERE {' AND '.join(c for c, _ in wanted)}", tuple(p for _, ps in wanted for p in ps)


def _hit(connection: sqlite3.Connection, wish: Wish, row: int, score: float) -> Hit:
    *listing, text = connection.execute(f"SELECT {LISTING}, a.text FROM articles a WHERE a.row = ?", (row,)).fetchone()
    shown = listing_of(listing)
    in_text = _spans(wish, text)
    snippet = _snippet(text, in_text)
    return Hit(shown, score, _spans(wish, shown.title), in_text, snippet, text[snippet.start : snippet.end] if snippet else "")


def listing_of(values: Sequence[Any]) -> Listing:
    """The columns `LISTING` as a value."""
    row, id_, version, current, title, outlet, published, url = values
    return Listing(row, id_, version, bool(current), title, outlet, published, url)


def _spans(wish: Wish, raw: str) -> tuple[Span, ...]:
    """What is lit up in `raw`; stretches that overlap are one."""
    found: list[tuple[int, int]] = []
    for start, end in lit(wish, raw, tokens(raw)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(Span(*f) for f in found)


def _snippet(text: str, spans: tuple[Span, ...]) -> Span | None:
    """Whole words around the first hit, within its paragraph."""
    if not spans:
        return None
    first = spans[0]
    start = max(text.rfind("\n\n", 0, first.start) + 2 if "\n\n" in text[: first.start] else 0, first.start - _BEFORE)
    stop = text.find("\n\n", first.end)
    end = min(len(text) if stop < 0 else stop, max(start + _LONG, first.end))
    while start and start < first.start and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > first.end and not text[end].isspace():
        end -= 1
    return Span(start, end)

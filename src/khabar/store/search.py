"""Articles that hold what a query asks for, the best first, the words found lit up in the original text."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from khabar.model import Span
from khabar.store.filters import conditions
from khabar.store.lights import CLOSE, OPEN, places
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
    rows = connection.execute(f"SELECT words.rowid, 0.0 {where} AND words.rowid > ? ORDER BY words.rowid", (*parameters, after)).fetchall()
    return _hits(connection, wish, rows)


def search(connection: sqlite3.Connection, query: str, filters: Filters, *, recent: bool, limit: int, offset: int) -> Found:
    """One page of the current articles that fit `query` and `filters`; `recent` weighs how new they are. Raises QueryError."""
    wish = parsed(query)
    where, parameters = _where(connection, wish, filters)
    score = f"-bm25(words, {_TITLE}, 1.0)"
    if recent:
        newest = connection.execute("SELECT max(published) FROM articles WHERE current = 1").fetchone()[0]
        score += f" / (1.0 + coalesce(julianday('{newest}') - julianday(a.published), {_HALF * 10}) / {_HALF})"
        where = where if " JOIN " in where else where.replace("FROM words", "FROM words JOIN articles a ON a.row = words.rowid")
    rows = connection.execute(
        f"WITH found (row, score) AS MATERIALIZED (SELECT words.rowid, {score} {where}) SELECT row, score, (SELECT count(*) FROM found) FROM found "
        "ORDER BY score DESC, row DESC LIMIT ? OFFSET ?",
        (*parameters, limit, offset),
    ).fetchall()
    total = rows[0][2] if rows else connection.execute(f"SELECT count(*) {where}", parameters).fetchone()[0] if offset else 0
    return Found(total, _hits(connection, wish, [(row, score) for row, score, _ in rows]))


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


def _hits(connection: sqlite3.Connection, wish: Wish, rows: Sequence[tuple[int, float]]) -> tuple[Hit, ...]:
    """The articles of a page with what was found in them lit up."""
    marked = {} if exact_words(wish) != ((), ()) else _marked(connection, wish, [row for row, _ in rows])
    found = []
    for row, score in rows:
        *listing, text = connection.execute(f"SELECT {LISTING}, a.text FROM articles a WHERE a.row = ?", (row,)).fetchone()
        shown = listing_of(listing)
        if row in marked:
            in_title, in_text = (_spans(places(raw, marks)) for raw, marks in zip((shown.title, text), marked[row], strict=True))
        else:
            in_title, in_text = (_spans(lit(wish, raw, tokens(raw))) for raw in (shown.title, text))
        snippet = _snippet(text, in_text)
        found.append(Hit(shown, score, in_title, in_text, snippet, text[snippet.start : snippet.end] if snippet else ""))
    return tuple(found)


def _marked(connection: sqlite3.Connection, wish: Wish, rows: Sequence[int]) -> dict[int, tuple[str, str]]:
    """The words of some articles as the index holds them, what was found between marks."""
    found = connection.execute(
        f"SELECT rowid, highlight(words, 0, '{OPEN}', '{CLOSE}'), highlight(words, 1, '{OPEN}', '{CLOSE}') FROM words WHERE words MATCH ? "
        f"AND rowid IN ({', '.join(map(str, rows))})",
        (fts(wish),),
    )
    return {row: (title, text) for row, title, text in found}


def listing_of(values: Sequence[Any]) -> Listing:
    """The columns `LISTING` as a value."""
    row, id_, version, current, title, outlet, published, url = values
    return Listing(row, id_, version, bool(current), title, outlet, published, url)


def _spans(found: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """What is lit up; stretches that overlap are one."""
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(Span(*j) for j in joined)


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

"""The articles that a search found, the words lit up in the original text."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from khabar.model import Span
from khabar.store.lights import tokens_kept
from khabar.store.query import Wish, lit
from khabar.store.tokens import Token, tokens
from khabar.store.values import Hit, Listing

LISTING = "a.row, a.id, a.version, a.current, a.title, a.outlet, a.published, a.url"
# How many code points of the text a snippet shows before its first hit, and in all.
_BEFORE, _LONG = 60, 240


def listing_of(values: Sequence[Any]) -> Listing:
    """The columns `LISTING` as a value."""
    row, id_, version, current, title, outlet, published, url = values
    return Listing(row, id_, version, bool(current), title, outlet, published, url)


def hits(connection: sqlite3.Connection, wish: Wish, rows: Sequence[tuple[int, float, int]]) -> tuple[Hit, ...]:
    """The articles `rows`, each with its score (and how many there are in all), with what `wish` looks for lit up in them."""
    return tuple(_hit(connection, wish, row, score) for row, score, _ in rows)


def _hit(connection: sqlite3.Connection, wish: Wish, row: int, score: float) -> Hit:
    *listing, text = connection.execute(f"SELECT {LISTING}, a.text FROM articles a WHERE a.row = ?", (row,)).fetchone()
    shown = listing_of(listing)
    of_title, of_text = _words(connection, row, shown.title, text)
    in_title, in_text = _spans(lit(wish, shown.title, of_title)), _spans(lit(wish, text, of_text))
    snippet = _snippet(text, in_text)
    return Hit(shown, score, in_title, in_text, snippet, text[snippet.start : snippet.end] if snippet else "")


def _words(connection: sqlite3.Connection, row: int, title: str, text: str) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The searched forms of title and text: as they are kept, or cut now where an older Khabar kept no places."""
    kept = connection.execute(
        "SELECT w.title, p.title, w.text, p.text FROM words w JOIN word_places p ON p.article = w.rowid WHERE w.rowid = ?", (row,),
    ).fetchone()
    if kept is None:
        return tokens(title), tokens(text)
    return tokens_kept(kept[0], kept[1]), tokens_kept(kept[2], kept[3])


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

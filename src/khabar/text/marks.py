"""Pairs of quotation marks, also nested and unbalanced ones."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PAIRS = {"«": "»", "“": "”", "„": "“", "‹": "›", "‘": "’"}
_CLOSERS = frozenset(_PAIRS.values())
_STRAIGHT = frozenset("\"″")
_ANY = re.compile("[" + "".join(sorted({*_PAIRS, *_CLOSERS, *_STRAIGHT})) + "]")
_LONGEST = 5000


class Marked(NamedTuple):
    """A stretch between quotation marks: with its marks (`start`, `end`), and the words inside (`inner_start`, `inner_end`)."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def quotation_marks(raw: str) -> tuple[Marked, ...]:
    """Every marked stretch of `raw`, by place; a mark without its other half ends with its paragraph."""
    found = sorted(_marked(raw))
    return tuple(found)


def _marked(raw: str) -> Iterator[Marked]:
    start = 0
    for end in _paragraph_ends(raw):
        yield from _in_paragraph(raw, start, end)
        start = end


def _paragraph_ends(raw: str) -> Iterator[int]:
    place = raw.find("\n\n")
    while place != -1:
        yield place
        place = raw.find("\n\n", place + 2)
    yield len(raw)


def _in_paragraph(raw: str, start: int, end: int) -> Iterator[Marked]:
    opened: list[tuple[int, str]] = []
    for mark in _ANY.finditer(raw, start, end):
        place, letter = mark.start(), mark.group()
        if letter in _STRAIGHT:
            if opened and opened[-1][1] == letter and not _opens(raw, place, opened[-1][0]):
                yield from _pair(raw, opened.pop()[0], place)
            elif len(opened) < 8:
                opened.append((place, letter))
        elif letter in _PAIRS and (letter != "“" or not opened or opened[-1][1] != "“"):
            if len(opened) < 8 and not (letter in "‘" and not _opens(raw, place, -1)):
                opened.append((place, _PAIRS[letter]))
        elif letter in _CLOSERS:
            depth = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][1] == letter), None)
            if depth is not None:
                yield from _pair(raw, opened[depth][0], place)
                del opened[depth:]
    if opened and end - opened[0][0] > 40 and raw[opened[0][0] + 1 : end].strip():
        stop = end
        while stop > opened[0][0] and raw[stop - 1].isspace():
            stop -= 1
        yield Marked(opened[0][0], stop, opened[0][0] + 1, stop)


def _opens(raw: str, place: int, before: int) -> bool:
    """Whether a straight mark at `place` can only open: a blank before it and a letter after it, and something between it and the last mark."""
    left = raw[place - 1] if place else " "
    right = raw[place + 1] if place + 1 < len(raw) else " "
    return left.isspace() and not right.isspace() and place - before > 1 and right.isalnum()


def _pair(raw: str, first: int, last: int) -> Iterator[Marked]:
    start, end = first + 1, last
    while start < end and raw[start].isspace():
        start += 1
    while end > start and raw[end - 1].isspace():
        end -= 1
    if start < end:
        yield Marked(first, last + 1, start, end)

"""Which stretches of an article are lit up, cut so that none overlaps another."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple


class Lit(NamedTuple):
    """A stretch to light up: where, its class names, and the note that tells of it ("" for none)."""

    start: int
    end: int
    kind: str
    note: str


class Piece(NamedTuple):
    """Words of the article that share all their lights; `ends` are the notes whose stretch ends here."""

    text: str
    kinds: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]


def pieces(text: str, start: int, end: int, lit: Sequence[Lit]) -> Iterator[Piece]:
    """The article from `start` up to `end`, cut at every border of a light."""
    inside = [x for x in lit if x.start < end and x.end > start]
    borders = sorted({start, end, *(max(x.start, start) for x in inside), *(min(x.end, end) for x in inside)})
    for left, right in pairwise(borders):
        here = [x for x in inside if x.start <= left and right <= x.end]
        yield Piece(
            text[left:right],
            tuple(dict.fromkeys(x.kind for x in here)),
            tuple(x.note for x in here if x.note and x.start == left),
            tuple(x.note for x in here if x.note and x.end == right),
        )


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where each paragraph of a body stands."""
    start = 0
    for block in text.split("\n\n"):
        if block.strip():
            yield start, start + len(block)
        start += len(block) + 2

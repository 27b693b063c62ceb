"""Where acts are looked for: the words of a text, what names somebody in it, and the frames."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.clauses import ClauseReader
from khabar.clauses.phrase import Phrase
from khabar.lexicon.frames import Frames
from khabar.text.words import Word


class Site(NamedTuple):
    """One text as the readers of acts see it: `named` are its phrases in order, `phrases` the same by first word, `covered` all their words."""

    words: Sequence[Word]
    named: Sequence[Phrase]
    phrases: Mapping[int, Phrase]
    covered: frozenset[int]
    reader: ClauseReader
    frames: Frames


def site_of(words: Sequence[Word], named: Sequence[Phrase], reader: ClauseReader, frames: Frames) -> Site:
    """The site of one text."""
    return Site(words, named, {p.first: p for p in named}, frozenset(i for p in named for i in range(p.first, p.last)), reader, frames)

"""Where sentences begin and end."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from khabar.text.fold import Folded
from khabar.text.marks import quotation_marks
from khabar.text.words import Word

_ENDS = frozenset(".؟!?…")
_CLOSERS = frozenset("»”\"’)]")
_COMMAS = frozenset("،,؛;:")
# Words after which a sentence that finds no end is read on as another at its next comma, and where there is none, at any word.
_LONG, _LONGEST = 300, 400
_ABBREVIATIONS = frozenset({"د", "م", "أ", "ا", "ب", "ج", "ف", "هـ", "ه", "ص", "ت", "ق", "س", "ل", "ي", "و", "ر"})


class Sentence(NamedTuple):
    """A sentence: its span in the raw text, and its words `first` up to `last`."""

    start: int
    end: int
    first: int
    last: int


def sentences(folded: Folded, words: Sequence[Word]) -> tuple[Sentence, ...]:
    """The sentences of a text: they end at . ؟ ! outside quotations, and with each paragraph; those without an end are parted at a comma."""
    marks = [(m.inner_start, m.inner_end) for m in quotation_marks(folded.raw) if m.end > m.inner_end]
    quoted: list[tuple[int, int]] = []
    for start, end in marks:
        if not quoted or start >= quoted[-1][1]:
            quoted.append((start, end))
    starts = [start for start, _ in quoted]
    found: list[Sentence] = []
    first = 0
    index = 0
    while index < len(words):
        word = words[index]
        if word.kind == "break":
            _close(found, words, first, index)
            first = index + 1
        elif word.raw in _ENDS and not _inside(quoted, starts, word.start) and not _abbreviates(words, index):
            while index + 1 < len(words) and (words[index + 1].raw in _CLOSERS or words[index + 1].raw in _ENDS) and words[index + 1].start <= words[index].end:
                index += 1
            _close(found, words, first, index + 1)
            first = index + 1
        elif _ends_quoted(words, index) or (index - first >= _LONG and (word.raw in _COMMAS or index - first >= _LONGEST)):
            _close(found, words, first, index + 1)
            first = index + 1
        index += 1
    _close(found, words, first, len(words))
    return tuple(found)


def _close(found: list[Sentence], words: Sequence[Word], first: int, last: int) -> None:
    if first < last and any(w.kind in ("word", "number") for w in words[first:last]):
        found.append(Sentence(words[first].start, words[last - 1].end, first, last))


def _inside(quoted: Sequence[tuple[int, int]], starts: Sequence[int], place: int) -> bool:
    number = bisect_right(starts, place) - 1
    return number >= 0 and quoted[number][0] <= place < quoted[number][1]


def _ends_quoted(words: Sequence[Word], index: int) -> bool:
    """Whether the closing mark at `index` ends a sentence with the quotation: «… .» وأضاف."""
    return bool(words[index].raw in "»”\"" and index and words[index - 1].raw in _ENDS and index + 1 < len(words)) and _starts_anew(words, index)


def _starts_anew(words: Sequence[Word], index: int) -> bool:
    """Whether after «….» a new sentence begins: its first word carries و or a capital of its own kind, not a source."""
    following = words[index + 1]
    return following.kind == "word" and (following.before.startswith(("و", "ف")) or following.form in ("من", "كما", "في", "وفي"))


def _abbreviates(words: Sequence[Word], index: int) -> bool:
    """Whether the point at `index` is part of an abbreviation: د. أحمد, أ. ف. ب."""
    before = words[index - 1] if index else None
    following = words[index + 1] if index + 1 < len(words) else None
    if words[index].raw != "." or before is None or following is None:
        return False
    return before.kind == "word" and before.end == words[index].start and len(before.form) == 1 and following.kind == "word"

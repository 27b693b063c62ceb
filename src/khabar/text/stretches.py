"""A text too long to be one report, parted into stretches that are."""

import re
from collections.abc import Iterator

# Code points; the longest of 8,000 news articles has 20,000.
LONGEST = 60_000
# Where to part, best first: between paragraphs, behind a sentence, between words.
_SEAMS = (re.compile(r"\n\s*\n"), re.compile(r"[.؟!…]\s"), re.compile(r"\s"))


def stretches(text: str, longest: int = LONGEST) -> tuple[tuple[int, int], ...]:
    """Start and end of each stretch of `text`, of at most `longest` code points: one where it is no longer, none where it is empty."""
    return tuple(_stretches(text, longest))


def _stretches(text: str, longest: int) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > longest:
        end = _seam(text, start + longest // 2, start + longest)
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


def _seam(text: str, low: int, high: int) -> int:
    """The place from `low` up to `high` where the text is best parted; `high` where it has no seam at all."""
    for seam in _SEAMS:
        ends = [match.end() for match in seam.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return high

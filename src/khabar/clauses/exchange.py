"""Questions and answers of an interview, told by the signs and labels that open their paragraphs."""

import re
from typing import NamedTuple

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
# A sign or label that opens a question or an answer: *, ●, -, س:, سؤال:, جواب:.
_OPENING = re.compile(r"\s*[*•●■◆○▪–—-]*\s*(?:(?:س|سؤال|السؤال|ج|جواب|الجواب)\s*\d*\s*[:：/-])?\s*")
_MARKED = re.compile(r"\s*(?:[*•●■◆○▪–—-]+|(?:س|سؤال|السؤال)\s*\d*\s*[:：/-])")
_FEWEST = 3


class Exchange(NamedTuple):
    """Where the first question of an interview begins, and the places of its answers."""

    first: int
    answers: tuple[tuple[int, int], ...]


def exchange_of(raw: str) -> Exchange | None:
    """The questions and answers of a text: at least three marked paragraphs that ask; None where it is no interview."""
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(raw) if m.group().strip()]
    asked = [n for n, (start, end) in enumerate(paragraphs) if _MARKED.match(raw, start, end) and raw[start:end].rstrip(" \n\"»”*").endswith(("؟", "?"))]
    if len(asked) < _FEWEST:
        return None
    questions = set(asked)
    answers = []
    for number in range(asked[0] + 1, len(paragraphs)):
        start, end = paragraphs[number]
        opening = _OPENING.match(raw, start, end)
        start = opening.end() if opening is not None else start
        while end > start and raw[end - 1].isspace():
            end -= 1
        if number not in questions and end - start > 3:
            answers.append((start, end))
    return Exchange(paragraphs[asked[0]][0], tuple(answers))

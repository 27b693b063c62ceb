"""From the words that the index marked to their places in the original text, without cutting every word again."""

import re
from collections.abc import Iterator

from khabar.store.tokens import tokens
from khabar.text.fold import fold

# What the index puts before and after what it found; no word holds them.
OPEN, CLOSE = "\x01", "\x02"
_WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+")
_MARK = re.compile(f"[{OPEN}{CLOSE}]")
# Words that hold this may be searched as two.
_SERVANT = "عبدال"


def places(raw: str, marked: str) -> tuple[tuple[int, int], ...]:
    """Where in `raw` stands what is marked in `marked`, the words of `raw` as the index holds them."""
    if OPEN not in marked:
        return ()
    words = tuple(_words(raw))
    found, at, number, first = [], 0, 0, 0
    for mark in _MARK.finditer(marked):
        number += marked.count(" ", at, mark.start())
        at = mark.end()
        if mark.group() == OPEN:
            first = number
        elif number < len(words):  # more words than the text has: the index was made by a Khabar that cut otherwise
            found.append((words[first][0], words[number][1]))
    return tuple(found)


def _words(raw: str) -> Iterator[tuple[int, int]]:
    """The place of the word behind each searched form, in order."""
    folded = fold(raw)
    for match in _WORD.finditer(folded.text):
        if match.group()[0].isalpha() or match.group()[0].isdigit():
            place = folded.source(*match.span())
            yield from [place] * (len(tokens(raw[slice(*place)])) if _SERVANT in match.group() else 1)

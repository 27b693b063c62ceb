"""One spelling for words that newspapers spell in many ways, with every place kept."""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

# Spellings that newspapers mix: hamza carriers, final ya, ta marbuta; Arabic-Indic and Persian digits.
_SAME_LENGTH = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ک": "ك", "گ": "ك",
        "ڤ": "ف", "پ": "ب", "چ": "ج",
        **{chr(0x0660 + n): str(n) for n in range(10)},
        **{chr(0x06F0 + n): str(n) for n in range(10)},
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\ufeff": "\u200b",
    }
)
# Harakat, superscript alef, tatweel, zero-width and bidi controls: seen, kept in the text, not read.
_UNREAD = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\u00ad]")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in one spelling; `starts[i]` is the place in `raw` of the folded code point `i`, `starts[-1]` the end.

    `starts` is empty where folding moved nothing: then a place is the same in both.
    """

    raw: str
    text: str
    starts: "array[int]"

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span in `raw` of the folded span: marks that hang on its last letter belong to it."""
        if not self.starts:
            return start, end
        return self.starts[start], self.end_of(end)

    def end_of(self, end: int) -> int:
        """Where in `raw` the folded text up to `end` ends, marks on its last letter included, a space or control after them not."""
        if not self.starts:
            return end
        if end == 0:
            return 0
        place = self.starts[end - 1] + 1
        limit = self.starts[end]
        while place < limit and unicodedata.category(self.raw[place]) in ("Mn", "Lm"):
            place += 1
        return place

    def at(self, place: int) -> int:
        """The folded place of the raw `place`: the first folded code point that starts there or later."""
        if not self.starts:
            return place
        low, high = 0, len(self.starts) - 1
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < place:
                low = middle + 1
            else:
                high = middle
        return low


def fold(raw: str) -> Folded:
    """`raw` in one spelling: hamza, ya, ta marbuta, digits and presentation forms unified, marks and controls left out."""
    if not _UNREAD.search(raw) and not _PRESENTATION.search(raw):
        return Folded(raw, raw.translate(_SAME_LENGTH), array("l"))
    letters: list[str] = []
    starts = array("l")
    for place, letter in enumerate(raw):
        if _UNREAD.match(letter):
            continue
        for plain in _plain(letter):
            letters.append(plain)
            starts.append(place)
    starts.append(len(raw))
    return Folded(raw, "".join(letters).translate(_SAME_LENGTH), starts)


@lru_cache(maxsize=50_000)  # the words of a language come again and again
def fold_word(word: str) -> str:
    """One word or phrase in the one spelling, its places not kept: for word lists."""
    if not _UNREAD.search(word) and not _PRESENTATION.search(word):
        return word.translate(_SAME_LENGTH)
    plain = "".join(p for letter in word if not _UNREAD.match(letter) for p in _plain(letter))
    return plain.translate(_SAME_LENGTH)


def _plain(letter: str) -> str:
    """A presentation form as the letters it shows; anything else as it is."""
    if not _PRESENTATION.match(letter):
        return letter
    return "".join(c for c in unicodedata.normalize("NFKC", letter) if not _UNREAD.match(c) and c != " ")

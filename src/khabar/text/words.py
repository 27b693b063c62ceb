"""The words of a text, with the clitics they carry."""

import re
from typing import NamedTuple

from khabar.text.fold import Folded

# A number with its inner separators, a word, a blank line (paragraph), or one sign.
_TOKEN = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+|\n[ \t]*\n\s*|[^\w\s]|_")


class Word(NamedTuple):
    """One word, number or sign. `start` and `end` are places in the raw text.

    `form` is the whole word folded; `raw` is as written. `kind` is "word", "number", "sign" or "break" (an empty line).
    The clitics, all folded: `before` is what stands before the stem without the article ("و", "ول", "س" …),
    `article` whether ال (or the لل that hides it) stands there, `stem` what is left, `after` a pronoun suffix or "".
    """

    start: int
    end: int
    raw: str
    form: str
    kind: str
    before: str
    article: bool
    stem: str
    after: str

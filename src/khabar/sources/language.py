"""Which language a text is in: Arabic or another in its letters, a dialect, or several at once."""

import re
import tempfile
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from khabar.lexicon.files import parse_toml, string, strings
from khabar.text.fold import fold_word

_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06ee-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_ARTICLE = re.compile(r"(?<!\w)[وفبكل]?(?:ال|لل)\w{2,}")
_LEAST_LETTERS = 25
_FOREIGN_SHARE = 0.015
_ARTICLE_SHARE = 0.06
_DIALECT_SHARE, _LEAST_MARKERS = 0.07, 3
_SAMPLE = 6000


class Language(NamedTuple):
    """A language code (ISO 639: ar, arz, fa …; mul for several, und where nothing tells), and the share of the letters that stand in Arabic paragraphs."""

    code: str
    arabic: float

    @property
    def is_arabic(self) -> bool:
        """Whether a text is Arabic for the most part, or too short to tell."""
        return self.code in ("ar", "und") or self.code in _words().dialects


class _Words(NamedTuple):
    foreign: frozenset[str]
    words: Mapping[str, frozenset[str]]
    dialects: Mapping[str, frozenset[str]]


@cache
def _words() -> _Words:
    name = "languages.toml"
    table = parse_toml(name, (files("khabar.sources") / "data" / name).read_text("utf-8"))
    words = {code: frozenset(strings(name, table["words"], code)) for code in table["words"]}
    dialects = {code: frozenset(fold_word(w) for w in strings(name, table["dialects"], code)) for code in table["dialects"]}
    return _Words(frozenset(string(name, table, "foreign_letters")), words, dialects)


def language_of(text: str) -> Language:
    """The language of a text, paragraph by paragraph; of one with several, the one that most letters are in, `mul` where Arabic has less than half."""
    weights: Counter[str] = Counter()
    for paragraph in text[: _SAMPLE * 10].split("\n"):
        letters = sum(map(len, _WORD.findall(paragraph)))
        if letters:
            weights[_paragraph(paragraph, letters)] += letters
    known = {code: weight for code, weight in weights.items() if code != "und"}
    if not known:
        return Language("und", 1.0)
    whole = sum(known.values())
    arabic = known.get("ar", 0) / whole
    first = max(known, key=lambda code: known[code])
    if arabic >= 0.5:
        return Language(_dialect(text) or "ar", arabic)
    return Language("mul" if arabic >= 0.2 else first, arabic)


def _paragraph(paragraph: str, letters: int) -> str:
    """The language of one paragraph; `und` where it is too short to tell."""
    arabic = len(_ARABIC.findall(paragraph))
    if letters < _LEAST_LETTERS:
        return "und"
    if arabic * 2 < letters:
        return "other"
    words = _words()
    foreign = sum(c in words.foreign for c in paragraph)
    found = _WORD.findall(paragraph)
    articles = len(_ARTICLE.findall(paragraph)) / len(found)
    if foreign < _FOREIGN_SHARE * arabic and articles >= _ARTICLE_SHARE:
        return "ar"
    best = max(words.words, key=lambda code: sum(w in words.words[code] for w in found))
    hits = sum(w in words.words[best] for w in found)
    if foreign >= _FOREIGN_SHARE * arabic and hits * 20 >= len(found):
        return best
    return _guessed(paragraph)


def _guessed(paragraph: str) -> str:
    """What the letters and words together show, where neither letters nor the article decide."""
    import py3langid  # slow to load, and only doubtful paragraphs need it

    try:
        code = str(py3langid.classify(paragraph[:_SAMPLE])[0])
    except OSError as fault:  # its model is unpacked into a file for a while
        raise OSError(fault.errno, fault.strerror, tempfile.gettempdir()) from fault
    return "ar" if code in ("ar", *_words().dialects, "arb", "ayl", "acq", "ajp") else code


def _dialect(text: str) -> str | None:
    """The dialect that most of a text is in; None where most of it is written Arabic, whatever the people in it say."""
    weights: Counter[str] = Counter()
    for paragraph in text[: _SAMPLE * 10].split("\n"):
        weights[_dialect_of(paragraph)] += len(paragraph)
    code, weight = weights.most_common(1)[0]
    return code if code and weight * 2 > weights.total() else None


def _dialect_of(paragraph: str) -> str:
    """The dialect whose own words stand all over a paragraph, else ""."""
    found = [fold_word(w) for w in _WORD.findall(paragraph)]
    scores = {code: [w for w in found if w in words] for code, words in _words().dialects.items()}
    best = max(scores, key=lambda code: (len(set(scores[code])), len(scores[code])))
    hits = scores[best]
    return best if len(set(hits)) >= _LEAST_MARKERS and len(hits) >= _DIALECT_SHARE * len(found) else ""

"""What search compares: the words of a text in one spelling, without the clitics they carry."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from khabar.text.fold import fold, fold_word
from khabar.text.words import Frequencies, Word, load_frequencies, words

# A stem as common as this is a preposition or particle: what stands before it is part of another word («والي» is no «إلى»).
_PARTICLE = 6.5
_THOUSANDS = re.compile(r"\d{1,3}(?:[,٬]\d{3})+")
# «عبدالله» is written as one word and as two.
_SERVANT = "عبدال"
_GOD = "الله"


class Token(NamedTuple):
    """One searched form, and where in the raw text the word stands that it was made from."""

    form: str
    start: int
    end: int


@cache
def frequencies() -> Frequencies:
    """The word frequencies that clitics are cut by, loaded at the first call and kept."""
    return load_frequencies()


def tokens(raw: str) -> tuple[Token, ...]:
    """The searched forms of a text, in order."""
    return tokens_of(words(fold(raw), frequencies()))


def tokens_of(found: Iterable[Word]) -> tuple[Token, ...]:
    """The searched forms of words already cut."""
    return tuple(token for word in found for token in _tokens(word))


def written(found: tuple[Token, ...]) -> str:
    """Tokens as the one string that the index holds."""
    return " ".join(token.form for token in found)


def prefix_form(raw: str) -> str:
    """The beginning of a word as search compares it: folded, the article left out, no other clitic cut."""
    form = _hamza_kept(raw)
    return form[2:] if form.startswith("ال") and len(form) > 3 else form


def _tokens(word: Word) -> Iterator[Token]:
    if word.kind == "number":
        yield Token(_number(word.form), word.start, word.end)
    elif word.kind == "word":
        for form in _forms(word):
            yield Token(form, word.start, word.end)


def _number(form: str) -> str:
    """A number without the marks of its thousands; a decimal mark is one sign."""
    if _THOUSANDS.fullmatch(form):
        return re.sub("[,٬]", "", form)
    return re.sub("[.,٫٬]", "_", form)


def _forms(word: Word) -> Iterator[str]:
    form = word.form
    if form.isascii():
        yield form.lower()
        return
    if form in (_GOD, "و" + _GOD, "ب" + _GOD) or (form in ("لله", "ولله")):
        yield _GOD
        return
    start = len(form) - len(word.after) - len(word.stem)
    if word.before and not word.article and frequencies().zipf(word.stem) >= _PARTICLE:
        yield _hamza_kept(word.raw)
        return
    stem = word.stem
    if word.before and stem.startswith("ال") and form[: len(word.before)] == word.before:
        stem = stem[2:] if len(stem) > 4 else stem
    elif start >= 0 and ("ؤ" in word.raw or "ئ" in word.raw):
        kept = _hamza_kept(word.raw)
        if len(kept) == len(form):
            stem = "".join("ء" if k == "ء" else s for k, s in zip(kept[start : start + len(stem)], stem, strict=True))
    if stem.startswith(_SERVANT) and len(stem) >= 7:
        yield "عبد"
        yield _GOD if stem[3:] == _GOD else stem[5:]
        return
    yield stem


def _hamza_kept(raw: str) -> str:
    """A word folded, but ؤ and ئ, which newspapers mix («مسؤول», «مسئول»), as ء."""
    return fold_word(unicodedata.normalize("NFC", raw).replace("ؤ", "ء").replace("ئ", "ء")).lower()

"""Light vowelling: the commonest words by list, clitics and endings by rule, so that a voice does not read bare consonants."""

import re

from khabar.speech.words import SpokenWords, strip_marks
from khabar.text.fold import fold
from khabar.text.words import parts, words

_FATHA, _KASRA, _SUKUN, _SHADDA = "\u064e", "\u0650", "\u0652", "\u0651"
_CLITICS = {"و": "و" + _FATHA, "ف": "ف" + _FATHA, "ب": "ب" + _KASRA, "ل": "ل" + _KASRA, "ك": "ك" + _FATHA, "س": "س" + _FATHA}
_LONG = frozenset("اويىآأإؤئء")
_MARKED = re.compile("[\u064b-\u0652\u0670]")
# A voice reads a doubled letter by its second mark: the shadda first, then the vowel.
_SWAPPED = re.compile("([\u064b-\u0650])\u0651")


def vowelled(text: str, lists: SpokenWords) -> str:
    """`text` with the vowels that are known; words that carry marks already are left as they are."""
    folded = fold(text)
    out: list[str] = []
    place = 0
    for word in words(folded, lists.frequencies):
        if word.kind == "word":
            out += [text[place : word.start], _word(word.raw, tuple(parts(word)), len(word.before), lists)]
            place = word.end
    return _SWAPPED.sub(_SHADDA + r"\1", "".join(out) + text[place:])


def _word(raw: str, cut: tuple[str, ...], clitics: int, lists: SpokenWords) -> str:
    """One word: by list as it is, else its clitics by rule and its stem by list."""
    if _MARKED.search(raw):
        return raw
    known = lists.vowelled.get(raw)
    if known is not None:
        return known
    before, rest = "".join(cut[:clitics]), "".join(cut[clitics:])
    known = lists.vowelled.get(rest) or _verb(rest, cut[clitics:], lists)
    if known is not None:
        return "".join(_CLITICS.get(c, c) for c in before) + known
    inner = lists.vowelled.get(raw[1:]) if not before and raw[0] in _CLITICS else None
    if inner is not None:
        return _CLITICS[raw[0]] + inner
    if before and before[-1] == "ل" and rest.startswith("ل"):
        inner = lists.vowelled.get("ال" + rest[1:])
        told = "ل" + inner[2:] if inner is not None else _ended(rest)
    else:
        told = _ended(rest)
    return "".join(_CLITICS.get(c, c) for c in before) + told


def _verb(rest: str, cut: tuple[str, ...], lists: SpokenWords) -> str | None:
    """A verb of the list, with the pronoun it may carry."""
    known = lists.verbs.get(rest)
    if known is None and len(cut) > 1:
        stem = lists.verbs.get("".join(cut[:-1]))
        known = stem + cut[-1] if stem is not None else None
    return known


def _ended(rest: str) -> str:
    """A stem that no list knows: what stands before ة is «a», and so is the first letter of a word without a long vowel."""
    plain = strip_marks(rest)
    if len(plain) > 2 and plain.endswith("ة") and plain[-2] not in _LONG:
        rest = plain[:-1] + _FATHA + "ة"
    elif len(plain) > 3 and plain.endswith(("ته", "تها", "تهم")) and not any(c in _LONG for c in plain[:-3]):
        at = plain.rindex("ت")
        rest = plain[:at] + _FATHA + plain[at:]
    return rest

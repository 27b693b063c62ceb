"""The word lists that text is made speakable with, loaded once."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple, cast

from khabar.lexicon.files import strings, toml_table, tsv_rows
from khabar.speech.numbers import Case, Counting, Gender
from khabar.speech.verbs import vowelled_verbs
from khabar.text.fold import fold_word
from khabar.text.words import Frequencies, load_frequencies

_NO_NOUNS = frozenset("من في على إلى عن مع بين أو و ثم كما لكن بعد قبل خلال منذ حتى ضد لدى عند أي بينهم بينها منهم منها فقط على".split())
_NEAR = 90


class SpokenWords(NamedTuple):
    """What is said for signs and names, how nouns are counted, which words carry vowels; `frequencies` are those of the package."""

    feminine: frozenset[str]
    masculine: frozenset[str]
    subject_after: frozenset[str]
    ordered: Mapping[str, Gender]
    abbreviations: Mapping[str, str]
    units: Mapping[str, tuple[str, str, str]]
    latin: Mapping[str, str]
    letters: Mapping[str, str]
    months: tuple[str, ...]
    vowelled: Mapping[str, str]
    verbs: Mapping[str, str]
    frequencies: Frequencies

    def gender(self, noun: str) -> Gender:
        """The gender of one of what `noun` tells, as number words need it."""
        form = fold_word(noun)
        bare = form.removeprefix("ال")
        if form in self.masculine or bare in self.masculine:
            return "m"
        if form in self.feminine or bare in self.feminine:
            return "f"
        if form.endswith("ات") and len(form) > 4:
            stem = bare[:-2]
            return "f" if self.frequencies.zipf(stem + "ه") >= self.frequencies.zipf(stem) else "m"
        return "f" if noun.rstrip("\u064b\u064c\u064d").endswith(("ة", "ه")) else "m"

    def is_noun(self, word: str) -> bool:
        """Whether a word behind a number is what is counted: no particle, nothing definite."""
        return bool(word) and word not in _NO_NOUNS and not word.startswith(("ال", "وال"))

    def case(self, text: str, place: int, joined: str = "") -> Case:
        """The case of a number at `place`: the nominative at the start and behind verbs whose subject it is, else oblique; behind و that of the number before."""
        before = text[max(0, place - _NEAR) : place].split()
        if not before:
            return "nominative"
        if joined != "و":
            return "nominative" if before[-1] in self.subject_after or before[-1][-1] in ".؟!:" else "oblique"
        for word in reversed(before):
            if word in self.subject_after or word[-1] in ".؟!":
                return "nominative"
            if word in _NO_NOUNS or word.removeprefix("و") in _NO_NOUNS or word[0] in "بل" and word[1:2].isdigit():
                return "oblique"
        return "oblique" if place > _NEAR or before[0][0].isalpha() and before[0] not in self.subject_after else "nominative"

    def counting(self, text: str, start: int, noun: str, joined: str) -> Counting:
        """How a number at `start` is said before the word `noun` ("" for none), with `joined` clitics on it."""
        counted = self.is_noun(noun)
        case = "oblique" if joined[-1:] in ("ب", "ل", "ك") else self.case(text, start, joined)
        return Counting(self.gender(noun) if counted else "m", case, counted)


def load_spoken_words() -> SpokenWords:
    """The word lists of the package."""
    table = toml_table("spoken.toml")
    feminine, masculine = (frozenset(fold_word(w) for w in strings("spoken.toml", table, field)) for field in ("feminine", "masculine"))
    months = {form for row in toml_table("months.toml").values() if isinstance(row, dict) for field in ("forms", "cued") for form in strings("months.toml", row, field)}
    return SpokenWords(
        feminine, masculine, frozenset(strings("spoken.toml", table, "subject_after")), cast(Mapping[str, Gender], table["ordered"]), table["abbreviations"],
        {unit: (row[0], row[1], row[2]) for unit, row in table["units"].items()}, table["latin"], table["letters"],
        tuple(sorted(months, key=len, reverse=True)), {plain: marked for plain, marked in _vowelled()}, vowelled_verbs(tuple(tsv_rows("verbs.tsv"))), load_frequencies(),
    )


def _vowelled() -> list[tuple[str, str]]:
    """Words with their vowels by the word without them."""
    return [(strip_marks(word), _lengthened(word)) for row in tsv_rows("vowelled.tsv") for word in row[0].split(" ")]


_DOUBLED_BY_ARTICLE = re.compile("^(\u0627\u0644.)\u0651")
_MARK_FIRST = re.compile("([\u064b-\u0650])\u0651")
_BARE_AT_END = re.compile("([\u0628-\u0647\u0651])\u0629$")
_BARE_BEFORE = re.compile("([\u0628-\u0647])([\u0648\u064a])(?=[\u0621-\u0626\u0628-\u0647]|$)")


def _lengthened(word: str) -> str:
    """A word as a voice wants it: no shadda behind ال, which it doubles itself, and a vowel before every long و and ي."""
    word = _DOUBLED_BY_ARTICLE.sub(r"\1", _MARK_FIRST.sub("\u0651\\1", word))
    word = _BARE_AT_END.sub("\\1\u064e\u0629", word)
    return _BARE_BEFORE.sub(lambda m: m[1] + ("\u064f" if m[2] == "\u0648" else "\u0650") + m[2], word)


_MARKS = re.compile("[\u064b-\u0652\u0670]")


def strip_marks(text: str) -> str:
    """`text` without the marks of vowels."""
    return _MARKS.sub("", text)


Rule = Callable[[str, SpokenWords], str]

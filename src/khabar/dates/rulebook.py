"""The rules made ready for one set of word lists: which word may begin which phrase."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from khabar.dates.cues import Cues, make_cues
from khabar.dates.fragments import Fragments, Pattern, make_fragments
from khabar.dates.rules import RULES
from khabar.dates.rules.rule import Rule
from khabar.dates.words import DateWords

_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "ا")
_FEW_CLITICS = ("", "و")
_HIDDEN_ARTICLE = ("", "و", "ف")
# Words of the grammar that begin a phrase, by the kind of phrase.
_WORDS = {
    "day": ("يوم", "اليوم"),
    "days": ("يومي", "ايام"),
    "this": ("هذا", "هذه"),
    "same": ("نفس", "ذات"),
    "ago": ("قبل", "قبلها", "قبله"),
    "after": ("بعد", "بعدها", "بعده"),
    "new_moon": ("غره",),
    "thousand": ("الف",),
    "one": ("شهر",),
    "digits": ("ال",),
}


class Ready(NamedTuple):
    """A rule with its pattern; `named` where it holds the name of a month."""

    rule: Rule
    pattern: Pattern
    named: bool


class Rulebook(NamedTuple):
    """For each word that may begin a date: how many letters of clitics it carries, and the rules to try, in order."""

    fragments: Fragments
    cues: Cues
    begins: Mapping[str, tuple[int, tuple[Ready, ...]]]
    short_number: tuple[Ready, ...]
    long_number: tuple[Ready, ...]

    def rules(self, word: str) -> tuple[int, tuple[Ready, ...]] | None:
        """Where in this word a date may begin, and by which rules."""
        if word[0].isdecimal():
            return (0, self.short_number if len(word) < 3 else self.long_number) if len(word) in (1, 2, 4) else None
        return self.begins.get(word)


@lru_cache(maxsize=4)
def rulebook(words: DateWords) -> Rulebook:
    """Make the rules ready once for these word lists."""
    fragments = make_fragments(words)
    ready = tuple(Ready(rule, fragments.pattern(rule.pattern), "{month}" in rule.pattern) for rule in RULES)
    begins: dict[str, tuple[int, tuple[Ready, ...]]] = {}
    for form, kinds in _beginnings(words).items():
        rules = tuple(row for row in ready if kinds.intersection(row.rule.begins))
        for clitics, printed in _printed(form, _FEW_CLITICS if "cued" in kinds else _CLITICS):
            begins.setdefault(printed, (clitics, rules))
    return Rulebook(fragments, make_cues(fragments), begins, _for(ready, "digits"), _for(ready, "four"))


def _for(ready: Iterable[Ready], kind: str) -> tuple[Ready, ...]:
    """The rules whose phrases may begin with this kind of word."""
    return tuple(row for row in ready if kind in row.rule.begins)


def _printed(form: str, clitics: tuple[str, ...]) -> Iterable[tuple[int, str]]:
    """A word with its clitics, and how many letters they take; after ل the article loses its alef."""
    for clitic in clitics:
        yield len(clitic), clitic + form
    if form.startswith("ال") and len(form) > 3:
        for clitic in _HIDDEN_ARTICLE:
            yield len(clitic) + 1, clitic + "ل" + form[1:]


def _beginnings(words: DateWords) -> dict[str, set[str]]:
    """The first words of dates, with the kinds of phrase that they may begin."""
    kinds: dict[str, set[str]] = {}
    decades = words.forms("decade")
    lists: dict[str, Iterable[str]] = {
        **_WORDS,
        "month": [form for month in words.months for form in (*month.forms, *month.cued, *month.rare)],
        "cued": [form for month in words.months for form in (*month.cued, *month.rare)],
        "weekday": words.weekdays,
        "bare_weekday": words.bare_weekdays,
        "today": words.forms("today"),
        "unit": words.forms("unit"),
        "year_word": words.forms("year_word"),
        "ordinal": words.numbers["ordinal"],
        "first": words.numbers["first"],
        "decade": (*decades, *("ال" + form for form in decades)),
    }
    for kind, forms in lists.items():
        for form in forms:
            kinds.setdefault(form.split()[0], set()).add(kind)
    return {form: found for form, found in sorted(kinds.items(), key=lambda row: -len(row[0]))}

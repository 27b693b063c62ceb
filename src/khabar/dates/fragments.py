"""Pieces of patterns made of the word lists, and what the words in them mean."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from khabar.dates.words import DateWords, Month

# Blanks with at most one line end; a few, as every repetition in the patterns, so that no text makes them slow.
_SPACE = r"(?:[ \t]{0,4}\n[ \t]{0,4}(?!\n)|[ \t]{1,4})"
_ALEF = r"(?:ا|(?<=ل))"
# Between two names of one month: يونيو/ حزيران، يونيو (حزيران)، يوليو تموز.
_BESIDE = rf"(?:{_SPACE}?[/\-–،(]{_SPACE}?|{_SPACE})"
_Tree: TypeAlias = "dict[str, _Tree]"
_HOLE = re.compile(r"\{([a-z_]+)\}")


def either(forms: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first; ال may have lost its alef after ل."""
    tree: _Tree = {}
    for form in forms:
        node = tree
        for letter in _letters(form):
            node = node.setdefault(letter, {})
        node[""] = {}
    return rf"{_branches(tree)}(?!\w)" if tree else r"(?!)"


def _letters(form: str) -> Iterable[str]:
    """The pattern of each letter of a word or phrase."""
    yield _ALEF if form.startswith("ال") and len(form.split()[0]) > 3 else re.escape(form[0])
    for letter in form[1:]:
        yield _SPACE if letter == " " else re.escape(letter)


def _branches(tree: _Tree) -> str:
    """A pattern for the words of a tree: what words share is written, compiled and tried once."""
    branches = [letter + _branches(rest) for letter, rest in tree.items() if letter]
    if not branches:
        return ""
    if "" in tree:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


class Pattern:
    """A pattern that is compiled when it is first asked: most texts ask few."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern as Python compiles it."""
        return re.compile(self.text)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.compiled.match(text, start, end)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.compiled.search(text, start)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text, start, end)


@dataclass(frozen=True, slots=True, eq=False)
class Fragments:
    """Named pieces of patterns, and tables from a folded word to its meaning."""

    words: DateWords
    pieces: Mapping[str, str]
    months: Mapping[str, Month]
    cued: frozenset[str]
    month_name: Pattern
    cardinal: Pattern

    def pattern(self, text: str) -> Pattern:
        """A pattern with its {holes} filled."""
        return Pattern(self.fill(text))

    def fill(self, text: str) -> str:
        """The text of a pattern with its {holes} filled, again and again."""
        while _HOLE.search(text):
            text = _HOLE.sub(lambda hole: self.pieces[hole[1]], text)
        return text

    def month(self, name: str) -> Month:
        """The month that a printed name, or a doubled one, begins with."""
        found = self.month_name.match(name)
        return self.months[" ".join(found[0].split())] if found else self.months[name]

    def one_month(self, name: str) -> int:
        """How much of a printed name is that of one month: all of يونيو (حزيران), the first word of يونيو - يوليو, nothing of a rare name alone."""
        first = self.month_name.match(name)
        if first is None or first.end() == len(name):
            return len(name)
        rest = name[first.end() :]
        second = self.month_name.search(rest)
        month = self.month(name)
        if second is not None and self.months[" ".join(second[0].split())] is month and ("(" not in rest or rest.endswith(")")):
            return len(name) if "(" in rest else first.end() + second.end()
        return 0 if first[0] in month.rare else first.end()

    def key(self, section: str, form: str) -> str:
        """What a small word means in its section."""
        return self.words.sections[section][_whole(form, self.words.sections[section])]

    def number(self, table: str, form: str) -> int:
        """The number that a word in this table stands for."""
        rows = self.words.numbers[table]
        return rows[_whole(form, rows)]

    def weekday(self, form: str) -> int:
        """The ISO number of a weekday, with the article or without."""
        rows = self.words.weekdays
        if form in self.words.bare_weekdays:
            return self.words.bare_weekdays[form]
        form = _whole(form, rows)
        return rows[form]

    def count(self, form: str) -> int | None:
        """A number in digits or words; null where the words do not add up."""
        if form.isdecimal():
            return int(form) if len(form) < 5 else None
        total, told = 0, ""
        for word in self.cardinal.finditer(form):
            value = self.number("cardinal", word[0])
            if value == 1000 and told == "u":
                total, told = total * 1000, "k"
                continue
            sizes = _sizes(value)
            if set(sizes) & set(told) or (sizes in ("k", "h") and set(told) & set("tu")) or (sizes == "k" and told):
                return None
            total, told = total + value, told + sizes
        return total or None


def _sizes(value: int) -> str:
    """Which places of a number a word fills: units, tens, hundreds, thousands."""
    if value >= 1000:
        return "k"
    if value >= 100:
        return "h"
    return "tu" if 10 <= value < 20 else "t" if value >= 20 else "u"


def _whole(form: str, rows: Mapping[str, object]) -> str:
    """The form as its list has it: single spaces, ال with its alef."""
    form = " ".join(form.split())
    return form if form in rows or not form.startswith("ل") else "ا" + form


def make_fragments(words: DateWords) -> Fragments:
    """Build the pieces once from the word lists."""
    months = {form: month for month in words.months for form in (*month.forms, *month.cued, *month.rare)}
    pieces = {
        "s": _SPACE,
        "o": rf"{_SPACE}?",
        "weekday": either(words.weekdays),
        "bare_weekday": either(words.bare_weekdays),
        "month": rf"(?:{{month_word}}(?:{_BESIDE}{{gregorian}}(?:{_SPACE}?\))?)?|{{rare_month}}{_BESIDE}{{month_word}}(?:{_SPACE}?\))?)",
        "gregorian": either(form for month in words.months if month.calendar == "gregorian" for form in (*month.forms, *month.cued, *month.rare)),
        "month_word": either(form for month in words.months for form in (*month.forms, *month.cued)),
        "rare_month": either(form for month in words.months for form in month.rare),
        "hijri": either(form for month in words.months if month.calendar == "hijri" for form in (*month.forms, *month.cued)),
        "digits": r"(?:(?<!\d)(?<!\d[.,:٫])(?:ال{o})?(?:0?[1-9]|[12]\d|3[01])(?!\d))",
        "ordinal": either(words.numbers["ordinal"]),
        "first": either(words.numbers["first"]),
        "nth": either(words.numbers["last"]),
        "cardinal": either(words.numbers["cardinal"]),
        "cardinals": r"(?:{cardinal}(?:{s}و?{o}{cardinal}){0,7})",
        "era": r"(?:{o}(?:م|ه|هجريه?|ميلاديه?)(?!\w))",
        "four": r"(?:(?<![\d.,])(?:1\d\d\d|20\d\d)(?!\d|[.,]\d))",
        "year": r"(?:{four}(?!{o}%)(?!{s}{counted}){era}?)",
        "yearly": r"(?:(?:لعام|لسنه|بعام|عام|سنه|العام|السنه|للعام){s})",
    }
    for section, rows in words.sections.items():
        pieces.setdefault(section, either(rows))
        pieces.update({f"{section}_{key}": either(words.forms(section, key)) for key in set(rows.values())})
    names = either(months)
    cued = frozenset(form for month in words.months for form in month.cued)
    return Fragments(words, pieces, months, cued, Pattern(names), Pattern(either(words.numbers["cardinal"])))

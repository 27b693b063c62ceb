"""The words of news pages that are no news: buttons, lists of other stories, labels."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from khabar.dates import DateWords, load_date_words
from khabar.lexicon.files import parse_toml, strings
from khabar.text.fold import fold_word

_LONGEST = 170
_EDGES = " :+-|·•«»\"“”.،…!؟>‹›»*"
_INITIALS = re.compile(r"^[\[(]?(?:[\u0621-\u064a]{1,2}[ .]*[./\-|–][ .]*)+[\u0621-\u064a]{1,2}\.?[\])]?$")
_LED = re.compile(r"^\W*([^:|.]{2,20}?)\s*(?:[:|؛]|\.\.)")
_NO_LETTERS = re.compile(r"^[\W\d_]*$")


def folded(line: str) -> str:
    """A line as word lists hold it."""
    return fold_word(line).strip(_EDGES).lower()


class Furniture(NamedTuple):
    """Folded lines and openings of lines that are no news, and the labels of a page's parts."""

    lines: frozenset[str]
    openings: tuple[str, ...]
    policies: tuple[str, ...]
    led: frozenset[str]
    walls: tuple[str, ...]
    offers: tuple[str, ...]
    story_ends: frozenset[str]
    summary: frozenset[str]
    ends: frozenset[str]
    credit_labels: tuple[str, ...]
    caption_labels: tuple[str, ...]
    source_labels: frozenset[str]
    author_labels: tuple[str, ...]
    sure_author_labels: tuple[str, ...]
    roles: frozenset[str]
    agencies: frozenset[str]
    opinion_sections: frozenset[str]
    interview_sections: frozenset[str]
    update_labels: tuple[str, ...]
    publish_labels: tuple[str, ...]
    now_labels: frozenset[str]

    def is_furniture(self, line: str) -> bool:
        """Whether a line of a page is no news."""
        plain = folded(line)
        lead = _LED.match(line) if len(line) <= _LONGEST else None
        if lead and folded(lead[1]) in self.led:
            return True
        return plain in self.lines or plain in self.ends or plain.startswith(self.policies) or (len(line) <= _LONGEST and plain.startswith(self.openings))

    def is_empty(self, line: str) -> bool:
        """Whether a line says nothing: no letters, or the initials of its editors."""
        return bool(_NO_LETTERS.match(line) or (len(line) <= 24 and _INITIALS.match(line)))


@cache
def load_furniture() -> Furniture:
    """The furniture of the package."""
    name = "furniture.toml"
    table = parse_toml(name, (files("khabar.sources") / "data" / name).read_text("utf-8"))

    def words(field: str) -> list[str]:
        return sorted({folded(w) for w in strings(name, table, field)}, key=lambda word: (-len(word), word))

    return Furniture(*((frozenset if kind in (frozenset[str],) else tuple)(words(field)) for field, kind in Furniture.__annotations__.items()))  # type: ignore[arg-type]


@cache
def date_words() -> DateWords:
    """The words of dates, loaded once."""
    return load_date_words()


class PageParts(NamedTuple):
    """Words of classes and ids, by what they mark."""

    furniture: frozenset[str]
    small: frozenset[str]
    unseen: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    body_first: frozenset[str]
    body_second: frozenset[str]
    body_exact: frozenset[str]
    body_whole: frozenset[str]
    summary: frozenset[str]
    deck: frozenset[str]
    caption: frozenset[str]
    credit: frozenset[str]


@cache
def load_page_parts() -> PageParts:
    """The names of parts of the package."""
    name = "page_parts.toml"
    table = parse_toml(name, (files("khabar.sources") / "data" / name).read_text("utf-8"))
    sets = {field: frozenset(strings(name, table, field)) for field in PageParts._fields if field != "pairs"}
    pairs = frozenset((first, second) for first, _, second in (pair.partition(" ") for pair in strings(name, table, "pairs")))
    return PageParts(pairs=pairs, **sets)

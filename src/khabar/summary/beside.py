"""The words beside an act by which a line about it is told or left out."""

from typing import NamedTuple

from khabar.lexicon.files import strings, toml_table
from khabar.text.fold import fold_word

_FILE = "beside.toml"


class Beside(NamedTuple):
    """Folded words by what they say of an act beside them; what each list holds is told in the file."""

    behind_whom: frozenset[str]
    to_come: frozenset[str]
    according: frozenset[str]
    weapons: frozenset[str]
    who: frozenset[str]
    himself: frozenset[str]
    speaks: frozenset[str]
    told_by: frozenset[str]
    nominal: frozenset[str]
    to_people: frozenset[str]
    before_noun: frozenset[str]
    sure_nouns: frozenset[str]
    planned: frozenset[str]
    expected: frozenset[str]
    when_if: frozenset[str]
    noun_too: frozenset[str]
    aside: frozenset[str]
    that: frozenset[str]
    tags: frozenset[str]
    sent: frozenset[str]
    prepositions: frozenset[str]
    does: frozenset[str]
    befalls: frozenset[str]
    times: frozenset[str]
    at: frozenset[str]
    to: frozenset[str]
    no_start: frozenset[str]
    no_end: frozenset[str]


def load_beside() -> Beside:
    """The word list of the package."""
    table = toml_table(_FILE)
    return Beside(*(frozenset(fold_word(w) for w in strings(_FILE, table, field)) for field in Beside._fields))

"""The closed classes of Arabic: words that tell where a phrase or a clause begins and ends."""

from typing import NamedTuple

from khabar.lexicon.files import strings, toml_table
from khabar.text.fold import fold_word


class Grammar(NamedTuple):
    """Folded words of each closed class; the file says what each is."""

    prepositions: frozenset[str]
    paired_prepositions: frozenset[tuple[str, ...]]
    openers: frozenset[str]
    relatives: frozenset[str]
    negations: frozenset[str]
    denying: frozenset[str]
    verb_heralds: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    office_adjectives: frozenset[str]
    body_heads: frozenset[str]
    quantities: frozenset[str]
    victims: frozenset[str]
    never_verbs: frozenset[str]
    measures: frozenset[str]
    describing: frozenset[str]
    initials: frozenset[str]


def load_grammar() -> Grammar:
    """The closed classes of the package."""
    name = "grammar.toml"
    table = toml_table(name)

    def words(field: str) -> frozenset[str]:
        return frozenset(fold_word(w) for w in strings(name, table, field))

    return Grammar(
        words("prepositions"),
        frozenset(tuple(w.split()) for w in words("paired_prepositions")),
        words("openers"),
        words("relatives"),
        words("negations"),
        frozenset(f"{before}{w}" for w in words("denying") for before in ("", "و", "ف")),
        words("verb_heralds"),
        words("auxiliaries"),
        words("adverbs"),
        words("office_adjectives"),
        words("body_heads"),
        words("quantities"),
        words("victims"),
        words("never_verbs"),
        words("measures"),
        frozenset(f"{w}{e}" for w in words("describing") for e in ("", "ه", "ين", "ون", "ان", "ات")),
        words("initials"),
    )

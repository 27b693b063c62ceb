"""A noun phrase that names somebody."""

from typing import NamedTuple

from khabar.lexicon.finder import Hit
from khabar.lexicon.terms import Term


class Phrase(NamedTuple):
    """Words `first` up to `last` that name an actor.

    `before` are the clitics left of it. `name` are the words of a personal name and `role` those of the office, each a word range
    or None. `canonical` is what the list calls it, "" for a name no list knows. `country` and `sector` are "" where nothing tells.
    `plural` says that it is several. `inner` are the actors named inside it: bodies, states, groups. `adjectival` marks one that is
    only an adjective of the noun before it.
    """

    first: int
    last: int
    before: str
    tag: str
    kind: str
    country: str
    sector: str
    name: tuple[int, int] | None
    role: tuple[int, int] | None
    canonical: str
    holders: tuple[int, ...]
    plural: bool
    inner: tuple["Phrase", ...]
    rule: str


def simple(hit: Hit[tuple[Term, ...]], term: Term) -> Phrase:
    """The phrase over what a list found, as the list tells it."""
    before = hit.before.removesuffix("ال")
    called = hit.form if term.tag in ("institution", "collective", "office") else term.name
    return Phrase(
        hit.first, hit.last, before, term.tag, term.kind or "organization", term.country, term.sector, None, None, called, (), term.shape == "p",
        (), term.tag,
    )

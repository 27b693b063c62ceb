"""All word lists, loaded once and handed to the stages."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from khabar.lexicon.files import DATA, strings, toml_table
from khabar.lexicon.finder import Finder
from khabar.lexicon.frames import Frames, load_frames
from khabar.lexicon.grammar import Grammar, load_grammar
from khabar.lexicon.incumbents import Incumbents, incumbents
from khabar.lexicon.known_ids import KnownIds, load_known_ids
from khabar.lexicon.terms import Holder, Spot, Term
from khabar.lexicon.titles import Titles, load_titles
from khabar.lexicon.verb_table import VerbTable, load_verbs
from khabar.lexicon.who import load_who
from khabar.text.fold import fold_word

_UNCUT = ("state", "capital", "holder", "place", "body", "group", "outlet")


@dataclass(frozen=True, slots=True)
class NameLists:
    """Folded words of names: first names, those of them that are other words too, family names, those that are other words too,
    particles that bind to the next word, titles before a name, and the closed classes, which are never part of one."""

    given: frozenset[str]
    words_too: frozenset[str]
    family: frozenset[str]
    family_too: frozenset[str]
    particles: frozenset[str]
    honorifics: frozenset[str]
    closed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words that Khabar knows: who, what acts, which verbs, the closed classes."""

    finder: Finder[tuple[Term, ...]]
    grammar: Grammar
    frames: Frames
    verbs: VerbTable
    names: NameLists
    titles: Titles
    holders: tuple[Holder, ...]
    incumbents: Incumbents
    spots: dict[str, Spot]
    ids: KnownIds
    homes: dict[str, tuple[str, str]]
    uncut: frozenset[str]
    digest: str

    def home_of(self, outlet: str | None) -> tuple[str, str]:
        """What the list calls an outlet, found by its name, Latin name or domain, and its state; "" twice where no list knows it."""
        name = fold_word(outlet or "").lower().split("(")[0].strip().removeprefix("www.")
        return self.homes.get(name) or next((self.homes[part] for part in name.split(".") if part in self.homes), ("", ""))


def load_lexicon(pairs: Iterable[tuple[str, str]], zipf: Callable[[str], float]) -> Lexicon:
    """The word lists of the package; `pairs` are verbs (perfect, imperfect) that other stages know, `zipf` how common a word is."""
    who = load_who()
    frames = load_frames()
    spots: dict[str, Spot] = {}
    for spot in who.spots:
        spots.setdefault(spot.name, spot)
    grammar = load_grammar()
    names = _names(who.holders, grammar.prepositions | grammar.openers | grammar.adverbs | grammar.relatives)
    uncut = names.given | names.family | {form for form, terms in who.forms.items() if " " not in form and terms[0].tag in _UNCUT}
    return Lexicon(
        Finder(who.forms, who.owned), grammar, frames, load_verbs((*frames.pairs, *pairs), zipf), names, load_titles(), who.holders, incumbents(who.holders), spots, load_known_ids(), who.homes, uncut, digest(),
    )


def digest() -> str:
    """The SHA-256 of all word lists, by which a record tells what it was read with."""
    total = hashlib.sha256()
    for file in sorted(DATA.iterdir(), key=lambda f: f.name):
        if file.is_file():
            total.update(file.name.encode() + b"\0" + file.read_bytes())
    return f"sha256:{total.hexdigest()}"


def _names(holders: tuple[Holder, ...], closed: frozenset[str]) -> NameLists:
    table = toml_table("names.toml")
    given = _lines("given.txt")
    family = {fold_word(w) for w in strings("names.toml", table, "family")} | _lines("family.txt")
    family.update(fold_word(w) for h in holders for w in h.name.split()[1:])
    words_too, family_too, particles, honorifics = (
        frozenset(fold_word(w) for w in strings("names.toml", table, field)) for field in ("words_too", "family_too", "particles", "honorifics")
    )
    return NameLists(frozenset(given - closed | {"علي", "صباح"}), words_too, frozenset(family - closed), family_too, particles, honorifics, closed)


def _lines(name: str) -> set[str]:
    """The folded words of a list with one word a line."""
    return {fold_word(line.strip()) for line in (DATA / name).read_text("utf-8").splitlines() if line and not line.startswith("#")}

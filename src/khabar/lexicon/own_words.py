"""A user's own words: people, bodies, groups, outlets and places in the form of the package's lists, checked and laid over them."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from khabar.errors import LexiconError
from khabar.lexicon import Lexicon
from khabar.lexicon.files import parse_toml, toml_table
from khabar.lexicon.finder import Finder, pattern
from khabar.lexicon.incumbents import incumbents
from khabar.lexicon.own_checks import FIELDS, NAMES, Place, checked
from khabar.lexicon.terms import Holder, Spot, Term
from khabar.lexicon.who import body_terms
from khabar.text.fold import fold_word

_SECTORS = {"outlet": "JRN"}


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The rows of one file of own words. `terms` are (form, term) pairs; the rows of `holders` and `spots` count from 0."""

    file: str
    terms: tuple[tuple[str, Term], ...]
    holders: tuple[Holder, ...]
    spots: tuple[Spot, ...]
    homes: tuple[tuple[str, tuple[str, str]], ...]
    given: frozenset[str]
    family: frozenset[str]
    digest: str


def parse_own(file: str, text: str) -> OwnWords:
    """The own words in the TOML `text` of `file`; what is wrong is a LexiconError in one line: file, line, entry, field."""
    table = parse_toml(file, text)
    for name in table:
        if name not in FIELDS and name not in NAMES:
            raise LexiconError(f"{file}: {name}: no such list; there are {', '.join((*FIELDS, *NAMES))}")
    countries = frozenset(row.get("code", key) for key, row in toml_table("states.toml").items())
    terms: list[tuple[str, Term]] = []
    homes: list[tuple[str, tuple[str, str]]] = []
    holders: list[Holder] = []
    spots: list[Spot] = []
    for name in FIELDS:
        for number, row, place in _rows(file, text, table, name):
            checked(place, name, row, countries)
            if name == "holder":
                holders.append(_holder(row))
            elif name == "place":
                spots += _spots(row)
            else:
                terms += body_terms(file, name, _SECTORS.get(name, ""), number, row)
                homes += [(fold_word(f).lower(), (row["names"][0], row.get("country", ""))) for f in (*row["names"], *row.get("sites", [])) if name == "outlet"]
    given, family = (frozenset(fold_word(w) for w in _names(file, table, name)) for name in NAMES)
    known = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return OwnWords(file, tuple(terms), tuple(holders), tuple(spots), tuple(homes), given, family, known)


def with_own(lexicon: Lexicon, own: OwnWords) -> Lexicon:
    """`lexicon` with `own` laid over it: a form of both is what the user says."""
    over: dict[str, list[Term]] = defaultdict(list)
    for form, term in (*own.terms, *_people(own.holders, len(lexicon.holders)), *_places(own.spots)):
        over[pattern(form)].append(term)
    forms = lexicon.finder.forms | {form: tuple(terms) for form, terms in over.items()}
    owned = (*lexicon.finder.owned, *(f for f, t in over.items() if t[0].tag in ("office", "institution", "collective") and not f.endswith(("ي", "ا"))))
    holders = (*lexicon.holders, *own.holders)
    family = own.family | {fold_word(w) for h in own.holders for w in h.name.split()[1:]}
    names = replace(lexicon.names, given=lexicon.names.given | own.given, family=lexicon.names.family | (family - lexicon.names.closed))
    return replace(
        lexicon, finder=Finder(forms, dict.fromkeys(owned)), names=names, holders=holders, incumbents=incumbents(holders),
        spots=lexicon.spots | {s.name: s for s in own.spots}, homes=lexicon.homes | dict(own.homes),
        uncut=lexicon.uncut | own.given | family | {f for f in over if " " not in f}, digest=_digest(lexicon.digest, own.digest),
    )


def _digest(package: str, own: str) -> str:
    return "sha256:" + hashlib.sha256(f"{package}\0{own}".encode()).hexdigest()


def _rows(file: str, text: str, table: dict[str, Any], name: str) -> Iterator[tuple[int, dict[str, Any], Place]]:
    """The rows of one list with their places: the line of their heading and their number."""
    rows = table.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LexiconError(f"{file}: {name}: rows headed [[{name}]] are wanted")
    heads = [n for n, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*\[\[\s*{name}\s*\]\]", line)]
    for number, row in enumerate(rows):
        line = f"line {heads[number]}: " if len(heads) == len(rows) else ""
        yield number, row, Place(f"{file}: {line}{name} {number + 1}")


def _names(file: str, table: dict[str, Any], name: str) -> list[str]:
    words = table.get(name, [])
    if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
        raise LexiconError(f"{file}: {name}: a list of words is wanted, not {words!r}")
    return words


def _holder(row: dict[str, Any]) -> Holder:
    text: Callable[[str], str] = lambda field: row.get(field, "")  # noqa: E731
    return Holder(text("name"), tuple(row.get("aliases", ())), text("office"), text("country"), text("sector") or "GOV", text("since"), text("until"))


def _spots(row: dict[str, Any]) -> Iterator[Spot]:
    lat, lon = row.get("lat"), row.get("lon")
    for form in row["names"]:
        yield Spot(form, row.get("country", ""), None if lat is None else float(lat), None if lon is None else float(lon), row.get("geonameid"), 0)


def _people(holders: tuple[Holder, ...], first: int) -> Iterator[tuple[str, Term]]:
    for row, holder in enumerate(holders, first):
        term = Term("holder", holder.name, holder.country, holder.sector, "person", "", False, row)
        for form in (holder.name, *holder.aliases):
            yield form, term


def _places(spots: tuple[Spot, ...]) -> Iterator[tuple[str, Term]]:
    for row, spot in enumerate(spots):
        yield spot.name, Term("place", spot.name, spot.country, "", "place", "", False, row)


def own_forms(own: OwnWords) -> tuple[tuple[str, Term], ...]:
    """Every form of a file of own words with what it means."""
    return (*own.terms, *_people(own.holders, 0), *_places(own.spots))

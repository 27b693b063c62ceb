"""The lists of who: states, bodies, groups, offices, people, places, as forms for the finder."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from khabar.errors import LexiconError
from khabar.lexicon.files import string, strings, toml_table, tsv_rows
from khabar.lexicon.finder import pattern
from khabar.lexicon.nisba import inflect_nisba
from khabar.lexicon.terms import Holder, Spot, Term
from khabar.text.fold import fold_word

Forms = dict[str, tuple[Term, ...]]
_PLURALS = {"p": "p", "plural": "p", "pl": "p", "s": "", "singular": "", "sg": "", "d": "d", "dual": "d"}
# One file of named bodies each: its table's name, the tag of its rows, the sector where a row does not tell.
_BODIES = (
    ("bodies.toml", "body", "body", ""),
    ("groups.toml", "group", "group", ""),
    ("institutions.toml", "institution", "institution", ""),
    ("collectives.toml", "collective", "collective", ""),
    ("outlets.toml", "outlet", "outlet", "JRN"),
    ("offices.toml", "office", "office", ""),
)


class Who(NamedTuple):
    """All forms of all lists, the office-holders and the places behind them, which forms may carry a pronoun, the states of outlets."""

    forms: Forms
    owned: tuple[str, ...]
    holders: tuple[Holder, ...]
    spots: tuple[Spot, ...]
    homes: dict[str, tuple[str, str]]


def load_who() -> Who:
    """The lists of the package."""
    forms: dict[str, list[Term]] = defaultdict(list)
    holders = tuple(_holders())
    spots = tuple(_spots())
    for rows in (_states(), _listed(), _ministries(), _people(holders), _places(spots)):
        for form, term in rows:
            known = forms[pattern(form)]
            if not any(t.tag == term.tag and t.name == term.name and (t.row == term.row or term.tag != "holder") for t in known):
                known.append(term)
    owned = tuple(f for f, terms in forms.items() if (not f.endswith(("ي", "ا")) or f"{f}ن" in forms) and any(t.tag in ("office", "institution", "collective") for t in terms))
    return Who({f: tuple(terms) for f, terms in forms.items() if f}, owned, holders, spots, dict(_homes()))


def _states() -> Iterator[tuple[str, Term]]:
    name = "states.toml"
    for number, (key, row) in enumerate(toml_table(name).items()):
        code = string(name, row, "code", key)
        names = strings(name, row, "names")
        doubtful = set(strings(name, row, "ambiguous"))
        doubtful |= {fold_word(form) for form in doubtful}
        first = names[0]
        for tag, field in (("state", "names"), ("local", "local_names"), ("capital", "capitals"), ("palace", "metonyms")):
            for form in strings(name, row, field):
                yield form, Term(tag, first, code, "GOV", "country", "", form in doubtful, number)
        for base in strings(name, row, "adjectives"):
            for form, gender, amount in inflect_nisba(base):
                plural = _PLURALS.get(str(amount), "")
                yield form, Term("nisba", first, code, "", "group", plural or str(gender)[:1], form in doubtful, number)
        for form in strings(name, row, "people"):
            yield form, Term("nisba", first, code, "", "group", "p", form in doubtful, number)


def _listed() -> Iterator[tuple[str, Term]]:
    for name, table, tag, sector in _BODIES:
        for number, row in enumerate(toml_table(name).get(table, [])):
            yield from body_terms(name, tag, sector, number, row)


def body_terms(name: str, tag: str, sector: str, number: int, row: dict[str, Any]) -> Iterator[tuple[str, Term]]:
    """The forms of row `number` of the file `name` with what they mean; `tag` is the list, `sector` what the row need not tell."""
    names = strings(name, row, "names")
    if not names:
        raise LexiconError(f"{name}: row {number + 1}: names: at least one is wanted")
    doubtful = set(strings(name, row, "ambiguous"))
    kind = string(name, row, "kind", {"office": "person", "collective": "group", "group": "group"}.get(tag, "organization"))
    country, own = string(name, row, "country"), string(name, row, "sector", sector)
    plurals = set(names) if tag in ("office", "collective") else set()
    for form in names:
        bound = form.endswith(("ي", "و")) and {f"{form}ن", form[:-1]} <= plurals and f"{form}ة" not in plurals  # معلمي, not محامي
        yield form, Term(tag, names[0], country, own, kind, "c" if bound else "", form in doubtful, number)
    for form in strings(name, row, "ambiguous"):
        yield form, Term(tag, names[0], country, own, kind, "", True, number)
    for base in strings(name, row, "adjectives"):
        for form, gender, amount in inflect_nisba(base):
            yield form, Term("group_nisba", names[0], country, own, kind, _PLURALS.get(str(amount), "") or str(gender)[:1], False, number)


def _homes() -> Iterator[tuple[str, tuple[str, str]]]:
    """What the list calls every outlet and its state, by each of its names and sites, folded."""
    for row in toml_table("outlets.toml").get("outlet", []):
        country = string("outlets.toml", row, "country")
        for form in (*strings("outlets.toml", row, "names"), *strings("outlets.toml", row, "sites")):
            yield fold_word(form).lower(), (row["names"][0], country)


def _ministries() -> Iterator[tuple[str, Term]]:
    name = "offices.toml"
    for number, row in enumerate(toml_table(name).get("ministry", [])):
        sector = string(name, row, "sector", "GOV")
        for portfolio in strings(name, row, "portfolios"):
            for head in strings(name, row, "heads"):
                office = f"{head} {portfolio}"
                yield office, Term("office", office, "", sector, "person", "", False, -1 - number)
            for head in strings(name, row, "bodies"):
                body = f"{head} {portfolio}"
                yield body, Term("institution", body, "", sector, "organization", "", False, -1 - number)


def _holders() -> Iterator[Holder]:
    for cells in tsv_rows("holders.tsv"):
        if len(cells) < 5:
            raise LexiconError(f"holders.tsv: {cells[0]}: seven fields are wanted")
        name, aliases, office, country, sector, since, until = (*cells, "", "")[:7]
        yield Holder(name, tuple(a for a in aliases.split("|") if a), office, country, sector, since, until)


def _people(holders: Iterable[Holder]) -> Iterator[tuple[str, Term]]:
    """Every name of a person, for each office that he held."""
    rows = list(enumerate(holders))
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for _, holder in rows:
        forms[holder.name].update(dict.fromkeys((holder.name, *holder.aliases)))
    for number, holder in rows:
        term = Term("holder", holder.name, holder.country, holder.sector, "person", "", False, number)
        for form in forms[holder.name]:
            yield form, term


def _spots() -> Iterator[Spot]:
    for file in ("places_own.tsv", "places.tsv"):
        for cells in tsv_rows(file):
            form, country, lat, lon, geonameid, population = (*cells, "", "", "", "", "")[:6]
            yield Spot(
                form, country, float(lat) if lat else None, float(lon) if lon else None,
                int(geonameid) if geonameid else None, int(population or 0),
            )


def _places(spots: Iterable[Spot]) -> Iterator[tuple[str, Term]]:
    for number, spot in enumerate(spots):
        yield spot.name, Term("place", spot.name, spot.country, "", "place", "", False, number)

"""The rows of the word lists: what a name in the news stands for."""

from typing import NamedTuple


class Term(NamedTuple):
    """What one printed form means.

    `tag` is the kind of list it stands in: state, local (a name of a state at home), capital, palace, nisba, place, body, group, group_nisba, institution,
    office, collective, outlet, holder. `name` is the form the list puts first. `country` is ISO 3166 alpha-3 or a PLOVER
    code, `sector` a PLOVER sector, each "" where the list does not tell. `kind` is the kind of actor. `shape` is the number and
    gender of an adjective: m, f, d, p; c that of a plural before its genitive, which never has ال. `ambiguous` says that the form often means something else. `row` is the place of the row
    in its file.
    """

    tag: str
    name: str
    country: str
    sector: str
    kind: str
    shape: str
    ambiguous: bool
    row: int


class Holder(NamedTuple):
    """Somebody who held an office from one day to another (ISO 8601, "" where open)."""

    name: str
    aliases: tuple[str, ...]
    office: str
    country: str
    sector: str
    since: str
    until: str


class Spot(NamedTuple):
    """A place on the map; degrees, a GeoNames id where there is one."""

    name: str
    country: str
    lat: float | None
    lon: float | None
    geonameid: int | None
    population: int

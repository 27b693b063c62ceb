"""What a row of own words may hold, field by field; what is wrong is told in one line."""

from datetime import date
from typing import Any, NamedTuple, NoReturn

from khabar.errors import LexiconError

# The lists of a file of own words and the fields of their rows.
FIELDS: dict[str, tuple[str, ...]] = {
    "body": ("names", "sector", "country", "kind", "adjectives", "ambiguous"),
    "group": ("names", "sector", "country", "kind", "adjectives", "ambiguous"),
    "institution": ("names", "sector", "country", "ambiguous"),
    "collective": ("names", "sector", "country", "ambiguous"),
    "outlet": ("names", "sector", "country", "ambiguous", "sites"),
    "office": ("names", "sector", "country", "ambiguous"),
    "holder": ("name", "office", "aliases", "country", "sector", "since", "until"),
    "place": ("names", "country", "lat", "lon", "geonameid"),
}
NAMES = ("given", "family")
_LISTS = frozenset({"names", "adjectives", "ambiguous", "sites", "aliases"})
_KINDS = ("person", "organization", "country", "group", "place")
_BODIES_OF_NO_STATE = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC"})
_SECTORS = frozenset("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split())


class Place(NamedTuple):
    """Where a row stands: file, line, list and number."""

    text: str

    def fault(self, field: str, what: str) -> NoReturn:
        """Tells what is wrong with a field."""
        raise LexiconError(f"{self.text}: {field}: {what}")


def checked(place: Place, name: str, row: dict[str, Any], countries: frozenset[str]) -> None:
    """Checks one row of the list `name`; `countries` are the codes of states."""
    for field in row:
        if field not in FIELDS[name]:
            place.fault(field, f"no such field; there are {', '.join(FIELDS[name])}")
    required = ("name", "office") if name == "holder" else ("names",)
    for field in required:
        if not row.get(field):
            place.fault(field, "is wanted")
    for field, value in row.items():
        _check(place, field, value, countries)


def _check(place: Place, field: str, value: Any, countries: frozenset[str]) -> None:
    if field in _LISTS:
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            place.fault(field, f"a list of words is wanted, not {value!r}")
    elif field in ("lat", "lon"):
        if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > (90 if field == "lat" else 180):
            place.fault(field, f"degrees are wanted, not {value!r}")
    elif field == "geonameid":
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            place.fault(field, f"a number is wanted, not {value!r}")
    elif not isinstance(value, str) or not value.strip():
        place.fault(field, f"a word is wanted, not {value!r}")
    elif field == "sector" and value not in _SECTORS:
        place.fault(field, f"{value!r} is no sector of PLOVER; there are {', '.join(sorted(_SECTORS))}")
    elif field == "country" and value not in countries | _BODIES_OF_NO_STATE:
        place.fault(field, f"{value!r} is no code of ISO 3166 alpha-3 or PLOVER")
    elif field == "kind" and value not in _KINDS:
        place.fault(field, f"{value!r} is none of {', '.join(_KINDS)}")
    elif field in ("since", "until") and not _is_day(value):
        place.fault(field, f"{value!r} is no day, month or year like 2024-09-13")


def _is_day(value: str) -> bool:
    """Whether `value` is a day, a month or a year of ISO 8601."""
    try:
        date.fromisoformat(value + "-01-01"[: 10 - len(value)] if len(value) == 4 else value + "-01" if len(value) == 7 else value)
    except ValueError:
        return False
    return len(value) in (4, 7, 10)

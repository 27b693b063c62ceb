"""The words that dates are made of, read from the word lists."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import NamedTuple, TypeAlias

from khabar.errors import LexiconError
from khabar.model.record import Calendar
from khabar.text.fold import fold_word

_MONTHS = "months.toml"
_WEEKDAYS = "weekdays.toml"
_NUMBERS = "date_numbers.toml"
_WORDS = "date_words.toml"
_REMEMBERED = "remembered_days.toml"

Table: TypeAlias = dict[str, object]


class Month(NamedTuple):
    """One month with its names, folded: `forms` stand alone, `cued` need company, `rare` another name beside them."""

    number: int
    calendar: Calendar
    forms: tuple[str, ...]
    cued: tuple[str, ...]
    rare: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """All word lists for dates; every form is folded. `sections` are the small words: section, form, key;
    `remembered` the days that history has made names: month and day, year."""

    months: tuple[Month, ...]
    weekdays: Mapping[str, int]
    bare_weekdays: Mapping[str, int]
    numbers: Mapping[str, Mapping[str, int]]
    sections: Mapping[str, Mapping[str, str]]
    remembered: Mapping[tuple[int, int], int]

    def forms(self, section: str, *keys: str) -> tuple[str, ...]:
        """The forms of a section, or of some keys in it."""
        rows = self.sections[section]
        return tuple(form for form, key in rows.items() if not keys or key in keys)


def load_date_words() -> DateWords:
    """Read the date word lists; LexiconError names the file and the row that cannot be read."""
    weekdays = _read(_WEEKDAYS)
    return DateWords(
        months=tuple(_month(name, row) for name, row in _read(_MONTHS).items()),
        weekdays=_numbered(weekdays, "forms"),
        bare_weekdays=_numbered(weekdays, "bare"),
        numbers={name: {form: int(key) for form, key in rows.items()} for name, rows in _sections(_NUMBERS).items()},
        sections=_sections(_WORDS),
        remembered=_remembered(),
    )


def _read(name: str) -> dict[str, Table]:
    """The tables of one word list."""
    try:
        tables = tomllib.loads(resources.files("khabar.lexicon.data").joinpath(name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"{name}: {fault}") from fault
    for key, table in tables.items():
        if not isinstance(table, dict):
            raise LexiconError(f"{name}: {key} is no table")
    return tables


def _forms(file: str, row: str, value: object) -> tuple[str, ...]:
    """A list of forms, folded, each once."""
    if not isinstance(value, list) or not all(isinstance(form, str) for form in value):
        raise LexiconError(f"{file}: {row} is no list of words")
    return tuple(dict.fromkeys(fold_word(form) for form in value))


def _month(name: str, row: Table) -> Month:
    """One row of the months."""
    number, calendar = row.get("number"), row.get("calendar")
    if not isinstance(number, int) or not 1 <= number <= 12:
        raise LexiconError(f"{_MONTHS}: {name}: number")
    if calendar == "gregorian":
        kind: Calendar = "gregorian"
    elif calendar == "hijri":
        kind = "hijri"
    else:
        raise LexiconError(f"{_MONTHS}: {name}: calendar")
    forms, cued, rare = (_forms(_MONTHS, name, row.get(key, [])) for key in ("forms", "cued", "rare"))
    return Month(number, kind, forms, cued, rare)


def _numbered(tables: dict[str, Table], field: str) -> dict[str, int]:
    """Forms of the weekdays with their ISO number."""
    found: dict[str, int] = {}
    for name, row in tables.items():
        number = row.get("number")
        if not isinstance(number, int) or not 1 <= number <= 7:
            raise LexiconError(f"{_WEEKDAYS}: {name}: number")
        found.update(dict.fromkeys(_forms(_WEEKDAYS, name, row.get(field)), number))
    return found


def _sections(file: str) -> dict[str, dict[str, str]]:
    """Tables of lists as section, form, key."""
    return {
        section: {form: key for key, forms in rows.items() for form in _forms(file, f"{section}.{key}", forms)}
        for section, rows in _read(file).items()
    }


def _remembered() -> dict[tuple[int, int], int]:
    """Month and day of the days that are names, with their year."""
    found: dict[tuple[int, int], int] = {}
    for name, row in _read(_REMEMBERED).items():
        day = row.get("day")
        if not isinstance(day, date):
            raise LexiconError(f"{_REMEMBERED}: {name}: day")
        found[day.month, day.day] = day.year
    return found

"""Reads the word lists of the package, and a user's own in the same form."""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from khabar.errors import LexiconError

DATA = files("khabar.lexicon") / "data"


def toml_table(name: str) -> dict[str, Any]:
    """The TOML file `name` of the package's word lists; unreadable ones are named with line and column."""
    return parse_toml(name, (DATA / name).read_text("utf-8"))


def parse_toml(name: str, text: str) -> dict[str, Any]:
    """The TOML `text` of the file `name`."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"{name}: {fault}") from fault


def tsv_rows(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated word list, without comment lines."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def strings(name: str, row: dict[str, Any], field: str) -> list[str]:
    """The strings of one field, which may be left out; anything else is told with its place."""
    value = row.get(field, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise LexiconError(f"{name}: {field}: a list of words is wanted, not {value!r}")
    return value


def string(name: str, row: dict[str, Any], field: str, default: str = "") -> str:
    """One string field, `default` where it is left out."""
    value = row.get(field, default)
    if not isinstance(value, str):
        raise LexiconError(f"{name}: {field}: a word is wanted, not {value!r}")
    return value


def read_own(file: str) -> str:
    """The text of a user's file of words; one that cannot be read is a LexiconError."""
    try:
        return Path(file).read_text("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise LexiconError(f"{file}: not UTF-8 (byte {fault.start})") from fault
    except OSError as fault:
        raise LexiconError(f"{file}: {fault.strerror}") from fault

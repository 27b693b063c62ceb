"""Tables as CSV, RFC 4180 with line feeds, UTF-8; what a spreadsheet would reckon is made safe."""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Literal

from khabar.export.folder import whole_folder
from khabar.export.rows import COLUMNS, Exported, rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write_csv(records: Iterable[Exported], target: Path, encoding: Literal["utf-8", "utf-8-sig"]) -> dict[str, int]:
    """Writes one file a table into the new folder `target`; gives the number of rows of each. `utf-8-sig` begins with the mark that Excel looks for."""
    counts = dict.fromkeys(COLUMNS, 0)
    with whole_folder(target) as part, ExitStack() as stack:
        writers = {}
        for name, columns in COLUMNS.items():
            file = stack.enter_context((part / f"{name}.csv").open("w", encoding=encoding, newline=""))
            writers[name] = csv.writer(file, lineterminator="\n")
            writers[name].writerow([column for column, _ in columns])
        for exported in records:
            for name, row in rows(exported):
                writers[name].writerow([cell(value) for value in row])
                counts[name] += 1
    return counts


def cell(value: object) -> object:
    """A value as a cell: text that begins like a formula behind an apostrophe, nothing where nothing is told."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return "" if value is None else value

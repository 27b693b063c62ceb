"""Answers as text, JSON or CSV."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from khabar.export.csv import cell

SHAPES = click.option("--format", "shape", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True)


def say(shape: str, plain: object, rows: Callable[[], Iterable[Mapping[str, object]]], lines: Callable[[], Iterable[str]]) -> None:
    """Prints an answer: `plain` as JSON, `rows` as CSV, or `lines` as text."""
    if shape == "json":
        click.echo(json.dumps(plain, ensure_ascii=False, indent=1))
    elif shape == "csv":
        click.echo(table(rows()), nl=False)
    else:
        for line in lines():
            click.echo(line)


def table(rows: Iterable[Mapping[str, object]]) -> str:
    """Rows of one shape as CSV, with a header; cells that a spreadsheet would reckon are made safe."""
    out = io.StringIO()
    writer: Any = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(out, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def _cell(value: object) -> object:
    """A value as a cell; lists joined by " | "."""
    return cell(" | ".join(str(v) for v in value) if isinstance(value, tuple | list) else value)

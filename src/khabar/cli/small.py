"""The small commands: the dates of a text, its words, the schema of a record."""

import json
from typing import Any

import click

from khabar.cli.inputs import Inputs, day
from khabar.cli.web_access import network
from khabar.model import Date, Note
from khabar.model.jsonform import to_plain
from khabar.model.schema import record_schema
from khabar.sources import FORMS
from khabar.text.fold import fold

_FORMS = click.Choice(FORMS)


@click.command()
@click.argument("files", nargs=-1, metavar="FILE|URL...")
@network
@click.option("--from", "form", type=_FORMS, default="auto", show_default=True, help="What the files are.")
@click.option("--published", callback=day, metavar="DATE", help="The day that اليوم and الماضي are counted from.")
@click.option("--notes", is_flag=True, help="Also what points at a date that the text does not settle, as lines with `message`.")
def dates(files: tuple[str, ...], form: Any, published: str | None, notes: bool) -> None:
    """Prints the dates of any text, a JSON line each."""
    from khabar.api import date_notes, find_dates

    inputs = Inputs(files, form, published, None, languages="any")
    for article in inputs.articles():
        told: list[Date | Note] = [*find_dates(article.text, published=article.published)]
        if notes:
            told += date_notes(article.text, published=article.published)
        for found in sorted(told, key=lambda each: each.start):
            click.echo(json.dumps({"article": article.id, **to_plain(found)}, ensure_ascii=False))
    inputs.finish(None)


@click.command()
@click.argument("files", nargs=-1, metavar="FILE|URL...")
@network
@click.option("--from", "form", type=_FORMS, default="auto", show_default=True, help="What the files are.")
@click.option("--format", "shape", type=click.Choice(["jsonl"]), default="jsonl", show_default=True, help="JSON lines, one an article.")
def tokens(files: tuple[str, ...], form: Any, shape: str) -> None:
    """Prints the words of any text, cut between clitics and stem."""
    from khabar.text.words import load_frequencies, parts, words

    frequencies = load_frequencies()
    inputs = Inputs(files, form, None, None, languages="any")
    for article in inputs.articles():
        rows = [{"start": w.start, "end": w.end, "text": w.raw, "parts": parts(w)} for w in words(fold(article.text), frequencies) if w.kind != "break"]
        click.echo(json.dumps({"id": article.id, "tokens": rows}, ensure_ascii=False))
    inputs.finish(None)


@click.command()
def schema() -> None:
    """Prints the JSON Schema of a record."""
    click.echo(json.dumps(record_schema(), ensure_ascii=False, indent=1))

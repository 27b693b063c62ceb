"""`khabar why`: what the reading saw of one event, and which rules fired."""

import json
from typing import Any

import click

from khabar.cli.inputs import Inputs, day
from khabar.cli.output import writable, write
from khabar.cli.words import words_option
from khabar.errors import QueryError
from khabar.sources import FORMS


@click.command()
@click.argument("file")
@click.argument("event")
@click.option("--from", "form", type=click.Choice(FORMS), default="auto", show_default=True, help="What the file is.")
@click.option("--article", metavar="ID", help="Which article of FILE, where it holds several.")
@click.option("--published", callback=day, metavar="DATE", help="The day of publication, where the file does not tell it.")
@click.option("--outlet", help="The outlet, where the file does not tell it.")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("-o", "--output", callback=writable, metavar="FILE", help="Write there; nothing half-written is left.")
@words_option
def why(
    file: str, event: str, form: Any, article: str | None, published: str | None, outlet: str | None, shape: str, output: str | None, words: str,
) -> None:
    """Says why EVENT ("e3") of the article in FILE is read so: clause, arguments, frames tried, status, date, place, other tellings."""
    from khabar.api import load_reader
    from khabar.report.why import why_report
    from khabar.trace import why as trace

    inputs = Inputs((file,), form, published, outlet)
    found = [a for a in inputs.articles() if article is None or a.id == article]
    inputs.finish(None)
    if len(found) != 1:
        wanted = "no such article" if article is not None else f"{len(found)} articles; say which with --article"
        raise QueryError(f"{file}: {wanted}")
    told = trace(found[0], load_reader(words), event)
    shown = json.dumps(told.plain(), ensure_ascii=False, indent=1) + "\n" if shape == "json" else why_report(told)
    write(iter((shown,)), output)

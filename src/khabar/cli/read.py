"""`khabar read`, and its parts alone: `khabar actors`, `khabar quotes`."""

import gc
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import click

from khabar.cli.bullets import listed, with_bullets
from khabar.cli.inputs import Inputs, columns, day, together
from khabar.cli.output import terminal, writable, write
from khabar.cli.web_access import network
from khabar.cli.words import words_option
from khabar.model import Article, Record
from khabar.sources import FORMS

_FORMS = click.Choice(FORMS)
_Columns = tuple[tuple[str, str], ...]


def _inputs(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every reading command has."""
    for option in (
        click.option("--failures", callback=writable, metavar="FILE", help="Write the inputs that failed there, a JSON line each."),
        words_option,
        click.option("--outlet", help="The outlet, where the file does not tell it."),
        click.option("--published", callback=day, metavar="DATE", help="The day of publication, where the file does not tell it."),
        click.option("--map", "mapped", callback=columns, metavar="FIELD=COLUMN,…", help="Which column or key holds what: text=content,published=date."),
        click.option("--from", "form", type=_FORMS, default="auto", show_default=True, help="What the files are."),
        click.argument("files", nargs=-1, metavar="FILE|URL..."),
    ):
        command = option(command)
    return network(command)


@click.command()
@_inputs
@click.option("--format", "shape", type=click.Choice(["text", "json", "jsonl", "html"]), help="text on a terminal, else json; jsonl for JSON lines.")
@click.option("-o", "--output", callback=writable, metavar="FILE", help="Write there; nothing half-written is left.")
@click.option(
    "--summary", "short", type=click.Choice(["sentences", "events"]), default="sentences", show_default=True,
    help="What an article is told with in short: its own sentences, or a line an act (json: the key `bullets`).",
)
@click.option("--size", type=click.IntRange(1, 5), help="How many sentences (3) or lines (5) the summary has at most.")
@click.option("--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="The language of the lines of --summary events.")
def read(
    files: tuple[str, ...], form: Any, published: str | None, outlet: str | None, mapped: _Columns, words: str, failures: str | None, shape: str | None,
    output: str | None, short: str, size: int | None, lang: Any,
) -> None:
    """Reads articles into records: who did what to whom, when, where, who says so."""
    if lang == "en" and short != "events":
        raise click.UsageError("--lang en goes with --summary events: the sentences of an article are as it has them")
    inputs = Inputs(files, form, published, outlet, mapped, together)
    shape = shape or ("text" if sys.stdout.isatty() and not output else "jsonl" if form == "jsonl" else "json")
    records = _records(inputs.articles(), words, size or 3)
    lines = with_bullets(records, shape, lang, size or 5, output) if short == "events" else _shown(records, shape, output)
    write(lines, output)
    inputs.finish(failures)


@click.command()
@_inputs
def actors(files: tuple[str, ...], form: Any, published: str | None, outlet: str | None, mapped: _Columns, words: str, failures: str | None) -> None:
    """Prints the actors of any text, a JSON line each."""
    _parts(Inputs(files, form, published, outlet, mapped, together), words, failures, lambda record: record.actors)


@click.command()
@_inputs
def quotes(files: tuple[str, ...], form: Any, published: str | None, outlet: str | None, mapped: _Columns, words: str, failures: str | None) -> None:
    """Prints the quotes of any text with their speakers, a JSON line each."""
    _parts(Inputs(files, form, published, outlet, mapped, together), words, failures, lambda record: record.quotes)


def _parts(inputs: Inputs, words: str, failures: str | None, part: Callable[[Record], Iterable[object]]) -> None:
    from khabar.model.jsonform import to_plain

    for record in _records(inputs.articles(), words):
        names = {a.id: a.name for a in record.actors}
        for each in part(record):
            row = {"article": record.article.id, **to_plain(each)}
            if "speakers" in row:
                row["speaker_names"] = [names[s] for s in row["speakers"]]
            click.echo(json.dumps(row, ensure_ascii=False))
    inputs.finish(failures)


def _records(articles: Iterable[Article], words: str, sentences: int = 3) -> Iterator[Record]:
    from khabar.api import load_reader, read_many

    gc.disable()
    load_reader(words)
    gc.freeze()  # the word lists stay to the end: the collector need not look at them again
    gc.enable()
    return read_many(articles, sentences=sentences, words=words)


def _shown(records: Iterator[Record], shape: str, output: str | None) -> Iterator[str]:
    """The records in one of the shapes, piece by piece."""
    if shape == "jsonl":
        for record in records:
            yield record.to_json() + "\n"
    elif shape == "json":
        yield from _json(records)
    elif shape == "html":
        from khabar.report.html import html_report

        yield html_report(tuple(records))
    else:
        from khabar.report.text import text_report

        for record in records:
            yield text_report(record, terminal(output))


def _json(records: Iterator[Record]) -> Iterator[str]:
    """One record as an object, several as a list."""
    yield from listed(json.dumps(json.loads(record.to_json()), ensure_ascii=False, indent=1) for record in records)

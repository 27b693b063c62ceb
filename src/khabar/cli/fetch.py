"""`khabar fetch`: pages of the web as articles, JSON lines that every other command reads."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from khabar.cli.inputs import Inputs
from khabar.cli.output import writable, write
from khabar.cli.web_access import network
from khabar.model.jsonform import to_plain
from khabar.sources import FORMS, Options, Outcome, Refusal, open_sources, with_reprints

_DEEPEST = 2


@click.command()
@click.argument("addresses", nargs=-1, required=True, metavar="URL|FILE...")
@network
@click.option("--from", "form", type=click.Choice(FORMS), default="auto", show_default=True, help="What the files are.")
@click.option("--failures", callback=writable, metavar="FILE", help="Write what failed there, a JSON line each.")
@click.option("-o", "--output", callback=writable, metavar="FILE", help="Write there; nothing half-written is left.")
def fetch(addresses: tuple[str, ...], form: Any, failures: str | None, output: str | None) -> None:
    """Gets articles from the web, a JSON line each: pages, feeds, archives, and every address in files that list some (GDELT, Media Cloud, one a line)."""
    inputs = Inputs(addresses, form, None, None, outcomes=lambda names, options: with_reprints(_followed(names, options)))
    write((json.dumps(to_plain(article), ensure_ascii=False) + "\n" for article in inputs.articles()), output)
    inputs.finish(failures)


def _followed(names: Sequence[str], options: Options) -> Iterator[Outcome]:
    """What stands at the addresses, and at those that rows and feeds only name; each once, lists in lists two deep (GDELT's list of its lists)."""
    yield from _once(names, options, set(), _DEEPEST)


def _once(names: Sequence[str], options: Options, done: set[str], depth: int) -> Iterator[Outcome]:
    for outcome in open_sources(names, options):
        if not depth or not isinstance(outcome, Refusal) or outcome.cause != "no text" or not outcome.address:
            yield outcome
        elif outcome.address not in done:
            done.add(outcome.address)
            yield from _once([outcome.address], options, done, depth - 1)


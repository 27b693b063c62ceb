"""The command line: data on standard output, messages on standard error; 0 done, 2 bad usage or input, 3 done but some inputs failed, 1 nothing can be written."""

import sys
from typing import Any

import click

from khabar.cli.alerts import alerts
from khabar.cli.brief import brief
from khabar.cli.export import export
from khabar.cli.fetch import fetch
from khabar.cli.ingest import failures, ingest
from khabar.cli.inputs import USAGE
from khabar.cli.output import drop_output, speak_utf8
from khabar.cli.questions import actor, compare, join, network, split, story, timeline
from khabar.cli.read import actors, quotes, read
from khabar.cli.search import search
from khabar.cli.serve import serve
from khabar.cli.small import dates, schema, tokens
from khabar.cli.speak import speak
from khabar.cli.upkeep import backup, forget, reread
from khabar.cli.watch import watch
from khabar.cli.why import why
from khabar.cli.words import words
from khabar.errors import ExportError, LexiconError, QueryError, StoreError
from khabar.version import VERSION


class _Commands(click.Group):
    """The commands; what cannot be done with a store or a word list is told in one line."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except (StoreError, QueryError, ExportError, LexiconError) as fault:
            click.echo(f"khabar: {fault}", err=True)
            context.exit(USAGE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="khabar")
def cli() -> None:
    """Reads Arabic news: who did what to whom, when, where, and who says so."""


for command in (read, ingest, search, timeline, story, split, join, network, actor, compare, export, alerts, failures, reread, forget, backup, dates, actors, quotes, tokens, schema, fetch, watch, speak, brief, serve, why):
    cli.add_command(command)
cli.add_command(words)


def main() -> None:
    """Runs the command line; a reader that goes away early is no error, a disk that is full is told."""
    speak_utf8()
    try:
        cli()
    except BrokenPipeError:
        drop_output()
        sys.exit(0)
    except OSError as fault:
        click.echo(f"khabar: {fault.filename or 'output'}: {fault.strerror}", err=True)
        drop_output()
        sys.exit(1)

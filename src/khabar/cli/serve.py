"""`khabar serve`: a store, or one article, as pages in the browser."""

import os
import secrets
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

from khabar.cli.ingest import now
from khabar.cli.inputs import Inputs, day
from khabar.cli.serving import Served, answer, ended_in_order, listening
from khabar.cli.settings import load_settings, settings_option
from khabar.sources import FORMS

if TYPE_CHECKING:
    from khabar.store import Tally


@click.command()
@click.argument("file", required=False, metavar="[FILE]")
@click.option("--db", "db", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The store to show.")
@click.option("--port", type=click.IntRange(0, 65535), default=8797, show_default=True, help="0 takes any that is free.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Another than this machine's own: whoever reads needs the token.")
@click.option("--open/--no-open", "opened", default=None, help="Open the browser; where nothing is told, on a terminal only.")
@click.option("--stop-after", type=click.FloatRange(min=0), metavar="MINUTES", help="End by itself after so long.")
@click.option("--from", "form", type=click.Choice(FORMS), default="auto", show_default=True, help="What FILE is.")
@click.option("--published", callback=day, metavar="DATE", help="The day of publication, where FILE does not tell it.")
@click.option("--outlet", help="The outlet, where FILE does not tell it.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes that answer; for a store as many as there are cores (four at most), for FILE one, unless told.")
@settings_option
def serve(
    file: str | None, db: Path | None, port: int, host: str, opened: bool | None, stop_after: float | None, form: Any, published: str | None, outlet: str | None,
    workers: int | None, settings_file: str | None,
) -> None:
    """Shows a store, or the article in FILE, as pages in the browser, until Ctrl+C."""
    from khabar.store import Store
    from khabar.web import Gate

    if (file is None) == (db is None):
        raise click.UsageError("name a FILE to read, or a store with --db, and not both")
    settings, token = load_settings(settings_file), secrets.token_urlsafe(24)
    with ExitStack() as stack:
        stack.enter_context(ended_in_order())
        path, page = (db, "/") if db is not None else stack.enter_context(_of_one(Inputs((str(file),), form, published, outlet)))
        own = stack.enter_context(closing(listening(host, port)))
        Store.open(path).close()  # a store that cannot be read is told before an address is
        address = f"http://{f'[{host}]' if ':' in host else host}:{own.getsockname()[1]}{page}"
        _told(address, token, Gate(token, host).far)
        if opened if opened is not None else sys.stdout.isatty():
            click.launch(f"{address}?token={token}")
        answer(Served(path, token, host, settings.speech_command), own, workers or (_cores() if db is not None else 1), stop_after)


def _cores() -> int:
    """How many processes a store is shown by, where nothing is told: as many as there are cores, four at most."""
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 4)


@contextmanager
def _of_one(inputs: Inputs) -> Iterator[tuple[Path, str]]:
    """A store for the time being with what the input holds, and the page to begin with."""
    from khabar.store import Incoming, ingest

    with tempfile.TemporaryDirectory(prefix="khabar-") as folder:
        path = Path(folder) / "news.db"
        articles = list(inputs.articles())
        if not articles:
            inputs.finish(None)
            raise click.UsageError(f"{inputs.files[0]}: no article")
        tally = ingest(path, [Incoming(inputs.files[0], a) for a in articles], jobs=1, now=now, progress=_untold)
        for failure in tally.reasons:
            click.echo(f"khabar: {failure.item}: {failure.reason}", err=True)
        yield path, f"/articles/{quote(articles[0].id, safe=':')}" if len(articles) == 1 else "/"


def _untold(tally: "Tally") -> None:
    """One article is read at once: there is no progress to tell."""


def _told(address: str, token: str, far: bool) -> None:
    """Says where the reader is, and what the token is for."""
    click.echo(f"khabar: {address}?token={token}\nkhabar: the token lets that browser paste articles; reading {'needs it too' if far else 'needs none'}. Ctrl+C stops.")
    sys.stdout.flush()

"""`khabar serve`: a store, or one article, as pages in the browser."""

import secrets
import shutil
import socket
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
from khabar.cli.settings import load_settings, settings_option
from khabar.sources import FORMS

if TYPE_CHECKING:
    from khabar.speech import Engine
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
@settings_option
def serve(
    file: str | None, db: Path | None, port: int, host: str, opened: bool | None, stop_after: float | None, form: Any, published: str | None, outlet: str | None,
    settings_file: str | None,
) -> None:
    """Shows a store, or the article in FILE, as pages in the browser, until Ctrl+C."""
    if (file is None) == (db is None):
        raise click.UsageError("name a FILE to read, or a store with --db, and not both")
    settings = load_settings(settings_file)
    with ExitStack() as stack:
        path, page = (db, "/") if db is not None else stack.enter_context(_of_one(Inputs((str(file),), form, published, outlet)))
        listening = stack.enter_context(closing(_listening(host, port)))
        _serve(path, host, listening, page, _voice(settings.speech_command), opened if opened is not None else sys.stdout.isatty(), stop_after)


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


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens; bad usage where the address cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as fault:
        raise click.UsageError(f"{host}: {fault.strerror}") from fault
    found = socket.socket(family, kind, protocol)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen(128)  # whoever comes before the pages are ready waits
    except OSError as fault:
        found.close()
        raise click.UsageError(f"{host}:{port}: {fault.strerror}; name another with --port (0: any that is free)") from fault
    return found


def _voice(command: tuple[str, ...]) -> "Engine | None":
    """The voice that the settings name, else espeak-ng, where it is installed."""
    from khabar.speech import ESPEAK, engine_of

    wanted = command or ESPEAK
    return engine_of(wanted) if shutil.which(wanted[0]) else None


def _serve(path: Path, host: str, listening: socket.socket, page: str, voice: "Engine | None", opened: bool, stop_after: float | None) -> None:
    import uvicorn

    from khabar.web import Desk, Gate, reader_app

    token = secrets.token_urlsafe(24)
    app = reader_app(Desk(path, Gate(token, host), speak=voice, now=now))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on", server_header=False, timeout_graceful_shutdown=3))
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listening.getsockname()[1]}{page}"
    click.echo(f"khabar: {address}?token={token}\nkhabar: the token lets that browser paste articles; reading {'needs none' if not Gate(token, host).far else 'needs it too'}. Ctrl+C stops.")
    sys.stdout.flush()
    if opened:
        click.launch(f"{address}?token={token}")
    if stop_after is not None:
        from threading import Timer

        timer = Timer(stop_after * 60, lambda: setattr(server, "should_exit", True))
        timer.daemon = True
        timer.start()
    server.run(sockets=[listening])

"""`khabar watch`: what is new in feeds, into the store; once, or again and again."""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khabar.cli.ingest import database, now, summed_up
from khabar.cli.inputs import PARTLY, USAGE
from khabar.cli.web_access import fetcher, network
from khabar.cli.words import words_option
from khabar.errors import SourceError
from khabar.model import Article
from khabar.sources import Options, is_address

if TYPE_CHECKING:
    from khabar.sources.net.fetcher import Fetcher
    from khabar.store.ingest import Failure, Incoming
    from khabar.store.watched import Watched

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def _seconds(context: click.Context, parameter: click.Parameter, value: str | None) -> float | None:
    """A time like 15m."""
    if value is None:
        return None
    match = re.fullmatch(r"(\d+)([smhd])", value)
    if not match or int(match[1]) == 0:
        raise click.BadParameter(f"{value!r} is not a time like 90s, 15m, 2h or 1d")
    return float(int(match[1]) * _UNITS[match[2]])


@click.command()
@click.argument("feeds", nargs=-1, required=True, metavar="FEEDS...")
@database
@network
@click.option("--every", callback=_seconds, metavar="TIME", help="Visit them again and again, this far apart (90s, 15m, 2h); else once.")
@click.option("--jobs", type=click.IntRange(1), help="Processes that read; as many as there are cores, unless told.")
@words_option
def watch(feeds: tuple[str, ...], db: Path, every: float | None, jobs: int | None, words: str) -> None:
    """Reads what is new in feeds (RSS, Atom, JSON Feed, news sitemaps; addresses, or files that list them, OPML too) into a store."""
    addresses = _addresses(feeds)
    failed = 0
    while True:
        began = time.monotonic()
        failed = _round(addresses, db, jobs or len(os.sched_getaffinity(0)), words)
        if every is None:
            break
        time.sleep(max(0.0, every - (time.monotonic() - began)))
    if failed:
        sys.exit(PARTLY if failed < len(addresses) else USAGE)


def _round(addresses: list[str], db: Path, jobs: int, words: str) -> int:
    """Visits all feeds that are due; returns how many could not be read."""
    from khabar.sources.net.watch import News, Visit, watch_once
    from khabar.store.ingest import Failure, Incoming, ingest
    from khabar.store.watched import Watched

    visits: list[Visit] = []
    broken: set[str] = set()
    context = click.get_current_context()

    def incoming(memory: "Watched") -> "Iterator[Incoming | Failure]":
        for each in watch_once(addresses, memory, _in(context), time.time, Options()):
            if isinstance(each, News):
                outcome = each.outcome
                if isinstance(outcome, Article):
                    yield Incoming(each.feed, outcome)
                elif outcome.cause != "language":
                    click.echo(f"khabar: {outcome.message}", err=True)
                    broken.update([each.feed] if outcome.address == each.feed else [])
                    yield Failure(each.feed, outcome.address or "", "", outcome.message)
            else:
                visits.append(each)

    with Watched(db) as memory:
        tally = ingest(db, incoming(memory), jobs=jobs, now=now, progress=lambda _: None, words=words)
        for visit in visits:
            memory.keep(visit)
    click.echo(summed_up(tally), err=True)
    return len(broken)


def _in(context: click.Context) -> "Callable[[], Fetcher]":
    """Makes fetchers in other threads, with the options of this command."""

    def make() -> "Fetcher":
        with context.scope(cleanup=False):
            return fetcher()

    return make


def _addresses(names: tuple[str, ...]) -> list[str]:
    """The addresses of the feeds: as they are, from OPML, or from a file with one a line."""
    found: list[str] = []
    for name in names:
        if is_address(name):
            found.append(name)
            continue
        try:
            found += _listed(name)
        except SourceError as fault:
            raise click.UsageError(str(fault)) from fault
    if not found:
        raise click.UsageError("no feed to watch")
    return list(dict.fromkeys(found))


def _listed(name: str) -> list[str]:
    from khabar.sources import decoded
    from khabar.sources.feeds import opml_feeds

    try:
        raw = Path(name).read_bytes()
    except OSError as fault:
        raise SourceError(f"{name}: {fault.strerror}") from fault
    text = decoded(raw, name)
    if text.lstrip("\ufeff \r\n\t").startswith("<"):
        return list(opml_feeds(raw, name))
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            if not is_address(line.strip()):
                raise SourceError(f"{name}: line {number}: no address")
            found.append(line.strip())
    return found


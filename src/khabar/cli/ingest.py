"""`khabar ingest` and `khabar failures`: articles into a store, and what could not be read."""

import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khabar.cli.inputs import PARTLY, USAGE, Inputs, columns, day
from khabar.cli.web_access import network
from khabar.cli.words import words_option
from khabar.sources import FORMS

if TYPE_CHECKING:
    from khabar.store.ingest import Failure, Incoming, Tally

_LINE = re.compile(r": (line \d+):")
_EVERY = 10.0
# What a shell says of a program that Ctrl-C ended.
_STOPPED = 130


def now() -> str:
    """The time, in ISO 8601 and UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def database(command: Callable[..., None]) -> Callable[..., None]:
    """The option that names the store."""
    return click.option("--db", "db", required=True, type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="The store, one SQLite file.")(command)


@click.command()
@database
@network
@click.option("--from", "form", type=click.Choice(FORMS), default="auto", show_default=True, help="What the sources are.")
@click.option("--map", "mapped", callback=columns, metavar="FIELD=COLUMN,…", help="Which column or key holds what: text=content,published=date.")
@click.option("--published", callback=day, metavar="DATE", help="The day of publication, where the file does not tell it.")
@click.option("--outlet", help="The outlet, where the file does not tell it.")
@click.option("--jobs", type=click.IntRange(1), help="Processes that read; as many as there are cores, unless told.")
@words_option
@click.option("--retry", is_flag=True, help="Read again what failed before; without SOURCE, every input that had failures.")
@click.argument("sources", nargs=-1, metavar="SOURCE...")
def ingest(
    db: Path, form: Any, mapped: tuple[tuple[str, str], ...], published: str | None, outlet: str | None, jobs: int | None, words: str, retry: bool,
    sources: tuple[str, ...],
) -> None:
    """Reads articles into a store; what is there already is left, what changed becomes a new version. Stopped, it goes on where it was."""
    from khabar.store.ingest import ingest as ingest_into

    if retry and not sources:
        sources = _failed_sources(db)
    inputs = [Inputs([source], form, published, outlet, mapped) for source in sources or ("-",)]
    with _stoppable(), _progress(_count(sources)) as progress:
        tally = ingest_into(db, _incoming(inputs), jobs=jobs or len(os.sched_getaffinity(0)), now=now, progress=progress, retried=retry, words=words)
    foreign = sum(each.foreign for each in inputs)
    click.echo(summed_up(tally) + (f", {foreign} not in Arabic" if foreign else ""), err=True)
    if tally.failed:
        sys.exit(PARTLY if tally.seen > tally.failed else USAGE)


@click.command()
@database
@click.option("--format", "shape", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="A table, or JSON lines.")
def failures(db: Path, shape: str) -> None:
    """Lists what could not be read, and why."""
    from khabar.store import Store

    with Store.open(db) as store:
        for failure in store.failures():
            if shape == "jsonl":
                click.echo(json.dumps({"source": failure.source, "item": failure.item, "reason": failure.reason}, ensure_ascii=False))
            else:
                click.echo(f"{failure.source}\t{failure.item}\t{failure.reason}")


def _failed_sources(db: Path) -> tuple[str, ...]:
    from khabar.store import Store

    with Store.open(db) as store:
        found = tuple(dict.fromkeys(f.source for f in store.failures() if f.source != "-"))
    if not found:
        raise click.UsageError("nothing failed before; name a SOURCE")
    return found


def _incoming(inputs: list[Inputs]) -> "Iterator[Incoming | Failure]":
    """Every article with its input, and what could not be read in its place."""
    from khabar.store.ingest import Failure, Incoming

    for each in inputs:
        name, told = each.files[0], 0
        for article in each.articles():
            yield from (_failure(name, f, Failure) for f in each.failed[told:])
            told = len(each.failed)
            yield Incoming(name, article)
        yield from (_failure(name, f, Failure) for f in each.failed[told:])


def _failure(source: str, failed: dict[str, str], make: "type[Failure]") -> "Failure":
    """`item` is the line or member that the message names."""
    place = _LINE.search(failed["error"])
    item = place[1] if place else failed["error"].removeprefix(source).rpartition(": ")[0].removeprefix(": ")
    return make(source, item, "", failed["error"])


def _count(sources: tuple[str, ...]) -> int | None:
    """How many articles there will be, as far as it can be seen without reading: lines of JSON lines, one a page or text; else None."""
    total = 0
    for source in sources:
        path = Path(source)
        if not path.is_file() or path.suffix not in (".jsonl", ".ndjson", ".html", ".htm", ".txt"):
            return None
        if path.suffix in (".jsonl", ".ndjson"):
            with path.open("rb") as file:
                total += sum(1 for line in file if line.strip())
        else:
            total += 1
    return total or None


@contextmanager
def _stoppable() -> Iterator[None]:
    """Ctrl-C is told in one line; what was written stands."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("khabar: stopped; what was stored stands, and the same command goes on from there", err=True)
        sys.exit(_STOPPED)


@contextmanager
def _progress(total: int | None) -> "Iterator[Callable[[Tally], None]]":
    """A bar with rate and time left on a terminal, a plain line every few seconds elsewhere."""
    if sys.stderr.isatty():
        with _bar(total) as show:
            yield show
        return
    began = last = time.monotonic()

    def say(tally: "Tally") -> None:
        nonlocal last
        at = time.monotonic()
        if at - last >= _EVERY:
            last = at
            of = f" of {total}" if total else ""
            click.echo(f"khabar: {tally.seen}{of} articles, {tally.seen / (at - began):.0f} a second", err=True)

    yield say


@contextmanager
def _bar(total: int | None) -> "Iterator[Callable[[Tally], None]]":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]:.0f} a second"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task, began = bar.add_task("", total=total, rate=0.0), time.monotonic()
        yield lambda tally: bar.update(task, completed=tally.seen, rate=tally.seen / max(time.monotonic() - began, 0.001))


def summed_up(tally: "Tally") -> str:
    """What came of it, in one line."""
    parts = {"new": tally.new, "new versions": tally.changed, "already there": tally.same, "taken down before": tally.forgotten, "failed": tally.failed, "failed before (--retry reads them)": tally.failed_before}
    return "khabar: " + (", ".join(f"{n} {what}" for what, n in parts.items() if n) or "nothing to read")

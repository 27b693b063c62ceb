"""`khabar alerts`: saved searches and their feeds."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from khabar.cli.ingest import database, now
from khabar.cli.output import writable, write
from khabar.cli.search import filtered, filters_of, plain

_FEED = 100


@click.group()
def alerts() -> None:
    """Saved searches: each tells an article once, when it is new, and has an Atom feed."""


@alerts.command()
@click.argument("name")
@click.argument("query")
@database
@filtered
def add(name: str, query: str, db: Path, **options: Any) -> None:
    """Saves a search under NAME; it tells what is stored from now on."""
    from khabar.store import alerts as saved

    saved.add_alert(db, name, query, filters_of(options), now=now())


@alerts.command()
@click.argument("name")
@database
def remove(name: str, db: Path) -> None:
    """Takes a saved search away."""
    from khabar.store import alerts as saved

    saved.remove_alert(db, name)


@alerts.command("list")
@database
def listed(db: Path) -> None:
    """Lists the saved searches."""
    from khabar.store import alerts as saved

    for alert in saved.alerts(db):
        filters = " ".join(f"--{k} {v}" for k in alert.filters.__slots__ if (v := getattr(alert.filters, k)) is not None)
        click.echo(f"{alert.name}\t{alert.query}\t{filters}\tsince {alert.made}")


@alerts.command()
@click.argument("names", nargs=-1, metavar="NAME...")
@database
def run(names: tuple[str, ...], db: Path) -> None:
    """Tells what is new for the named alerts, or all, a JSON line each; what was told is not told again."""
    from khabar.store import alerts as saved

    for name in names or tuple(alert.name for alert in saved.alerts(db)):
        for hit in saved.fresh(db, name):
            click.echo(json.dumps({"alert": name, **plain(hit)}, ensure_ascii=False))


@alerts.command()
@click.argument("name")
@database
@click.option("-o", "--output", metavar="FILE", callback=writable, help="Write there; nothing half-written is left.")
def feed(name: str, db: Path, output: str | None) -> None:
    """Prints the Atom feed of an alert: its latest 100 articles, told or not."""
    from khabar.export.atom import Entry, atom
    from khabar.store import alerts as saved

    alert = next((a for a in saved.alerts(db) if a.name == name), None)
    found = saved.latest(db, name, _FEED)
    entries = [
        Entry(h.listing.id, h.listing.version, h.listing.title, h.listing.outlet, " ".join(h.text.split()), h.listing.url, h.listing.published, f.stored)
        for f in found for h in [f.hit]
    ]
    made = alert.made if alert is not None else now()
    updated = max((f.stored for f in found), default=made)

    def pieces() -> Iterator[str]:
        yield atom(name, alert.query if alert is not None else "", made, entries, updated).decode()

    write(pieces(), output)

"""`khabar reread`, `forget`, `backup`: keeping a store right over time."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khabar.cli.ingest import database, now
from khabar.cli.inputs import PARTLY
from khabar.cli.words import words_option
from khabar.model.jsonform import to_plain

if TYPE_CHECKING:
    from khabar.store.diff import Change


@click.command()
@database
@click.option("--all", "every", is_flag=True, help="Read every article anew, whichever Khabar read it.")
@click.option("--jobs", type=click.IntRange(1), help="Processes that read; as many as there are cores, unless told.")
@words_option
@click.option("--format", "shape", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
def reread(db: Path, every: bool, jobs: int | None, words: str, shape: str) -> None:
    """Reads the articles of a store anew after an upgrade or with other own words, and tells what changed."""
    from khabar.store.reread import reread as read_anew

    def tell(changes: "tuple[Change, ...]") -> None:
        for change in changes:
            click.echo(json.dumps(to_plain(change), ensure_ascii=False) if shape == "jsonl" else _text(change))

    done = read_anew(db, every=every, jobs=jobs or len(os.sched_getaffinity(0)), now=now, tell=tell, words=words)
    for id_, reason in done.failed:
        click.echo(f"khabar: {id_}: {reason}", err=True)
    click.echo(f"khabar: {done.read} read anew, {done.changed} changed, {len(done.failed)} failed", err=True)
    if done.failed:
        sys.exit(PARTLY)


def _text(change: "Change") -> str:
    place = f"{change.article}\t{change.start}\t{change.what}\t{' '.join(change.text.split())[:80]}"
    lines = [f"- {change.before}"] * bool(change.before) + [f"+ {change.after}"] * bool(change.after)
    return "\n".join([place, *(f"\t{line}" for line in lines)])


@click.command()
@click.argument("id")
@database
@click.option("--reason", help="Why; it is kept with the id.")
def forget(id: str, db: Path, reason: str | None) -> None:
    """Takes an article down: all its versions and what was read out of them; only its id, the time and the reason are kept."""
    from khabar.store.upkeep import forget as take_down

    versions = take_down(db, id, now=now(), reason=reason)
    click.echo(f"khabar: {id} forgotten, {versions} version{'s' if versions > 1 else ''}", err=True)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@database
def backup(file: Path, db: Path) -> None:
    """Copies the store as it is at this moment to FILE, while others read and write."""
    from khabar.store.upkeep import backup as copy

    copy(db, file)
    click.echo(f"khabar: {file}, {file.stat().st_size} bytes", err=True)

"""`khabar timeline`, `story`, `network`, `actor`, `compare`: questions to a store."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khabar.cli.answers import SHAPES, say
from khabar.cli.ingest import database, now
from khabar.cli.inputs import day
from khabar.cli.search import asked_of, country_option, filtered, filters_of, type_option
from khabar.model.jsonform import to_plain

if TYPE_CHECKING:
    from khabar.store import ActorPage, Comparison, Network, Side, Story, StoryLine

_LIMIT = click.option("--limit", type=click.IntRange(1), default=50, show_default=True)


@click.command()
@database
@filtered
@click.option("--least", type=click.IntRange(1), default=1, show_default=True, help="How many independent tellers there must be.")
@_LIMIT
@click.option("--offset", type=click.IntRange(0), default=0, show_default=True)
@SHAPES
def timeline(db: Path, least: int, limit: int, offset: int, shape: str, **options: Any) -> None:
    """Lists stories by the day of the event, the latest first."""
    from khabar.store import Store

    with Store.open(db) as store:
        found = store.timeline(asked_of(store, options), least=least, limit=limit, offset=offset)
    say(shape, to_plain(found), lambda: (_row(x) for x in found.lines), lambda: _more((_text(x) for x in found.lines), found.more, limit + offset))


@click.command()
@click.argument("number", type=int)
@database
@SHAPES
def story(number: int, db: Path, shape: str) -> None:
    """Shows a story: who tells it, how, citing whom, what joined them, who denies it."""
    from khabar.store import Store

    with Store.open(db) as store:
        found = store.story(number)
    say(shape, to_plain(found), lambda: _told_rows(found), lambda: _story_text(found))


@click.command()
@click.argument("number", type=int)
@click.argument("article")
@database
def split(number: int, article: str, db: Path) -> None:
    """Takes what ARTICLE tells out of the story NUMBER, for good."""
    from khabar.store import split_story

    click.echo(f"story {split_story(db, number, article, now=now())}")


@click.command()
@click.argument("number", type=int)
@click.argument("other", type=int)
@database
def join(number: int, other: int, db: Path) -> None:
    """Makes the story OTHER part of the story NUMBER, for good."""
    from khabar.store import join_stories

    click.echo(f"story {join_stories(db, number, other, now=now())}")


@click.command()
@database
@click.option("--actor", help="Ties of this actor only, in any spelling, or its key.")
@country_option
@type_option
@click.option("--since", callback=day, metavar="DATE", help="Events of that day or later.")
@click.option("--until", callback=day, metavar="DATE", help="Events of that day or before.")
@_LIMIT
@SHAPES
def network(db: Path, limit: int, shape: str, **options: Any) -> None:
    """Lists who is tied with whom, by type."""
    from khabar.store import Store

    with Store.open(db) as store:
        found = store.network(asked_of(store, options), limit=limit)
    say(shape, to_plain(found), lambda: _tie_rows(found), lambda: _more(_tie_text(found), found.more, limit))


@click.command()
@click.argument("name")
@database
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@SHAPES
def actor(name: str, db: Path, limit: int, shape: str) -> None:
    """Shows an actor: spellings, offices, what it did, said, and what is said about it."""
    from khabar.store import Store

    with Store.open(db) as store:
        found = store.actor(name, limit=limit)
    say(shape, to_plain(found), lambda: ({"part": part, **_row(x)} for part in ("did", "underwent") for x in getattr(found, part)), lambda: _actor_text(found))


@click.command()
@click.argument("one")
@click.argument("other")
@database
@type_option
@click.option("--since", callback=day, metavar="DATE", help="Published then or later.")
@click.option("--until", callback=day, metavar="DATE", help="Published then or before.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@SHAPES
def compare(one: str, other: str, db: Path, limit: int, shape: str, **options: Any) -> None:
    """Compares two outlets: who reports what, as what status, citing whom."""
    from khabar.store import Store

    with Store.open(db) as store:
        found = store.compare(one, other, filters_of(options), limit=limit)
    say(shape, to_plain(found), lambda: _both_rows(found), lambda: _compare_text(found))


def _row(line: "StoryLine") -> dict[str, object]:
    row: dict[str, object] = to_plain(line)
    return {"story": row.pop("row"), **row}


def _text(line: "StoryLine") -> str:
    kind = line.type + (f" {line.mode}" if line.mode else "")
    who = "، ".join(line.who) or "؟"
    whom = f" ← {'، '.join(line.whom)}" if line.whom else ""
    told = f"{line.articles} articles, {line.outlets} outlets, {line.origins} independent" if line.articles > 1 else "1 article"
    return f"{line.row}\t{line.day or 'no day'}\t{kind}\t{line.status}{' disputed' if line.disputed else ''}\t{told}\t{who}{whom}"


def _more(lines: Iterable[str], more: bool, shown: int) -> Iterator[str]:
    yield from lines
    if more:
        yield f"more than these {shown}; --limit and --offset show others"


def _told_rows(found: "Story") -> Iterator[dict[str, object]]:
    for told in found.told:
        row: dict[str, Any] = to_plain(told)
        listing = row.pop("listing")
        yield {"story": found.line.row, "article": listing["id"], "outlet": listing["outlet"], "published": listing["published"], **row}


def _story_text(found: "Story") -> Iterator[str]:
    yield _text(found.line)
    for told in found.told:
        source = "، ".join(told.sources) or "the article"
        yield f"{told.listing.outlet or ''}\t{told.listing.id}\t{told.status}\t{source}\t{told.why}{f' ({told.beside})' if told.beside else ''}"
        yield "\t" + " ".join(told.evidence.split())
    for other in found.denied_by:
        yield "denied by\t" + _text(other)
    for other in found.denies:
        yield "denies\t" + _text(other)


def _tie_rows(found: "Network") -> Iterator[dict[str, object]]:
    for tie in found.ties:
        for type_, stories in tie.types:
            yield {"actor": tie.actor, "actor_key": tie.actor_key, "recipient": tie.recipient, "recipient_key": tie.recipient_key, "type": type_, "stories": stories}


def _tie_text(found: "Network") -> Iterator[str]:
    for tie in found.ties:
        yield f"{tie.stories}\t{', '.join(f'{t} {n}' for t, n in tie.types)}\t{tie.actor} ← {tie.recipient}"


def _actor_text(found: "ActorPage") -> Iterator[str]:
    codes = " ".join(c for c in (found.kind, found.country, found.sector) if c)
    yield f"{found.name} ({codes}), {found.articles} articles, {found.key}"
    yield from (f"also\t{key}\t{why}" for key, why in found.keys[1:])
    yield "spelled\t" + "، ".join(f"{s.spelling} {s.articles}" for s in found.spellings)
    yield from (f"office\t{o.first or ''} to {o.last or ''}\t{o.role} {o.articles}" for o in found.offices)
    for part, lines in (("did", found.did), ("underwent", found.underwent)):
        yield from (f"{part}\t{_text(x)}" for x in lines)
    for part, quotes in (("said", found.said), ("said about it", found.said_about)):
        yield from (f"{part}\t{q.listing.published or ''}\t{q.stance}\t{'، '.join(q.speakers)}\t{' '.join(q.text.split())}" for q in quotes)


def _side_text(side: "Side") -> Iterator[str]:
    yield f"{side.outlet}: {side.articles} articles"
    for name, counts in (("types", side.types), ("statuses", side.statuses), ("cites", side.sources)):
        yield f"\t{name}\t" + ", ".join(f"{what} {n}" for what, n in counts)


def _compare_text(found: "Comparison") -> Iterator[str]:
    for side in found.sides:
        yield from _side_text(side)
    yield f"both: {found.shared_total} stories"
    for both in found.shared:
        yield "\t" + _text(both.line)
        for side, statuses, sources in zip(found.sides, both.statuses, both.sources, strict=True):
            yield f"\t\t{side.outlet}\t{', '.join(statuses)}\t{'، '.join(sources) or 'the article'}"
    for side, total, lines in zip(found.sides, found.only_totals, found.only, strict=True):
        yield f"only {side.outlet}: {total} stories"
        yield from ("\t" + _text(x) for x in lines)


def _both_rows(found: "Comparison") -> Iterator[dict[str, object]]:
    names = [side.outlet for side in found.sides]
    for both in found.shared:
        yield {"told_by": names, **_row(both.line), "statuses": [", ".join(s) for s in both.statuses], "sources": ["، ".join(s) for s in both.sources]}
    for name, lines in zip(names, found.only, strict=True):
        yield from ({"told_by": [name], **_row(x), "statuses": [], "sources": []} for x in lines)

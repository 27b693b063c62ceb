"""`khabar search`: articles of a store that hold certain words."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from khabar.cli.ingest import database
from khabar.cli.inputs import day
from khabar.model.jsonform import to_plain

if TYPE_CHECKING:
    from khabar.store import Filters, Found, Hit, Store

TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT",
    "THREATEN",
)
STATUSES = ("asserted", "planned", "hypothetical", "alleged", "denied", "negated")


type_option = click.option("--type", "type", type=click.Choice(TYPES, case_sensitive=False), metavar="TYPE", help="A PLOVER type of an event: CONSULT, ACCUSE …")


def _country(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """An option that is the code of a country."""
    if value is not None and not (len(value) == 3 and value.isascii() and value.isalpha()):
        raise click.BadParameter(f"{value!r} is not a code like EGY (ISO 3166 alpha-3)")
    return value and value.upper()


country_option = click.option("--country", callback=_country, metavar="CODE", help="A country among the parties: ISO 3166 alpha-3.")


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say which articles are meant."""
    for option in (
        click.option("--source", help="Who says so, or is quoted."),
        click.option("--status", type=click.Choice(STATUSES), help="The status of an event."),
        type_option,
        country_option,
        click.option("--actor", help="An actor, in any spelling, or its key."),
        click.option("--until", callback=day, metavar="DATE", help="Published then or before."),
        click.option("--since", callback=day, metavar="DATE", help="Published then or later."),
        click.option("--outlet", help="Published there."),
    ):
        command = option(command)
    return command


def asked_of(store: "Store", options: dict[str, Any]) -> "Filters":
    """The filters that the options tell, which name nobody that `store` does not know."""
    filters = filters_of(options)
    store.check(filters)
    return filters


def filters_of(options: dict[str, Any]) -> "Filters":
    """The filters that the options tell."""
    from khabar.store import Filters

    return Filters(**{name: options.get(name) for name in ("outlet", "since", "until", "actor", "country", "type", "status", "source")})


@click.command()
@click.argument("query")
@database
@filtered
@click.option("--recent", is_flag=True, help="Weigh how new an article is, too.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@click.option("--offset", type=click.IntRange(0), default=0, show_default=True)
@click.option("--format", "shape", type=click.Choice(["text", "json", "jsonl"]), default="text", show_default=True)
def search(query: str, db: Path, recent: bool, limit: int, offset: int, shape: str, **options: Any) -> None:
    """Finds articles: words, "phrases", beginnings*, AND OR NOT, exact:"as written"."""
    from khabar.store import Store

    with Store.open(db) as store:
        found = store.search(query, asked_of(store, options), recent=recent, limit=limit, offset=offset)
    if shape == "text":
        click.echo("\n".join(_text(found, offset)))
    elif shape == "json":
        click.echo(json.dumps({"total": found.total, "at_least": found.at_least, "order": found.order, "hits": [plain(h) for h in found.hits]}, ensure_ascii=False, indent=1))
    else:
        for hit in found.hits:
            click.echo(json.dumps(plain(hit), ensure_ascii=False))


def plain(hit: "Hit") -> dict[str, Any]:
    """A hit as JSON shows it; the spans of the snippet count on the text of the article."""
    row = to_plain(hit)
    listing = row.pop("listing")
    return {"id": listing["id"], "version": listing["version"], **{k: listing[k] for k in ("title", "outlet", "published", "url")}, **row}


def _text(found: "Found", offset: int) -> Iterator[str]:
    lit = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() and "NO_COLOR" not in os.environ else ("«", "»") if not sys.stdout.isatty() else ("", "")
    for hit in found.hits:
        yield "  ".join(x for x in (hit.listing.id, hit.listing.published or "no date told", hit.listing.outlet) if x)
        yield "  " + _lit(hit.listing.title, hit.in_title, 0, len(hit.listing.title), lit)
        if hit.snippet is not None:
            yield "  " + " ".join(_lit(hit.text, hit.in_text, hit.snippet.start, hit.snippet.end, lit).split())
    of = f"{'at least ' if found.at_least else ''}{found.total}"
    newest = ", the newest first: most articles hold these words" if found.order == "newest" else ""
    yield f"{offset + 1 if found.hits else 0} to {offset + len(found.hits)} of {of}{newest}"


def _lit(text: str, spans: Any, start: int, end: int, marks: tuple[str, str]) -> str:
    """`text`, which begins at `start` of the article, with the spans inside it between `marks`."""
    shown, place = "", start
    for span in spans:
        if span.start >= start and span.end <= end:
            shown += text[place - start : span.start - start] + marks[0] + text[span.start - start : span.end - start] + marks[1]
            place = span.end
    return shown + text[place - start :]

"""A record on a terminal: calm, codes first, Arabic in logical order in the last column."""

import io
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from khabar.model import Actor, Event, Record
from khabar.report.labels import STATUS, names, parties, party
from khabar.report.seen import seen

_STYLES = {"alleged": "red", "denied": "red", "planned": "cyan", "hypothetical": "yellow", "negated": "dim"}
_NARROWEST = 60


class Terminal(NamedTuple):
    """Where a report is shown: how many columns wide, and whether it has colours."""

    width: int
    colours: bool


def text_report(record: Record, terminal: Terminal, told: Sequence[str] | None = None) -> str:
    """The record of one article, as a terminal shows it; `told` are lines that stand in the place of its summary."""
    out = io.StringIO()
    console = Console(
        file=out, force_terminal=terminal.colours, no_color=not terminal.colours, width=max(terminal.width, _NARROWEST), highlight=False, legacy_windows=False,
    )
    article = record.article
    console.print(_line(article.title or article.id, "bold"))
    console.print(_line("  ".join(x for x in (article.published or "no date told", article.outlet) if x), "dim"))
    lines = [s.shown for s in record.summary] if told is None else told
    if lines:
        console.print()
    for line in lines:
        console.print(_line(f"- {line}", ""))
    for table in _tables(record):
        if table.row_count:
            console.print()
            console.print(table)
    if record.notes:
        console.print()
    for note in record.notes:
        console.print(_line(f"note ({note.stage}): {note.message}: {note.text}", "dim"))
    console.print()
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _tables(record: Record) -> Sequence[Table]:
    """What happened, who said what, when, and who they are."""
    actors = names(record)
    events = _table("Events", "", "type", "status", "date", "who ← whom, where, who says so, and the words")
    for event in record.events:
        kind = event.event + (f" {event.mode}" if event.mode else "")
        status = Text(f"{STATUS[event.status][1]} {event.status}", style=_STYLES.get(event.status, ""))
        events.add_row(event.id, kind, status, event.date or "not told", _event(event, actors))
    quotes = _table("Quotes", "", "kind", "stance", "speaker, and the words")
    for quote in record.quotes:
        said = _line("، ".join(actors[s].name for s in quote.speakers) or "not told", "bold")
        quotes.add_row(quote.id, quote.kind, quote.stance, said.append(": ").append(_line(quote.text, "not bold")))
    dates = _table("Dates", "value", "counted from", "words")
    for found in record.dates:
        dates.add_row(" ".join(x for x in (found.modifier, found.value) if x), found.basis, _line(found.text, ""))
    who = _table("Actors", "", "kind", "who")
    for actor in record.actors:
        who.add_row(actor.id, actor.kind, _line(party(actor), ""))
    return events, quotes, dates, who


def _event(event: Event, actors: Mapping[str, Actor]) -> Text:
    """Who did it to whom; where, and who says so, where that is told; the words."""
    told = _line(parties(event, dict(actors)), "bold")
    around = [f"المكان: {event.place.text}"] if event.place is not None else []
    around += [f"بحسب: {'، '.join(actors[s].name for s in event.source)}"] if event.source else []
    if around:
        told.append("\n").append(_line(" · ".join(around), "not bold"))
    return told.append("\n").append(_line(event.evidence.text, "not bold dim"))


def _line(text: str, style: str) -> Text:
    """`text` on one line, what cannot be seen in it shown."""
    return Text(seen(" ".join(text.split())), style=style)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="italic", box=None, pad_edge=False, padding=(0, 2, 1, 0) if title == "Events" else (0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold", header_style="dim", no_wrap=column != columns[-1])
    return table

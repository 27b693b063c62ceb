"""A record on a terminal: calm, codes first, Arabic in logical order in the last column."""

import io
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from khabar.model import Record
from khabar.report.labels import STATUS, names, parties, party

_STYLES = {"alleged": "red", "denied": "red", "planned": "cyan", "hypothetical": "yellow", "negated": "dim"}


def text_report(record: Record, *, colours: bool, told: Sequence[str] | None = None) -> str:
    """The record of one article, as a terminal shows it; `told` are lines that stand in the place of its summary."""
    console = Console(file=io.StringIO(), force_terminal=colours, no_color=not colours, width=110, highlight=False, legacy_windows=False)
    article, actors = record.article, names(record)
    console.print(Text(article.title or article.id, style="bold"))
    console.print(Text("  ".join(x for x in (article.published or "no date told", article.outlet) if x), style="dim"))
    lines = [s.shown for s in record.summary] if told is None else told
    if lines:
        console.print()
        for line in lines:
            console.print(Text(f"- {line}"))
    if record.events:
        console.print(_events(record))
    if record.quotes:
        table = _table("Quotes", "kind", "stance", "speaker", "words")
        for quote in record.quotes:
            speaker = "، ".join(actors[s].name for s in quote.speakers) or "not told"
            table.add_row(quote.kind, quote.stance, speaker, " ".join(quote.text.split()))
        console.print(table)
    if record.dates:
        table = _table("Dates", "value", "basis", "words")
        for found in record.dates:
            table.add_row(found.value, found.basis, found.text)
        console.print(table)
    if record.actors:
        table = _table("Actors", "id", "kind", "who")
        for actor in record.actors:
            table.add_row(actor.id, actor.kind, party(actor))
        console.print(table)
    for note in record.notes:
        console.print(Text(f"note ({note.stage}): {note.message}: {note.text}", style="dim"))
    console.print()
    file = console.file
    return file.getvalue() if isinstance(file, io.StringIO) else ""


def _events(record: Record) -> Table:
    actors = names(record)
    table = _table("Events", "", "type", "status", "date", "source", "who ← whom, and the words")
    for event in record.events:
        word = STATUS[event.status]
        source = "، ".join(actors[s].name for s in event.source) or "the article"
        kind = event.event + (f" {event.mode}" if event.mode else "")
        told = Text(parties(event, actors) + "\n", style="bold")
        told.append(" ".join(event.evidence.text.split()), style="none")
        table.add_row(event.id, kind, Text(f"{word[1]} {event.status}", style=_STYLES.get(event.status, "")), event.date or "not told", source, told)
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, padding=(0, 2, 1, 0) if title == "Events" else (0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold", header_style="dim")
    return table

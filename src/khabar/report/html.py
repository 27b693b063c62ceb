"""A record as one page that needs nothing else: the article with its evidence lit up, and the record beside it."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, Template
from markupsafe import Markup

from khabar.model import Actor, Record
from khabar.report.labels import EVENTS, STANCE, STATUS, names
from khabar.report.marks import Lit, Piece, paragraphs, pieces
from khabar.report.seen import seen

_SPEAKERS = "أبجد"


class Page(NamedTuple):
    """What the template shows of one record."""

    record: Record
    actors: dict[str, Actor]
    paragraphs: tuple[tuple[Piece, ...], ...]
    letters: dict[str, tuple[int, str]]
    short: tuple[str, ...]


def html_report(records: Sequence[Record], told: Mapping[int, Sequence[str]] | None = None) -> str:
    """The records as one HTML page, right to left, without script or network; `told` are lines in the place of the summary, by the number of the record."""
    pages = [_page(r, tuple(s.shown for s in r.summary) if told is None else tuple(told.get(n, ()))) for n, r in enumerate(records)]
    return _template().render(pages=pages, STATUS=STATUS, EVENTS=EVENTS, STANCE=STANCE)


@cache
def _template() -> Template:
    folder = files("khabar.report")
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.globals["css"] = Markup((folder / "report.css").read_text("utf-8"))
    environment.filters["seen"] = seen
    return environment.from_string((folder / "report.html.j2").read_text("utf-8"))


def _page(record: Record, short: tuple[str, ...]) -> Page:
    letters = _letters(record)
    lit = [Lit(e.evidence.start, e.evidence.end, f"event is-{e.status}", e.id) for e in record.events]
    lit += [Lit(e.trigger.start, e.trigger.end, f"trigger is-{e.status}", "") for e in record.events]
    lit += [Lit(q.start, q.end, f"quote {q.kind} s{letters.get(q.speaker or '', (0, ''))[0]}", q.id) for q in record.quotes]
    lit += [Lit(d.start, d.end, "date", "") for d in record.dates]
    text = record.article.text
    body = tuple(tuple(pieces(text, start, end, lit)) for start, end in paragraphs(text))
    return Page(record, names(record), body, letters, short)


def _letters(record: Record) -> dict[str, tuple[int, str]]:
    """A number and a letter for each speaker, in the order they speak; the fifth begins again."""
    speakers = dict.fromkeys(s for q in record.quotes for s in q.speakers)
    return {s: (n % len(_SPEAKERS) + 1, _SPEAKERS[n % len(_SPEAKERS)] + ("ʹ" if n >= len(_SPEAKERS) else "")) for n, s in enumerate(speakers)}

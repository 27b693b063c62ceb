"""Answers as HTML, JSON and CSV."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from khabar.export.csv import cell
from khabar.model import Span
from khabar.store import Filters, Told
from khabar.web.asked import Answer, Ask
from khabar.web.beforehand import Beforehand
from khabar.web.catalogue import catalogue
from khabar.web.inked import Ink
from khabar.web.reworded import fault, reasons
from khabar.web.seen import headline, seen, seen_plain, segment, web_address
from khabar.web.shown import Shown
from khabar.web.taste import Language
from khabar.web.vocabulary import BASIS, CHOSEN, EVENTS, GENRES, KINDS, MODES, STANCE, STATUS

_BRIEF = 220
_TABLES = {"EVENTS": EVENTS, "STANCE": STANCE, "KINDS": KINDS, "BASIS": BASIS, "CHOSEN": CHOSEN, "GENRES": GENRES}


@cache
def environment(language: Language) -> Environment:
    """The templates in one language."""
    say = catalogue(language).gettext
    made = Environment(
        loader=PackageLoader("khabar.web"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, auto_reload=False,
        extensions=["jinja2.ext.i18n", Beforehand],
    )
    made.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    made.filters.update(seen=seen, seen_plain=seen_plain, segment=segment)
    made.globals.update(
        **{name: {code: say(words) for code, words in table.items()} for name, table in _TABLES.items()},
        STATUS={code: (say(word), say(meaning)) for code, (word, meaning) in STATUS.items()}, headline=headline, web_address=web_address,
        cut=cut, brief=brief, toll=toll, Ink=Ink, reasons=reasons, no_filters=Filters(), fault=fault, told_in_order=told_in_order,
        status_marks=_marks(language), kind_of=_kinds(language), say=say,
    )
    return made


def _marks(language: Language) -> dict[str, Markup]:
    """Shape and word of each status, made once: a page shows hundreds."""
    say = catalogue(language).gettext
    shape = Markup('<span class="status is-{0}"><svg class="ic" aria-hidden="true" focusable="false"><use href="#s-{0}"/></svg>{1}</span>')
    return {code: shape.format(code, say(word)) for code, (word, _) in STATUS.items()}


def _kinds(language: Language) -> Callable[[str, str | None], str]:
    """What an act is called, by its type and mode."""
    say = catalogue(language).gettext

    @cache
    def kind(type: str, mode: str | None) -> str:
        return say(EVENTS[type]) + (say(": ") + say(MODES[mode]) if mode is not None and mode in MODES else "")

    return kind


def html(answer: Answer, ask: Ask, **more: object) -> bytes:
    """The page of an answer."""
    made = environment(ask.taste.language)
    shown = Shown(ask.taste, catalogue(ask.taste.language).gettext)
    values = {"taste": ask.taste, "s": shown, "query": ask.query, "address": ask.here(), "here": ask.here, "twin": ask.twin, **more, **answer.values}
    return made.get_template(answer.template).render(values).encode("utf-8", "replace")


def as_json(answer: Answer) -> bytes:
    """The JSON twin of a page."""
    return json.dumps(answer.plain(), ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def as_csv(answer: Answer) -> bytes:
    """The rows of a page as a table, with the mark that spreadsheets look for; what they would reckon is made safe."""
    rows = list(answer.rows or ())
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    if rows:
        writer.writerow(rows[0])
        writer.writerows([[cell(value) for value in row.values()] for row in rows])
    return out.getvalue().encode("utf-8-sig", "replace")


def cut(text: str, spans: Sequence[Span], start: int) -> Iterator[tuple[str, bool]]:
    """`text`, which begins at `start` of what the spans count on, in pieces: each with whether it is a hit."""
    at = 0
    for span in spans:
        left, right = max(span.start - start, at), span.end - start
        if right <= at or left >= len(text):
            continue
        yield text[at:left], False
        yield text[left:right], True
        at = right
    yield text[at:], False


def brief(text: str) -> str:
    """The beginning of a long stretch, cut between words, with an ellipsis that says so."""
    return text if len(text) <= _BRIEF else text[:_BRIEF].rpartition(" ")[0] + " …"


def toll(shown: Shown, least: int | None, most: int | None) -> str:
    """A number of people between two bounds."""
    if least is None or most is None:
        return f"≥ {shown.n(least)}" if least is not None else f"≤ {shown.n(most or 0)}"
    return shown.n(least) if least == most else f"{shown.n(least)}–{shown.n(most)}"


def told_in_order(told: Sequence[Told]) -> list[Told]:
    """Tellings by the day they were published, those without a day last."""
    return sorted(told, key=lambda t: (t.listing.published is None, t.listing.published or ""))

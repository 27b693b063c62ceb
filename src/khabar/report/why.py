"""A trace as text: what is told in English first, the Arabic last on its line."""

from collections.abc import Iterator, Sequence

from khabar.report.seen import seen
from khabar.trace import Telling, Trace, Try

_WIDTH = 22


def why_report(trace: Trace) -> str:
    """Why one event is read so, line by line."""
    return "".join(f"{seen(line.rstrip())}\n" for line in _lines(trace))


def _lines(trace: Trace) -> Iterator[str]:
    event, vouched = trace.event, trace.vouched
    yield f"{event.id}  {event.event}{f' {event.mode}' if event.mode else ''}  {event.status}  confidence {event.confidence}"
    yield _row("  actor", trace.actors)
    yield _row("  recipient", trace.recipients)
    yield _row("  status from", [vouched.basis])
    if vouched.doubt:
        yield _row(f"    doubt: {vouched.doubt}", [vouched.doubt_words])
    if vouched.stance:
        yield _row(f"    told: {vouched.stance}", [vouched.cue or "(no word of telling)"])
    yield _row("  source", trace.vouched.sources or ["the article itself"])
    yield _row(f"  date {event.date} ({event.date_basis})", trace.date_words) if event.date else _row("  date", [])
    yield _row(f"  place ({event.place_basis})", [trace.place_words]) if trace.place_words else _row("  place", [])
    for number, telling in enumerate(trace.tellings):
        yield ""
        yield "told here" if not number else f"told again, joined ({number})"
        yield from _telling(telling)


def _telling(telling: Telling) -> Iterator[str]:
    """The sentence, the clause with its arguments, and the frames that were tried."""
    around = telling.around
    yield _row("  sentence", [telling.sentence])
    yield _row("  trigger", [telling.trigger])
    yield _row("  read as", [f"{telling.event} {telling.mode}".strip()])
    yield _row("  clause" if around.verb else "  noun with", [around.words])
    if around.verb:
        kind = "light verb" if around.light else "verb"
        yield _row(f"    {kind} ({around.person})", [around.verb])
        yield _row("    opened by", [around.opener] if around.opener else ["the sentence"])
    for slot in around.slots:
        place = slot.place if slot.place.isascii() else "behind"
        words = slot.words if slot.place.isascii() else f"{slot.place} | {slot.words}"
        yield _row(f"    {place}", [f"{words}  [{slot.head}]" if slot.head else words])
        for actor in slot.actors:
            yield _row("      actor in it", [actor])
    yield _row("  actor here", telling.actors)
    yield _row("  recipient here", telling.recipients)
    if telling.borrowed:
        yield _row("", ["a party was brought in from another clause"])
    yield f"  frames, in the order tried (rule of the event: {telling.rule})"
    for one in telling.tries:
        yield from _try(one)


def _try(one: Try) -> Iterator[str]:
    outcome = f"{one.outcome}: {one.missing}" if one.missing else one.outcome
    yield f"    {one.event}{f' {one.mode}' if one.mode else ''}  {one.rule}  — {outcome}"
    yield _row("      actor at", [one.actor] if one.actor else [])
    yield _row("      recipient at", [one.recipient] if one.recipient else [])
    for asked in one.asks:
        yield _row("      asks for", [asked])


def _row(label: str, values: Sequence[str]) -> str:
    return f"{label:<{_WIDTH}}  {'، '.join(values) or 'none told'}"

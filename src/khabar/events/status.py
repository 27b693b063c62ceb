"""Is it so: the status of an act, from the doubts on its clause and from who says it."""

from collections.abc import Sequence

from khabar.events.acts import Act
from khabar.model import Actor, Quote

# What an act of a type is while it is still to come, with mode and status: a promise, a concession, or a threat.
FUTURE = {
    "CONSULT": ("AGREE", "", "planned"),
    "SUPPORT": ("AGREE", "", "planned"),
    "COOPERATE": ("AGREE", "", "planned"),
    "AID": ("AGREE", "", "planned"),
    "RETREAT": ("CONCEDE", "", "planned"),
    "ASSAULT": ("THREATEN", "violence", "asserted"),
    "COERCE": ("THREATEN", "restrict", "asserted"),
    "SANCTION": ("THREATEN", "relations", "asserted"),
}
# Acts of force, which those they are done to, and those who fight the doer, allege rather than report.
FORCE = frozenset({"COERCE", "ASSAULT", "MOBILIZE"})


def quote_around(quotes: Sequence[Quote], place: int, cue_free: bool = True) -> Quote | None:
    """The narrowest quotation or reported clause that the code point `place` stands in."""
    around = [q for q in quotes if q.start <= place < q.end]
    return min(around, key=lambda q: q.end - q.start, default=None)


def status_of(act: Act, doubt: str | None, quote: Quote | None, actors: Sequence[Actor], speakers: Sequence[Actor]) -> str:
    """The status of an act: `doubt` is the mark on its clause, `actors` its doers, `speakers` who says so."""
    if doubt in ("denied", "negated", "hypothetical", "planned", "alleged"):
        return doubt
    if act.status != "asserted":
        return act.status
    if act.claimed:
        return "alleged"
    if quote is None:
        return "asserted"
    if quote.stance == "denies":
        return "denied"
    if quote.stance in ("accuses", "claims") and not _own(actors, speakers):
        return "alleged"
    if act.event in FORCE and actors and speakers and not _own(actors, speakers) and (_adversary(act, speakers) or _partisan(speakers)):
        return "alleged"
    return "asserted"


def _own(actors: Sequence[Actor], speakers: Sequence[Actor]) -> bool:
    """Whether the speakers tell an act of their own side."""
    sides = {a.id for a in actors} | {a.country for a in actors if a.country}
    return any(s.id in sides or (s.country and s.country in sides) for s in speakers)


def _partisan(speakers: Sequence[Actor]) -> bool:
    """Whether those who tell it take a side in the fight they tell of."""
    return all(s.sector in ("REB", "OPP", "PRM") for s in speakers)


def _adversary(act: Act, speakers: Sequence[Actor]) -> bool:
    """Whether the speakers are the side that the act is done to."""
    hurt = {p.country for p in act.recipients if p.country}
    return any(s.country and s.country in hurt for s in speakers)

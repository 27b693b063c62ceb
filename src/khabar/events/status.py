"""Is it so: the status of an act, from the doubts on its clause and from who says it."""

from collections.abc import Sequence

from khabar.clauses.homes import NO_STATES
from khabar.doubt import Doubt
from khabar.events.acts import Act
from khabar.model import Actor, Quote
from khabar.quotes import Telling
from khabar.text.fold import fold_word

# What a friendly act is while it is still to come: a promise or a concession.
FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
# What an act of conflict still to come is, with its mode, where something is set as its condition; an assault always.
_THREATS = {"ASSAULT": "violence", "COERCE": "restrict", "SANCTION": "relations"}
# Acts of force, which those they are done to, and those who fight the doer, allege rather than report.
_FORCE = frozenset({"COERCE", "ASSAULT", "MOBILIZE"})
# Acts done by speaking: who reports his own by a noun (أكد دعمه) does the act, and is no source of it.
_SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", ""})
_PARTISAN = frozenset({"REB", "OPP", "PRM", "PTY", "CRM"})
# What prosecutors tell of those they charge is for the court to find.
_CHARGED = frozenset({"COERCE", "ASSAULT", "COOPERATE", "AID", "MOBILIZE"})
_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "COP", "SPY"})
_DOUBTED = frozenset({"denied", "negated", "hypothetical", "planned", "alleged"})


def quote_around(quotes: Sequence[Quote], place: int) -> Quote | None:
    """The narrowest quotation or reported clause that the code point `place` stands in."""
    around = [q for q in quotes if q.start <= place < q.end]
    return min(around, key=lambda q: q.end - q.start, default=None)


def status_of(act: Act, doubt: Doubt | None, telling: Telling | None, actors: Sequence[Actor], speakers: Sequence[Actor], partisans: frozenset[str]) -> str:
    """The status of an act, "nonevent" where it is none: `doubt` is the mark on it, `actors` its doers, `speakers` who says so.

    `partisans` are folded words for people who take a side.
    """
    kind = doubt.kind if doubt is not None else ""
    if kind == "nonevent":
        return kind
    if act.event == "ACCUSE" and kind in ("denied", "alleged"):
        return "asserted" if actors and not _own(actors, speakers) else "nonevent"  # نفى الاتهامات: it is what they charge him with that he denies
    if kind == "expected":
        return "planned" if act.event == "AGREE" or act.event in FUTURE else "hypothetical"
    if kind in _DOUBTED:
        return kind
    if act.status != "asserted":
        return act.status
    if act.claimed:
        return "alleged"
    if telling is None:
        return "asserted"
    if telling.stance in ("accuses", "claims") and not _own(actors, speakers):
        return "alleged"
    if not actors or not speakers or _own(actors, speakers):
        return "asserted"
    taking_side = all(s.sector in _PARTISAN or fold_word(s.name).split()[0] in partisans for s in speakers)
    if act.event in _FORCE and (taking_side and not _against_others(act, actors, speakers) or not telling.behind and _disputed(act, actors, speakers)):
        return "alleged"
    charged = act.event in _CHARGED and all(s.sector == "JUD" for s in speakers) and not any(a.sector == "JUD" for a in actors)
    return "alleged" if charged else "asserted"


def still_to_come(act: Act, conditional: bool) -> tuple[str, str, str]:
    """Type, mode and status of an act that is planned; `conditional` says that it hangs on something."""
    if act.event in FUTURE:
        return FUTURE[act.event], "", "planned"
    if act.event in _FORCE and act.rule.startswith("noun") and ":light:" not in act.rule:
        return act.event, act.mode, "planned"
    if act.event == "ASSAULT" or (act.event in _THREATS and conditional):
        return "THREATEN", _THREATS[act.event], "asserted"
    return act.event, act.mode, "planned"


def source_of(act: Act, telling: Telling | None, actors: Sequence[Actor], speakers: Sequence[Actor]) -> tuple[str, ...]:
    """On whose word an act is told; nobody's where the article tells it, or where its doer does it by saying so."""
    if telling is None:
        return ()
    if not telling.quote and act.event in _SPOKEN and (not actors or _own(actors, speakers)):
        return ()
    return telling.speakers


def _own(actors: Sequence[Actor], speakers: Sequence[Actor]) -> bool:
    """Whether the speakers tell an act of their own side: themselves, or their state's where they speak for it."""
    ids = {a.id for a in actors}
    states = {a.country for a in actors if a.country and _of_state(a)}
    return any(s.id in ids or (s.country in states and _of_state(s)) for s in speakers)


def _of_state(actor: Actor) -> bool:
    return (actor.sector or "") in _STATE


def _disputed(act: Act, actors: Sequence[Actor], speakers: Sequence[Actor]) -> bool:
    """Whether those who tell of force charge the doer with it: they suffer from him, speak for another state, or for people's rights."""
    if _adversary(act, speakers) or _of_rights(act, speakers):
        return True
    states = {a.country for a in actors if a.country and _of_state(a)} - NO_STATES
    return bool(states) and all(s.country and s.country not in states and len(s.country) == 3 and s.sector in ("GOV", "MIL", "SPY") for s in speakers)


def _against_others(act: Act, actors: Sequence[Actor], speakers: Sequence[Actor]) -> bool:
    """Whether the force that a side tells of was its friends' doing: it hit others who bear arms, and the side's own state did not use it."""
    if any(a.country and _of_state(a) and any(s.country == a.country for s in speakers) for a in actors):
        return False
    return bool(act.recipients) and all(p.sector in _ARMED for p in act.recipients) and not _adversary(act, [s for s in speakers if _of_state(s)])


def _of_rights(act: Act, speakers: Sequence[Actor]) -> bool:
    """Whether a body of citizens tells of force against those who bear no arms."""
    unarmed = any(p.sector not in _ARMED for p in act.recipients)
    return act.event != "MOBILIZE" and unarmed and all(s.country == "NGO" or s.sector in ("SOC", "REF") for s in speakers)


def _adversary(act: Act, speakers: Sequence[Actor]) -> bool:
    """Whether the speakers are the side that the act is done to."""
    hurt = {p.country for p in act.recipients if p.country}
    return any(s.country and s.country in hurt for s in speakers)

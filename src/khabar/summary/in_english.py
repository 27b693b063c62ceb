"""The line of an act in English, names in both scripts, hedged where the record hedges."""

from khabar.model import Actor
from khabar.summary.english import EnglishNames, counted, day, named
from khabar.summary.parties import Party
from khabar.summary.support import Support
from khabar.summary.tolls import ENGLISH, tolls


def tell_in_english(support: Support, names: EnglishNames) -> str:
    """The line of an act in English; nothing where it or one of its parties cannot be told."""
    core = _core(support, names)
    if core is None or (support.sources and not _joined(list(support.sources), names)):
        return ""
    subject, past, base, rest = core
    told = _status(support, names, subject, past, present(base, _is_many(support, names)) if support.present else past, base)
    place = support.place
    where = f"in {names.place(' '.join(place.text.split()), support.event.place.country if support.event.place else None)}" if place is not None else ""
    when = day(support.event.date or "") if support.date is not None else ""
    line = " ".join(x for x in (told, rest, where, when) if x) + tolls(support, ENGLISH)
    line = f"{line}{_source(support, names)}."
    return line[0].upper() + line[1:]


def _is_many(support: Support, names: EnglishNames) -> bool:
    parties = support.recipients if support.telling.english.to == "<" else support.actors or support.recipients
    return len(parties) > 1 or any(p.number is not None or names.is_plural(p.actor) for p in parties)


def present(base: str, many: bool) -> str:
    """The simple present of the third person: arrives, carries out, is killed."""
    verb, space, rest = base.partition(" ")
    if verb == "be":
        return ("are" if many else "is") + space + rest
    if many:
        return base
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        return f"{verb}es{space}{rest}"
    return f"{verb[:-1]}ies{space}{rest}" if verb.endswith("y") and verb[-2] not in "aeiou" else f"{verb}s{space}{rest}"


def _core(support: Support, names: EnglishNames) -> tuple[str, str, str, str] | None:
    """Subject, verb done, verb to be done, and what follows."""
    told = support.telling.english
    actors, recipients = list(support.actors), list(support.recipients)
    who, whom = _parties(actors, names), _parties(recipients, names)
    if told.past and told.to == "<":
        if not whom or (actors and not who):
            return None
        return (whom, told.past, told.base, who) if who else _alone(support, whom)
    if told.past and who and whom and told.to != "-":
        to = "" if told.to == "=" else told.to.replace("{o}", support.needed[1])
        return who, told.past, told.base, f"{to} {whom}".strip()
    if told.past and who and told.together is not None and len(actors) > 1 and not support.event.recipient:
        return who, *told.together, support.needed[1]
    if told.past and who and (not support.event.recipient or support.telling.arabic.quotes) and told.alone != "-":
        return _alone(support, who)
    if told.passive is not None and whom and not support.event.actor:
        plural = len(recipients) > 1 or recipients[0].number is not None or names.is_plural(recipients[0].actor)
        return whom, f"{'were' if plural else 'was'} {told.passive[0]}", f"be {told.passive[0]}", ""
    return None


def _alone(support: Support, who: str) -> tuple[str, str, str, str] | None:
    """An act told of one party alone: its verb goes with what is told, unless the row has a whole phrase («voiced criticism»)."""
    told = support.telling.english
    if told.alone == ".":
        return who, told.past, told.base, ""
    if support.telling.arabic.quotes:
        verb, _, rest = told.alone.replace("{o}", support.needed[1]).partition(" ")
        return who, verb, BASES.get(verb, verb), rest
    return who, told.past, told.base, told.alone.replace("{o}", support.needed[1])


BASES = {
    "issued": "issue", "voiced": "voice", "announced": "announce", "made": "make", "gave": "give", "expressed": "express", "joined": "join", "imposed": "impose",
    "took": "take", "set": "set", "caused": "cause", "approved": "approve", "condemned": "condemn", "massed": "mass", "drove": "drive", "seized": "seize",
    "offered": "offer", "affirmed": "affirm", "adopted": "adopt", "voted": "vote", "stressed": "stress", "carried": "carry", "overran": "overrun", "retook": "retake", "opened": "open", "assigned": "assign", "apologised": "apologise", "sent": "send", "laid": "lay", "fought": "fight", "repelled": "repel", "levelled": "level", "staged": "stage", "suspended": "suspend", "targeted": "target",
    "received": "receive", "stormed": "storm", "held": "hold",
}


def _parties(parties: list[Party], names: EnglishNames) -> str:
    """The parties of one side with their numbers; nothing where one of them has no English name."""
    return _listed([counted(p.actor, p.number.text, names) if p.number is not None else named(p.actor, names, p.name) for p in parties])


def _joined(actors: list[Actor], names: EnglishNames) -> str:
    """«A, B and C»; nothing where one of them has no English name."""
    return _listed([named(a, names) for a in actors])


def _listed(told: list[str]) -> str:
    if not told or not all(told):
        return ""
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def _status(support: Support, names: EnglishNames, subject: str, past: str, now: str, base: str) -> str:
    match support.event.status:
        case "planned":
            be = "are" if _is_many(support, names) else "is"
            return {"will": f"{subject} will {base}", "expected": f"{subject} {be} expected to {base}"}.get(support.coming, f"{subject} {be} to {base}")
        case "hypothetical":
            return f"{subject} may {base}"
        case "negated":
            return f"it did not happen that {subject} {past}"
        case "alleged":
            source = _joined(list(support.sources), names)
            return f"allegedly (alleged by {source}), {subject} {now}" if source else f"allegedly, {subject} {now}"
        case "denied":
            source = _joined(list(support.sources), names)
            return f"{source} denied that {subject} {now}" if source else f"it was denied that {subject} {now}"
        case _:
            return f"{subject} {now}"


def _source(support: Support, names: EnglishNames) -> str:
    if support.quoted and support.event.status not in ("alleged", "denied"):
        return ", as quoted in the article"
    if not support.sources or support.event.status in ("alleged", "denied"):
        return ""
    if list(support.sources) == [p.actor for p in support.actors]:
        return ", by their own account" if _is_many(support, names) or support.sources[0].kind == "person" else ", by its own account"
    source = _joined(list(support.sources), names)
    return f", according to {source}" if source else ""

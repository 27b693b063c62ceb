"""Acts inside acts: what is asked, promised or refused is not done; what somebody is accused of is alleged."""

from collections.abc import Sequence

from khabar.clauses.clauses import Clause
from khabar.events.acts import CONTENT_IS_WANTED, Act


def settled(acts: Sequence[Act], clauses: Sequence[Clause]) -> list[Act]:
    """The acts of one sentence without those that are only the content of another; claims get the accused as doer."""
    verbs = {c.verb.at: c for c in clauses}
    found = []
    for act in acts:
        if _told_by_verb(act, acts, verbs) or _told_behind(act, acts, verbs):
            continue
        outer = _outer(act, acts, verbs)
        if outer is None:
            found.append(act)
        elif outer.event == "ACCUSE" and outer.mode != "allege":
            found.append(act)  # who condemns an act does not say who did it
        elif outer.event == "ACCUSE" and outer.recipients:
            actors = act.actors or tuple(p for p in outer.recipients if p not in act.recipients)
            found.append(act._replace(actors=actors, claimed=True, borrowed=not act.actors))
        elif outer.event == "ACCUSE":
            found.append(act._replace(claimed=True))
    return found


def _told_by_verb(act: Act, acts: Sequence[Act], verbs: dict[int, Clause]) -> bool:
    """ألقت باللوم على: the noun belongs to the verb that tells the same act."""
    place = act.trigger[0]
    if place in verbs:
        return False
    for other in acts:
        clause = verbs.get(other.trigger[0])
        if clause is not None and other.event == act.event and any(a.first == place and a.preposition in ("", "ب") for a in (*clause.bare, *clause.prepositional)):
            return True
    return False


def _told_behind(act: Act, acts: Sequence[Act], verbs: dict[int, Clause]) -> bool:
    """الاتفاق الذي وقعته كينيا: signed, and so told by the verb, not agreed on once more."""
    place = act.trigger[0]
    if place in verbs:
        return False
    others = (verbs[o.trigger[0]] for o in acts if o.trigger[0] in verbs and o.event != act.event)
    behind = (c.antecedent for c in others if c.verb.after and c.opener in ("الذي", "التي"))
    return any(a is not None and a.first <= place < a.last for a in behind)


def _outer(act: Act, acts: Sequence[Act], verbs: dict[int, Clause]) -> Act | None:
    """The act of a verb in whose prepositional argument the noun `act` stands."""
    place = act.trigger[0]
    if place in verbs:
        return None
    for other in acts:
        clause = verbs.get(other.trigger[0])
        if clause is None or other.event not in CONTENT_IS_WANTED and other.event != "ACCUSE" or other.event == act.event:
            continue
        if clause.verb.at < place and any(a.first <= place < a.last and a.preposition in ("الي", "ب", "علي", "ل", "عن", "") for a in (*clause.prepositional, *clause.bare)):
            return other
    return None

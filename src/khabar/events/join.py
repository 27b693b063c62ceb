"""One act told twice is one event."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from khabar.events.acts import Act

# Words that tell what an attack did to people, and how many words from its own word they may stand.
_TOLLS = frozenset({"مقتل", "مصرع", "قتل", "قتلي", "اصيب", "اصابه", "جرح", "جرحي", "استشهد", "استشهاد", "سقوط", "سقط", "لقي", "قضي", "اوقع", "اسفر", "خلف"})
_NEAR = 25


class Told(NamedTuple):
    """An act with what was found out about it: the ids of its parties, its date ("" for none) and its status."""

    act: Act
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str
    status: str
    source: tuple[str, ...]
    stem: str


def join(told: Sequence[Told], country: Callable[[str], str]) -> tuple[tuple[Told, ...], ...]:
    """Groups of tellings of one act, the fullest first, in the order of the text."""
    groups: list[list[Told]] = []
    for one in told:
        home = next((g for g in groups if all(_same(one, other, country) for other in g)), None)
        if home is None:
            groups.append([one])
        else:
            home.append(one)
    return tuple(tuple(sorted(group, key=_fullness, reverse=True)) for group in groups)


def _fullness(told: Told) -> tuple[int, int, int]:
    """How much a telling tells; the earlier wins a tie."""
    parties = (2 if told.actors and told.recipients else 1) - told.act.borrowed
    known = told.act.backward and told.act.rule.startswith("verb:")  # الهدنة التي أعلنها: told in passing
    return (2 * parties + bool(told.date) - 5 * known, -int(told.act.backward), -told.act.first)


# One blow is told by its kind, by those it killed and by those it wounded, at most so many words apart.
_APART = 20
_KINDS_OF_BLOW = frozenset({"", "explosives", "suicide-attack", "firearms", "aerial", "drone", "heavy-weapons", "targeted"})


def _one_blow(one: Told, other: Told, country: Callable[[str], str]) -> bool:
    """قتل خمسة وأصيب سبعة في هجوم استهدف دورية: one attack, where no two doers and no two days are told."""
    a, b = one.act, other.act
    if a.event != "ASSAULT" or b.event != "ASSAULT" or a.sentence != b.sentence or abs(a.trigger[0] - b.trigger[0]) > _APART:
        return False
    if one.date and other.date and one.date != other.date or one.status != other.status or not {a.mode, b.mode} <= _KINDS_OF_BLOW:
        return False
    doers = not one.actors or not other.actors or _alike(set(one.actors), set(other.actors), country)
    unhurt = not one.recipients or not other.recipients or _alike(set(one.recipients), set(other.recipients), country)
    return doers and not set(one.actors) & set(other.recipients) and not set(other.actors) & set(one.recipients) and (unhurt or not one.actors and not other.actors)


def _one_protest(one: Told, other: Told, country: Callable[[str], str]) -> bool:
    """أضرم المتظاهرون النار ورفعوا الأعلام: what one crowd does in one sentence is one protest."""
    a, b = one.act, other.act
    if a.event != "PROTEST" or b.event != "PROTEST" or a.sentence != b.sentence or one.status != other.status:
        return False
    who = _alike(set(one.actors), set(other.actors), country) or not one.actors or not other.actors
    whom = _alike(set(one.recipients), set(other.recipients), country) or not one.recipients or not other.recipients
    return who and whom and not (one.date and other.date and one.date != other.date)


def _same(one: Told, other: Told, country: Callable[[str], str]) -> bool:
    a, b = one.act, other.act
    if _one_blow(one, other, country) or _one_protest(one, other, country):
        return True
    if a.event != b.event or (a.mode and b.mode and a.mode != b.mode):
        return False
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if (one.status == "denied") != (other.status == "denied") or (one.status == "planned") != (other.status == "planned"):
        return False
    if _visited(one, other) or _visited(other, one):
        return True
    if a.event == "ASSAULT" and a.sentence == b.sentence and (_toll_of(one, other) or _toll_of(other, one)):
        return True
    if b.backward and not a.backward and _points_back(one, other):
        return True
    if a.reciprocal or b.reciprocal:
        mine, theirs = {*one.actors, *one.recipients}, {*other.actors, *other.recipients}
        return _alike(mine, theirs, country) or ((not mine or not theirs) and one.stem == other.stem)
    who = _alike(set(one.actors), set(other.actors), country)
    whom = _alike(set(one.recipients), set(other.recipients), country)
    if who and whom:
        return bool(one.recipients) or one.status == other.status or one.stem == other.stem  # the one told as a fact is not what they are accused of
    left_out = (not one.actors or not other.actors, not one.recipients or not other.recipients)
    halves = (not one.actors and not other.recipients) or (not other.actors and not one.recipients)
    if a.event == "ASSAULT" and a.sentence == b.sentence and halves:
        return True
    told_again = one.stem == other.stem or a.backward or b.backward or a.sentence == b.sentence
    return told_again and (who or left_out[0]) and (whom or left_out[1]) and (who or whom)


def _visited(meeting: Told, visit: Told) -> bool:
    """Whether a meeting was part of a visit that the same sentence names: التقى الرئيس نظيره خلال زيارة إلى هافانا."""
    a, b = meeting.act, visit.act
    told_by_noun = b.mode == "visit" and b.rule.startswith("noun:")
    return a.event == b.event == "CONSULT" and a.sentence == b.sentence and told_by_noun and (b.borrowed or bool(set(meeting.actors) & set(visit.actors)))


def _points_back(one: Told, other: Told) -> bool:
    """Whether a definite noun (اللقاء، الهجوم) may mean the act told before: it names nobody who had no part in that."""
    named = {*other.actors, *other.recipients}
    return bool(named & {*one.actors, *one.recipients}) or not named


def _toll_of(toll: Told, attack: Told) -> bool:
    """Whether the killed and wounded that `toll` tells are those of `attack`: مقتل جندي وإصابة اثنين في هجوم لمسلحين."""
    if toll.actors or toll.stem not in _TOLLS or abs(toll.act.trigger[0] - attack.act.trigger[0]) > _NEAR:
        return False
    return attack.stem in _TOLLS and not attack.actors or attack.stem not in _TOLLS


def _alike(mine: set[str], theirs: set[str], country: Callable[[str], str]) -> bool:
    """Whether two sides are the same: nobody on both, an actor they share, or the governments of the same states."""
    if mine & theirs or (not mine and not theirs):
        return True
    left, right = {country(a) for a in mine}, {country(a) for a in theirs}
    return bool(mine and theirs) and "" not in left | right and left == right

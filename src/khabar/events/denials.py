"""Denials that point back: «اتهمت كييف موسكو بقصف المدينة، ونفت روسيا ذلك» tells the shelling twice, alleged and denied."""

from collections.abc import Mapping, Sequence

from khabar.doubt import Doubt
from khabar.events.join import Told
from khabar.quotes import Telling, telling_around
from khabar.text.words import Word


def denials(told: Sequence[Told], doubts: Mapping[int, Sequence[Doubt]], words: Sequence[Word], tellings: Sequence[Telling]) -> list[Told]:
    """What was alleged and is denied further on without being named again, each once more as its denier has it."""
    found: list[Told] = []
    for number, marks in sorted(doubts.items()):
        for doubt in marks:
            if doubt.kind != "denied" or not doubt.points or any(doubt.start <= t.act.trigger[0] < doubt.reach and t.act.sentence == number for t in told):
                continue
            speakers = _deniers(doubt, words, tellings)
            for one in _alleged_before(told, number, doubt.first):
                if speakers and speakers != one.source:
                    act = one.act._replace(last=max(one.act.last, doubt.reach)) if one.act.sentence == number else one.act
                    found.append(one._replace(act=act, status="denied", source=speakers))
    return found


def _deniers(doubt: Doubt, words: Sequence[Word], tellings: Sequence[Telling]) -> tuple[str, ...]:
    """Who denies: whoever the denying verb tells of, else who says the sentence."""
    place = words[doubt.first].start
    own = next((t for t in tellings if t.cue == place), None) or telling_around(tellings, place)
    return own.speakers if own is not None else ()


def _alleged_before(told: Sequence[Told], sentence: int, place: int) -> list[Told]:
    """What was last alleged before a word: in its sentence, else in the one before."""
    for number in (sentence, sentence - 1):
        here = [t for t in told if t.act.sentence == number and t.act.trigger[0] < place and t.status == "alleged"]
        if here:
            return here
    return []

"""The words that tell an act."""

from collections.abc import Sequence

from khabar.events.acts import Act
from khabar.text.sentences import Sentence
from khabar.text.words import Word

# How many words before and after its trigger the evidence of an act may reach, and the signs that end it.
_BACK, _AHEAD = 24, 26
_BORDERS = frozenset("،,؛;.؟!")


def extent(words: Sequence[Word], sentence: Sentence, act: Act) -> tuple[int, int]:
    """The words that tell an act: its clause, widened to the commas around it, within its sentence."""
    first, last = min(act.first, act.trigger[0]), max(act.last, act.trigger[1])
    floor = max(sentence.first, act.trigger[0] - _BACK)
    while first > floor and words[first - 1].raw not in _BORDERS:
        first -= 1
    ceiling = min(sentence.last, act.trigger[1] + _AHEAD)
    while last < ceiling and words[last].raw not in _BORDERS and words[last].kind != "break":
        last += 1
    return first, min(last, sentence.last)

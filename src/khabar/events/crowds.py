"""Those who demonstrate are who was told to: المتظاهرون is the crowd of the sentence before."""

from collections.abc import Sequence

from khabar.clauses.phrase import Phrase
from khabar.events.acts import Act
from khabar.text.words import Word

# How many sentences back the crowd may have been told.
_BACK = 3


def same_crowd(acts: Sequence[Act], words: Sequence[Word], crowds: frozenset[str]) -> list[Act]:
    """The acts, a protest by «the demonstrators» turned into one by those who were told to protest shortly before.

    `crowds` are the folded words for people who protest.
    """
    found: list[Act] = []
    last: Act | None = None
    for act in acts:
        if act.event == "PROTEST" and act.actors:
            if last is not None and act.sentence - last.sentence <= _BACK and all(_the_crowd(p, words, crowds) for p in act.actors):
                act = act._replace(actors=last.actors, backward=True)
            last = act
        found.append(act)
    return found


def _the_crowd(phrase: Phrase, words: Sequence[Word], crowds: frozenset[str]) -> bool:
    """المتظاهرون alone: definite, and nothing tells who they are."""
    word = words[phrase.first]
    return phrase.last == phrase.first + 1 and word.article and word.stem in crowds

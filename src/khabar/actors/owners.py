"""Whose people somebody's people are: «قواتها», «أعضاء حكومته», «وزير خارجيته» belong to the state of whoever was named before, and who stands on whose side."""

from collections.abc import Mapping, Sequence

from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

_FAR = 30
# What stands before a nationality where the people of two states are told apart.
_SIDES = frozenset({"جانب", "طرف"})


def owner_of(words: Sequence[Word], phrase: Phrase, phrases: Sequence[Phrase]) -> str:
    """The state of the last one named before `phrase` whom the pronoun at its end may mean; "" where there is no pronoun or nobody."""
    pronoun = words[phrase.last - 1].after
    if pronoun not in ("ه", "ها", "هم", "هما", "هن"):
        return ""
    for other in sorted(phrases, key=lambda p: -p.first):
        if phrase.first - _FAR <= other.first < phrase.first and other.country and not (pronoun == "ها" and other.kind == "person"):
            return "" if any(w.raw in (".", "؟", "!") or w.kind == "break" for w in words[other.last : phrase.first]) else other.country
    return ""


def side_of(words: Sequence[Word], index: int, nationalities: Mapping[int, Phrase]) -> str:
    """حضره من الجانب الكيني فلان وفلان: the state on whose side the word `index` stands in its sentence; "" where none is told."""
    for at in range(index - 1, max(-1, index - _FAR), -1):
        if words[at].kind == "break" or words[at].raw in ".؟!":
            return ""
        if words[at].stem in _SIDES and words[at].article and at + 1 in nationalities and at and words[at - 1].form in ("من", "عن", "ومن", "وعن"):
            return nationalities[at + 1].country
    return ""

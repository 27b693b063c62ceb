"""Whose people somebody's people are: «قواتها», «أعضاء حكومته», «وزير خارجيته» belong to the state of whoever was named before."""

from collections.abc import Sequence

from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

_FAR = 30


def owner_of(words: Sequence[Word], phrase: Phrase, phrases: Sequence[Phrase]) -> str:
    """The state of the last one named before `phrase` whom the pronoun at its end may mean; "" where there is no pronoun or nobody."""
    pronoun = words[phrase.last - 1].after
    if pronoun not in ("ه", "ها", "هم", "هما", "هن"):
        return ""
    for other in sorted(phrases, key=lambda p: -p.first):
        if phrase.first - _FAR <= other.first < phrase.first and other.country and not (pronoun == "ها" and other.kind == "person"):
            return "" if any(w.raw in (".", "؟", "!") or w.kind == "break" for w in words[other.last : phrase.first]) else other.country
    return ""

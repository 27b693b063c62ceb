"""«بلاده», «بلادها»: the state of whoever was named before, as a party."""

from collections.abc import Iterable, Sequence

from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

_COUNTRY = frozenset({"بلاد", "بلد", "دولت", "دوله"})
_OWNERS = ("ه", "ها", "هم", "نا")
# How many words back the owner may stand, over sentences too: he goes on speaking.
_FAR = 60
# Codes of bodies that are no state's.
NO_STATES = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "ISM", "MNC"})
_STATES = ("state", "capital", "palace")


def with_homes(words: Sequence[Word], phrases: Sequence[Phrase], nationalities: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """`phrases` and, for every «بلاده», the state of the person or body with a state that was named last before it.

    `nationalities` are the adjectives of the text, which tell what the lists call each state.
    """
    called = {p.country: p.canonical for p in nationalities if p.tag == "state" and p.canonical}
    covered = {i for p in phrases for i in range(p.first, p.last)}
    found = list(phrases)
    for index, word in enumerate(words):
        if word.kind != "word" or word.stem not in _COUNTRY or word.after not in _OWNERS or index in covered:
            continue
        owner = next((p for p in reversed(phrases) if index - _FAR < p.first < index and _owns(p)), None)
        if owner is not None:
            found.append(
                Phrase(index, index + 1, word.before, "state", "country", owner.country, "GOV", None, None, called.get(owner.country) or _name(owner), (), False, (), "home"),
            )
    return tuple(sorted(found, key=lambda p: p.first))


def _owns(phrase: Phrase) -> bool:
    """Whether a phrase names somebody whose country may be spoken of: an official, a government, not a place or a crowd."""
    return len(phrase.country) == 3 and phrase.country not in NO_STATES and (phrase.kind == "person" or phrase.tag in ("institution", "body", "palace") and bool(phrase.country))


def _name(owner: Phrase) -> str:
    """What the lists call the owner's state, "" where the owner's words do not tell."""
    return next((p.canonical for p in owner.inner if p.tag in _STATES and p.country == owner.country), "")

"""The genders, numbers and cases of adjectives and of nouns with a regular plural, as newspapers spell them."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from khabar.text.fold import fold_word


class Inflected(NamedTuple):
    """One folded spelling: masculine or feminine, singular, dual or plural."""

    form: str
    gender: Literal["m", "f"]
    number: Literal["s", "d", "p"]


# Endings of a noun or adjective. ين is both dual and plural; it is told as the plural, which is commoner.
_REGULAR = (
    Inflected("", "m", "s"), Inflected("ه", "f", "s"), Inflected("ون", "m", "p"), Inflected("ين", "m", "p"),
    Inflected("ات", "f", "p"), Inflected("ان", "m", "d"), Inflected("تان", "f", "d"), Inflected("تين", "f", "d"),
)
_TANWIN = Inflected("ا", "m", "s")
# A participle of a verb that ends in ي loses it before ون and ين.
_WEAK = tuple(e._replace(form=e.form if e.form in ("ون", "ين") else "ي" + e.form) for e in _REGULAR)


def inflect_nisba(base: str) -> tuple[Inflected, ...]:
    """All forms of a nationality, from the masculine singular without ال; of one in several words also those with ال inside.

    The accusative is last, for it may be spelled like the state: روسيا, سوريا, ألمانيا.
    """
    words = fold_word(base).split()
    found: list[Inflected] = []
    for ending in (*_REGULAR, _TANWIN):
        forms = [word + ending.form if word.endswith("ي") else word for word in words]
        found.append(ending._replace(form=" ".join(forms)))
        if len(words) > 1 and ending is not _TANWIN:
            definite = ["ال" + form if place and words[place].endswith("ي") else form for place, form in enumerate(forms)]
            found.append(ending._replace(form=" ".join(definite)))
    return tuple(found)


def tanwin(base: str) -> str:
    """The indefinite accusative of a nationality, folded: روسيا, أميركيا."""
    return inflect_nisba(base)[-1].form


def inflect_regular(base: str) -> tuple[Inflected, ...]:
    """All forms of a noun or adjective with regular plurals (مسؤول, مؤكد), from the masculine or, with ة, the feminine singular."""
    word = fold_word(base)
    if word.endswith("ه"):
        return tuple(_feminine(word[:-1]))
    return tuple(e._replace(form=word + e.form) for e in (*_REGULAR, _TANWIN))


def inflect_weak(base: str) -> tuple[Inflected, ...]:
    """All forms of a participle on ي (ملتقي, داعي), from its form with ال."""
    word = fold_word(base)[:-1]
    return (
        Inflected(word, "m", "s"),
        *(e._replace(form=word + e.form) for e in _WEAK),
        Inflected(word + "يا", "m", "s"),
    )


def _feminine(stem: str) -> Iterator[Inflected]:
    yield Inflected(stem + "ه", "f", "s")
    yield Inflected(stem + "ات", "f", "p")
    yield Inflected(stem + "تان", "f", "d")
    yield Inflected(stem + "تين", "f", "d")

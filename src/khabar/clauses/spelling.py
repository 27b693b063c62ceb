"""Names of one person that are spelled in two ways: عبد الله and عبدالله, أبو and أبي, هيغ and هيج, بوتين and بوتن."""

import re
from collections.abc import Container

from khabar.text.fold import fold_word

# Words that are written apart or in one with the word before or behind them, and the forms of a kunya in each case.
_BEFORE, _BEHIND = frozenset({"عبد"}), frozenset({"الله", "الدين"})
_ONE_FORM = {"ابي": "ابو", "ابا": "ابو", "ابن": "بن"}
# Letters that foreign names are written with by turns.
_BY_TURNS = str.maketrans({"ج": "غ", "ق": "غ", "ث": "ت", "ذ": "د", "ز": "س", "ه": "ا"})
# Letters that foreign names are hardly ever written with.
_ARABIC = frozenset("حخعصضطظ")
_LONG = re.compile("(?<=.)[اوي]+")
_TWICE = re.compile("(.)\\1+")
_LEAST = 3


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name; those that are written apart or together (عبد الله, نور الدين) together, a kunya in one case."""
    found: list[str] = []
    for word in fold_word(name).split():
        joins = found and (found[-1] in _BEFORE or (word in _BEHIND and len(found[-1]) > 2))
        if joins:
            found[-1] += word
        else:
            found.append(_ONE_FORM.get(word, word))
    return tuple(found)


def sound(word: str) -> str:
    """What a foreign name keeps however it is spelled: its consonants and last letter, all letters where they are few; "" for one that is too short or that is no foreign name."""
    if word.startswith("ال") or _ARABIC & set(word):
        return ""
    plain = _TWICE.sub(r"\1", word.translate(_BY_TURNS))
    bare = _LONG.sub("", plain)
    return f"{bare}{plain[-1]}" if len(bare) >= _LEAST else plain if len(plain) >= _LEAST else ""


def alike(one: str, other: str, given: Container[str]) -> bool:
    """Whether two folded words spell one name; `given` are the first names, of which two are two."""
    if one == other or one.replace("وو", "و") == other.replace("وو", "و"):
        return True
    if one in given and other in given or one[:2] == "ال" or other[:2] == "ال":
        return False
    if len(one) >= _LEAST and one.translate(_BY_TURNS) == other.translate(_BY_TURNS):
        return True
    heard = sound(one)
    return heard != "" and heard == sound(other) and one not in given and other not in given

"""Verbs of the list with the vowels that their form tells: يُعلن، تَشمل، أَعلَنَت."""

import re
from collections.abc import Iterable, Sequence

_MARKS = re.compile("[\u064b-\u0652\u0670]")
_SHADDA, _FATHA, _DAMMA, _KASRA = "\u0651", "\u064e", "\u064f", "\u0650"
_LONG = frozenset("اويىآؤئء")
# Verbs of three letters whose second has a kasra (عَمِلَت); the others have a fatha.
_SECOND_KASRA = frozenset("علم عمل شهد سمع لعب فشل خسر ربح لحق قبل فهم شرب كسب غضب فرح حذر أمن رغب صعد ضمن بلغ نشط ندم شمل تعب حمد".split()) - {"بلغ", "شمل"}


def vowelled_verbs(rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """The third person of every verb, without marks, as it is read: rows are perfect, imperfect, and more that is not needed here."""
    found: dict[str, str] = {}
    for perfect, imperfect, *_ in rows:
        plain = _MARKS.sub("", imperfect)
        vowel = _DAMMA if raises(perfect) else _FATHA
        for person in "يتن":
            found.setdefault(person + plain[1:], person + vowel + plain[1:])
        told = _perfect(perfect)
        if told:
            found.setdefault(_MARKS.sub("", told), told)
    return found


def raises(perfect: str) -> bool:
    """Whether the imperfect begins with «yu»: forms II, III and IV, and verbs of four letters."""
    letters = _MARKS.sub("", perfect)
    if letters.startswith(("ت", "ا")) and len(letters) > 3 and not (letters.startswith("ت") and len(letters) == 4 and _SHADDA not in perfect and letters[2] not in "اّ"):
        return False
    if len(letters) == 3:
        return _SHADDA in perfect and not perfect.endswith(_SHADDA)
    return len(letters) == 4


def _perfect(perfect: str) -> str:
    """The perfect of a woman or of things, as far as its form tells its vowels; nothing for others."""
    letters = _MARKS.sub("", perfect)
    if letters.endswith(("ى", "ا")) or not letters or perfect.endswith(_SHADDA):
        return ""
    if len(letters) == 3 and not any(c in _LONG for c in letters):
        if _SHADDA in perfect:
            return f"{letters[0]}{_FATHA}{letters[1]}{_SHADDA}{_FATHA}{letters[2]}{_FATHA}ت"
        second = _KASRA if letters in _SECOND_KASRA else _FATHA
        return f"{letters[0]}{_FATHA}{letters[1]}{second}{letters[2]}{_FATHA}ت"
    return perfect[:1] + (_FATHA if perfect[0] == "أ" else "") + perfect[1:] + _FATHA + "ت"

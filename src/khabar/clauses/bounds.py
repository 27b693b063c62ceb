"""Stretches that look like clauses and are none: bounds of a number (ما لا يقل عن، أكثر من), pious formulas (حفظه الله)."""

from collections.abc import Sequence

from khabar.text.words import Word

_BOUNDS = (
    ("ما", "لا", "يقل", "عن"), ("ما", "لا", "تقل", "عن"), ("ما", "يزيد", "علي"), ("ما", "يزيد", "عن"), ("ما", "يقرب", "من"), ("ما", "يقارب"), ("ما", "يصل", "الي"),
    ("ما", "يربو", "علي"), ("اكثر", "من"), ("اقل", "من"), ("ازيد", "من"), ("ما", "بين"), ("ما", "مجموعه"), ("ما", "يعادل"), ("علي", "الاقل"), ("علي", "الاكثر"),
)


_FORMULAS = frozenset(
    {"حفظه", "يحفظه", "رحمه", "يرحمه", "رعاه", "يرعاه", "ايده", "سلمه", "وفقه", "حفظهم", "رحمها", "حفظها", "رحمهم", "وفقهم", "شفاه", "اعزه", "نصره", "ابقاه"}
)


def bounds(words: Sequence[Word]) -> dict[int, int]:
    """The word after each such stretch, by every word of it."""
    found: dict[int, int] = {}
    for index, word in enumerate(words):
        if word.form == "الله" and index and words[index - 1].form in _FORMULAS:
            found.update({index - 1: index + 1, index: index + 1})
        if word.form in ("ثراه", "ثراها") and index > 1 and words[index - 1].form == "الله" and words[index - 2].form == "طيب":
            found.update(dict.fromkeys(range(index - 2, index + 1), index + 1))
        if word.form not in ("ما", "اكثر", "اقل", "ازيد", "علي"):
            continue
        for bound in _BOUNDS:
            end = index + len(bound)
            if end <= len(words) and all(w.form == b for w, b in zip(words[index:end], bound, strict=True)):
                found.update(dict.fromkeys(range(index, end), end))
                break
    return found


def alone_in_marks(words: Sequence[Word]) -> frozenset[int]:
    """Words alone in quotation marks, which name something («ساند», "حافز") and tell no act."""
    return frozenset(i for i in range(1, len(words) - 1) if words[i - 1].raw in "«\"“" and words[i + 1].raw in "»\"”" and words[i].kind == "word")

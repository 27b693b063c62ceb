"""Bounds of a number that look like clauses: ما لا يقل عن، أكثر من، ما يصل إلى."""

from collections.abc import Sequence

from khabar.text.words import Word

_BOUNDS = (
    ("ما", "لا", "يقل", "عن"), ("ما", "لا", "تقل", "عن"), ("ما", "يزيد", "علي"), ("ما", "يزيد", "عن"), ("ما", "يقرب", "من"), ("ما", "يقارب"), ("ما", "يصل", "الي"),
    ("ما", "يربو", "علي"), ("اكثر", "من"), ("اقل", "من"), ("ازيد", "من"), ("ما", "بين"), ("ما", "مجموعه"), ("ما", "يعادل"), ("علي", "الاقل"), ("علي", "الاكثر"),
)


def bounds(words: Sequence[Word]) -> dict[int, int]:
    """The word after each bound, by every word of it; only before a number or somebody counted, or على الأقل after one."""
    found: dict[int, int] = {}
    for index, word in enumerate(words):
        if word.form not in ("ما", "اكثر", "اقل", "ازيد", "علي"):
            continue
        for bound in _BOUNDS:
            end = index + len(bound)
            if end <= len(words) and all(w.form == b for w, b in zip(words[index:end], bound, strict=True)):
                found.update(dict.fromkeys(range(index, end), end))
                break
    return found

"""Who held an office on a day: «الرئيس الأميركي» in an article of 2015 is a person."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from khabar.lexicon.terms import Holder
from khabar.text.fold import fold_word

# An office is asked for by its state and the stems of its words.
Incumbents = Mapping[tuple[str, frozenset[str]], tuple[int, ...]]
# Words of an office that tell nothing of it, and words for the same office.
EMPTY = frozenset({"شوون", "حالي", "في", "لدي", "باسم", "السيد", "فخامه", "دوله", "جلاله", "سمو", "صاحب", "ملكي", "معالي", "سعاده", "دكتور", "مهندس", "استاذ"})
_SAME = {"حكومه": "وزراء", "عاهل": "ملك", "رييسه": "رييس", "وزيره": "وزير", "مستشاره": "مستشار", "ملكه": "ملك", "مديره": "مدير", "مفوضه": "مفوض", "زعيمه": "زعيم"}


def in_office(holder: Holder, day: str) -> bool:
    """Whether the term of `holder` covers `day` (ISO 8601); a term told by year or month covers all of it."""
    return (not holder.since or holder.since <= day) and (not holder.until or day[: len(holder.until)] <= holder.until)


def office_words(stems: Iterable[str]) -> frozenset[str]:
    """The words that tell an office, each as it stands for both genders and all names of the office."""
    return frozenset(_SAME.get(stem, stem) for stem in stems) - EMPTY


def incumbents(holders: Iterable[Holder]) -> Incumbents:
    """The rows of `holders` by state and office."""
    found: dict[tuple[str, frozenset[str]], list[int]] = defaultdict(list)
    for row, holder in enumerate(holders):
        found[holder.country, office_words(_stem(word) for word in fold_word(holder.office).split())].append(row)
    return {office: tuple(rows) for office, rows in found.items()}


def _stem(word: str) -> str:
    for article in ("لل", "ال"):
        if word.startswith(article) and len(word) > len(article) + 2:
            return word[len(article):]
    return word

"""Which quotation marks hold somebody's words, and which the name of something."""

from bisect import bisect_left
from collections.abc import Container, Sequence

from khabar.clauses.phrase import Phrase
from khabar.text.marks import Marked
from khabar.text.words import Word


class Quotations:
    """Judges the quotation marks of one text; `named` are nouns before a name in marks."""

    def __init__(self, words: Sequence[Word], phrases: Sequence[Phrase], named: Container[str]) -> None:
        self._words = words
        self._starts = [w.start for w in words]
        self._named = named
        self._phrases: dict[int, list[Phrase]] = {}
        for phrase in phrases:
            for each in (phrase, *phrase.inner):
                self._phrases.setdefault(each.first, []).append(each)

    def quotes_words(self, mark: Marked, reported: bool) -> bool:
        """Whether what stands in marks is somebody's words, not the name of something."""
        index = bisect_left(self._starts, mark.start)
        inner = [w for w in self._words[index : index + 60] if mark.inner_start <= w.start < mark.inner_end and w.kind == "word"]
        before = self._words[index - 1] if index else None
        if len(inner) <= 5 and self._is_name(index, mark):
            return False
        attached = before is not None and before.kind == "word" and before.end == mark.start
        attached = attached or (before is not None and before.raw == "ـ")
        if before is not None and before.kind == "word" and (before.stem in self._named or before.form.removeprefix("و") in self._named) and len(inner) < (12 if before.stem == "شعار" else 6):
            return False
        if attached and len(inner) < (3 if reported else 4) and before is not None and before.form in ("ل", "لـ", "و", "ولـ"):
            return False
        if len(inner) >= 4:
            return True
        if len(inner) >= 2:
            return reported
        return reported and len(inner) == 1 and not inner[0].article and before is not None and before.kind == "word" and inner[0].form.endswith(("ه", "ا", "د"))

    def _is_name(self, index: int, mark: Marked) -> bool:
        """Whether all that stands in the marks is the name of somebody or something."""
        start = index + 1 if index < len(self._words) and self._words[index].start < mark.inner_start else index
        last = bisect_left(self._starts, mark.inner_end)
        return any(p.first == start and p.last >= last - (self._words[last - 1].kind == "sign") for p in self._phrases.get(start, ()))

def overlaps(spans: Sequence[tuple[int, int]], mark: Marked) -> bool:
    """Whether one of the sorted `spans`, none of which holds another, overlaps what stands in the mark."""
    place = bisect_left(spans, (mark.inner_end, 0))
    return any(end > mark.inner_start for _, end in spans[max(0, place - 8) : place])


def holds(spans: Sequence[tuple[int, int]], mark: Marked) -> bool:
    """Whether one of the sorted `spans` holds the whole mark."""
    place = bisect_left(spans, (mark.start + 1, 0))
    return any(end >= mark.end for _, end in spans[max(0, place - 8) : place])

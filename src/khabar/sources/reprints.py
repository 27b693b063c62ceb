"""Reprints: texts read together that are one text, perhaps trimmed or reworded a little, told by MinHash over runs of words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from khabar.model import Article
from khabar.sources.found import Outcome
from khabar.text.fold import fold

_WORD = re.compile(r"\w+")
_RUN = 4
_PERMUTATIONS = 64
_SAME = 0.6
_LEAST_RUNS = 20


def runs_of(text: str) -> set[bytes]:
    """The runs of four words of a text, in one spelling."""
    words = _WORD.findall(fold(text).text)
    return {" ".join(words[at : at + _RUN]).encode("utf-8", "replace") for at in range(len(words) - _RUN + 1)}


def with_reprints(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The same, in order; an article whose text was read before has `same_text_as` the id of the first that had it, nothing dropped.

    Texts under twenty runs of words are never called the same. What is kept grows by a kilobyte an article.
    """
    alone: tuple[str, set[bytes]] | None = None
    index: _Index | None = None
    for outcome in outcomes:
        runs = runs_of(outcome.text) if isinstance(outcome, Article) else set()
        if not isinstance(outcome, Article) or len(runs) < _LEAST_RUNS:
            yield outcome
        elif index is None and alone is None:
            alone = (outcome.id, runs)  # one article alone needs no index
            yield outcome
        else:
            if index is None and alone is not None:
                index = _Index()
                index.first(*alone)
            first = index.first(outcome.id, runs) if index else outcome.id
            yield outcome if first == outcome.id or outcome.same_text_as is not None else replace(outcome, same_text_as=first)


class _Index:
    """The texts so far, by their sketches."""

    def __init__(self) -> None:
        from datasketch import MinHash, MinHashLSH  # slow to load, and one article alone does not need it

        self._sketch = MinHash
        self._index = MinHashLSH(threshold=_SAME, num_perm=_PERMUTATIONS)
        self._known: dict[str, tuple[int, MinHash]] = {}

    def first(self, name: str, runs: set[bytes]) -> str:
        """The id of the first text that is the same: `name` where there is none."""
        sketch = self._sketch(num_perm=_PERMUTATIONS)
        sketch.update_batch(sorted(runs))
        alike = [(self._known[key][0], key) for key in self._index.query(sketch) if self._known[key][1].jaccard(sketch) >= _SAME]
        if alike:
            return str(min(alike)[1])
        if name not in self._known:
            self._known[name] = (len(self._known), sketch)
            self._index.insert(name, sketch)
        return name

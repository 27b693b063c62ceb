"""The sentences that tell an article's news in short."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from khabar.model import Article, Event, SummarySentence
from khabar.summary.rank import centrality
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_MOST = 200
# What stands right behind these is told in passing: الهدنة التي أعلنها التحالف.
_RELATIVES = frozenset({"الذي", "التي", "الذين"})


def summarize(
    article: Article, words: Sequence[Word], sentences: Sequence[Sentence], events: Sequence[Event], common: Callable[[str], float], size: int = 3,
) -> tuple[SummarySentence, ...]:
    """At most `size` sentences of the first 200, in the order of the text: central, early, telling acts of the record (not only in passing), none saying again what another says."""
    pool = [s for s in sentences if s.end - s.start > 25][:_MOST]
    stems = [[w.stem for w in words[s.first : s.last] if w.kind == "word" and common(w.stem) < 5.8 and len(w.stem) > 1] for s in pool]
    shares = centrality(stems)
    passing = {w.start for before, w in pairwise(words) if before.form in _RELATIVES}
    scores = []
    for number, sentence in enumerate(pool):
        score = shares[number] * len(pool)
        score += 1.6 / (1 + number)
        told = sum(1 for e in events if sentence.start <= e.evidence.start < sentence.end and e.trigger.start not in passing)
        score += 0.25 * min(told, 3)
        length = len(stems[number])
        if length < 7:
            score -= 0.6
        if _leans_back(words, sentence):
            score -= 0.35
        scores.append(score)
    chosen: list[int] = []
    while len(chosen) < min(size, len(pool)):
        best = max((n for n in range(len(pool)) if n not in chosen), key=lambda n: scores[n] - 2.0 * _overlap(stems, n, chosen))
        chosen.append(best)
    return tuple(_sentence(article, pool[n]) for n in sorted(chosen))


def _leans_back(words: Sequence[Word], sentence: Sentence) -> bool:
    """Whether the sentence only makes sense after the one before: وأضاف، وتابع، كما …"""
    first = words[sentence.first].form
    return first in ("واضاف", "وتابع", "واوضح", "واردف", "واستطرد", "واضافت", "وتابعت", "كما", "ولفت", "وزاد", "واشار", "واكد", "وقال", "لكن", "وذلك", "وهو", "وهي")


def _overlap(stems: Sequence[Sequence[str]], number: int, chosen: Sequence[int]) -> float:
    mine = set(stems[number])
    return max((len(mine & set(stems[c])) / max(1, min(len(mine), len(set(stems[c])))) for c in chosen), default=0.0)


def _sentence(article: Article, sentence: Sentence) -> SummarySentence:
    cited = article.cite(sentence.start, sentence.end)
    return SummarySentence(start=cited.start, end=cited.end, text=cited.text, shown=" ".join(cited.text.split()), parts=(cited,))

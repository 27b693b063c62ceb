"""How much each sentence says of what the whole article says (LexRank: Erkan and Radev 2004, over folded stems)."""

import math
from collections import Counter
from collections.abc import Sequence

_DAMPING = 0.85
_ROUNDS = 30
_LEAST = 0.05


def centrality(sentences: Sequence[Sequence[str]]) -> list[float]:
    """For each sentence, given as its stems, its share of the graph of likenesses; they add up to 1."""
    count = len(sentences)
    if count == 0:
        return []
    bags = [Counter(s) for s in sentences]
    spread = Counter(stem for bag in bags for stem in bag)
    weights = {stem: math.log(1 + count / n) for stem, n in spread.items()}
    norms = [math.sqrt(sum((n * weights[s]) ** 2 for s, n in bag.items())) or 1.0 for bag in bags]
    links: list[list[tuple[int, float]]] = [[] for _ in bags]
    for i, bag in enumerate(bags):
        for j in range(i):
            likeness = sum(n * bags[j][s] * weights[s] ** 2 for s, n in bag.items() if s in bags[j]) / (norms[i] * norms[j])
            if likeness > _LEAST:
                links[i].append((j, likeness))
                links[j].append((i, likeness))
    return _walk(links)


def _walk(links: Sequence[Sequence[tuple[int, float]]]) -> list[float]:
    """Where a reader who follows likenesses at random would be."""
    count = len(links)
    totals = [sum(w for _, w in out) for out in links]
    shares = [1 / count] * count
    for _ in range(_ROUNDS):
        nobody = sum(s for s, t in zip(shares, totals, strict=True) if not t)
        fresh = [(1 - _DAMPING + _DAMPING * nobody) / count] * count
        for i, out in enumerate(links):
            for j, weight in out:
                fresh[j] += _DAMPING * shares[i] * weight / totals[i]
        shares = fresh
    return shares

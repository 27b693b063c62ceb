"""«المملكة»، «حزب العدالة والتنمية»: names that several states have, told by the state that the article is about."""

from collections import Counter
from collections.abc import Mapping, Sequence

from khabar.lexicon.finder import Hit
from khabar.lexicon.terms import Term

_TOLD = ("state", "capital", "palace", "nisba", "holder")
Hits = Mapping[int, Sequence[Hit[tuple[Term, ...]]]]


def at_home(hits: Hits, home: str) -> Hits:
    """`hits` with every name that several states have as that of one: the state that the text names most, else `home`.

    Where the text names none of them and `home` is none, a local name of a state is left out, and of groups the first row is believed.
    """
    if not any(_several(hit) for found in hits.values() for hit in found):
        return hits
    told = Counter(found[0].value[0].country for found in hits.values() if found[0].value[0].tag in _TOLD)
    return {index: [h for h in (_settled(hit, told, home) for hit in found) if h is not None] for index, found in hits.items()}


def _several(hit: Hit[tuple[Term, ...]]) -> bool:
    return hit.value[0].tag == "local" or len(hit.value) > 1 and sum(t.tag == "group" for t in hit.value) > 1


def _settled(hit: Hit[tuple[Term, ...]], told: Mapping[str, int], home: str) -> Hit[tuple[Term, ...]] | None:
    if not _several(hit):
        return hit
    kind = "local" if hit.value[0].tag == "local" else "group"
    best = max((t for t in hit.value if t.tag == kind), key=lambda t: (told.get(t.country, 0), t.country == home))
    others = tuple(t for t in hit.value if t.tag != kind)
    if kind == "local" and not told.get(best.country) and best.country != home:
        return hit._replace(value=others) if others else None
    return hit._replace(value=(best._replace(tag="state" if kind == "local" else kind), *others))

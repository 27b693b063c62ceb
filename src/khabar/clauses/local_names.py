"""«المملكة»، «السلطنة»: what a state is called at home."""

from collections import Counter
from collections.abc import Mapping, Sequence

from khabar.lexicon.finder import Hit
from khabar.lexicon.terms import Term

_TOLD = ("state", "capital", "palace", "nisba", "holder")
Hits = Mapping[int, Sequence[Hit[tuple[Term, ...]]]]


def at_home(hits: Hits, home: str) -> Hits:
    """`hits` with every local name as the name of one state: of those that have it the one the text names most, else `home`, else none."""
    if not any(t.tag == "local" for found in hits.values() for h in found for t in h.value):
        return hits
    told = Counter(found[0].value[0].country for found in hits.values() if found[0].value[0].tag in _TOLD)
    return {index: [h for h in (_settled(hit, told, home) for hit in found) if h is not None] for index, found in hits.items()}


def _settled(hit: Hit[tuple[Term, ...]], told: Mapping[str, int], home: str) -> Hit[tuple[Term, ...]] | None:
    local = [t for t in hit.value if t.tag == "local"]
    if not local:
        return hit
    best = max(local, key=lambda t: (told.get(t.country, 0), t.country == home))
    others = tuple(t for t in hit.value if t.tag != "local")
    if not told.get(best.country) and best.country != home:
        return hit._replace(value=others) if others else None
    return hit._replace(value=(best._replace(tag="state"), *others))

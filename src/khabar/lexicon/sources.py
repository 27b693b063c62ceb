"""Which list knows a name."""

from collections.abc import Iterator, Mapping
from typing import Any

from khabar.lexicon import Lexicon
from khabar.text.fold import fold
from khabar.text.words import Frequencies, words

_FILES = {
    "state": "states.toml", "local": "states.toml", "capital": "states.toml", "palace": "states.toml", "nisba": "states.toml", "body": "bodies.toml",
    "group": "groups.toml", "group_nisba": "bodies.toml, groups.toml", "institution": "institutions.toml", "collective": "collectives.toml",
    "office": "offices.toml", "outlet": "outlets.toml", "holder": "holders.tsv", "place": "places.tsv, places_own.tsv",
}


def sources_of(text: str, lexicon: Lexicon, frequencies: Frequencies, own: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """What the lists have of the forms in `text`, the longest first, with the file of each; `own` names the file of every form of own words."""
    for hit in lexicon.finder.find(words(fold(text), frequencies)):
        for term in hit.value:
            row: dict[str, Any] = {
                "form": hit.form, "list": own.get(hit.form, _FILES[term.tag]), "tag": term.tag, "name": term.name, "kind": term.kind, "country": term.country or None,
                "sector": term.sector or None,
            }
            if term.ambiguous:
                row["ambiguous"] = True
            if term.tag == "holder":
                holder = lexicon.holders[term.row]
                row |= {"office": holder.office, "since": holder.since or None, "until": holder.until or None}
            yield row
    for word in text.split():
        for name, forms in (("given.txt", lexicon.names.given), ("family.txt, names.toml", lexicon.names.family)):
            if fold(word).text in forms:
                yield {"form": fold(word).text, "list": name}

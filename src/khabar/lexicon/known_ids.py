"""The Wikidata and GeoNames ids of states, bodies and people, where a data file gives them."""

from collections.abc import Mapping
from typing import NamedTuple

from khabar.lexicon.files import tsv_rows
from khabar.text.fold import fold_word


class KnownIds(NamedTuple):
    """Ids by the key of an actor: "country:" and its code, "body:" or "person:" and the folded name that the list puts first."""

    wikidata: Mapping[str, str]
    geonames: Mapping[str, int]


def load_known_ids() -> KnownIds:
    """The ids of the package."""
    keys = {"state": "country", "body": "body", "person": "person"}
    wikidata = {f"{keys[kind]}:{name if kind == 'state' else fold_word(name)}": number for kind, name, number in tsv_rows("wikidata.tsv")}
    return KnownIds(wikidata, {f"country:{code}": int(number) for code, number in tsv_rows("states_geonames.tsv")})

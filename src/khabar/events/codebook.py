"""The codebook: types of acts with their modes, scores and quads."""

from collections.abc import Mapping
from typing import NamedTuple

from khabar.events.about import AboutWords, load_about_words
from khabar.events.confidence import load_confidence
from khabar.events.contexts import ContextWords, load_context_words
from khabar.events.tolls import TollWords, load_toll_words
from khabar.events.when import WhenWords, load_when_words
from khabar.events.where import WhereWords, load_where_words
from khabar.lexicon.files import toml_table


class Codebook(NamedTuple):
    """Quad code by type, score by (type, mode) with mode "" for the type alone, the folded words that show a context, those of time and place; how often acts of a kind are right."""

    quads: Mapping[str, int]
    scores: Mapping[tuple[str, str], float]
    contexts: ContextWords
    when: WhenWords
    where: WhereWords
    tolls: TollWords
    about: AboutWords
    confidence: Mapping[str, float]

    def score(self, event: str, mode: str) -> float:
        """The PLOVER score of a type and mode."""
        return self.scores.get((event, mode), self.scores[event, ""])


def load_codebook() -> Codebook:
    """The codebook of the package."""
    quads: dict[str, int] = {}
    scores: dict[tuple[str, str], float] = {}
    table = toml_table("codebook.toml")
    for row in table["type"]:
        name = row["name"]
        quads[name] = int(row["quad"])
        scores[name, ""] = float(row["score"])
        for mode, score in row.get("modes", {}).items():
            scores[name, mode] = float(score)
    return Codebook(quads, scores, load_context_words(), load_when_words(), load_where_words(), load_toll_words(), load_about_words(), load_confidence())

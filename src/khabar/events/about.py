"""What a whole article is about: in one about sport, markets, the arts, science the bar for acts is higher, and an accident is no assault."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.phrase import Phrase
from khabar.events.acts import Act
from khabar.events.hints import elected
from khabar.lexicon.files import strings, toml_table
from khabar.text.fold import fold_word
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_FAR_FROM_POLITICS = ("sport", "markets", "arts", "science")
# An article is about what so large a share of its sentences, and at least so many, speak of.
_SHARE, _LEAST = 0.4, 2
_POLITICAL = frozenset({"GOV", "MIL", "COP", "REB", "LEG", "JUD", "PRM", "UAF", "SPY", "PTY", "OPP", "ELI"})


class AboutWords(NamedTuple):
    """The topic of each folded word without ال."""

    topics: Mapping[str, str]


def load_about_words() -> AboutWords:
    """The words of the package."""
    name = "about.toml"
    table = toml_table(name)
    return AboutWords({fold_word(w): topic for topic in table for w in strings(name, table[topic], "words")})


def above_the_bar(acts: Sequence[Act], words: Sequence[Word], sentences: Sequence[Sentence], about: AboutWords) -> list[Act]:
    """The acts that what the article is about leaves standing."""
    told = [
        frozenset(about.topics[words[i].stem] for i in range(s.first, s.last) if words[i].stem in about.topics and not elected(words, i)) for s in sentences
    ]
    counts = Counter(topic for here in told for topic in here)
    accident = counts["accident"] > 0 and not counts["force"]
    far = next((t for t in _FAR_FROM_POLITICS if counts[t] >= max(_LEAST, _SHARE * len(sentences)) and counts[t] > counts["force"]), "")
    if not far and not accident:
        return list(acts)
    return [a for a in acts if _stands(a, far, told[a.sentence]) and not (accident and a.event == "ASSAULT" and not a.actors)]


def _stands(act: Act, far: str, told: frozenset[str]) -> bool:
    """Far from politics an act stands in a sentence of its own and between parties of politics; a team is called by its state."""
    if not far:
        return True
    if far in told:
        return False
    sides = (*act.actors, *act.recipients)
    return bool(sides) and all(_of_politics(p, far) for p in sides)


def _of_politics(phrase: Phrase, far: str) -> bool:
    return phrase.sector in _POLITICAL and not (far == "sport" and phrase.tag == "state")

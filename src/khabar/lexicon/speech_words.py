"""The words of saying: verbs and participles with their stance, and what names a thing in quotation marks."""

from collections.abc import Mapping
from typing import NamedTuple

from khabar.lexicon.files import strings, toml_table
from khabar.text.fold import fold_word


class SpeechWords(NamedTuple):
    """Stance by folded lemma and by folded participle ("nominal" for a noun of saying), the verbs as pairs, and the words before a mark that names something."""

    verbs: Mapping[str, str]
    participles: Mapping[str, str]
    named: frozenset[str]


def load_speech_words() -> SpeechWords:
    """The words of saying of the package."""
    table = toml_table("cues.toml")
    verbs = {fold_word(pair.partition("/")[0]): stance for stance, row in table["verbs"].items() for pair in strings("cues.toml", row, "forms")}
    participles: dict[str, str] = {}
    for stance, row in table["participles"].items():
        for form in strings("cues.toml", row, "forms"):
            base = fold_word(form)
            for ending in ("ا", "ه", "ين", "ان"):
                participles[base + ending] = stance
    participles.update((fold_word(form), "nominal") for form in strings("cues.toml", table["nouns"], "forms"))
    named = frozenset(fold_word(w) for w in strings("named_in_marks.toml", toml_table("named_in_marks.toml"), "words"))
    return SpeechWords(verbs, participles, named)


def speech_verb_pairs() -> tuple[tuple[str, str], ...]:
    """Perfect and imperfect of every verb of saying, for conjugation."""
    rows = toml_table("cues.toml")["verbs"].values()
    return tuple((p, i) for row in rows for p, _, i in (pair.partition("/") for pair in strings("cues.toml", row, "forms")))

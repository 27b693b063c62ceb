"""The markers of doubt, by how far they reach."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from khabar.doubt.figures import Figures, load_figures
from khabar.errors import LexiconError
from khabar.lexicon.files import strings, toml_table
from khabar.text.fold import fold_word

_FILE = "doubts.toml"
# The strongest first: where an act stands under two marks, the earlier one here is its status.
KINDS = ("nonevent", "denied", "negated", "hypothetical", "expected", "planned", "alleged")
REACHES = ("verb", "noun", "clause", "after", "adjective")


class Marker(NamedTuple):
    """A phrase that marks doubt: its folded words, what it says of an act (`kind`, "" for nothing) and of which act (`reach`)."""

    words: tuple[str, ...]
    kind: str
    reach: str


class DoubtVerb(NamedTuple):
    """What a verb says of all that it tells, where the words `before` follow it (empty: whatever follows); `negated` that a negation must stand before it."""

    kind: str
    before: tuple[str, ...]
    negated: bool


class DoubtWords(NamedTuple):
    """Markers by their first folded word, the longest first; verbs by folded perfect; words for reports and for hearsay, for those who take a side, for what a
    denial points back to, and words that undo a negation.
    """

    markers: Mapping[str, tuple[Marker, ...]]
    verbs: Mapping[str, tuple[DoubtVerb, ...]]
    news: frozenset[str]
    hearsay: frozenset[str]
    partisans: frozenset[str]
    pointing: frozenset[str]
    undone: frozenset[str]
    figures: Figures

    def leaves_open(self, lemma: str) -> bool:
        """Whether a verb, negated, leaves open what it speaks of: لم يستبعد، لم ينفِ."""
        return any(row.negated for row in self.verbs.get(lemma, ()))


def load_doubt_words() -> DoubtWords:
    """The markers of the package."""
    table = toml_table(_FILE)
    markers: dict[str, list[Marker]] = {}
    verbs: dict[str, list[DoubtVerb]] = {}
    for phrase in strings(_FILE, table["harmless"], "words"):
        words = tuple(fold_word(phrase).split())
        markers.setdefault(words[0], []).append(Marker(words, "", ""))
    for kind in KINDS:
        for reach in REACHES:
            for phrase in strings(_FILE, table[kind], reach):
                words = tuple(fold_word(phrase).split())
                markers.setdefault(words[0], []).append(Marker(words, kind, reach))
        for perfect, _, before, negated in _verbs(table[kind]):
            verbs.setdefault(fold_word(perfect), []).append(DoubtVerb(kind, before, negated))
    ordered = {first: tuple(sorted(rows, key=lambda r: (-len(r.words), -len(r.words[-1])))) for first, rows in markers.items()}

    def words_of(name: str, field: str = "words") -> frozenset[str]:
        return frozenset(fold_word(w) for w in strings(_FILE, table[name], field))

    return DoubtWords(
        ordered, {lemma: tuple(rows) for lemma, rows in verbs.items()}, words_of("news"), words_of("hearsay"), words_of("partisans"),
        words_of("pointing"), words_of("undone", "after"), load_figures(),
    )


def doubt_verb_pairs() -> tuple[tuple[str, str], ...]:
    """Perfect and imperfect of every verb that marks doubt, for conjugation."""
    table = toml_table(_FILE)
    return tuple(dict.fromkeys((perfect, imperfect) for kind in KINDS for perfect, imperfect, _, _ in _verbs(table[kind])))


def _verbs(row: dict[str, Any]) -> list[tuple[str, str, tuple[str, ...], bool]]:
    """The verbs of a kind: perfect, imperfect, the folded word that must follow, whether a negation stands before."""
    found: list[tuple[str, str, tuple[str, ...], bool]] = []
    for field in ("verbs", "not_verbs"):
        for entry in strings(_FILE, row, field):
            pair, _, before = entry.partition(" ")
            perfect, slash, imperfect = pair.partition("/")
            if not slash:
                raise LexiconError(f"{_FILE}: {field}: {entry}: perfect/imperfect is wanted")
            found.append((perfect, imperfect, tuple(fold_word(w) for w in before.split()), field == "not_verbs"))
    return found

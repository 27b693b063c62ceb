"""Is it so: what in a clause denies, negates, plans, conditions or doubts the act it tells."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from khabar.lexicon.files import strings, toml_table
from khabar.text.fold import fold_word
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_KINDS = ("nonevent", "denied", "negated", "hypothetical", "planned", "alleged")
_REACH = {"nonevent": 6, "denied": 14, "negated": 4, "hypothetical": 14, "planned": 10, "alleged": 14}
_SENTENCE_SIGNS = frozenset(".؟!؛")


class DoubtWords(NamedTuple):
    """Markers as folded word sequences with their kind, by their first word, and the words that undo a negation."""

    markers: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    undone: frozenset[str]


class Doubt(NamedTuple):
    """A marker over the words `first` up to `last`, and the words `last` up to `reach` that it makes doubtful."""

    kind: str
    first: int
    last: int
    reach: int


def load_doubt_words() -> DoubtWords:
    """The markers of the package."""
    name = "doubts.toml"
    table = toml_table(name)
    markers: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in _KINDS:
        for phrase in strings(name, table[kind], "before"):
            words = tuple(fold_word(phrase).split())
            markers.setdefault(words[0], []).append((words, kind))
    ordered = {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in markers.items()}
    return DoubtWords(ordered, frozenset(fold_word(w) for w in strings(name, table["undone"], "after")))


def find_doubt(words: Sequence[Word], sentence: Sentence, doubt_words: DoubtWords, opens: Callable[[int], bool]) -> tuple[Doubt, ...]:
    """The markers of a sentence with their reach; `opens` tells where a clause begins."""
    found = []
    for index in range(sentence.first, sentence.last):
        word = words[index]
        if word.kind != "word":
            continue
        for core in dict.fromkeys((word.form, word.form[len(word.before):], word.form.removeprefix("و"))):
            marker = _marker(words, index, core, doubt_words)
            if marker is not None:
                length, kind = marker
                found.append(Doubt(kind, index, index + length, _reach(words, index + length, sentence.last, kind, opens)))
                break
    return tuple(found)


def _marker(words: Sequence[Word], index: int, core: str, doubt_words: DoubtWords) -> tuple[int, str] | None:
    for sequence, kind in doubt_words.markers.get(core, ()):
        rest = [w.form for w in words[index + 1 : index + len(sequence)]]
        if all(a == b or (len(b) == 1 and a.startswith(b)) for a, b in zip(rest, sequence[1:], strict=False)) and len(rest) == len(sequence) - 1:
            following = words[index + len(sequence)].form if index + len(sequence) < len(words) else ""
            if kind == "negated" and following in doubt_words.undone:
                continue
            open_end = len(sequence) > 1 and len(sequence[-1]) == 1
            return len(sequence) - open_end, kind
    return None


def _reach(words: Sequence[Word], index: int, last: int, kind: str, opens: Callable[[int], bool]) -> int:
    """How far a marker reaches: a negation to its verb and that verb's noun, a condition to the end of its clause."""
    limit = min(last, index + _REACH[kind])
    clauses = 0
    while index < limit:
        word = words[index]
        if word.raw in _SENTENCE_SIGNS or word.kind == "break":
            break
        if word.raw in "،," and (kind in ("negated", "hypothetical", "planned", "nonevent") or _goes_on(words, index + 1, last)):
            break
        if opens(index):
            clauses += 1
            if clauses > (1 if kind in ("negated", "nonevent") else 2):
                break
        index += 1
    return index


def _goes_on(words: Sequence[Word], index: int, last: int) -> bool:
    """Whether a participle in the accusative begins another statement: «نفى التهم، متهماً …»."""
    return index < last and words[index].raw.endswith(("اً", "ًا")) or (index < last and words[index].form.startswith("م") and words[index].form.endswith("ا") and not words[index].article)


def status_at(doubts: Sequence[Doubt], index: int) -> str | None:
    """The kind of doubt that the word at `index` stands under, the strongest first; None where it stands under none."""
    kinds = {d.kind for d in doubts if d.last <= index < d.reach}
    return next((kind for kind in _KINDS if kind in kinds), None)

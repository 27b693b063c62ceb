"""Words that only sound like acts: figures of speech, sport, and the stories of works."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.verbs import Verb
from khabar.lexicon.files import string, strings, toml_table
from khabar.text.fold import fold_word
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_FILE = "figures.toml"
_NEAR = 8
_STORY = 22
_MARKS = frozenset("«»\"“”")


class Figure(NamedTuple):
    """What a trigger does not mean beside one of the words `near`, which stand behind it or, where `anywhere`, in its sentence."""

    near: frozenset[str]
    anywhere: bool


class Figures(NamedTuple):
    """Figures by folded trigger; nouns of works, and the words that lead from a work to its story."""

    by_trigger: Mapping[str, tuple[Figure, ...]]
    works: frozenset[str]
    about: frozenset[str]


def load_figures() -> Figures:
    """The figures of the package."""
    table = toml_table(_FILE)
    found: dict[str, list[Figure]] = {}
    for row in table["figure"]:
        figure = Figure(frozenset(fold_word(w) for w in strings(_FILE, row, "near")), string(_FILE, row, "within") == "sentence")
        for trigger in strings(_FILE, row, "triggers"):
            found.setdefault(fold_word(trigger), []).append(figure)
    works = frozenset(fold_word(w) for w in strings(_FILE, table["works"], "words"))
    return Figures({t: tuple(rows) for t, rows in found.items()}, works, frozenset(fold_word(w) for w in strings(_FILE, table["works"], "about")))


def unreal(words: Sequence[Word], sentence: Sentence, verbs: Mapping[int, Verb], figures: Figures) -> Iterator[tuple[int, int]]:
    """The stretches of words in a sentence that tell no act, though they sound like one."""
    here = {w.form for w in words[sentence.first : sentence.last] if w.kind == "word"}
    for index in range(sentence.first, sentence.last):
        word = words[index]
        if word.kind != "word":
            continue
        verb = verbs.get(index)
        for core in {word.form, word.stem, verb.lemma if verb is not None else word.stem}:
            for figure in figures.by_trigger.get(core, ()):
                last = _beside(words, index, sentence.last, figure, here)
                if last is not None:
                    yield index, last
        if word.form in figures.works or word.stem in figures.works:
            yield from _story(words, index, sentence.last, figures)


def _beside(words: Sequence[Word], index: int, last: int, figure: Figure, here: set[str]) -> int | None:
    """The word behind the figure that begins at `index`; None where its other word is missing."""
    if figure.anywhere:
        return index + 1 if not here.isdisjoint(figure.near) else None
    for place in range(index + 1, min(last, index + 1 + _NEAR)):
        word = words[place]
        if word.raw in ".؟!؛،":
            return None
        if word.form.removeprefix("و") in figure.near or (word.article and "ال" + word.stem in figure.near):
            return place + 1
    return None


def _story(words: Sequence[Word], index: int, last: int, figures: Figures) -> Iterator[tuple[int, int]]:
    """What a work is about or is called: فيلم عن غزو، رواية «اغتيال الملك»، تصور اللوحة غارة."""
    if index and words[index - 1].form.removeprefix("و") in figures.about:
        yield index + 1, min(last, index + _STORY)
        return
    for place in range(index + 1, min(last, index + 6)):
        word = words[place]
        if word.raw in _MARKS:
            end = next((i for i in range(place + 1, min(last, place + 14)) if words[i].raw in _MARKS), None)
            if end is not None:
                yield place, end
            return
        if word.form in figures.about:
            yield place, min(last, place + _STORY)
            return
        if word.raw in ".؟!؛،":
            return

"""What an act is about beside itself: war, elections, health …, by the words of its sentence and by what the whole article is about."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from khabar.events.acts import Act
from khabar.events.extent import extent
from khabar.lexicon.files import strings, toml_table
from khabar.text.fold import fold_word
from khabar.text.sentences import Sentence
from khabar.text.words import Word

# A whole article is about what so many of its sentences are about, and so large a share of them.
_SENTENCES, _SHARE = 4, 0.4


class ContextWords(NamedTuple):
    """The words after it and the context, by the first folded word of each phrase; ال is left off."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    order: Mapping[str, int]


def load_context_words() -> ContextWords:
    """The words of the package."""
    name = "contexts.toml"
    table = toml_table(name)
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for context in table:
        for phrase in strings(name, table[context], "words"):
            first, *rest = (_bare(fold_word(w)) for w in phrase.split())
            found.setdefault(first, []).append((tuple(rest), context))
    return ContextWords({first: tuple(rows) for first, rows in found.items()}, {context: n for n, context in enumerate(table)})


class Contexts:
    """The contexts of one article."""

    def __init__(self, words: Sequence[Word], sentences: Sequence[Sentence], title: str, context_words: ContextWords) -> None:
        self._words, self._sentences, self._lists = words, sentences, context_words
        self._bare_words = [_bare(w.stem if w.kind == "word" else w.form) for w in words]
        per_sentence = Counter(c for s in sentences for c in set(self._between(s.first, s.last)))
        head = set(_in_title(title, context_words))
        least = max(_SENTENCES, round(_SHARE * len(sentences)))
        self._whole = frozenset(c for c, number in per_sentence.items() if number + (c in head) * (_SENTENCES - 1) >= least and number > 1)

    def of(self, act: Act) -> tuple[str, ...]:
        """The contexts of an act, in the order of the list."""
        first, last = extent(self._words, self._sentences[act.sentence], act)
        return tuple(sorted({*self._between(first, last), *self._whole}, key=self._lists.order.__getitem__))

    def _between(self, first: int, last: int) -> Iterator[str]:
        for index in range(first, last):
            for rest, context in self._lists.phrases.get(self._bare_words[index], ()):
                if not rest or tuple(self._bare_words[index + 1 : index + 1 + len(rest)]) == rest:
                    yield context


def _in_title(title: str, lists: ContextWords) -> Iterator[str]:
    bare = [_bare(fold_word(w)) for w in title.split()]
    for index, word in enumerate(bare):
        for rest, context in lists.phrases.get(word, ()):
            if tuple(bare[index + 1 : index + 1 + len(rest)]) == rest:
                yield context


def _bare(form: str) -> str:
    """A folded word without ال."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form

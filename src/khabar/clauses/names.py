"""Where a person's name begins and ends."""

from collections.abc import Callable, Sequence

from khabar.lexicon import NameLists
from khabar.text.words import Word

_LONGEST = 6
# Titles that follow a name and are first names too.
_TITLES = frozenset({"امير", "وزير", "رييس", "محافظ", "مدير", "نايب", "ملك", "قايد", "عضو", "وكيل", "عميد", "شيخ"})
# How a word that is no name ends: accusative, ta marbuta, the plural in -at, a pronoun.
_NO_NAME = ("اً", "ًا", "ة", "ات", "كم", "هم", "نا")
_BINDING = frozenset({"عبد", "ابو", "ابي", "ابن"})


class NameReader:
    """Reads names in one text. `common` says how common a folded word is (Zipf, 0 unknown to 8), `stops` which words end a name, `verbs` which may be verbs."""

    def __init__(
        self, words: Sequence[Word], names: NameLists, common: Callable[[str], float], stops: Callable[[int], bool], verbs: Callable[[int], bool],
    ) -> None:
        self._verbs = verbs
        self._words = words
        self._names = names
        self._common = common
        self._stops = stops

    def starts(self, index: int) -> int | None:
        """The end of the name that starts with a first name at `index`, two words at least; None where there is none."""
        words = self._words
        if index >= len(words) or words[index].kind != "word" or self._first(index) is None:
            return None
        last = self.end(index, 0)
        return last if last - index >= 2 else None

    def likely(self, index: int) -> int | None:
        """The end of a name of two or more rare words at `index`, where a name is to be expected and no list knows the first; None where there is none."""
        if index + 1 >= len(self._words) or self._words[index].kind != "word" or self._words[index].before or self._words[index].article:
            return None
        if self._stops(index) or not self._rare(index) or self._words[index + 1].kind != "word":
            return None
        following = self._words[index + 1]
        if following.form not in self._names.family and following.form not in self._names.given and not self._rare(index + 1):
            return None
        last = self.end(index, 0)
        return last if last - index >= 2 else None

    def _rare(self, index: int) -> bool:
        word = self._words[index]
        return self._common(word.form) < 3 and not word.raw.endswith(_NO_NAME) and not word.after and not word.before

    def _first(self, index: int) -> str | None:
        """The first name at `index`, with or without a clitic before it; عبد and its like count with the word they bind."""
        word = self._words[index]
        if self._is_preposition(word):
            return None
        if word.form[len(word.before):] in _BINDING and index + 1 < len(self._words) and self._words[index + 1].kind == "word":
            return word.form
        for form in (word.form, word.form[len(word.before):]):
            if form in self._names.given and not self._stops(index):
                return form
        return None

    def end(self, index: int, have: int) -> int:
        """Up to where the name at `index` runs, `have` words of it being known already; `index` itself where it is none."""
        start, words = index, self._words
        while index < len(words) and index - start + have < _LONGEST:
            word = words[index]
            if word.kind != "word":
                break
            if self._is_preposition(word):
                break
            known = word.form in self._names.given or word.form in self._names.family
            if word.form in self._names.particles and index + 1 < len(words) and words[index + 1].kind == "word" and not self._stops(index + 1):
                index += 2
                continue
            if word.form in self._names.honorifics and index == start and not have:
                start = index = index + 1
                continue
            if word.stem == "نظير" or (index > start and word.form in _TITLES) or self._stops(index) and not (known and index - start + have):
                break
            if not known and not self._unknown_part(index, index - start + have):
                break
            index += 1
        return index

    def _unknown_part(self, index: int, have: int) -> bool:
        """Whether a word that no list of names has may yet be part of one: rare, and not spelled like a noun in the accusative, feminine or owned."""
        word = self._words[index]
        if have and (word.raw.endswith(_NO_NAME) or word.after) and not (word.article and self._common(word.form) < 2.5):
            return False
        if word.before and not (self._common(word.form) < 3 and self._common(word.stem) < 3.2):
            return False
        if word.article and word.before:
            return False
        if word.article:
            return have > 0 and self._common(word.form) < 4.2
        return self._common(word.form) < 4.0

    def _is_preposition(self, word: Word) -> bool:
        """على with its own ya is the preposition; the name is spelled علي."""
        return word.raw.endswith("ى") and word.form.endswith("علي")

    def is_verb(self, index: int) -> bool:
        """Whether the word at `index` may be a verb."""
        return self._verbs(index)

    @property
    def family(self) -> frozenset[str]:
        """The family names that the lists know."""
        return self._names.family

    def is_stop(self, index: int) -> bool:
        """Whether the word at `index` is a verb, a preposition or the like: no phrase goes over it."""
        return self._stops(index)

    def may_end_office(self, index: int) -> bool:
        """Whether the word at `index` begins a name, so that the office before it is at its end."""
        return self._words[index].form in self._names.given

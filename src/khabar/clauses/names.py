"""Where a person's name begins and ends."""

from collections.abc import Callable, Container, Sequence
from typing import NamedTuple

from khabar.lexicon import NameLists
from khabar.text.words import Word

_LONGEST = 11
_COMMON = 3.8
# Titles that follow a name and are first names too.
_TITLES = frozenset({"حاكم", "امير", "وزير", "رييس", "محافظ", "مدير", "نايب", "ملك", "قايد", "عضو", "وكيل", "عميد", "شيخ"})
# How a word that is no name ends: accusative, ta marbuta, the plurals, a pronoun.
_NO_NAME = ("اً", "ًا", "ة", "ات", "كم", "هم", "نا", "ئ", "ؤ")
# Ordinals, which tell an office and not who holds it: النائب الثاني.
_ORDINALS = frozenset({"الاول", "الثاني", "الثالث", "الرابع"})
# A first name that is a preposition much more often: a name only where one is expected.
_HARDLY = frozenset({"باسم", "فوز", "انتصار", "روح"})
# Whose son or brother somebody is, behind his name: فلان ابن عم الرئيس.
_KIN = frozenset({"ابن", "عم", "خال", "شقيق", "اخ", "اخت", "رييس", "الرييس"})
# How a participle begins that tells what somebody did: علي صالح المتحالف مع …
_PARTICIPLES = ("المت", "المست", "المن")
_BINDING = frozenset({"عبد", "ابو", "ابي", "ابن", "ام", "بو"})
# What may stand before a name in one word with it.
_CLITICS = ("", "و", "ل", "ب", "ف", "ك", "ول", "وب", "فل")
# Particles behind which any word is a name.
_SURE = frozenset({"بن", "ابن", "بنت", "ال", "ابو", "ابي", "ابا", "عبد", "ولد", "اوغلي"})


class Judged(NamedTuple):
    """What the other lists say of the words of a text, each asked by the place of a word.

    `stops`: it ends a name, being a verb, a preposition or the like. `verbs`: it may be a verb. `titles`: a title or a kind of
    people starts there. `nationalities`: it is an adjective of nationality. `offices`: an office of
    several words or the adjective of one starts there. `common` tells how common a folded word is (Zipf, 0 unknown to 8).
    """

    common: Callable[[str], float]
    stops: Callable[[int], bool]
    verbs: Callable[[int], bool]
    titles: Container[int]
    nationalities: Container[int]
    offices: Container[int]


class NameReader:
    """Reads the names of people in one text."""

    def __init__(self, words: Sequence[Word], names: NameLists, judged: Judged) -> None:
        self._words = words
        self._names = names
        self._judged = judged
        self._common = judged.common
        self._stops = judged.stops

    def starts(self, index: int) -> int | None:
        """The end of the name that starts with a first name at `index`, two words at least; None where there is none."""
        last = self.expected(index)
        if last is None:
            return None
        word = self._words[index]
        if word.before and self._words[index + 1].form == "الله" and word.form not in self._names.given:
            return None  # بفضل الله
        doubtful = word.form in self._names.words_too or word.form[len(word.before):] in self._names.words_too
        if doubtful and (word.stem in _HARDLY or word.form in _HARDLY or not self._surely_name(index + 1)):
            return None
        return last

    def expected(self, index: int) -> int | None:
        """The same where a name is to be expected, so that a first name that is another word too is one."""
        if index >= len(self._words) or self._words[index].kind != "word" or self._first(index) is None:
            return None
        last = self.end(index, 0)
        return last if last - index >= 2 else None

    def likely(self, index: int) -> int | None:
        """The end of a name of two or more rare words at `index`, where a name is to be expected and no list knows the first; None where there is none."""
        if index + 1 >= len(self._words) or self._words[index].article or self._words[index + 1].kind != "word":
            return None
        if self._before_family(index):
            return self.end(index + 1, 1)
        if not self._rare(index) or not self._known(self._words[index + 1].form) and not self._rare(index + 1):
            return None
        last = self.end(index, 0)
        return last if last - index >= 2 else None

    def _before_family(self, index: int) -> bool:
        """مية الجريبي: whether a word that may be a first name stands before a family name with ال."""
        word, following = self._words[index], self._words[index + 1]
        if not following.article or following.before or following.form not in self._names.family or following.form in self._names.honorifics:
            return False
        fitting = not word.before and not word.after and not self._stops(index) and index not in self._judged.titles and index not in self._judged.nationalities
        return fitting and self._common(word.form) < _COMMON and not word.form.startswith(("بال", "وال", "فال", "كال", "لل")) and not word.raw.endswith(("اً", "ًا", "ات", "ين", "ون", "ئ", "ؤ"))

    def single(self, index: int) -> int | None:
        """The end of a name at `index` right behind an office, be it one word that is in the lists or rare; None where there is none."""
        if index >= len(self._words) or self._words[index].kind != "word":
            return None
        word = self._words[index]
        if word.form in _ORDINALS or word.form == "صباح" or word.stem in _TITLES:
            return None
        if not self._known(word.form) and not self._known_behind_and(word) and not self._rare_first(index):
            return None
        last = self.end(index, 0)
        return last if last > index else None

    def end(self, index: int, have: int) -> int:
        """Up to where the name at `index` runs, `have` words of it being known already; `index` itself where it is none."""
        start, words, bound_to = index, self._words, -1
        while index < len(words) and index - start + have < _LONGEST:
            word, known_words = words[index], index - start + have
            if known_words == 1 and self._hyphen(index):
                index += 1
                continue
            if word.kind != "word" or self._is_preposition(word):
                break
            bound = self._bound(index, known_words)
            if bound is not None:
                index = bound_to = bound
                continue
            if word.form in self._names.honorifics and not known_words:
                start = index = index + 1
                continue
            known = self._known(word.form) or (not known_words and self._known_behind_and(word)) or (index == bound_to and word.article and not word.before and index in self._judged.nationalities)
            known = known or (known_words == 1 and self._family_behind_first(index))
            titled = index in self._judged.titles or index in self._judged.nationalities
            if known_words and (word.form in _TITLES or index in self._judged.offices or self._titled(word)):
                break
            if word.stem == "نظير" or (titled and not known):
                break
            if self._stops(index) and not (known and known_words) or not known and not self._unknown_part(index, known_words, index == bound_to):
                if known_words or not self._before_son(index):
                    break
            index += 1
        return index

    def _bound(self, index: int, have: int) -> int | None:
        """Past a particle at `index` and the word it binds (بن فراج, آل نهيان, عبد الرحمن, أبو بكر); None where no particle stands."""
        words, form = self._words, self._words[index].form
        if not have and form not in self._names.particles:
            form = form[len(words[index].before):]
        if form not in self._names.particles or index + 1 >= len(words) or words[index + 1].kind != "word":
            return None
        following = words[index + 1]
        if self._is_preposition(following) or following.form in self._names.closed or form == "ابن" and following.form in _KIN:
            return None
        if form not in _SURE:
            fitting = self._known(following.form) or self._rare(index + 1)
            if not fitting or self._stops(index + 1) or not have and not self._known(following.form):
                return None
        if following.form in _BINDING and index + 2 < len(words) and words[index + 2].kind == "word":
            return index + 3
        return index + 2

    def _titled(self, word: Word) -> bool:
        """شكر فلان الملك: whether a title stands there that is nobody's family name."""
        return word.article and word.form in self._names.honorifics and word.form not in self._names.family_too

    def _hyphen(self, index: int) -> bool:
        """فرانك - فالتر شتاينماير: a hyphen between two first names that are nothing else, with more of the name behind them."""
        words, names = self._words, self._names
        if words[index].raw not in "-–" or index + 2 >= len(words) or words[index + 2].kind != "word":
            return False
        return all(w.form in names.given and w.form not in names.words_too for w in (words[index - 1], words[index + 1])) and self._surely_name(index + 2)

    def _family_behind_first(self, index: int) -> bool:
        """محمد المصري، ماهر الصغير: an adjective of nationality or a family name that is another word as well, right behind a first name that is none."""
        word, first = self._words[index], self._words[index - 1]
        if word.before or word.after or first.raw.endswith("ى") or first.form not in self._names.given or first.form in self._names.words_too:
            return False
        return word.form in self._names.family_too or (word.article and word.form.endswith("ي") and index in self._judged.nationalities)

    def _known(self, form: str) -> bool:
        return form in self._names.given or form in self._names.family

    def _known_behind_and(self, word: Word) -> bool:
        return bool(word.before) and self._known(word.form[len(word.before):])

    def _first(self, index: int) -> str | None:
        """The first name at `index`, with or without a clitic before it; عبد and its like count with the word they bind."""
        word = self._words[index]
        if self._is_preposition(word) or word.raw.endswith(("ئ", "ؤ")):
            return None
        bare = word.form[len(word.before):] if word.before in _CLITICS else word.form
        if bare in _BINDING and index + 1 < len(self._words) and self._words[index + 1].kind == "word":
            return bare if bare not in ("ام", "بو") or self._known(self._words[index + 1].form) else None
        if self._stops(index):
            return None
        if bare == "بن":
            return bare if not index or self._stops(index - 1) or self._words[index - 1].kind != "word" else None
        for form in (word.form, bare if len(bare) > 2 else word.form):
            if form in self._names.given:
                return form
        return bare if self._before_son(index) else None

    def _before_son(self, index: int) -> bool:
        """الطاهر بن حسين: whether a word that no list of first names has stands before بن."""
        word = self._words[index]
        if index + 1 >= len(self._words) or self._words[index + 1].form not in ("بن", "بنت") or self._stops(index) or index in self._judged.titles:
            return False
        if word.article and index - 1 in self._judged.titles:
            return False  # الرئيس الأسبق بن فلان
        if not index or self._words[index - 1].kind != "word" or word.before == "و":
            return False  # where a verb comes first: استهل بن فلان كلمته
        return self._common(word.form) < 4.8 and not word.raw.endswith(_NO_NAME)

    def _surely_name(self, index: int) -> bool:
        """Whether the word at `index` can be nothing but part of a name: in the lists, behind a particle, or rare."""
        word = self._words[index]
        if word.form in self._names.family or word.form in _SURE or word.form in ("الدين", "الله") or (word.form in self._names.given and word.form not in self._names.words_too):
            return True
        if index in self._judged.titles:
            return False
        if word.article:
            return not word.before and self._common(word.form) < 3.6 and not word.raw.endswith(("ة", "ات"))
        return self._rare(index)

    def _rare(self, index: int) -> bool:
        word = self._words[index]
        guessed = word.before in ("ب", "ك", "ف", "ل") and self._common(word.stem) < 2.5
        if word.kind != "word" or word.raw.endswith(_NO_NAME) or word.after or (word.before and not guessed) or index in self._judged.titles or index in self._judged.nationalities:
            return False
        return self._common(word.form) < 3 and not self._stops(index)

    def _rare_first(self, index: int) -> bool:
        """Whether the word at `index`, which no list knows, may be a name all by itself."""
        word = self._words[index]
        if word.article:
            return not word.before and self._common(word.form) < 3 and not word.raw.endswith(("ة", "ات", "ية", "يين", "يون")) and index not in self._judged.titles
        return self._rare(index) and not word.raw.endswith(("ون", "ين", "ان", "ا")) or self._rare(index) and self._common(word.form) < 2

    def _unknown_part(self, index: int, have: int, behind_bound: bool) -> bool:
        """Whether a word that no list of names has may yet be part of one: rare, and not spelled like a noun in the accusative, feminine or owned."""
        word = self._words[index]
        if (word.raw.endswith(_NO_NAME) or word.after) and not (have and self._common(word.form) < (2.5 if word.article or word.raw.endswith("ة") else 0)):
            return False
        if word.before and not (self._common(word.form) < 3 and self._common(word.stem) < 3.2) or (have and word.before == "و"):
            return False
        if have > 1 and word.form.startswith("و"):
            return False  # a second name behind the first
        if word.form.startswith(("وال", "بال", "فال", "كال", "لل")):
            return False
        whole = have > 1 and self._words[index - 1].article
        if word.form.startswith(_PARTICIPLES) and not behind_bound:
            return False
        if word.article:
            return have > 0 and self._common(word.form) < (4.3 if behind_bound else 2.8 if whole else 4.0)
        return self._common(word.form) < (2.8 if whole or have > 2 else 3.6 if have else 3.4)

    def _is_preposition(self, word: Word) -> bool:
        """على with its own ya is the preposition; the name is spelled علي."""
        return word.raw.endswith("ى") and word.form.endswith("علي")

    def is_rare(self, index: int) -> bool:
        """Whether the word at `index` is so rare that it is likelier a name than a noun."""
        return self._rare(index)

    def is_known(self, index: int) -> bool:
        """Whether the whole word at `index` is in the lists of names."""
        return self._known(self._words[index].form)

    def is_verb(self, index: int) -> bool:
        """Whether the word at `index` may be a verb."""
        return self._judged.verbs(index)

    def hardly_goes_on(self, index: int) -> bool:
        """Whether the word at `index` is a common noun with ال, which a name that is whole does not go on with."""
        word = self._words[index]
        return word.article and self._common(word.form) >= _COMMON

    def surely_goes_on(self, index: int) -> bool:
        """Whether the word at `index` is in the lists of names or a particle of them."""
        return self._known(self._words[index].form) or self._words[index].form in self._names.particles

    @property
    def family(self) -> frozenset[str]:
        """The family names that the lists know."""
        return self._names.family

    @property
    def honorifics(self) -> frozenset[str]:
        """The titles of courtesy and rank that stand before a name."""
        return self._names.honorifics

    def is_stop(self, index: int) -> bool:
        """Whether the word at `index` is a verb, a preposition or the like: no phrase goes over it."""
        return self._stops(index)

    def may_end_office(self, index: int) -> bool:
        """Whether the word at `index` begins a name, so that the office before it is at its end."""
        return self._words[index].form in self._names.given

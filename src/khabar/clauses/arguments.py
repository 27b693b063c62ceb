"""The noun phrases around a verb or a noun that tells an act."""

from typing import NamedTuple

from khabar.clauses.crowds import crowd_at, stands_free
from khabar.clauses.phrase import Phrase
from khabar.clauses.rows import LETTERS, MARKS, RowReader

_ENDS = frozenset(".؟!؛;:…")
# Before a number these are no prepositions: نحو 300 مشتبه.
_ABOUT = frozenset({"نحو", "ونحو", "حوالي", "قرابه", "زهاء"})
# Of these what follows a preposition is a part: الموالي لإيران، التابعة للأمم المتحدة.
_GOVERNING = frozenset(
    "موالي مواليه تابع تابعه مدعوم مدعومه متحالف متحالفه مناهض مناهضه مويد مويده معارض معارضه خاضع خاضعه عضو مقرب مقربه مرتبط مرتبطه محسوب محسوبه منبثق منبثقه مجاور واقع واقعه عامل عامله مكلف".split()
)
# Adjectives that follow a name and belong to it.
# Broken plurals of men, whom no feminine describes.
_MEN = frozenset("جنود ضباط عمال سكان شبان شباب نواب وزراء ثوار قضاه طلاب طلبه روساء سفراء علماء اطباء قاده رجال افراد انصار".split())
_ADJECTIVES = ("ي", "يه", "يين", "يون", "يتين", "يان")


class Argument(NamedTuple):
    """A noun phrase of a clause over the words `first` up to `last`.

    `preposition` is "" for a bare one; `head` its first noun's folded stem. `phrases` are the actors it is made of where it starts
    with one (coordinated ones together), `owners` the actors named further inside it: its genitives and their like.
    `definite` says whether its head carries ال or is an actor; `form` is the head as a whole word.
    """

    first: int
    last: int
    preposition: str
    head: str
    phrases: tuple[Phrase, ...]
    owners: tuple[Phrase, ...]
    definite: bool
    form: str = ""


class ArgumentReader(RowReader):
    """Reads the noun phrases of one text: its words, phrases and finite verbs by word, and the words that dates hold."""

    def opens(self, index: int) -> bool:
        """Whether a clause begins at the word `index`: a finite verb, أن, الذي, بينما …"""
        word = self._words[index]
        if index in self._dates:
            return False
        return index in self._verbs or word.form in self._grammar.openers or word.form in self._grammar.relatives

    def end(self, index: int, last: int) -> int:
        """Where the arguments that start at `index` end at the latest, before `last`."""
        while index < last:
            word = self._words[index]
            if index in self._phrases:
                index = self._phrases[index].last
                continue
            if word.raw in _ENDS and not (word.raw == "." and index + 1 < last) or word.kind == "break" or self.opens(index):
                break
            index += 1
        return index

    def arguments(self, index: int, last: int) -> tuple[Argument, ...]:
        """The noun phrases from `index` up to `last`, in order."""
        found: list[Argument] = []
        while index < last:
            word = self._words[index]
            if index in self._dates and self._words[index].form in ("ما", "اكثر", "اقل", "ازيد") and self._past_quantity(index, last) > index:
                argument = self._argument(index, last, "")
                found.append(argument)
                index = argument.last
            elif index in self._dates:
                index = self._dates[index]
            elif word.kind == "sign" and word.raw == "(":
                index = self._past_bracket(index, last)
            elif word.kind == "word" and word.after and word.stem == "بين" and index + 2 < last and self._words[index + 1].form == "وبين":
                argument = self._argument(index + 2, last, "بين")  # بينها وبين الدول الكبرى
                found += [Argument(index, index + 1, "بين", "", (), (), True), argument]
                index = argument.last
            elif word.kind == "word" and word.after and word.stem == "بين" and index + 1 < last:
                among = self._argument(index + 1, last, "بينهم")
                found.append(among)
                index = among.last
            elif word.form in self._grammar.initials and index + 2 < last and self._words[index + 1].raw == ".":
                index += 2
            elif word.kind not in ("word", "number"):
                index += 1
            elif word.after and index not in self._phrases and self.is_preposition(index):
                found.append(Argument(index, index + 1, word.stem, "", (), (), True))
                index += 1
            elif word.form in _ABOUT and index + 1 < last and self._past_quantity(index + 1, last) > index + 1:
                index += 1
            elif word.kind == "word" and index not in self._phrases and self.is_preposition(index):
                index = self._behind_preposition(index, last, found)
            elif word.form in self._grammar.adverbs and index not in self._phrases:
                index += 1
            else:
                argument = self._argument(index, last, self._letter(index))
                found.append(argument)
                index = argument.last
        return tuple(found)

    def _behind_preposition(self, index: int, last: int, found: list[Argument]) -> int:
        """Adds what stands behind the preposition at `index` to `found`; where it ends."""
        preposition, index = self._preposition_at(index)
        if index + 1 < last and self._words[index].raw in MARKS and index + 1 in self._phrases:
            index += 1  # هجوم لـ«الحركة»
        if index in self._dates and not self._counts(index, last):
            return self._dates[index]
        if index < last:
            found.append(self._argument(index, last, preposition))
            return max(found[-1].last, index)
        if index < len(self._words) and self._words[index].form == "ان":
            found.append(Argument(index - 1, index, preposition, "ان", (), (), True))  # حذر من أن
        return index

    def _counts(self, index: int, last: int) -> bool:
        """Whether the number at `index`, which a date could be, counts somebody: 2000 مقاتل; a year does not: في 2014 عقوبات."""
        return self._past_quantity(index, last) > index and self._dates[index] < last and self._dates[index] in self._phrases

    def _past_bracket(self, index: int, last: int) -> int:
        for place in range(index + 1, min(last, index + 12)):
            if self._words[place].raw == ")":
                return place + 1
        return index + 1

    def _preposition_at(self, index: int) -> tuple[str, int]:
        """The preposition at `index`, two words long where they belong together, and the word after it."""
        word = self._words[index]
        core = word.form[1:] if word.before[:1] in ("و", "ف") and word.form not in self._grammar.prepositions else word.form
        if index + 1 < len(self._words):
            pair = (core, self._words[index + 1].form)
            if pair in self._grammar.paired_prepositions:
                return " ".join(pair), index + 2
        return core, index + 1

    def _letter(self, index: int) -> str:
        """A preposition that is written on the word: ب, ل, ك; "" for none."""
        phrase = self._phrases.get(index)
        before = phrase.before if phrase is not None else self._words[index].before
        return before[-1] if before[-1:] in LETTERS else ""

    def _argument(self, index: int, last: int, preposition: str) -> Argument:
        """The noun phrase that starts at `index`."""
        phrase = self._phrases.get(index)
        if phrase is not None:
            phrases, end = self._coordinated(phrase, last)
            return Argument(index, self._past_adjectives(end, last, phrases[-1]), preposition, self._words[index].stem, phrases, (), True)
        start = index
        index = self._past_quantity(index, last)
        counted = self._phrases.get(index) if index > start else None
        if counted is not None and not counted.before and index < last:
            phrases, end = self._coordinated(counted, last)
            return Argument(start, end, preposition, self._words[index].stem, phrases, (), True)
        index = self._past_measure(start, last) if index == start else index
        head = self._words[index].stem if index < last else self._words[start].stem
        definite = index < last and self._words[index].article
        counted_at = index
        owners, index = self._whose(counted_at, last, definite)
        crowd = crowd_at(self._words, counted_at, index, owners) if counted_at < last else None
        if crowd is not None:
            return Argument(start, index, preposition, head, (crowd,), (), True, self._words[start].form)
        return Argument(start, index, preposition, head, (), tuple(owners), definite, self._words[start].form)

    def _whose(self, counted_at: int, last: int, definite: bool) -> tuple[list[Phrase], int]:
        """Whose the noun at `counted_at` is, by its genitive and its adjectives, and where they end."""
        owners: list[Phrase] = []
        index = min(counted_at + 1, last)
        while index < last:
            inner = self._phrases.get(index)
            if inner is not None:
                if inner.before or owners or self._stands_free(counted_at, index) or self._words[counted_at].article and index not in self.nationalities and inner.rule != "nationality_adjective":
                    break
                owners, index = self._owners(owners, inner, last)
                index = self._past_adjectives(index, last)
                break
            word = self._words[index]
            if owners and word.before == "و" and index in self.nationalities:
                owners.append(self.nationalities[index])
                index += 1
                continue
            if word.raw in MARKS and not owners and index + 1 in self._phrases and not self._phrases[index + 1].before:
                index += 1
                continue
            bare_word = word.kind == "word" and not word.before and not self.is_preposition(index) and word.form not in self._grammar.adverbs
            if not bare_word or index in self._dates or self._new_phrase(index, definite):
                break
            if index in self.nationalities:
                owners.append(self.nationalities[index])
            index += 1
            if word.stem == "عبارات":
                break  # دان بأشد العبارات | الهجوم
            if word.article and word.stem in _GOVERNING:
                index = self._past_part(index, last)
        return owners, index

    def _stands_free(self, noun: int, index: int) -> bool:
        """Whether the name at `index` is no genitive of the noun right before it, which keeps the ن of its plural: دعا آخرون الإمارات."""
        return index == noun + 1 and index not in self.nationalities and stands_free(self._words[noun])

    def _past_adjectives(self, index: int, last: int, named: Phrase | None = None) -> int:
        """Past the relations that describe what is `named` before them: قاعدة إنجرليك الجوية; no feminine describes men: هاجم المسلحون القرية."""
        men = named is not None and self._are_men(named)
        while index < last and index not in self._phrases and index not in self._dates:
            word = self._words[index]
            if word.kind != "word" or not word.article or word.before.removesuffix("ال"):
                break
            if not word.form.endswith(_ADJECTIVES) and word.form not in self._grammar.describing or men and word.raw.endswith(("ة", "ات")):
                break
            index += 1
            if word.stem in _GOVERNING:
                index = self._past_part(index, last)
        return index

    def _are_men(self, phrase: Phrase) -> bool:
        """Whether a plural is one of men: by its ending, or one of an office."""
        head = self._words[phrase.first]
        return phrase.tag in ("collective", "office", "people") and (head.form.endswith(("ون", "ين")) or bool(phrase.plural) and phrase.kind == "person" or head.stem in _MEN)

    def _past_part(self, index: int, last: int) -> int:
        """Past what a describing adjective has behind a preposition: الموالي لإيران; it is no party of the verb."""
        if index >= last or index in self._dates or not (self._letter(index) or self.is_preposition(index)):
            return index
        after = self._preposition_at(index)[1] if self.is_preposition(index) and index not in self._phrases else index
        return self._argument(after, last, "").last if after < last else index

    def _owners(self, owners: list[Phrase], inner: Phrase, last: int) -> tuple[list[Phrase], int]:
        phrases, end = self._coordinated(inner, last)
        return [*owners, *phrases], end

    def _new_phrase(self, index: int, definite: bool) -> bool:
        """An indefinite word after a definite one, or a second accusative, begins another phrase."""
        word = self._words[index]
        previous = self._words[index - 1]
        if previous.article and not word.article or word.after and previous.form.endswith(("ون", "ين")):
            return True
        return word.raw.endswith(("اً", "\u064b")) and definite

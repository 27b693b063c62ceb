"""Names in a row (روسيا والصين وإيران), and the numbers and measures before whom or what they count."""

from collections.abc import Mapping, Sequence

from khabar.clauses.phrase import Phrase
from khabar.clauses.verbs import Verb
from khabar.lexicon.grammar import Grammar
from khabar.text.words import Word

MARKS = frozenset("«»\"“”„'‘’‹›")
LETTERS = ("ب", "ل", "ك")
COMMAS = frozenset("،,")
_TATWEEL = "\u0640"


class RowReader:
    """Reads the rows of names of one text, and what counts them: its words, phrases and finite verbs by word, and the words that dates hold."""

    def __init__(
        self, words: Sequence[Word], phrases: Sequence[Phrase], nationalities: Mapping[int, Phrase], verbs: Sequence[Verb], grammar: Grammar,
        dates: Mapping[int, int],
    ) -> None:
        self.nationalities = nationalities
        self._words = words
        self._phrases = {p.first: p for p in phrases}
        self._order = [p.first for p in phrases]
        self._list = phrases
        self._covered = frozenset(i for p in phrases for i in range(p.first, p.last))
        self._verbs = {v.at: v for v in verbs}
        self._grammar = grammar
        self._dates = dates

    def _coordinated(self, phrase: Phrase, last: int) -> tuple[tuple[Phrase, ...], int]:
        """A phrase and those joined to it by و, over commas in a list."""
        found, index = [phrase], self._past_other_name(phrase.last, last)
        while index < last:
            ahead = index + 1 if self._words[index].raw in COMMAS and index + 1 < last else self._past_and(index, last)
            if ahead > index and self._words[index].raw not in COMMAS:
                found.append(self._phrases[ahead])
                index = self._phrases[ahead].last
                continue
            following = self._phrases.get(ahead)
            twin = self._twin(found[-1], index) if following is None else None
            if twin is not None:
                found.append(twin)
                index = twin.last
                continue
            if following is None or not (following.before == "و" or (ahead > index and not following.before and self._list_goes_on(following, last))):
                break
            found.append(following)
            index = self._past_other_name(following.last, last)
        return tuple(found), index

    def _twin(self, phrase: Phrase, index: int) -> Phrase | None:
        """القوات الأميركية والبريطانية: the same of another state, told by its adjective alone."""
        state = self.nationalities.get(index)
        if state is None or not phrase.country or phrase.tag not in ("collective", "institution", "office") or self._words[index].before != "و" or not self._words[index].article or index - 1 not in self.nationalities:
            return None
        return phrase._replace(first=index, last=index + 1, before="و", country=state.country, inner=(), name=None, role=None, canonical="")

    def _past_and(self, index: int, last: int) -> int:
        """Past و between two names in quotation marks: «داعش» و«النصرة»; `index` where there is none."""
        place = index
        while place < last and self._words[place].raw in MARKS:
            place += 1
        if place == index or place >= last or self._words[place].form != "و":
            return index
        place += 1
        while place < last and self._words[place].raw in MARKS:
            place += 1
        return place if place < last and place in self._phrases else index

    def _list_goes_on(self, phrase: Phrase, last: int) -> bool:
        """Whether after «A، B» there comes «وC»."""
        following = self._phrases.get(phrase.last)
        return following is not None and following.before == "و" and following.first < last

    def _past_measure(self, index: int, last: int) -> int:
        """Past what tells how much there is of a thing: 25 ألف طن من المساعدات, سلسلة من الغارات; `index` where nothing does."""
        place = index
        while place < last and (self._words[place].kind == "number" or self._words[place].stem in self._grammar.quantities or self._words[place].stem in self._grammar.measures):
            place += 1
        of = place > index and place + 1 < last and self._words[place].form == "من" and self._words[place + 1].kind == "word" and not self.is_preposition(place + 1)
        return place + 1 if of else index

    def _past_quantity(self, index: int, last: int) -> int:
        """Past numbers and words of number: 15، عشرات، عدد من, where somebody counted follows."""
        place = index
        while place < last and (place in self._dates or self._words[place].kind == "number" or self._words[place].stem in self._grammar.quantities):
            place = self._dates.get(place, place + 1)
            if place < last and self._words[place].form == "من" and (place + 1 in self._phrases or self._words[place + 1 : place + 2] and self._words[place + 1].kind == "number"):
                place += 1
        numbers = place > index and all(w.kind == "number" for w in self._words[index:place])
        return place if place in self._phrases or numbers else index

    def _past_other_name(self, index: int, last: int) -> int:
        """Past what else somebody just named is called, in brackets, where a list goes on behind: حركة الغد (الغد) وجبهة الوادي."""
        other = self._phrases.get(index + 1) if index < last and self._words[index].raw == "(" else None
        close = other.last if other is not None else last
        listed = close + 1 < last and self._words[close].raw == ")" and close + 1 in self._phrases and self._phrases[close + 1].before == "و"
        return close + 1 if listed else index

    def denies(self, index: int) -> bool:
        """Whether the word at `index` denies the verb behind it: لم، ولن."""
        return index >= 0 and self._words[index].form in self._grammar.denying

    def is_preposition(self, index: int) -> bool:
        """Whether the word at `index` is a preposition."""
        word = self._words[index]
        core = word.form[1:] if word.before[:1] in ("و", "ف") else word.form
        if word.after:
            return word.stem in self._grammar.prepositions or word.stem in LETTERS
        if core in LETTERS and word.raw.endswith(_TATWEEL):
            return True  # لـ«الحركة»
        return (word.form in self._grammar.prepositions or core in self._grammar.prepositions) and not word.article

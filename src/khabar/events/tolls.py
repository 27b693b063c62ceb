"""How many were killed, wounded, detained, displaced by the acts of an article."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.phrase import Phrase
from khabar.events.acts import Act
from khabar.events.counts import Counted, Counter, CountWords, load_count_words
from khabar.lexicon.files import strings, toml_table
from khabar.model import Article, Count, Date
from khabar.text.fold import fold_word
from khabar.text.sentences import Sentence
from khabar.text.words import Word

KINDS = ("dead", "injured", "arrested", "displaced")
# Which acts have such tolls; the earlier type is asked first.
_BY_TYPE = {"dead": ("ASSAULT", "PROTEST"), "injured": ("ASSAULT", "PROTEST"), "arrested": ("COERCE", "PROTEST"), "displaced": ("ASSAULT", "COERCE")}
_AHEAD, _BACK = 10, 10
_STOPS = frozenset(".؛;؟!")
_PEOPLE_TAGS = frozenset({"collective", "people", "office", "nisba"})
_SO_MANY = frozenset({"الي", "بلغ", "وصل", "بلغت", "ب"})
_NUMBER_OF = frozenset({"عدد", "حصيله", "اعداد"})


class TollWords(NamedTuple):
    """Folded words of each kind of toll, by what they are, and those that open a part of a number told before."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    counted: Mapping[str, str]
    dual: frozenset[str]
    among: frozenset[str]
    units: frozenset[str]
    ends: frozenset[str]
    counts: CountWords


class Toll(NamedTuple):
    """A number of people of one kind, and the word that tells its kind."""

    kind: str
    counted: Counted
    at: int


def load_toll_words() -> TollWords:
    """The words of the package."""
    name = "tolls.toml"
    table = toml_table(name)

    def by_form(field: str) -> dict[str, str]:
        return {fold_word(w): kind for kind in KINDS for w in strings(name, table[kind], field)}

    among, units, ends = (frozenset(fold_word(w) for w in strings(name, table["bounds"], field)) for field in ("among", "units", "ends"))
    return TollWords(by_form("verbs"), by_form("nouns"), by_form("counted"), frozenset(by_form("dual")), among, units, ends, load_count_words())


class Tolls:
    """The numbers of one article, by the acts they belong to."""

    def __init__(
        self, article: Article, words: Sequence[Word], sentences: Sequence[Sentence], dates: Sequence[Date], phrases: Sequence[Phrase],
        verbs: frozenset[int], toll_words: TollWords,
    ) -> None:
        self._article, self._words, self._sentences = article, words, sentences
        self._verbs, self._lists = verbs, toll_words
        self._people = frozenset(p.first for p in phrases if p.tag in _PEOPLE_TAGS or p.kind == "group")
        starts = [w.start for w in words]
        dated = {i for d in dates for i in range(bisect_right(starts, d.start) - 1, bisect_left(starts, d.end))}
        self._counter = Counter(words, toll_words.counts, dated.__contains__)

    def all(self, acts: Sequence[Act]) -> dict[int, dict[str, Count]]:
        """The tolls of each act by kind, by the first word of its trigger."""
        by_sentence: dict[int, list[Act]] = defaultdict(list)
        for act in acts:
            by_sentence[act.sentence].append(act)
        found: dict[int, dict[str, Count]] = defaultdict(dict)
        for number, here in by_sentence.items():
            if not any(a.event in ("ASSAULT", "PROTEST", "COERCE") for a in here):
                continue
            for toll in self._told(self._sentences[number]):
                home = _nearest(toll, here)
                if home is not None:
                    found[home.trigger[0]].setdefault(toll.kind, self._count(toll.counted))
        return found

    def _count(self, counted: Counted) -> Count:
        start = self._words[counted.first].start
        first = self._words[counted.first]
        cited = self._article.cite(start + (len(first.before) if first.kind == "word" and first.raw[: len(first.before)] == first.before else 0), self._words[counted.last - 1].end)
        return Count(min=counted.low, max=counted.high, start=cited.start, end=cited.end, text=cited.text)

    def _told(self, sentence: Sentence) -> Iterator[Toll]:
        index = sentence.first
        while index < sentence.last:
            kind = self._kind(index)
            if kind is None:
                yield from self._of_counted(index, sentence)
                index += 1
                continue
            partner = self._partner(index, kind, sentence.last)
            if partner is not None:
                index = partner + 1  # مقتل وإصابة 35: the number is of both together
                continue
            counted = self._before(index, sentence.first) if self._plural_verb(index) else None
            counted = counted or self._after(index + 1, sentence.last) or (self._before(index, sentence.first) if self._is_verb(index) else None)
            if counted is not None:
                yield Toll(kind, counted, index)
            index += 1

    def _core(self, index: int) -> str:
        """A verb without و or ف before it."""
        form = self._words[index].form
        return form[1:] if form not in self._lists.verbs and form[:1] in ("و", "ف") and len(form) > 3 else form

    def _is_verb(self, index: int) -> bool:
        return self._words[index].kind == "word" and self._core(index) in self._lists.verbs

    def _plural_verb(self, index: int) -> bool:
        return self._is_verb(index) and self._core(index).endswith(("وا", "ا")) and self._core(index) not in ("ا",)

    def _kind(self, index: int) -> str | None:
        word = self._words[index]
        if word.kind != "word":
            return None
        if self._is_verb(index):
            return self._lists.verbs[self._core(index)]
        return self._lists.nouns.get(word.stem) if not word.article or word.form == "القبض" else None

    def _partner(self, index: int, kind: str, last: int) -> int | None:
        """The word right after, bound by و, that tells another kind: قتل وجرح."""
        if index + 1 >= last or not self._words[index + 1].form.startswith("و"):
            return None
        other = self._kind(index + 1)
        return index + 1 if other is not None and other != kind else None

    def _after(self, index: int, last: int) -> Counted | None:
        comma = False
        for place in range(index, min(last, index + _AHEAD)):
            word = self._words[place]
            comma = comma or word.raw in "،,"
            if word.raw in _STOPS or word.kind == "break" or place in self._verbs or word.stem in self._lists.among or self._among(place) or place > index and self._kind(place) is not None:
                return None
            counted = self._people_at(place) if not comma else self._figures_at(place)
            if counted is not None:
                return self._summed(counted, last)
        return None

    def _among(self, place: int) -> bool:
        """بينهم، من بينهم، منهم: part of those told before."""
        word = self._words[place]
        return word.form in self._lists.among or word.form.removeprefix("و") in self._lists.among

    def _before(self, index: int, first: int) -> Counted | None:
        start = index - 1
        while start > max(first, index - _BACK) and not (start in self._verbs or self._words[start].raw in _STOPS or self._kind(start) is not None):
            start -= 1
        if start < index - 1 and self._kind(start) is not None or self._kind(index - 1) is not None:
            return None
        found, place = None, start
        while place < index:
            counted = self._people_at(place) if not (place > first and self._among(place - 1)) else None
            if counted is not None and self._words[counted.first].stem not in ("احد", "احدي"):
                found = self._summed(counted, index)
                place = max(found.last, place + 1)
            else:
                place += 1
        return found

    def _people_at(self, index: int) -> Counted | None:
        """A number of people that starts at `index`: followed by them, by nothing more, or told by a dual or a single noun."""
        if self._counter.at(index) is None:
            return self._counter.dual(index) or self._counter.single(index)
        return self._figures_at(index)

    def _figures_at(self, index: int) -> Counted | None:
        counted = self._counter.at(index)
        return counted if counted is not None and (counted.whole or self._of_people(counted.last)) else None

    def _of_people(self, place: int) -> bool:
        if place >= len(self._words):
            return True
        word = self._words[place]
        if word.kind != "word":
            return word.kind == "break" or word.raw not in "%٪:/-"
        if word.form == "من" and place + 1 < len(self._words):
            return self._words[place + 1].form not in self._lists.units
        if self._is_people(place):
            return True
        if word.form in self._lists.units:
            return False
        return word.before.startswith(("و", "ف", "ب")) or word.form == "و" or word.form in self._lists.ends or place in self._verbs

    def _is_people(self, place: int) -> bool:
        word = self._words[place]
        return place in self._people or word.stem in self._lists.counts.people or word.form in self._lists.counts.people or word.form in self._lists.counted

    def _summed(self, counted: Counted, last: int) -> Counted:
        """خمسة جنود وسبعة مدنيين: twelve, unless the second are told apart by what happened to them."""
        place, noun = counted.last, counted.last
        while noun < min(last, place + 8) and not self._words[noun].form.startswith("و") and (self._words[noun].kind == "word" or self._words[noun].raw in "،,") and noun not in self._verbs:
            if self._among(noun):
                return counted
            noun += 1
        if noun >= last or noun == place and counted.first + 1 != counted.last and self._words[noun].kind == "number":
            return counted
        start = noun + 1 if self._words[noun].form == "و" else noun
        if not self._words[noun].form.startswith("و") or start >= last:
            return counted
        second = self._counter.at(start) or self._counter.dual(start)
        ended = second is not None and (second.last >= last or not self._is_people(second.last) and self._words[second.last].form != "من") and self._counter.dual(start) is None
        if second is None or ended or second.last < last and (self._words[second.last].form in self._lists.counted or self._words[second.last].stem in ("اخرين", "اخرون", "اخر")):
            return counted
        low = None if counted.low is None or second.low is None else counted.low + second.low
        high = None if counted.high is None or second.high is None else counted.high + second.high
        return Counted(low, high, counted.first, second.last)

    def _of_counted(self, index: int, sentence: Sentence) -> Iterator[Toll]:
        """21 قتيلا، عشرات القتلى، قتيلان; عدد القتلى إلى 20."""
        word = self._words[index]
        form = word.form if word.form in self._lists.counted else word.stem
        kind = self._lists.counted.get(form)
        if kind is None or word.after:
            return
        following = self._words[index + 1] if index + 1 < sentence.last else None
        joint = following is not None and following.before == "و" and self._lists.counted.get(following.stem, kind) != kind
        if joint or index > sentence.first and word.before == "و" and self._lists.counted.get(self._words[index - 1].stem, kind) != kind and word.article:
            return  # عشرات القتلى والجرحى: so many of both
        if form in self._lists.dual:
            yield Toll(kind, Counted(2, 2, index, index + 1), index)
            return
        for place in range(max(sentence.first, index - 6), index):
            counted = self._counter.at(place)
            if counted is not None and counted.last in (index, index - 1) and (counted.last == index or self._words[index - 1].form in ("من", "الاف")):
                yield Toll(kind, counted, index)
                return
        if word.article and index > sentence.first and self._words[index - 1].stem in _NUMBER_OF:
            for place in range(index + 1, min(sentence.last - 1, index + 8)):
                counted = self._counter.at(place + 1) if self._words[place].form in _SO_MANY else None
                if counted is not None and self._of_people(counted.last):
                    yield Toll(kind, counted, index)
                    return


def _nearest(toll: Toll, acts: Sequence[Act]) -> Act | None:
    """The act of the sentence that a toll belongs to."""
    for event in _BY_TYPE[toll.kind]:
        here = [a for a in acts if a.event == event and not (toll.kind == "arrested" and a.event == "COERCE" and a.mode not in ("arrest", ""))]
        if here:
            return min(here, key=lambda a: abs(a.trigger[0] - toll.at))
    return None

"""When an act was: from its clause, from its sentence where only one date stands there, or from an act told before."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khabar.events.acts import Act
from khabar.events.extent import extent
from khabar.events.status import quote_around
from khabar.lexicon.files import strings, toml_table
from khabar.model import Date, Quote
from khabar.text.fold import fold_word
from khabar.text.sentences import Sentence
from khabar.text.words import Word

# How many words before a trigger «بعد», «إثر» and their like may stand, and how many after «عندما» its verb.
_NEAR, _SOON = 4, 4
_LETTERS = frozenset("،,")
# Acts of words, about another act that may have a day of its own.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})


class WhenWords(NamedTuple):
    """Folded words that tell which act a date belongs to; `back` are meetings that a noun points back to, by their kind."""

    prior: frozenset[str]
    when: frozenset[str]
    bounding: frozenset[str]
    first: frozenset[str]
    barriers: frozenset[str]
    describing: frozenset[str]
    back: Mapping[str, str]
    during: frozenset[str]


class Standing(NamedTuple):
    """A date over the words `first` up to `last`."""

    date: Date
    first: int
    last: int


def load_when_words() -> WhenWords:
    """The words of the package."""
    name = "when.toml"
    table = toml_table(name)
    back = table["back"]

    def folded(row: dict[str, object], field: str) -> frozenset[str]:
        return frozenset(fold_word(w) for w in strings(name, row, field))

    kinds = {form: kind for kind in ("visit", "meeting") for form in folded(back, kind)}
    prior, when, bounding, first, barriers, describing = (
        folded(table, field) for field in ("prior", "when", "bounding", "first", "barriers", "describing")
    )
    return WhenWords(prior, when, bounding, first, barriers, describing, kinds, folded(back, "during"))


class Times:
    """The dates of one article, by the acts they belong to; `done` are the words that are verbs in the perfect."""

    def __init__(
        self, words: Sequence[Word], sentences: Sequence[Sentence], dates: Sequence[Date], quotes: Sequence[Quote], published: str, time_words: WhenWords,
        done: frozenset[int],
    ) -> None:
        self._words, self._sentences, self._quotes = words, sentences, quotes
        self._published, self._lists, self._done = published, time_words, done
        self._dates = _by_sentence(words, sentences, dates)

    def all(self, acts: Sequence[Act]) -> dict[int, tuple[str, str]]:
        """The date of each act and what tells it (clause, sentence, article), both "" for none, by the first word of its trigger."""
        others: dict[int, list[Act]] = defaultdict(list)
        for act in acts:
            others[act.sentence].append(act)
        found: dict[int, tuple[str, str]] = {}
        met: dict[str, str] = {}
        for act in sorted(acts, key=lambda a: a.trigger[0]):
            told = self._told(act, others[act.sentence])
            if not told[0] and act.event != "CONSULT":
                told = self._back(act, met)
            if told[0] and act.event == "CONSULT":
                met["visit" if act.mode == "visit" else "meeting"] = told[0]
            found.setdefault(act.trigger[0], told)
        return found

    def _told(self, act: Act, others: Sequence[Act]) -> tuple[str, str]:
        here = self._dates.get(act.sentence, ())
        if not here:
            return "", ""
        place = act.trigger[0]
        own = next((d for d in here if self._opens_clause_of(d, act)), None)
        if own is not None:
            return own.date.value, "clause"
        fitting = [d for d in here if self._fits(d, act, others)]
        own_words = [d for d in fitting if act.first <= d.first and d.last <= act.last]
        fitting = [d for d in fitting if not self._barred(d, act)]
        first, last = extent(self._words, self._sentences[act.sentence], act)
        for inside in (own_words, [d for d in fitting if first <= d.first and d.last <= last]):
            if inside:
                return min(inside, key=lambda d: abs(d.first - place)).date.value, "clause"
        if fitting and not self._prior(act) and _one(here):
            return max((d.date.value for d in fitting), key=len), "sentence"
        return "", ""

    def _opens_clause_of(self, date: Standing, act: Act) -> bool:
        """حتى عام 1929، عندما تفاوضت: the date right before «when» is that of its clause."""
        place = date.last
        if place < len(self._words) and self._words[place].raw in _LETTERS:
            place += 1
        return place < len(self._words) and self._words[place].form in self._lists.when and place < act.trigger[0] <= place + _SOON

    def _fits(self, date: Standing, act: Act, others: Sequence[Act]) -> bool:
        """Whether a date of the sentence of an act can be its own."""
        before = self._words[date.first - 1].form if date.first else ""
        if date.date.modifier == "until" or self._first_since(date) or before in self._lists.bounding or before == "منذ" and date.first < act.trigger[0]:
            return False
        if self._around(date.date.start) != self._around(self._words[act.trigger[0]].start):
            return False
        if act.event in _SPOKEN and any(act.trigger[0] < o.trigger[0] < date.first for o in others):
            return False  # اتهمت القوات بارتكاب جريمة عام 2013: the day of the crime
        if date.first < act.trigger[0] and (self._prior(act) or _another_between(date, act, others)):
            return False
        return not self._of_participle(date, act) and self._in_time(date.date.value, act)

    def _around(self, place: int) -> str:
        quote = quote_around(self._quotes, place)
        return quote.id if quote is not None else ""

    def _prior(self, act: Act) -> bool:
        """بعد مقتل، إثر هجوم، بعدما قتل: told as the cause or the time of another act."""
        dated = {i for d in self._dates.get(act.sentence, ()) for i in range(d.first, d.last)}
        for index in range(act.trigger[0] - 1, max(act.trigger[0] - _NEAR, 0) - 1, -1):
            word = self._words[index]
            if word.kind != "word" or index in dated:
                return False
            if word.form in self._lists.prior or word.form.removeprefix("و") in self._lists.prior:
                return True
        return False

    def _first_since(self, date: Standing) -> bool:
        """الأولى من نوعها منذ عام 2000: not when it was, but since when there was none."""
        return date.date.modifier == "since" and any(w.stem in self._lists.first for w in self._words[max(0, date.first - 6) : date.first])

    def _barred(self, date: Standing, act: Act) -> bool:
        """Whether a relative clause, reported speech or a «but» stands between a date and an act."""
        low, high = (date.last, act.trigger[0]) if date.first < act.trigger[0] else (act.trigger[1], date.first)
        return any(w.form in self._lists.barriers or w.form.removeprefix("و") in self._lists.barriers for w in self._words[low:high])

    def _of_participle(self, date: Standing, act: Act) -> bool:
        """المحكمة المنشأة عام 2002: the date of a definite participle is not that of the act, unless it is the act that it describes."""
        place = date.first - 1
        if place > 0 and not self._words[place].article and len(self._words[place].form) <= 4:
            place -= 1
        word = self._words[place] if place > 0 else None
        if word is not None and word.form in self._lists.describing and act.trigger[0] < place - 1:
            return True
        return word is not None and word.article and word.stem.startswith("م") and act.trigger[0] < place - 2 and self._words[place - 1].raw in _LETTERS

    def _in_time(self, value: str, act: Act) -> bool:
        """What is planned is not past, what was done is not to come."""
        if not self._published or value[:1] not in "12" or act.event in ("AGREE", "CONCEDE", "THREATEN", "REQUEST"):
            return True
        if act.status == "planned":
            return value >= self._published[: len(value)]
        return act.trigger[0] not in self._done or value <= self._published[: len(value)] or "W" in value

    def _back(self, act: Act, met: Mapping[str, str]) -> tuple[str, str]:
        """خلال اللقاء، في هذه الزيارة: the date of the meeting that a definite noun points back to."""
        first, last = extent(self._words, self._sentences[act.sentence], act)
        for index in range(first + 1, last):
            word = self._words[index]
            kind = self._lists.back.get(word.stem, "")
            if kind not in met or not (word.article or self._words[index - 1].form in ("هذا", "هذه")):
                continue
            during = self._words[index - 1] if word.article and self._words[index - 1].form not in ("هذا", "هذه") else self._words[max(first, index - 2)]
            if during.form.removeprefix("و") in self._lists.during:
                return met[kind], "article"
        return "", ""


def _by_sentence(words: Sequence[Word], sentences: Sequence[Sentence], dates: Sequence[Date]) -> dict[int, tuple[Standing, ...]]:
    word_starts, sentence_starts = [w.start for w in words], [s.start for s in sentences]
    found: dict[int, list[Standing]] = defaultdict(list)
    for date in dates:
        first, last = bisect_right(word_starts, date.start) - 1, bisect_left(word_starts, date.end)
        found[bisect_right(sentence_starts, date.start) - 1].append(Standing(date, first, last))
    return {number: tuple(rows) for number, rows in found.items()}


def _one(dates: Sequence[Standing]) -> bool:
    """Whether all dates are one day, told narrowly or widely."""
    longest = max((d.date.value for d in dates), key=len)
    return all(longest.startswith(d.date.value) for d in dates)


def _another_between(date: Standing, act: Act, others: Sequence[Act]) -> bool:
    """أدانت أمس الهجوم: a date that stands behind the verb of another act, before the noun of this one, is of the other."""
    return act.rule.startswith("noun") and ":light:" not in act.rule and any(
        o.trigger[0] < date.first and o.first <= date.first < o.last and o is not act for o in others
    )

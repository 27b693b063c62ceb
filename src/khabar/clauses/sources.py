"""Sources that stand beside what they say: بحسب الشرطة، نقلاً عن مسؤول، كما أعلنت الوزارة."""

from collections.abc import Mapping, Sequence

from khabar.clauses.clauses import Clause
from khabar.clauses.cue import Cue
from khabar.clauses.phrase import Phrase
from khabar.clauses.speakers import Speakers
from khabar.clauses.statements import COMPLEMENTS
from khabar.lexicon.speech_words import SpeechWords
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_SOURCES = frozenset(p + w for w in ("بحسب", "وفق", "وفقا", "طبقا", "حسب", "حسبما", "نقلا", "استنادا") for p in ("", "و"))
_BETWEEN = frozenset({"عن", "ما", "لما", "الي", "ل", "لـ"})
_THEN = frozenset({"فان", "فقد", "فانه", "فانها", "فانهم"})


class SourceReader:
    """Finds the sources of one text; `verbs` are its clauses by the word of their verb."""

    def __init__(self, words: Sequence[Word], speakers: Speakers, speech: SpeechWords, verbs: Mapping[int, Clause]) -> None:
        self._words = words
        self._speakers = speakers
        self._speech = speech
        self._verbs = verbs

    def source(self, index: int, sentence: Sentence) -> Cue | None:
        """بحسب X: a source before or after what it says."""
        word = self._words[index]
        if word.form not in _SOURCES:
            return None
        place = index + 1
        if place < sentence.last and self._words[place].form in _BETWEEN:
            place += 1
        told = self._verbs.get(place) if self._words[place - 1].form in ("ما", "لما", "حسبما") else None
        place += told is not None  # حسب ما أعلن محاموهم
        place += place < sentence.last and self._words[place].form == "في" and told is not None  # وفق ما جاء في بيان
        if place < sentence.last and self._words[place].stem in self._speech.measures:
            return None
        himself = told is not None and bool(told.verb.after) and told.subject is None  # حسب ما نشره على صفحته
        speakers, end = (self._speakers.last(told.verb.person), place) if told is not None and himself else self._speakers.named_at(place, sentence)
        if not speakers:
            return None
        if index <= sentence.first + 1:
            return self._leading(index, end, speakers, sentence)
        if self._words[index - 1].raw not in "،,»\"”":
            return None
        return _behind(index, speakers, sentence, "says", f"source:{word.form}")

    def starts_behind(self, index: int, sentence: Sentence) -> int | None:
        """Where «، كما», «، على ما» stands before a verb of saying at `index`, whose words went before; None where it does not."""
        start = index - 1
        if start > sentence.first + 1 and self._words[start].raw in "،,»\"”" and self._ends(index, sentence):
            return index
        if start <= sentence.first or self._words[start].form not in ("كما", "ما", "مثلما"):
            return None
        if self._words[start].form == "ما":
            start -= 1
            if self._words[start].form != "علي":
                return None
        return start if start > sentence.first + 1 and self._words[start - 1].raw in "،,»\"”" else None

    def _ends(self, index: int, sentence: Sentence) -> bool:
        """«…، تضيف الوكالة.»: a verb in the imperfect with nothing but its subject behind."""
        clause = self._verbs.get(index)
        if clause is None or clause.verb.tense != "imperfect" or clause.verb.before or clause.subject is None or clause.subject.first != index + 1:
            return False
        return all(w.kind == "sign" for w in self._words[clause.subject.last : sentence.last])

    def told_before(self, clause: Clause, speakers: tuple[Phrase, ...], stance: str, sentence: Sentence) -> Cue | None:
        """«…، كما أعلنت الشركة», «…، على ما أفاد مصدر»: a verb of saying whose words stand before it."""
        start = self.starts_behind(clause.verb.at, sentence)
        if start is None or not speakers:
            return None
        return _behind(start, speakers, sentence, stance, f"source:{'يقول' if start == clause.verb.at else self._words[start].form}")

    def passed_on(self, first: int, last: int, sentence: Sentence) -> tuple[Phrase, ...]:
        """قالت الوكالة نقلاً عن مسؤول إن: whom the words `first` up to `last` name as the one whose words these are."""
        for place in range(first, last):
            if self._words[place].form == "نقلا" and self._words[place + 1].form == "عن":
                return self._speakers.named_at(place + 2, sentence)[0]
        return ()

    def _leading(self, index: int, end: int, speakers: tuple[Phrase, ...], sentence: Sentence) -> Cue:
        place = end
        limit = min(sentence.last, end + 14)
        while place < limit:
            form = self._words[place].form
            if form in _THEN or form in COMPLEMENTS:
                return Cue(index, index + 1, "says", speakers, False, place + 1, None, index, True, "source_first")
            place += 1
        place = end
        while place < sentence.last and self._words[place].kind == "sign":
            place += 1
        return Cue(index, index + 1, "says", speakers, False, place, None, index, True, "source_first")

    def after(self, index: int) -> Cue | None:
        """The cue right after a quotation: «…»، قال X."""
        for place in range(index, min(index + 5, len(self._words))):
            word = self._words[place]
            around = Sentence(0, 0, place, min(place + 12, len(self._words)))
            if word.form in _SOURCES:
                start = place + 1 + (self._words[place + 1].form in _BETWEEN) if place + 1 < len(self._words) else place
                speakers, _ = self._speakers.named_at(start, around)
                return Cue(place, place + 1, "says", speakers, False, None, None, place, True, "after") if speakers else None
            clause = self._verbs.get(place)
            if clause is not None and clause.verb.lemma in self._speech.verbs:
                speakers = self._speakers.of_verb(clause, around.last, False)
                if not speakers and clause.subject is None:
                    speakers, _ = self._speakers.named_at(place + 1, around)
                stance = self._speech.verbs[clause.verb.lemma]
                return Cue(place, place + 1, stance, speakers, False, None, None, place, True, "after") if speakers else None
            if word.kind == "word" and place > index + 1 or word.kind == "break" or word.raw in ".؟!":
                break
        return None


def _behind(index: int, speakers: tuple[Phrase, ...], sentence: Sentence, stance: str, rule: str) -> Cue:
    return Cue(index, index + 1, stance, speakers, False, None, (sentence.first, index - 1), index, True, rule)

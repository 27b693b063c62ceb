"""Reported speech: which stretches of a text are somebody's words, by which word we know it, and who is named as speaking."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.clauses import Clause
from khabar.clauses.cue import Cue
from khabar.clauses.cues import CueReader
from khabar.clauses.exchange import exchange_of
from khabar.clauses.phrase import Phrase
from khabar.clauses.quotations import Quotations, holds, overlaps
from khabar.lexicon.speech_words import SpeechWords
from khabar.text.marks import Marked
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_COMMAS = frozenset("،,")
_TRAILING = frozenset(" \n\t.،,؛;:…-–")
_BEFORE_DIRECT = 45
_NEAR_SUBJECT = 30
# Verbs that tell what stands in a document: تنص المادة على.
_CONTAIN = frozenset({"نص", "تضمن", "شمل", "احتوي"})


class Speech(NamedTuple):
    """Somebody's words over the code points `start` up to `end` of the text.

    `cue` is the word range that tells it. `speakers` are phrases, `through` those who pass on what they said; empty where the text names nobody, then `carried` says that the
    last speaker goes on. `kind` is "direct", "indirect", or "nominal" for acts that somebody reports by their nouns (أعلن مقتل): no words of his.
    """

    kind: str
    start: int
    end: int
    cue: tuple[int, int] | None
    stance: str
    speakers: tuple[Phrase, ...]
    carried: bool
    rule: str
    through: tuple[Phrase, ...] = ()


def find_speech(
    raw: str, words: Sequence[Word], sentences: Sequence[Sentence], clauses: Mapping[int, Sequence[Clause]], phrases: Sequence[Phrase],
    marks: Sequence[Marked], speech_words: SpeechWords,
) -> tuple[Speech, ...]:
    """All speech of a text, by place. `clauses` are those of each sentence."""
    reader = _SpeechReader(raw, words, phrases, marks, speech_words, clauses)
    found: list[Speech] = []
    nominal: list[Speech] = []
    for sentence in sentences:
        here = reader.sentence(sentence)
        nominal += [s for s in here if s.kind == "nominal"]
        found += [s for s in here if s.kind != "nominal"]
    found += reader.unclaimed(found)
    found += _answers(raw, found)
    return tuple(sorted(_not_twice([*found, *nominal]), key=lambda s: (s.start, -s.end)))


def _answers(raw: str, found: Sequence[Speech]) -> list[Speech]:
    """The answers of an interview: the words of whoever is named as speaking before the first question."""
    exchange = exchange_of(raw)
    if exchange is None:
        return []
    before = [s for s in found if s.end <= exchange.first and s.speakers and s.speakers[0].kind == "person"]
    speakers = before[0].speakers if before else ()
    return [Speech("direct", start, end, None, "says", speakers, False, "interview") for start, end in exchange.answers]


def _not_twice(found: Sequence[Speech]) -> list[Speech]:
    seen: dict[tuple[int, int], Speech] = {}
    for speech in found:
        known = seen.get((speech.start, speech.end))
        if known is None or (known.kind == "indirect" and speech.kind == "direct"):
            seen[speech.start, speech.end] = speech
    return list(seen.values())


class _SpeechReader:
    def __init__(
        self, raw: str, words: Sequence[Word], phrases: Sequence[Phrase], marks: Sequence[Marked], speech_words: SpeechWords,
        clauses: Mapping[int, Sequence[Clause]],
    ) -> None:
        self._raw = raw
        self._words = words
        self._starts = [w.start for w in words]
        self._marks = marks
        self._bare = speech_words.bare
        self._quotations = Quotations(words, phrases, speech_words.named)
        self._clauses = {c.verb.at: c for row in clauses.values() for c in row}
        self._cues = CueReader(words, phrases, marks, speech_words, (c for row in clauses.values() for c in row))

    # -- one sentence -----------------------------------------------------------------------------------------------------------

    def sentence(self, sentence: Sentence) -> list[Speech]:
        """The speech that a sentence reports."""
        cues = self._cues.cues(sentence)
        contents = [self._content(cue, sentence, cues[number + 1 :]) for number, cue in enumerate(cues)]
        found: list[Speech] = []
        for number, (cue, content) in enumerate(zip(cues, contents, strict=True)):
            if content is None or (cue.rule.startswith("source") and self._told_within(cue, cues, content)):
                continue
            start, end = content
            around = next((m for m in self._marks if m.start <= start and end <= m.end and m.inner_end - m.inner_start >= end - start - 5), None)
            if around is not None and self._raw[start : around.inner_start].strip(" \"«“") == "":
                if start <= around.inner_start + 2:
                    found.append(self._direct(around, cue))
                continue  # what is told within a quotation is the quotation's
            found.append(Speech("indirect", start, end, (cue.first, cue.last), cue.stance, cue.speakers, cue.carried, cue.rule, cue.through))
            found += [self._direct(m, self._teller(m, cues[number:], contents[number:])) for m in self._inside(start, end) if self._quotations.quotes_words(m, True)]
        covered = [(s.start, s.end) for s in found]
        for cue in cues:
            found += self._quoted(cue, sentence, cues, covered)
        return found + [s for n, cue in enumerate(cues) if cue.reports for s in self._nominal(cue, sentence, cues[n + 1 :])]

    def _nominal(self, cue: Cue, sentence: Sentence, later: Sequence[Cue]) -> list[Speech]:
        """What a verb of saying reports by nouns: all behind it, up to what it reports in a clause or to another statement."""
        if cue.last >= sentence.last:
            return []
        last = self._content_end(cue.last, sentence, later, cue.stance)
        if cue.content is not None:
            last = min(last, cue.content)
        if last <= cue.last:
            return []
        start, end = self._words[cue.last].start, self._words[last - 1].end
        return [Speech("nominal", start, end, (cue.first, cue.last), cue.stance, cue.speakers, cue.carried, cue.rule, cue.through)]

    def _teller(self, mark: Marked, cues: Sequence[Cue], contents: Sequence[tuple[int, int] | None]) -> Cue:
        """Whose words stand in marks within what the first of `cues` reports: those of whoever is told there to say so (قال إن فلانا قال: «…»), else his own."""
        teller = cues[0]
        for cue, content in zip(cues[1:], contents[1:], strict=True):
            says_it = content is not None and content[0] <= mark.start and mark.end <= content[1] + 1
            if not cue.rule.startswith("verb:") or cue.speakers == teller.speakers:
                continue
            if says_it or content is None and cue.speakers and self._words[cue.first].start < mark.start and cue.rule.partition(":")[2] in self._bare:
                teller = cue
        return teller

    def _told_within(self, source: Cue, cues: Sequence[Cue], content: tuple[int, int]) -> bool:
        """Whether what a source passes on is itself somebody's statement, which stands for it: بحسب الوكالة، أكد فلان أن."""
        return any(c is not source and c.content is not None and content[0] <= self._words[c.first].start < content[1] for c in cues)

    def _direct(self, mark: Marked, cue: Cue) -> Speech:
        return Speech("direct", mark.inner_start, mark.inner_end, (cue.first, cue.last), cue.stance, cue.speakers, cue.carried, "quoted:" + cue.rule, cue.through)

    def _inside(self, start: int, end: int) -> list[Marked]:
        return [m for m in self._marks if start <= m.start and m.end <= end + 1]

    # -- reported clauses -------------------------------------------------------------------------------------------------------

    def _content(self, cue: Cue, sentence: Sentence, later: Sequence[Cue]) -> tuple[int, int] | None:
        """Where the clause that a cue reports begins and ends."""
        if cue.content_words is not None:
            first, last = cue.content_words
        elif cue.content is None or cue.content >= sentence.last:
            return None
        else:
            first = cue.content
            last = self._content_end(first, sentence, later, cue.stance)
        return self._trimmed(first, last)

    def _content_end(self, first: int, sentence: Sentence, later: Sequence[Cue], stance: str) -> int:
        """The word after the content: before the next statement of the same speaker, a source that follows, or a turn of the story."""
        last = sentence.last
        depth_end = self._mark_end(first)
        for cue in later:
            if cue.first > first and cue.breaks and self._words[cue.first].start >= depth_end and not self._quoted_since(first, cue.first) and self._told_since(first, cue):
                last = min(last, self._back(cue.opens, first))
                break
        index = first
        while index < last:
            word = self._words[index]
            if word.start >= depth_end and index > first + 1 and (self._turns(index) or self._answered(index, later, stance)):
                return index
            index += 1
        return last

    def _told_since(self, first: int, cue: Cue) -> bool:
        """Whether the words from `first` up to a cue tell anything: a verb of saying behind a mere subject is what is told of it."""
        clause = self._clauses.get(cue.first)
        return clause is None or clause.verb.before[:1] == "و" or any(i in self._clauses for i in range(first, cue.first))

    def _quoted_since(self, first: int, last: int) -> bool:
        """Whether the word `last` stands in a quotation that opens behind the word `first`."""
        start, place = self._words[first].start, self._words[last].start
        return any(start < m.start < place < m.inner_end and self._raw[m.start] in "«“" for m in self._marks)

    def _mark_end(self, first: int) -> int:
        """The end of the quotation that opens right at the content."""
        start = self._words[first].start
        return max((m.end for m in self._marks if m.start <= start + 1 and m.start >= start - 2), default=0)

    def _back(self, index: int, first: int) -> int:
        """Back over the comma or conjunction before a cue."""
        while index > first and self._words[index - 1].kind == "sign" and self._words[index - 1].raw not in "»”\")":
            index -= 1
        return index

    def _turns(self, index: int) -> bool:
        """«، فيما», «، في الوقت الذي», «، في إشارة إلى»: the report ends here."""
        if self._words[index].raw not in _COMMAS or index + 2 >= len(self._words):
            return False
        one, two = self._words[index + 1].form, self._words[index + 2].form
        return (one, two) in (("في", "الوقت"), ("في", "وقت"), ("في", "اشاره"), ("في", "حين")) or one in ("فيما", "وكان", "وكانت", "وكانوا")

    def _answered(self, index: int, later: Sequence[Cue], stance: str) -> bool:
        """«إلا أن الحركة نفت», «لكنه أكد»: another statement is set against this one; against a denial any."""
        form = self._words[index].form
        against = form in ("الا", "غير", "بيد") and index + 1 < len(self._words) and self._words[index + 1].form.startswith("ان")
        return (against or form.startswith("لكن")) and (stance == "denies" or any(index < c.first <= index + 6 for c in later))

    def _trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        if first >= last or first >= len(self._words):
            return None
        start, end = self._words[first].start, self._words[last - 1].end
        while end > start and self._raw[end - 1] in _TRAILING:
            end -= 1
        text = self._raw[start:end]
        for opening, closing in (("«", "»"), ("“", "”")):
            if text.endswith(closing) and opening not in text:
                end -= 1
        if self._raw[start:end].count('"') == 1 and self._raw[end - 1] == '"':
            end -= 1
        return (start, end) if end - start > 3 else None

    # -- quotations -------------------------------------------------------------------------------------------------------------

    def _quoted(self, cue: Cue, sentence: Sentence, cues: Sequence[Cue], covered: Sequence[tuple[int, int]]) -> list[Speech]:
        """The quotations after a cue, up to the next cue."""
        start = self._words[cue.last - 1].end
        later = [self._words[c.first].start for c in cues if c.first > cue.first]
        end = min([*later, sentence.end])
        found = []
        for mark in self._marks:
            if not start <= mark.start < end or any(s <= mark.start and mark.end <= e + 1 for s, e in covered):
                continue
            index = bisect_left(self._starts, mark.start)
            if any(index <= p.first <= index + 1 and p.tag == "speaker" for c in cues for p in c.speakers):
                continue
            distance = index - cue.last
            if distance > _BEFORE_DIRECT or not self._quotations.quotes_words(mark, distance < 12):
                continue
            found.append(self._direct(mark, cue))
        return found

    def unclaimed(self, found: Sequence[Speech]) -> list[Speech]:
        """Quotations that no cue before them claims: a cue may follow, or, of a long one, the last speaker goes on."""
        claimed = sorted((s.start, s.end) for s in found if s.kind == "direct")
        spans = sorted((s.start, s.end) for s in found)
        told = sorted((s for s in found if s.speakers), key=lambda s: s.start)
        starts = [s.start for s in told]
        fresh: list[Speech] = []
        for mark in self._marks:
            index = bisect_left(self._starts, mark.inner_start)
            last = bisect_left(self._starts, mark.inner_end)
            if last - index < 4 or overlaps(claimed, mark) or holds(spans, mark) or not self._quotations.quotes_words(mark, last - index < 7):
                continue
            cue = self._cues.after(last)
            if cue is not None:
                fresh.append(self._direct(mark, cue))
            elif last - index >= 7 and (found or fresh):
                before = bisect_left(starts, mark.start) - 1
                own = self._subject_before(index)
                again = fresh[-1] if fresh and (before < 0 or told[before].start < fresh[-1].start) else None
                speakers = own or (again.speakers if again is not None else told[before].speakers if before >= 0 else ())
                fresh.append(Speech("direct", mark.inner_start, mark.inner_end, None, "says", speakers, True, "quoted:goes_on"))
        return fresh

    def _subject_before(self, index: int) -> tuple[Phrase, ...]:
        """تنص الإصلاحات على «…»، تقدم الرئيس بورقة أبرز بنودها «…»: the subject of the clause in which a quotation without a cue stands; nobody where it stands in none."""
        for place in range(index - 1, max(-1, index - _NEAR_SUBJECT), -1):
            clause = self._clauses.get(place)
            subject = clause.subject if clause is not None and clause.antecedent is None and not clause.opener else None
            if clause is not None and subject is not None and subject.last < index and (subject.phrases or clause.verb.lemma in _CONTAIN):
                named = subject.phrases or subject.owners[:1]
                return named or ((self._cues.somebody(subject.first, subject.last),) if self._words[subject.first].article else ())
            if self._words[place].kind == "break" or self._words[place].raw in ".؟!:»”\"":
                return ()
        return ()

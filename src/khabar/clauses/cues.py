"""The words that tell that somebody speaks: قال … إن، مؤكداً أن، بحسب …"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from khabar.clauses.clauses import Argument, Clause
from khabar.clauses.phrase import Phrase
from khabar.lexicon.speech_words import SpeechWords
from khabar.text.marks import Marked
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_COMPLEMENTS = frozenset(
    {p + f for f in ("ان", "انه", "انها", "انهم", "انهما", "اننا", "انني", "اني", "انا", "انهن") for p in ("", "ب", "و", "ل")}
)
_NOT_AFTER = frozenset({"بعد", "قبل", "منذ", "دون", "بدون", "الي", "غير", "الا", "رغم", "بما", "علما", "يمكن", "يجب", "ينبغي", "بيد", "لولا", "بشرط"})
_SOURCES = frozenset({"بحسب", "وفق", "وفقا", "حسب", "حسبما", "نقلا", "وبحسب", "ووفق", "ووفقا", "وحسب", "ونقلا"})
_ASKING = frozenset({"demands", "promises"})
_DECIDING = frozenset({"قرر", "رفض", "دعا", "امل", "حاول", "عاد"})
_DOCUMENTS = frozenset({"بيان", "بلاغ", "تقرير", "تصريح", "رساله", "مذكره", "خبر", "بيانات", "تصريحات", "تقارير"})
_NO_SPEAKER = frozenset({"اخر", "ذلك", "هذا", "هذه", "امر", "شيء", "شي", "اكثر", "اقل", "انه", "كل"})
_NOBODY = frozenset({"قيل", "يقال", "يزعم", "يشتبه", "تردد", "يتردد", "يشاع", "اشيع", "يذكر", "يشار", "يعتقد", "يتوقع", "ينتظر", "يرجح", "يلاحظ", "يعرف", "عرف", "علم", "يعلم"})
# Verbs that pass on what another said, and the preposition before whom.
_PASSED_ON = {"نقل": "عن", "نسب": "الي", "اقتبس": "عن"}
# Verbs that tell what stands in a document: جاء في بيان.
_STANDS = frozenset({"جاء", "ورد"})
_FAR = 60


def _words_in(words: Sequence[Word], marks: Sequence[Marked]) -> frozenset[int]:
    """The words within quotations of four words or more."""
    starts = [w.start for w in words]
    found: set[int] = set()
    for mark in marks:
        first, last = bisect_left(starts, mark.inner_start), bisect_left(starts, mark.inner_end)
        if last - first >= 4:
            found.update(range(first, last))
    return frozenset(found)


class Cue(NamedTuple):
    """A word range that tells of speech, with the speaker it names.

    `content` is the first word of the clause it reports, None where it reports none; `content_words` are both ends where the source
    follows what it said; `through` are those who pass it on. `opens` is the word where its own clause opens; `breaks` says that what another said before ends there;
    `reports` that the nouns behind it tell acts on its speaker's word.
    """

    first: int
    last: int
    stance: str
    speakers: tuple[Phrase, ...]
    carried: bool
    content: int | None
    content_words: tuple[int, int] | None
    opens: int
    breaks: bool
    rule: str
    through: tuple[Phrase, ...] = ()
    reports: bool = False


class CueReader:
    """Finds the cues of one text, sentence by sentence, and remembers who spoke and acted last."""

    def __init__(self, words: Sequence[Word], phrases: Sequence[Phrase], marks: Sequence[Marked], speech_words: SpeechWords) -> None:
        self._words = words
        self._quoted = _words_in(words, marks)
        self._phrases = {p.first: p for p in phrases}
        self._speech = speech_words
        self._speakers: tuple[Phrase, ...] = ()
        self._subject: tuple[Phrase, ...] = ()
        self._joined: set[int] = set()

    def cues(self, sentence: Sentence, clauses: Sequence[Clause]) -> list[Cue]:
        """The cues of a sentence, by place."""
        by_verb = {c.verb.at: c for c in clauses}
        self._joined = {c.verb.at for c in clauses if c.verb.before[:1] in ("و", "ف") and c.verb.lemma in self._speech.verbs}
        found: list[Cue] = []
        self._subject = ()
        for index in range(sentence.first, sentence.last):
            clause = by_verb.get(index)
            cue = None
            if clause is not None and clause.verb.lemma in _STANDS:
                cue = self._standing(clause, sentence)
            elif clause is not None and (clause.verb.lemma in self._speech.verbs or self._reports(clause, sentence)):
                cue = self._verb(clause, sentence)
            elif (clause is None or clause.verb.person == "3md") and self._words[index].kind == "word":
                cue = self._participle(index, sentence, bool(found)) or self._source(index, sentence)
            if cue is not None:
                nested = bool(found) and found[-1].content is not None and not cue.breaks or index in self._quoted
                found.append(cue)
                if cue.speakers and not nested and not cue.rule.startswith("source:"):
                    self._speakers, self._subject = cue.speakers, ()
            free = not found or (found[-1].content is None and found[-1].content_words is None and clause is not None and clause.opener != "verb")
            if cue is None and clause is not None and free and clause.subject is not None and clause.subject.phrases and index not in self._quoted:
                self._subject = clause.subject.phrases
        if not found and self._subject and self._subject[0].kind == "person":
            self._speakers = self._subject
        return found

    # -- verbs ------------------------------------------------------------------------------------------------------------------

    def _verb(self, clause: Clause, sentence: Sentence) -> Cue | None:
        index = clause.verb.at
        stance = self._speech.verbs.get(clause.verb.lemma) or self._speech.reports[clause.verb.lemma][0]
        if index > sentence.first and self._words[index - 1].form in ("لم", "لن", "ولم", "الا"):
            if clause.verb.lemma != "استبعد":
                return None
            stance = "says"
        content = self._complement(index, sentence)
        if content is not None and self._impersonal(index, content):
            return None
        speakers = self._speaker(clause, content)
        quoted = self._passed_on(clause, content)
        through, speakers = (speakers, quoted) if quoted else ((), speakers)
        carried = not speakers
        if carried:
            speakers = self._written_by(index, sentence) or self._subject or self._speakers
        if content is not None and self._infinitive(content, clause.verb.lemma, stance):
            content = None
        opens = index
        while opens > sentence.first and self._words[opens - 1].form in ("لكنه", "لكنها", "الا", "انه", "انها", "كما", "وقد", "وكان", "وكانت", "قد"):
            opens -= 1
        breaks = clause.verb.before[:1] in ("و", "ف") or opens < index or self._words[index - 1].kind != "word" if index > sentence.first else True
        return Cue(index, index + 1, stance, speakers, carried, content, None, opens, breaks, f"verb:{clause.verb.lemma}", through, self._reports(clause, sentence))

    def _standing(self, clause: Clause, sentence: Sentence) -> Cue | None:
        """جاء في بيان للوزارة أن: a document says it, for whoever wrote it."""
        document = clause.behind("في")
        if document is None or self._words[document.first].stem not in _DOCUMENTS:
            return None
        content = self._complement_near(clause.verb.at, sentence)
        speakers = document.owners[:1] or self._author(document.last)
        if not speakers and not self._words[document.first].article:
            speakers = (Phrase(document.first, document.last, "", "speaker", "person", "", "", None, None, "", (), False, (), "speaker"),)
        index = clause.verb.at
        return Cue(index, index + 1, "says", speakers or self._speakers, not speakers, content, None, index, True, f"verb:{clause.verb.lemma}")

    def _reports(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether a verb reports acts by the nouns behind it."""
        if clause.verb.lemma not in self._speech.reports:
            return False
        wanted = self._speech.reports[clause.verb.lemma][1]
        return not wanted or any(w.stem in wanted or w.form in wanted for w in self._words[clause.verb.at + 1 : min(sentence.last, clause.verb.at + 14)])

    def _passed_on(self, clause: Clause, content: int | None) -> tuple[Phrase, ...]:
        """نقلت الوكالة عن فلان: whose words another passes on."""
        preposition = _PASSED_ON.get(clause.verb.lemma)
        source = clause.behind(preposition) if preposition else None
        if source is None or source.first < clause.verb.at:
            return ()
        return source.phrases or self._words_as_speaker(source, content if content is not None else source.last, False)

    def _impersonal(self, index: int, content: int) -> bool:
        """يذكر أن، يشار إلى أن: the article's own words."""
        form = self._words[index].form.removeprefix("و").removeprefix("س")
        return form in _NOBODY and content - index <= 3

    def _written_by(self, index: int, sentence: Sentence) -> tuple[Phrase, ...]:
        """خطاب للرئيس فلان قال فيه: whoever's speech it is, named last before the verb."""
        if index + 1 >= sentence.last or self._words[index + 1].form not in ("فيه", "فيها"):
            return ()
        for place in range(index - 1, max(sentence.first, index - 24) - 1, -1):
            phrase = self._phrases.get(place)
            if phrase is not None and phrase.kind == "person":
                return (phrase,)
        return ()

    def _speaker(self, clause: Clause, content: int | None) -> tuple[Phrase, ...]:
        subject = clause.subject
        if subject is None:
            return ()
        if subject is clause.antecedent and clause.opener != "verb":
            return subject.phrases
        if subject.phrases:
            return subject.phrases
        if subject.first < clause.verb.at:
            return ()
        return self._words_as_speaker(subject, content, clause.verb.lemma in self._speech.reports)

    def _words_as_speaker(self, subject: Argument, content: int | None, reports: bool) -> tuple[Phrase, ...]:
        """A speaker whom no list knows: «سكان»; of a document, the one who wrote it."""
        head = self._words[subject.first]
        if head.stem in _DOCUMENTS:
            return subject.owners[:1] or self._author(subject.last)
        if head.kind != "word" or head.after or head.before or len(head.form) < 3 or head.form in _NO_SPEAKER:
            return ()
        near = content is not None and subject.last <= content <= subject.last + 14
        near = near or reports and any(w.form in ("عن", "الي") for w in self._words[subject.last : subject.last + 3])
        quoted = any(w.raw in "«\"“:" for w in self._words[subject.last : subject.last + 8] if w.kind == "sign")
        if not near and not (quoted and head.article):
            return ()
        return (Phrase(subject.first, subject.last, "", "speaker", "person", "", "", None, None, "", (), False, subject.owners, "speaker"),)

    def _author(self, index: int) -> tuple[Phrase, ...]:
        """Whose document it is: بيان للبيت الأبيض، بلاغ صادر عن الوزارة."""
        for place in range(index, min(index + 7, len(self._words))):
            phrase = self._phrases.get(place)
            if phrase is not None:
                return (phrase,) if phrase.before in ("ل", "") else ()
            if self._words[place].kind == "sign" or self._words[place].form in _COMPLEMENTS:
                break
        return ()

    def _complement(self, index: int, sentence: Sentence) -> int | None:
        """The first word of what is said: after إن، أن, or after a colon."""
        place = index + 1
        limit = min(sentence.last, index + _FAR)
        while place < limit:
            word = self._words[place]
            if place in self._joined or self._goes_on(place):
                return None
            if word.form in _COMPLEMENTS and self._words[place - 1].form not in _NOT_AFTER - {"الي"}:
                if self._words[place - 1].form == "الي" or self._words[place - 1].form not in _NOT_AFTER:
                    return place + 1
            if word.raw == ":":
                following = self._words[place + 1].form if place + 1 < limit else ""
                if following in _COMPLEMENTS:
                    return place + 2
                return place + 1 if place + 1 < limit else None
            if word.raw in "«“\"" and word.kind == "sign" and place > index + 1 and self._quote_opens(place):
                return None
            place += 1
        return None

    def _goes_on(self, index: int) -> bool:
        """Whether a participle in the accusative begins another statement at the word `index`: قال …، نافياً أن."""
        word = self._words[index]
        form = word.form.removeprefix("و") if word.form not in self._speech.participles else word.form
        accusative = word.raw.endswith(("ا", "اً", "ًا", "ة", "ين"))
        return self._speech.participles.get(form, "nominal") != "nominal" and accusative and self._words[index - 1].raw in "،,"

    def _quote_opens(self, place: int) -> bool:
        """Whether a mark opens a quotation that is the speech itself, not a name: it does not hang on the word before."""
        before, mark = self._words[place - 1], self._words[place]
        return before.raw == ":" or (before.end < mark.start and before.stem not in self._speech.named)

    def _infinitive(self, content: int, lemma: str, stance: str) -> bool:
        """قرر أن يزور، طالب بأن يعود: an act that is wanted, not a statement."""
        if content >= len(self._words) or self._words[content - 1].form not in ("ان", "بان"):
            return False
        following = self._words[content].form
        return (stance in _ASKING or lemma in _DECIDING) and following[:1] in ("ي", "ت") and not self._words[content].article

    # -- participles and sources ------------------------------------------------------------------------------------------------

    def _participle(self, index: int, sentence: Sentence, spoken: bool) -> Cue | None:
        word = self._words[index]
        form = word.form.removeprefix("و") if word.form not in self._speech.participles else word.form
        stance = self._speech.participles.get(form)
        if stance is None or index == sentence.first:
            return None
        if stance != "nominal" and not word.raw.endswith(("ا", "اً", "ًا", "ة", "ين", "ان")):
            return None
        content = self._complement_near(index, sentence)
        if stance == "nominal":
            return self._nominal(index, content)
        quoted = any(w.raw in "«“\":" for w in self._words[index + 1 : index + 8] if w.kind == "sign")
        if content is None and not quoted and self._words[index - 1].raw not in "،,":
            return None
        speakers = self._speakers if spoken or not self._subject else self._subject
        return Cue(index, index + 1, stance, speakers, True, content, None, index, True, f"participle:{form}")

    def _nominal(self, index: int, content: int | None) -> Cue | None:
        """بقوله إن، بالإشارة إلى أن، مفادها أن: a noun of saying right before its clause."""
        if content is None or content > index + 3:
            return None
        return Cue(index, index + 1, "says", self._speakers, True, content, None, index, True, f"noun:{self._words[index].form}")

    def _complement_near(self, index: int, sentence: Sentence) -> int | None:
        limit = Sentence(sentence.start, sentence.end, sentence.first, min(sentence.last, index + 14))
        return self._complement(index, limit)

    def _source(self, index: int, sentence: Sentence) -> Cue | None:
        """بحسب X: a source before or after what it says."""
        word = self._words[index]
        if word.form not in _SOURCES:
            return None
        place = index + 1
        if place < sentence.last and self._words[place].form in ("عن", "ما", "لما", "الي"):
            place += 1
        speakers, end = self._named_at(place, sentence)
        if not speakers:
            return None
        if index <= sentence.first + 1:
            return self._leading(index, end, speakers, sentence)
        if self._words[index - 1].raw not in "،,»\"”" :
            return None
        stop = index - 1
        return Cue(index, index + 1, "says", speakers, False, None, (sentence.first, stop), index, True, f"source:{word.form}")

    def _leading(self, index: int, end: int, speakers: tuple[Phrase, ...], sentence: Sentence) -> Cue:
        place = end
        limit = min(sentence.last, end + 14)
        while place < limit:
            form = self._words[place].form
            if form in ("فان", "فقد", "فانه", "فانها") or form in _COMPLEMENTS:
                return Cue(index, index + 1, "says", speakers, False, place + 1, None, index, True, "source_first")
            place += 1
        place = end
        while place < sentence.last and self._words[place].kind == "sign":
            place += 1
        return Cue(index, index + 1, "says", speakers, False, place, None, index, True, "source_first")

    def _named_at(self, place: int, sentence: Sentence) -> tuple[tuple[Phrase, ...], int]:
        """Whoever is named at `place`, over a verb of saying, a document, or an indefinite noun before it."""
        for index in range(place, min(place + 7, sentence.last)):
            phrase = self._phrases.get(index)
            if phrase is not None:
                return (phrase,), phrase.last
            if index == place and self._words[index].stem in _DOCUMENTS and self._words[index].article and self._speakers:
                return self._speakers, index + 1
            if self._words[index].kind == "sign" and self._words[index].raw not in "«\"“":
                break
        if place < sentence.last and self._words[place].kind == "word" and self._words[place].stem not in _DOCUMENTS:
            end = place + 1
            while end < min(sentence.last, place + 5) and self._words[end].kind == "word" and self._words[end].before in ("", "ل")[: 1 + self._words[end].article]:
                end += 1
            return (Phrase(place, end, self._words[place].before, "speaker", "person", "", "", None, None, "", (), False, (), "speaker"),), end
        return (), place

    def after(self, index: int) -> Cue | None:
        """The cue right after a quotation: «…»، قال X."""
        for place in range(index, min(index + 5, len(self._words))):
            word = self._words[place]
            if word.form in _SOURCES or any(word.form.endswith(v) for v in ("قال", "قالت", "اضاف", "اضافت", "قاله", "اوضح", "يقول", "تقول")):
                speakers, _ = self._named_at(place + 1, Sentence(0, 0, place, min(place + 12, len(self._words))))
                if speakers:
                    return Cue(place, place + 1, "says", speakers, False, None, None, place, True, "after")
        return None

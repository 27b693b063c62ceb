"""The words that tell that somebody speaks: قال … إن، مؤكداً أن، بحسب …"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from khabar.clauses.clauses import Clause
from khabar.clauses.cue import Cue
from khabar.clauses.phrase import Phrase
from khabar.clauses.sources import SourceReader
from khabar.clauses.speakers import COMPLEMENTS, DOCUMENTS, Speakers, unlisted
from khabar.lexicon.speech_words import SpeechWords
from khabar.text.marks import Marked
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_NOT_AFTER = frozenset({"سبق", "يشتبه", "يعتقد", "يفترض", "يتوقع", "يرجح", "يحتمل", "ينتظر", "يمكنه", "يمكنها", "حيث", "المفروض", "المفترض", "المقرر", "المتوقع", "المنتظر", "الممكن", "المحتمل", "الضروري", "اللازم", "الواجب", "المهم", "المرجح", "المرتقب", "شانه", "شانها", "اجل", "بعد", "قبل", "منذ", "دون", "بدون", "الي", "غير", "الا", "رغم", "بما", "علما", "يمكن", "يجب", "ينبغي", "بيد", "لولا", "بشرط"})
# With these before أن the statement begins: شدد على ضرورة أن.
_NEED = frozenset({"ضروره", "اهميه", "وجوب"})
_ASKING = frozenset({"demands", "promises"})
_DECIDING = frozenset({"قرر", "رفض", "دعا", "امل", "حاول", "عاد"})
_NOBODY = frozenset({"قيل", "يقال", "يزعم", "يشتبه", "تردد", "يتردد", "يشاع", "اشيع", "يذكر", "يشار", "يعتقد", "يتوقع", "ينتظر", "يرجح", "يلاحظ", "يعرف", "عرف", "علم", "يعلم"})
# Verbs that pass on what another said, and the preposition before whom.
_PASSED_ON = {"نقل": "عن", "نسب": "الي", "اقتبس": "عن"}
# Verbs that tell what stands in a document: جاء في بيان.
_STANDS = frozenset({"جاء", "ورد"})
# كان متوقعا أن tells nobody's words.
_BEEN = frozenset({"كان", "كانت", "وكان", "يكون", "تكون", "بات", "اصبح", "ليس", "مازال", "يزال", "تزال"})
# Before a colon these open a list.
_LISTS = frozenset({"هم", "هي", "هما", "وهم", "وهي", "وهما", "كالتالي", "التاليه", "الاتيه", "كالاتي", "التالي", "الاتي", "منها", "بينهم", "ومنها", "مثل"})
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذان", "اللتان", "مما", "ما"})
# Words between two statements that belong to the second.
_OPENING = frozenset({"لكنه", "لكنها", "الا", "انه", "انها", "كما", "وقد", "وكان", "وكانت", "قد"})
# Signs behind which a verb of saying begins a statement of its own.
_BREAKING = frozenset("،,؛;:.-–—…()«“؟!")
# Verbs of saying that more often mean something else, and who rules by قضى.
_ALSO = frozenset({"قضي", "ابلغ", "راي"})
_COURTS = frozenset({"محكمه", "محاكم", "قاضي", "قضاه", "قضاء", "هييه", "مجلس"})
# Nouns of saying before whoever speaks: تصريح مسؤول بأن.
_SAID = frozenset({"تصريح", "اعلان", "تاكيد", "قول", "اعتراف", "تحذير", "زعم"})
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


class CueReader:
    """Finds the cues of one text, sentence by sentence; `clauses` are all its clauses."""

    def __init__(self, words: Sequence[Word], phrases: Sequence[Phrase], marks: Sequence[Marked], speech_words: SpeechWords, clauses: Iterable[Clause]) -> None:
        self._words = words
        self._quoted = _words_in(words, marks)
        starts = [w.start for w in words]
        self._opening = frozenset(bisect_left(starts, m.start) for m in marks)
        self._phrases = {p.first: p for p in phrases}
        self._speech = speech_words
        self._verbs = {c.verb.at: c for c in clauses}
        self._speakers = Speakers(words, self._phrases, speech_words)
        self._sources = SourceReader(words, self._speakers, speech_words, self._verbs)
        self._joined: set[int] = set()

    def after(self, index: int) -> Cue | None:
        """The cue right after a quotation that ends before the word `index`: «…»، قال X."""
        return self._sources.after(index)

    def cues(self, sentence: Sentence, clauses: Sequence[Clause]) -> list[Cue]:
        """The cues of a sentence, by place."""
        self._joined = {c.verb.at for c in clauses if c.verb.before[:1] in ("و", "ف") and c.verb.lemma in self._speech.verbs}
        found: list[Cue] = []
        for index in range(sentence.first, sentence.last):
            clause = self._verbs.get(index)
            cue = self._cue(index, clause, sentence, bool(found))
            if cue is not None:
                nested = bool(found) and found[-1].content is not None and not cue.breaks or index in self._quoted
                found.append(cue)
                if cue.speakers and not nested and not (cue.rule.startswith("source:") and cue.speakers[0].sector == "JRN"):
                    self._speakers.spoke(cue.speakers, clause.verb.person if clause is not None else "")
            free = not found or (found[-1].content is None and found[-1].content_words is None and clause is not None and clause.opener != "verb")
            main = clause is not None and clause.antecedent is None and clause.opener not in _RELATIVES
            if cue is None and clause is not None and main and free and clause.subject is not None and clause.subject.phrases and index not in self._quoted:
                self._speakers.acted(clause.subject.phrases)
        self._speakers.sentence_ends(bool(found))
        return found

    def _cue(self, index: int, clause: Clause | None, sentence: Sentence, spoken: bool) -> Cue | None:
        if clause is not None and clause.verb.person == "3md" and (source := self._sources.source(index, sentence)) is not None:
            return source  # نقلا عن: no verb in the dual
        if clause is not None and clause.verb.lemma in _STANDS:
            return self._standing(clause, sentence)
        if clause is not None and (clause.verb.lemma in self._speech.verbs or self._reports(clause, sentence)):
            return self._verb(clause, sentence)
        if clause is not None and clause.verb.lemma in self._speech.clausal and (near := self._complement_near(index, sentence)) is not None and near <= index + 9:
            return self._verb(clause, sentence)
        if (clause is None or clause.verb.person == "3md") and self._words[index].kind == "word":
            return self._participle(index, sentence, spoken) or self._sources.source(index, sentence)
        return None

    # -- verbs ------------------------------------------------------------------------------------------------------------------

    def _verb(self, clause: Clause, sentence: Sentence) -> Cue | None:
        index, lemma = clause.verb.at, clause.verb.lemma
        if lemma in self._speech.plain and self._words[index].raw.lstrip("وف").startswith("أ"):
            return None  # أعتقد أن: the writer himself
        stance = self._stance(clause)
        if index > sentence.first and self._words[index - 1].form in ("لم", "لن", "ولم", "الا"):
            if lemma != "استبعد":
                return None
            stance = "says"
        content = self._complement(index, sentence)
        if content is not None and self._impersonal(clause, content) or lemma in _ALSO and not self._says(clause, content):
            return None
        reports = self._reports(clause, sentence)
        behind = content is None and self._sources.starts_behind(index, sentence) is not None
        self._speakers.reads(clause, sentence)
        speakers = self._speakers.of_verb(clause, clause.subject.last if behind and clause.subject is not None else content, reports)
        if behind:
            before = self._sources.told_before(clause, speakers, stance, sentence)
            if before is not None:
                return before
        quoted = self._passed_on(clause) or (self._sources.passed_on(index, content, sentence) if content is not None else ())
        if (clause.verb.passive or self._is_said_of(index, lemma)) and not quoted:
            return None  # يُتهم فلان: who is spoken of does not speak
        through, speakers = (speakers, quoted) if quoted else ((), speakers)
        carried = not speakers
        if carried:
            speakers = self._written_by(index, sentence) or self._speakers.last(clause.verb.person)
        if content is not None and self._infinitive(content, lemma, stance):
            content = None
        opens = index
        while opens > sentence.first and self._words[opens - 1].form in _OPENING:
            opens -= 1
        breaks = clause.verb.before[:1] in ("و", "ف") or opens < index or self._words[index - 1].raw in _BREAKING if index > sentence.first else True
        return Cue(index, index + 1, stance, speakers, carried, content, None, opens, breaks, f"verb:{lemma}", through, reports)

    def _is_said_of(self, index: int, lemma: str) -> bool:
        """يُتهم، يُعتقد: a damma on the first letter, where the active verb has none."""
        return lemma in self._speech.plain and self._words[index].raw.lstrip("وفس")[1:2] == "\u064f"

    def _says(self, clause: Clause, content: int | None) -> bool:
        """Whether a verb that also means to see or to reach means to say: رأى أن, not رأى الدخان; أبلغ, not يبلغ من العمر; قضت المحكمة, not القيود تقضي."""
        if clause.verb.lemma == "قضي":
            return clause.subject is not None and self._words[clause.subject.first].stem in _COURTS
        following = self._words[clause.verb.at + 1] if clause.verb.at + 1 < len(self._words) else None
        if clause.verb.lemma == "ابلغ":
            return following is not None and all(w.form != "من" for w in self._words[clause.verb.at + 1 : clause.verb.at + 4]) and following.kind == "word"
        behind = clause.subject.last if clause.subject is not None and clause.subject.first > clause.verb.at else clause.verb.at + 1
        return content is None or content <= behind + 4

    def _stance(self, clause: Clause) -> str:
        lemma = clause.verb.lemma
        return self._speech.verbs.get(lemma) or self._speech.clausal.get(lemma) or self._speech.reports[lemma][0]

    def _standing(self, clause: Clause, sentence: Sentence) -> Cue | None:
        """جاء في بيان للوزارة أن: a document says it, for whoever wrote it."""
        document = clause.behind("في")
        if document is None or self._words[document.first].stem not in DOCUMENTS:
            return None
        content = self._complement_near(clause.verb.at, sentence)
        speakers = document.owners[:1] or self._speakers.author(document.last)
        if not speakers and not self._words[document.first].article:
            speakers = (unlisted(self._words, document.first, document.last),)
        index = clause.verb.at
        return Cue(index, index + 1, "says", speakers or self._speakers.last(), not speakers, content, None, index, True, f"verb:{clause.verb.lemma}")

    def _reports(self, clause: Clause, sentence: Sentence) -> bool:
        """Whether a verb reports acts by the nouns behind it."""
        if clause.verb.lemma not in self._speech.reports:
            return False
        wanted = self._speech.reports[clause.verb.lemma][1]
        return not wanted or any(w.stem in wanted or w.form in wanted for w in self._words[clause.verb.at + 1 : min(sentence.last, clause.verb.at + 14)])

    def _passed_on(self, clause: Clause) -> tuple[Phrase, ...]:
        """نقلت الوكالة عن فلان: whose words another passes on."""
        preposition = _PASSED_ON.get(clause.verb.lemma)
        source = clause.behind(preposition) if preposition else None
        if source is None or source.first < clause.verb.at:
            return ()
        return source.phrases or (unlisted(self._words, source.first, source.last),)

    def _impersonal(self, clause: Clause, content: int) -> bool:
        """يذكر أن، يشار إلى أن، يذكر بهذا الصدد أن: the article's own words."""
        form = self._words[clause.verb.at].form.removeprefix("و").removeprefix("س")
        return form in _NOBODY and (clause.subject is None or clause.subject.first >= content or clause.subject.first < clause.verb.at)

    def _written_by(self, index: int, sentence: Sentence) -> tuple[Phrase, ...]:
        """خطاب للرئيس فلان قال فيه، أصدرت النقابة بلاغا قالت فيه: whoever's words they are, named last before the verb."""
        if index + 1 >= sentence.last or self._words[index + 1].form not in ("فيه", "فيها"):
            return ()
        for place in range(index - 1, max(sentence.first, index - 24) - 1, -1):
            phrase = self._phrases.get(place)
            if phrase is not None and phrase.kind == "person":
                return (phrase,)
            clause = self._verbs.get(place)
            if clause is not None and clause.subject is not None and clause.subject.first > place and self._words[clause.subject.first].article:
                return clause.subject.phrases or (unlisted(self._words, clause.subject.first, clause.subject.last),)
        return ()

    def _complement(self, index: int, sentence: Sentence) -> int | None:
        """The first word of what is said: after إن، أن, or after a colon."""
        place = index + 1
        limit = min(sentence.last, index + _FAR)
        while place < limit:
            word = self._words[place]
            if place in self._joined or self._goes_on(place) or self._another_speaks(place):
                return None
            if word.form in COMPLEMENTS and self._words[place - 1].form not in _NOT_AFTER - {"الي"}:
                if self._words[place - 1].form in _NEED:
                    return place - 1
                if self._words[place - 1].form == "الي" or self._words[place - 1].form not in _NOT_AFTER:
                    return place + 1
            if word.raw == ":" and self._words[place - 1].form in _LISTS:
                return None
            if word.raw == ":":
                following = self._words[place + 1].form if place + 1 < limit else ""
                if following in COMPLEMENTS:
                    return place + 2
                return place + 1 if place + 1 < limit else None
            if word.raw in "«“\"" and place in self._opening and place > index + 1 and self._quote_opens(place):
                told_to = self._told_to(place, limit)
                if told_to is None:
                    return None
                place = told_to
            place += 1
        return None

    def _goes_on(self, index: int) -> bool:
        """Whether a participle in the accusative begins another statement at the word `index`: قال …، نافياً أن."""
        word = self._words[index]
        form = word.form.removeprefix("و") if word.form not in self._speech.participles else word.form
        accusative = word.raw.endswith(("ا", "اً", "ًا", "ة", "ين"))
        if self._speech.participles.get(form, "nominal") == "nominal" or not accusative:
            return False
        following = self._words[index + 1].form if index + 1 < len(self._words) else ""
        return self._words[index - 1].raw in "،," or form.startswith("قايل") or following in COMPLEMENTS

    def _another_speaks(self, index: int) -> bool:
        """Whether at the word `index` another verb of saying names its speaker behind it: what comes next is his."""
        clause = self._verbs.get(index)
        if clause is None or self._speech.verbs.get(clause.verb.lemma) not in ("says", "announces") or clause.antecedent is not None or clause.verb.after:
            return False
        if self._words[index - 1].form in _RELATIVES:
            return False
        return clause.verb.lemma == "قال" or clause.subject is not None and clause.subject.first > index and bool(clause.subject.phrases)

    def _told_to(self, mark: int, limit: int) -> int | None:
        """قال فلان "للجزيرة" إن: the mark that closes whom somebody speaks to; None where the mark opens something else."""
        if mark + 1 >= limit or not self._words[mark + 1].before.endswith("ل"):
            return None
        return next((i for i in range(mark + 2, min(limit, mark + 5)) if self._words[i].raw in "»”\"" and self._words[i].kind == "sign"), None)

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
        said = self._phrases.get(index + 1) if word.stem in _SAID and not word.article and not word.after else None
        if stance is None and said is not None and not said.before and (behind := self._complement_near(index, sentence)) is not None and behind <= said.last + 6:
            return Cue(index, index + 1, "says", (said,), False, behind, None, index, False, f"noun:{word.stem}")
        if stance is None or index == sentence.first or self._words[index - 1].form in _BEEN or index + 1 < sentence.last and self._words[index + 1].form == "الله":
            return None
        if stance != "nominal" and not word.raw.endswith(("ا", "اً", "ًا", "ة", "ين", "ان")):
            return None
        content = self._complement_near(index, sentence)
        if stance == "nominal":
            return self._nominal(index, content)
        quoted = any(w.raw in "«“\":" for w in self._words[index + 1 : index + 8] if w.kind == "sign")
        if content is None and not quoted and self._words[index - 1].raw not in "،,":
            return None
        speakers = self._speakers.spoken_last() if spoken else self._speakers.last("3fs" if word.raw.endswith("ة") else "")
        return Cue(index, index + 1, stance, speakers, True, content, None, index, True, f"participle:{form}")

    def _nominal(self, index: int, content: int | None) -> Cue | None:
        """بقوله إن، بالإشارة إلى أن، مفادها أن: a noun of saying right before its clause."""
        if content is None and any(w.raw in "«“\"" for w in self._words[index + 1 : index + 3] if w.kind == "sign"):
            return Cue(index, index + 1, "says", self._speakers.last(), True, None, None, index, True, f"noun:{self._words[index].form}")
        if content is None or content > index + 3:
            return None
        heard = self._words[index].form.startswith(("مفاد", "موداه"))
        return Cue(index, index + 1, "says", () if heard else self._speakers.last(), True, content, None, index, True, f"noun:{self._words[index].form}")

    def _complement_near(self, index: int, sentence: Sentence) -> int | None:
        limit = Sentence(sentence.start, sentence.end, sentence.first, min(sentence.last, index + 14))
        return self._complement(index, limit)

"""The words that tell that somebody speaks: قال … إن، مؤكداً أن، بحسب …"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from khabar.clauses.clauses import Clause
from khabar.clauses.cue import Cue
from khabar.clauses.phrase import Phrase
from khabar.clauses.sources import SourceReader
from khabar.clauses.speakers import Speakers
from khabar.clauses.statements import CARRYING, RELATIVES, StatementFinder
from khabar.lexicon.speech_words import SpeechWords
from khabar.text.marks import Marked
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_ASKING = frozenset({"demands", "promises"})
_DECIDING = frozenset({"قرر", "رفض", "دعا", "امل", "حاول", "عاد"})
# Verbs that pass on what another said, and the preposition before whom.
_PASSED_ON = {"نقل": "عن", "نسب": "الي", "اقتبس": "عن"}
# How a main clause opens, whose speaker a participle goes on with.
_MAIN = frozenset({"", "كما", "وقد", "وكان", "وكانت", "قد", "لكن", "فيما", "بينما", "وفيما"})
# Verbs that tell what stands in a document: جاء في بيان.
_STANDS = frozenset({"جاء", "ورد"})
# كان متوقعا أن tells nobody's words.
_BEEN = frozenset({"كان", "كانت", "وكان", "يكون", "تكون", "بات", "اصبح", "ليس", "مازال", "يزال", "تزال"})
# Words between two statements that belong to the second.
_OPENING = frozenset({"لكنه", "لكنها", "الا", "انه", "انها", "كما", "وقد", "وكان", "وكانت", "قد"})
# Signs behind which a verb of saying begins a statement of its own.
_BREAKING = frozenset("،,؛;:.-–—…()«“؟!")
# Verbs of saying that more often mean something else, and who rules by قضى.
_ALSO = frozenset({"قضي", "ابلغ", "راي"})
_COURTS = frozenset({"محكمه", "محاكم", "قاضي", "قضاه", "قضاء", "هييه", "مجلس"})
# Nouns of saying before whoever speaks: تصريح مسؤول بأن.
_SAID = frozenset({"تصريح", "اعلان", "تاكيد", "قول", "اعتراف", "تحذير", "زعم"})


def _main(clause: Clause) -> bool:
    """Whether a clause stands by itself, so that a participle behind it goes on with its subject."""
    return clause.antecedent is None and (clause.opener in _MAIN or clause.opener == "verb" and clause.verb.before[:1] in ("و", "ف"))


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
        self._phrases = {p.first: p for p in phrases}
        self._speech = speech_words
        self._verbs = {c.verb.at: c for c in clauses}
        self._statements = StatementFinder(words, speech_words, self._verbs, frozenset(bisect_left(starts, m.start) for m in marks))
        self._speakers = Speakers(words, self._phrases, speech_words)
        self._sources = SourceReader(words, self._speakers, speech_words, self._verbs)

    def after(self, index: int) -> Cue | None:
        """The cue right after a quotation that ends before the word `index`: «…»، قال X."""
        return self._sources.after(index)

    def somebody(self, first: int, last: int) -> Phrase:
        """Whoever these words mean, whom no list knows."""
        return self._speakers.somebody(first, last)

    def cues(self, sentence: Sentence) -> list[Cue]:
        """The cues of a sentence, by place."""
        found: list[Cue] = []
        main_speakers: tuple[Phrase, ...] = ()
        aside = False  # whether who spoke last did so in a relative clause
        for index in range(sentence.first, sentence.last):
            clause = self._verbs.get(index)
            cue = self._cue(index, clause, sentence, bool(found))
            if cue is not None and cue.carried and cue.rule.startswith("participle:") and main_speakers and aside:
                cue = cue._replace(speakers=main_speakers)
            within = bool(found) and found[-1].content is not None
            if cue is not None and within and not cue.breaks and clause is not None and self._words[(cue.content or 1) - 1].form.startswith("وان"):
                cue = cue._replace(content=None)  # أكد أن … تثق …، وأن: the second clause is told by the first speaker
            if cue is not None:
                nested = bool(found) and found[-1].content is not None and not cue.breaks or index in self._quoted
                found.append(cue)
                described = bool(cue.speakers) and cue.speakers[0].tag == "speaker" and cue.speakers[0].last == cue.first  # تقارير تفيد بأن
                if cue.speakers and not nested and not described and not (cue.rule.startswith("source:") and cue.speakers[0].sector == "JRN"):
                    self._speakers.spoke(cue.speakers, clause.verb.person if clause is not None else "")
                if cue.speakers and clause is not None and not nested:
                    aside = clause.antecedent is not None or clause.opener in RELATIVES
                    main_speakers = cue.speakers if _main(clause) else main_speakers
            free = not found or (found[-1].content is None and found[-1].content_words is None and clause is not None and clause.opener != "verb")
            main = clause is not None and clause.antecedent is None and clause.opener not in RELATIVES
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
        if clause is not None and clause.verb.lemma in self._speech.clausal and not clause.verb.after and (near := self._statements.near(index, sentence)) is not None and near <= index + 9:
            return self._verb(clause, sentence)
        if (clause is None or clause.verb.person == "3md") and self._words[index].kind == "word":
            return self._participle(index, sentence, spoken) or self._sources.source(index, sentence)
        return None

    # -- verbs ------------------------------------------------------------------------------------------------------------------

    def _verb(self, clause: Clause, sentence: Sentence) -> Cue | None:
        index, lemma = clause.verb.at, clause.verb.lemma
        if clause.verb.after and lemma in CARRYING:
            return None  # حوار مع موقع، ونقله موقع آخر
        if lemma in self._speech.plain and self._words[index].raw.lstrip("وف").startswith("أ"):
            return None  # أعتقد أن: the writer himself
        stance = self._stance(clause)
        if index > sentence.first and self._words[index - 1].form in ("لم", "لن", "ولم", "الا"):
            if lemma != "استبعد":
                return None
            stance = "says"
        content = self._statements.begins(index, sentence)
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
        if document is None or self._words[document.first].stem not in self._speech.statements | self._speech.studies:
            return None
        content = self._statements.near(clause.verb.at, sentence)
        speakers = document.owners[:1] or self._speakers.author(document.last)
        if not speakers and not self._words[document.first].article:
            speakers = (self._speakers.somebody(document.first, document.last),)
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
        if not source.head:
            return self._speakers.last()  # نقلت عنه الوكالة
        return source.phrases or (self._speakers.somebody(source.first, source.last),)

    def _impersonal(self, clause: Clause, content: int) -> bool:
        """يذكر أن، يشار إلى أن، يذكر بهذا الصدد أن: the article's own words."""
        form = self._words[clause.verb.at].form.removeprefix("و").removeprefix("س")
        return form in self._speech.nobody and (clause.subject is None or clause.subject.first >= content or clause.subject.first < clause.verb.at)

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
                return clause.subject.phrases or (self._speakers.somebody(clause.subject.first, clause.subject.last),)
        return ()

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
        if stance is None and said is not None and not said.before and (behind := self._statements.near(index, sentence)) is not None and behind <= said.last + 6:
            return Cue(index, index + 1, "says", (said,), False, behind, None, index, False, f"noun:{word.stem}")
        if stance is None or index and self._words[index - 1].form in _BEEN or index + 1 < sentence.last and self._words[index + 1].form == "الله":
            return None
        if stance != "nominal" and not word.raw.endswith(("ا", "اً", "ًا", "ة", "ين", "ان")):
            return None
        content = self._statements.near(index, sentence)
        if content is not None and stance == "demands" and self._infinitive(content, "", stance):
            content = None
        if index == sentence.first and (content is None or stance == "nominal"):
            return None
        if stance == "nominal":
            return self._nominal(index, content)
        quoted = any(w.raw in "«“\":" for w in self._words[index + 1 : index + 8] if w.kind == "sign")
        if content is None and not quoted and self._words[index - 1].raw not in "،,":
            return None
        own = self._phrases.get(index + 1)
        if own is not None and own.kind == "person" and not own.before and content is not None and own.last <= content:
            return Cue(index, index + 1, stance, (own,), False, content, None, index, True, f"participle:{form}")  # مبينا الفهد أن
        speakers = self._speakers.spoken_last() if spoken else self._speakers.last("3fs" if word.raw.endswith("ة") else "")
        return Cue(index, index + 1, stance, speakers, True, content, None, index, True, f"participle:{form}")

    def _nominal(self, index: int, content: int | None) -> Cue | None:
        """بقوله إن، بالإشارة إلى أن، مفادها أن: a noun of saying right before its clause."""
        if content is None and any(w.raw in "«“\"" for w in self._words[index + 1 : index + 3] if w.kind == "sign"):
            return Cue(index, index + 1, "says", self._speakers.last(), True, None, None, index, True, f"noun:{self._words[index].form}")
        if content is None or content > index + 3:
            return None
        if index and self._words[index].form == "القول" and self._words[index - 1].form in self._speech.may_be_said:
            return None  # يمكن القول إن: the writer himself
        heard = self._words[index].form.startswith(("مفاد", "موداه"))
        return Cue(index, index + 1, "says", () if heard else self._speakers.last(), True, content, None, index, True, f"noun:{self._words[index].form}")


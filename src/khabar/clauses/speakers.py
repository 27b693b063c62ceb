"""Who speaks: the subject of a verb of saying, whoever wrote a document, or whoever spoke last."""

from collections.abc import Mapping, Sequence

from khabar.clauses.arguments import Argument
from khabar.clauses.clauses import ANOTHER, Clause
from khabar.clauses.phrase import Phrase
from khabar.clauses.statements import COMPLEMENTS
from khabar.lexicon.speech_words import SpeechWords
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_NO_SPEAKER = frozenset({"اخر", "ذلك", "هذا", "هذه", "امر", "شيء", "شي", "اكثر", "اقل", "انه", "كل", "ما", "منها", "لم", "لن", "قايلا", "قايله", "قايلين", "نحن", "انا", "هناك", "ان"})
# Verbs that have somebody they speak to as their object, so that of two nouns behind them the second is not part of the first.
_TO_SOMEBODY = frozenset({"انتقد", "ابلغ", "اخبر", "سال", "خاطب", "اتهم", "حذر", "طالب", "ناشد", "دعا", "حث", "وعد", "ذكر", "هدد", "طمان", "اقنع", "نصح", "هنا", "شكر"})
# Before whom they speak of again: ذات المصادر.
_SAME = frozenset({"ذات", "نفس", "عين"})
# Between a document and whoever wrote it.
_ISSUED = frozenset({"عن", "من", "باسم", "اصدره", "اصدرته", "وقعه", "نشره", "نشرته", "مشترك"})
# How many turns back a speaker may have spoken who is meant by a verb without a subject.
_TURNS = 4
_APPOSITION = 12


class Speakers:
    """The speakers of one text, and who of them spoke and acted last."""

    def __init__(self, words: Sequence[Word], phrases: Mapping[int, Phrase], speech: SpeechWords) -> None:
        self._words = words
        self._phrases = phrases
        self._speech = speech
        self._spoken: list[tuple[tuple[Phrase, ...], str]] = []
        self._about: tuple[Phrase, ...] = ()
        self._documents = speech.statements | speech.studies
        self._document = False
        self._author: tuple[Phrase, ...] = ()

    def somebody(self, first: int, last: int, owners: tuple[Phrase, ...] = ()) -> Phrase:
        """A speaker whom no list knows: «سكان», «الحارس», «التقرير»."""
        kind = "organization" if self._words[first].stem in self._documents else "person"
        return Phrase(first, last, self._words[first].before, "speaker", kind, "", "", None, None, "", (), False, owners, "speaker")

    # -- memory -----------------------------------------------------------------------------------------------------------------

    def spoke(self, speakers: tuple[Phrase, ...], person: str) -> None:
        """Whoever is named as speaking is the last speaker, and nobody acted since; `person` is that of the verb that told so ("" for none)."""
        if self._spoken and self._spoken[-1][0] == speakers:
            person = person or self._spoken.pop()[1]
        self._spoken.append((speakers, person))
        del self._spoken[:-_TURNS]
        self._about = ()
        if self._document:
            self._author, self._document = speakers, False

    def reads(self, clause: Clause, sentence: Sentence) -> None:
        """Notes that what a verb tells stands in a document (قالت في بيان), so that the document later means this speaker."""
        near = self._words[clause.verb.at : min(sentence.last, clause.verb.at + 20)]
        self._document = any(w.stem in self._documents and w.kind == "word" for w in near)

    def acted(self, subject: tuple[Phrase, ...]) -> None:
        """Whom a clause is about that reports no speech; an accusative is no subject."""
        if not self._words[subject[0].first].raw.endswith(("اً", "ًا")):
            self._about = subject

    def sentence_ends(self, spoken: bool) -> None:
        """A sentence without speech about a person makes that person the one who may go on to speak."""
        if not spoken and self._about and self._about[0].kind == "person":
            self.spoke(self._about, "")
        self._about = ()

    def spoken_last(self) -> tuple[Phrase, ...]:
        """Who spoke last."""
        return self._spoken[-1][0] if self._spoken else self._about

    def last(self, person: str = "") -> tuple[Phrase, ...]:
        """Whom a verb of saying without a subject means: whoever acted before it, else spoke last, and fits its person."""
        if self._about and self._fits(self._about, "", person):
            return self._about
        return next((s for s, told in reversed(self._spoken) if self._fits(s, told, person)), None) or self.spoken_last()

    def _fits(self, speakers: tuple[Phrase, ...], told: str, person: str) -> bool:
        """Whether a verb of this person may be told of them: قالت is said of no man, قال of no woman and no ministry; as one verb was, so may the next be."""
        if person in ("3md", "3fd") and told != person:
            return len(speakers) == 2 or self._words[speakers[0].first].form.endswith(("ان", "ين"))
        if person not in ("3fs", "3ms") or told == person:
            return True
        if len(speakers) != 1:
            return False
        feminine = self._feminine(speakers[0])
        return feminine is None or feminine == (person == "3fs")

    def _feminine(self, phrase: Phrase) -> bool | None:
        """Whether a phrase is of feminine gender; None where nothing tells."""
        named = phrase.name is not None
        head = self._words[phrase.role[0] if phrase.role is not None else phrase.name[0] if phrase.name is not None else phrase.first]
        bare = head.form.removeprefix(head.before).removeprefix("ال")
        if named and phrase.name is not None and self._words[phrase.name[0]].form in self._speech.women:
            return True
        if phrase.tag in ("state", "capital", "place"):
            return bare not in self._speech.masculine
        if bare in self._speech.masculine or phrase.plural:
            return None
        if bare in self._speech.feminine or head.raw.endswith("ة"):
            return True
        if phrase.kind == "person":
            return False if phrase.role is not None or phrase.tag == "office" else None
        return None

    # -- subjects ---------------------------------------------------------------------------------------------------------------

    def of_verb(self, clause: Clause, content: int | None, reports: bool) -> tuple[Phrase, ...]:
        """Who is named as speaking by the clause of a verb of saying, whose content begins at the word `content`."""
        subject = clause.subject
        if subject is None:
            return ()
        if self._in_it(clause, subject) or (clause.opener, clause.verb.person) in ANOTHER and subject.first < clause.verb.at:
            return ()
        if subject is clause.antecedent and clause.opener != "verb":
            return subject.phrases
        if self._inside_marks(clause, subject):
            return self._called(clause.verb.at + 1, content)
        if self._entitled(subject):
            return ()
        if subject.phrases:
            return self._named(subject.phrases, clause, content)
        if subject.first < clause.verb.at:
            named = self._between(subject.first + 1, clause.verb.at)
            before = content is not None and subject.first >= clause.first and (self._words[subject.first].article or clause.opener in COMPLEMENTS)
            return named or ((self.somebody(subject.first, subject.last),) if before else ())
        return self._as_phrased(subject, content, reports, clause.verb.lemma)

    def _inside_marks(self, clause: Clause, subject: Argument) -> bool:
        """طالبت "الحكومة …": whoever stands in the marks that open right behind the verb does not speak."""
        return subject.first >= clause.verb.at + 2 and self._words[clause.verb.at + 1].raw in "«“\"" and self._words[clause.verb.at + 1].kind == "sign"

    def _in_it(self, clause: Clause, subject: Argument) -> bool:
        """بيان قال فيه: who stands before such a verb, or behind it without a name, does not speak."""
        behind = self._words[clause.verb.at + 1 : clause.verb.at + 2]
        return bool(behind) and behind[0].form in ("فيه", "فيها") and (subject.first < clause.verb.at or not subject.phrases)

    def _entitled(self, subject: Argument) -> bool:
        """مقال بعنوان «…»: what a title in marks names does not speak."""
        first = subject.first
        return first >= 2 and self._words[first - 1].raw in "«“\"" and self._words[first - 2].stem in self._speech.named

    def _between(self, first: int, last: int) -> tuple[Phrase, ...]:
        """The person named last among these words, in apposition to a title before them: رئيس الوفد، فلان،."""
        for place in range(last - 1, first - 1, -1):
            phrase = self._phrases.get(place)
            if phrase is not None and phrase.name is not None and not phrase.before and phrase.kind == "person" and self._words[place - 1].form not in self._speech.not_before:
                return (phrase,)
        return ()

    def _called(self, mark: int, content: int | None) -> tuple[Phrase, ...]:
        """قالت «لجنة الأطباء» إن: a speaker whose name stands in marks, for what is said follows them."""
        for place in range(mark + 1, min(mark + 8, content or 0)):
            if self._words[place].raw in "»”\"" and self._words[place].kind == "sign":
                if content is None or self._words[content - 1].form.startswith("و"):
                    return ()
                return (self._phrases.get(mark + 1) or self.somebody(mark + 1, place),)
        return ()

    def _named(self, phrases: tuple[Phrase, ...], clause: Clause, content: int | None) -> tuple[Phrase, ...]:
        """The person in apposition to a title that stands far before the name: مدير المؤسسة في المحافظة المهندس فلان."""
        told = phrases[-1]
        if len(phrases) == 1 and told.last == told.first + 1 and self._words[told.first].form in self._speech.anybody:
            meant = self.last(clause.verb.person)
            return meant if meant and meant[0].name is not None else phrases
        if told.name is None and told.first < clause.verb.at and told.kind == "person" and len(phrases) == 1:
            return self._between(told.last, clause.verb.at) or phrases
        if told.name is not None or told.first < clause.verb.at or content is None or len(phrases) > 1 or told.kind == "group":
            return phrases
        for place in range(told.last, min(content, told.last + _APPOSITION)):
            word = self._words[place]
            if word.kind != "word" or word.form in COMPLEMENTS or word.before.startswith(("و", "ف")):
                break
            other = self._phrases.get(place)
            if other is not None and other.name is not None and not other.country and not other.before and other.kind == "person" and self._words[place - 1].form not in self._speech.not_before:
                return (other,)
        return phrases

    def _as_phrased(self, subject: Argument, content: int | None, reports: bool, lemma: str) -> tuple[Phrase, ...]:
        """A speaker whom no list knows: «سكان»; of a document, the one who wrote it."""
        head = self._words[subject.first]
        if head.form in _SAME:
            named = self._phrases.get(subject.first + 1)
            return subject.owners[:1] or ((named,) if named is not None else self.last())
        if subject.last == subject.first + 1 and head.form in self._speech.anybody and (meant := self.last()) and meant[0].name is not None:
            return meant
        if head.stem in self._documents:
            author = subject.owners[:1] or self.author(subject.last) or self._author
            known = head.stem in self._speech.statements and bool(self._spoken or self._about)
            return author or (() if known else (self.somebody(subject.first, subject.last),))
        told = self._titled(subject, content)
        if told is not None:
            return (told,)
        if head.kind != "word" or head.after or head.before or len(head.form) < 3 or head.form in _NO_SPEAKER or head.form in self._speech.idle:
            return ()
        near = content is not None and subject.last <= content <= subject.last + 14
        near = near or (reports and any(w.form in ("عن", "الي") for w in self._words[subject.last : subject.last + 3]))
        quoted = any(w.raw in "«\"“:" for w in self._words[subject.last : subject.last + 8] if w.kind == "sign")
        at_once = subject.last == subject.first + 1 and self._says_at_once(subject.last)
        several = head.raw.endswith("ون") and len(head.form) > 4 and head.stem not in self._speech.things
        if not near and not several and not (quoted and (head.article or at_once)):
            return ()
        last = self._one_noun(subject.first, subject.last) if lemma in _TO_SOMEBODY else subject.last
        return (self.somebody(subject.first, last, subject.owners),)

    def _says_at_once(self, index: int) -> bool:
        """Whether a quotation opens at the word `index`, or a colon stands there: some words, not a name."""
        if index >= len(self._words) or self._words[index].raw not in "«\"“:":
            return False
        return all(w.raw not in "»\"”" for w in self._words[index + 1 : index + 5])

    def _titled(self, subject: Argument, content: int | None) -> Phrase | None:
        """آمر كتيبة في الجيش العقيد فلان: a person with a title in apposition to a noun that no list knows, right before what is said."""
        for place in range(subject.first + 1, min(content or 0, subject.first + _APPOSITION)):
            phrase = self._phrases.get(place)
            ends = phrase is not None and (phrase.last >= len(self._words) or self._words[phrase.last].kind == "sign" or self._words[phrase.last].form in COMPLEMENTS)
            if phrase is not None and phrase.name is not None and phrase.role is not None and not phrase.before and ends and self._words[place - 1].form not in self._speech.not_before:
                return phrase
        return None

    def _one_noun(self, first: int, last: int) -> int:
        """The end of a noun with its adjectives of belonging: المدير العام, not المدير العمال."""
        place = first + 1
        while place < last and self._words[place].form.endswith(("ي", "يه")):
            place += 1
        return place

    def author(self, index: int) -> tuple[Phrase, ...]:
        """Whose document it is: بيان للبيت الأبيض، بلاغ صادر عن الوزارة، بيان من وزارته."""
        for place in range(index, min(index + 7, len(self._words))):
            word = self._words[place]
            phrase = self._phrases.get(place)
            if phrase is not None and (phrase.before == "ل" or place == index or self._words[place - 1].form in _ISSUED):
                return (phrase,)
            if word.kind == "sign" or word.form in COMPLEMENTS:
                break
            if place > index and self._words[place - 1].form in ("من", "عن") and word.kind == "word" and (word.article or word.after):
                return (self.somebody(place, place + 1),)
        return ()

    def named_at(self, place: int, sentence: Sentence) -> tuple[tuple[Phrase, ...], int]:
        """Whoever is named at `place`, over a verb of saying, a document, or an indefinite noun before it; and the word behind."""
        for index in range(place, min(place + 7, sentence.last)):
            phrase = self._phrases.get(index)
            if phrase is not None:
                return (phrase,), phrase.last
            word = self._words[index]
            if index == place and word.stem in self._documents:
                author = self.author(index + 1)
                if author:
                    return author, author[0].last
                named = index + 1 < sentence.last and self._words[index + 1].stem in self._documents  # نص البيان
                if (word.article or named) and self._spoken:
                    return self.spoken_last(), index + 1
            if word.kind == "sign" and word.raw not in "«\"“":
                break
        if place >= sentence.last:
            return (), place
        if self._words[place].after and self._words[place].stem in self._speech.not_before and place not in self._phrases:
            return (), place  # ما نقل عنها نواب: nobody is named yet
        if self._words[place].after and self._words[place].kind == "word" and place not in self._phrases:
            return self.spoken_last(), place + 1  # حسب قوله، بحسبهم: who spoke last
        word = self._words[place]
        if word.kind != "word" or word.form in COMPLEMENTS or word.form in _NO_SPEAKER:
            return (), place
        end = place + 1
        while end < min(sentence.last, place + 5) and self._words[end].kind == "word" and self._words[end].before in ("", "ل")[: 1 + self._words[end].article]:
            end += 1
        return (self.somebody(place, end),), end

"""Who speaks: the subject of a verb of saying, whoever wrote a document, or whoever spoke last."""


from khabar.clauses.arguments import Argument
from khabar.clauses.clauses import ANOTHER, Clause
from khabar.clauses.phrase import Phrase
from khabar.clauses.statements import COMPLEMENTS
from khabar.clauses.turns import Turns
from khabar.text.sentences import Sentence

_NO_SPEAKER = frozenset({"اخر", "ذلك", "هذا", "هذه", "امر", "شيء", "شي", "اكثر", "اقل", "انه", "كل", "ما", "منها", "لم", "لن", "قايلا", "قايله", "قايلين", "نحن", "انا", "هناك", "ان"})
# Verbs that have somebody they speak to as their object, so that of two nouns behind them the second is not part of the first.
_TO_SOMEBODY = frozenset({"انتقد", "ابلغ", "اخبر", "سال", "خاطب", "اتهم", "حذر", "طالب", "ناشد", "دعا", "حث", "وعد", "ذكر", "هدد", "طمان", "اقنع", "نصح", "هنا", "شكر"})
# Before whom they speak of again: ذات المصادر.
_SAME = frozenset({"ذات", "نفس", "عين"})
# Between a document and whoever wrote it.
_ISSUED = frozenset({"عن", "من", "باسم", "اصدره", "اصدرته", "وقعه", "نشره", "نشرته", "مشترك"})
_APPOSITION = 12


class Speakers(Turns):
    """The speakers of one text, and who of them spoke and acted last."""

    # -- subjects ---------------------------------------------------------------------------------------------------------------

    def of_verb(self, clause: Clause, content: int | None, reports: bool) -> tuple[Phrase, ...]:
        """Who is named as speaking by the clause of a verb of saying, whose content begins at the word `content`."""
        document = self._telling_document(clause)
        if document is not None:
            return (document,)
        subject = clause.subject
        if subject is None:
            return ()
        if self._in_it(clause, subject) or (clause.opener, clause.verb.person) in ANOTHER and subject.first < clause.verb.at:
            return ()
        if subject is clause.antecedent and clause.opener != "verb":
            return subject.phrases
        if self._inside_marks(clause, subject):
            return self._called(clause.verb.at + 1, content)
        if self._entitled(subject) or subject.first > clause.verb.at + 1 and self._opened(subject.first - 1):
            return ()
        several = self._several_behind(clause)
        if several is not None and subject.first < clause.verb.at:
            return (several,)
        if subject.phrases:
            return self._named(subject.phrases, clause, content)
        if subject.first < clause.verb.at:
            named = self._between(subject.first + 1, clause.verb.at)
            named = () if named and clause.verb.person == "3fs" and self._feminine(named[0]) is False else named
            before = not self._words[subject.first].after and content is not None and subject.first >= clause.first and (self._words[subject.first].article or clause.opener in COMPLEMENTS)
            return named or ((self.somebody(subject.first, subject.last),) if before else ())
        return self._as_phrased(subject, content, reports, clause.verb.lemma)

    def _telling_document(self, clause: Clause) -> Phrase | None:
        """تقارير تفيد بأن، معلومات إعلامية أشارت إلى أن: a noun for news without ال, which the verb right behind it describes."""
        at = clause.verb.at
        if clause.verb.before or clause.subject is not None and clause.subject.first > at and clause.subject.phrases:
            return None
        for first in (at - 1, at - 2):
            word = self._words[first] if first >= 0 else None
            if word is not None and word.kind == "word" and word.stem in self._speech.studies and not word.article and not word.after and self._words[at - 1].kind == "word" and not self._words[at - 1].article:
                return self.somebody(first, at)
        return None

    def _opened(self, index: int) -> bool:
        """Whether a quotation opens at the word `index`: the mark hangs on the word behind it."""
        mark = self._words[index]
        return mark.kind == "sign" and mark.raw in "«“\"" and mark.end == self._words[index + 1].start

    def _several_behind(self, clause: Clause) -> Phrase | None:
        """انتخابات يقول منتقدون إنها: people in the plural right behind the verb."""
        at = clause.verb.at + 1
        bare = next((a for a in clause.bare if a.first == at), None)
        if bare is None or bare.head in self._speech.things or not self._words[at].raw.endswith("ون") or len(self._words[at].form) < 5:
            return None
        return bare.phrases[0] if bare.phrases else self.somebody(bare.first, bare.last)

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
        if len(phrases) == 1 and told.tag == "collective" and told.last == told.first + 1 and not told.country:
            return self._same_noun(told.first) or phrases
        if len(phrases) == 1 and told.last == told.first + 1 and self._words[told.first].form in self._speech.anybody:
            meant = self.last(clause.verb.person)
            return meant if meant and meant[0].name is not None else phrases
        if told.name is None and told.kind == "person" and told.first and self._words[told.first - 1].form in ("هذا", "هذه") and len(phrases) == 1:
            meant = self.last(clause.verb.person)  # ويضيف هذا الخبير
            return meant if meant and meant[0].kind == "person" else phrases
        if told.name is None and told.first < clause.verb.at and told.kind == "person" and len(phrases) == 1:
            return self._between(told.last, clause.verb.at) or phrases
        if told.name is not None or told.first < clause.verb.at or content is None or len(phrases) > 1 or told.kind == "group":
            return phrases
        titled = self._titled(told.last, content) if told.kind == "person" else None
        if titled is not None:
            return (titled,)
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
            meant = self._same_noun(subject.first + 1)
            if meant:
                return meant
            return subject.owners[:1] or ((named,) if named is not None else self.last())
        if subject.last == subject.first + 1 and head.form in self._speech.anybody and (meant := self.last()) and meant[0].name is not None:
            return meant
        if subject.last == subject.first + 1 and (meant := self._same_noun(subject.first)):
            return meant
        if head.stem in self._documents:
            author = subject.owners[:1] or self.author(subject.last) or self._author
            known = head.stem in self._speech.statements and bool(self._spoken or self._about)
            return author or (() if known else (self.somebody(subject.first, subject.last),))
        told = self._titled(subject.first + 1, content)
        if told is not None:
            return (told,)
        accusative = head.raw.endswith(("اً", "ًا")) or head.form.startswith("م") and head.form.endswith("ا") and len(head.form) > 5  # فقال مخاطبا أنصاره
        if head.kind != "word" or head.after or head.before or accusative or len(head.form) < 3 or head.form in _NO_SPEAKER or head.form in self._speech.idle:
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

    def _titled(self, first: int, content: int | None) -> Phrase | None:
        """آمر كتيبة في الجيش العقيد فلان: a person with a title in apposition to a noun before the word `first`, right before what is said."""
        for place in range(first, min(content or 0, first + 2 * _APPOSITION)):
            phrase = self._phrases.get(place)
            ends = phrase is not None and (phrase.last >= len(self._words) or self._words[phrase.last].kind == "sign" or self._words[phrase.last].form in COMPLEMENTS or self._words[phrase.last].raw == "لـ")
            if phrase is not None and phrase.name is not None and (phrase.role is not None or self._words[place - 1].raw in "،," or self._words[place - 1].article) and not phrase.before and ends and self._words[place - 1].form not in self._speech.not_before:
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
        if word.form == "المصدر" and (meant := self._same_noun(place)):
            return meant, place + 1
        if word.kind != "word" or word.form in COMPLEMENTS or word.form in _NO_SPEAKER:
            return (), place
        end = place + 1
        while end < min(sentence.last, place + 5) and self._words[end].kind == "word" and self._words[end].before in ("", "ل")[: 1 + self._words[end].article]:
            end += 1
        return (self.somebody(place, end),), end

"""A verb with what stands around it: subject, object, prepositional arguments."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from khabar.clauses.arguments import Argument, ArgumentReader
from khabar.clauses.rows import COMMAS
from khabar.clauses.verbs import Verb

# A verb in the plural or dual has its subject before it or leaves it out.
_PRONOUNS = frozenset({p + f for f in ("انه", "انها", "انهم", "انهما") for p in ("", "ب", "و", "ل")})
# Nouns of time that no clause behind them describes: في وقت تتهم واشنطن.
_TIMES = frozenset({"وقت", "حين", "يوم", "ليله", "عام", "سنه", "مره", "حال", "ظل", "اطار", "اعقاب", "اليوم"})
# Behind these the subject stands before its verb: إن خمس غارات قصفت.
_NAMING = frozenset({"ان", "بان", "وان", "لكن", "ولكن"})
_IMPERSONAL = frozenset({"تم", "جري", "وجب", "امكن", "تعين", "انبغي", "توجد", "وجد", "بدا", "تبين", "سبق"})
_MASCULINE_STATES = frozenset({"عراق", "لبنان", "اردن", "سودان", "مغرب", "يمن", "كونغو", "فاتيكان", "اتحاد"})
# Verbs whose object is what is said, so that a person right behind is their subject.
_NO_OBJECT = frozenset({"قال", "اضاف", "صرح", "تابع"})
# Relatives with a person of the verb that they cannot be: الدول التي قال إنها.
ANOTHER = frozenset({("التي", "3ms"), ("الذي", "3fs"), ("الذين", "3ms"), ("الذين", "3fs")})
_PLURALS = frozenset({"3mp", "3md", "3fd", "3fp"})


class Clause(NamedTuple):
    """A finite verb with its arguments; `subject` is None where the clause names none. The words `first` up to `last` are all of it.

    `antecedent` is what a relative clause hangs on. `opener` is the word that opens it ("" at the start of a sentence).
    """

    verb: Verb
    first: int
    last: int
    subject: Argument | None
    bare: tuple[Argument, ...]
    prepositional: tuple[Argument, ...]
    antecedent: Argument | None
    opener: str

    def behind(self, preposition: str) -> Argument | None:
        """The argument behind `preposition`."""
        return next((a for a in self.prepositional if a.preposition == preposition), None)


class ClauseReader(ArgumentReader):
    """Reads the clauses of one text."""

    def clauses(self, first: int, last: int) -> tuple[Clause, ...]:
        """The clauses of the sentence over the words `first` up to `last`, one for each finite verb."""
        found: list[Clause] = []
        verbs = [self._verbs[i] for i in range(first, last) if i in self._verbs]
        for verb in verbs:
            start, opener = self._start(verb.at, first)
            end = self.end(verb.at + 1, last)
            after = self.arguments(verb.at + 1, end)
            before = self.arguments(start, verb.at)
            found.append(self._clause(verb, start, end, opener, before, after, found))
        return tuple(found)

    def _start(self, index: int, first: int) -> tuple[int, str]:
        """Where the clause of the verb at `index` begins, and the word that opens it."""
        place = index - 1
        while place >= first:
            word = self._words[place]
            if place in self._covered:
                place -= 1
                continue
            if place in self._verbs:
                return place + 1, "verb"
            if word.form in self._grammar.relatives:
                return place + 1, word.form
            if word.form in self._grammar.openers and place not in self._phrases:
                return place + 1, word.form
            if word.raw in "؛;:" or word.kind == "break":
                return place + 1, ""
            place -= 1
        return first, ""

    def _clause(
        self, verb: Verb, start: int, end: int, opener: str, before: tuple[Argument, ...], after: tuple[Argument, ...], earlier: Sequence[Clause],
    ) -> Clause:
        bare = [a for a in after if not a.preposition]
        prepositional = tuple(a for a in after if a.preposition)
        subject: Argument | None = None
        antecedent: Argument | None = None
        topics = [a for a in before if not a.preposition and (a.phrases or a.definite or opener in _NAMING and a.first <= start + 1)]
        if opener == "فقد" or verb.before.startswith("ف"):
            subject = self._as_for(start, verb.at)
        if opener in self._grammar.relatives:
            antecedent = self._phrase_before(start - 1)
        elif opener == "verb" and earlier:
            previous = earlier[-1]
            if previous.verb.lemma in self._grammar.auxiliaries and not (verb.before[:1] in ("و", "ف") and any(w.raw in COMMAS for w in self._words[previous.verb.at : verb.at])):
                if verb.after and previous.subject is not None and previous.subject is previous.antecedent:
                    antecedent = previous.antecedent  # رهائن كانوا احتجزوهم: those who are held, not who holds them
                else:
                    subject = previous.subject or (topics[0] if topics else None)
                prepositional = (*prepositional, *(a for a in before if a.preposition))
            elif not verb.before:
                antecedent = self._described(before, verb)
                if verb.person == "3mp" and (antecedent is None or not _several(antecedent)):
                    antecedent = next((a for a in reversed(before) if _several(a)), None) or self._last_several(earlier) or antecedent
        elif opener == "ان" and earlier and self._who_may(earlier[-1], verb):
            subject = earlier[-1].subject
        elif topics and not verb.before.startswith(("و", "ف")) and self._done_to(verb, topics[-1], bare):
            antecedent = topics[-1]
        elif verb.after and before and before[-1].preposition and before[-1].last == verb.at and not before[-1].phrases and not self._words[verb.at - 1].article:
            antecedent = before[-1]  # في هجوم شنته طائرات
        elif topics and not verb.before.startswith(("و", "ف")) and (opener in _NAMING and topics[0].first == start and not self._disagrees_before(verb, topics[0]) or not self._follows(verb, topics[0], bare)):
            subject = topics[0]
            prepositional = (*prepositional, *(a for a in before if a.preposition))
        pronoun = opener in _PRONOUNS and verb.lemma not in _IMPERSONAL and not (opener.endswith("انه") and verb.person == "3fs") and not any(w.raw in COMMAS for w in self._words[start : verb.at])
        pronoun = pronoun or self._has_been(verb, earlier)
        if subject is None and bare and not pronoun and not self._disagrees(verb, bare[0]) and bare[0].first <= verb.at + 14 and (antecedent is None or (opener, verb.person) in ANOTHER or self._own_subject(verb, bare, prepositional)):
            subject, bare = bare[0], bare[1:]
        if subject is None and antecedent is not None and not verb.after:
            subject = antecedent
        if subject is None and antecedent is not None and opener == "verb" and verb.person in ("3ms", "3fs") and antecedent.last == verb.at and any(p.plural is False or p.tag == "collective" for p in antecedent.phrases):
            subject, antecedent = antecedent, None  # وفد زاره: who stands before the verb does it, to another
        return Clause(verb, min(start, verb.at), end, subject, tuple(bare), prepositional, antecedent, opener)

    @staticmethod
    def _who_may(earlier: Clause, verb: Verb) -> bool:
        """روسيا يمكن أن تهاجم: whoever stands before يمكن does it, not who stands behind the second verb."""
        who = earlier.subject
        return earlier.verb.lemma == "امكن" and who is not None and bool(who.phrases) and who.last <= earlier.verb.at and verb.at - earlier.verb.at == 2

    def _has_been(self, verb: Verb, earlier: Sequence[Clause]) -> bool:
        """نفى فلان أن يكون قد التقى: whoever speaks is meant, not who stands behind the verb."""
        before = earlier[-1] if earlier else None
        return before is not None and before.verb.lemma == "كان" and before.opener in ("ان", "بان") and before.subject is None and verb.at - before.verb.at == 2 and self._words[verb.at - 1].form == "قد"

    def _described(self, before: Sequence[Argument], verb: Verb) -> Argument | None:
        """متظاهرين يهتفون: the noun that a clause right behind it describes; no place does what people do."""
        if not before or before[-1].last < verb.at or before[-1].head in _TIMES:
            return None
        noun = before[-1]
        if verb.person == "3ms" and noun.preposition and not noun.phrases and self._words[noun.first].raw.endswith("ة") and len(before) > 1 and before[-2].last == noun.first:
            noun = before[-2]  # هجوم بسيارة مفخخة استهدف: the attack, not the car
        place = noun.preposition and noun.phrases and noun.phrases[-1].tag in ("place", "capital", "state")
        return None if place else noun

    def _as_for(self, start: int, verb: int) -> Argument | None:
        """أما فلان فقد قال: who stands between أما and the ف of the verb."""
        for place in range(verb - 1, max(-1, verb - 20), -1):
            word = self._words[place]
            if word.form in ("اما", "واما"):
                named = [a for a in self.arguments(place + 1, start if start > place else verb) if not a.preposition and (a.phrases or a.owners)]
                return next((a for a in named if a.phrases), named[0] if named else None)
            if word.raw in ".؟!" or word.kind == "break":
                break
        return None

    def _follows(self, verb: Verb, topic: Argument, bare: Sequence[Argument]) -> bool:
        """Whether the subject stands right behind the verb, what came before being but a setting."""
        behind = bool(bare) and bare[0].first == verb.at + 1 and bool(bare[0].phrases)
        if behind and verb.lemma in _NO_OBJECT and bare[0].phrases[0].kind == "person":
            return True
        named = sum(bool(a.phrases or a.owners) for a in bare)
        return behind and topic.last < verb.at and not (named == 1 and topic.phrases and bare[0].phrases[0].kind != "person")

    def _disagrees(self, verb: Verb, argument: Argument) -> bool:
        """Whether a noun behind the verb cannot be its subject: wrong number or gender."""
        if verb.person in _PLURALS:
            return True
        head = self._words[argument.first]
        named = argument.phrases[0] if argument.phrases else None
        if named is not None and named.tag in ("collective", "people", "institution", "office") and head.form.endswith("ين") and head.stem != "امين" and argument.first == verb.at + 1 == named.first:
            return True  # اتهم المتمردين: the plural of the object
        if verb.person == "3ms" and named is not None and named.tag in ("institution", "body", "outlet") and head.raw.endswith("ة") and argument.first == verb.at + 1:
            return True  # يتهم الحكومة: no ministry is told of in the masculine
        if verb.person == "3fs":
            return head.form.endswith(("ين", "ون")) and len(head.form) > 4 and not (named is not None and named.tag in ("state", "capital", "place", "person"))
        first = argument.phrases[0] if argument.phrases else None
        if first is None and argument.first == verb.at + 1 and head.raw.endswith(("اً", "ًا")):
            return True  # عرض طريقا: an accusative is the object
        return first is not None and first.tag in ("state", "capital") and head.form.removeprefix("ال") not in _MASCULINE_STATES and argument.first == verb.at + 1

    def _disagrees_before(self, verb: Verb, topic: Argument) -> bool:
        """Whether a man cannot be the subject of the verb behind him: أن الوزير وصلت طائرته."""
        return verb.person == "3fs" and any(p.kind == "person" for p in topic.phrases) and not self._words[topic.first].raw.endswith("ة")

    def _own_subject(self, verb: Verb, bare: Sequence[Argument], prepositional: Sequence[Argument]) -> bool:
        """Whether a relative clause brings a subject of its own: its verb or a preposition (صادق عليه) points back with a pronoun."""
        return bool(verb.after) or len(bare) > 1 or any(not a.head and a.preposition != "بين" for a in prepositional)

    def _done_to(self, verb: Verb, topic: Argument, bare: Sequence[Argument]) -> bool:
        """مقاتلون تدعمهم الضربات: what stands first is what the pronoun on the verb means, and its subject follows at once."""
        return bool(verb.after) and topic.last == verb.at and bool(bare) and bare[0].first == verb.at + 1 and not self._disagrees(verb, bare[0])

    def _last_several(self, earlier: Sequence[Clause]) -> Argument | None:
        """The people named last before a relative clause, of whom a verb in the plural goes on."""
        for clause in reversed(earlier):
            for argument in (clause.antecedent, clause.subject):
                if argument is not None and _several(argument):
                    return argument
        return None

    def _phrase_before(self, index: int) -> Argument | None:
        """What a relative clause that begins at the word `index` hangs on: the noun before it, past the adjectives that describe it."""
        while index > 0 and self._words[index - 1].raw in COMMAS:
            index -= 1
        place = bisect_left(self._order, index) - 1
        phrase = self._list[place] if place >= 0 and index - 3 <= self._list[place].last <= index else None
        if phrase is None or not all(self._describes(i) for i in range(phrase.last, index)):
            if index == 0 or self._words[index - 1].kind != "word":
                return None
            state = self.nationalities.get(index - 1)  # الشارع الجزائري الذي
            noun = index - 1
            while noun and self._describes(noun) and self._words[noun - 1].kind == "word" and self._words[noun - 1].article:
                noun -= 1  # الهجوم الإرهابي الذي: the attack
            return Argument(noun, index, "", self._words[noun].stem, (), (state,) if state is not None else (), True, self._words[noun].form)
        return Argument(phrase.first, phrase.last, "", self._words[phrase.first].stem, (phrase,), (), True)

    def _describes(self, index: int) -> bool:
        """Whether the word at `index` is an adjective of the name before it, or closes a quotation or a bracket."""
        word = self._words[index]
        if word.kind != "word":
            return word.raw not in ":؛.؟!"
        return word.article and not word.before.removesuffix("ال") and (word.form in self._grammar.office_adjectives or word.form.endswith(("ي", "يه", "ين", "ون", "ه")))


def _several(argument: Argument) -> bool:
    """Whether an argument names people in the plural."""
    return any(p.plural or p.tag in ("collective", "people", "group") for p in argument.phrases)

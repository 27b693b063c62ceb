"""A verb, or a noun that tells an act, with what stands around it: subject, object, prepositional arguments."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.crowds import crowd_at
from khabar.clauses.phrase import Phrase
from khabar.clauses.verbs import Verb
from khabar.lexicon.grammar import Grammar
from khabar.text.words import Word

_MARKS = frozenset("«»\"“”„'‘’‹›")
_COMMAS = frozenset("،,")
_ENDS = frozenset(".؟!؛;:…")
# A verb in the plural or dual has its subject before it or leaves it out.
_PRONOUNS = frozenset({p + f for f in ("انه", "انها", "انهم", "انهما") for p in ("", "ب", "و", "ل")})
_IMPERSONAL = frozenset({"تم", "جري", "وجب", "امكن", "تعين", "انبغي", "توجد", "وجد", "بدا", "تبين", "سبق"})
_MASCULINE_STATES = frozenset({"عراق", "لبنان", "اردن", "سودان", "مغرب", "يمن", "كونغو", "فاتيكان", "اتحاد"})
# Verbs whose object is what is said, so that a person right behind is their subject.
_NO_OBJECT = frozenset({"قال", "اضاف", "صرح", "تابع"})
_PLURALS = frozenset({"3mp", "3md", "3fd", "3fp"})
_LETTERS = ("ب", "ل", "ك")
# Before a number these are no prepositions: نحو 300 مشتبه.
_ABOUT = frozenset({"نحو", "ونحو", "حوالي", "قرابه", "زهاء"})
# Adjectives that follow a name and belong to it.
_ADJECTIVES = ("ي", "يه", "يين", "يون", "يتين", "يان")


class Argument(NamedTuple):
    """A noun phrase of a clause over the words `first` up to `last`.

    `preposition` is "" for a bare one; `head` its first noun's folded stem. `phrases` are the actors it is made of where it starts
    with one (coordinated ones together), `owners` the actors named further inside it: its genitives and their like.
    `definite` says whether its head carries ال or is an actor; `form` is the head as a whole word.
    """

    first: int
    last: int
    preposition: str
    head: str
    phrases: tuple[Phrase, ...]
    owners: tuple[Phrase, ...]
    definite: bool
    form: str = ""


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


class ClauseReader:
    """Reads clauses of one text: its words, phrases and finite verbs by word, and the words that dates hold."""

    def __init__(
        self, words: Sequence[Word], phrases: Sequence[Phrase], nationalities: Mapping[int, Phrase], verbs: Sequence[Verb], grammar: Grammar,
        dates: Mapping[int, int],
    ) -> None:
        self.nationalities = nationalities
        self._words = words
        self._phrases = {p.first: p for p in phrases}
        self._order = [p.first for p in phrases]
        self._list = phrases
        self._covered = frozenset(i for p in phrases for i in range(p.first, p.last))
        self._verbs = {v.at: v for v in verbs}
        self._grammar = grammar
        self._dates = dates

    # -- where clauses begin and end ------------------------------------------------------------------------------------------

    def opens(self, index: int) -> bool:
        """Whether a clause begins at the word `index`: a finite verb, أن, الذي, بينما …"""
        word = self._words[index]
        if index in self._dates:
            return False
        return index in self._verbs or word.form in self._grammar.openers or word.form in self._grammar.relatives

    def end(self, index: int, last: int) -> int:
        """Where the arguments that start at `index` end at the latest, before `last`."""
        while index < last:
            word = self._words[index]
            if index in self._phrases:
                index = self._phrases[index].last
                continue
            if word.raw in _ENDS and not (word.raw == "." and index + 1 < last) or word.kind == "break" or self.opens(index):
                break
            index += 1
        return index

    # -- arguments ------------------------------------------------------------------------------------------------------------

    def arguments(self, index: int, last: int) -> tuple[Argument, ...]:
        """The noun phrases from `index` up to `last`, in order."""
        found: list[Argument] = []
        while index < last:
            word = self._words[index]
            if index in self._dates and self._words[index].form in ("ما", "اكثر", "اقل", "ازيد") and self._past_quantity(index, last) > index:
                argument = self._argument(index, last, "")
                found.append(argument)
                index = argument.last
            elif index in self._dates:
                index = self._dates[index]
            elif word.kind == "sign" and word.raw == "(":
                index = self._past_bracket(index, last)
            elif word.kind == "word" and word.after and word.stem == "بين" and index + 2 < last and self._words[index + 1].form == "وبين":
                argument = self._argument(index + 2, last, "بين")  # بينها وبين الدول الكبرى
                found.append(argument)
                index = argument.last
            elif word.kind == "word" and word.after and word.stem == "بين" and index + 1 < last:
                among = self._argument(index + 1, last, "بينهم")
                found.append(among)
                index = among.last
            elif word.kind not in ("word", "number"):
                index += 1
            elif word.after and index not in self._phrases and self.is_preposition(index):
                found.append(Argument(index, index + 1, word.stem, "", (), (), True))
                index += 1
            elif word.form in _ABOUT and index + 1 < last and self._past_quantity(index + 1, last) > index + 1:
                index += 1
            elif word.kind == "word" and index not in self._phrases and self.is_preposition(index):
                preposition, index = self._preposition_at(index)
                if index in self._dates and not self._counts(index, last):
                    index = self._dates[index]
                elif index < last:
                    argument = self._argument(index, last, preposition)
                    found.append(argument)
                    index = max(argument.last, index)
            elif word.form in self._grammar.adverbs and index not in self._phrases:
                index += 1
            else:
                argument = self._argument(index, last, self._letter(index))
                found.append(argument)
                index = argument.last
        return tuple(found)

    def _counts(self, index: int, last: int) -> bool:
        """Whether the number at `index`, which a date could be, counts somebody: 2000 مقاتل; a year does not: في 2014 عقوبات."""
        return self._past_quantity(index, last) > index and self._dates[index] < last and self._dates[index] in self._phrases

    def _past_bracket(self, index: int, last: int) -> int:
        for place in range(index + 1, min(last, index + 12)):
            if self._words[place].raw == ")":
                return place + 1
        return index + 1

    def is_preposition(self, index: int) -> bool:
        """Whether the word at `index` is a preposition."""
        word = self._words[index]
        core = word.form[1:] if word.before[:1] in ("و", "ف") else word.form
        if word.after:
            return word.stem in self._grammar.prepositions or word.stem in _LETTERS
        return (word.form in self._grammar.prepositions or core in self._grammar.prepositions) and not word.article

    def _preposition_at(self, index: int) -> tuple[str, int]:
        """The preposition at `index`, two words long where they belong together, and the word after it."""
        word = self._words[index]
        core = word.form[1:] if word.before[:1] in ("و", "ف") and word.form not in self._grammar.prepositions else word.form
        if index + 1 < len(self._words):
            pair = (core, self._words[index + 1].form)
            if pair in self._grammar.paired_prepositions:
                return " ".join(pair), index + 2
        return core, index + 1

    def _letter(self, index: int) -> str:
        """A preposition that is written on the word: ب, ل, ك; "" for none."""
        phrase = self._phrases.get(index)
        before = phrase.before if phrase is not None else self._words[index].before
        return before[-1] if before[-1:] in _LETTERS else ""

    def _argument(self, index: int, last: int, preposition: str) -> Argument:
        """The noun phrase that starts at `index`."""
        phrase = self._phrases.get(index)
        if phrase is not None:
            phrases, end = self._coordinated(phrase, last)
            return Argument(index, self._past_adjectives(end, last), preposition, self._words[index].stem, phrases, (), True)
        start = index
        index = self._past_quantity(index, last)
        counted = self._phrases.get(index) if index > start else None
        if counted is not None and not counted.before and index < last:
            phrases, end = self._coordinated(counted, last)
            return Argument(start, end, preposition, self._words[index].stem, phrases, (), True)
        head = self._words[index].stem if index < last else self._words[start].stem
        definite = index < last and self._words[index].article
        owners: list[Phrase] = []
        counted_at = index
        index = min(index + 1, last)
        while index < last:
            inner = self._phrases.get(index)
            if inner is not None:
                if inner.before or owners or self._words[counted_at].article and index not in self.nationalities and inner.rule != "nationality_adjective":
                    break
                owners, index = self._owners(owners, inner, last)
                index = self._past_adjectives(index, last)
                break
            word = self._words[index]
            if owners and word.before == "و" and index in self.nationalities:
                owners.append(self.nationalities[index])
                index += 1
                continue
            if word.raw in _MARKS and not owners and index + 1 in self._phrases and not self._phrases[index + 1].before:
                index += 1
                continue
            bare_word = word.kind == "word" and not word.before and not self.is_preposition(index) and word.form not in self._grammar.adverbs
            if not bare_word or index in self._dates or self._new_phrase(index, definite):
                break
            if index in self.nationalities:
                owners.append(self.nationalities[index])
            index += 1
        crowd = crowd_at(self._words, counted_at, index, owners) if counted_at < last else None
        if crowd is not None:
            return Argument(start, index, preposition, head, (crowd,), (), True, self._words[start].form)
        return Argument(start, index, preposition, head, (), tuple(owners), definite, self._words[start].form)

    def _past_adjectives(self, index: int, last: int) -> int:
        """Past the relations that describe the name before them: قاعدة إنجرليك الجوية."""
        while index < last and index not in self._phrases and index not in self._dates:
            word = self._words[index]
            if word.kind != "word" or not word.article or word.before.removesuffix("ال") or not word.form.endswith(_ADJECTIVES):
                break
            index += 1
        return index

    def _past_quantity(self, index: int, last: int) -> int:
        """Past numbers and words of number: 15، عشرات، عدد من, where somebody counted follows."""
        place = index
        while place < last and (place in self._dates or self._words[place].kind == "number" or self._words[place].stem in self._grammar.quantities):
            place = self._dates.get(place, place + 1)
            if place < last and self._words[place].form == "من" and (place + 1 in self._phrases or self._words[place + 1 : place + 2] and self._words[place + 1].kind == "number"):
                place += 1
        numbers = place > index and all(w.kind == "number" for w in self._words[index:place])
        return place if place in self._phrases or numbers else index

    def _owners(self, owners: list[Phrase], inner: Phrase, last: int) -> tuple[list[Phrase], int]:
        phrases, end = self._coordinated(inner, last)
        return [*owners, *phrases], end

    def _new_phrase(self, index: int, definite: bool) -> bool:
        """An indefinite word after a definite one, or a second accusative, begins another phrase."""
        word = self._words[index]
        previous = self._words[index - 1]
        if previous.article and not word.article or word.after and previous.form.endswith(("ون", "ين")):
            return True
        return word.raw.endswith(("اً", "\u064b")) and definite

    def _coordinated(self, phrase: Phrase, last: int) -> tuple[tuple[Phrase, ...], int]:
        """A phrase and those joined to it by و, over commas in a list."""
        found, index = [phrase], phrase.last
        while index < last:
            ahead = index + 1 if self._words[index].raw in _COMMAS and index + 1 < last else self._past_and(index, last)
            if ahead > index and self._words[index].raw not in _COMMAS:
                found.append(self._phrases[ahead])
                index = self._phrases[ahead].last
                continue
            following = self._phrases.get(ahead)
            if following is None or not (following.before == "و" or (ahead > index and not following.before and self._list_goes_on(following, last))):
                break
            found.append(following)
            index = following.last
        return tuple(found), index

    def _past_and(self, index: int, last: int) -> int:
        """Past و between two names in quotation marks: «داعش» و«النصرة»; `index` where there is none."""
        place = index
        while place < last and self._words[place].raw in _MARKS:
            place += 1
        if place == index or place >= last or self._words[place].form != "و":
            return index
        place += 1
        while place < last and self._words[place].raw in _MARKS:
            place += 1
        return place if place < last and place in self._phrases else index

    def _list_goes_on(self, phrase: Phrase, last: int) -> bool:
        """Whether after «A، B» there comes «وC»."""
        following = self._phrases.get(phrase.last)
        return following is not None and following.before == "و" and following.first < last

    # -- clauses --------------------------------------------------------------------------------------------------------------

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
        topics = [a for a in before if not a.preposition and (a.phrases or a.definite)]
        if opener == "فقد" or verb.before.startswith("ف"):
            subject = self._as_for(start, verb.at)
        if opener in self._grammar.relatives:
            antecedent = self._phrase_before(start - 1)
        elif opener == "verb" and earlier:
            previous = earlier[-1]
            if previous.verb.lemma in self._grammar.auxiliaries and not (verb.before[:1] in ("و", "ف") and any(w.raw in _COMMAS for w in self._words[previous.verb.at : verb.at])):
                subject = previous.subject or (topics[0] if topics else None)
                prepositional = (*prepositional, *(a for a in before if a.preposition))
            elif not verb.before:
                antecedent = self._described(before, verb)
        elif topics and not verb.before.startswith(("و", "ف")) and not self._follows(verb, topics[0], bare):
            subject = topics[0]
            prepositional = (*prepositional, *(a for a in before if a.preposition))
        pronoun = opener in _PRONOUNS and verb.lemma not in _IMPERSONAL and not any(w.raw in _COMMAS for w in self._words[start : verb.at])
        pronoun = pronoun or self._has_been(verb, earlier)
        if subject is None and bare and not pronoun and not self._disagrees(verb, bare[0]) and bare[0].first <= verb.at + 14 and (antecedent is None or self._own_subject(verb, bare)):
            subject, bare = bare[0], bare[1:]
        if subject is None and antecedent is not None and not verb.after:
            subject = antecedent
        return Clause(verb, min(start, verb.at), end, subject, tuple(bare), prepositional, antecedent, opener)

    def _has_been(self, verb: Verb, earlier: Sequence[Clause]) -> bool:
        """نفى فلان أن يكون قد التقى: whoever speaks is meant, not who stands behind the verb."""
        before = earlier[-1] if earlier else None
        return before is not None and before.verb.lemma == "كان" and before.opener in ("ان", "بان") and before.subject is None and verb.at - before.verb.at == 2 and self._words[verb.at - 1].form == "قد"

    def _described(self, before: Sequence[Argument], verb: Verb) -> Argument | None:
        """متظاهرين يهتفون: the noun that a clause right behind it describes; no place does what people do."""
        if not before or before[-1].last < verb.at:
            return None
        place = before[-1].preposition and before[-1].phrases and before[-1].phrases[-1].tag in ("place", "capital", "state")
        return None if place else before[-1]

    def _as_for(self, start: int, verb: int) -> Argument | None:
        """أما فلان فقد قال: who stands between أما and the ف of the verb."""
        for place in range(verb - 1, max(-1, verb - 20), -1):
            word = self._words[place]
            if word.form in ("اما", "واما"):
                return next((a for a in self.arguments(place + 1, min(start, verb)) if not a.preposition and a.phrases), None)
            if word.raw in ".؟!" or word.kind == "break":
                break
        return None

    def _follows(self, verb: Verb, topic: Argument, bare: Sequence[Argument]) -> bool:
        """Whether the subject stands right behind the verb, what came before being but a setting."""
        behind = bool(bare) and bare[0].first == verb.at + 1 and bool(bare[0].phrases)
        if behind and verb.lemma in _NO_OBJECT and bare[0].phrases[0].kind == "person":
            return True
        return behind and topic.last < verb.at and not (len(bare) == 1 and topic.phrases and bare[0].phrases[0].kind != "person")

    def _disagrees(self, verb: Verb, argument: Argument) -> bool:
        """Whether a noun behind the verb cannot be its subject: wrong number or gender."""
        if verb.person in _PLURALS:
            return True
        head = self._words[argument.first]
        named = argument.phrases[0] if argument.phrases else None
        if named is not None and named.tag in ("collective", "people", "institution", "office") and head.form.endswith("ين") and head.stem != "امين" and argument.first == verb.at + 1:
            return True  # اتهم المتمردين: the plural of the object
        if verb.person == "3fs":
            return head.form.endswith(("ين", "ون")) and len(head.form) > 4 and not (argument.phrases and argument.phrases[0].tag in ("state", "capital", "place"))
        first = argument.phrases[0] if argument.phrases else None
        return first is not None and first.tag == "state" and head.form.removeprefix("ال") not in _MASCULINE_STATES and argument.first == verb.at + 1

    def _own_subject(self, verb: Verb, bare: Sequence[Argument]) -> bool:
        """Whether a relative clause brings a subject of its own: its verb points back with a pronoun."""
        return bool(verb.after) or len(bare) > 1

    def _phrase_before(self, index: int) -> Argument | None:
        """The noun phrase that ends just before the word `index`."""
        while index > 0 and self._words[index - 1].raw in _COMMAS:
            index -= 1
        place = bisect_left(self._order, index) - 1
        if place >= 0:
            phrase = self._list[place]
            if index - 3 <= phrase.last <= index:
                return Argument(phrase.first, phrase.last, "", self._words[phrase.first].stem, (phrase,), (), True)
        return None

"""Where what somebody says begins: behind إن، أن, or a colon."""

from collections.abc import Mapping, Sequence

from khabar.clauses.clauses import Clause
from khabar.lexicon.speech_words import SpeechWords
from khabar.text.sentences import Sentence
from khabar.text.words import Word

COMPLEMENTS = frozenset(
    {p + f for f in ("ان", "انه", "انها", "انهم", "انهما", "اننا", "انني", "اني", "انا", "انهن") for p in ("", "ب", "و")}
)
RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذان", "اللتان", "مما", "ما"})
_BECAUSE = frozenset({"لان", "لانه", "لانها", "لانهم"})
# With a pronoun for an object these bring what was said elsewhere: حوار مع صحيفة، ونقله موقع.
CARRYING = frozenset({"نقل", "اورد", "روي", "كتب", "ذكر"})
_FAR = 60
_NEAR = 14


class StatementFinder:
    """Finds where the statements of one text begin; `verbs` are its clauses by the word of their verb, `opening` the words at which a quotation opens."""

    def __init__(self, words: Sequence[Word], speech: SpeechWords, verbs: Mapping[int, Clause], opening: frozenset[int]) -> None:
        self._words = words
        self._speech = speech
        self._verbs = verbs
        self._opening = opening

    def begins(self, index: int, sentence: Sentence) -> int | None:
        """The first word of what the verb or noun of saying at `index` tells; None where it tells no statement."""
        place = index + 1
        limit = min(sentence.last, index + _FAR)
        while place < limit:
            word, before = self._words[place], self._words[place - 1].form
            if self._goes_on_to_say(place) or self.goes_on(place) or self._another_speaks(place):
                return None
            if word.form in COMPLEMENTS and any(w.form in self._speech.prayers for w in self._words[max(index, place - 5) : place]):
                return None  # سائلا الله أن
            if word.form in _BECAUSE and self._words[place - 1].stem == "اسف":
                return place + 1  # أعرب عن أسفه لأن
            if word.form in COMPLEMENTS and before in self._speech.need:
                return place - 1
            if word.form in COMPLEMENTS and (before == "الي" or before not in self._speech.not_before_that):
                return place + 1
            if word.raw == ":":
                return self._behind_colon(place, limit)
            if word.raw in "«“\"" and place in self._opening and place > index + 1 and self._quote_opens(place):
                told_to = self._told_to(place, limit) or self._named_in(place, limit)
                if told_to is None:
                    return None
                place = told_to
            place += 1
        return None

    def near(self, index: int, sentence: Sentence) -> int | None:
        """The same, where it begins soon."""
        return self.begins(index, Sentence(sentence.start, sentence.end, sentence.first, min(sentence.last, index + _NEAR)))

    def goes_on(self, index: int) -> bool:
        """Whether a participle in the accusative begins another statement at the word `index`: قال …، نافياً أن."""
        word = self._words[index]
        form = word.form.removeprefix("و") if word.form not in self._speech.participles else word.form
        accusative = word.raw.endswith(("ا", "اً", "ًا", "ة", "ين"))
        if self._speech.participles.get(form, "nominal") == "nominal" or not accusative:
            return False
        following = self._words[index + 1].form if index + 1 < len(self._words) else ""
        return self._words[index - 1].raw in "،," or form.startswith("قايل") or following in COMPLEMENTS

    def _goes_on_to_say(self, index: int) -> bool:
        """وأضاف، فقال: whether a verb of saying is joined on at the word `index`."""
        clause = self._verbs.get(index)
        return clause is not None and clause.verb.before[:1] in ("و", "ف") and clause.verb.lemma in self._speech.verbs and not (clause.verb.after and clause.verb.lemma in CARRYING)

    def _another_speaks(self, index: int) -> bool:
        """Whether at the word `index` another verb of saying names its speaker behind it: what comes next is his."""
        clause = self._verbs.get(index)
        if clause is None or self._speech.verbs.get(clause.verb.lemma) not in ("says", "announces") or clause.antecedent is not None or clause.verb.after:
            return False
        if self._words[index - 1].form in RELATIVES:
            return False
        return clause.verb.lemma == "قال" or clause.subject is not None and clause.subject.first > index and bool(clause.subject.phrases)

    def _behind_colon(self, colon: int, limit: int) -> int | None:
        """What a colon opens; None for a list: وهم: …."""
        if self._words[colon - 1].form in self._speech.lists or colon + 1 >= limit:
            return None
        return colon + 2 if self._words[colon + 1].form in COMPLEMENTS else colon + 1

    def _told_to(self, mark: int, limit: int) -> int | None:
        """قال فلان "للجزيرة" إن: the mark that closes whom somebody speaks to; None where the mark opens something else."""
        if mark + 1 >= limit or not self._words[mark + 1].before.endswith("ل"):
            return None
        return next((i for i in range(mark + 2, min(limit, mark + 5)) if self._words[i].raw in "»”\"" and self._words[i].kind == "sign"), None)

    def _named_in(self, mark: int, limit: int) -> int | None:
        """أفادت مصادر «عكاظ» أن: the mark that closes a name of one or two words, right before what is said."""
        close = next((i for i in range(mark + 2, min(limit - 1, mark + 4)) if self._words[i].raw in "»”\"" and self._words[i].kind == "sign"), None)
        return close if close is not None and self._words[close + 1].form in COMPLEMENTS else None

    def _quote_opens(self, place: int) -> bool:
        """Whether a mark opens a quotation that is the speech itself, not a name: it does not hang on the word before."""
        before, mark = self._words[place - 1], self._words[place]
        return before.raw == ":" or (before.end < mark.start and before.stem not in self._speech.named)

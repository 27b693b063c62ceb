"""Who of a text spoke and acted last, so that a verb of saying without a subject has one."""

from collections.abc import Mapping, Sequence

from khabar.clauses.clauses import Clause
from khabar.clauses.phrase import Phrase
from khabar.lexicon.speech_words import SpeechWords
from khabar.text.sentences import Sentence
from khabar.text.words import Word

# How many turns back a speaker may have spoken who is meant by a verb without a subject.
_TURNS = 4


class Turns:
    """The memory of one text: who spoke in which person of the verb, whom a clause was about, who wrote the document that is told."""

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
        first = subject[0].first
        if first and self._words[first - 1].kind == "sign" and self._words[first - 1].raw in "«\"“":
            return  # بيع «…»: what stands in marks does nothing
        if not self._words[subject[0].first].raw.endswith(("اً", "ًا")):
            self._about = subject

    def sentence_ends(self, spoken: bool) -> None:
        """A sentence without speech about a person makes that person the one who may go on to speak."""
        if not spoken and self._about and self._about[0].kind == "person":
            self.spoke(self._about, "")
        self._about = ()

    def _same_noun(self, index: int) -> tuple[Phrase, ...]:
        """المصادر after «مصادر يمنية», المصدر after «مصدر أمني»: who spoke under the noun that now has ال; nobody where none did."""
        word = self._words[index] if index < len(self._words) else None
        if word is None or not word.article or word.after or word.stem in self._documents:
            return ()
        same = next((s for s, _ in reversed(self._spoken) if self._words[s[0].first].stem == word.stem and s[0].name is None), ())
        last = self.spoken_last() if word.form == "المصدر" else ()
        return same or (last if last and (last[0].kind != "person" or last[0].tag == "speaker") else ())

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

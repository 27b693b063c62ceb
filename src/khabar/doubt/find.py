"""Which words of a sentence stand under which doubt."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.clauses import Clause
from khabar.clauses.verbs import Verb
from khabar.doubt.figures import unreal
from khabar.doubt.scope import Scopes
from khabar.doubt.words import KINDS, DoubtWords, Marker
from khabar.text.sentences import Sentence
from khabar.text.words import Word

# Folded they are other words, إلا and كان: only the hamza tells.
_HAMZA = frozenset({"الا", "كان"})
_COMING = ("قادم", "قادمه", "مقبل", "مقبله")
# How many words of a report may stand before the sign that it is not so.
_BACK = 40


class Doubt(NamedTuple):
    """A marker over the words `first` up to `last`, and the words `start` up to `reach` that it makes doubtful, but for the `holes` in them.

    `points` says that it may point back at what was told before: نفت ذلك.
    """

    kind: str
    first: int
    last: int
    start: int
    reach: int
    holes: frozenset[int]
    points: bool = False


def doubt_at(doubts: Sequence[Doubt], index: int) -> Doubt | None:
    """The strongest doubt that the word at `index` stands under; None where it stands under none."""
    over = [d for d in doubts if d.start <= index < d.reach and index not in d.holes]
    return min(over, key=lambda d: KINDS.index(d.kind), default=None)


class DoubtFinder:
    """Finds the doubts of one text; `empty` are the folded verbs that leave the act to their noun, `denying` the words that deny the verb behind them."""

    def __init__(self, words: Sequence[Word], doubt_words: DoubtWords, empty: Container[str], denying: Container[str]) -> None:
        self._words = words
        self._known = doubt_words
        self._empty = empty
        self._denying = denying

    def sentence(self, sentence: Sentence, clauses: Sequence[Clause]) -> tuple[Doubt, ...]:
        """The doubts of one sentence; `clauses` are its clauses."""
        verbs = {c.verb.at: c.verb for c in clauses}
        scopes = Scopes(self._words, sentence, verbs, self._empty)
        found = [d for d in self._of_verbs(sentence, clauses, scopes) if d.reach > d.start or d.points]
        found += [Doubt("nonevent", first, last, first, last, frozenset()) for first, last in unreal(self._words, sentence, verbs, self._known.figures)]
        index = sentence.first
        while index < sentence.last:
            marker = self._marker(index, verbs) if self._words[index].kind == "word" else None
            if marker is None:
                index += 1
                continue
            last = index + len(marker.words) - _open_ended(marker)
            doubt = self._of_marker(marker, index, last, sentence, scopes) if marker.kind else None
            if doubt is not None and doubt.reach > doubt.start:
                found.append(doubt)
            index = last
        return tuple(found)

    # -- phrases ----------------------------------------------------------------------------------------------------------------

    def _marker(self, index: int, verbs: Mapping[int, Verb]) -> Marker | None:
        word = self._words[index]
        for core in dict.fromkeys((word.form, word.form.removeprefix("و"), word.form.removeprefix("ف"), word.form[len(word.before) :])):
            for marker in self._known.markers.get(core, ()):
                if self._stands(marker, index, verbs):
                    return marker
        return None

    def _stands(self, marker: Marker, index: int, verbs: Mapping[int, Verb]) -> bool:
        """Whether the words of a marker stand at `index`, and mean what they mark."""
        rest = [w.form for w in self._words[index + 1 : index + len(marker.words)]]
        if len(rest) != len(marker.words) - 1 or any(not (a == b or len(b) == 1 and a.startswith(b)) for a, b in zip(rest, marker.words[1:], strict=True)):
            return False
        if marker.reach == "adjective" and marker.words[0].endswith(_COMING) and _form_at(self._words, index + 1) in ("من", "الي", "علي", "عبر"):
            return False  # المساعدات القادمة من: coming from somewhere
        if marker.words[0].removeprefix("و") in _HAMZA and "أ" not in self._words[index].raw:
            return False
        following = self._words[index + len(marker.words)] if index + len(marker.words) < len(self._words) else None
        if marker.words == ("ما", "لم") and (verb := verbs.get(index + 2)) is not None and verb.after:
            return False  # ما لم يعلنه: what was not announced
        if marker.reach == "verb" and len(marker.words) == 1:
            return self._before_verb(marker, index, following, verbs)
        return not (marker.reach == "noun" and index in verbs)

    def _before_verb(self, marker: Marker, index: int, following: Word | None, verbs: Mapping[int, Verb]) -> bool:
        if following is None or (marker.kind == "negated" and following.form in self._known.undone):
            return False
        verb = verbs.get(index + 1)
        if marker.kind == "negated" and verb is not None and (self._known.leaves_open(verb.lemma) or any(r.kind == "negated" for r in self._known.verbs.get(verb.lemma, ()))):
            return False  # لن يتخلى عن دعمه: no is said to no
        if marker.words == ("قد",):
            return verb is not None and verb.tense == "imperfect"
        if marker.words == ("ما",):
            alone = index == 0 or self._words[index - 1].kind == "break" or self._words[index - 1].raw in "«\"“:."
            return alone and verb is not None and verb.tense == "perfect" and not verb.after and not any(w.form in ("هو", "هي") for w in self._words[index : index + 20])
        return True

    def _of_marker(self, marker: Marker, index: int, last: int, sentence: Sentence, scopes: Scopes) -> Doubt | None:
        if marker.reach == "after":
            start = self._report_before(marker, index, sentence)
            return None if start is None else Doubt(marker.kind, index, last, start, index, frozenset())
        if marker.reach == "adjective":
            return Doubt(marker.kind, index, last, scopes.described(index), index, frozenset())
        if marker.reach == "verb":
            reach, holes = scopes.of_particle(last)
        elif marker.reach == "noun":
            reach, holes = scopes.of_noun(last, marker.kind)
        else:
            reach, holes = scopes.of_clause(last, marker.kind)
        return Doubt(marker.kind, index, last, last, reach, holes)

    def _report_before(self, marker: Marker, index: int, sentence: Sentence) -> int | None:
        """Where the report begins that a sign behind it denies or doubts: at a word for news, else, of hearsay, at the sentence."""
        for place in range(index - 1, max(sentence.first, index - _BACK) - 1, -1):
            word = self._words[place]
            if word.raw in ".؟!؛" or word.kind == "break":
                break
            if word.stem in self._known.news or word.form in self._known.news:
                return place
        return sentence.first if marker.kind == "alleged" else None

    # -- verbs ------------------------------------------------------------------------------------------------------------------

    def _of_verbs(self, sentence: Sentence, clauses: Sequence[Clause], scopes: Scopes) -> Iterator[Doubt]:
        """The doubts that verbs cast on what they tell; a verb that only denies news tells no act itself."""
        for clause in clauses:
            at = clause.verb.at
            if clause.subject is not None and clause.subject.first > at and clause.subject.head in self._known.hearsay:
                reach, holes = scopes.of_verb(at, "alleged")
                yield Doubt("alleged", at, at + 1, at + 1, reach, holes)
            for row in self._known.verbs.get(clause.verb.lemma, ()):
                negated = at > sentence.first and self._words[at - 1].form in self._denying
                behind = self._behind(at, row.before, sentence)
                if row.negated != negated or behind is None:
                    continue
                reach, holes = scopes.of_noun(behind, row.kind) if row.kind == "negated" or row.kind == "planned" and row.before else scopes.of_verb(at, row.kind)
                points = clause.verb.after != "" or any(w.form in self._known.pointing or w.stem in self._known.pointing for w in self._words[at + 1 : reach])
                yield Doubt(row.kind, at, at + 1, behind if row.kind == "negated" else at + (row.kind != "planned"), reach, holes, points)
                if row.negated or row.kind == "denied" and not row.before and self._tells_news(clause):
                    yield Doubt("nonevent", at, at + 1, at, at + 1, frozenset())

    def _behind(self, at: int, before: tuple[str, ...], sentence: Sentence) -> int | None:
        """The word behind the one that the meaning of a verb hangs on, before a complement or sign; None where it is missing."""
        if not before:
            return at + 1
        for place in range(at + 1, min(sentence.last, at + 16)):
            word = self._words[place]
            if len(before) > 1 and tuple(w.form for w in self._words[place : place + len(before)]) == before:
                return place + len(before) - 1
            if len(before) > 1:
                if word.raw in "،,.":
                    break
                continue
            if word.form == before[0] or word.stem == before[0] or len(before[0]) == 1 and word.kind == "word" and word.before.endswith(before[0]):
                return place + 1
            if word.raw in "،,." or word.form in ("ان", "بان"):
                break
        return None

    def _tells_news(self, clause: Clause) -> bool:
        return any(a.head in self._known.news for a in (*clause.bare, *([clause.subject] if clause.subject else [])))


def _form_at(words: Sequence[Word], index: int) -> str:
    """The form of the word at `index`, "" behind the last."""
    return words[index].form if index < len(words) else ""


def _open_ended(marker: Marker) -> bool:
    """Whether the last word of a marker is a letter that only begins the word it marks."""
    return len(marker.words) > 1 and len(marker.words[-1]) == 1

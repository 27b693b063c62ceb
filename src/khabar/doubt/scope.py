"""How far a mark of doubt reaches."""

from collections.abc import Container, Mapping, Sequence

from khabar.clauses.verbs import Verb
from khabar.text.sentences import Sentence
from khabar.text.words import Word

_SIGNS = frozenset(".؟!؛")
_COMMAS = frozenset("،,")
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "اللتان", "ما", "مما", "من"})
_WHO = frozenset({"الذي", "التي", "الذين", "اللذان", "اللتان"})
_THAT = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "بانهم", "وان", "وانه", "وانها"})
# After these another clause of the story begins, on which the doubt does not lie.
_TURNS = frozenset({"لكن", "ولكن", "لكنه", "لكنها", "لكنهم", "بينما", "فيما", "حيث", "اذ", "بل", "غير", "بيد", "فان", "فانه", "فانها", "فقد", "وذلك", "علما"})
# What stands behind these has happened, whatever is said of the rest.
_AFTER = frozenset({
    "بعد", "عقب", "اثر", "غداه", "منذ", "رغم", "جراء", "بسبب", "نتيجه", "علي خلفيه", "خلفيه", "اعقاب", "ردا", "احتجاجا", "خلال", "اثناء", "بعدما", "تعليقا", "ادانه", "مرتكبي",
    "منفذي", "منفذ", "ضحايا", "قبل", "حتي", "ظل",
})
_STILL = frozenset({"تكرار", "استمرار", "تواصل", "مواصله", "تصاعد", "تصعيد", "تزايد", "تداعيات", "عواقب", "اثار"})
_FARTHEST = 45
_LONGEST = {"negated": 5, "planned": 7}


class Scopes:
    """Reaches of the marks in one sentence, with the words inside that a mark leaves untouched."""

    def __init__(self, words: Sequence[Word], sentence: Sentence, verbs: Mapping[int, Verb], empty: Container[str]) -> None:
        self._words = words
        self._last = sentence.last
        self._first = sentence.first
        self._verbs = verbs
        self._empty = empty

    def of_particle(self, index: int) -> tuple[int, frozenset[int]]:
        """لم، لن، قد: the next verb, and of its nouns those that are not known to be: لم تعلق على الهجوم leaves the attack as it is."""
        verb = next((i for i in range(index, min(self._last, index + 3)) if i in self._verbs), None)
        if verb is None:
            return min(self._last, index + 3), frozenset()
        reach = self._clause_end(verb + 1, "verb")
        empty = self._verbs[verb].lemma in self._empty
        holes = self._holes(index, reach)
        holes |= {i for i in range(verb + 1, reach) if i in self._verbs or self._known(i) and not (empty and not self._words[i].article)}
        return reach, frozenset(holes)

    def of_noun(self, index: int, kind: str) -> tuple[int, frozenset[int]]:
        """دون لقاء، مزاعم عن قصف: the nouns behind, to the next verb that no relative leads to."""
        limit = min(self._last, index + _LONGEST.get(kind, 14))
        place = index
        while place < limit:
            word = self._words[place]
            if word.raw in _SIGNS or word.raw in _COMMAS or word.kind == "break" or word.form in _TURNS or place > index and word.form in _THAT and kind == "negated":
                break
            verb = self._verbs.get(place)
            if verb is not None and place > index and self._words[place - 1].form not in _RELATIVES | _THAT and not verb.after:
                break
            place += 1
        return place, frozenset(self._holes(index, place))

    def of_clause(self, index: int, kind: str) -> tuple[int, frozenset[int]]:
        """من المقرر أن، إذا: the clause that follows."""
        reach = self._clause_end(index, "clause")
        holes = self._holes(index, reach)
        if kind in ("planned", "expected"):
            holes |= self._done(index, reach)
        return reach, frozenset(holes)

    def of_verb(self, at: int, kind: str) -> tuple[int, frozenset[int]]:
        """نفى أن، يخشى من: all that a verb tells, to where another statement begins."""
        reach = self._clause_end(at + 1, "told")
        holes = self._holes(at + 1, reach)
        if kind in ("hypothetical", "planned", "expected"):
            holes |= self._done(at + 1, reach)
        return reach, frozenset(holes)

    def described(self, index: int) -> int:
        """The first word of the noun that an adjective at `index` describes."""
        place = index
        while place > max(self._first, index - 4):
            word = self._words[place - 1]
            if word.kind != "word" or place - 1 in self._verbs or (word.form in _RELATIVES and place < index):
                break
            place -= 1
        return place

    def _clause_end(self, index: int, kind: str) -> int:
        """Where the clause from `index` ends: at a turn of the story, or where another verb follows a comma."""
        verbs = 0
        that = False
        place = index
        while place < min(self._last, index + _FARTHEST):
            word = self._words[place]
            if word.raw in _SIGNS and not (word.raw == "." and place + 1 < self._last) or word.kind == "break" or word.raw == ":" and kind != "told":
                break
            if word.raw in _COMMAS and self._turns(place + 1, kind):
                break
            if word.form in ("وان", "وانه", "وانها") and not that:
                break
            that = that or word.form in _THAT
            if word.form in _TURNS and place > index and self._words[place - 1].form != "من":
                break
            if place in self._verbs:
                verbs += 1
                if kind == "verb" and not (self._words[place - 1].form in _RELATIVES or self._verbs[place].after):
                    break
                if kind == "clause" and verbs > 1 and self._verbs[place].before[:1] in ("و", "ف") and self._words[place - 1].kind != "word":
                    break
            place += 1
        return place

    def _turns(self, index: int, kind: str) -> bool:
        """Whether behind a comma another statement begins."""
        if index >= self._last or kind == "clause" and self._words[index].form not in _THAT and not self._words[index].before.startswith("و"):
            return True
        word = self._words[index]
        if word.form in _THAT or word.form.startswith("الذي"):
            return False
        two = self._words[index : index + 3]
        if any(i in self._verbs for i in range(index, min(index + 2, self._last))) or kind == "verb":
            return True
        goes_on = word.raw.endswith(("اً", "ًا")) or (word.form[:1] == "م" and word.form.endswith(("ا", "ه")) and not word.article) or word.form.startswith("وم") and word.form.endswith("ا")
        return goes_on or bool(two) and (word.form in _TURNS or word.form in _AFTER or word.form in ("كما", "في", "وفي", "وهو", "وهي", "مما", "الامر", "حسب", "بحسب", "وفق", "وفقا"))

    def _holes(self, first: int, last: int) -> set[int]:
        """The words behind بعد، عقب، ردا على, and the verbs of relative clauses: they have happened."""
        found: set[int] = set()
        for index in range(first, last):
            form = self._words[index].form.removeprefix("و")
            if form in _AFTER or form in _STILL or self._words[index].stem in _STILL:
                found.update(range(index + 1, min(last, index + 4)))
            if index in self._verbs and index > first and self._words[index - 1].form in _WHO:
                found.add(index)
        return found

    def _done(self, first: int, last: int) -> set[int]:
        """The perfect verbs of what is feared or planned: they tell what was, unless يكون stands before them."""
        found: set[int] = set()
        for index in range(first, last):
            verb = self._verbs.get(index)
            if verb is None or verb.tense != "perfect":
                continue
            before = [v for i, v in self._verbs.items() if first <= i < index and index - i < 8]
            if not any(v.lemma == "كان" and v.tense == "imperfect" for v in before):
                found.add(index)
        return found

    def _known(self, index: int) -> bool:
        """Whether a noun is definite, so that what it names is known to be: by ال, a pronoun, or a definite genitive."""
        word = self._words[index]
        if word.article or (word.after and word.kind == "word"):
            return True
        following = self._words[index + 1] if index + 1 < len(self._words) else None
        if following is None or following.kind != "word" or following.before:
            return False
        third = self._words[index + 2] if index + 2 < len(self._words) else None
        return following.article or (index + 1 not in self._verbs and third is not None and third.kind == "word" and third.article and not third.before)

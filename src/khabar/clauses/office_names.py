"""The name that belongs to an office: at once behind it, behind more titles, or between commas."""

from khabar.clauses.phrase import Phrase
from khabar.clauses.unlisted import UnlistedReader
from khabar.lexicon.finder import Hit
from khabar.lexicon.terms import Term

# How many words the rest of a body's name has at most.
DIRECTIONS = frozenset({"شرق", "غرب", "شمال", "جنوب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي"})
_TAIL = 8


class OfficeNameReader(UnlistedReader):
    """Finds the names behind offices."""

    def _name_begins(self, index: int) -> bool:
        """Whether a name begins at `index`, by the lists or by its rare words, titles of courtesy before it or not."""
        return any(
            self._listed_name(at) is not None or self._names.expected(at) is not None or self._names.likely(at) is not None
            for at in {index, self._past_titles(index)}
        )

    def _name_at(self, index: int, told: bool = True) -> tuple[int, int] | None:
        """The name after an office: at once, behind more titles, or between commas. `told` says that one word alone may be a name."""
        start = self._name_start(self._past_titles(index))
        if start is None:
            return self._name_in_marks(index)
        start = self._past_titles(start)
        if self._words[start].before and not self._names.is_known(start) and self._listed_name(start) is None:
            return None  # المستشار في الديوان، وسعود فلان: another one
        last = self._listed_name(start) or self._names.expected(start) or (self._names.likely(start) or self._names.single(start) if told else None)
        if last == start + 1 and last + 1 < len(self._words) and self._words[last + 1].form in ("ان", "انه", "انها") and self._may_end_name(last):
            last += 1  # قال المتحدث محمود بصل إن
        return (start, last) if last is not None and last > start else None

    def _may_end_name(self, index: int) -> bool:
        """Whether the word at `index`, between a first name and إن, can only be the other half of the name."""
        word = self._words[index]
        return word.kind == "word" and not word.article and word.form not in self._grammar.adverbs and word.form not in self._grammar.prepositions and not self._hits.get(index)

    def _name_in_marks(self, index: int) -> tuple[int, int] | None:
        """المسؤول المالي "كل آغا": a name in quotation marks."""
        if index + 2 >= len(self._words) or self._words[index].raw not in "«\"“":
            return None
        start = self._past_titles(index + 1)
        last = self._listed_name(start) or self._names.expected(start) or self._names.likely(start)
        return (start, last) if last is not None and last < len(self._words) and self._words[last].raw in "»\"”" else None

    def _past_titles(self, index: int) -> int:
        """Past titles of courtesy and ranks at `index`, as long as a name may follow: الشيخ، اللواء الركن، الفريق أول."""
        at = index
        while at < len(self._words) and self._words[at].kind == "word" and not self._words[at].before:
            rank = next((h for h in self._hits.get(at, ()) if h.before in ("", "ال") and self._precedes_name(h.value)), None)
            if self._words[at].form in self._grammar.initials and at + 2 < len(self._words) and self._words[at + 1].raw == ".":
                at += 2  # وزير الصحة د. فلان
            elif rank is not None and (self._definite(rank) or rank.last > at + 1 or self._words[at].form in self._names.honorifics):
                at = self._rank(rank.last)
            elif self._words[at].form in self._names.honorifics:
                at = self._rank(at + 1)
            else:
                break
        return at if at < len(self._words) and self._words[at].kind == "word" else index

    def _rank(self, index: int) -> int:
        """Past what tells a rank in full: فريق أول ركن."""
        while index < len(self._words) and self._words[index].form in self._titles.ranks:
            index += 1
        return index

    def _of_a_person(self, name: tuple[int, int]) -> tuple[Phrase, tuple[int, int]] | None:
        """مستشار خامنئي علي ولايتي: the name right after the office is whose it is, and another name follows."""
        first, last = name
        if last > first + 1 or last >= len(self._words):
            return None
        following = next((h.last for h in self._hits.get(last, ()) if h.last == last + 1 and h.value[0].tag == "office"), last)
        if self._listed_name(following) is None and self._names.starts(following) is None:
            return None
        own = self._name_at(following)
        holders = self._known(first, last)
        return None if own is None else (Phrase(first, last, "", "person", "person", "", "", name, None, "", holders, False, (), "known_name"), own)

    def _end_of(self, hit: Hit[tuple[Term, ...]]) -> int:
        """Where the name runs that begins with what the list has: not over the object behind it (أزاح بان كي مون الستار)."""
        last = self._names.end(hit.last, hit.last - hit.first)
        if last == hit.last:
            return last
        whole = hit.last > hit.first + 1 and self._names.hardly_goes_on(hit.last)
        surname = hit.last == hit.first + 1 and self._words[hit.first].article and not self._names.surely_goes_on(hit.last)  # السيسي تخريج
        return hit.last if whole or surname else last

    def _listed_name(self, index: int) -> int | None:
        """The end of the name of somebody on the list of office-holders that stands at `index`."""
        for hit in self._hits.get(index, ()):
            if hit.before == "" and any(t.tag == "holder" and not t.ambiguous for t in hit.value):
                return self._end_of(hit)
        return None

    def _name_start(self, index: int) -> int | None:
        """Where the name after an office starts: at once, or between commas."""
        if index >= len(self._words):
            return None
        if self._words[index].raw in "،,(":
            start = self._past_titles(index + 1)
            if self._names.starts(start) or self._names.likely(start) or self._listed_name(start):
                return start
        return index if self._words[index].kind == "word" else None

    def _known(self, start: int, last: int) -> tuple[int, ...]:
        for hit in self._hits.get(start, ()):
            rows = tuple(t.row for t in hit.value if t.tag == "holder")
            if rows and hit.last == last:
                return rows
        return ()

    def _abroad(self, name: tuple[int, int], country: str) -> bool:
        """Whether a name is on the list of office-holders, and only with other states than `country`."""
        states = {t.country for hit in self._hits.get(name[0], ()) if hit.last == name[1] for t in hit.value if t.tag == "holder"}
        return bool(states) and "" not in states and country not in states

    def _precedes_name(self, terms: tuple[Term, ...]) -> bool:
        """Whether a title is a rank or one of courtesy, which stands between an office and a name."""
        return any(t.tag == "office" and (t.sector in ("MIL", "COP", "REL") or t.name in self._titles.courtesy) for t in terms)

    def _tail(self, index: int, country: str, at_work: bool) -> tuple[int, str]:
        """Past the rest of a long name of a body (للتدريب التقني والمهني، والشؤون الدينية الفلسطيني) at `index`, where somebody's name follows, with the state it tells.

        `index` itself where none does. `at_work` says that where the body is may be told as well (في محافظة القنفذة).
        """
        at, told, bare = index, country, False
        while at < min(index + _TAIL, len(self._words)):
            word = self._words[at]
            if bare and word.form in self._names.honorifics:
                break  # مؤسسة الملك فلان
            if self._name_begins(at + (word.raw in "،," and at > index)):
                return at, told
            ground = next((h for h in self._hits.get(at + 1, ()) if h.value[0].tag in ("state", "place") and not h.before), None) if word.form in DIRECTIONS else None
            if ground is not None:
                at, told = ground.last, told or ground.value[0].country  # قائد قوات شرق ليبيا فلان
                continue
            if at_work and not bare and word.form == "في" and self._workplace(at + 1):
                at, bare = at + 1, True
                continue
            if word.kind != "word" or word.after or word.form in self._grammar.prepositions or (not bare and self._another_actor(at)):
                break
            genitive = not bare and not word.article and self._construct_of(at)
            linked = bare or word.before in ("", "و", "ل", "ول") or at_work and word.before == "ب"
            if not (genitive or bare or word.article) or not linked or (self._names.is_stop(at) and not bare and word.before not in ("ل", "ب")):
                break
            nisba = self._nisba(at)
            state = nisba if nisba is not None else next((h for h in self._hits.get(at, ()) if h.value[0].tag == "state"), None)
            told = told or (state.value[0].country if state is not None else "")
            at, bare = at + 1, genitive
        return index, country

    def _workplace(self, index: int) -> bool:
        """في الجيش، في محافظة القنفذة: whether a place or a body is told at `index`, and no time (في عهد فلان)."""
        if index >= len(self._words):
            return False
        word = self._words[index]
        told = any(h.value[0].tag in ("place", "state", "capital", "institution", "body") for h in self._hits.get(index, ()))
        return told or word.article or word.stem in self._grammar.body_heads or word.stem in self._titles.regions

    def _construct_of(self, index: int) -> bool:
        """لطلبة كينيا، محافظة القنفذة: whether a noun without ال has its genitive right behind it, with ال or a place."""
        if index + 1 >= len(self._words):
            return False
        following = self._words[index + 1]
        place = any(h.value[0].tag in ("place", "state", "capital") and h.before == "" for h in self._hits.get(index + 1, ()))
        return place or following.kind == "word" and following.article and not following.before

    def _another_actor(self, index: int) -> bool:
        """Whether an office or a state begins at `index`, which an adjective of nationality is not."""
        return self._nisba(index) is None and any(h.value[0].tag in ("office", "state", "capital") for h in self._hits.get(index, ()))

    def _names_a_place(self, index: int) -> bool:
        """مستشفى الملك فهد، شارع الشهيد سالم: whether what stands at `index` is called after whom the words behind it name."""
        while index and self._words[index - 1].form in self._names.honorifics:
            index -= 1
        if not index:
            return False
        word = self._words[index - 1]
        return word.stem in self._titles.named_after and not word.article and not word.after

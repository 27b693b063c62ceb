"""Noun phrases that name somebody: office, body, nationality, name, in every order the news uses."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.names import NameReader
from khabar.lexicon.finder import Hit, pattern
from khabar.lexicon.grammar import Grammar
from khabar.lexicon.terms import Term
from khabar.text.words import Word

Hits = Mapping[int, Sequence[Hit[tuple[Term, ...]]]]

# Where one form stands in several lists, the earlier tag is believed.
_PRECEDENCE = ("holder", "office", "body", "institution", "group", "outlet", "state", "palace", "capital", "collective", "place", "nisba", "group_nisba")
# Nouns before a name in quotation marks: the tag, the kind of actor and the sector that they tell.
_HEADS_OF_NAMES = {
    **dict.fromkeys(("صحيفه", "وكاله", "قناه", "موقع", "مجله", "اذاعه", "شبكه", "جريده", "يوميه"), ("outlet", "organization", "JRN")),
    **dict.fromkeys(("حركه", "جماعه", "تنظيم", "جبهه", "كتيبه", "لواء", "كتائب", "سرايا", "ميليشيا", "مليشيا", "قوات", "فصيل"), ("group", "group", "REB")),
    **dict.fromkeys(("حزب", "تيار", "ائتلاف", "تحالف", "كتله"), ("group", "organization", "PTY")),
    **dict.fromkeys(("منظمه", "جمعيه", "مركز", "معهد", "مؤسسه", "اتحاد", "هيئه", "لجنه", "مكتب", "شركه"), ("unlisted", "organization", "")),
}
_ADDRESSED = frozenset({"قناه", "صحيفه", "وكاله", "مجله", "اذاعه", "موقع", "شبكه", "تلفزيون"})
_ADJECTIVES = frozenset({"مسلح", "مسلحه", "متطرف", "متطرفه", "متشدد", "متشدده", "مسلحا", "متمرد", "متمرده", "معارض", "معارضه"})
_LINKS = frozenset({"في", "لدي", "ل", "ب", "باسم", "علي", "عن"})


class Phrase(NamedTuple):
    """Words `first` up to `last` that name an actor.

    `before` are the clitics left of it. `name` are the words of a personal name and `role` those of the office, each a word range
    or None. `canonical` is what the list calls it, "" for a name no list knows. `country` and `sector` are "" where nothing tells.
    `plural` says that it is several. `inner` are the actors named inside it: bodies, states, groups. `adjectival` marks one that is
    only an adjective of the noun before it.
    """

    first: int
    last: int
    before: str
    tag: str
    kind: str
    country: str
    sector: str
    name: tuple[int, int] | None
    role: tuple[int, int] | None
    canonical: str
    holders: tuple[int, ...]
    plural: bool
    inner: tuple["Phrase", ...]
    rule: str


class PhraseReader:
    """Reads the phrases of one text: its words, what the lists found in them, and which words may be part of a name."""

    def __init__(self, words: Sequence[Word], hits: Hits, grammar: Grammar, names: NameReader, busy: frozenset[int]) -> None:
        self._words = words
        self._hits = hits
        self._grammar = grammar
        self._names = names
        self._busy = busy

    def nationalities(self) -> dict[int, Phrase]:
        """Every nationality adjective of the text as the state or group it stands for, by its word: وساطة فرنسية."""
        found: dict[int, Phrase] = {}
        for index, hits in self._hits.items():
            hit = next((h for h in hits if h.value[0].tag in ("nisba", "group_nisba") and not h.value[0].ambiguous and h.before in ("", "ال", "و") and not h.after), None)
            if hit is not None:
                term = hit.value[0]
                state = term.tag == "nisba"
                found[index] = Phrase(
                    hit.first, hit.last, hit.before.removesuffix("ال"), "state" if state else "group", "country" if state else "group", term.country,
                    "GOV" if state else term.sector, None, None, term.name, (), False, (), "nationality_adjective",
                )
        return found

    def phrases(self) -> tuple[Phrase, ...]:
        """All phrases of the text, by place, none within another."""
        found: list[Phrase] = []
        index = 0
        while index < len(self._words):
            phrase = self.phrase_at(index)
            if phrase is not None:
                found.append(phrase)
                index = phrase.last
            else:
                index += 1
        return tuple(found)

    def phrase_at(self, index: int) -> Phrase | None:
        """The phrase that starts at the word `index`."""
        if index >= len(self._words) or index in self._busy or self._words[index].kind != "word":
            return None
        for hit in self._hits.get(index, ()):
            for term in sorted(hit.value, key=lambda t: _PRECEDENCE.index(t.tag)):
                if self._spelled_otherwise(hit, term):
                    continue
                phrase = self._read(hit, term)
                if phrase is not None:
                    return phrase
        return self._peer(index) or self._in_marks(index) or self._names_person(index)

    def _in_marks(self, index: int) -> Phrase | None:
        """صحيفة «…»، حركة "…": a body whose name stands in quotation marks."""
        word = self._words[index]
        kind = _HEADS_OF_NAMES.get(word.stem)
        if kind is None or word.after or index + 2 >= len(self._words) or self._words[index + 1].raw not in "«\"“":
            return None
        for last in range(index + 3, min(index + 9, len(self._words))):
            if self._words[last].raw in "»\"”":
                end, country = self._adjectives(last + 1, "")
                tag, actor, sector = kind
                listed = next((h for h in self._hits.get(index + 2, ()) if h.last == last and h.value[0].tag in ("group", "body", "outlet")), None)
                if listed is not None:
                    return _simple(listed, listed.value[0])._replace(first=index, last=end, before=word.before)
                return Phrase(index, end, word.before, tag, actor, country, sector, (index + 2, last), None, "", (), False, (), "name_in_marks")
        return None

    def _spelled_otherwise(self, hit: Hit[tuple[Term, ...]], term: Term) -> bool:
        """أمام is no إمام: where both spell the hamza, it must be the same."""
        if hit.last - hit.first > 1 or term.name[:1] not in ("أ", "إ"):
            return False
        raw = self._words[hit.first].raw[len(hit.before) :]
        return raw[:1] in ("أ", "إ") and raw[:1] != term.name[0] and pattern(term.name) == hit.form

    def _peer(self, index: int) -> Phrase | None:
        """نظيره التركي هاكان فيدان: the same office in another state."""
        word = self._words[index]
        if word.stem not in ("نظير", "نظيره", "نظراء", "نظرائ") or not (word.after or word.raw.endswith("ته")):
            return None
        last, country = self._adjectives(index + 1, "")
        start = self._name_start(last)
        end = self._names.end(start, 0) if start is not None else last
        named = start is not None and end > start
        if not country and not named:
            return None
        name = (start, end) if named and start is not None else None
        return Phrase(index, end if named else last, word.before, "person" if named else "office", "person", country, "GOV", name, (index, last), "", (), False, (), "peer")

    def _read(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        if term.tag in ("office", "collective", "institution") and self._is_verb_here(hit):
            return None
        if term.tag == "office":
            return None if self._is_adjective(hit) else self._office(hit, term)
        if term.tag == "holder":
            return self._holder(hit, term)
        if term.tag in ("institution", "collective"):
            return None if self._is_adjective(hit) else self._qualified(hit, term)
        if term.tag in ("nisba", "group_nisba"):
            return self._people(hit, term)
        if term.tag in ("place", "capital", "state") and term.ambiguous and not self._placed(hit):
            return None
        if term.ambiguous and term.tag in ("group", "outlet") and not self._marked(hit):
            return None
        if term.tag in ("body", "group", "outlet"):
            return self._body(hit, term)
        return _simple(hit, term)

    # -- named bodies ---------------------------------------------------------------------------------------------------------

    def _is_verb_here(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """طالب المتمردون، حاكم النظام: a verb where a sentence begins, for there a verb comes first."""
        if hit.last - hit.first > 1 or hit.before not in ("", "و", "ف") or hit.after or not self._names.is_stop(hit.first):
            return False
        before = self._words[hit.first - 1] if hit.first else None
        return before is None or before.kind in ("sign", "break") or before.form in self._grammar.verb_heralds or bool(hit.before)

    def _is_adjective(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """مؤتمر صحفي، التصعيد العسكري: a title that is spelled like the adjective of the noun before it."""
        adjectival = hit.form.endswith(("ي", "يه", "يا")) or hit.form in _ADJECTIVES
        if hit.last - hit.first > 1 or not adjectival or hit.first == 0 or hit.before.removesuffix("ال"):
            return False
        before = self._words[hit.first - 1]
        if before.stem in self._grammar.victims or before.stem in self._grammar.quantities:
            return False
        closed = before.form in self._grammar.prepositions or before.form in self._grammar.openers or before.form in self._grammar.office_adjectives
        noun = before.kind == "word" and not closed and not self._names.is_verb(hit.first - 1)
        return noun and (before.article == bool(hit.before) or bool(before.after and hit.before))

    def _body(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase:
        last, country = self._adjectives(hit.last, "")
        if country and term.tag == "body" and term.country in ("UNO", "IGO", ""):
            return _simple(hit, term)._replace(last=last, country=country, sector="GOV", tag="institution")
        return _simple(hit, term)._replace(last=last, country=term.country or country)

    def _placed(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """Whether a doubtful place name stands where a place stands: after في or after مدينة, محافظة."""
        before = self._words[hit.first - 1].form if hit.first else ""
        return before in ("في", "مدينه", "محافظه", "العاصمه", "دوله", "بلده", "الي", "سلطنه", "جمهوريه", "ولايه") and not hit.before.endswith("ال")

    def _marked(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """Whether a doubtful name of a group or outlet is marked as one: in quotation marks or after its kind."""
        before = self._words[hit.first - 1] if hit.first else None
        if before is None:
            return False
        return before.raw in "«\"“”'" or before.stem in ("حركه", "حزب", "تنظيم", "جماعه", "صحيفه", "قناه", "جريده", "وكاله", "جبهه", "ميليشيا", "كتله", "تيار")

    # -- institutions and collectives: الجيش السوري، قوات النظام، مسؤول أمني أميركي -------------------------------------------

    def _qualified(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        last, country = self._adjectives(hit.last, term.country)
        sector = term.sector
        inner: tuple[Phrase, ...] = ()
        if term.tag == "collective" and not self._definite(hit) and last == hit.last:
            last = self._past_genitive(last)
        owner = None if hit.after else self._owner(last, not self._definite(hit)) or self._out_of(last, term)
        if owner is not None and not country:
            last, country = owner.last, owner.country
            inner = (owner,)
            last, _ = self._adjectives(last, country)
        plain = _simple(hit, term)
        return plain._replace(last=last, country=country, sector=sector or (owner.sector if owner else ""), inner=inner)

    def _out_of(self, index: int, term: Term) -> Phrase | None:
        """وفد من حماس، عناصر من داعش: the group that people belong to."""
        if term.tag != "collective" or index >= len(self._words) or self._words[index].form != "من":
            return None
        for hit in self._hits.get(index + 1, ()):
            first = min(hit.value, key=lambda t: _PRECEDENCE.index(t.tag))
            if first.tag in ("state", "body", "group", "institution") and not first.ambiguous and hit.before.removesuffix("ال") == "":
                return self._qualified(hit, first) if first.tag == "institution" else _simple(hit, first)
        return None

    def _past_genitive(self, index: int) -> int:
        """عمال الموانئ، سكان المدينة: past the definite noun that no list knows, before في and a place."""
        if index + 1 >= len(self._words) or not self._words[index].article or self._words[index].before or self._hits.get(index):
            return index
        return index + 1 if self._words[index + 1].form in _LINKS and self._owner(index + 1, False) is not None else index

    def _definite(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """Whether ال stands on the noun, so that no genitive can follow it."""
        return hit.before.endswith("ال") or self._words[hit.last - 1].article

    def _owner(self, index: int, genitive: bool) -> Phrase | None:
        """The state, body or group behind an institution: its `genitive` where it may have one, or behind في, ل, ب."""
        if index >= len(self._words):
            return None
        word = self._words[index]
        start = index + 1 if word.form in _LINKS else index
        if start >= len(self._words):
            return None
        bare = start > index
        for hit in self._hits.get(start, ()):
            term = min(hit.value, key=lambda t: _PRECEDENCE.index(t.tag))
            linked = bare or hit.before.removesuffix("ال") in ("ل", "ب") or (genitive and hit.before.removesuffix("ال") == "")
            if not linked or hit.before.startswith(("و", "ف", "ك")) or term.ambiguous:
                continue
            if term.tag in ("state", "capital", "palace", "body", "group", "institution", "place"):
                if term.tag == "institution":
                    return self._qualified(hit, term)
                return self._body(hit, term) if term.tag == "body" else _simple(hit, term)
        return None

    def _adjectives(self, index: int, country: str) -> tuple[int, str]:
        """Past the adjectives at `index`, with the country that a nationality among them tells."""
        while index < len(self._words):
            word = self._words[index]
            nisba = self._nisba(index)
            if nisba is not None:
                country = country or nisba.value[0].country
                index = nisba.last
            elif word.kind != "word" or word.before:
                break
            elif word.article and (word.form in self._grammar.office_adjectives or self._describes(index)):
                index += 1
            else:
                break
        return index, country

    def _describes(self, index: int) -> bool:
        """المحلية، الأمنية: a definite adjective that is no name; one in the masculine only where a first name follows."""
        word = self._words[index]
        if word.form in self._names.family or self._names.is_stop(index):
            return False
        return word.form.endswith("يه") or (word.form.endswith("ي") and self._names.starts(index + 1) is not None)

    def _nisba(self, index: int) -> Hit[tuple[Term, ...]] | None:
        """The nationality adjective at `index`."""
        for hit in self._hits.get(index, ()):
            if hit.value[0].tag == "nisba" and not hit.value[0].ambiguous and hit.before in ("", "ال") and not hit.after:
                return hit
        return None

    def _people(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        """الروس، الفلسطينيون: a nationality that stands alone as a noun."""
        counted = hit.first > 0 and (self._words[hit.first - 1].kind == "number" or self._words[hit.first - 1].stem in self._grammar.quantities)
        if (term.shape != "p" and not counted) or self._follows_noun(hit.first, hit.before):
            return None
        return _simple(hit, term)._replace(tag="people", kind="group", plural=True, sector=term.sector)

    def _follows_noun(self, index: int, before: str) -> bool:
        """Whether the word at `index` can be an adjective of the noun before it."""
        if index == 0 or before.removesuffix("ال"):
            return False
        word = self._words[index - 1]
        return word.kind == "word" and word.article and word.form not in self._grammar.prepositions

    # -- people ---------------------------------------------------------------------------------------------------------------

    def _holder(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        last = self._names.end(hit.last, hit.last - hit.first)
        if term.ambiguous or (hit.last - hit.first == 1 and hit.before.endswith("ال") and not hit.form.startswith("ال")):
            return None
        rows = tuple(t.row for t in hit.value if t.tag == "holder")
        plain = _simple(hit, term)
        return plain._replace(last=last, tag="person", name=(hit.first, last), holders=rows if last == hit.last else (), rule="known_name")

    def _names_person(self, index: int) -> Phrase | None:
        """A name that no list of office-holders knows, told by its first name."""
        last = self._names.starts(index)
        if last is None:
            return None
        before = self._words[index].before
        return Phrase(index, last, before, "person", "person", "", "", (index, last), None, "", (), False, (), "given_name")

    def _office(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        """[office] [of the body] [nationality] [name]"""
        index, country = self._adjectives(hit.last, term.country)
        sector = term.sector
        inner: list[Phrase] = []
        while not hit.after or index > hit.last:
            if country and index < len(self._words) and self._words[index].form == "في":
                where = self._owner(index, False)  # الرئيس القبرصي في عمّان: where he is; السفير الإيراني في بغداد فلان: part of his title
                if where is None or self._names.starts(where.last) is None:
                    break
                index = where.last
                break
            body = self._complement(index, not self._definite(hit)) if not inner else self._linked(index)
            if body is None:
                break
            inner.append(body)
            index, country = self._adjectives(body.last, country or body.country)
            sector = sector or body.sector
        role = (hit.first, index)
        index, country = self._adjectives(index, country)
        start = self._name_start(index)
        last = self._names.end(start, 0) if start is not None else index
        named = start is not None and last > start
        holder = self._known(start, last) if named and start is not None else ()
        plain = _simple(hit, term)
        return plain._replace(
            last=last if named else index, country=country, sector=sector, kind="person", tag="person" if named else "office",
            name=(start, last) if named and start is not None else None, role=role, inner=tuple(inner), holders=holder,
            rule="office_name" if named else "office",
        )

    def _linked(self, index: int) -> Phrase | None:
        """A second complement of an office, behind في, ل, ب: «عضو اللجنة في البرلمان»."""
        if index >= len(self._words):
            return None
        word = self._words[index]
        return self._owner(index, False) if word.form in _LINKS or word.before in ("ل", "ب") else None

    def _complement(self, index: int, genitive: bool) -> Phrase | None:
        """What an office is the office of: a body, state, group, or a phrase headed by مركز, لجنة …"""
        owner = self._owner(index, genitive)
        if owner is not None:
            return owner
        if index >= len(self._words):
            return None
        start = index + 1 if self._words[index].form in _LINKS else index
        if start >= len(self._words) or self._words[start].before not in ("", "ب", "ل"):
            return None
        word = self._words[start]
        if word.before == "ل" and word.stem in _ADDRESSED:
            return None
        if word.stem not in self._grammar.body_heads and word.form not in self._grammar.body_heads:
            for hit in self._hits.get(start, ()):
                if hit.value[0].tag in ("collective", "office") and hit.before.removesuffix("ال") in ("", "ب", "ل"):
                    return self._qualified(hit, hit.value[0])
            return self._anything_before_a_name(start)
        return self._unlisted_body(start)

    def _anything_before_a_name(self, start: int) -> Phrase | None:
        """حاكم الولاية، المتحدث باسم الجبهة: any definite words, where a name follows them."""
        index = start
        while index < min(start + 7, len(self._words)):
            word = self._words[index]
            if word.kind != "word" or not (word.article or index == start) or self._names.is_stop(index):
                break
            if index > start and self._names.starts(index) is not None:
                break
            index += 1
        ahead = index + 1 if index < len(self._words) and self._words[index].raw in "،," else index
        if index == start or self._names.starts(ahead) is None:
            return None
        return Phrase(start, index, self._words[start].before, "unlisted", "organization", "", "", None, None, "", (), False, (), "before_a_name")

    def _unlisted_body(self, start: int) -> Phrase:
        """مركز الدراسات …: a body that no list knows, as far as its definite words run."""
        index, country = start + 1, ""
        while index < len(self._words):
            word = self._words[index]
            nisba = self._nisba(index)
            if nisba is not None:
                country = country or nisba.value[0].country
                index = nisba.last
            elif word.kind == "word" and (word.article or index == start + 1) and word.before in ("", "و") and not self._names.may_end_office(index):
                if self._names.is_stop(index):
                    break
                index += 1
            else:
                break
        place = self._owner(index, False)
        if place is not None and not country:
            index, country = place.last, place.country
        return Phrase(start, index, self._words[start].before, "unlisted", "organization", country, "", None, None, "", (), False, (), "body_head")

    def _name_start(self, index: int) -> int | None:
        """Where the name after an office starts: at once, or between commas."""
        if index >= len(self._words):
            return None
        if self._words[index].raw in "،,(" and self._names.starts(index + 1) is not None:
            return index + 1
        return index if self._words[index].kind == "word" else None

    def _known(self, start: int, last: int) -> tuple[int, ...]:
        for hit in self._hits.get(start, ()):
            rows = tuple(t.row for t in hit.value if t.tag == "holder")
            if rows and hit.last == last:
                return rows
        return ()


def _simple(hit: Hit[tuple[Term, ...]], term: Term) -> Phrase:
    before = hit.before.removesuffix("ال")
    called = hit.form if term.tag in ("institution", "collective", "office") else term.name
    return Phrase(
        hit.first, hit.last, before, term.tag, term.kind or "organization", term.country, term.sector, None, None, called, (), term.shape == "p",
        (), term.tag,
    )

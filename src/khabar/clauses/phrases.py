"""Noun phrases that name somebody, over a whole text."""

from khabar.clauses.body_heads import REGIONS
from khabar.clauses.body_phrases import PRECEDENCE
from khabar.clauses.person_phrases import PersonReader
from khabar.clauses.phrase import Phrase, simple
from khabar.lexicon.finder import Hit
from khabar.lexicon.terms import Term

# Nouns that end like adverbs, and people who are hardly ever one.
_NO_ADVERBS = frozenset("ميليشيا مليشيا رعايا ضحايا سرايا خلايا ارهابيا شرطيا صحافيا صحفيا حوثيا جهاديا".split())


class PhraseReader(PersonReader):
    """Reads the phrases of one text: its words, what the lists found in them, and which words may be part of a name."""

    def nationalities(self) -> dict[int, Phrase]:
        """Every nationality adjective of the text as the state or group it stands for, by its word: وساطة فرنسية."""
        found: dict[int, Phrase] = {}
        for index, hits in self._hits.items():
            hit = next((h for h in hits if h.value[0].tag in ("nisba", "group_nisba") and not h.value[0].ambiguous and h.before in ("", "ال", "و", "وال") and not h.after), None)
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
            if phrase is not None and phrase.tag == "person" and self._names_a_place(index):
                index = phrase.last
            elif phrase is not None:
                if found and phrase.tag == found[-1].tag == "outlet" and found[-1].last == index and not phrase.before:
                    found[-1] = found[-1]._replace(last=phrase.last)  # وكالة الأنباء الألمانية د ب أ
                else:
                    found.append(self.with_title(phrase))
                index = found[-1].last
            else:
                index += 1
        return tuple(found)

    def phrase_at(self, index: int) -> Phrase | None:
        """The phrase that starts at the word `index`."""
        if index >= len(self._words) or index in self._busy or self._words[index].kind != "word":
            return None
        for hit in self._hits.get(index, ()):
            for term in sorted(hit.value, key=lambda t: PRECEDENCE.index(t.tag)):
                if self._spelled_otherwise(hit, term):
                    continue
                phrase = self._read(hit, term)
                if phrase is not None and term.tag == "collective":
                    named = self._in_marks(index) or self._kind_and_name(index) or self._unlisted(index)  # كتيبة التوحيد، نقابة الأطباء are no crowds
                    return named if named is not None and named.last > phrase.last else phrase
                if phrase is not None:
                    return phrase
        return self._peer(index) or self._in_marks(index) or self._kind_and_name(index) or self._names_person(index) or self._unlisted(index)

    def _read(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        if term.shape == "c" and hit.before.endswith("ال") or term.tag in ("office", "collective", "institution") and self._is_verb_here(hit):
            return None
        if term.tag == "office":
            happiness = term.name == "سعادة" and hit.before.endswith("ال")
            return None if happiness or self._is_adjective(hit) else self._office(hit, term)
        if term.tag == "holder":
            return self._holder(hit, term)
        if term.tag in ("institution", "collective"):
            return None if self._is_adjective(hit) or self._tells_how(hit) else self._qualified(hit, term)
        if term.tag in ("nisba", "group_nisba"):
            return self._people(hit, term)
        if self._within_name(hit, term) or (hit.form == "مسقط" and hit.last < len(self._words) and self._words[hit.last].stem == "راس"):
            return None
        if term.tag == "capital" and hit.first and not hit.before and self._words[hit.first - 1].stem in REGIONS and not self._words[hit.first - 1].article:
            return self._as_place(hit, term)  # منطقة الرياض is no government
        if term.tag in ("place", "capital", "state") and term.ambiguous and not self._placed(hit):
            return None
        if term.ambiguous and term.tag in ("group", "outlet") and not self._marked(hit):
            return None
        if term.tag in ("body", "group", "outlet"):
            return None if self._common_noun(hit) else self._body(hit, term)
        return simple(hit, term)

    def _tells_how(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """التحرك عسكريا: an adverb, where no number counts people (11 عسكريا) and no verb has them as its object."""
        word = self._words[hit.last - 1]
        if not hit.first or hit.last > hit.first + 1 or not word.form.endswith("يا") or word.article or word.stem in _NO_ADVERBS:
            return False
        before = self._words[hit.first - 1]
        return before.kind == "word" and before.stem not in self._grammar.quantities and not self._hits.get(hit.first - 1) and not self._names.is_verb(hit.first - 1)

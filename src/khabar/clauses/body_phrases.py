"""Phrases that name bodies: states, organizations, institutions of a state, groups, crowds."""

from collections.abc import Mapping, Sequence

from khabar.clauses.body_heads import OUTSIDE, REGIONS
from khabar.clauses.names import NameReader
from khabar.clauses.phrase import Phrase, simple
from khabar.lexicon.finder import Hit, pattern
from khabar.lexicon.grammar import Grammar
from khabar.lexicon.terms import Term
from khabar.lexicon.titles import Titles
from khabar.text.words import Word

Hits = Mapping[int, Sequence[Hit[tuple[Term, ...]]]]

# One man in office, whom no feminine adjective describes: اتهم الوزير المعارضة.
_ONE_MAN = frozenset({"الوزير", "الرييس", "النايب", "السفير", "الملك", "القايد", "الزعيم", "المرشح", "المتحدث", "المحافظ", "الحاكم"})
# المالية, الصحراوية: with ال too rather of money, of the desert than of a state.
_OTHER_ADJECTIVES = frozenset({"خاطفه", "خاطف", "مالي", "ماليه", "صحراوي", "صحراويه", "قمري", "قمريه"})
# Where one form stands in several lists, the earlier tag is believed.
PRECEDENCE = ("holder", "office", "body", "institution", "group", "outlet", "state", "local", "palace", "capital", "collective", "place", "nisba", "group_nisba")
ADDRESSED = frozenset({"قناه", "صحيفه", "وكاله", "مجله", "اذاعه", "موقع", "شبكه", "تلفزيون"})
ADJECTIVES = frozenset({"شقيق", "شقيقه", "شقيقان", "شقيقين", "حاكم", "حاكمه", "حاكمين", "محتجز", "محتجزه", "مسوول", "مسووله", "محافظ", "محافظه", "محافظين", "مقاتل", "مقاتله", "مسلح", "مسلحه", "متطرف", "متطرفه", "متشدد", "متشدده", "مسلحا", "متمرد", "متمرده", "معارض", "معارضه", "اعضاء"})
# What security is a word with, and institutions that are acts before a preposition: الأمن والاستقرار، القضاء على، نيابة عن.
_PEACE = frozenset({"استقرار", "سلام", "امان", "سلم", "طمانينه", "تنميه", "رخاء", "سلامه", "استقراره", "ازدهار"})
_ACTS_TOO = frozenset({("قضاء", "علي"), ("نيابه", "عن")})
# Nouns that end like adjectives.
_NOUNS = frozenset("قريه مديريه قضيه عمليه حريه هويه ميزانيه مسووليه بلديه جمعيه اتفاقيه شخصيه جنسيه كليه تضحيه".split())
# Bodies of no one state, whose names are whole in the list.
_NO_STATES = frozenset({"UNO", "IGO", "EUR", "NGO", "MNC"})
# Names that are nouns too, and the adjectives that make them none: تنظيم القاعدة الإرهابي، التحالف العربي.
_NOUNS_TOO = frozenset({"قاعده", "تحالف", "ايتلاف"})
_THEIR_OWN = frozenset({"الارهابي", "الارهابيه", "العربي", "الدولي", "الدوليه", "الاسلامي", "الوطني", "العسكري"})
LINKS = frozenset({"في", "لدي", "ل", "ب", "باسم", "علي", "عن"})


class BodyReader:
    """Reads the phrases of one text that name bodies."""

    def __init__(self, words: Sequence[Word], hits: Hits, grammar: Grammar, titles: Titles, names: NameReader, busy: frozenset[int]) -> None:
        self._words = words
        self._hits = hits
        self._grammar = grammar
        self._titles = titles
        self._names = names
        self._busy = busy

    def _is_verb_here(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """طالب المتمردون، حاكم النظام: a verb where a sentence begins, for there a verb comes first."""
        if hit.last - hit.first > 1 or hit.before not in ("", "و", "ف") or hit.after or not self._names.is_stop(hit.first):
            return False
        before = self._words[hit.first - 1] if hit.first else None
        return before is None or before.kind in ("sign", "break") or before.form in self._grammar.verb_heralds or bool(hit.before)

    def _is_adjective(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """مؤتمر صحفي، التصعيد العسكري: a title that is spelled like the adjective of the noun before it."""
        adjectival = hit.form.endswith(("ي", "يه", "يا")) or hit.form in ADJECTIVES or hit.form == "رييسه" and hit.first > 0 and self._words[hit.first - 1].form.endswith("ات")
        if hit.last - hit.first > 1 or not adjectival or hit.first == 0 or hit.after or hit.before.removesuffix("ال"):
            return False
        before = self._words[hit.first - 1]
        if before.stem in self._grammar.victims or before.stem in self._grammar.quantities:
            return False
        closed = before.form in self._grammar.prepositions or before.form in self._grammar.openers or before.form in self._grammar.office_adjectives
        if hit.form.endswith("ه") and before.article and before.form.endswith("ي") or before.kind == "word" and hit.form.endswith("معارضه") and before.form in _ONE_MAN:
            return False  # الوزير الكيني المعارضة: an adjective would be masculine
        noun = before.kind == "word" and not closed and not self._names.is_verb(hit.first - 1)
        definite = hit.before.endswith("ال") or hit.form.startswith("ال")
        return noun and (before.article == definite or bool(before.after and definite))

    def _body(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase:
        if term.tag == "body" and term.country in _NO_STATES:
            nisba = self._nisba(hit.last)  # مجلس الأمن الروسي
            last, country = (nisba.last, nisba.value[0].country) if nisba is not None and nisba.value[0].shape in ("m", "f") and nisba.before == "ال" else (hit.last, "")
        else:
            last, country = self._adjectives(hit.last, "")
        if country and term.tag == "body" and term.country in ("UNO", "IGO", ""):
            return simple(hit, term)._replace(last=last, country=country, sector="GOV", tag="institution")
        return simple(hit, term)._replace(last=last, country=term.country or country)

    def _common_noun(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """القاعدة الجوية، التحالف الحاكم: a name that is a noun too, which an adjective that is not its own makes a noun."""
        following = self._words[hit.last] if hit.last < len(self._words) else None
        if following is None or hit.form.removeprefix("ال") not in _NOUNS_TOO or not following.article or following.before or following.form in _THEIR_OWN:
            return False
        return following.form.endswith(("ي", "يه")) and self._nisba(hit.last) is None or following.form in ("الحاكم", "الحاكمه", "الموسعه")

    def _within_name(self, hit: Hit[tuple[Term, ...]], term: Term) -> bool:
        """باراك is not in أراك, باب not in إب: a place found behind a clitic in what is a whole name or too short."""
        if term.tag != "place":
            return False
        short = len(hit.form) < 3 and (bool(hit.before) or self._words[hit.first].raw[:1] != term.name[:1])
        return short or bool(hit.before) and not hit.before.endswith("ال") and self._names.is_known(hit.first)

    def _placed(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """Whether a doubtful place name stands where a place stands: after في or after مدينة, محافظة."""
        before = self._words[hit.first - 1].form if hit.first else ""
        return before in ("في", "مدينه", "محافظه", "العاصمه", "دوله", "بلده", "الي", "سلطنه", "جمهوريه", "ولايه") and not hit.before.endswith("ال")

    def _marked(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """Whether a doubtful name of a group or outlet is marked as one: in quotation marks or after its kind."""
        before = self._words[hit.first - 1] if hit.first else None
        if before is None:
            return False
        return before.raw in "«\"“”'" or not before.article and before.stem in ("حركه", "حزب", "تنظيم", "جماعه", "صحيفه", "قناه", "جريده", "وكاله", "جبهه", "ميليشيا", "كتله", "تيار")

    def _qualified(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        last, country = self._adjectives(hit.last, term.country)
        inner: tuple[Phrase, ...] = ()
        open_ended = not self._definite(hit) and last == hit.last and not self._has_nun(hit, term)
        if term.tag == "collective" and open_ended:
            last = self._past_genitive(last)
        described = term.tag == "collective" and hit.last > hit.first + 1 and self._words[hit.last - 1].form.endswith(("يه", "ي"))  # دول غربية
        owner = None if hit.after else self._owner(last, open_ended and not described) or self._out_of(last, term, self._definite(hit))
        if owner is not None and not country:
            last, country = owner.last, owner.country
            inner = (owner,)
            last, _ = self._adjectives(last, country)
        if term.tag == "institution" and not country and not inner and self._another_word(hit, term):
            return None
        plain = simple(hit, term)
        return plain._replace(last=last, country=country, sector=self._called(hit, last) or _sector(term, owner), inner=inner)

    def _called(self, hit: Hit[tuple[Term, ...]], last: int) -> str:
        """عناصر إرهابية، عناصر داعشية: the side that an adjective gives to people who may be of any."""
        if hit.value[0].tag != "collective" or hit.value[0].sector not in ("MIL", "") or last >= len(self._words) or self._words[last].before:
            return ""
        return next((h.value[0].sector for h in self._hits.get(last, ()) if h.value[0].tag in ("collective", "group_nisba") and h.value[0].sector in ("REB", "UAF") and h.before in ("", "ال")), "")

    def _another_word(self, hit: Hit[tuple[Term, ...]], term: Term) -> bool:
        """دولة، أمن، القضاء على: an institution's name that is another word here."""
        following = self._words[hit.last] if hit.last < len(self._words) else None
        stem = self._words[hit.first].stem
        if following is not None and hit.last == hit.first + 1 and (stem == "امن" and following.before == "و" and following.stem in _PEACE or (stem, following.form) in _ACTS_TOO):
            return True
        return term.ambiguous and (hit.form.startswith("ال") or not hit.before.endswith("ال"))

    def _out_of(self, index: int, term: Term, definite: bool) -> Phrase | None:
        """وفد من حماس، عناصر من داعش: the group that people belong to; those who are `definite` are freed of it."""
        if term.tag != "collective" or index >= len(self._words) or self._words[index].form != "من":
            return None
        for hit in self._hits.get(index + 1, ()):
            first = min(hit.value, key=lambda t: PRECEDENCE.index(t.tag))
            if first.tag in ("state", "body", "group", "institution") and not definite and not first.ambiguous and hit.before.removesuffix("ال") == "":
                return self._qualified(hit, first) if first.tag == "institution" else simple(hit, first)
        state = self._nisba(index + 2)
        if state is not None and self._words[index + 1].kind == "word" and not self._words[index + 1].before:
            return simple(state, state.value[0])._replace(first=index + 1, before="", tag="nisba", kind="country")
        return None

    def _past_genitive(self, index: int) -> int:
        """عمال الموانئ، سكان المدينة: past the definite noun that no list knows, before في and a place."""
        if index + 1 >= len(self._words) or not self._words[index].article or self._words[index].before or self._hits.get(index):
            return index
        return index + 1 if self._words[index + 1].form in LINKS and self._owner(index + 1, False) is not None else index

    def _definite(self, hit: Hit[tuple[Term, ...]]) -> bool:
        """Whether ال stands on the noun, so that no genitive can follow it."""
        return hit.before.endswith("ال") or hit.form.startswith("ال") or self._words[hit.last - 1].article

    def _has_nun(self, hit: Hit[tuple[Term, ...]], term: Term) -> bool:
        """مستوطنون، لاجئين: a plural that keeps its ن has no genitive behind it."""
        last = self._words[hit.last - 1].form
        return term.tag == "collective" and last.endswith(("ون", "ين")) and len(last) > 4

    def _owner(self, index: int, genitive: bool) -> Phrase | None:
        """The state, body or group behind an institution: its `genitive` where it may have one, or behind في, ل, ب."""
        if index >= len(self._words):
            return None
        word = self._words[index]
        start = index + 1 if word.form in LINKS else index
        if start >= len(self._words):
            return None
        bare = start > index
        if (bare or genitive or self._words[start].before in ("ب", "ل")) and (region := self._region(start)) is not None:
            return region
        for hit in self._hits.get(start, ()):
            term = min(hit.value, key=lambda t: (t.ambiguous, PRECEDENCE.index(t.tag)))  # سفارة الرياض: the capital, not the newspaper
            linked = bare or hit.before.removesuffix("ال") in ("ل", "ب") or (genitive and hit.before.removesuffix("ال") == "")
            unsure = term.ambiguous and not (term.tag == "institution" and hit.before.endswith("ال"))
            if not linked or hit.before.startswith(("و", "ف", "ك")) or unsure or self._within_name(hit, term):
                continue
            if term.tag in ("state", "capital", "palace", "body", "group", "institution", "place"):
                if term.tag == "institution":
                    return self._qualified(hit, term)
                return self._body(hit, term) if term.tag == "body" else simple(hit, term)
        return None

    def _region(self, index: int) -> Phrase | None:
        """محافظة الأنبار، مدينة إسطنبول: a place with what it is before it."""
        word = self._words[index] if index + 1 < len(self._words) else None
        if word is None or word.article or word.after or word.form.removeprefix(word.before) not in REGIONS or word.before not in ("", "ب", "ل"):
            return None
        for hit in self._hits.get(index + 1, ()):
            term = min(hit.value, key=lambda t: PRECEDENCE.index(t.tag))
            if term.tag in ("place", "capital", "state") and hit.before in ("", "ال"):
                return self._as_place(hit, term)._replace(first=index, before=word.before)
        return None

    def _as_place(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase:
        """A place, though a list has it as the capital that is its government too."""
        spot = next((t for t in hit.value if t.tag == "place"), None)
        if spot is not None or term.tag != "capital":
            return simple(hit, spot or term)
        return simple(hit, term)._replace(tag="place", kind="place", sector="", canonical=" ".join(w.raw for w in self._words[hit.first : hit.last]))

    def _adjectives(self, index: int, country: str) -> tuple[int, str]:
        """Past the adjectives at `index`, with the country that a nationality among them tells."""
        while index < len(self._words):
            word = self._words[index]
            nisba = self._nisba(index)
            if nisba is not None and not word.article and self._names.expected(index) is not None:
                break  # الأمير تركي بن فلان
            if nisba is not None and not self._clashes(index):
                country = country or nisba.value[0].country
                index = nisba.last
            elif word.kind != "word" or word.before:
                break
            elif word.article and word.form not in OUTSIDE and (word.form in self._grammar.office_adjectives or self._describes(index)):
                index += 1
            elif not word.article and word.form.endswith("يه") and self._nisba(index + 1) is not None and not self._words[index + 1].article:
                index += 1  # طائرات عسكرية كينية
            else:
                break
        return index, country

    def _describes(self, index: int) -> bool:
        """المحلية، الأمنية: a definite adjective that is no name; one in the masculine only where a first name follows."""
        word = self._words[index]
        if word.form in self._names.family or self._names.is_stop(index) or word.stem in _NOUNS:
            return False
        following = self._words[index + 1] if index + 1 < len(self._words) else None
        of_body = following is not None and following.before == "ل" and any(h.value[0].tag == "body" for h in self._hits.get(index + 1, ()))
        described = of_body or self._names.starts(index + 1) is not None or self._nisba(index + 1) is not None
        return word.form.endswith("يه") or (word.form.endswith("ي") and described)

    def _clashes(self, index: int) -> bool:
        """حكومة السوداني: a masculine behind a feminine without ال is a man's name, no nationality."""
        noun = self._words[index - 1]
        return self._words[index].article and noun.raw.endswith("ة") and not noun.article and not self._words[index].raw.endswith(("ة", "ه"))

    def _nisba(self, index: int) -> Hit[tuple[Term, ...]] | None:
        """The nationality adjective at `index`."""
        for hit in self._hits.get(index, ()):
            definite, first = hit.before == "ال", hit.value[0]
            nisba = first.tag == "nisba" or (definite and any(t.tag == "nisba" for t in hit.value))  # السورية: with ال never the state سورية
            if nisba and (not first.ambiguous or (definite and hit.form not in _OTHER_ADJECTIVES)) and hit.before in ("", "ال") and not hit.after:
                return hit
        return None

    def _people(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        """الروس، الفلسطينيون: a nationality that stands alone as a noun."""
        counted = hit.first > 0 and (self._words[hit.first - 1].kind == "number" or self._words[hit.first - 1].stem in self._grammar.quantities)
        if (term.shape != "p" and not counted) or self._follows_noun(hit.first, hit.before):
            return None
        return simple(hit, term)._replace(tag="people", kind="group", plural=True, sector=term.sector or ("CVL" if term.tag == "nisba" else ""))

    def _follows_noun(self, index: int, before: str) -> bool:
        """Whether the word at `index` can be an adjective of the noun before it."""
        if index == 0 or before.removesuffix("ال"):
            return False
        word = self._words[index - 1]
        return word.kind == "word" and word.article and word.form not in self._grammar.prepositions

    def _spelled_otherwise(self, hit: Hit[tuple[Term, ...]], term: Term) -> bool:
        """أمام is no إمام: where both spell the hamza, it must be the same."""
        if hit.last - hit.first > 1:
            return False
        if self._words[hit.first].raw.endswith("إلى"):
            return True  # وإلى is no والي
        if term.name[:1] not in ("أ", "إ"):
            return False
        if hit.form == "امام" and not hit.before.endswith("ال") and self._words[hit.first].raw.startswith("ا"):
            return True  # امام without its hamza is the preposition
        raw = self._words[hit.first].raw[len(hit.before) :]
        return raw[:1] in ("أ", "إ") and raw[:1] != term.name[0] and pattern(term.name) == hit.form


def _sector(term: Term, owner: Phrase | None) -> str:
    """Whose side a crowd or an institution is on: مسلحون من الحركة are of the movement, قيادة التحالف is of the alliance."""
    if owner is not None and owner.sector:
        led = term.tag == "institution" and term.sector in ("GOV", "PTY") and owner.sector in ("MIL", "REB", "PTY", "OPP") and owner.tag in ("body", "group")
        if not term.sector or (term.tag == "collective" and owner.tag == "group") or led:
            return owner.sector
    return term.sector

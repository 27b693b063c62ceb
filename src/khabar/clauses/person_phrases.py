"""Phrases that name people: office, body, nationality, name, in every order the news uses."""

from typing import NamedTuple

from khabar.clauses.body_phrases import ADDRESSED, LINKS
from khabar.clauses.office_names import OfficeNameReader
from khabar.clauses.phrase import Phrase, simple
from khabar.lexicon.finder import Hit
from khabar.lexicon.terms import Term

# Sectors of those who hold an office of state.
_SERVING = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
_NEAR = 7
# Where an official's people work.
_WORKPLACES = frozenset({"مكتب", "ديوان", "سكرتاريه"})
# Whose people are of its side, whatever they are called: قائد في جبهة …
_SIDES = frozenset({"REB", "PRM", "UAF"})
_DEPUTIES = frozenset({"نايب", "نايبه"})
# How an office of several ends, behind which no single name stands.
_PLURALS, _LONG = ("ون", "ين", "ات", "ان"), 5
_SEVERAL = ("ون", "ين", "ات", "ان", "ي", "و")


class _Reach(NamedTuple):
    """How far an office runs, up to the word `last`, and what its words tell."""

    last: int
    country: str
    sector: str
    inner: tuple[Phrase, ...]


class PersonReader(OfficeNameReader):
    """Reads the phrases of one text that name people."""

    def _holder(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        last = self._end_of(hit)
        if term.ambiguous or (hit.last - hit.first == 1 and hit.before.endswith("ال") and not hit.form.startswith("ال")):
            return None
        rows = tuple(t.row for t in hit.value if t.tag == "holder")
        plain = simple(hit, term)
        title = self._words[hit.first].form[len(plain.before):] in self._names.honorifics and last > hit.first + 2
        return plain._replace(last=last, tag="person", name=(hit.first + title, last), holders=rows if last == hit.last else (), rule="known_name")

    def _names_person(self, index: int) -> Phrase | None:
        """A name that no list of office-holders knows, told by its first name."""
        last = self._names.starts(index)
        if last is None and index and self._words[index - 1].stem in self._titles.of_persons and not self._words[index - 1].article:
            last = self._names.likely(index)
        if last is None:
            return None
        before, country = self._words[index].before, ""
        if index and not before and self._words[index - 1].article:
            nisba = self._nisba(index - 1)  # الفلسطيني فلان
            country = nisba.value[0].country if nisba is not None else ""
        return Phrase(index, last, before, "person", "person", country, "", (index, last), None, "", (), False, (), "given_name")

    def with_title(self, phrase: Phrase) -> Phrase:
        """فلان، وزير الدفاع البريطاني: a person named without an office, with the office that follows, behind a comma or at once."""
        index = phrase.last
        if phrase.tag != "person" or index + 1 >= len(self._words):
            return phrase
        comma = self._words[index].raw in "،,"
        prince = phrase.role is not None and self._words[phrase.role[1] - 1].stem == self._words[index].stem  # الأمير فلان أمير منطقة …
        courtesy = phrase.role is None or self._words[phrase.role[0]].stem in self._titles.before_office
        if comma and not courtesy or not comma and not prince and self._met_before(phrase.first):
            return phrase
        for hit in self._hits.get(index + comma, ()):
            term = next((t for t in hit.value if t.tag == "office"), None)
            title = self._office(hit, term) if term is not None and hit.before.removesuffix("ال") == "" else None
            if title is None or title.name is not None or not (title.inner or title.country or self._definite(hit)) or (comma and self._listed_on(title.last)):
                continue
            if comma and phrase.role is not None and self._met_before(phrase.first) and not self._parted(title.last):
                continue  # دعا السفير، الأمين العام إلى …
            if phrase.role is not None and not prince and self._words[phrase.role[0]].stem not in self._titles.before_office:
                continue
            return phrase._replace(
                last=title.last, country=phrase.country or title.country, sector=title.sector or phrase.sector, role=title.role, inner=(*phrase.inner, *title.inner), rule="name_office",
            )
        return phrase

    def _parted(self, index: int) -> bool:
        """Whether a comma or the end stands at `index`, so that what is between it and the comma before is an apposition."""
        return index >= len(self._words) or self._words[index].kind != "word"

    def _met_before(self, index: int) -> bool:
        """استقبل فلان وزير الدفاع: whether a verb or noun of meeting stands shortly before, so that an office behind the name is another's."""
        for word in reversed(self._words[max(0, index - _NEAR) : index]):
            if word.kind == "break" or word.raw in ".؟!":
                return False
            if word.stem in self._titles.meeting:
                return True
        return False

    def _listed_on(self, index: int) -> bool:
        """Whether a list goes on at `index`, so that an office before it is another person's."""
        return index < len(self._words) and (self._words[index].before.startswith("و") and bool(self._hits.get(index)))

    def _office(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        """[office] [of the body] [nationality] [name]"""
        whole = self._behind_courtesy(hit, term)
        if whole is not None:
            return whole
        reach = self._reach(hit, term)
        index, country = reach.last, reach.country
        plain = simple(hit, term)._replace(last=index, country=country, sector=reach.sector, kind="person", role=(hit.first, index), inner=reach.inner)
        told = bool(reach.inner or country) or self._definite(hit) or reach.sector in ("MIL", "COP") or term.name in self._titles.courtesy
        name = self._name_at(index, told and not term.ambiguous and not hit.form.endswith(_SEVERAL))
        if name is not None and country and (name[0] > index or self._met_before(hit.first)) and self._abroad(name, country):
            name = None  # المستشار الألماني الملك فلان: another one
        if name is None and index == hit.last and self._words[hit.first].raw.endswith(("اً", "ًا")):
            return None  # انتخب زعيماً: what somebody became
        if name is None and term.ambiguous:
            return None
        return plain._replace(tag="office", rule="office") if name is None else self._named(plain, name)

    def _named(self, plain: Phrase, name: tuple[int, int]) -> Phrase:
        """An office with the `name` behind it, which other titles or the name of whose it is may stand before."""
        owned, index = self._of_a_person(name), plain.last
        if owned is not None:
            plain, name = plain._replace(inner=(*plain.inner, owned[0]), role=(plain.first, owned[0].last)), owned[1]
        elif name[0] > index and self._words[name[0] - 1].kind == "word":
            soldier = plain.sector in ("", "GOV") and any(h.value[0].sector == "MIL" for i in range(index, name[0]) for h in self._hits.get(i, ()) if h.value[0].tag == "office")
            plain = plain._replace(role=(plain.first, name[0]), sector="MIL" if soldier else plain.sector)  # رئيس الأركان الفريق أول فلان
        return plain._replace(last=name[1], tag="person", name=name, holders=self._known(*name), rule="office_name")

    def _behind_courtesy(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        """سمو أمير منطقة …: the office behind a title of courtesy."""
        if term.name not in self._titles.courtesy or hit.after or self._names.expected(hit.last) is not None:
            return None
        for follower in self._hits.get(hit.last, ()):
            other = next((t for t in follower.value if t.tag == "office" and t.name not in self._titles.courtesy and not t.ambiguous), None)
            whole = self._office(follower, other) if other is not None and follower.before in ("", "ال") else None
            if whole is not None and whole.role is not None:
                return whole._replace(first=hit.first, before=hit.before.removesuffix("ال"), role=(hit.first, whole.role[1]))
        return None

    def _reach(self, hit: Hit[tuple[Term, ...]], term: Term) -> _Reach:
        """How far an office runs: over what it is the office of, and over adjectives and ranks."""
        index, country = self._adjectives(hit.last, term.country)
        sector = term.sector
        inner: list[Phrase] = []
        whole = self._kind_of_body(hit)
        if whole is not None:
            inner.append(whole)
            index, country = self._adjectives(whole.last, country or whole.country)
        while (not hit.after or index > hit.last) and self._words[hit.last - 1].raw not in self._titles.himself:
            if country and index < len(self._words) and self._words[index].form == "في":
                where = self._owner(index, False)  # الرئيس القبرصي في عمّان: where he is; السفير الإيراني في بغداد فلان: part of his title
                index = where.last if where is not None and self._name_begins(where.last) else index
                break
            body = self._complement(index, not self._definite(hit) or hit.form.endswith(("باسم", "بلسان")), bool(country)) if not inner else self._linked(index)
            if body is None or (body.before == "ب" and country and body.country not in ("", country)):
                break  # أشاد الوزير الألماني بالحكومة التركية
            inner.append(body)
            index, country = self._adjectives(body.last, country or body.country)
            sector = self._sector_of(hit, sector, body)
        index, country = self._adjectives(index, country)
        if index == hit.last and sector in ("MIL", "COP"):
            index = self._rank(index)
        head = self._words[hit.first]
        plural = head.stem in self._titles.several or (len(head.stem) > _LONG and head.form.endswith(_PLURALS))  # أمين, سلطان are one
        one = not plural and (bool(head.after) or head.stem not in self._titles.kin)
        if one and (inner or hit.last > hit.first + 1 or not self._definite(hit)):
            index, country = self._tail(index, country, not self._met_before(hit.first))
        if sector in _SERVING and any(w.form in self._titles.former for w in self._words[hit.last : index]):
            sector = "ELI"
        return _Reach(index, country, sector, tuple(inner))

    def _kind_of_body(self, hit: Hit[tuple[Term, ...]]) -> Phrase | None:
        """رئيس حزب …: the body of an office that the list knows with no more than the kind of body."""
        if hit.last - hit.first != 2 or hit.after or self._words[hit.last - 1].form not in self._grammar.body_heads:
            return None
        body = self._complement(hit.last - 1, True, False)
        return body if body is not None and body.last > hit.last else None

    def _sector_of(self, hit: Hit[tuple[Term, ...]], sector: str, body: Phrase) -> str:
        """The sector of an office of a body: that of the body where the office may be of any, a deputy's that of whom he stands for."""
        whole = sector in ("", "GOV") or (sector == "MIL" and body.sector in ("COP", "SPY", *_SIDES)) or (body.tag == "office" and self._words[hit.first].stem in _DEPUTIES)
        return body.sector if body.sector and whole else sector

    def _linked(self, index: int) -> Phrase | None:
        """A second complement of an office, behind في, ل, ب: «عضو اللجنة في البرلمان»."""
        if index >= len(self._words):
            return None
        word = self._words[index]
        return self._owner(index, False) if word.form in LINKS or word.before in ("ل", "ب") else None

    def _complement(self, index: int, genitive: bool, told: bool) -> Phrase | None:
        """What an office is the office of: a body, state, group, or a phrase headed by مركز, لجنة …; `told` says that its state is told already."""
        owner = self._owner(index, genitive)
        if owner is not None and owner.country == "MNC" and self._words[index].form in ("علي", "في"):
            return None  # قال الوزير على تويتر
        if owner is not None:
            return owner
        if index >= len(self._words) or self._name_begins(index):
            return None
        if self._words[index].raw in "«\"“":
            return self._named_in_marks(index)
        named = self._in_marks(index)  # ممثل منظمة «…»
        if named is not None:
            return named
        start = index + 1 if self._words[index].form in LINKS else index
        if start >= len(self._words) or self._words[start].before not in ("", "ب", "ل"):
            return None
        word = self._words[start]
        if word.before == "ل" and word.stem in ADDRESSED or told and not genitive and start == index and not word.before:
            return None  # الوزير الأردني التحالف الحاكم: another one
        if word.stem not in self._grammar.body_heads and word.form not in self._grammar.body_heads:
            for hit in self._hits.get(start, ()):
                if told and word.before == "ل" and hit.value[0].tag == "collective":
                    continue  # زيارة الوزير الكيني لدول خليجية
                if start == index and not word.before and (hit.value[0].tag == "office" and told or hit.value[0].tag == "collective" and not genitive) or hit.value[0].tag == "collective" and hit.before == "ب":
                    continue  # الرئيس الفنلندي ملك السويد، الوزيرة المتظاهرين: another one
                if hit.value[0].tag == "office" and hit.value[0].name in self._titles.courtesy and hit.before == "":
                    behind = self._complement(hit.last, True, told)  # مستشار سمو وزير الداخلية
                    return behind._replace(first=hit.first, before="") if behind is not None and behind.tag == "office" else None
                if hit.value[0].tag in ("collective", "office") and hit.value[0].name not in self._titles.courtesy and hit.before.removesuffix("ال") in ("", "ب", "ل"):
                    return self._qualified(hit, hit.value[0])
            return self._anything_before_a_name(start)
        return self._office_of(start) or self._unlisted_body(start)

    def _office_of(self, start: int) -> Phrase | None:
        """بمكتب وزير الدفاع: the office of an official as a place of work."""
        word = self._words[start]
        if word.stem not in _WORKPLACES or word.article or word.after:
            return None
        for hit in self._hits.get(start + 1, ()):
            if hit.value[0].tag == "office" and hit.before == "":
                official = self._qualified(hit, hit.value[0])
                if official is not None:
                    return official._replace(first=start, before=word.before, tag="unlisted", kind="organization", canonical="", inner=(), rule="body_head")
        return None

    def _named_in_marks(self, index: int) -> Phrase | None:
        """عضو «المكتب الإعلامي» فلان: a body named in quotation marks, before a name."""
        for last in range(index + 2, min(index + 9, len(self._words))):
            if self._words[last].raw in "»\"”":
                if not self._name_begins(last + 1):
                    return None
                return Phrase(index + 1, last + 1, "", "unlisted", "organization", "", "", (index + 1, last), None, "", (), False, (), "name_in_marks")
        return None

    def _anything_before_a_name(self, start: int) -> Phrase | None:
        """حاكم الولاية، المتحدث باسم الجبهة: any definite words, where a name follows them."""
        index = start
        while index < min(start + 7, len(self._words)):
            word = self._words[index]
            if word.kind != "word" or not (word.article or index == start) or self._names.is_stop(index):
                break
            if index > start and self._name_begins(index):
                break
            index += 1
        ahead = index + 1 if index < len(self._words) and self._words[index].raw in "،," else index
        if index == start or not self._name_begins(ahead):
            return None
        return Phrase(start, index, self._words[start].before, "unlisted", "organization", "", "", None, None, "", (), False, (), "before_a_name")

    def _peer(self, index: int) -> Phrase | None:
        """نظيره التركي هاكان فيدان: the same office in another state."""
        word = self._words[index]
        if word.stem not in ("نظير", "نظيره", "نظراء", "نظرائ") or not (word.after or word.raw.endswith("ته")):
            return None
        last, country = self._adjectives(index + 1, "")
        name = self._name_at(last)
        if not country and name is None:
            return None
        end = name[1] if name is not None else last
        return Phrase(index, end, word.before, "office" if name is None else "person", "person", country, "GOV", name, (index, last), "", (), False, (), "peer")

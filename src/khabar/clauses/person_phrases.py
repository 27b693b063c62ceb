"""Phrases that name people: office, body, nationality, name, in every order the news uses."""

from khabar.clauses.body_phrases import ADDRESSED, LINKS
from khabar.clauses.phrase import INITIALS, Phrase, simple
from khabar.clauses.unlisted import UnlistedReader
from khabar.lexicon.finder import Hit
from khabar.lexicon.terms import Term

# Who holds office, and the words that say that he does no more.
_SERVING = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY"})
# Titles that stand without ال before a name.
_COURTESY = frozenset({"دكتور", "الدكتور", "سيد", "السيد", "آنسة", "حاج", "رفيق", "سمو", "فخامة", "معالي", "سعادة", "جلالة", "ملا", "شيخ", "لورد", "صاحب السمو", "صاحب الجلالة", "صاحب السمو الملكي"})
# Who does these does them to an office that stands right behind his name.
_MEETING = frozenset(
    "استقبل استقبال استقبلت التقي التقت لقاء لقايه زار زيارة زياره هاتف اتصل قابل مقابله دعا دعوه ابلغ سلم عين تعيين كلف تكليف اقال اقاله بحث ناقش هنا اتهم انتقد طالب حمل يستقبل يلتقي "
    "يزور يقابل ودع شكر خلف سال حذر استدعي نقل منح قلد اطلع رافق حضر".split()
)
_NEAR = 7
# Titles of courtesy and ranks, with which an office may yet follow the name: الأمير فلان وزير الداخلية.
_BEFORE_OFFICE = frozenset("امير سمو صاحب دكتور سيد مهندس شيخ استاذ لواء عميد عقيد فريق مقدم رايد نقيب جنرال مشير ملا حاج سفير مستشار قاضي معالي سعاده فخامه".split())
# Titles that stand for somebody named before, which are of nothing.
_HIMSELF = frozenset({"سموه", "سموها", "جلالته", "جلالتها", "فخامته", "معاليه", "سعادته", "سماحته", "فضيلته", "دولته"})
# What follows a rank and belongs to it.
_RANKS = frozenset({"اول", "ثاني", "ركن", "الركن", "الاول", "طيار", "الطيار", "متقاعد", "المتقاعد", "بحري", "حقوقي"})
# How an office of several ends, behind which no single name stands.
_SEVERAL = ("ون", "ين", "ات", "ان", "ي", "و")
_FORMER = frozenset({"السابق", "السابقه", "الاسبق", "الاسبقه", "المخلوع", "المعزول", "الراحل", "الراحله"})


# What is done to a person, or led by one, who is named right behind: إقالة فلان، بقيادة فلان.
_OF_PERSONS = frozenset("اقاله اغتيال اعتقال مقتل اعدام تعيين وفاه رحيل استقاله محاكمه قياده رياسه زعامه اختطاف خطف توقيف سجن احتجاز استقبال لقاء مقابله ترشيح تنصيب عزل اتهام تسليم".split())


class PersonReader(UnlistedReader):
    """Reads the phrases of one text that name people."""

    def _holder(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        last = self._names.end(hit.last, hit.last - hit.first)
        if term.ambiguous or (hit.last - hit.first == 1 and hit.before.endswith("ال") and not hit.form.startswith("ال")):
            return None
        rows = tuple(t.row for t in hit.value if t.tag == "holder")
        plain = simple(hit, term)
        title = self._words[hit.first].form[len(plain.before):] in self._names.honorifics and last > hit.first + 2
        return plain._replace(last=last, tag="person", name=(hit.first + title, last), holders=rows if last == hit.last else (), rule="known_name")

    def _names_person(self, index: int) -> Phrase | None:
        """A name that no list of office-holders knows, told by its first name."""
        last = self._names.starts(index)
        if last is None and index and self._words[index - 1].stem in _OF_PERSONS and not self._words[index - 1].article:
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
        courtesy = phrase.role is None or self._words[phrase.role[0]].stem in _BEFORE_OFFICE
        if comma and not courtesy or not comma and not prince and self._met_before(phrase.first):
            return phrase
        for hit in self._hits.get(index + comma, ()):
            term = next((t for t in hit.value if t.tag == "office"), None)
            title = self._office(hit, term) if term is not None and hit.before.removesuffix("ال") == "" else None
            if title is None or title.name is not None or not (title.inner or title.country or self._definite(hit)) or (comma and self._listed_on(title.last)):
                continue
            if phrase.role is not None and self._words[phrase.role[0]].stem not in _BEFORE_OFFICE:
                continue
            return phrase._replace(
                last=title.last, country=phrase.country or title.country, sector=title.sector or phrase.sector, role=title.role, inner=(*phrase.inner, *title.inner), rule="name_office",
            )
        return phrase

    def _met_before(self, index: int) -> bool:
        """استقبل فلان وزير الدفاع: whether a verb or noun of meeting stands shortly before, so that an office behind the name is another's."""
        for word in reversed(self._words[max(0, index - _NEAR) : index]):
            if word.kind == "break" or word.raw in ".؟!":
                return False
            if word.stem in _MEETING:
                return True
        return False

    def _listed_on(self, index: int) -> bool:
        """Whether a list goes on at `index`, so that an office before it is another person's."""
        return index < len(self._words) and (self._words[index].before.startswith("و") and bool(self._hits.get(index)))

    def _office(self, hit: Hit[tuple[Term, ...]], term: Term) -> Phrase | None:
        """[office] [of the body] [nationality] [name]"""
        if term.name in _COURTESY and not hit.after:
            for follower in self._hits.get(hit.last, ()):  # سمو أمير منطقة …
                other = next((t for t in follower.value if t.tag == "office" and t.name not in _COURTESY and not t.ambiguous), None)
                whole = self._office(follower, other) if other is not None and follower.before in ("", "ال") and self._names.expected(hit.last) is None else None
                if whole is not None and whole.role is not None:
                    return whole._replace(first=hit.first, before=hit.before.removesuffix("ال"), role=(hit.first, whole.role[1]))
        index, country = self._adjectives(hit.last, term.country)
        sector = term.sector
        inner: list[Phrase] = []
        while (not hit.after or index > hit.last) and self._words[hit.last - 1].raw not in _HIMSELF:
            if country and index < len(self._words) and self._words[index].form == "في":
                where = self._owner(index, False)  # الرئيس القبرصي في عمّان: where he is; السفير الإيراني في بغداد فلان: part of his title
                if where is None or not self._name_begins(where.last):
                    break
                index = where.last
                break
            body = self._complement(index, not self._definite(hit) or hit.form.endswith(("باسم", "بلسان")), bool(country)) if not inner else self._linked(index)
            if body is None:
                break
            inner.append(body)
            index, country = self._adjectives(body.last, country or body.country)
            sector = body.sector if body.sector and (sector in ("", "GOV") or body.sector in ("COP", "SPY") and sector == "MIL") else sector
        index, country = self._adjectives(index, country)
        index = self._rank(index) if index == hit.last and sector in ("MIL", "COP") else index
        role = (hit.first, index)
        if sector in _SERVING and any(w.form in _FORMER for w in self._words[hit.last : index]):
            sector = "ELI"
        plain = simple(hit, term)._replace(last=index, country=country, sector=sector, kind="person", role=role, inner=tuple(inner))
        told = bool(inner or country) or self._definite(hit) or sector in ("MIL", "COP") or term.name in _COURTESY
        name = self._name_at(index, told and not term.ambiguous and not hit.form.endswith(_SEVERAL))
        if name is not None and country and (name[0] > index or self._met_before(hit.first)) and self._abroad(name, country):
            name = None  # المستشار الألماني الملك فلان: another one
        if name is None and index == hit.last and self._words[hit.first].raw.endswith(("اً", "ًا")):
            return None  # انتخب زعيماً: what somebody became
        if name is None and term.ambiguous:
            return None
        if name is None:
            return plain._replace(tag="office", rule="office")
        owned = self._of_a_person(name)
        if owned is not None:
            plain, name = plain._replace(inner=(*inner, owned[0]), role=(hit.first, owned[0].last)), owned[1]
        elif name[0] > index and self._words[name[0] - 1].kind == "word":
            soldier = sector in ("", "GOV") and any(h.value[0].sector == "MIL" for i in range(index, name[0]) for h in self._hits.get(i, ()) if h.value[0].tag == "office")
            plain = plain._replace(role=(hit.first, name[0]), sector="MIL" if soldier else sector)  # رئيس الأركان الفريق أول فلان
        return plain._replace(last=name[1], tag="person", name=name, holders=self._known(*name), rule="office_name")

    def _abroad(self, name: tuple[int, int], country: str) -> bool:
        """Whether a name is on the list of office-holders, and only with other states than `country`."""
        states = {t.country for hit in self._hits.get(name[0], ()) if hit.last == name[1] for t in hit.value if t.tag == "holder"}
        return bool(states) and "" not in states and country not in states

    def _rank(self, index: int) -> int:
        """Past what tells a rank in full: فريق أول ركن."""
        while index < len(self._words) and self._words[index].form in _RANKS:
            index += 1
        return index

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
        if self._words[start].before and not self._names.is_known(start):
            return None  # المستشار في الديوان، وسعود فلان: another one
        last = self._listed_name(start) or self._names.expected(start) or (self._names.likely(start) or self._names.single(start) if told else None)
        return (start, last) if last is not None and last > start else None

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
            rank = next((h for h in self._hits.get(at, ()) if h.before in ("", "ال") and _precedes_name(h.value)), None)
            if self._words[at].form in INITIALS and at + 2 < len(self._words) and self._words[at + 1].raw == ".":
                at += 2  # وزير الصحة د. فلان
            elif rank is not None and (self._definite(rank) or rank.last > at + 1 or self._words[at].form in self._names.honorifics):
                at = self._rank(rank.last)
            elif self._words[at].form in self._names.honorifics:
                at = self._rank(at + 1)
            else:
                break
        return at if at < len(self._words) and self._words[at].kind == "word" else index

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

    def _listed_name(self, index: int) -> int | None:
        """The end of the name of somebody on the list of office-holders that stands at `index`."""
        for hit in self._hits.get(index, ()):
            if hit.before == "" and any(t.tag == "holder" and not t.ambiguous for t in hit.value):
                return self._names.end(hit.last, hit.last - hit.first)
        return None

    def _linked(self, index: int) -> Phrase | None:
        """A second complement of an office, behind في, ل, ب: «عضو اللجنة في البرلمان»."""
        if index >= len(self._words):
            return None
        word = self._words[index]
        return self._owner(index, False) if word.form in LINKS or word.before in ("ل", "ب") else None

    def _complement(self, index: int, genitive: bool, told: bool) -> Phrase | None:
        """What an office is the office of: a body, state, group, or a phrase headed by مركز, لجنة …; `told` says that its state is told already."""
        owner = self._owner(index, genitive)
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
        if word.before == "ل" and word.stem in ADDRESSED:
            return None
        if word.stem not in self._grammar.body_heads and word.form not in self._grammar.body_heads:
            for hit in self._hits.get(start, ()):
                if start == index and not word.before and (hit.value[0].tag == "office" and told or hit.value[0].tag == "collective" and not genitive):
                    continue  # الرئيس الفنلندي ملك السويد، الوزيرة المتظاهرين: another one
                if hit.value[0].tag in ("collective", "office") and hit.value[0].name not in _COURTESY and hit.before.removesuffix("ال") in ("", "ب", "ل"):
                    return self._qualified(hit, hit.value[0])
            return self._anything_before_a_name(start)
        return self._unlisted_body(start)

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


def _precedes_name(terms: tuple[Term, ...]) -> bool:
    """Whether a title is a rank or one of courtesy, which stands between an office and a name."""
    return any(t.tag == "office" and (t.sector in ("MIL", "COP", "REL") or t.name in _COURTESY) for t in terms)

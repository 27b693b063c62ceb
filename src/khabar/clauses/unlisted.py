"""Bodies and groups that no list knows, told by their first noun: كتيبة التوحيد، المؤسسة الوطنية للنفط، صحيفة «…»."""

from khabar.clauses.body_heads import (
    BEFORE_FOREIGN,
    BETWEEN_PLACE,
    BRANDS,
    FIELDS,
    FOR_NEWS,
    FOR_NEWS_TOO,
    FOR_WHAT,
    GROUPS,
    HEADS_OF_NAMES,
    NAMED_BY_ADJECTIVE,
    NO_BODIES,
    NO_NAMES,
    NOW,
    OFFICES_OF,
    OUTLETS,
    OUTSIDE,
    ROYAL,
    SECTORS,
)
from khabar.clauses.body_phrases import BodyReader
from khabar.clauses.phrase import Phrase, simple

# What stands for a body by itself with ال: اتهمت نقابة الأطباء الوزارة.
_ALONE = frozenset({"وزاره", "حكومه", "رياسه", "سلطات", "اداره", "شركه", "بلديه"})
_MOST = 6
_FOREIGN = 4


class UnlistedReader(BodyReader):
    """Reads bodies that no list knows."""

    def _unlisted_body(self, start: int) -> Phrase:
        """مركز الدراسات …: a body that no list knows, as far as its definite words run."""
        index, country = start + 1, ""
        while index < len(self._words):
            word = self._words[index]
            nisba = self._nisba(index)
            region = self._region(index)
            if nisba is not None:
                country = country or nisba.value[0].country
                index = nisba.last
            elif region is not None:
                country, index = country or region.country, region.last
                break
            elif word.kind == "word" and word.before == "ل" and index > start + 1 and self._words[start].article and self._is_for(index):
                index += 1  # رئيس اللجنة المحلية للانتخابات البلدية
            elif word.kind == "word" and word.form not in OUTSIDE and (word.article or index == start + 1 and not self._words[start].article) and (not word.before or self._second(index)) and not self._names.may_end_office(index):
                if self._names.is_stop(index) and not (index == start + 1 and self._act(index)):
                    break
                index += 1
            else:
                break
        place = self._owner(index, False)
        side = ""
        if place is not None and not country:
            index, country = place.last, place.country
            side = place.sector if place.tag == "group" else ""  # المكتب السياسي لحركة …
        sector = side or SECTORS.get(self._words[start].stem, "").replace("CVL", "")  # a مؤسسة may be the state's
        return Phrase(start, index, self._words[start].before, "unlisted", "organization", country, sector, None, None, "", (), False, (), "body_head")

    def _in_marks(self, index: int) -> Phrase | None:
        """صحيفة «…»، حركة "…": a body whose name stands in quotation marks."""
        word = self._words[index]
        kind = HEADS_OF_NAMES.get(word.stem)
        if kind is None or word.after or index + 3 >= len(self._words):
            return None
        mark = index + 1 + (self._words[index + 1].stem in FOR_NEWS_TOO)  # وكالة أنباء «…»
        if self._words[mark].raw not in "«\"“":
            return None
        for last in range(mark + 2, min(mark + 8, len(self._words))):
            if self._words[last].raw in "»\"”":
                end, country = self._adjectives(last + 1, "")
                end += end < len(self._words) and self._words[end].form in BRANDS  # تنظيم "داعش" الإرهابي
                tag, actor, sector = kind
                listed = next((h for h in self._hits.get(mark + 1, ()) if h.last == last and h.value[0].tag in ("group", "body", "outlet")), None)
                if listed is not None:
                    return simple(listed, listed.value[0])._replace(first=index, last=end, before=word.before)
                return Phrase(index, end, word.before, tag, actor, country, sector, (mark + 1, last), None, "", (), False, (), "name_in_marks")
        return None

    def _kind_and_name(self, index: int) -> Phrase | None:
        """حزب جبهة التحرير، موقع تويتر: a listed body with what it is before it."""
        word = self._words[index]
        if word.stem not in HEADS_OF_NAMES or word.article or word.after:
            return None
        for hit in self._hits.get(index + 1, ()):
            term = next((t for t in hit.value if t.tag in ("group", "body", "outlet")), None)
            if term is not None and hit.before == "" and (not term.ambiguous or term.tag == HEADS_OF_NAMES[word.stem][0]):
                named = self._body(hit, term)
                return named._replace(first=index, before=word.before)
        return None

    def _unlisted(self, index: int) -> Phrase | None:
        """كتيبة التوحيد، لجنة التحقيق الوطنية، المؤسسة الوطنية للنفط: a body that no list knows, told by its first noun."""
        word = self._words[index]
        stem = word.stem
        group = HEADS_OF_NAMES.get(stem) if stem in GROUPS or stem in OUTLETS and self._definite_at(index + 1) else None
        if (group is None and stem not in SECTORS and stem not in BEFORE_FOREIGN) or word.after or index + 1 >= len(self._words):
            return None
        following = self._words[index + 1].stem
        if stem == "وكاله" and following in FOR_NEWS_TOO:
            group = HEADS_OF_NAMES[stem]
        if (stem, following) in NO_BODIES or following not in OFFICES_OF.get(stem, {following}):
            return None
        tag, kind, sector = group or ("unlisted", "organization", SECTORS.get(stem, ""))
        last, country = self._of_place(index) or (index + 1, "")
        if last == index + 1 and (not word.article or stem in NAMED_BY_ADJECTIVE) and (word.article or following not in NO_NAMES):
            start = index + 1 + (stem in GROUPS and self._construct(index + 1) or (stem, following) == ("وكاله", "انباء"))
            last, country = self._name_of_body(start, word.article) if group is not None or stem in SECTORS else (start, "")
            last = last if last > start else index + 1
        if last == index + 1 and stem in BEFORE_FOREIGN and not word.article:
            tag, kind, sector = HEADS_OF_NAMES[stem]
            start = index + 1 + (following == "انباء")
            last, country = self._foreign(start)
            last = last if last > start else index + 1
        if last == index + 1:
            return None
        return Phrase(index, last, word.before, tag, kind, country, sector, None, None, "", (), False, (), "head_noun")

    def _of_place(self, index: int) -> tuple[int, str] | None:
        """مجلس محافظة الأنبار، مديرية أمن مدينة إسطنبول: past the place that a body is of, with its state."""
        if self._words[index].article:
            return None
        place = index + 1 + (self._words[index + 1].form in BETWEEN_PLACE)
        owner = self._region(place) or (self._owner(place, True) if place > index + 1 else None)
        return (owner.last, owner.country) if owner is not None and owner.tag in ("place", "state", "capital") else None

    def _foreign(self, index: int) -> tuple[int, str]:
        """وكالة دوجان التركية للأنباء: past the rare words at `index` that are the name of an outlet or company, with the state an adjective tells."""
        start = index
        while index < len(self._words) and index < start + _FOREIGN and self._names.is_rare(index) and not self._hits.get(index):
            index += 1
        if index == start:
            return start, ""
        last, country = self._adjectives(index, "")
        return last + (last < len(self._words) and self._words[last].form in FOR_NEWS), country

    def _definite_at(self, index: int) -> bool:
        return index < len(self._words) and self._words[index].article and not self._words[index].before

    def _construct(self, index: int) -> bool:
        """كتيبة أنصار الوادي، كتائب شهداء الساحل: whether a noun without ال stands between the first noun and its definite genitive."""
        if index + 1 >= len(self._words):
            return False
        word, following = self._words[index], self._words[index + 1]
        return word.kind == "word" and not word.article and not word.before and not word.after and not self._names.is_stop(index) and following.article and not following.before

    def _another(self, index: int) -> bool:
        """حزب المعارضة | الحكومة: whether an office or institution begins at `index`, which describes nothing before it."""
        word = self._words[index]
        return word.article and (word.stem in _ALONE and not word.before.removesuffix("ال") or self._office_begins(index))

    def _office_begins(self, index: int) -> bool:
        return any(hit.value[0].tag in ("institution", "office") and hit.before == "ال" for hit in self._hits.get(index, ()))

    def _name_of_body(self, index: int, definite: bool) -> tuple[int, str]:
        """Past the definite words at `index` that name a body whose first noun stands before, with the country they tell; adjectives alone where the noun is definite."""
        start, country = index, ""
        while index < len(self._words) and index < start + _MOST:
            word = self._words[index]
            nisba = self._nisba(index)
            if nisba is not None and (nisba.before == "ال" or not definite):
                index, country, definite = nisba.last, country or nisba.value[0].country, True
                if nisba.before != "ال":
                    break
                continue
            of_what = index > start and word.before == "ل" and definite and self._is_for(index)
            field = index > start and self._second(index)
            if word.kind != "word" or word.after or (self._names.is_stop(index) and not of_what and not field and not (index == start and not definite and self._act(index))) or index in self._busy or (index > start and self._another(index)):
                break
            adjective = word.article and not word.before and word.form not in OUTSIDE and (not definite or word.form.endswith(("ي", "يه")))
            behind = index > start and definite and self._words[index - 1].before == "ل" and word.article and not word.before
            if not (adjective or of_what or field or behind):
                break
            index += 1
            definite = definite or of_what
        if index > start and self._words[index - 1].stem in ROYAL:
            index = self._names.expected(index) or self._names.single(index) or index  # جامعة الملك سعود
            if index < len(self._words) and self._words[index].before == "ل" and self._is_for(index):
                index = self._name_of_body(index + 1, True)[0]  # مركز الملك فلان للإغاثة والأعمال الإنسانية
        return index, country

    def _act(self, index: int) -> bool:
        """لجنة التحقيق، هيئة التفاوض: a noun of act that tells what a body is of."""
        return self._words[index].article and not self._words[index].before and not self._names.is_verb(index)

    def _second(self, index: int) -> bool:
        """التصدير والاستيراد، الثقافة والفنون: a second thing that a body is of, which is no person and no other body."""
        word = self._words[index]
        adjectives = word.form.endswith("يه") and self._words[index - 1].article and self._words[index - 1].form.endswith("يه")  # الإستراتيجية والدبلوماسية
        if adjectives and not any(t.tag == "institution" for h in self._hits.get(index, ()) for t in h.value):
            return word.before == "و" and word.article
        return word.before == "و" and word.article and (word.form[1:] in FIELDS or word.form.endswith("ه") and word.raw.endswith("ة") and not self._hits.get(index))

    def _is_for(self, index: int) -> bool:
        """للنفط، لمكافحة الفساد: whether a noun behind ل tells what a body is for, and not what it does now or whose it is."""
        stem = self._words[index].stem
        return stem in FOR_WHAT or not self._hits.get(index) and stem not in NOW and not self._names.is_verb(index)

"""Bodies and groups that no list knows, told by their first noun: كتيبة التوحيد، المؤسسة الوطنية للنفط، صحيفة «…»."""

from khabar.clauses.body_phrases import BodyReader
from khabar.clauses.phrase import Phrase, simple

# Nouns before a name in quotation marks: the tag, the kind of actor and the sector that they tell.
HEADS_OF_NAMES = {
    **dict.fromkeys(("صحيفه", "وكاله", "قناه", "موقع", "مجله", "اذاعه", "شبكه", "جريده", "يوميه"), ("outlet", "organization", "JRN")),
    **dict.fromkeys(("حركه", "جماعه", "تنظيم", "جبهه", "كتيبه", "لواء", "كتائب", "سرايا", "ميليشيا", "مليشيا", "قوات", "فصيل"), ("group", "group", "REB")),
    **dict.fromkeys(("حزب", "تيار", "ائتلاف", "تحالف", "كتله"), ("group", "organization", "PTY")),
    **dict.fromkeys(("منظمه", "جمعيه", "مركز", "معهد", "مؤسسه", "اتحاد", "هيئه", "لجنه", "مكتب", "شركه"), ("unlisted", "organization", "")),
}
# First nouns of a name without quotation marks, beside the groups above: the sector that they tell.
_SECTORS = {
    **dict.fromkeys(("جامعه", "كليه", "معهد", "مركز", "اكاديميه", "مدرسه"), "EDU"),
    **dict.fromkeys(("مستشفي", "عياده"), "MED"),
    **dict.fromkeys(("شركه", "بنك", "مصرف"), "BUS"),
    "نقابه": "LAB", "محكمه": "JUD",
    **dict.fromkeys(("لجنه", "هييه", "هياه", "مجلس", "مديريه", "مفوضيه", "وكاله", "ديوان", "مصلحه"), "GOV"),
    **dict.fromkeys(("منظمه", "جمعيه", "موسسه", "رابطه", "شبكه", "مرصد", "منتدي", "اتحاد"), "CVL"),
}
_GROUPS = frozenset({"حزب", "كتيبه", "كتايب", "لواء", "سرايا", "ميليشيا", "مليشيا", "فصيل"})
# Nouns that name a body with ال on them and an adjective behind: الجمعية التونسية.
_NAMED_BY_ADJECTIVE = frozenset({"لجنه", "هييه", "هياه", "مجلس", "مديريه", "مفوضيه", "وكاله", "ديوان", "منظمه", "جمعيه", "رابطه", "مرصد", "نقابه", "جامعه", "كليه", "معهد", "مركز", "مستشفي"})
_OUTLETS = frozenset({"صحيفه", "قناه", "اذاعه", "جريده", "مجله"})
_ROYAL = frozenset({"ملك", "امير", "امام", "سلطان", "شيخ", "شهيد"})
# What follows the same nouns where they name no body: حركة المرور، تنظيم القطاع، جبهة القتال.
_NO_NAMES = frozenset(
    "مرور ملاحه طيران سير تجاره نقل بيع سفر رحلات مسافرين قطارات سفن اموال اسعار سوق بضايع صادرات وارادت شراء تداول سكان قتال مقاومه عمل قطاع مهنه دوره مسابقه اسره نسل وقت "
    "انتخابات موتمر معرض حفل زياره لقاء اجتماع احتجاج تاريخ بحر مدينه بلاد دوله عالم تغيير تحرر تحرير تصحيح مطالب شعب ارهاب".split()
)
_MOST = 6


class UnlistedReader(BodyReader):
    """Reads bodies that no list knows."""

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

    def _in_marks(self, index: int) -> Phrase | None:
        """صحيفة «…»، حركة "…": a body whose name stands in quotation marks."""
        word = self._words[index]
        kind = HEADS_OF_NAMES.get(word.stem)
        if kind is None or word.after or index + 2 >= len(self._words) or self._words[index + 1].raw not in "«\"“":
            return None
        for last in range(index + 3, min(index + 9, len(self._words))):
            if self._words[last].raw in "»\"”":
                end, country = self._adjectives(last + 1, "")
                tag, actor, sector = kind
                listed = next((h for h in self._hits.get(index + 2, ()) if h.last == last and h.value[0].tag in ("group", "body", "outlet")), None)
                if listed is not None:
                    return simple(listed, listed.value[0])._replace(first=index, last=end, before=word.before)
                return Phrase(index, end, word.before, tag, actor, country, sector, (index + 2, last), None, "", (), False, (), "name_in_marks")
        return None

    def _unlisted(self, index: int) -> Phrase | None:
        """كتيبة التوحيد، لجنة التحقيق الوطنية، المؤسسة الوطنية للنفط: a body that no list knows, told by its first noun."""
        word = self._words[index]
        group, stem = HEADS_OF_NAMES.get(word.stem) if word.stem in _GROUPS else None, word.stem
        if stem in _OUTLETS and self._definite_at(index + 1):
            group = HEADS_OF_NAMES[stem]
        if (group is None and stem not in _SECTORS) or word.after or index + 1 >= len(self._words):
            return None
        if word.article and stem not in _NAMED_BY_ADJECTIVE:
            return None
        start = index + 1 + (stem in _GROUPS and self._construct(index + 1))
        last, country = self._name_of_body(start, word.article)
        last = last if last > start else index + 1
        following = self._words[index + 1]
        if last == index + 1 or (following.stem in _NO_NAMES and not word.article):
            return None
        tag, kind, sector = group if group is not None else ("unlisted", "organization", _SECTORS[stem])
        return Phrase(index, last, word.before, tag, kind, country, sector, None, None, "", (), False, (), "head_noun")

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
        return self._words[index].article and any(hit.value[0].tag in ("institution", "office") and hit.before == "ال" for hit in self._hits.get(index, ()))

    def _name_of_body(self, index: int, definite: bool) -> tuple[int, str]:
        """Past the definite words at `index` that name a body whose first noun stands before, with the country they tell; adjectives alone where the noun is definite."""
        start, country = index, ""
        while index < len(self._words) and index < start + _MOST:
            word = self._words[index]
            nisba = self._nisba(index)
            if nisba is not None and (nisba.before == "ال" or not definite):
                return nisba.last, nisba.value[0].country
            of_what = index > start and word.before == "ل" and definite and not self._hits.get(index)
            if word.kind != "word" or word.after or (self._names.is_stop(index) and not of_what) or index in self._busy or (index > start and self._another(index)):
                break
            adjective = word.article and not word.before and (not definite or word.form.endswith(("ي", "يه")))
            if not (adjective or of_what or (index > start and definite and self._words[index - 1].before == "ل" and word.article)):
                break
            index += 1
            definite = definite or of_what
        if index > start and self._words[index - 1].stem in _ROYAL:
            index = self._names.expected(index) or self._names.single(index) or index  # جامعة الملك سعود
        return index, country


"""The state that an article is about, and who is of it though nobody says so."""

from collections import Counter
from collections.abc import Sequence

from khabar.actors.part import Part
from khabar.clauses.homes import NO_STATES
from khabar.clauses.office_names import DIRECTIONS
from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

# Crowds that are of no one state.
_ANYBODY = frozenset({"دول", "دوله", "حكومات", "اطراف", "قوي", "حلفاء", "بلدان", "شعوب", "غرب", "زعماء"})
# Guests and strangers, told by their noun or by an adjective: they are of another state than where it happens.
_STRANGERS = frozenset({"سايح", "سايحا", "سايحين", "سايحون", "سياح", "سياحا", "اجنبي", "اجنبيا", "اجانب", "اجنبيه", "مهاجر", "مهاجرا", "مهاجرين", "مهاجرون", "غازيه", "غزاه"})
# Attackers of whom nobody tells where they are from.
_ATTACKERS = frozenset({"انتحاري", "انتحاريان", "انتحاريون", "انتحاريين", "مهاجم", "مهاجمون", "مهاجمين", "مجهول", "مجهولون", "مجهولين", "متطرفين", "متطرفون", "ارهابيون", "ارهابيين"})
# How often the state an article is about must be named, in what share of all, or how much more often than the next.
_LEAST_TOLD, _LEAST_SHARE, _FAR_AHEAD = 3, 0.45, 2
# What opens where something happened.
_THERE = DIRECTIONS | {"في", "قرب", "داخل"}
# How many words further on whoever somebody faces may stand.
_NEAR = 14


def setting_of(phrases: Sequence[Phrase], home: str) -> str:
    """The state that most of the article is about; where none is, the state of the outlet if it is named."""
    told = Counter(p.country for p in phrases if p.tag != "outlet" and len(p.country) == 3 and p.country not in NO_STATES)
    if not told:
        return home
    (country, most), total = told.most_common(1)[0], sum(told.values())
    if home and told[home] >= 2 and 3 * told[home] >= most:
        return home
    if len(told) == 1 or (most >= _LEAST_TOLD and (most >= _LEAST_SHARE * total or most >= _FAR_AHEAD * told.most_common(2)[1][1])):
        return country
    return home if told[home] else ""


def before_its_state(part: Part, country: str, phrases: Sequence[Phrase]) -> bool:
    """هدد الرئيس فلان روسيا: somebody with a name who stands before the only mention of a state is not of that state."""
    told = [p.first for p in phrases if p.country == country and p.tag != "outlet"]
    return bool(part.tokens) and len(told) == 1 and part.phrases[0].first < told[0]


def faces(words: Sequence[Word], part: Part, country: str, phrases: Sequence[Phrase]) -> bool:
    """دعا الرئيس نظيره الإيطالي: nobody is of the state of his counterpart."""
    there = [p.first for p in phrases if p.country == country and words[p.first].stem == "نظير"]
    return any(0 < at - own.first <= _NEAR for own in part.phrases for at in there)


def anybody(words: Sequence[Word], part: Part) -> bool:
    """دول، أطراف: states or sides of any state; مسلحون: attackers of whom nobody tells where they are from; سياح، القوات الغازية: strangers."""
    first = part.phrases[0]
    stem = words[first.first].stem
    if part.kind == "group" and any(words[i].stem in _STRANGERS for i in range(first.first, first.last)):
        return True
    return part.sector == "UAF" or part.rule == "collective" and (stem in _ATTACKERS or stem in _ANYBODY or part.phrases[0].canonical == "المجتمع الدولي")


def in_place(words: Sequence[Word], index: int, place: Phrase) -> bool:
    """Whether the phrase `place` tells where: behind في or ب, in the sentence of the word `index`."""
    between = words[index : place.first]
    here = place.before.endswith("ب") or any(w.form in _THERE or w.before.endswith("ب") for w in between[-4:])
    return here and not any(w.raw in (".", "؟", "!") or w.kind == "break" for w in between)

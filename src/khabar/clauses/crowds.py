"""People whom no list names: «إسلاميون أصوليون», «المتشددون», «عاملون في الإغاثة», known by the shape of their plural."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.clauses.arguments import Argument

_ENDINGS = ("ون", "ين")
# Nouns with the same endings that are no people.
_THINGS = frozenset(
    "مليون ملايين ميادين مضامين مخزون مضمون موازين مسلسلين معادين تلفزيون ثلاثين خامسين مامون محرومين مثلين مابين ماكرون باريون باليون كانون عاوين ميزين "
    "مرتين ماضيين مقبلين متتاليين اسبوعين يومين شهرين عامين سنتين موقعين مركزين مدينتين مرحلتين مليارين طرفين جانبين ياسمين صالون بالون موكدين مشيرين مضيفين قايلين معتبرين موضحين لافتين محذرين مبينين مشددين منددين معربين معلنين مقرين منطقتين مجالين "
    "محورين معسكرين مبنيين محافظتين مسجدين مشروعين ملفين موعدين موقفين مسارين متواليين متتالين اساسيين رئيسيين رييسيين اخيرين اثنين".split()
)


def crowd_at(words: Sequence[Word], index: int, last: int, inside: Sequence[Phrase]) -> Phrase | None:
    """The people whom the word at `index` means, with the words up to `last` that describe them; None for anything else.

    `inside` are the states and bodies named among those words.
    """
    word = words[index]
    if word.kind != "word" or word.after or not (_plural_of_people(word.stem) or word.stem in _BODIES):
        return None
    state = next((p.country for p in inside if p.country), "")
    return Phrase(
        index, max(last, index + 1), word.before.removesuffix("ال"), "collective", "group", state, "", None, None, "", (), True, tuple(inside), "crowd",
    )


_FREE = frozenset({"اخرون", "اخرين", "كثيرون", "كثيرين", "عديدون"})
# Bodies of people in the plural: «جماعات معارضة», «أحزاب يسارية».
_BODIES = frozenset("جماعات احزاب فصايل منظمات حركات نقابات مجموعات ميليشيات مليشيات عصابات كتل جمعيات هييات تنظيمات قبايل عشاير اقليات".split())
# How the nouns of those begin or end who are arrested, killed or freed: a participle, a relation.
_PERSONS = ("ي", "يه")


def somebody(words: Sequence[Word], argument: "Argument") -> tuple[Phrase, ...]:
    """The unnamed person of whom a passive verb tells: «أوقف مبشر مسيحي»; nobody where the noun may be a thing."""
    word = words[argument.first]
    person = word.kind == "word" and not word.article and not word.after and len(word.stem) > 3 and (word.stem.startswith("م") or word.stem.endswith(_PERSONS) or word.stem[1] == "ا")
    if not person or argument.preposition or word.stem in _THINGS or word.raw.endswith(("ة", "ات")):
        return ()
    country = next((p.country for p in argument.owners if p.country), "")
    return (Phrase(argument.first, max(argument.last, argument.first + 1), "", "collective", "person", country, "CVL", None, None, "", (), False, (), "crowd"),)


def stands_free(word: Word) -> bool:
    """Whether a noun keeps the ن of its plural, so that no genitive follows it: آخرون دولاً, not مسؤولو الدولة."""
    return word.stem in _FREE or _plural_of_people(word.stem)


def _plural_of_people(stem: str) -> bool:
    """Whether a folded noun is the sound plural of a participle or a relation: مقاتلون، أصوليين، عاملون."""
    if len(stem) < 6 or not stem.endswith(_ENDINGS) or stem in _THINGS:
        return False
    return stem.startswith("م") and stem[1] != "ل" or stem.endswith(("يون", "يين")) or stem[1] == "ا"

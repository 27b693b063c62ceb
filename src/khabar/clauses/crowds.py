"""People whom no list names: «إسلاميون أصوليون», «المتشددون», «عاملون في الإغاثة», known by the shape of their plural."""

from collections.abc import Sequence

from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

_ENDINGS = ("ون", "ين")
# Nouns with the same endings that are no people.
_THINGS = frozenset(
    "مليون ملايين ميادين مضامين مخزون مضمون موازين مسلسلين معادين تلفزيون ثلاثين خامسين مامون محرومين مثلين مابين ماكرون باريون باليون كانون عاوين ميزين "
    "مرتين ماضيين مقبلين متتاليين اسبوعين يومين شهرين عامين سنتين موقعين مركزين مدينتين مرحلتين مليارين طرفين جانبين ياسمين صالون بالون مقرين منطقتين مجالين "
    "محورين معسكرين مبنيين محافظتين مسجدين مشروعين ملفين موعدين موقفين مسارين متواليين متتالين اساسيين رئيسيين رييسيين اخيرين اثنين".split()
)


def crowd_at(words: Sequence[Word], index: int, last: int, inside: Sequence[Phrase]) -> Phrase | None:
    """The people whom the word at `index` means, with the words up to `last` that describe them; None for anything else.

    `inside` are the states and bodies named among those words.
    """
    word = words[index]
    if word.kind != "word" or word.after or not _plural_of_people(word.stem):
        return None
    state = next((p.country for p in inside if p.country), "")
    return Phrase(
        index, max(last, index + 1), word.before.removesuffix("ال"), "collective", "group", state, "", None, None, "", (), True, tuple(inside), "crowd",
    )


def _plural_of_people(stem: str) -> bool:
    """Whether a folded noun is the sound plural of a participle or a relation: مقاتلون، أصوليين، عاملون."""
    if len(stem) < 6 or not stem.endswith(_ENDINGS) or stem in _THINGS:
        return False
    return stem.startswith("م") and stem[1] != "ل" or stem.endswith(("يون", "يين")) or stem[1] == "ا"

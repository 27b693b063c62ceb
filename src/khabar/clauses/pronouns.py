"""Whom the pronoun on a noun of act means: عملياتهم, زيارتها, لقائه."""

from collections.abc import Sequence

from khabar.clauses.clauses import Clause
from khabar.clauses.phrase import Phrase
from khabar.text.words import Word

# How many words before a noun its owner may stand.
_BACK = 20
_FAR = 40
# How many words may stand between the owner of one noun and a second noun that is his as well.
_NEXT = 3
_QUOTED = frozenset("«»\"“”")
_NOBODY = frozenset({"place", "outlet", "pair"})
_MASCULINE_STATES = frozenset({"عراق", "لبنان", "اردن", "سودان", "مغرب", "يمن", "كونغو", "فاتيكان"})

_MASCULINE_BODIES = frozenset({"برلمان", "جيش", "مجلس", "حزب", "تحالف", "اتحاد", "نظام", "حرس", "وفد", "تنظيم", "ائتلاف", "ايتلاف", "بنك"})


def meant(words: Sequence[Word], named: Sequence[Phrase], index: int, about: tuple[Phrase, ...], clause: Clause | None) -> tuple[Phrase, ...]:
    """The parties whom the pronoun of the word `index` means: those whom the text is `about`, else, where they cannot be meant, the one who can and was named last.

    `clause` is the one around the word.
    """
    pronoun = words[index].after
    joined = [p for p in named if index - _NEXT <= p.last <= index and p.tag not in _NOBODY] if words[index].before.startswith("و") else []
    if joined and not any(w.raw in _QUOTED for w in words[joined[-1].first : index]) and _could_be(words, pronoun, joined[-1]):
        return (joined[-1],)  # غارات التحالف وضرباته: whose the noun before is
    if not about or _fits(words, pronoun, about[0], clause):
        return about
    before = [p for p in reversed(named) if index - _BACK < p.first < index and p.tag not in _NOBODY]
    return next(((p,) for p in before if _could_be(words, pronoun, p)), about)


def apart(words: Sequence[Word], named: Sequence[Phrase], index: int) -> tuple[Phrase, ...]:
    """Whom the pronoun of «بينها» at the word `index` means (بينها وبين الدول الكبرى): who can and was named last."""
    if index + 1 >= len(words) or words[index + 1].form != "وبين":
        return ()
    before = [p for p in reversed(named) if index - _FAR < p.first < index and p.tag not in _NOBODY]
    return next(((p,) for p in before if _could_be(words, words[index].after, p)), ())


def _fits(words: Sequence[Word], pronoun: str, phrase: Phrase, clause: Clause | None) -> bool:
    """Whether whoever the text is about may be meant: not several by ه, not one by هم, no man by ها."""
    if pronoun == "هم":
        return phrase.kind == "group" or _several(words, phrase)
    if pronoun == "ها" and phrase.kind == "person":
        told = clause is not None and clause.verb.person == "3fs" and clause.subject is not None and phrase in clause.subject.phrases
        return told or phrase.plural or words[phrase.first].raw.endswith("ة")
    if pronoun == "ها" and phrase.tag in ("institution", "body") and words[phrase.first].stem in _MASCULINE_BODIES:
        return False
    return pronoun != "ه" or not phrase.plural


def _could_be(words: Sequence[Word], pronoun: str, phrase: Phrase) -> bool:
    """Whether somebody named shortly before is of the number and gender of the pronoun."""
    head = words[phrase.first]
    if pronoun == "هم":
        return phrase.kind != "country" and _several(words, phrase)
    if pronoun == "ه":
        return phrase.kind == "person" and not phrase.plural or phrase.tag == "body" and not head.raw.endswith("ة")
    if phrase.tag == "state":
        return head.stem not in _MASCULINE_STATES
    return phrase.kind in ("organization", "group") and (head.raw.endswith(("ة", "ات")) or phrase.plural)


def _several(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a party is told in the plural of people."""
    return phrase.plural or phrase.tag in ("collective", "people") or phrase.tag == "institution" and words[phrase.first].form.endswith(("ون", "ين"))

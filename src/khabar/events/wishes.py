"""What is wanted, possible or talked about, and so not done."""

from collections.abc import Sequence

from khabar.clauses.clauses import Clause
from khabar.lexicon.frames import Frames
from khabar.text.words import Word

# After these a noun names what is wanted, feared or talked about, not what was done.
_WANTED = frozenset({"ضروره", "اهميه", "سبل", "امكانيه", "بهدف", "اجل", "حول", "بشان", "هدفها", "هدفه", "احتمال", "محاوله", "فرص", "كيفيه", "دون", "ضمان", "بغيه", "مسوده", "مشروع", "طلب", "مقابل", "شرط", "حق", "خطر", "وقف", "مكافحه", "مقاومه", "انهاء", "تفادي", "تجنب", "منع", "مراكز", "معسكرات", "صد", "احباط", "افشال"})
# Nouns and participles of wishing: السماح بـ، المطالبة بـ، الراغبين في.
_PURPOSES = frozenset({"سماح", "مطالبه", "راغب", "راغبين", "راغبون", "رغبه", "محاوله", "سعي", "امل", "مطالب", "مطالبين", "دعوه", "تهديد", "تلويح", "وعد", "تعهد", "حق", "كفيل", "كفيله", "رامي", "راميه", "هادف", "هادفه"})
# Verbs of what is possible, wanted or tried.
_WISHES = frozenset({"استطاع", "اراد", "سعي", "رغب", "امل", "تمني", "هدف", "رمي", "توخي", "حبذ", "فضل", "خشي", "تخوف", "امكن", "جاز", "توقع", "ترقب"})
# Verbs of being able, which in the perfect tell what was done.
_ABLE = frozenset({"استطاع", "امكن"})


def only_wanted(words: Sequence[Word], index: int, first: int, frames: Frames) -> bool:
    """لمساعدة الدول، ضرورة دعم، دعا إلى وقف: a purpose or a wish, not an act."""
    word = words[index]
    if word.before.endswith("ل"):
        return True
    previous = words[index - 1] if index > first else None
    if previous is None:
        return False
    purpose = previous.before.endswith("ل") and not previous.article or previous.stem in _PURPOSES
    if previous.form in ("حول", "وحول", "بشان") and word.stem == "زياره":
        return False  # وحول زيارة الوفد: asked about, for it was made
    return previous.stem in _WANTED or previous.form in _WANTED or purpose and word.before[-1:] in ("ب", "ل") or word.before == "" and previous.form in ("في", "الي") and index > first + 1 and words[index - 2].stem in _PURPOSES


def only_wished(clause: Clause, index: int) -> bool:
    """يستطيع مساعدة، يريد التفاوض، يسعى إلى وقف: what the verb can, wants or tries is not done."""
    if clause.verb.lemma not in _WISHES or clause.verb.at > index or clause.verb.lemma in _ABLE and clause.verb.tense == "perfect":
        return False  # استطاعت القوات كسر الحصار: she did
    return any(a.first <= index < max(a.last, a.first + 1) and a.preposition in ("", "الي", "ل", "في", "علي") for a in (*clause.bare, *clause.prepositional, *([clause.subject] if clause.subject is not None else [])))

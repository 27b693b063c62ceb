"""What is wanted, possible or talked about, and so not done."""

from collections.abc import Sequence

from khabar.clauses.clauses import Clause
from khabar.lexicon.frames import Frames, LightVerb
from khabar.text.words import Word

# After these a noun names what is wanted, feared or talked about, not what was done.
_WANTED = frozenset({"ضروره", "اهميه", "سبل", "امكانيه", "بهدف", "اجل", "حول", "بشان", "هدفها", "هدفه", "احتمال", "محاوله", "فرص", "كيفيه", "دون", "ضمان", "بغيه", "مسوده", "مشروع", "طلب", "مقابل", "شرط", "حق", "خطر", "وقف", "مكافحه", "مقاومه", "انهاء", "تفادي", "تجنب", "منع", "مراكز", "معسكرات", "صد", "احباط", "افشال", "تاجيل", "ارجاء", "الغاء", "عرقله", "محاولات", "بغي", "سرعه", "صياغه", "تطبيق", "خرق", "انتهاك", "اتفاقيه", "اتفاقيات", "معاهده", "بروتوكول"})
_COURSES = frozenset({"ورش", "ورشه", "دوره", "دورات", "برامج", "برنامج", "حقايب"})
_NOTES = frozenset({"مذكره", "مذكرات", "مذكرتا", "مذكرتي", "مذكرتين"})
_SHOWN = frozenset({"عن", "حول", "مفصلا", "مفصل", "مرييا", "مريي", "توضيحيا", "موجزا"})
# A means of pressure is not pressure.
_TOOLS = frozenset({"ورقه", "اوراق", "وسيله", "وسايل", "اداه", "ادوات", "اشكال", "شكل", "جماعه", "جماعات", "مجموعه"})
# Before a noun these mean none in particular: أي اتفاق.
_ANY = frozenset({"اي", "ايه", "باي", "بايه", "لاي", "لايه"})
# Nouns and participles of wishing: السماح بـ، المطالبة بـ، الراغبين في.
_PURPOSES = frozenset({"سماح", "مطالبه", "راغب", "راغبين", "راغبون", "رغبه", "محاوله", "سعي", "امل", "مطالب", "مطالبين", "دعوه", "تهديد", "تلويح", "وعد", "تعهد", "حق", "كفيل", "كفيله", "رامي", "راميه", "هادف", "هادفه"})
# Verbs of what is possible, wanted or tried.
_WISHES = frozenset({"اقتضي", "تطلب", "استوجب", "استطاع", "اراد", "سعي", "رغب", "امل", "تمني", "هدف", "رمي", "توخي", "حبذ", "فضل", "خشي", "تخوف", "امكن", "جاز", "توقع", "ترقب"})
# How many words behind such a verb أن and the verb of what is wished may stand.
_CLOSE = 8
# Verbs of having to.
_DUTIES = frozenset({"وجب", "انبغي", "تعين", "توجب", "لزم"})
# Verbs of being able, which in the perfect tell what was done.
_ABLE = frozenset({"استطاع", "امكن"})
# Verbs that tell of an act (أعلن عن), what is told as a loss, and the sectors of those who use force.
_TELLING = frozenset({"اعرب", "عبر", "اعلن", "كشف", "افصح"})
_LOSSES = frozenset({"مقتل", "مصرع", "سقوط", "اصابه", "اختطاف", "خطف", "استشهاد"})
_FORCES = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "REB", "PRM", "UAF", "CRM"})


def only_wanted(words: Sequence[Word], index: int, first: int, frames: Frames) -> bool:
    """لمساعدة الدول، ضرورة دعم، دعا إلى وقف: a purpose or a wish, not an act."""
    word = words[index]
    if word.before.endswith("ل") or word.before.endswith("ب") and word.stem == "دعوي":
        return True  # بدعوى: under the pretext
    if word.stem == "جوله" and index + 1 < len(words) and words[index + 1].stem == "تفقديه":
        return True  # an official's round of his own offices
    if word.stem in ("عرض", "عرضا") and any(w.form in _SHOWN for w in words[index + 1 : index + 4]):
        return True  # عرضا مفصلا عن: a talk, no offer
    if word.stem in ("تهديد", "تهديدات") and index + 1 < len(words) and words[index + 1].stem in ("امن", "استقرار", "وحده", "سلامه"):
        return True  # تهديدات الأمن: to security, not by it
    previous = words[index - 1] if index > first else None
    if previous is None or word.stem in ("موقعه", "مبرمه"):
        return False
    if word.stem == "تدريب" and previous.stem in _COURSES or word.stem == "تعاون" and word.article and previous.stem == "خارجيه":
        return True  # ورش تدريب; وزارة الخارجية والتعاون
    if word.stem in ("ضغط", "ضغوط") and previous.stem in _TOOLS or word.stem == "مساعدات" and previous.stem in ("ايصال", "ادخال"):
        return True  # ورقة ضغط
    if word.stem == "تفاهم" and previous.stem in _NOTES or word.stem == "محاصره" and not word.article and previous.form.endswith("ات"):
        return True  # مذكرة تفاهم: what is signed; بلدات محاصرة: an adjective
    purpose = previous.before.endswith("ل") and not previous.article or previous.stem in _PURPOSES
    if previous.form in ("حول", "وحول", "بشان") and word.stem == "زياره":
        return False  # وحول زيارة الوفد: asked about, for it was made
    return previous.stem in _WANTED or previous.form in _WANTED or purpose and word.before[-1:] in ("ب", "ل") or word.before == "" and previous.form in ("في", "الي") and index > first + 1 and words[index - 2].stem in _PURPOSES


def not_one(words: Sequence[Word], index: int, first: int) -> bool:
    """ترحب بأي اتفاق: any at all, and so none that was told."""
    return index > first and words[index - 1].stem in _ANY


def in_a_wish(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """يريد أن يحصل على دعم: a clause behind أن of a verb of wishing."""
    before = next((c for c in reversed(clauses) if c.verb.at < clause.verb.at), None)
    if before is None or before.verb.lemma in _ABLE and before.verb.tense == "perfect":
        return False  # استطاع أن يحصل: he did
    return clause.opener == "ان" and before.verb.lemma in _WISHES | _DUTIES and clause.verb.at - before.verb.at <= _CLOSE


def only_wished(clause: Clause, index: int) -> bool:
    """يستطيع مساعدة، يريد التفاوض، يسعى إلى وقف: what the verb can, wants or tries is not done."""
    if clause.verb.lemma not in _WISHES or clause.verb.at > index or clause.verb.lemma in _ABLE and clause.verb.tense == "perfect":
        return False  # استطاعت القوات كسر الحصار: she did
    return any(a.first <= index < max(a.last, a.first + 1) and a.preposition in ("", "الي", "ل", "في", "علي") for a in (*clause.bare, *clause.prepositional, *([clause.subject] if clause.subject is not None else [])))


def only_tells(light: LightVerb, clause: Clause, event: str, noun: str) -> bool:
    """أعلنت الوكالة عن مقتل جندي، أعرب عن إدانته التفجير: who tells of force did not use it, unless he has arms and tells no loss."""
    if light.noun_at != "عن" or event not in ("ASSAULT", "COERCE") or clause.verb.lemma not in _TELLING:
        return False
    who = clause.subject.phrases if clause.subject is not None else ()
    return clause.verb.lemma in ("اعرب", "عبر") or noun in _LOSSES or not any(p.sector in _FORCES for p in who)

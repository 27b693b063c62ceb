"""Whom an act told by a verb is turned to, where its frame looks in vain: a party further on, whose thing it is about, whom nothing names, a place."""

from collections.abc import Sequence

from khabar.clauses.arguments import Argument
from khabar.clauses.clauses import Clause
from khabar.clauses.phrase import Phrase
from khabar.events.acts import bare, grounds, parties
from khabar.events.site import Site
from khabar.lexicon.frames import VerbFrame

# What is asked for somebody, not of him: دعا إلى منح الشركات حماية.
GIVEN = frozenset({"منح", "دعم", "حمايه", "مساعده", "انقاذ", "اغاثه", "تسليح", "انصاف", "تعويض", "تمكين", "مسانده", "ايواء", "علاج", "محاسبه", "محاكمه", "معاقبه", "ضروره", "اهميه"})
# Acts about something of another's, and what opens the clause that tells whose.
_ABOUT = frozenset({"REJECT", "SUPPORT", "THREATEN", "ACCUSE"})
# What is told of an act by others than its doer: الهجوم الذي تعرضت له، الذي نسبته إلى.
_TOLD_OF = frozenset({"تعرض", "نسب", "شهد", "عاش", "عزا", "وصف", "استنكر", "ادان", "كشف", "خلف", "طال", "استهدف", "اصاب", "سمي", "عاني"})
RELATIVES = frozenset({"التي", "الذي", "الذين", "اللذان", "اللتان", "اللذين", "اللتين"})
# Blows that are condemned, and what opens those who suffer them.
_BLOWS = frozenset("هجوم هجمات اعتداء اعتداءات عدوان تفجير تفجيرات قصف غاره غارات حرب عمليه جريمه مجزره حادث حادثه اقتحام اغتيال انتهاكات انتهاك".split())
_AGAINST = ("علي", "ضد", "في", "ب")
_ANYWHERE = frozenset({"من", "مع", "ضد", "علي", "عن", "ل", "الي", "ب", "بين", "في"})
_TURNED = {"ASSAULT": frozenset({"ل"}), "COERCE": frozenset({"علي", "ل"}), "PROTEST": frozenset({"ضد", "علي", "ب", "ل"})}
# What kills where it falls, and what whoever is behind it does with it.
_MISSILES = frozenset({"قذيفه", "قذايف", "صاروخ", "صواريخ", "رصاص", "رصاصه", "رصاصات", "عبوه", "عبوات", "قنبله", "قنابل", "لغم", "الغام", "نيران", "نار", "هاون", "صاروخيه"})
_THROWN = frozenset({"اطلق", "القي", "زرع", "رمي", "فجر", "قذف"})
# How many words behind the verb whoever threw it may be told.
_BEHIND = 25
# Sanctions, and what they do to somebody.
_SANCTIONS = frozenset({"عقوبات", "عقوبه", "حظر", "قيود", "اجراءات"})
_HITS = frozenset({"استهدف", "طال", "شمل", "مس", "خص"})
# Sectors of those who act for their state, and so hardly against it.
_OF_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", ""})
# Against whom people take to the streets.
_PROTESTED = frozenset({"GOV", "JUD", "LEG", "MIL", "COP", "ELI", "SPY"})
# How many words may tell somebody whom nothing names.
_LONGEST = 4


def further(event: str, clause: Clause, objects: Sequence[Argument], actors: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """A party further on in the clause that the act is turned to: رفض طلبا من واشنطن، هدد بقطع العلاقات مع روسيا."""
    known = {(p.country, p.first) for p in actors}
    states = {p.country for p in actors if p.country and p.sector in _OF_STATE}
    turned = _TURNED.get(event, _ANYWHERE if event != "REQUEST" else _ANYWHERE - {"في"})
    given = event == "REQUEST"
    struck = event == "ACCUSE" and any(bare(a.head) in _BLOWS for a in objects)
    for argument in sorted((*objects, *(a for a in clause.prepositional if a.preposition in turned)), key=lambda a: a.first):
        if argument.first < clause.verb.at or given and argument.head in GIVEN or struck and argument.preposition in _AGAINST:
            continue  # دان الهجوم على السفارة: she is not blamed
        found = tuple(p for p in parties((*argument.phrases, *argument.owners)) if (p.country, p.first) not in known and p.country not in states)
        if event == "PROTEST":
            found = tuple(p for p in found if p.sector in _PROTESTED)
        if found:
            return found[:1] if argument.owners else found
    return ()


def described(event: str, clause: Clause, actors: Sequence[Phrase], later: Sequence[Clause]) -> tuple[Phrase, ...]:
    """رفض عرضاً تقدمت به كابول: whose thing it is that an act of speech is about; of a threat, whoever is named next."""
    if event == "SANCTION":  # فرض عقوبات استهدفت الوزير
        hit = next((c for c in later if c.verb.lemma in _HITS and c.subject is not None and bare(c.subject.head) in _SANCTIONS), None)
        return parties(tuple(p for a in hit.bare for p in a.phrases or a.owners)) if hit is not None else ()
    if event not in _ABOUT:
        return ()
    states = {p.country for p in actors if p.country and p.sector in _OF_STATE}
    for other in later:
        near = other.first <= clause.last + 1 and (other.opener in RELATIVES or other.antecedent is not None)
        if other.subject is None or not (near or event == "THREATEN"):
            continue
        if event == "ACCUSE" and other.verb.lemma in _TOLD_OF or any(p.country in states for p in other.subject.phrases):
            continue
        found = parties(other.subject.phrases)
        if any(p.country for p in found) and other.subject.first > clause.verb.at:
            return found
    return ()


def accused_of(site: Site, objects: Sequence[Argument]) -> tuple[Phrase, ...]:
    """اتهم «قوى خفية» بكذا: whoever is accused, whom nothing names."""
    argument = objects[0] if objects and not objects[0].phrases and not objects[0].owners else None
    if argument is None or argument.last - argument.first > _LONGEST or site.words[argument.first].before or site.words[argument.first].kind != "word":
        return ()
    return (Phrase(argument.first, argument.last, "", "collective", "group", "", "", None, None, "", (), False, (), "accused"),)


def ground(frame: VerbFrame, objects: Sequence[Argument], clause: Clause) -> tuple[Phrase, ...]:
    """The place where the frame looks for a recipient: قصف الطيران حلب."""
    for slot in frame.recipient:
        where = objects if slot == "object" else [a for a in clause.prepositional if a.preposition == slot != "في"]
        found = next((g for a in where if (g := grounds(frame.event, (*a.phrases, *a.owners)))), ())
        if found:
            return found
    return ()


def thrown(clause: Clause, later: Sequence[Clause]) -> tuple[Phrase, ...]:
    """قتل خمسة بقذيفة أطلقها مقاتلون: who threw what killed those of whom `clause` tells."""
    for other in later:
        own = other.subject if other.subject is not other.antecedent else None
        what = other.antecedent
        if other.verb.at - clause.verb.at > _BEHIND or own is None or what is None or other.verb.lemma not in _THROWN or not other.verb.after:
            continue
        if what.head in _MISSILES:
            return parties(own.phrases or own.owners)
    return ()

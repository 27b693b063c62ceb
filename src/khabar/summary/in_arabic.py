"""The line of an act in Arabic: the verb first, hedged where the record hedges."""

from dataclasses import replace
from typing import NamedTuple

from khabar.summary.arabic import Genders, accusative, bare, behind, counting, day, imperfect, is_feminine, joined, nominative, oblique, perfect
from khabar.summary.parties import Party
from khabar.summary.support import Support
from khabar.summary.tolls import ARABIC, tolls
from khabar.text.fold import fold_word

_MARKS = {ord(c): None for c in "«»\"“”"}


class Core(NamedTuple):
    """The act itself: its verb done and to be done, whether it agrees with a woman or things, its subject, and what follows it."""

    past: str
    base: str
    feminine: bool
    subject: str
    plural: bool
    rest: str


def tell_in_arabic(support: Support, genders: Genders) -> str:
    """The line of an act in Arabic; nothing where it cannot be told without a guess."""
    core = _core(support, genders)
    if core is None or not _agrees(support, genders):
        return ""
    told = _status(support, core, genders)
    place = support.place
    within = support.words is not None and place is not None and support.words.start <= place.start < support.words.end and "«" in core.rest
    where = f"في {' '.join(place.text.split())}" if place is not None and not within else ""
    told_already = support.words is not None and "«" in core.rest and support.date is not None and support.words.start <= support.date.start < support.words.end
    when = day(support.event.date or "") if support.date is not None and not told_already else ""
    tail = " ".join(x for x in (core.rest, where, when) if x)
    line = " ".join(x for x in (told, tail) if x) + tolls(support, ARABIC)
    return f"{line}{_source(support, genders)}."


def _agrees(support: Support, genders: Genders) -> bool:
    """Whether the verb of the text agrees with the party that is told as its subject; where it does not, somebody else is."""
    form, word = fold_word(support.event.trigger.text), lemma(support)
    if not form.startswith(word[:2]):
        form = form.removeprefix("و").removeprefix("ف").removeprefix("س")
    subjects = support.actors or support.recipients
    passive = support.telling.arabic.passive
    impersonal = not support.actors and passive is not None and " " in passive[0]
    if support.telling.arabic.to == "<":
        subjects = support.recipients
    if nominal(support) or impersonal or not subjects or subjects[0].number is not None:
        return True
    feminine = _feminine(subjects[0], genders)
    if form == word or (support.present and form.startswith("ي")):
        return not feminine
    if form == perfect(word, True) or form == word + "ت" or (support.present and form.startswith("ت")):
        return feminine
    return True


def _core(support: Support, genders: Genders) -> Core | None:
    """Who did it to whom; nothing where a party that the telling needs is not told."""
    told = support.telling.arabic
    actors, recipients = list(support.actors), list(support.recipients)
    if _is_lifeless(support):
        return None
    if told.past and told.to == "<":
        rest = _objects(actors, genders) or (_alone(told.alone, support) if told.quotes and not nominal(support) else None)
        return _act(told.past, told.base, recipients, rest, genders) if rest and recipients else None
    if told.past and actors and recipients and told.to != "-":
        return _act(told.past, told.base, actors, _other(told.to, support, genders, recipients), genders)
    if told.past and told.together is not None and len(actors) > 1 and not support.event.recipient:
        past, base = told.together
        tail = past.partition(" ")[2]
        return _act(past.split(" ")[0], base.split(" ")[0], actors, " ".join(x for x in (tail, support.needed[0]) if x), genders)
    if told.past and actors and told.alone != "-" and not _is_object(support) and (told.quotes and not nominal(support) or not support.event.recipient):
        rest = _alone(told.alone, support) if not (nominal(support) and told.quotes) else None
        return _act(told.past, told.base, actors, rest, genders) if rest is not None else None
    if told.passive is not None and recipients and not support.event.actor and not support.present and not _vague(support) and not _is_two_or_many(support, genders):
        past, base = told.passive
        if " " in past:
            verb, _, tail = past.partition(" ")
            return Core(verb, base.partition(" ")[0], False, f"{tail} {_objects(recipients, genders)}", False, "")
        return _act(past, base, recipients, "", genders)
    return None


# What can be done to a state as well as to people.
_TO_STATES = frozenset({"attacked", "stormed", "occupied", "expelled", "destroyed", "burned", "overrun", "barred", "banned", "supported", "rescued", "targeted", "bombarded", "besieged", "accused", "criticised", "threatened", "hit", "blamed"})


def _is_lifeless(support: Support) -> bool:
    """Whether a state is told to be killed, held or freed, which the text cannot mean."""
    passive = support.telling.english.passive
    return passive is not None and passive[0] not in _TO_STATES and any(p.actor.kind == "country" for p in support.recipients)


def _is_two_or_many(support: Support, genders: Genders) -> bool:
    """Whether an object may be two or many («مقتل شرطيين»), which differ as a subject."""
    party = support.recipients[0]
    head = party.name.split()[0]
    return party.number is None and head.endswith("ين") and not head.startswith("ال") and fold_word(head) not in genders.duals


def _vague(support: Support) -> bool:
    """Whether a noun tells of many without a number, whom the text may mean in general («قتل الأطفال»)."""
    party = support.recipients[0]
    many = party.actor.kind == "group" or party.actor.rule.split(":")[0] == "office"
    return nominal(support) and party.number is None and many and party.mention.text.startswith("ال")


def _is_object(support: Support) -> bool:
    """Whether the party behind «ودعا» may as well be whom somebody told before called on («ودعا الشعب إلى»)."""
    if support.telling.arabic.to != "=" or not support.actors or support.words is None or nominal(support):
        return False
    return support.carried_on and fold_word(support.words.text).split()[0].startswith(("ب", "ل", "الي", "علي", "عن", "من"))


def nominal(support: Support) -> bool:
    """Whether a noun tells the act."""
    return support.event.rule.startswith("noun:")


def _act(past: str, base: str, subjects: list[Party], rest: str, genders: Genders) -> Core:
    first = subjects[0]
    feminine = _feminine(first, genders)
    names = joined([f"{counting(p.number.text)} {_thing(p)}" if p.number is not None else nominative(bare(p.name, genders), genders) for p in subjects])
    men = len(subjects) > 1 or nominative(first.name, genders) != oblique(first.name, genders)
    return Core(past, base, feminine, names, men, rest)


def _feminine(party: Party, genders: Genders) -> bool:
    """Whether a verb before a party carries the mark of the feminine: by its name in the line, or by its number («أربعة عناصر» are masculine)."""
    if party.number is not None:
        words = [w for w in party.number.text.split() if w.isalpha()]
        last = words[-1] if words else ""
        if last.endswith(("ة", "ون", "ين", "آلاف", "ألف", "عشرات", "مئات")):
            return False
        return party.mention.text.split()[0].endswith(("ات", "ة")) or last in ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
    return is_feminine(party.actor if party.actor.kind == "person" else replace(party.actor, name=party.name), genders)


def _objects(actors: list[Party], genders: Genders) -> str:
    return joined([_counted(p, oblique(p.name, genders)) for p in actors])


def _counted(party: Party, name: str) -> str:
    """The name, or number and thing as the text has them («29 حوثيا»)."""
    return name if party.number is None else f"{' '.join(party.number.text.split())} {_thing(party)}"


def _thing(party: Party) -> str:
    """What is counted; «مشتبه» with the بهم that it needs."""
    return f"{party.mention.text} بهم" if party.mention.text.endswith("مشتبه") else party.mention.text


def _other(to: str, support: Support, genders: Genders, recipients: list[Party]) -> str:
    names = _objects(recipients, genders)
    words = f" {_quoted(support)}" if support.telling.arabic.alone == "…" and not nominal(support) else ""
    if to == "=":
        return (joined([_counted(p, accusative(p.name, genders)) for p in recipients]) + words).strip()
    return (behind(to.replace("{o}", support.needed[0]), names) + words).strip()


def _alone(alone: str, support: Support) -> str | None:
    """What follows an act that is told of one party alone; nothing (None) where the text's own words are wanted and none follow."""
    if alone == ".":
        return ""
    if alone in ("…", "(…)"):
        owned = support.telling.arabic.to in ("=", "-") and support.event.event != "REQUEST" and support.words is not None and support.words.text.startswith("ل") and not support.words.text.startswith(("لج", "لق", "لب"))
        professed = lemma(support) in ("دان", "ادان") and support.words is not None and fold_word(support.words.text).startswith(("بال", "بدين"))
        invited = lemma(support) == "دعا" and support.words is not None and bool(_FEASTS & set(support.words.text.split()))
        return None if owned or professed or invited or not support.goes_on else _quoted(support) or None
    return alone.replace("{o}", support.needed[0])


def lemma(support: Support) -> str:
    """The verb or noun of the list that told the act, folded."""
    return support.event.rule.split(":")[1].split("+")[0]


_FEASTS = frozenset({"مأدبة", "مادبة", "غداء", "عشاء", "إفطار", "حفل", "لحضور", "الحفل"})


def _quoted(support: Support) -> str:
    """The words of the text that follow, in quotation marks, with dots where the clause goes on."""
    if support.words is None:
        return ""
    words = " ".join(support.words.text.translate(_MARKS).split())
    more = any(c.isalnum() for c in support.event.evidence.text[support.words.end - support.event.evidence.start :])
    return f"«{words}{'…' if more else ''}»"


def _status(support: Support, core: Core, genders: Genders) -> str:
    """Verb and subject, hedged as the status says."""
    done = f"{perfect(core.past, core.feminine)} {core.subject}"
    to_do = f"{imperfect(core.base, core.feminine)} {core.subject}"
    match support.event.status:
        case "planned":
            return {"will": f"س{to_do}", "expected": f"من المتوقع أن {to_do}"}.get(support.coming, f"من المقرر أن {to_do}")
        case "hypothetical":
            return f"قد {to_do}"
        case "negated":
            return f"لم يحدث أن {done}"
        case "alleged":
            return f"{_claim(support, genders)}، {to_do if support.present else done}"
        case "denied":
            be = f"{_denier(support, genders)} أن {'تكون' if core.feminine else 'يكون'} {core.subject}"
            if support.present and not core.plural:
                return f"{be} {imperfect(core.base, core.feminine)}"
            verb = _plural(core.past) if core.plural and not core.feminine else perfect(core.past, core.feminine)
            return f"{be} قد {verb}"
        case _:
            return to_do if support.present else done


def _claim(support: Support, genders: Genders) -> str:
    if not support.sources:
        return "على ما يُزعم"
    names = joined([nominative(s.name, genders) for s in support.sources])
    return f"بحسب ما {imperfect('يزعم', is_feminine(support.sources[0], genders))} {names}"


def _denier(support: Support, genders: Genders) -> str:
    if not support.sources:
        return "نُفي"
    names = joined([nominative(s.name, genders) for s in support.sources])
    return f"{perfect('نفى', is_feminine(support.sources[0], genders))} {names}"


def _plural(verb: str) -> str:
    """The perfect of men after their name: قالوا، التقوا."""
    return (verb[:-1] if verb.endswith(("ى", "ا")) else verb) + "وا"


def _source(support: Support, genders: Genders) -> str:
    """Who says so, where the hedge has not said it already; that somebody does, where the sentence does not name him."""
    if support.quoted and support.event.status not in ("alleged", "denied"):
        return "، وفق ما نُقل"
    if not support.sources or support.event.status in ("alleged", "denied"):
        return ""
    if list(support.sources) == [p.actor for p in support.actors]:
        return "، بحسب قولهم" if len(support.sources) > 1 else "، بحسب قولها" if is_feminine(support.sources[0], genders) else "، بحسب قوله"
    names = joined([oblique(s.name, genders) for s in support.sources])
    return f"، بحسب {names}"

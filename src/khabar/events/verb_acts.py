"""Acts told by a finite verb."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from khabar.clauses.arguments import Argument
from khabar.clauses.clauses import Clause
from khabar.clauses.crowds import somebody
from khabar.clauses.phrase import Phrase
from khabar.clauses.pronouns import apart
from khabar.events.acts import Act, bare, parties, suffered, tells_where, towards
from khabar.events.counted import heads_of, with_counted
from khabar.events.site import Site
from khabar.events.turned import GIVEN, RELATIVES, accused_of, described, further, ground, thrown
from khabar.lexicon.frames import VerbFrame

_AGENTS = ("من قبل", "علي يد", "علي ايدي", "من جانب", "بنيران", "برصاص")
# Acts turned to somebody who may stand further on, and the prepositions before whom.
_TOWARDS = frozenset({"THREATEN", "REJECT", "REQUEST", "SUPPORT", "ACCUSE", "AGREE", "ASSAULT", "COERCE", "PROTEST"})
# Acts of speech: شعارات تدعو إلى, بيان يندد: whoever the clause before is about says so.
_SAID = frozenset({"REQUEST", "ACCUSE", "THREATEN", "SUPPORT", "REJECT", "AGREE"})
# Verbs that nobody leaves without whom they turn to.
_OF_SOMEBODY = frozenset({"اتهم", "حث", "ناشد"})
_HIGHNESSES = frozenset({"سمو", "جلاله", "جلالت", "فخامه", "فخامت", "معالي", "دوله", "دولت", "سياده", "سيادت", "فضيله", "فضيلت"})
_SUFFERED = frozenset({"قتل", "جرح", "خطف", "ذبح", "اعدم", "شنق", "اسر"})
_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "COP"})
_PASSIVE_PRONE = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "MOBILIZE"})
# Who travels without being named: وصل الوفد.
_TRAVELLERS = frozenset({"وفد", "بعثه", "مبعوث", "موفد", "رييس", "وزير", "لجنه"})
# Who is called on, and hardly calls: ودعا المجتمع الدولي إلى التحرك.
_CALLED_ON = frozenset({"المجتمع الدولي"})
# How many words behind the verb the words that its frame asks for may stand.
_SOON = 16
_VICTIMS = frozenset({"CVL", "MIL", "COP", "UAF", "REB", "REF", "MED", "JRN", "EDU", "LAB", "SOC", "PRM", "CRM", ""})
# Behind these a thing is the subject: بما يساعده.
_THINGS = frozenset({"بما", "مما", "ما"})
# What is done to people alone, not to what is theirs: أوقف طموح إيران is no arrest.
_TO_PERSONS = frozenset({"arrest", "abduct", "deport", "beat", "torture", "sexual"})
_GOD = frozenset({"الله", "مولي"})
# سلّم نفسه: gave himself up; للضابط نفسه: to the very officer.
_SELF = frozenset({"نفس", "انفس", "ذات"})
# For these somebody is held.
_CHARGES = frozenset({"تهمه", "تهم", "شبهه", "اشتباه"})
_SUFFERERS = frozenset({"collective", "people", "person", "office"})


def verb_acts(site: Site, clause: Clause, sentence: int, carried: Sequence[Phrase], later: Sequence[Clause]) -> Iterator[Act]:
    """The act that the verb of a clause tells, by the first frame whose conditions hold.

    `carried` is the subject of the clause before, `later` are the clauses of the sentence behind this one.
    """
    yield from islice((act for _, act in verb_tries(site, clause, sentence, carried, later) if isinstance(act, Act)), 1)


def verb_tries(site: Site, clause: Clause, sentence: int, carried: Sequence[Phrase], later: Sequence[Clause]) -> Iterator[tuple[VerbFrame, Act | str]]:
    """Every frame of the verb of a clause, in the order they are tried, with its act, or the first condition that failed."""
    clause = with_counted(clause, site.frames.counters)
    for frame in site.frames.verbs.get(clause.verb.lemma, ()):
        yield frame, _fit(site, frame, clause, sentence, carried, later)


def _fit(site: Site, frame: VerbFrame, clause: Clause, sentence: int, carried: Sequence[Phrase], later: Sequence[Clause]) -> Act | str:
    if clause.subject is not None and clause.subject.head in _GOD:
        return "a subject among men"  # بارك الله
    passive = _is_passive(frame, clause) and not _strikes_on(frame, clause, carried)
    if frame.passive and not passive:
        return "passive"
    if frame.done and clause.verb.tense == "imperfect" and "س" not in clause.verb.before:
        return "done"
    objects: Sequence[Argument] = clause.bare if not passive or clause.subject is None else (clause.subject, *clause.bare)
    unmet = _unmet(site, frame, clause, objects)
    if unmet:
        return unmet
    if frame.mode == "visit" and clause.subject is not None and not clause.subject.phrases and clause.subject.head not in _TRAVELLERS:
        return "a visitor"  # وصلت مساعدات سعودية: things pay no visits
    objects, carried = _shifted(frame, clause, objects, carried)
    moved = clause.subject is not None and any(a is clause.subject for a in objects) and not passive
    subject, borrowed = () if passive or moved else _of(clause.subject), False
    if not subject and not passive and (moved or _unsaid(site, frame, clause)):
        subject, borrowed = tuple(carried), bool(carried)
    if frame.event == "ACCUSE":  # دان قتل المدنيين: they are not blamed
        clause = clause._replace(prepositional=tuple(_blamed(a) for a in clause.prepositional))
        objects = [_blamed(a) for a in objects]
    done_to = _object(clause, [a._replace(owners=()) for a in objects] if frame.mode in _TO_PERSONS else objects, carried)
    roles: Mapping[str, tuple[Phrase, ...]] = {"subject": subject, "object": done_to}
    agent = _agent(clause)
    actors = agent if passive else _role(frame.actor, roles, clause, frame)
    if frame.event == "ASSAULT" and passive and not actors:
        actors = thrown(clause, later)
        borrowed = bool(actors)
    recipients = _recipients(site, frame, clause, objects, roles, actors, later, passive)
    if frame.recipient_party and frame.recipient and not recipients and not (frame.mode == "allege" and clause.verb.after and actors) and not frame.objects and not frame.where and not frame.nobody:
        return "a recipient"
    actors, recipients = parties(actors), towards(parties(recipients) or recipients, actors)
    lacking = _lacking(frame, actors, recipients)
    if lacking:
        return lacking
    if frame.reciprocal:
        actors, others = _mutual(site, clause, actors, recipients)
        recipients, borrowed = (), borrowed or others
    status = "planned" if "س" in clause.verb.before and frame.status == "asserted" else frame.status
    return Act(
        frame.event, frame.mode, actors, recipients, (clause.verb.at, clause.verb.at + 1), clause.first, clause.last, sentence,
        status, borrowed, False, bool(frame.objects) and _points_back(clause), frame.reciprocal, frame.rule, frame.negated,
    )


def _unsaid(site: Site, frame: VerbFrame, clause: Clause) -> bool:
    """Whether a clause leaves it to the one before to tell who does it: it has no subject, or one whose words they are (شعارات تدعو إلى)."""
    if clause.verb.at and site.words[clause.verb.at - 1].form in _THINGS:
        return False
    return clause.subject is None or clause.subject is clause.antecedent and frame.event in _SAID


def _lacking(frame: VerbFrame, actors: Sequence[Phrase], recipients: Sequence[Phrase]) -> str:
    """What a frame asks of the parties and does not find; "" where it has all."""
    if frame.recipient_named and not recipients:
        return "a recipient"
    if not actors and not recipients and not frame.nobody:
        return "a party"
    if frame.actor_sectors and not any(_sector(p) in frame.actor_sectors or (p.kind == "country" and "a state" in frame.actor_sectors) for p in actors):
        return "actor_sector"
    return ""


def _mutual(site: Site, clause: Clause, actors: Sequence[Phrase], recipients: Sequence[Phrase]) -> tuple[tuple[Phrase, ...], bool]:
    """All who take part in what two do together, and whether somebody told before is one of them: الاتفاق الذي أبرم بينها وبين الدول."""
    both = clause.subject is not None and any(p.tag == "pair" for p in clause.subject.phrases)
    between = next((a.first for a in clause.prepositional if a.preposition == "بين" and not a.head), None)
    others = apart(site.words, site.named, between) if between is not None else ()
    known = parties((*others, *actors))
    return parties(known if both else (*known, *recipients)), bool(others)


def _recipients(
    site: Site, frame: VerbFrame, clause: Clause, objects: Sequence[Argument], roles: Mapping[str, tuple[Phrase, ...]], actors: Sequence[Phrase],
    later: Sequence[Clause], passive: bool,
) -> tuple[Phrase, ...]:
    """Whom the act is done to: where the frame looks first, else a party further on, somebody unnamed, a place."""
    found = next((r for place in frame.recipient if (r := _role(place, roles, clause, frame))), ())
    unnamed = frame.mode == "allege" and (bool(clause.verb.after) or any(not a.phrases and not a.owners for a in objects))  # اتهم جهات بدعم داعش
    among_them = frame.reciprocal and (len(actors) > 1 or any(p.plural for p in actors))  # اتفقت مصر وتركيا على تبادل السفراء
    if not found and frame.event in _TOWARDS and frame.mode not in _TO_PERSONS and not among_them and not unnamed:
        found = further(frame.event, clause, objects, actors) or described(frame.event, clause, actors, later)
    if not found and frame.event == "SANCTION":
        found = described(frame.event, clause, actors, later)
    if not found and unnamed and not passive and not frame.objects and clause.behind("ب") is not None:
        found = accused_of(site, objects)
    if not found and passive and objects and frame.event in _PASSIVE_PRONE and clause.subject is objects[0]:
        found = somebody(site.words, objects[0])
    return found or ground(frame, objects, clause)


def _sector(phrase: Phrase) -> str:
    """The sector of a party; a people that acts with words does so by its government, and a body of several states is like one."""
    return phrase.sector or ("GOV" if phrase.tag == "people" or phrase.country in ("EUR", "UNO", "IGO") else "")


def _near(site: Site, frame: VerbFrame, clause: Clause) -> bool:
    """Whether one of the words that the frame asks for follows the verb soon: وصفه بأنه بطل."""
    if not frame.near:
        return True
    return any(w.form in frame.near or w.stem in frame.near for w in takewhile(lambda w: w.kind != "break" and w.raw not in ".؟!؛", site.words[clause.verb.at + 1 : clause.verb.at + _SOON]))


def _shifted(frame: VerbFrame, clause: Clause, objects: Sequence[Argument], carried: Sequence[Phrase]) -> tuple[Sequence[Argument], Sequence[Phrase]]:
    """وحث جميع الأطراف، واتهمت الشرطة بالتقصير: what stands alone behind a verb that goes on (و) and wants an object is that object, not its subject."""
    subject = clause.subject
    called = subject is not None and frame.event == "REQUEST" and bool(subject.phrases) and subject.phrases[0].canonical in _CALLED_ON
    of_somebody = called or clause.verb.lemma in _OF_SOMEBODY and _may_do(clause, carried)
    alone = not objects and subject is not None and subject.first > clause.verb.at and (of_somebody or not subject.phrases and not subject.owners)
    if alone and subject is not None and carried and "object" in frame.recipient and clause.verb.before.endswith(("و", "ف")):
        return (subject,), carried
    return objects, carried


def _may_do(clause: Clause, carried: Sequence[Phrase]) -> bool:
    """Whether whoever was named before can be who a verb in the singular means, and not who stands behind it: no man does what stands in the feminine, no state what stands in the masculine."""
    behind = clause.subject
    if behind is not None and (behind.head.endswith("ون") or behind.head in _HIGHNESSES):
        return False  # واتهم الصحفيون بـ، وحث سموه على
    other = {"3fs": "person", "3ms": "country"}.get(clause.verb.person)
    return other is None or any(p.kind != other for p in carried)


def _unmet(site: Site, frame: VerbFrame, clause: Clause, objects: Sequence[Argument]) -> str:
    """The first condition of `frame` that its clause does not meet, named as in the word lists; "" where it meets all."""
    if frame.subjects and not _subjects(site, clause.subject) & frame.subjects:
        return "subject"
    told_of = [*objects, clause.antecedent] if clause.antecedent is not None and _points_back(clause) else objects
    told_of = [a for a in told_of if not (a.head in _SELF and any(p.last == a.first for p in clause.prepositional))]
    heads = {head for a in told_of for head in heads_of(a, site.words, site.frames.counters)}
    if frame.objects and not heads & frame.objects:
        return "object"
    if frame.not_objects and heads & frame.not_objects:
        return "not_object"
    for preposition, heads_there in frame.only:
        if any(a.preposition == preposition and a.head not in heads_there and bare(a.head) not in heads_there for a in clause.prepositional):
            return f"only {preposition}"
    for preposition, heads_there in frame.unless:
        told_in = [clause.antecedent] if preposition == "الذي" and clause.antecedent is not None and clause.opener in RELATIVES else []
        if any(a.head in heads_there for a in (*told_in, *(p for p in clause.prepositional if p.preposition == preposition))):
            return f"unless {preposition}"
    among_them = frame.reciprocal and clause.subject is not None and len(parties(clause.subject.phrases)) > 1
    for preposition, wanted in frame.where:
        if among_them and preposition == "مع" and not wanted:
            continue  # يبحث الوزيران فلان وفلان
        if not any(a.preposition == preposition and (not wanted or a.head in wanted or bare(a.head) in wanted) for a in clause.prepositional):
            return f"with {preposition}"
    return "" if _near(site, frame, clause) else "near"


def _points_back(clause: Clause) -> bool:
    """الهدنة التي أعلنها: a relative clause whose verb has what it hangs on as its object, known already."""
    return bool(clause.verb.after) and clause.opener in RELATIVES


def _subjects(site: Site, subject: Argument | None) -> set[str]:
    """The heads of a subject, and the names of those it is made of or belongs to: عدد من المتظاهرين."""
    if subject is None:
        return set()
    return heads_of(subject, site.words, site.frames.counters) | {p.canonical for p in (*subject.phrases, *subject.owners) if p.tag == "collective"}


def _role(place: str, roles: Mapping[str, tuple[Phrase, ...]], clause: Clause, frame: VerbFrame) -> tuple[Phrase, ...]:
    """Who stands at `place` in the act that `frame` tells."""
    if place in roles:
        return roles[place]
    for argument in clause.prepositional:
        given = frame.event == "REQUEST" and place == "الي" and argument.head in GIVEN
        if argument.preposition != place or given or tells_where(argument, frame.event, frame.mode):
            continue
        several = tuple(p for p in argument.phrases if p.kind == "group" or p.plural)
        found = several if place == frame.actor == "ل" else parties(_of(argument))  # تظاهرات للمعلمين، not للمطالبة برحيل الوزير
        if found:
            return found
    return ()


def _of(argument: Argument | None) -> tuple[Phrase, ...]:
    """The actors an argument stands for: itself, or those its head belongs to (مواقع الحوثيين)."""
    if argument is None:
        return ()
    return argument.phrases or argument.owners


def _object(clause: Clause, objects: Sequence[Argument], carried: Sequence[Phrase]) -> tuple[Phrase, ...]:
    if clause.verb.after and clause.antecedent is not None and parties(_of(clause.antecedent)):
        return _of(clause.antecedent)
    for argument in objects:
        found = parties(_of(argument))
        if found:
            return found
    return tuple(carried) if clause.verb.after and clause.subject is not None and (clause.antecedent is None or clause.verb.after == "هم") and clause.opener not in _THINGS else ()


def _blamed(argument: Argument) -> Argument:
    """What is condemned, without those who only suffered it."""
    return argument._replace(owners=()) if suffered(argument.head, argument.owners) else argument


def _agent(clause: Clause) -> tuple[Phrase, ...]:
    told = clause.subject is not None and bool(_of(clause.subject)) and not clause.verb.passive and any(not a.phrases or not a.phrases[0].before for a in clause.bare)
    for argument in clause.prepositional:
        if argument.preposition in _AGENTS and not (told and argument.preposition == "من قبل"):  # ألقى الحرس القبض على رجال مطلوبين من قبل الشرطة
            return parties(_of(argument))
    return ()


def _strikes_on(frame: VerbFrame, clause: Clause, carried: Sequence[Phrase]) -> bool:
    """خرقت القوات الهدنة وقصفت أحياء: a verb of force behind و goes on with the armed side before it; قتل and its like rather tell of victims."""
    thing = clause.subject is not None and clause.subject.first > clause.verb.at and not clause.subject.phrases
    goes_on = clause.verb.before.endswith("و") and not clause.verb.passive and not _agent(clause) and clause.verb.lemma not in _SUFFERED
    return thing and goes_on and frame.event == "ASSAULT" and any(p.sector in _ARMED or p.kind == "country" for p in carried)


def _is_passive(frame: VerbFrame, clause: Clause) -> bool:
    """Whether the verb is passive: by its spelling, its agent, or because what it does needs an object that it has not."""
    if clause.verb.passive or _agent(clause):
        return True
    if frame.event not in _PASSIVE_PRONE or not frame.recipient or frame.recipient[0] != "object" or clause.verb.after:
        return False
    subject = clause.subject
    if not clause.bare and any(a.preposition == "ب" and a.head in _CHARGES for a in clause.prepositional):
        return True  # أوقف مبشر بتهمة التجسس
    if subject is not None and subject.phrases and subject.first > clause.verb.at and subject.first < subject.phrases[0].first:
        return True  # قتل 15 شخصا: those who are counted suffer
    if clause.subject is not None and clause.subject.first < clause.verb.at and not clause.bare and clause.subject.phrases:
        return clause.subject is clause.antecedent or all(p.sector in _VICTIMS and p.tag in _SUFFERERS for p in clause.subject.phrases)
    if clause.bare or clause.subject is None or clause.subject.first < clause.verb.at:
        return clause.subject is not None and clause.subject is clause.antecedent and not clause.bare
    return not clause.subject.phrases or all(p.sector in _VICTIMS and p.tag in _SUFFERERS for p in clause.subject.phrases)

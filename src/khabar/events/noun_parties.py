"""Who does the act that a noun tells, to whom: genitives, adjectives, prepositions, the clause around it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from khabar.clauses.arguments import Argument
from khabar.clauses.clauses import Clause
from khabar.clauses.pairs import last_two
from khabar.clauses.phrase import Phrase
from khabar.clauses.pronouns import apart, meant
from khabar.events.acts import grounds, parties, suffered, tells_where, towards
from khabar.events.held import by_pronoun, held_by, holders_of
from khabar.events.site import Site
from khabar.events.wishes import only_tells
from khabar.lexicon.frames import Frames, LightVerb, NounFrame
from khabar.text.words import Word

Light = tuple[LightVerb, Clause]

# What stands behind these is told of another time or cause, no party of the noun before.
_ASIDE = frozenset({"بعد", "قبل", "اثر", "عقب", "غداه", "منذ", "بسبب", "نتيجه", "جراء", "رغم", "بهدف", "خلال", "اثناء", "وسط", "ردا علي", "بعيد", "قبيل"})
# These carry out what a noun tells: غارات لطائراته على المدينة.
_MACHINES = frozenset({"طايرات", "طايره", "مقاتلات", "مروحيات", "طيران", "بوارج"})
# How many words behind a noun somebody counted may end.
_COUNTED = 10
# Behind زيارة these are where somebody goes.
_VISITED = frozenset({"state", "capital", "place", "palace"})
# How many words before a predicate its topic may stand.
_REACH = 5
# What is laid on a land: فرض الطوق الأمني في الضفة.
_ON_LAND = frozenset({"restrict", "curfew", "martial-law"})
# Whoever stands behind these did what «تم», «صدر» and their like tell.
_ISSUED_BY = ("عن", "من قبل", "من جانب", "علي يد", "علي ايدي")


class Sides(NamedTuple):
    """Who did the act of a noun to whom, whether a party was brought in from elsewhere, and where its arguments end."""

    actors: tuple[Phrase, ...]
    recipients: tuple[Phrase, ...]
    borrowed: bool
    end: int


def sides_of(
    site: Site, index: int, last: int, frame: NounFrame, clause: Clause | None, light: Light | None, carried: Sequence[Phrase], clauses: Sequence[Clause],
) -> Sides | str:
    """The sides of the act that the noun at `index` tells, or what its frame asks for and misses."""
    word, frames = site.words[index], site.frames
    held = held_by(index, clauses, frames)
    if held is not None and light is not None and light[0].subject != "recipient":
        held, light = (held, None) if by_pronoun(held) else (None, light)  # أعلنت الحكومة عن هجوم قام به الجيش
    roles: dict[str, list[Phrase]] = {"actor": [], "recipient": []}
    place, borrowed = _genitive(site, index, frame, roles, clause, carried)
    if light is not None and word.after and light[0].subject == "actor":
        roles["actor"] += roles["recipient"]  # واصلت تركيا حملتها: whose it is who does it
        roles["recipient"].clear()
    place = _adjective(site, place, frame, roles, index)
    end = site.reader.end(place, last)
    arguments = tuple(takewhile(lambda a: a.preposition not in _ASIDE, site.reader.arguments(place, end)))
    if frame.object_after_genitive and arguments and not arguments[0].preposition and arguments[0].first == place:
        roles["recipient"] += parties(arguments[0].phrases or arguments[0].owners)
    around = (*arguments, *(held.prepositional if held is not None else ()))
    missing = next((p for p, heads in frame.where if not any(a.preposition == p and (not heads or a.head in heads) for a in around)), "")
    if missing:
        return f"with {missing}"
    _prepositions(frame, arguments, roles)
    between = next((a.first for a in arguments if a.preposition == "بين" and not a.head), None)
    if frame.reciprocal and between is not None:
        further = [p for p in apart(site.words, site.named, between) if p not in roles["actor"]]  # مواجهات بينها وبين الشرطة
        roles["actor"] += further
        borrowed = borrowed or bool(further)
    if held is not None:
        borrowed = _by_held(frame, held, clauses, carried, roles, borrowed)
    borrowed = _from_around(site, index, frame, clause, light, carried, clauses, roles) or borrowed
    actors = parties(roles["actor"])
    recipients = towards(parties(roles["recipient"]), actors) or _ground(frame, arguments, roles)
    if frame.event in ("ASSAULT", "COERCE") and not recipients and light is None and suffered(word.stem, actors):
        actors, recipients = (), actors  # حرق الطفل
    if frame.topic:
        actors = actors or _topic(site, index, carried)
        if not actors:
            return "a topic"
    if not actors and not recipients and frame.reciprocal and light is not None and light[0].subject == "none":
        actors, borrowed = _two_before(site, index), True
    return Sides(actors, recipients, borrowed, end)


def _by_held(
    frame: NounFrame, held: Clause, clauses: Sequence[Clause], carried: Sequence[Phrase], roles: dict[str, list[Phrase]], borrowed: bool,
) -> bool:
    """Files the sides that the clause of a light verb behind the noun tells; whether a party was borrowed."""
    own = held.subject if held.subject is not held.antecedent else None
    if own is not None and held.verb.after and not roles["actor"]:
        roles["actor"] += own.phrases or own.owners  # غارات شنتها طائرات التحالف على القوات الموالية للرئيس
    _prepositions(frame, sorted((*held.bare, *held.prepositional), key=lambda a: a.first), roles)
    if (held.verb.after or by_pronoun(held)) and (not roles["actor"] or frame.reciprocal and len(roles["actor"]) == 1):
        doers, borrowed = holders_of(held, clauses, carried)
        roles["actor"] += [p for p in doers if p not in roles["actor"]]
    return borrowed


def _from_around(
    site: Site, index: int, frame: NounFrame, clause: Clause | None, light: Light | None, carried: Sequence[Phrase], clauses: Sequence[Clause],
    roles: dict[str, list[Phrase]],
) -> bool:
    """Files whom the clause around the noun names; whether a party was borrowed."""
    borrowed = False
    if light is not None:
        borrowed = not only_tells(light[0], light[1], frame.event, site.words[index].stem) and _subject(site.words, light, roles, carried)
    elif frame.event == "CONSULT" and site.words[index].article is False:
        borrowed = _companion(index, roles, clause)
    if frame.mode == "visit" and roles["recipient"] and not roles["actor"]:
        roles["actor"] += _visitor(site, index, clauses, carried)
        borrowed = True
    blamed = accused(index, clause, site.frames) if light is None else ()
    if blamed and roles["actor"] and not roles["recipient"] and not frame.reciprocal:
        roles["recipient"] += [p for p in roles["actor"] if p not in blamed]  # اتهم إيران بدعم الحركة
        roles["actor"].clear()
    if blamed and not roles["actor"]:
        roles["actor"] += [p for p in blamed if p not in roles["recipient"]]
    return borrowed


def clause_of(clauses: Sequence[Clause], index: int) -> Clause | None:
    """The clause that the word `index` stands in."""
    found = None
    for clause in clauses:
        if clause.first <= index < clause.last and (found is None or clause.verb.at <= index):
            found = clause
    return found


def _genitive(
    site: Site, index: int, frame: NounFrame, roles: Mapping[str, list[Phrase]], clause: Clause | None, carried: Sequence[Phrase],
) -> tuple[int, bool]:
    """Files the genitive or the pronoun of the noun; the place after it, and whether a party was borrowed."""
    word, place = site.words[index], index + 1
    sides = {"actor": ("actor",), "recipient": ("recipient",), "both": ("actor",)}.get(frame.genitive, ())
    if word.after:
        owner = tuple(carried)
        if clause is not None and clause.subject is not None and clause.subject.first < index:
            owner = clause.subject.phrases or clause.subject.owners
        owner = meant(site.words, site.named, index, owner, clause)
        done = next(iter(site.reader.arguments(place, site.reader.end(place, min(place + _COUNTED, len(site.words))))), None) if sides == ("recipient",) else None
        if done is not None and done.first == place and not done.preposition and (done.phrases or done.owners or site.words[place].kind == "word" and not site.words[place].form.endswith("ا")):
            roles["actor"].extend(owner)  # هدمها المساجد: the pronoun is who does it
            roles["recipient"].extend(done.phrases or done.owners)
            return done.last, bool(owner)
        for side in sides:
            roles[side].extend(owner)
        return place, bool(owner)
    if word.article or word.form.endswith("ا") and word.stem not in site.frames.nouns:
        return place, False  # مطالبا المجتمع: an accusative without ال has no genitive
    phrase = site.phrases.get(place)
    if phrase is None and place < len(site.words) and site.words[place].kind == "number":
        phrase = site.phrases.get(place + 1)
    if phrase is None and place + 1 < len(site.words) and site.words[place].kind == "word" and not site.words[place].before:
        phrase = site.phrases.get(place + 1) if not site.words[place].article and not site.reader.opens(place) and site.words[place].form not in ("في", "علي", "من", "مع", "ضد", "بين", "الي", "عن") else None
    counted = phrase is None and next(iter(site.reader.arguments(place, site.reader.end(place, min(place + _COUNTED, len(site.words))))), None)
    if counted and counted.first == place and not counted.preposition and counted.phrases:
        phrase = counted.phrases[0]  # مقتل ما لا يقل عن عشرين جنديا
    if phrase is None or phrase.before:
        return place, False
    argument = site.reader.arguments(phrase.first, phrase.first + 40 if phrase.first + 40 < len(site.words) else len(site.words))[0]
    found = argument.phrases or (phrase,)
    for side in sides if frame.mode != "visit" or found[0].tag not in _VISITED else ("recipient",):
        roles[side].extend(found)
    return max(argument.last if argument.phrases else phrase.last, place), False


def _adjective(site: Site, place: int, frame: NounFrame, roles: Mapping[str, list[Phrase]], index: int) -> int:
    """Files the nationality adjectives after the noun: غارات جوية أميركية; of what is done to something (استهداف دبابة كينية) they tell whose that is."""
    thing = site.words[place] if place == index + 1 < len(site.words) and frame.genitive == "recipient" and not site.words[index].article else None
    side = "recipient" if thing is not None and thing.kind == "word" and not thing.article and not thing.before and not thing.form.endswith(("ي", "يه")) else frame.adjective
    if side == "recipient" and thing is not None and place not in site.phrases and not site.reader.opens(place) and not site.reader.is_preposition(place):
        place += 1
    for _ in range(3):
        if place >= len(site.words) or site.words[place].kind != "word" or place in site.phrases or site.reader.is_preposition(place):
            break
        nationality = site.reader.nationalities.get(place)
        if nationality is not None:
            if (towards_whom := frame.adjective if place == index + 1 else side) in roles:
                roles[towards_whom].append(nationality)
            place = nationality.last
            continue
        word = site.words[place]
        if word.before or word.form.endswith("ا") and not word.article or site.reader.opens(place) or not (word.form.endswith(("ي", "يه", "يين", "يات", "ه")) or word.article):
            break
        place += 1
    return place


def _prepositions(frame: NounFrame, arguments: Sequence[Argument], roles: Mapping[str, list[Phrase]]) -> None:
    for side, wanted in (("actor", frame.actor), ("recipient", frame.recipient)):
        if side == "actor" and roles["actor"]:
            continue
        for preposition in wanted:
            argument = next((a for a in arguments if a.preposition == preposition and not tells_where(a, frame.event, frame.mode) and not (frame.mode == "visit" and preposition == "ل" and (side == "actor") != _is_person(a))), None)
            if argument is not None and (found := parties(tuple(_between(arguments)) if preposition == "بين" else argument.phrases or argument.owners)) and not (side == "recipient" and preposition == "ل" and found[0].canonical in _MACHINES):
                roles[side].extend(found)
                break
    if not roles["actor"] and frame.reciprocal:
        roles["actor"].extend(_between(arguments))


def _is_person(argument: Argument) -> bool:
    """زيارة للوزير إلى: somebody behind ل pays the visit; to a place or a state it is paid."""
    return any(p.kind == "person" for p in argument.phrases)


def _ground(frame: NounFrame, arguments: Sequence[Argument], roles: Mapping[str, list[Phrase]]) -> tuple[Phrase, ...]:
    """The place where the frame looks for a recipient: اجتياح جنوب لبنان، غارات على صعدة."""
    genitive = grounds(frame.event, roles["recipient"])
    if genitive or frame.reciprocal:
        return genitive
    where = [a for slot in frame.recipient for a in arguments if a.preposition == slot != "في"]
    where += [a for a in arguments if a.preposition == "في" and frame.event == "COERCE" and frame.mode in _ON_LAND]
    return next((g for a in where if (g := grounds(frame.event, (*a.phrases, *a.owners)))), ())


def _between(arguments: Sequence[Argument]) -> Iterator[Phrase]:
    """Those behind بين, and those whom و joins to them further on: بين مقاتلين من طرف وقوات النظام."""
    for place, argument in enumerate(arguments):
        if argument.preposition == "بين" and argument.head:
            yield from argument.phrases or argument.owners
            for other in arguments[place + 1 :]:
                if not other.preposition and other.phrases and other.phrases[0].before.startswith("و"):
                    yield from other.phrases
            return


def _topic(site: Site, index: int, carried: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Of whom a predicate speaks: the party named right before it (إن اليمن مستعد), else whoever the clause before is about (إنه مستعد)."""
    before = next((p for p in reversed(site.named) if p.last <= index), None)
    if before is not None and before.last >= index - _REACH and before.before in ("", "و") and not site.reader.is_preposition(before.first - 1):
        return parties((before,))
    return parties(carried)


def _two_before(site: Site, index: int) -> tuple[Phrase, ...]:
    """تم الاتفاق: those who did it, where nobody is named, are the two parties named last."""
    return parties(last_two(site.words, site.named, index, ()))


def accused(index: int, clause: Clause | None, frames: Frames) -> tuple[Phrase, ...]:
    """اتهم فلانا بإرسال أسلحة: the object of an accusation whose claim the noun is."""
    if clause is None or not any(f.claims for f in frames.verbs.get(clause.verb.lemma, ())):
        return ()
    if not any(a.preposition == "ب" and a.first <= index < a.last for a in clause.prepositional):
        return ()
    return next((found for a in clause.bare if (found := parties(a.phrases or a.owners))), ())


def _visitor(site: Site, index: int, clauses: Sequence[Clause], carried: Sequence[Phrase]) -> list[Phrase]:
    """Who made a visit that names only the host: whom the clause around it is about (وصل فلان في زيارة), else the next one, else the one before."""
    around = clause_of(clauses, index)
    if around is not None and around.subject is not None and around.subject.first < index and site.words[index - 1].form in ("في", "خلال", "اثناء", "ضمن"):
        found = [p for p in around.subject.phrases if p.kind == "person"][:1]
        if found:
            return found
    following = next((c for c in clauses if c.verb.at > index and c.subject is not None and c.subject.phrases), None)
    who = following.subject.phrases if following is not None and following.subject is not None else carried
    return [p for p in who if p.kind == "person" and p.tag != "pair"][:1] or [p for p in carried if p.kind == "person"][:1]


def _companion(index: int, roles: Mapping[str, list[Phrase]], clause: Clause | None) -> bool:
    """A meeting that names one side only: the other is whoever the clause is about (في مؤتمر صحفي مع نظيره)."""
    named = roles["actor"] + roles["recipient"]
    if len(named) != 1 or clause is None or clause.subject is None:
        return False
    others = [p for p in clause.subject.phrases or clause.subject.owners if p.first != named[0].first and p.kind in ("person", "country")]
    if clause.subject.first <= index < clause.subject.last or not others:
        return False
    roles["actor" if not roles["actor"] else "recipient"].extend(others)
    return True


def _subject(words: Sequence[Word], light: Light, roles: Mapping[str, list[Phrase]], carried: Sequence[Phrase]) -> bool:
    """Files the subject of a light verb where the noun itself named nobody; whether it was borrowed."""
    verb, clause = light
    side = verb.subject
    subject = clause.subject
    if side == "actor" and roles["actor"] and not verb.actor_sectors and subject is not None and parties(subject.phrases) and (not roles["recipient"] or verb.noun_at == "ب"):
        roles["recipient"][:] = [p for p in roles["actor"] if p not in subject.phrases and not words[p.last - 1].after] or roles["recipient"]  # قامت روسيا بغزو أوكرانيا: the verb has the doer, the noun the other
        roles["actor"].clear()
    if side == "none" and not roles["actor"]:
        issuer = next((a for a in clause.prepositional if a.preposition in _ISSUED_BY and a.phrases), None)
        roles["actor"].extend(issuer.phrases if issuer is not None else ())
    if side not in roles or roles[side]:
        return False
    if subject is None:
        roles[side].extend(carried)
        return bool(carried)
    roles[side].extend(subject.phrases or subject.owners)
    return False

"""Acts told by a noun: لقاء شويغو بكيم، غارات أميركية على صعدة، or under a light verb: أجرى محادثات."""

from collections.abc import Iterator, Sequence
from itertools import islice

from khabar.clauses.clauses import Clause
from khabar.clauses.phrase import Phrase
from khabar.events.acts import Act, bare, parties
from khabar.events.noun_parties import Light, accused, clause_of, sides_of
from khabar.events.site import Site
from khabar.events.wishes import in_a_wish, not_one, only_wanted, only_wished
from khabar.lexicon.frames import Frames, NounFrame
from khabar.text.words import Word

# Acts that are told though nobody is named: اندلعت اشتباكات.
_HAPPEN = frozenset({"ASSAULT", "PROTEST"})
# What is done with an act that is only spoken of.
_TALKED_OF = frozenset({"بحث", "مناقشه", "استعراض", "تناول", "تدارس", "دراسه", "تاكيد", "تطرق", "عرض", "طرح", "تقييم", "متابعه", "الاتفاق"})

# Adjectives of quarrels in words.
_OF_WORDS = frozenset({"سياسي", "سياسيه", "كلامي", "كلاميه", "لفظي", "لفظيه", "اعلامي", "اعلاميه"})
# What is put off, hindered or merely carried on of an act: تم تأجيل الجلسة، شارك في صياغة الاتفاق; and of an agreement alone.
_UNDONE = frozenset({"تاجيل", "ارجاء", "الغاء", "عدم", "تفادي", "تجنب", "منع", "نشر", "مراقبه", "صياغه", "تمرير", "افشال", "عرقله", "خرق", "انتهاك", "تطبيق", "تفعيل", "دراسه", "مناقشه", "استعراض", "تقييم", "متابعه"})
_KEPT = frozenset({"تنفيذ", "احترام", "شرح", "تسويق", "تعديل", "تجديد"})
_AGREEMENTS = frozenset({"اتفاق", "اتفاقا", "اتفاقيه", "اتفاقيات", "اتفاقات"})
_DENYING = frozenset({"نفي", "انكر", "فند", "رفض"})
_THESE = frozenset({"هذا", "هذه", "هذين", "هاتين", "تلك", "ذلك"})


def noun_acts(
    site: Site, first: int, last: int, sentence: int, clauses: Sequence[Clause], verbs: frozenset[int],
    carried: Sequence[Phrase],
) -> Iterator[Act]:
    """The acts that nouns of the words `first` up to `last` tell."""
    for index in range(first, last):
        if site.words[index].kind != "word" or index in verbs or index in site.covered:
            continue
        tries = noun_tries(site, index, first, last, sentence, clauses, carried)
        yield from islice((act for _, act in tries if isinstance(act, Act)), 1)


def noun_tries(
    site: Site, index: int, first: int, last: int, sentence: int, clauses: Sequence[Clause], carried: Sequence[Phrase],
) -> Iterator[tuple[NounFrame, Act | str]]:
    """Every frame of the noun at `index`, in the order they are tried, with its act, or the first condition that failed."""
    frames, word = site.frames, site.words[index]
    rows = frames.nouns.get(word.stem) or frames.nouns.get(word.form) or (() if word.after else frames.nouns.get(bare(word.stem), ()))
    if not rows:
        return
    clause, light = light_at(site, index, clauses)
    if clause is not None and (only_wished(clause, index) or light is not None and in_a_wish(clause, clauses)):
        return
    if (light is None or light[0].noun_at != "ل") and only_wanted(site.words, index, first, frames):
        return
    if light is None and not_one(site.words, index, first):
        return
    for frame in rows:
        yield frame, _fit(site, index, last, sentence, frame, clause, light, carried, clauses)


def light_at(site: Site, index: int, clauses: Sequence[Clause]) -> tuple[Clause | None, Light | None]:
    """The clause that the noun at `index` stands in, and the light verb that leaves its act to it."""
    clause = clause_of(clauses, index)
    return clause, _light(site.words, clause, index, site.frames) if clause is not None else None


def _light(words: Sequence[Word], clause: Clause, index: int, frames: Frames) -> Light | None:
    """The light verb whose noun stands at `index`."""
    for light in frames.lights.get(clause.verb.lemma, ()):
        if light.actor_sectors and not (clause.subject is not None and any(p.sector in light.actor_sectors for p in clause.subject.phrases)):
            continue
        for argument in (*clause.bare, *clause.prepositional, *([clause.subject] if clause.subject else [])):
            if not argument.first <= index < max(argument.last, argument.first + 2):
                continue
            if light.subject == "none" and index > argument.first and words[argument.first].stem in _TALKED_OF:
                continue  # جرى بحث علاقات التعاون: talked about, not done
            inside = {w.stem for w in words[argument.first : index]}
            if inside & _UNDONE or words[index].stem in _AGREEMENTS and inside & _KEPT:
                continue
            if light.objects and not light.objects & {argument.head, bare(argument.head), words[index].stem, bare(words[index].stem)}:
                continue
            here = argument.preposition or ("subject" if argument is clause.subject else "object")
            if here == light.noun_at or (light.noun_at == "object" and here == "subject" and clause.verb.at < argument.first):
                return light, clause
    return None


def _fit(
    site: Site, index: int, last: int, sentence: int, frame: NounFrame, clause: Clause | None,
    light: Light | None, carried: Sequence[Phrase], clauses: Sequence[Clause],
) -> Act | str:
    word = site.words[index]
    unmet = _unmet(site, index, frame, clause, light)
    if unmet:
        return unmet
    if light is not None and light[1].verb.lemma in _DENYING and word.article and index and site.words[index - 1].form in _THESE:
        return "known"  # نفى هذه الاتهامات: told before
    told = sides_of(site, index, last, frame, clause, light, carried, clauses)
    if isinstance(told, str):
        return told
    actors, recipients = told.actors, told.recipients
    if not actors and not recipients and not _happens(frame, light):
        return "a party"
    if frame.actor_sectors and not any(p.sector in frame.actor_sectors for p in actors):
        return "actor_sector"
    known = word.article and light is None
    if known and frame.mode == "discontinue":
        return "an act of its own"  # العقوبات المفروضة: in force, not imposed now
    if known and not recipients and not (frame.reciprocal and len(actors) > 1):
        return "a recipient"
    if frame.reciprocal:
        actors, recipients = parties((*actors, *recipients)), ()
        if known and len(actors) < 2 and not any(p.tag == "pair" for p in actors):
            return "two parties"  # الاتفاق مع إيران: known, not told
    start = light[1].first if light is not None else index
    status = "planned" if light is not None and "س" in light[1].verb.before else frame.status
    rule = frame.rule if light is None else f"{frame.rule}:light:{light[1].verb.lemma}"
    return Act(
        frame.event, frame.mode, actors, recipients, (index, index + 1), start, max(told.end, index + 1), sentence, status, told.borrowed, False,
        known, frame.reciprocal, rule,
    )


def _unmet(site: Site, index: int, frame: NounFrame, clause: Clause | None, light: Light | None) -> str:
    """What the frame wants around its noun and misses, its light verb, its genitive, the words near it; "" where it has all."""
    if not frame.alone and light is None and not accused(index, clause, site.frames):
        return "a light verb"
    if frame.of and not frame.of & _genitives(site, index):
        return "of"
    if frame.event == "ASSAULT" and any(w.stem in _OF_WORDS for w in site.words[index + 1 : index + 2]):
        return "force"  # صدامات سياسية
    near = not frame.near or any(w.form in frame.near or w.stem in frame.near for w in site.words[index + 1 : index + 4])
    return "" if near else "near"


def _genitives(site: Site, index: int) -> set[str]:
    """What the noun at `index` is of; behind a word of number also what is counted: احتجاز عدد من الرهائن."""
    behind = site.words[index + 1 : index + 2]
    if behind and (behind[0].stem in site.frames.counters or behind[0].kind == "number"):
        behind = site.words[index + 1 : index + 4]
    return {w.stem for w in behind}


def _happens(frame: NounFrame, light: Light | None) -> bool:
    """Whether the act is told though nobody is named: اندلعت اشتباكات."""
    return frame.nobody or light is not None and light[0].subject == "none" and frame.event in _HAPPEN

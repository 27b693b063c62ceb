"""Acts told by a noun: لقاء شويغو بكيم، غارات أميركية على صعدة، or under a light verb: أجرى محادثات."""

from collections.abc import Iterator, Sequence

from khabar.clauses.clauses import Clause
from khabar.clauses.phrase import Phrase
from khabar.events.acts import Act, bare, parties
from khabar.events.noun_parties import Light, accused, clause_of, sides_of
from khabar.events.site import Site
from khabar.events.wishes import only_wanted, only_wished
from khabar.lexicon.frames import Frames, NounFrame
from khabar.text.words import Word

# Acts that are told though nobody is named: اندلعت اشتباكات.
_HAPPEN = frozenset({"ASSAULT", "PROTEST"})
# What is done with an act that is only spoken of.
_TALKED_OF = frozenset({"بحث", "مناقشه", "استعراض", "تناول", "تدارس", "دراسه", "تاكيد", "تطرق", "عرض", "طرح", "تقييم", "متابعه", "الاتفاق"})


def noun_acts(
    site: Site, first: int, last: int, sentence: int, clauses: Sequence[Clause], verbs: frozenset[int],
    carried: Sequence[Phrase],
) -> Iterator[Act]:
    """The acts that nouns of the words `first` up to `last` tell."""
    frames = site.frames
    for index in range(first, last):
        word = site.words[index]
        if word.kind != "word" or index in verbs or index in site.covered:
            continue
        rows = frames.nouns.get(word.stem) or frames.nouns.get(word.form) or frames.nouns.get(bare(word.stem), ())
        if not rows:
            continue
        clause = clause_of(clauses, index)
        if clause is not None and only_wished(clause, index):
            continue
        light = _light(site.words, clause, index, frames) if clause is not None else None
        if (light is None or light[0].noun_at != "ل") and only_wanted(site.words, index, first, frames):
            continue
        for frame in rows:
            act = _fit(site, index, last, sentence, frame, clause, light, carried, clauses)
            if act is not None:
                yield act
                break


def _light(words: Sequence[Word], clause: Clause, index: int, frames: Frames) -> Light | None:
    """The light verb whose noun stands at `index`."""
    for light in frames.lights.get(clause.verb.lemma, ()):
        for argument in (*clause.bare, *clause.prepositional, *([clause.subject] if clause.subject else [])):
            if not argument.first <= index < max(argument.last, argument.first + 2):
                continue
            if light.subject == "none" and index > argument.first and words[argument.first].stem in _TALKED_OF:
                continue  # جرى بحث علاقات التعاون: talked about, not done
            if light.objects and not light.objects & {argument.head, bare(argument.head), words[index].stem, bare(words[index].stem)}:
                continue
            here = argument.preposition or ("subject" if argument is clause.subject else "object")
            if here == light.noun_at or (light.noun_at == "object" and here == "subject" and clause.verb.at < argument.first):
                return light, clause
    return None


def _fit(
    site: Site, index: int, last: int, sentence: int, frame: NounFrame, clause: Clause | None,
    light: Light | None, carried: Sequence[Phrase], clauses: Sequence[Clause],
) -> Act | None:
    word = site.words[index]
    if not _stands(site, index, frame, clause, light):
        return None
    told = sides_of(site, index, last, frame, clause, light, carried, clauses)
    if told is None:
        return None
    actors, recipients = told.actors, told.recipients
    if not actors and not recipients and not _happens(frame, light) or (frame.actor_sectors and not any(p.sector in frame.actor_sectors for p in actors)):
        return None
    known = word.article and light is None
    if known and not recipients and not (frame.reciprocal and len(actors) > 1):
        return None
    if frame.reciprocal:
        actors, recipients = parties((*actors, *recipients)), ()
        if known and len(actors) < 2 and not any(p.tag == "pair" for p in actors):
            return None  # الاتفاق مع إيران: known, not told
    start = light[1].first if light is not None else index
    status = "planned" if light is not None and "س" in light[1].verb.before else frame.status
    rule = frame.rule if light is None else f"{frame.rule}:light:{light[1].verb.lemma}"
    return Act(
        frame.event, frame.mode, actors, recipients, (index, index + 1), start, max(told.end, index + 1), sentence, status, told.borrowed, False,
        known, frame.reciprocal, rule,
    )


def _stands(site: Site, index: int, frame: NounFrame, clause: Clause | None, light: Light | None) -> bool:
    """Whether the noun stands where its frame wants it: with its light verb, its genitive, the words near it."""
    if not frame.alone and light is None and not accused(index, clause, site.frames):
        return False
    if frame.of and (index + 1 >= len(site.words) or site.words[index + 1].stem not in frame.of):
        return False
    return not frame.near or any(w.form in frame.near or w.stem in frame.near for w in site.words[index + 1 : index + 4])


def _happens(frame: NounFrame, light: Light | None) -> bool:
    """Whether the act is told though nobody is named: اندلعت اشتباكات."""
    return frame.nobody or light is not None and light[0].subject == "none" and frame.event in _HAPPEN

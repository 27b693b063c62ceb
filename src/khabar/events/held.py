"""Verbs behind a noun that tell who did what it names: هجوم شنه مقاتلون، زيارة قام بها الوزير."""

from collections.abc import Sequence

from khabar.clauses.clauses import Clause
from khabar.clauses.phrase import Phrase
from khabar.lexicon.frames import Frames

_RELATIVES = ("التي", "الذي", "اللتان", "اللذان")


def held_by(index: int, clauses: Sequence[Clause], frames: Frames) -> Clause | None:
    """هجوم شنه مقاتلون، مؤتمر عقده مع نظيره: the clause of a light verb that follows its noun and points back to it."""
    for clause in clauses:
        lights = frames.lights.get(clause.verb.lemma, ())
        if index < clause.verb.at <= index + 6 and clause.verb.after and any(light.noun_at == "object" for light in lights):
            return clause
        if index < clause.verb.at <= index + 6 and by_pronoun(clause) and any(light.noun_at == "ب" for light in lights):
            return clause
        if index < clause.verb.at <= index + 3 and clause.opener in ("verb", *_RELATIVES) and any(light.noun_at == "subject" for light in lights):
            return clause
    return None


def by_pronoun(held: Clause) -> bool:
    """هجوم قام به مقاتلون، زيارة تقوم بها بعثة: the verb points back to its noun with به."""
    return any(a.preposition == "ب" and not a.head for a in held.prepositional)


def holders_of(held: Clause, clauses: Sequence[Clause], carried: Sequence[Phrase]) -> tuple[tuple[Phrase, ...], bool]:
    """Who did what a light verb behind its noun tells: its subject, else whom the clause before is about; whether they were borrowed."""
    own = held.subject
    if own is not None and own is not held.antecedent and (own.phrases or own.owners):
        return own.phrases or own.owners, False
    before = next((c.subject for c in reversed(clauses) if c.verb.at < held.verb.at and c.subject is not None and c.subject.phrases), None)
    return (before.phrases if before is not None else tuple(carried)), True

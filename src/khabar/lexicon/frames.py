"""The frames of acts: which verbs and nouns tell an act, and where its parties stand."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from khabar.errors import LexiconError
from khabar.lexicon.files import string, strings, toml_table
from khabar.text.fold import fold_word

FILES = ("frames_cooperation.toml", "frames_conflict.toml")


class VerbFrame(NamedTuple):
    """An act told by a finite verb. `where` names prepositions that must be there, with the heads they may have (empty: any).

    `recipient_named` says that the row itself wants a party as recipient, whatever else it asks for. Among `actor_sectors` "a state" stands for a state that acts by its name. `only` names prepositions with the heads they may have where they stand there: أصيب بجروح, not بالزكام; `unless` those whose heads tell something else: قدموا للسلام. `subjects` are heads one of which the subject has; `done` says that only a perfect tells it: سيطر على, not يسيطر; one of `near` must follow soon; `nobody` says that the act is told though no party is named.
    """

    event: str
    mode: str
    actor: str
    recipient: tuple[str, ...]
    objects: frozenset[str]
    where: tuple[tuple[str, frozenset[str]], ...]
    not_objects: frozenset[str]
    recipient_party: bool
    recipient_named: bool
    reciprocal: bool
    claims: str
    status: str
    passive: bool
    actor_sectors: frozenset[str]
    subjects: frozenset[str]
    done: bool
    only: tuple[tuple[str, frozenset[str]], ...]
    unless: tuple[tuple[str, frozenset[str]], ...]
    nobody: bool
    near: frozenset[str]
    negated: str
    rule: str

    @property
    def conditions(self) -> int:
        """How much the frame asks for: the more, the earlier it is tried."""
        asked = 2 * bool(self.near) + 2 * bool(self.subjects) + bool(self.objects) + bool(self.actor_sectors)
        return asked + 2 * sum(bool(heads) for _, heads in self.where) + bool(self.where)


class NounFrame(NamedTuple):
    """An act told by a noun: whose genitive, prepositions and nationality adjective are which party.

    `topic` says that it is a predicate, whose actor stands before it: أنقرة مستعدة للوساطة; `nobody` that it is told though none is named.
    """

    event: str
    mode: str
    genitive: str
    object_after_genitive: bool
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    adjective: str
    alone: bool
    topic: bool
    reciprocal: bool
    claims: str
    status: str
    of: frozenset[str]
    near: frozenset[str]
    where: tuple[tuple[str, frozenset[str]], ...]
    actor_sectors: frozenset[str]
    nobody: bool
    rule: str

    @property
    def conditions(self) -> int:
        """How much the frame asks for: the more, the earlier it is tried."""
        return bool(self.of) + bool(self.near) + 2 * len(self.where) + bool(self.actor_sectors)


class LightVerb(NamedTuple):
    """A verb that leaves the act to its noun; `noun_at` is "object", "subject" or a preposition; its subject is of one of `actor_sectors`, if any."""

    noun_at: str
    subject: str
    objects: frozenset[str]
    status: str
    actor_sectors: frozenset[str]


class ModeHint(NamedTuple):
    """Words in a clause that refine the mode of an act (`mode`), or say that it is none (`mode` "")."""

    event: str
    mode: str
    words: tuple[str, ...]


class Frames(NamedTuple):
    """All frames, by folded perfect (verbs, light verbs) and by folded bare noun; `participles` are those that tell an act, with their verb."""

    verbs: Mapping[str, tuple[VerbFrame, ...]]
    nouns: Mapping[str, tuple[NounFrame, ...]]
    lights: Mapping[str, tuple[LightVerb, ...]]
    hints: tuple[ModeHint, ...]
    vetoes: tuple[ModeHint, ...]
    pairs: tuple[tuple[str, str], ...]
    participles: Mapping[str, str]
    crowds: frozenset[str]
    counters: frozenset[str]


def load_frames() -> Frames:
    """The frames of the package."""
    verbs: dict[str, list[VerbFrame]] = defaultdict(list)
    nouns: dict[str, list[NounFrame]] = defaultdict(list)
    lights: dict[str, list[LightVerb]] = defaultdict(list)
    hints: list[ModeHint] = []
    vetoes: list[ModeHint] = []
    pairs: dict[tuple[str, str], None] = {}
    participles: dict[str, str] = {}
    crowds: set[str] = set()
    counters: set[str] = set()
    for name in FILES:
        table = toml_table(name)
        for row in (*table.get("verb", []), *table.get("verb_if", [])):
            for perfect, imperfect in _pairs(name, row):
                pairs[perfect, imperfect] = None
                verbs[fold_word(perfect)].append(_verb(name, row, fold_word(perfect)))
        for row in (*table.get("noun", []), *table.get("noun_if", [])):
            for noun in strings(name, row, "nouns"):
                nouns[fold_word(noun)].append(_noun(name, row, fold_word(noun)))
        for row in table.get("light", []):
            for perfect, imperfect in _pairs(name, row):
                pairs[perfect, imperfect] = None
                lights[fold_word(perfect)].append(_light(name, row))
        participles.update((fold_word(p), fold_word(v)) for p, v in table.get("participles", {}).items())
        crowds.update(fold_word(w) for w in strings(name, table, "crowds"))
        counters.update(fold_word(w) for w in strings(name, table, "counters"))
        hints += [_hint(name, row) for row in table.get("mode_hint", [])]
        vetoes += [_hint(name, row) for row in table.get("veto", [])]
    return Frames(
        {lemma: tuple(sorted(rows, key=lambda f: -f.conditions)) for lemma, rows in verbs.items()},
        {noun: tuple(sorted(rows, key=lambda f: -f.conditions)) for noun, rows in nouns.items()},
        {lemma: tuple(rows) for lemma, rows in lights.items()},
        tuple(hints),
        tuple(vetoes),
        tuple(pairs),
        participles,
        frozenset(crowds),
        frozenset(counters),
    )


def _pairs(name: str, row: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for pair in strings(name, dict(row), "verbs"):
        perfect, slash, imperfect = pair.partition("/")
        if not slash:
            raise LexiconError(f"{name}: verbs: {pair}: perfect/imperfect is wanted")
        yield perfect.strip(), imperfect.strip()


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_word(w) for w in words)


def _where(row: Mapping[str, Any], field: str = "with") -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((fold_word(preposition), _folded(heads)) for preposition, heads in row.get(field, {}).items())


def _verb(name: str, row: dict[str, Any], lemma: str) -> VerbFrame:
    mode = string(name, row, "mode")
    return VerbFrame(
        event=string(name, row, "event"),
        mode=mode,
        actor=string(name, row, "actor", "subject"),
        recipient=tuple(fold_word(r) for r in strings(name, row, "recipient")),
        objects=_folded(strings(name, row, "object")),
        where=_where(row),
        not_objects=_folded(strings(name, row, "not_object")),
        recipient_party=bool(row.get("recipient_party", True)),
        recipient_named=bool(row.get("recipient_party", False)),
        reciprocal=bool(row.get("reciprocal", False)),
        claims=string(name, row, "claims"),
        status=string(name, row, "status", "asserted"),
        passive=bool(row.get("passive", False)),
        actor_sectors=frozenset(strings(name, row, "actor_sector")),
        subjects=_folded(strings(name, row, "subject")),
        done=bool(row.get("done", False)),
        only=_where(row, "only"),
        unless=_where(row, "unless"),
        nobody=bool(row.get("nobody", False)),
        near=_folded(strings(name, row, "near")),
        negated=string(name, row, "negated"),
        rule=f"verb:{lemma}" + (f":{mode}" if mode else ""),
    )


def _noun(name: str, row: dict[str, Any], noun: str) -> NounFrame:
    mode = string(name, row, "mode")
    return NounFrame(
        event=string(name, row, "event"),
        mode=mode,
        genitive=string(name, row, "genitive", "actor"),
        object_after_genitive=bool(row.get("object_after_genitive", False)),
        actor=tuple(fold_word(a) for a in strings(name, row, "actor")),
        recipient=tuple(fold_word(r) for r in strings(name, row, "recipient")),
        adjective=string(name, row, "adjective", "actor"),
        alone=bool(row.get("alone", True)),
        topic=bool(row.get("topic", False)),
        reciprocal=bool(row.get("reciprocal", False)),
        claims=string(name, row, "claims"),
        status=string(name, row, "status", "asserted"),
        of=_folded(strings(name, row, "of")),
        near=_folded(strings(name, row, "near")),
        where=_where(row),
        actor_sectors=frozenset(strings(name, row, "actor_sector")),
        nobody=bool(row.get("nobody", False)),
        rule=f"noun:{noun}" + (f":{mode}" if mode else ""),
    )


def _light(name: str, row: dict[str, Any]) -> LightVerb:
    return LightVerb(
        fold_word(string(name, row, "noun_at", "object")), string(name, row, "subject", "actor"), _folded(strings(name, row, "objects")),
        string(name, row, "status", "asserted"), frozenset(strings(name, row, "actor_sector")),
    )


def _hint(name: str, row: dict[str, Any]) -> ModeHint:
    return ModeHint(string(name, row, "event"), string(name, row, "mode"), tuple(fold_word(w) for w in strings(name, row, "words")))

"""Why an event is read as it is: the reading again, and what its stages saw of one event."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import Any, NamedTuple

from khabar.clauses.arguments import Argument
from khabar.clauses.clauses import Clause
from khabar.clauses.phrase import Phrase
from khabar.doubt import doubt_at
from khabar.errors import QueryError
from khabar.events.acts import Act
from khabar.events.coder import telling_of, tellings_joined, times_of
from khabar.events.join import Told
from khabar.events.noun_acts import light_at, noun_tries
from khabar.events.telling import Scope, scopes
from khabar.events.verb_acts import verb_tries
from khabar.lexicon.frames import NounFrame, VerbFrame
from khabar.model import Article, Event, Record
from khabar.reading import Reader, Seen, look, read_article
from khabar.text.stretches import stretches


@dataclass(frozen=True, slots=True)
class Slot:
    """One argument of a verb or noun: its preposition ("" for none), its first noun, its words and the actors in them."""

    place: str
    head: str
    words: str
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """The clause of a trigger: its verb with person ("3ms"), the word that opens it, its subject and arguments; "" and empty where it has no verb."""

    words: str
    verb: str
    person: str
    opener: str
    slots: tuple[Slot, ...]
    light: str


@dataclass(frozen=True, slots=True)
class Try:
    """A frame and what became of it: `outcome` is fired, not met (`missing` is the first condition that failed), or would also fit."""

    rule: str
    event: str
    mode: str
    asks: tuple[str, ...]
    actor: str
    recipient: str
    outcome: str
    missing: str


@dataclass(frozen=True, slots=True)
class Vouched:
    """What the status rests on (`basis`), with the words of the doubt and the word of whoever tells it; "" for none."""

    status: str
    basis: str
    doubt: str
    doubt_words: str
    stance: str
    cue: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One place that tells the event: its sentence, its trigger, the clause, and the frames that were tried; `event` and `mode` are what it is read as at last."""

    sentence: str
    trigger: str
    event: str
    mode: str
    rule: str
    around: Around
    tries: tuple[Try, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    borrowed: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """An event and why it is read so; `tellings` are the places that tell it, the fullest first; words of date and place are "" where none are told."""

    event: Event
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    vouched: Vouched
    date_words: tuple[str, ...]
    place_words: str
    tellings: tuple[Telling, ...]

    def plain(self) -> dict[str, Any]:
        """The trace as JSON shows it."""
        return asdict(self)


class _Sight(NamedTuple):
    """One report with the scopes of its sentences."""

    seen: Seen
    scopes: Sequence[Scope]

    def cut(self, first: int, last: int) -> str:
        words = self.seen.scene.words
        return " ".join(self.seen.scene.article.text[words[first].start : words[last - 1].end].split()) if first < last else ""

    def names(self, phrases: Sequence[Phrase]) -> tuple[str, ...]:
        return tuple(f"{self.cut(p.first, p.last)}{_codes(p.country, p.sector)}" for p in phrases)


def why(article: Article, reader: Reader, name: str) -> Trace:
    """Why the event `name` ("e3") of `article` is read so. Raises QueryError, naming the events there are, where there is no such event."""
    record = read_article(article, reader)
    event = next((e for e in record.events if e.id == name), None)
    if event is None:
        ids = [e.id for e in record.events]
        have = f"it has {ids[0]} to {ids[-1]}" if len(ids) > 1 else f"it has {ids[0]} alone" if ids else "it has no events"
        raise QueryError(f"{article.id}: no event {name!r}: {have}")
    sight, group = next(islice(_groups(article, reader), record.events.index(event), None))
    return _trace(sight, group, event, record)


def _groups(article: Article, reader: Reader) -> Iterator[tuple[_Sight, tuple[Told, ...]]]:
    """The tellings of every event of an article, stretch by stretch, as `read_article` reads it."""
    for start, end in stretches(article.text):
        seen = look(replace(article, text=article.text[start:end]), reader)
        looked = tuple(scopes(seen.site, seen.scene.sentences, seen.clauses, reader.speech.verbs.__contains__, reader.doubt.leaves_open))
        for group in tellings_joined(seen.scene, seen.acts, times_of(seen.scene, seen.acts, reader.book)):
            yield _Sight(seen, looked), group


def _trace(sight: _Sight, group: Sequence[Told], event: Event, record: Record) -> Trace:
    called = {a.id: f"{a.name}{_codes(a.country, a.sector)}" for a in record.actors}
    wanted = [t.act.sentence for t in group] if event.date_basis != "article" else None
    scene = sight.seen.scene
    dates = tuple(
        dict.fromkeys(
            d.text for d in scene.dates
            if d.value == event.date and (wanted is None or any(scene.sentences[n].start <= d.start < scene.sentences[n].end for n in wanted))
        )
    )
    return Trace(
        event, tuple(called[a] for a in event.actor), tuple(called[a] for a in event.recipient), _vouched(sight, group[0], tuple(called[s] for s in event.source)),
        dates, event.place.text if event.place is not None else "", tuple(_telling(sight, t.act) for t in group),
    )


def _telling(sight: _Sight, act: Act) -> Telling:
    """One telling, from the words to the frames."""
    scope = sight.scopes[act.sentence]
    at = act.trigger[0]
    turn = next((t for t in scope.turns if t.clause.verb.at == at), None)
    if turn is not None:
        tries = tuple(_tries(verb_tries(sight.seen.site, turn.clause, scope.number, turn.meant, turn.later)))
        around = _of_clause(sight, turn.clause, "")
    else:
        tries = tuple(_tries(noun_tries(sight.seen.site, at, scope.part.first, scope.part.last, scope.number, scope.clauses, scope.carried)))
        clause, light = light_at(sight.seen.site, at, scope.clauses)
        around = _of_noun(sight, act) if light is None or clause is None else _of_clause(sight, clause, clause.verb.lemma)
    sentence = sight.cut(scope.part.first, scope.part.last)
    return Telling(sentence, sight.cut(*act.trigger), act.event, act.mode, act.rule, around, tries, sight.names(act.actors), sight.names(act.recipients), act.borrowed)


def _of_clause(sight: _Sight, clause: Clause, light: str) -> Around:
    slots = [_slot(sight, "subject", clause.subject)] if clause.subject is not None else []
    if clause.antecedent is not None and clause.antecedent is not clause.subject:
        slots.append(_slot(sight, "antecedent", clause.antecedent))
    slots += [_slot(sight, "bare", a) for a in clause.bare]
    slots += [_slot(sight, a.preposition, a) for a in clause.prepositional]
    return Around(sight.cut(clause.first, clause.last), clause.verb.lemma, clause.verb.person, clause.opener, tuple(slots), light)


def _of_noun(sight: _Sight, act: Act) -> Around:
    """What stands behind a noun that tells an act with no verb of its own."""
    arguments = sight.seen.site.reader.arguments(act.trigger[1], act.last)
    return Around(sight.cut(act.first, act.last), "", "", "", tuple(_slot(sight, a.preposition or "bare", a) for a in arguments), "")


def _slot(sight: _Sight, place: str, argument: Argument) -> Slot:
    return Slot(place, argument.head, sight.cut(argument.first, argument.last), sight.names((*argument.phrases, *argument.owners)))


def _tries(tries: Iterator[tuple[VerbFrame | NounFrame, Act | str]]) -> Iterator[Try]:
    """Every frame with its outcome, each once; the first that fits is the one that fires."""
    fired = False
    for frame, act in dict(tries).items():
        outcome = "not met" if isinstance(act, str) else "would also fit" if fired else "fired"
        fired = fired or not isinstance(act, str)
        yield Try(frame.rule, frame.event, frame.mode, _asks(frame), _actor_at(frame), _recipient_at(frame), outcome, act if isinstance(act, str) else "")


def _asks(frame: VerbFrame | NounFrame) -> tuple[str, ...]:
    """The conditions of a frame, named as in the word lists."""
    asked = {"near": frame.near, "actor_sector": frame.actor_sectors}
    if isinstance(frame, VerbFrame):
        asked |= {"subject": frame.subjects, "object": frame.objects, "not_object": frame.not_objects}
        asked |= {f"only {preposition}": heads for preposition, heads in frame.only}
    else:
        asked |= {"of": frame.of}
    lines = [f"{name}: {_some(words)}" for name, words in asked.items() if words]
    lines += [f"with {preposition}" + (f": {_some(heads)}" if heads else "") for preposition, heads in frame.where]
    if isinstance(frame, VerbFrame):
        lines += [name for name, asked_for in (("passive", frame.passive), ("done", frame.done)) if asked_for]
    return (*lines, "a light verb") if isinstance(frame, NounFrame) and not frame.alone else tuple(lines)


def _some(words: frozenset[str]) -> str:
    return "، ".join(sorted(words))


def _actor_at(frame: VerbFrame | NounFrame) -> str:
    if isinstance(frame, VerbFrame):
        return frame.actor
    return "، ".join(_sides(frame, "actor", frame.actor))


def _recipient_at(frame: VerbFrame | NounFrame) -> str:
    if isinstance(frame, VerbFrame):
        return "، ".join(frame.recipient)
    return "، ".join(_sides(frame, "recipient", frame.recipient))


def _sides(frame: NounFrame, side: str, prepositions: Sequence[str]) -> Iterator[str]:
    """Where a noun has its actor or recipient: its genitive, its adjective of nationality, behind prepositions."""
    if frame.genitive in (side, "both"):
        yield "genitive"
    if side == "recipient" and frame.object_after_genitive:
        yield "object"
    if frame.adjective == side:
        yield "adjective"
    yield from prepositions


def _vouched(sight: _Sight, told: Told, sources: tuple[str, ...]) -> Vouched:
    """What the status of the fullest telling came from."""
    scene, act = sight.seen.scene, told.act
    doubt = doubt_at(scene.doubts.get(act.sentence, ()), act.trigger[0])
    telling = telling_of(scene, act, doubt)
    cue = next((w.raw for w in scene.words if telling is not None and w.start == telling.cue), "")
    return Vouched(
        told.status, _basis(told, doubt.kind if doubt is not None else "", telling is not None), doubt.kind if doubt is not None else "",
        sight.cut(doubt.first, doubt.last) if doubt is not None else "", telling.stance if telling is not None else "", cue, sources,
    )


def _basis(told: Told, doubt: str, telling: bool) -> str:
    """What the status came from; the order is that of `events.status`."""
    if told.status == "denied" and doubt != "denied":
        return "a denial that points back"
    if doubt and told.status != "asserted":
        return "doubt"
    if doubt:
        return "the act that its doubt makes it"
    if told.act.status != "asserted":
        return "the frame or its tense"
    if told.act.claimed:
        return "an accusation that it is the claim of"
    if told.status == "alleged":
        return "who tells it"
    if told.status == "planned":
        return "its date, after that of the article"
    return "told by a source, undoubted" if telling else "the article itself, undoubted"


def _codes(country: str | None, sector: str | None) -> str:
    told = " ".join(x for x in (country, sector) if x)
    return f" ({told})" if told else ""

"""From the acts that clauses tell to the events of the record."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.phrase import Phrase
from khabar.clauses.verbs import Verb
from khabar.dates.later import later
from khabar.doubt import Doubt, doubt_at
from khabar.events.acts import Act
from khabar.events.codebook import Codebook
from khabar.events.confidence import kind_of
from khabar.events.contexts import Contexts
from khabar.events.denials import denials
from khabar.events.extent import extent
from khabar.events.join import Told, join
from khabar.events.status import quote_around, source_of, status_of, still_to_come
from khabar.events.tolls import KINDS, Tolls
from khabar.events.when import Times
from khabar.events.where import Map, by_trigger
from khabar.lexicon.terms import Spot
from khabar.model import Actor, Article, Count, Date, Event, Evidence, Place, Quote
from khabar.quotes import Telling, telling_around
from khabar.text.sentences import Sentence
from khabar.text.words import Word


class Scene(NamedTuple):
    """All that the earlier stages found in one article."""

    article: Article
    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    dates: tuple[Date, ...]
    actors: Mapping[str, Actor]
    ids: Mapping[int, str]
    quotes: tuple[Quote, ...]
    tellings: tuple[Telling, ...]
    doubts: Mapping[int, tuple[Doubt, ...]]
    phrases: tuple[Phrase, ...]
    verbs: tuple[Verb, ...]
    spots: Mapping[str, Spot]
    partisans: frozenset[str]


def code(scene: Scene, acts: Sequence[Act], book: Codebook) -> tuple[Event, ...]:
    """The events of an article, "e1" the first it tells."""
    at_verbs = frozenset(v.at for v in scene.verbs)
    times = times_of(scene, acts, book)
    places = by_trigger(
        Map(
            scene.article, scene.words, scene.sentences, scene.phrases, scene.quotes, scene.spots, book.where, book.when.barriers, at_verbs,
        ), acts,
    )
    tolls = Tolls(scene.article, scene.words, scene.sentences, scene.dates, scene.phrases, at_verbs, book.tolls).all(acts)
    contexts = Contexts(scene.words, scene.sentences, scene.article.title, book.contexts)
    groups = tellings_joined(scene, acts, times)
    return tuple(_event(scene, number, group, book, times, places, tolls, contexts) for number, group in enumerate(groups, 1))


def times_of(scene: Scene, acts: Sequence[Act], book: Codebook) -> dict[int, tuple[str, str]]:
    """The date of each act and what tells it, by the first word of its trigger."""
    done = frozenset(v.at for v in scene.verbs if v.tense == "perfect")
    return Times(scene.words, scene.sentences, scene.dates, scene.quotes, scene.article.published or "", book.when, done).all(acts)


def tellings_joined(scene: Scene, acts: Sequence[Act], times: Mapping[int, tuple[str, str]]) -> list[tuple[Told, ...]]:
    """The tellings of each event, the fullest first, in the order of the events."""
    told = [_told(scene, act, times) for act in acts]
    told = [t for t in told if t.status != "nonevent"]
    told += denials(told, scene.doubts, scene.words, scene.tellings)

    def country(actor: str) -> str:
        """The state of an actor that stands for it; nothing for groups, people of a country and people with a name."""
        told = scene.actors[actor]
        stands = told.kind in ("country", "organization") or told.rule.startswith("office:") or told.rule == "office"
        return told.country or "" if told.sector == "GOV" and stands else ""

    return sorted(join(told, country), key=lambda g: g[0].act.trigger[0])


def _told(scene: Scene, act: Act, times: Mapping[int, tuple[str, str]]) -> Told:
    trigger = scene.words[act.trigger[0]]
    doubts = scene.doubts.get(act.sentence, ())
    doubt = doubt_at(doubts, act.trigger[0])
    if doubt is None and act.trigger[0] > 1 and scene.words[act.trigger[0] - 1].form in ("الذي", "التي"):
        described = doubt_at(doubts, act.trigger[0] - 2)  # ذكرى المذابح التي ارتكبتها
        doubt = described if described is not None and described.kind == "nonevent" else None
    telling = telling_of(scene, act, doubt)
    speakers = [scene.actors[s] for s in telling.speakers] if telling is not None else []
    actors = tuple(dict.fromkeys(scene.ids[p.first] for p in act.actors if p.first in scene.ids))
    recipients = tuple(dict.fromkeys(scene.ids[p.first] for p in act.recipients if p.first in scene.ids and scene.ids[p.first] not in actors))
    doers = [scene.actors[a] for a in actors]
    status = status_of(act, doubt, telling, doers, speakers, scene.partisans)
    date, _ = times[act.trigger[0]]
    source = source_of(act, telling, doers, speakers)
    if status == "asserted" and _ahead(scene, act):
        status = "planned"
    if status == "negated" and act.negated:
        act, status = act._replace(event=act.negated, mode=""), "asserted"
    if status == "planned":
        event, mode, status = still_to_come(act, any(d.kind == "hypothetical" for d in doubts))
        act = act._replace(event=event, mode=mode)
    return Told(act, actors, recipients, date, status, source, trigger.stem)


def telling_of(scene: Scene, act: Act, doubt: Doubt | None) -> Telling | None:
    """On whose word an act stands: whoever tells it, else whoever tells that it is not so."""
    around = telling_around(scene.tellings, scene.words[act.trigger[0]].start)
    if around is not None or doubt is None:
        return around
    return telling_around(scene.tellings, scene.words[doubt.first].start)


def _ahead(scene: Scene, act: Act) -> bool:
    """Whether an act told without a verb in the perfect is dated, in its clause, after the day of the article."""
    today = scene.article.published
    if today is None or any(v.at == act.trigger[0] and v.tense == "perfect" for v in scene.verbs):
        return False
    first, last = scene.words[min(act.first, act.trigger[0])].start, scene.words[act.last - 1].end
    trigger = scene.words[act.trigger[0]].start
    inside = [d for d in scene.dates if first <= d.start and d.end <= last and d.modifier not in ("since", "until")]
    nearest = min(inside, key=lambda d: abs(d.start - trigger), default=None)
    return nearest is not None and later(nearest.value, today)


def _evidence(scene: Scene, act: Act) -> Evidence:
    first, last = extent(scene.words, scene.sentences[act.sentence], act)
    while last - 1 > act.trigger[0] and scene.words[last - 1].kind in ("sign", "break"):
        last -= 1
    while first < act.trigger[0] and scene.words[first].kind != "word" and scene.words[first].kind != "number":
        first += 1
    return scene.article.cite(scene.words[first].start, scene.words[last - 1].end)


def _event(
    scene: Scene, number: int, group: Sequence[Told], book: Codebook, times: Mapping[int, tuple[str, str]],
    places: Mapping[int, tuple[Place | None, str]], tolls: Mapping[int, Mapping[str, Count]], contexts: Contexts,
) -> Event:
    best = group[0]
    act = best.act
    actors, recipients = best.actors, best.recipients
    for other in group[1:]:
        actors = actors or other.actors
        recipients = recipients if recipients or act.reciprocal else tuple(r for r in other.recipients if r not in actors)
    source = best.source or next((t.source for t in group if t.act.sentence == act.sentence and t.stem == best.stem and t.source), ())  # the same noun, once more, in what somebody says of it
    mode = next((t.act.mode for t in group if t.act.mode), "")
    date, basis = times[act.trigger[0]]
    dated = next((t for t in group if t.date), None)
    if not date and dated is not None:
        date, basis = dated.date, "article"
    place, told_by = next((places[t.act.trigger[0]] for t in group if places[t.act.trigger[0]][1] == "clause"), places[act.trigger[0]])
    counts = {k: next((c for t in group if (c := tolls.get(t.act.trigger[0], {}).get(k)) is not None), None) for k in KINDS}
    trigger = scene.article.cite(scene.words[act.trigger[0]].start, scene.words[act.trigger[1] - 1].end)
    quote = quote_around(scene.quotes, trigger.start)
    return Event(
        id=f"e{number}", event=act.event, mode=mode or None, actor=actors, recipient=recipients, date=date or None,
        date_basis=basis or None,  # type: ignore[arg-type]
        place=place, place_basis=told_by or None, status=best.status,  # type: ignore[arg-type]
        source=source, quote=quote.id if quote is not None else None, trigger=trigger, evidence=_evidence(scene, act),
        mentions=tuple(_evidence(scene, t.act) for t in group[1:]), dead=counts["dead"], injured=counts["injured"], arrested=counts["arrested"],
        displaced=counts["displaced"], contexts=contexts.of(act), quad_code=book.quads[act.event],
        event_scale=book.score(act.event, mode), confidence=book.confidence.get(kind_of(act.rule, actors, recipients), book.confidence["other"]), rule=act.rule,
    )

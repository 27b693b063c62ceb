"""All acts of a text, sentence by sentence, each with whoever the sentences before it are about."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from khabar.clauses.clauses import Clause
from khabar.clauses.pairs import last_two
from khabar.clauses.participles import participles
from khabar.clauses.phrase import Phrase
from khabar.clauses.verbs import Verb
from khabar.events.acts import Act
from khabar.events.aims import aimed
from khabar.events.content import settled
from khabar.events.crowds import same_crowd
from khabar.events.hints import refined
from khabar.events.noun_acts import noun_acts
from khabar.events.site import Site
from khabar.events.verb_acts import verb_acts
from khabar.text.sentences import Sentence

# Verbs of being able, of having to and of wanting, and how many words behind them أن and its verb may stand.
_ABLE = frozenset({"استطاع", "قدر", "وسع", "وجب", "انبغي", "تعين", "توجب", "لزم", "الزم", "اراد", "رغب"})
_CLOSE = 8


class Turn(NamedTuple):
    """A clause whose verb may tell an act: whom it means where it names no subject, and the clauses of its sentence behind it."""

    clause: Clause
    meant: tuple[Phrase, ...]
    later: Sequence[Clause]


class Scope(NamedTuple):
    """One sentence as its acts are looked for: its clauses, those of them whose verbs may tell an act, and whom its nouns without a party mean."""

    number: int
    part: Sentence
    clauses: Sequence[Clause]
    turns: Sequence[Turn]
    carried: tuple[Phrase, ...]


def acts_of(
    site: Site, parts: Sequence[Sentence], verbs: Sequence[Verb], read: Mapping[int, Sequence[Clause]], speaks: Callable[[str], bool],
    leaves_open: Callable[[str], bool],
) -> list[Act]:
    """The acts of all sentences `parts`; `read` are their clauses, `speaks` tells which lemmas are verbs of saying.

    `leaves_open` tells which, negated, tell no act: لم يستبعد is no refusal.
    """
    at_verbs = frozenset(v.at for v in verbs)
    acts: list[Act] = []
    for scope in scopes(site, parts, read, speaks, leaves_open):
        told = [act for turn in scope.turns for act in verb_acts(site, turn.clause, scope.number, turn.meant, turn.later)]
        told += noun_acts(site, scope.part.first, scope.part.last, scope.number, scope.clauses, at_verbs, scope.carried)
        fine = [refined(act, site.words, site.frames) for act in told]
        acts += settled([aimed(site, act, scope.part.last, scope.clauses) for act in fine if act is not None], scope.clauses)
    return same_crowd(acts, site.words, site.frames.crowds)


def scopes(
    site: Site, parts: Sequence[Sentence], read: Mapping[int, Sequence[Clause]], speaks: Callable[[str], bool], leaves_open: Callable[[str], bool],
) -> Iterator[Scope]:
    """Every sentence as its acts are looked for; a pure function of the same values as `acts_of`."""
    carried: tuple[Phrase, ...] = ()
    leading: tuple[Phrase, ...] = ()
    for number, part in enumerate(parts):
        going_on = participles(site.words, part, read[number], site.reader, site.frames.participles, site.covered.__contains__, speaks)
        here = sorted((*read[number], *going_on), key=lambda c: c.verb.at)
        turns: list[Turn] = []
        carried = leading if here and _goes_on(here[0]) and leading else carried
        leading = (_subject(here[0]) if here else ()) or leading
        for place, clause in enumerate(here):
            if place and clause.opener == "ان" and here[place - 1].verb.lemma in _ABLE and here[place - 1].verb.tense != "perfect" and clause.verb.at - here[place - 1].verb.at <= _CLOSE:
                continue  # تستطيع أن تساعد, يجب أن تنسحب: can or ought to, not does
            if not (leaves_open(clause.verb.lemma) and site.reader.denies(clause.verb.at - 1)):
                turns.append(Turn(clause, _meant(site, clause, carried), here[place + 1 :]))
            carried = carried if clause.opener == "participle" else _subject(clause) or carried
        yield Scope(number, part, here, turns, carried)


def _goes_on(clause: Clause) -> bool:
    """وشدد على، كما دعا: a sentence that goes on with whoever the sentence before is about, not with those it mentions last."""
    return clause.subject is None and (clause.verb.before.startswith("و") or clause.opener in ("كما", "وقد"))


def _meant(site: Site, clause: Clause, carried: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Whom a verb without a subject means: whoever the clause before is about; of a verb in the dual, that one and the other named last."""
    if clause.subject is not None or clause.verb.person not in ("3md", "3fd"):
        return carried
    return last_two(site.words, site.named, clause.verb.at, [p for p in carried if p.kind == "person"]) or carried


def _subject(clause: Clause) -> tuple[Phrase, ...]:
    """Who the next clause is about, if it names nobody."""
    return clause.subject.phrases if clause.subject is not None else ()

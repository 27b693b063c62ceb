"""Whether two articles tell of one event, and why: a pure comparison of what each tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from khabar.store.tokens import frequencies

# Two tellings are one event from this score on.
ENOUGH = 0.6
# Types whose parties stand side by side: who met whom is who met whom.
_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT"})
# How much an actor of a kind (the beginning of its key) says about which event is meant.
_SAYS = {
    "person": 1.0, "office": 0.9, "group": 1.0, "body": 0.9, "institution": 0.8, "country": 0.7, "outlet": 0.5, "people": 0.5, "place": 0.5, "collective": 0.3, "speaker": 0.1,
}
_OTHER = 0.3
_STATES = frozenset({"country", "institution"})
_OF_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
# Statuses that tell of one thing that happened, and those that each stand for themselves.
_HAPPENED = frozenset({"asserted", "alleged"})
_RARE, _COMMON, _UNKNOWN = 50, 5, 40
# Evidence as alike as this overrules a party or a mode that differs: the same words may have been read in two ways.
_OVERRULES = 0.75
# From this weight on evidence is long enough to be compared in full.
_FULL = 180


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as joining sees it: its row across articles, the beginning of its key, its country and sector ("" for none)."""

    root: int
    kind: str
    country: str
    sector: str

    @property
    def generic(self) -> bool:
        """Whether it could be anybody: people, sources, a number of dead."""
        return self.kind in ("collective", "speaker")

    @property
    def of_state(self) -> bool:
        """Whether it may stand for the government of its country."""
        return bool(self.country) and (self.kind == "country" or self.sector in _OF_STATE)


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one article tells it. `first` and `last` are the days that it may have been on, "" where nothing is known; `told` whether the text
    tells them, else they are the day of publication.

    `place` is folded, `exact` whether it is a point on the map and no state.
    """

    event: int
    article: int
    origin: int
    type: str
    mode: str
    status: str
    first: str
    last: str
    told: bool
    published: str
    who: tuple[Party, ...]
    whom: tuple[Party, ...]
    place: str
    exact: bool
    place_country: str
    dead: int | None
    words: frozenset[str]
    words_weight: int
    lead: frozenset[str]
    lead_weight: int

    @property
    def day(self) -> str:
        """The day, "" where it is not known to the day."""
        return self.first if self.first == self.last else ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two tellings are, 0 to about 1.2, and the reasons in words."""

    score: float
    reasons: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reasons in one line."""
        return "; ".join(self.reasons)


def status_class(status: str) -> str:
    """Statuses that may be told of one event share a class."""
    return "happened" if status in _HAPPENED else status


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """How alike two tellings of one type are; None where they cannot be one event."""
    if one.type != other.type or one.article == other.article:
        return None
    place, parties = _place(one, other), _parties(one, other)
    if place is None:
        return None
    evidence = _evidence(one, other)
    days = _days(one, other, evidence)
    modes_differ = one.mode and other.mode and one.mode != other.mode
    if days is None or ((parties is None or modes_differ) and (evidence < _OVERRULES or _two_guests(one, other))):
        return None
    lead = _lead(one, other)
    if not _told_apart(one, other, evidence, lead, place):
        return None
    share, named = parties or (0.0, "")
    told = [(0.40 * share, named), (0.25 * min(1.0, evidence / 0.6), f"evidence alike {evidence:.2f}"), (0.20 * min(1.0, lead / 0.4), f"articles alike {lead:.2f}")]
    told += [(0.15 * days[0], days[1]), (0.12 * place, "the same place" if place > 0.5 else "the same country")]
    if one.mode and one.mode == other.mode:
        told.append((0.05, f"both {one.mode}"))
    if one.dead is not None and one.dead == other.dead:
        told.append((0.05, f"both {one.dead} dead"))
    return Likeness(sum(points for points, _ in told), tuple(reason for points, reason in told if points > 0 and reason))


def _told_apart(one: Telling, other: Telling, evidence: float, lead: float, place: float) -> bool:
    """Whether enough tells this event from others of its kind: the same sides fight every day, and praise is said in formulas."""
    if one.type == "ASSAULT":
        same_dead = one.dead is not None and one.dead == other.dead
        return place == 1.0 or same_dead or evidence >= 0.45 or lead >= 0.4
    if one.type == "SUPPORT" and not (one.told or other.told) and not (one.who and one.whom and other.who and other.whom):
        return evidence >= 0.8
    return True


# -- the day -------------------------------------------------------------------------------------------------------------------


def _days(one: Telling, other: Telling, evidence: float) -> tuple[float, str] | None:
    """How well the days agree; None where they do not."""
    if not one.first or not other.first:
        return (0.1, "a day not told") if evidence >= 0.5 else None
    if one.told != other.told:
        told, published = (one, other) if one.told else (other, one)
        return _published(told, date.fromisoformat(published.first))
    apart = max(_from(one.last, other.first), _from(other.last, one.first))
    if not one.told:
        return (0.6 if apart == 0 else 0.35, "published the same day" if apart == 0 else "published a day apart") if apart <= 1 else None
    if apart <= 0:
        return (1.0, f"both on {one.day}") if one.day and other.day else (0.4, "the days overlap")
    return (0.1, "told a day apart") if apart == 1 and evidence >= 0.6 else None


def _published(told: Telling, day: date) -> tuple[float, str] | None:
    """How well a told day fits an article that was published on `day` and tells none: news is told within two days."""
    before = (day - date.fromisoformat(told.last)).days
    if before > 2 or (date.fromisoformat(told.first) - day).days > (0 if told.status != "planned" else 30):
        return None
    return (0.7 if told.day and before < 2 else 0.4), "the day fits"


def _from(last: str, first: str) -> int:
    """How many days lie from `last` to `first`."""
    return (date.fromisoformat(first) - date.fromisoformat(last)).days


# -- the place -----------------------------------------------------------------------------------------------------------------


def _place(one: Telling, other: Telling) -> float | None:
    """1 for the same place, less where one holds the other, 0 where one is not told; None for two places."""
    if not one.place or not other.place:
        return 0.0
    if one.place == other.place:
        return 1.0
    return 0.3 if one.place_country == other.place_country and not (one.exact and other.exact) else None


# -- the parties ---------------------------------------------------------------------------------------------------------------


def _parties(one: Telling, other: Telling) -> tuple[float, str] | None:
    """How well the parties agree, 0 to 1; None where a side is told by both and is not the same."""
    mutual = one.type in _MUTUAL
    sides = _best_two((*one.who, *one.whom), (*other.who, *other.whom)) if mutual else [_side(one.who, other.who), _side(one.whom, other.whom)]
    if 0.0 in sides:
        return None
    known = [side for side in sides if side is not None]
    share = sum(known) / 2
    named = "the same parties" if len(known) == 2 and min(known) >= 0.5 else "parties alike" if len(known) == 2 else "a party shared" if known else ""
    return share, named


def _best_two(mine: Sequence[Party], theirs: Sequence[Party]) -> list[float | None]:
    """The two best matches between two circles; a side is unknown (None) where one of the circles has no second party."""
    if not mine or not theirs:
        return [None, None]
    pairs = sorted(((_match(m, t), n, k) for n, m in enumerate(mine) for k, t in enumerate(theirs)), key=lambda p: (-p[0], p[1], p[2]))
    score, n, k = pairs[0]
    return [score, _closest([*mine[:n], *mine[n + 1 :]], [*theirs[:k], *theirs[k + 1 :]])]


def _side(mine: Sequence[Party], theirs: Sequence[Party]) -> float | None:
    """The best match of a side; unknown where one tells nobody, or only people that could be anybody and are called otherwise."""
    best = _closest(mine, theirs)
    generic = all(p.generic for p in mine) or all(p.generic for p in theirs)
    return None if not best and generic else best


def _closest(mine: Sequence[Party], theirs: Sequence[Party]) -> float | None:
    """The best match of two circles, None where one is empty; who comes with everybody («الوفد») counts only where one circle names nobody else."""
    named = [[p for p in circle if not p.generic] for circle in (mine, theirs)]
    if all(named):
        mine, theirs = named
    return max((_match(m, t) for m in mine for t in theirs), default=None)


def _two_guests(one: Telling, other: Telling) -> bool:
    """Whether each names people of a country whom the other does not: a host receives two guests in the same words."""
    if one.type not in _MUTUAL:
        return False
    people = [{p for p in (*t.who, *t.whom) if p.kind == "person"} for t in (one, other)]
    mine, theirs = ({p.country for p in circle} for circle in (people[0] - people[1], people[1] - people[0]))
    return bool(mine and theirs) and mine.isdisjoint(theirs) and "" not in mine | theirs


def _match(one: Party, other: Party) -> float:
    """1 for the same actor where it says much, 0.4 for a state or government and who acts for it, else 0."""
    if one.root == other.root:
        return _SAYS.get(one.kind, _OTHER)
    if one.of_state and other.of_state and one.country == other.country and {one.kind, other.kind} & _STATES:
        return 0.4
    return 0.0


# -- the words -----------------------------------------------------------------------------------------------------------------


def _evidence(one: Telling, other: Telling) -> float:
    """The share of the shorter evidence's words that the other has too, rare words counting more, 0 to 1."""
    smaller = min(one.words_weight, other.words_weight)
    return heft(one.words & other.words) / max(smaller, _FULL) if smaller else 0.0


def _lead(one: Telling, other: Telling) -> float:
    """The share of all words of two headlines and first sentences that both have, rare words counting more, 0 to 1."""
    shared = heft(one.lead & other.lead)
    together = one.lead_weight + other.lead_weight - shared
    return shared / together if together else 0.0


def heft(words: Iterable[str]) -> int:
    """The sum of what words say."""
    return sum(weight(word) for word in words)


@lru_cache(maxsize=200_000)
def weight(word: str) -> int:
    """How much a word says: about 50 for a rare one, 5 for the commonest."""
    zipf = frequencies().zipf(word.replace("ء", "ي")) or frequencies().zipf(word.replace("ء", "و"))
    return min(max(70 - round(10 * zipf), _COMMON), _RARE) if zipf else _UNKNOWN

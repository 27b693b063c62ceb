"""Several articles in short: which are about the same matter, and what they tell, in dated lines with those who tell it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Literal, NamedTuple

from khabar.model import Event, Record
from khabar.summary.bullets import Bullet, Language, Tellers, bullets
from khabar.text.fold import fold_word

# How many lines of one article are looked at, how many days two tellings of one act may lie apart, and how many parties and days make one matter.
_LINES, _APART, _PARTIES, _DAYS = 20, 3, 3, 7
_NAMED = 4
# Kinds of keys of parties that many share: two acts on such people are one only where number and day are told alike.
_ANYBODY = frozenset({"collective", "nisba", "head", "speaker"})


class Teller(NamedTuple):
    """One article that tells a line: its id, its outlet ("" where it is not told), and the event of its record."""

    article: str
    outlet: str
    event: str


class StoryLine(NamedTuple):
    """One act: its day ("" where neither text nor page tells one), whether the text or the day of publication tells it, and who tells it."""

    day: str
    basis: Literal["text", "published", "none"]
    text: str
    tellers: tuple[Teller, ...]


class Story(NamedTuple):
    """One matter: the parties named most, the articles, why they were joined, and the lines in the order of their days."""

    parties: tuple[str, ...]
    articles: tuple[str, ...]
    reasons: tuple[str, ...]
    lines: tuple[StoryLine, ...]


class _Told(NamedTuple):
    """A line of one article, with what it is joined by."""

    record: Record
    event: Event
    bullet: Bullet
    who: frozenset[str]
    whom: frozenset[str]
    day: str


def stories(records: Sequence[Record], language: Language, tellers: Tellers) -> tuple[Story, ...]:
    """The records grouped by matter, the largest first. Two articles are joined where they tell the same act (type, a party on each side told
    by both, days at most three apart; people without a name only where number and day are told alike) or were published within a week and share three parties; each join is given as a reason."""
    told = [list(_told(record, language, tellers)) for record in records]
    parent = list(range(len(records)))
    reasons: dict[int, list[str]] = {}
    for one, other in combinations(range(len(records)), 2):
        reason = _reason(records[one], records[other], told[one], told[other])
        if reason:
            _union(parent, one, other)
            reasons.setdefault(other, []).append(reason)
    groups: dict[int, list[int]] = {}
    for number in range(len(records)):
        groups.setdefault(_root(parent, number), []).append(number)
    found = [_story([records[n] for n in group], [t for n in group for t in told[n]], [r for n in group for r in reasons.get(n, ())]) for group in groups.values()]
    return tuple(sorted(found, key=lambda story: -len(story.articles)))


def _told(record: Record, language: Language, tellers: Tellers) -> Iterator[_Told]:
    events = {e.id: e for e in record.events}
    keys = {a.id: a.key for a in record.actors}
    for bullet in bullets(record, language, tellers, _LINES):
        event = events[bullet.event]
        who, whom = (frozenset(keys[a] for a in side) for side in (event.actor, event.recipient))
        yield _Told(record, event, bullet, who, whom, event.date or record.article.published or "")


def _reason(one: Record, other: Record, mine: Sequence[_Told], theirs: Sequence[_Told]) -> str:
    """Why two articles are about the same matter; "" where they are not."""
    for a in mine:
        for b in theirs:
            if _same(a, b):
                return f"{one.article.id} {a.event.id} = {other.article.id} {b.event.id}: {a.event.event}, {', '.join(sorted((a.who | a.whom) & (b.who | b.whom)))}"
    shared = _parties(one) & _parties(other)
    if len(shared) >= _PARTIES and _near(one.article.published or "", other.article.published or "", _DAYS):
        return f"{one.article.id}, {other.article.id}: {', '.join(sorted(shared))}"
    return ""


def _same(a: _Told, b: _Told) -> bool:
    """Whether two lines tell one act."""
    if a.event.event != b.event.event or (a.event.mode and b.event.mode and a.event.mode != b.event.mode) or a.event.status != b.event.status:
        return False
    if not _near(a.day, b.day, _APART if not (a.event.date and b.event.date) else 1):
        return False
    sides = ((a.who, b.who), (a.whom, b.whom))
    if not all(left & right or (not left and not right) for left, right in sides):
        return False
    if any(_named(left & right) for left, right in sides):
        return True
    return bool(a.event.date) and a.event.date == b.event.date and _first(a) == _first(b)


def _named(keys: frozenset[str]) -> bool:
    """Whether one of these parties is somebody, and not anybody («30 شخصا»)."""
    return any(key.split(":")[0] not in _ANYBODY for key in keys)


def _first(told: _Told) -> str:
    """The act of a line, without who says so."""
    return fold_word(told.bullet.text.split("،")[0].rstrip("."))


def _parties(record: Record) -> frozenset[str]:
    """The parties to the acts of a record that have a name; states alone tell no matter."""
    taking = {a for e in record.events for a in (*e.actor, *e.recipient)}
    return frozenset(a.key for a in record.actors if a.id in taking and a.key.split(":")[0] in ("person", "group", "body"))


def _near(one: str, other: str, days: int) -> bool:
    """Whether two days lie so near; a month or a year holds its days, and what is not told is near to nothing."""
    if not one or not other:
        return False
    if one.startswith(other) or other.startswith(one):
        return True
    try:
        return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days) <= days
    except ValueError:
        return False


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _union(parent: list[int], one: int, other: int) -> None:
    parent[_root(parent, other)] = _root(parent, one)


def _story(records: Sequence[Record], told: Sequence[_Told], reasons: Sequence[str]) -> Story:
    groups: list[list[_Told]] = []
    for line in told:
        home = next((g for g in groups if all(_same(line, other) and line.record is not other.record for other in g)), None)
        if home is None:
            groups.append([line])
        else:
            home.append(line)
    lines = sorted((_line(group) for group in groups), key=lambda line: (not line.day, line.day))
    named = Counter(a.name for r in records for e in r.events for a in r.actors if a.id in (*e.actor, *e.recipient) and a.key.split(":")[0] not in _ANYBODY)
    return Story(tuple(n for n, _ in named.most_common(_NAMED)), tuple(r.article.id for r in records), tuple(reasons), tuple(lines))


def _line(group: Sequence[_Told]) -> StoryLine:
    """One act told by several: in the words of the telling that tells most."""
    best = max(group, key=lambda t: (t.event.date is not None, len(t.bullet.parts)))
    dated = next((t for t in group if t.event.date), None)
    day = (dated or best).event.date or best.day
    basis: Literal["text", "published", "none"] = "text" if dated is not None else "published" if day else "none"
    tellers = tuple(Teller(t.record.article.id, t.record.article.outlet or "", t.event.id) for t in group)
    return StoryLine(day, basis, best.bullet.text, tellers)

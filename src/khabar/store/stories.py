"""Events of many articles joined into stories, one by one as they come; every join says why."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from khabar.store.decisions import apart, name_of, together
from khabar.store.outline import outline
from khabar.store.same_event import ENOUGH, Likeness, Telling, likeness, status_class
from khabar.store.tellings import Tellings, keys

# Days on both sides that are looked at, tellings of one key and day window that are compared, and members of a story that have to agree.
_WINDOW = 2
_LOOKED_AT = 60
_AGREEING = 5
# What every member of a story has to reach, beside the one that fits best.
_LEAST = ENOUGH - 0.15
# From this likeness on a denial is one of that story.
_DENIED = 0.5


class Place(NamedTuple):
    """Where an event stands: its story, what joined it, and the events that were found like it."""

    story: int
    score: float
    why: str
    beside: int | None
    basis: str
    besides: tuple[int, ...]


_NONE: Mapping[str, Place] = {}


class Joiner:
    """Joins new events to the stories of a store; called inside a transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._tellings = Tellings(connection)

    def add(self, events: list[int], former: Mapping[str, Place] = _NONE) -> None:
        """Gives each of the new events of one article its story: one that is there, or one of its own.

        `former` tells where events stood before the article was read anew, by their names in decisions; who is unchanged stays there.
        """
        taken: set[int] = set()
        for event in events:
            telling = self._tellings.of(event)
            before = former.get(name_of(self._connection, event)) if former else None
            story = self._return(telling, before) if before is not None and before.story not in taken else self._join(telling, taken)
            if before is not None:
                self._connection.executemany("UPDATE story_events SET beside = ? WHERE event = ?", [(event, other) for other in before.besides])
            taken.add(story)
            self._file(telling)
            self._deny(telling, story)

    def leave(self, article: int) -> None:
        """Takes the events of an article out of their stories; a story that nobody tells any more is gone."""
        for story in {place.story for place in self.lift(article).values()}:
            outline(self._connection, story, self._tellings)

    def lift(self, article: int) -> dict[str, Place]:
        """Takes the events of an article out of their stories and tells where they stood; `settle` or `add` has to follow."""
        ask = self._connection.execute
        found = {}
        for (event,) in ask("SELECT row FROM events WHERE article = ?", (article,)).fetchall():
            row = ask("SELECT story, score, why, beside, basis FROM story_events WHERE event = ?", (event,)).fetchone()
            ask("DELETE FROM story_keys WHERE event = ?", (event,))
            ask("DELETE FROM ties WHERE event = ?", (event,))
            ask("DELETE FROM story_events WHERE event = ?", (event,))
            besides = tuple(other for (other,) in ask("SELECT event FROM story_events WHERE beside = ?", (event,)))
            ask("UPDATE story_events SET beside = NULL WHERE beside = ?", (event,))
            self._tellings.drop(event)
            if row is not None:
                story, score, why, beside, basis = row
                found[name_of(self._connection, event)] = Place(story, score, why, beside, basis, besides)
        return found

    def settle(self, stories: Iterable[int]) -> None:
        """Writes down anew what the members of some stories come to."""
        for story in sorted(set(stories)):
            outline(self._connection, story, self._tellings)

    def _return(self, telling: Telling, place: Place) -> int:
        """Puts an event back where it stood."""
        return self._put(telling, place.story, place.score, place.why, place.beside, place.basis)

    def _join(self, telling: Telling, taken: set[int]) -> int:
        """The story of `telling`, no story that another event of its article has."""
        wanted = together(self._connection, telling.event)
        if wanted is not None:
            return self._put(telling, wanted[0], 1.0, "joined by a person", wanted[1], "person")
        best = self._best(telling, taken)
        if best is not None:
            story, beside, found = best
            return self._put(telling, story, found.score, found.why, beside, "rule")
        cursor = self._connection.execute(
            "INSERT INTO stories (event, status, day, head, articles, outlets, origins, disputed) VALUES (?, ?, ?, ?, 1, 1, 1, 0)",
            (telling.type, status_class(telling.status), telling.day or None, telling.event),
        )
        return self._put(telling, int(cursor.lastrowid or 0), 1.0, "the first telling", None, "rule")

    def _put(self, telling: Telling, story: int, score: float, why: str, beside: int | None, basis: str) -> int:
        values = (telling.event, story, round(score, 3), why, beside, basis)
        self._connection.execute("INSERT INTO story_events VALUES (?, ?, ?, ?, ?, ?)", values)
        if beside is not None:
            outline(self._connection, story, self._tellings)
        return story

    def _best(self, telling: Telling, taken: set[int]) -> tuple[int, int, Likeness] | None:
        """The story that fits best, the event of it that fits best, and how alike that is."""
        found: dict[int, list[tuple[float, int, Likeness]]] = defaultdict(list)
        for story, event in self._candidates(telling):
            if story in taken:
                continue
            alike = likeness(telling, self._tellings.of(event))
            if alike is not None:
                found[story].append((alike.score, -event, alike))
        ranked = sorted(((max(likes), story) for story, likes in found.items()), key=lambda r: (-r[0][0], r[1]))
        for (score, event, alike), story in ranked:
            if score < ENOUGH:
                return None
            if self._fits(telling, story) and not apart(self._connection, telling.event, story):
                return story, -event, alike
        return None

    def _fits(self, telling: Telling, story: int) -> bool:
        """Whether the latest members of a story agree: none tells of something else, and most are alike enough."""
        members = self._connection.execute(
            "SELECT event FROM story_events WHERE story = ? ORDER BY event DESC LIMIT ?", (story, _AGREEING),
        ).fetchall()
        alike = [likeness(telling, self._tellings.of(event)) for (event,) in members]
        if any(self._tellings.of(event).article == telling.article for (event,) in members):
            return False
        good = sum(a is not None and a.score >= _LEAST for a in alike)
        return None not in alike and 2 * good > len(alike)

    def _candidates(self, telling: Telling, kind: str | None = None) -> list[tuple[int, int]]:
        """Stories and events that share a key with `telling` within the window of days, those found by most keys first."""
        middle = telling.day or telling.published
        if not middle:
            return []
        day = date.fromisoformat(middle)
        first, last = (day - timedelta(days=_WINDOW)).isoformat(), (day + timedelta(days=_WINDOW)).isoformat()
        shared: dict[int, int] = defaultdict(int)
        for key in keys(telling):
            key = key if kind is None else key.replace(f" {status_class(telling.status)} ", f" {kind} ", 1)
            rows = self._connection.execute(
                "SELECT event FROM story_keys WHERE key = ? AND day BETWEEN ? AND ? ORDER BY day DESC, event DESC LIMIT ?", (key, first, last, _LOOKED_AT),
            )
            for (event,) in rows:
                shared[event] += 1
        ranked = sorted(shared, key=lambda e: (-shared[e], e))[:_LOOKED_AT]
        ask = self._connection.execute
        return [(int(ask("SELECT story FROM story_events WHERE event = ?", (event,)).fetchone()[0]), event) for event in ranked if event != telling.event]

    def _file(self, telling: Telling) -> None:
        day = telling.day or telling.published
        if day:
            self._connection.executemany("INSERT OR IGNORE INTO story_keys VALUES (?, ?, ?)", [(key, day, telling.event) for key in keys(telling)])

    def _deny(self, telling: Telling, story: int) -> None:
        """Sets a denial beside what it denies."""
        kind = status_class(telling.status)
        if kind not in ("happened", "denied"):
            return
        other = "denied" if kind == "happened" else "happened"
        for against, event in self._candidates(telling, other):
            alike = likeness(telling, self._tellings.of(event))
            if alike is not None and alike.score >= _DENIED:
                pair = (story, against) if kind == "denied" else (against, story)
                self._connection.execute("INSERT OR IGNORE INTO denials VALUES (?, ?)", pair)
                outline(self._connection, pair[1], self._tellings)
                return


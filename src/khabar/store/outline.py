"""What lists show of a story, kept with it: its day, the event that shows it, how many tell it, and whether they agree."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from khabar.store.same_event import Telling
from khabar.store.tellings import Tellings


class Teller(NamedTuple):
    """An article that tells a story: its outlet, the first article of its text, and the agencies that it names."""

    article: int
    outlet: str
    origin: int
    agencies: tuple[str, ...]


def outline(connection: sqlite3.Connection, story: int, tellings: Tellings) -> None:
    """Writes down what the members of `story` come to; takes the story away where it has none."""
    rows = connection.execute(
        "SELECT s.event, a.row, coalesce(a.outlet, ''), a.origin, a.agencies FROM story_events s JOIN events e ON e.row = s.event "
        "JOIN articles a ON a.row = e.article WHERE s.story = ? ORDER BY s.event",
        (story,),
    ).fetchall()
    if not rows:
        connection.execute("DELETE FROM stories WHERE row = ?", (story,))
        return
    members = [tellings.of(row[0]) for row in rows]
    tellers = [Teller(article, outlet, origin, tuple(json.loads(agencies))) for _, article, outlet, origin, agencies in rows]
    denied = connection.execute("SELECT 1 FROM denials WHERE other = ?", (story,)).fetchone() is not None
    connection.execute(
        "UPDATE stories SET day = ?, head = ?, articles = ?, outlets = ?, origins = ?, disputed = ? WHERE row = ?",
        (
            day_of(members), head(members).event, len({t.article for t in tellers}), len({t.outlet or t.article for t in tellers}), origins(tellers),
            int(denied or tolls_differ(connection, story)), story,
        ),
    )


def day_of(members: Sequence[Telling]) -> str | None:
    """The day that a text tells, else the first on which one was published."""
    told = sorted(m.day for m in members if m.told and m.day)
    return min(told, default=None) or min((m.day for m in members if m.day), default=None)


def head(members: Sequence[Telling]) -> Telling:
    """The telling that says most: both parties, a place, a day; the earlier wins a tie."""
    return max(members, key=lambda m: (bool(m.who) + bool(m.whom), bool(m.place), m.told, -m.event))


def origins(tellers: Iterable[Teller]) -> int:
    """How many tellers are independent: reprints of one text are one, and so are articles that name one agency."""
    groups: list[set[object]] = []
    for teller in tellers:
        mine: set[object] = {teller.origin, *teller.agencies}
        for group in [g for g in groups if g & mine]:
            groups.remove(group)
            mine |= group
        groups.append(mine)
    return len(groups)


def tolls_differ(connection: sqlite3.Connection, story: int) -> bool:
    """Whether two tellers give numbers of dead that cannot both be right."""
    rows = connection.execute(
        "SELECT e.dead_min, e.dead_max FROM story_events s JOIN events e ON e.row = s.event WHERE s.story = ? "
        "AND (e.dead_min IS NOT NULL OR e.dead_max IS NOT NULL)",
        (story,),
    ).fetchall()
    least = max((low for low, _ in rows if low is not None), default=0)
    most = min((high for _, high in rows if high is not None), default=None)
    return most is not None and least > most

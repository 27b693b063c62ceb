"""Joins that a person makes or undoes; both stay, also when articles are read anew."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from khabar.errors import StoreError
from khabar.store.connection import opened_for_writing, told, transaction
from khabar.store.decisions import decide
from khabar.store.outline import outline
from khabar.store.runs import begin_run, end_run
from khabar.store.same_event import status_class
from khabar.store.tellings import Tellings


def split(path: Path, story: int, article: str, *, now: str) -> int:
    """Takes what the article `article` tells out of `story`; gives the number of the story that it becomes. Raises StoreError where it is not in it."""
    return _written(path, f"split {story} {article}", now, lambda connection: _split(connection, story, article, now))


def join(path: Path, story: int, other: int, *, now: str) -> int:
    """Makes `other` part of `story`; gives the number of `story`. Raises StoreError where one is not there or an article tells both."""
    return _written(path, f"join {story} {other}", now, lambda connection: _join(connection, story, other, now))


def _written(path: Path, command: str, now: str, change: Callable[[sqlite3.Connection], int]) -> int:
    if not path.is_file():
        raise StoreError(f"{path}: no such file")
    with told(path):
        connection = opened_for_writing(path)
        try:
            with transaction(connection):
                run = begin_run(connection, command, now)
                number = change(connection)
                end_run(connection, run, now)
            return number
        finally:
            connection.close()


def _split(connection: sqlite3.Connection, story: int, article: str, now: str) -> int:
    members = _members(connection, story)
    mine = [event for event, id_ in members if id_ == article]
    if not mine:
        raise StoreError(f"story {story} is not told by an article {article}")
    if len(members) == len(mine):
        raise StoreError(f"story {story} is told by {article} alone")
    for event in mine:
        for other, id_ in members:
            if id_ != article:
                decide(connection, event, other, "apart", now)
    tellings = Tellings(connection)
    first = tellings.of(mine[0])
    cursor = connection.execute(
        "INSERT INTO stories (event, status, day, head, articles, outlets, origins, disputed) VALUES (?, ?, ?, ?, 1, 1, 1, 0)",
        (first.type, status_class(first.status), first.day or None, first.event),
    )
    number = int(cursor.lastrowid or 0)
    for event in mine:
        connection.execute(
            "UPDATE story_events SET story = ?, score = 1, why = 'parted by a person', beside = NULL, basis = 'person' WHERE event = ?", (number, event),
        )
    outline(connection, story, tellings)
    outline(connection, number, tellings)
    return number


def _join(connection: sqlite3.Connection, story: int, other: int, now: str) -> int:
    mine, theirs = _members(connection, story), _members(connection, other)
    for number, members in ((story, mine), (other, theirs)):
        if not members:
            raise StoreError(f"no story {number}")
    if story == other:
        raise StoreError(f"story {story} is one already")
    for event, _ in theirs:
        decide(connection, mine[0][0], event, "together", now)
        connection.execute(
            "UPDATE story_events SET story = ?, score = 1, why = 'joined by a person', beside = ?, basis = 'person' WHERE event = ?", (story, mine[0][0], event),
        )
    tellings = Tellings(connection)
    outline(connection, other, tellings)
    outline(connection, story, tellings)
    return story


def _members(connection: sqlite3.Connection, story: int) -> list[tuple[int, str]]:
    """The events of a story with the ids of their articles."""
    return connection.execute(
        "SELECT t.event, a.id FROM story_events t JOIN events e ON e.row = t.event JOIN articles a ON a.row = e.article WHERE t.story = ? ORDER BY t.event", (story,),
    ).fetchall()

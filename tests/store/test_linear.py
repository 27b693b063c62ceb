"""The work of storing one more article does not grow with the store: counted in steps of SQLite's machine, not in time."""

import dataclasses
import sqlite3
from pathlib import Path

from khabar.api import load_reader
from khabar.reading import read_article
from khabar.store.connection import opened_for_writing, transaction
from khabar.store.ingest import _Ingest
from khabar.store.prepare import digest_of, prepared
from khabar.store.save import save
from khabar.store.stories import Joiner
from tests.store.made import made_articles

LOT, CROWD = 40, 20_000


def test_the_work_does_not_grow_with_the_store(tmp_path: Path) -> None:
    records = [read_article(a, load_reader()) for a in made_articles(LOT, 3)]
    connection, steps = opened_for_writing(tmp_path / "news.db"), [0]
    connection.set_progress_handler(lambda: steps.__setitem__(0, steps[0] + 1), 10)
    joiner, per_lot = Joiner(connection), []
    ingest = _Ingest(connection, lambda tally: None, False, "")
    for turn in range(5):
        if turn == 4:
            _crowd(connection)
        before = steps[0]
        for record in records:
            # the same news in another year, so that nothing is joined across lots
            article = dataclasses.replace(record.article, id=f"{turn}-{record.article.id}", published=f"{2000 + turn}{(record.article.published or '')[4:]}")
            other = dataclasses.replace(record, article=article, events=tuple(dataclasses.replace(e, date=None) for e in record.events))
            digest = digest_of(article)
            ingest._check(article)
            assert not ingest._known(article, digest)
            with transaction(connection):
                save(connection, prepared(other, digest), joiner)
        per_lot.append(steps[0] - before)
    connection.close()
    assert per_lot[4] < 1.3 * per_lot[3]


def _crowd(connection: sqlite3.Connection) -> None:
    """Fills the tables that grow with the news with rows that nothing new has to do with."""
    numbers = range(1_000_000, 1_000_000 + CROWD)
    with transaction(connection):
        connection.executemany(
            "INSERT INTO articles (row, id, version, current, digest, outlet, published, title, language, authors, agencies, abstract, origin, khabar, lexicon, text) "
            "VALUES (?, 'crowd-' || ?, 1, 1, '', 'الصحيفة', '1999-01-01', '', 'ar', '[]', '[]', '[]', ?, '', '', '')",
            [(n, n, n) for n in numbers],
        )
        connection.executemany("INSERT INTO actors (row, key, root, name, kind) VALUES (?, 'group:crowd-' || ?, ?, '', 'group')", [(n, n, n) for n in numbers])
        connection.executemany("INSERT INTO roles VALUES (?, 'a1', ?, '', NULL, NULL, NULL, '')", [(n, n) for n in numbers])
        connection.executemany("INSERT INTO spellings VALUES (?, 'x', 'x', 1)", [(n,) for n in numbers])
        connection.executemany("INSERT INTO sketches VALUES (?, ?)", [(-n, n) for n in numbers])
        connection.executemany("INSERT INTO places (row, name) VALUES (?, 'crowd-' || ?)", [(n, n) for n in numbers])

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

from khabar.errors import StoreError
from khabar.store import Filters, Store
from khabar.store.connection import APPLICATION, opened_for_writing, statements
from khabar.store.reread import reread
from tests.store.conftest import NOW, fill
from tests.store.made import made_articles
from tests.store.test_ingest import tables

MIGRATIONS = sorted((files("khabar.store") / "migrations").iterdir(), key=lambda f: f.name)
QUERIES = ("وزير", "تركيا OR اليونان", "التق*", '"وزير الخارجية"', 'exact:"أعلنت"')
FILTERS = (
    Filters(), Filters(type="CONSULT"), Filters(type="ACCUSE", country="GRC"), Filters(status="planned"), Filters(country="TUR"), Filters(type="AGREE", status="planned", country="IND"),
    Filters(actor="تركيا"), Filters(actor="تركيا", type="SANCTION"), Filters(source="تركيا"), Filters(status="planned", country="KEN"), Filters(status="denied"),
)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    fill(tmp_path / "new.db", made_articles(60, 3))
    return tmp_path / "new.db"


def lower(new: Path, old: Path, version: int) -> None:
    """The store `new` as a Khabar that knew the first `version` migrations would have left it."""
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        for statement in (s for f in MIGRATIONS[:version] for s in statements(f.read_text("utf-8"))):
            connection.execute(statement)
        connection.execute("ATTACH ? AS new", (str(new),))
        known = "SELECT name FROM {}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'words_%' AND name NOT LIKE 'sqlite_%'"
        for (name,) in connection.execute(f"{known.format('main')} INTERSECT {known.format('new')}").fetchall():
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({name})")) + (", rowid" if name == "words" else "")
            connection.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM new.{name}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {version}")


def test_an_older_store_answers_like_a_new_one(new: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    lower(new, old, 3)
    with pytest.raises(StoreError, match="older Khabar"):
        Store.open(old)
    opened_for_writing(old).close()
    after = tables(old)
    opened_for_writing(old).close()  # again: nothing is left to do
    assert tables(old) == after
    wanted = tables(new)
    assert wanted.pop("word_places") and after.pop("word_places") == [] and after == wanted
    with Store.open(old) as one, Store.open(new) as other:
        for query in QUERIES:
            assert [one.search(query, f) for f in FILTERS] == [other.search(query, f) for f in FILTERS]
        assert [one.articles(f) for f in FILTERS] == [other.articles(f) for f in FILTERS]


def test_reading_anew_keeps_what_an_older_store_lacks(new: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    lower(new, old, 3)
    reread(old, every=True, jobs=1, now=lambda: NOW, tell=lambda changes: None)
    assert tables(old) == tables(new)


def test_a_mark_is_what_the_events_say(new: Path) -> None:
    """The marks against the same question asked of the events one by one."""
    with Store.open(new) as store:
        for f in FILTERS:
            if f.actor or f.source or f.status == "denied" or not (f.type or f.status):
                continue
            fit = set()
            for record, _ in store.records():
                of = {a.id: a.country for a in record.actors}
                if any(
                    f.type in (None, e.event) and f.status in (None, e.status) and (f.country is None or f.country in {of[x] for x in (*e.actor, *e.recipient)})
                    for e in record.events
                ):
                    fit.add(record.article.id)
            assert fit and {x.id for x in store.articles(f, limit=100).listings} == fit

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

import khabar
from khabar.errors import StoreError
from khabar.model import Record
from khabar.store import Failure, Filters, Incoming, Store, ingest
from khabar.store import connection as connection_module
from khabar.store.connection import APPLICATION, opened_for_writing, statements
from tests.store.conftest import DAY, NOW, article, fill

TEXT = "التقى الرئيس الفنلندي نظيره الإستوني في هلسنكي أمس. وقال الرئيس الفنلندي إن «اللقاء كان مثمرا»."


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in a store but the diary of its runs."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        names = [n for (n,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words_%' AND name NOT LIKE 'marks_%' AND name <> 'runs'")]
        return {name: connection.execute(f"SELECT * FROM {name} ORDER BY {'1, 2' if name != 'marks' else 'rowid'}").fetchall() for name in names}


def test_a_record_comes_back_as_it_was_read(store) -> None:
    kept = store(article("a", TEXT, title="لقاء"))
    record = khabar.read(TEXT, title="لقاء", published=DAY, outlet="الصحيفة", id="a")
    back = kept.record("a")
    assert isinstance(back, Record) and (back.events, back.quotes, back.actors, back.dates, back.summary) == (
        record.events, record.quotes, record.actors, record.dates, record.summary,
    )
    assert back.events and back.quotes and back.article.text == TEXT


def test_the_tables_hold_the_record(tmp_path: Path) -> None:
    fill(tmp_path / "news.db", [article("a", TEXT)])
    record = khabar.read(TEXT, published=DAY, outlet="الصحيفة", id="a")
    rows = tables(tmp_path / "news.db")
    assert len(rows["events"]) == len(record.events) and len(rows["quotes"]) == len(record.quotes) and len(rows["dates"]) == len(record.dates)
    assert len(rows["roles"]) == len(record.actors) and len(rows["mentions"]) == sum(len(a.mentions) for a in record.actors)
    assert [TEXT[start:end] for _, _, start, end in rows["sentences"]] == TEXT.replace(". ", ".\n").split("\n")


def test_the_same_article_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    fill(path, [article("a", TEXT), article("b", TEXT)])
    before = tables(path)
    tally = fill(path, [article("b", TEXT), article("a", TEXT), article("a", TEXT)])
    assert (tally.new, tally.same) == (0, 3) and tables(path) == before


def test_a_changed_text_is_a_new_version(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    fill(path, [article("a", TEXT)])
    assert fill(path, [article("a", TEXT + " ثم غادر.")]).changed == 1
    assert fill(path, [article("a", TEXT), article("a", TEXT + " ثم غادر.")]).same == 2
    with Store.open(path) as store:
        assert [(v.version, v.current) for v in store.versions("a")] == [(1, False), (2, True)]
        assert store.record("a").article.text.endswith("غادر.") and store.record("a", 1).article.text == TEXT
        assert store.search("غادر").total == 1 and store.search("هلسنكي").total == 1 and store.articles().total == 1


def test_an_id_of_another_outlet_is_told(tmp_path: Path) -> None:
    tally = fill(tmp_path / "news.db", [article("a", TEXT, outlet="أ")])
    tally = fill(tmp_path / "news.db", [article("a", TEXT, outlet="ب")])
    assert tally.failed == 1 and "already an article of أ" in tally.reasons[0].reason


def test_failures_are_kept_and_retried(tmp_path: Path) -> None:
    path = tmp_path / "news.db"

    def take(*items, retried=False):
        return ingest(path, items, jobs=1, now=lambda: NOW, progress=lambda tally: None, retried=retried)

    bad = article("bad", TEXT, published="2024-13-45")
    tally = take(Failure("f", "line 1", "", "f: line 1: not JSON"), Incoming("f", bad), Incoming("f", article("a", TEXT)))
    assert (tally.new, tally.failed) == (1, 2)
    with Store.open(path) as store:
        assert [f.item for f in store.failures()] == ["bad", "line 1"] and store.failures()[0].reason.startswith("ValueError")
    assert take(Incoming("f", bad)).failed_before == 1
    assert take(Incoming("f", bad), retried=True).failed == 1
    assert take(Incoming("f", article("bad", TEXT)), retried=True).new == 1
    with Store.open(path) as store:
        assert store.failures() == ()


def test_half_a_character_is_told(tmp_path: Path) -> None:
    tally = fill(tmp_path / "news.db", [article("a", TEXT, title="\ud83d")])
    assert tally.failed == 1 and "half a character" in tally.reasons[0].reason


def test_articles_are_listed_the_latest_first(store) -> None:
    kept = store(article("a", TEXT, published="2024-01-02"), article("b", TEXT, published=None), article("c", TEXT, published="2024-03-04", outlet="أخرى"))
    assert [x.id for x in kept.articles().listings] == ["c", "a", "b"]
    assert kept.articles(Filters(outlet="أخرى")).total == 1 and kept.articles(limit=1).total == 3
    assert kept.outlets() == (("الصحيفة", 2), ("أخرى", 1))
    with pytest.raises(StoreError, match="no article z"):
        kept.article("z")


def test_what_is_no_store_is_told(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database at all, but long enough to be looked at " * 20)
    with closing(sqlite3.connect(tmp_path / "other.db", isolation_level=None)) as other:
        other.execute("CREATE TABLE t (x)")
    for name, message in (("text.db", "no store"), ("other.db", "no store"), ("none.db", "no such file")):
        with pytest.raises(StoreError, match=message):
            Store.open(tmp_path / name)
    for name, message in (("text.db", "no store"), ("other.db", "no store"), ("none/x.db", "no such folder")):
        with pytest.raises(StoreError, match=message):
            fill(tmp_path / name, [])


def test_a_store_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    fill(path, [])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(StoreError, match="newer"):
        Store.open(path)


def test_a_store_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    first = (files("khabar.store") / "migrations" / "0001_first.sql").read_text("utf-8")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements(first):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("PRAGMA user_version = 1")
    with pytest.raises(StoreError, match="older Khabar"):
        Store.open(path)
    fill(path, [article("a", TEXT)])
    fill(tmp_path / "new.db", [article("a", TEXT)])
    assert tables(path) == tables(tmp_path / "new.db")


def test_readers_see_the_last_whole_batch_while_another_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection_module, "_WAIT", 50)
    path = tmp_path / "news.db"
    fill(path, [article("a", TEXT)])
    writer = opened_for_writing(path)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE articles SET title = 'x'")
    with Store.open(path) as one, Store.open(path) as other:
        assert one.article("a").title == "" and other.search("هلسنكي").total == 1
        with pytest.raises(StoreError, match="another process is writing"):
            fill(path, [article("b", TEXT)])
    writer.execute("ROLLBACK")
    writer.close()
    assert fill(path, [article("b", TEXT)]).new == 1

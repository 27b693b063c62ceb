from pathlib import Path

import pytest

from khabar.errors import QueryError, StoreError
from khabar.store import Filters, Store, split_story
from khabar.store.alerts import add_alert, alerts, fresh, latest, remove_alert
from khabar.store.connection import opened_for_writing, transaction
from khabar.store.diff import Change
from khabar.store.prepare import packed
from khabar.store.reread import reread
from khabar.store.upkeep import backup, forget
from tests.store.conftest import NOW, article, fill
from tests.store.test_ingest import tables

ODD = "زقزقتان"
ONE = f"التقى وزير الخارجية التركي هاكان فيدان الرئيس الإيطالي سيرجيو ماتاريلا في روما لبحث {ODD}. وقال مروان الزقزوق إن «اللقاء مهم»."
TWO = "أعلنت أنقرة أن وزير الخارجية التركي هاكان فيدان التقى الرئيس الإيطالي سيرجيو ماتاريلا في روما لبحث أزمة الهجرة."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    fill(path, [article("a", ONE, title="لقاء في روما", outlet="أ"), article("b", TWO, title="لقاء في روما", outlet="ب"), article("c", "زار الرئيس السنغالي باريس.", outlet="ب")])
    return path


def test_a_forgotten_article_leaves_no_trace(news: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    fill(other, [article("b", TWO, title="لقاء في روما", outlet="ب"), article("c", "زار الرئيس السنغالي باريس.", outlet="ب")])
    fill(news, [article("a", ONE + " وغادر.", title="لقاء في روما", outlet="أ")])
    assert ODD.encode() in news.read_bytes() + Path(f"{news}-wal").read_bytes() if Path(f"{news}-wal").exists() else ODD.encode() in news.read_bytes()
    assert forget(news, "a", now=NOW, reason="بطلب") == 2
    files = b"".join(p.read_bytes() for p in tmp_path.glob("news.db*"))
    assert ODD.encode() not in files and "الزقزوق".encode() not in files and "زقزوق".encode() not in files
    kept, fresh_rows = tables(news), tables(other)
    counts = {name: len(rows) for name, rows in kept.items() if name not in ("forgotten", "sqlite_sequence")}
    assert counts == {name: len(rows) for name, rows in fresh_rows.items() if name not in ("forgotten", "sqlite_sequence")}
    assert kept["forgotten"] == [("a", NOW, "بطلب")]
    assert fill(news, [article("a", ONE)]).forgotten == 1
    with Store.open(news) as store:
        assert store.search("التقى").total == 1 and {a.listing.id for x in store.timeline().lines for a in store.story(x.row).told} == {"b", "c"}
    with pytest.raises(StoreError, match="no article z"):
        forget(news, "z", now=NOW, reason=None)


def test_a_backup_is_the_same_store(news: Path, tmp_path: Path) -> None:
    backup(news, tmp_path / "copy.db")
    assert tables(tmp_path / "copy.db") == tables(news) and not list(tmp_path.glob("copy.db-*"))
    for target, message in ((tmp_path / "copy.db", "already"), (tmp_path / "none" / "x.db", "no such folder")):
        with pytest.raises(StoreError, match=message):
            backup(news, target)


def test_reading_anew_changes_nothing_where_nothing_changed(news: Path) -> None:
    before, told = tables(news), []
    done = reread(news, every=True, jobs=1, now=lambda: NOW, tell=told.append)
    assert (done.read, done.changed, told) == (3, 0, []) and tables(news) == before
    assert reread(news, every=False, jobs=1, now=lambda: NOW, tell=told.append).read == 0


def test_reading_anew_tells_what_changed_and_keeps_stories(news: Path) -> None:
    with Store.open(news) as store:
        numbers = [store.stories_of(id) for id in "abc"]
        old = store.record("a")
    split_story(news, numbers[0][0][1], "b", now=NOW)
    before = tables(news)
    connection = opened_for_writing(news)
    with transaction(connection):  # as if an older Khabar had read another status
        import dataclasses

        events = (dataclasses.replace(old.events[0], status="alleged"), *old.events[1:])
        worse = dataclasses.replace(old, events=events, made_by=dataclasses.replace(old.made_by, khabar="0.0.1"))
        connection.execute("UPDATE records SET record = ? WHERE article = 1", (packed(worse),))
        connection.execute("UPDATE articles SET khabar = '0.0.1' WHERE row = 1")
        connection.execute("UPDATE events SET status = 'alleged' WHERE row = 1")
    connection.close()
    told: list[tuple[Change, ...]] = []
    assert reread(news, every=False, jobs=1, now=lambda: NOW, tell=told.append).changed == 1
    (change,) = told[0]
    assert change.what == "event" and "alleged" in change.before and "asserted" in change.after and change.article == "a"
    after = tables(news)
    with Store.open(news) as store:
        assert [store.stories_of("a"), store.stories_of("c")] == [numbers[0], numbers[2]] and store.stories_of("b") != numbers[1]
        assert store.record("a") == old
    assert {n: len(r) for n, r in before.items()} == {n: len(r) for n, r in after.items()} and before["spellings"] == after["spellings"]


def test_alerts_tell_once(news: Path) -> None:
    add_alert(news, "روما", "روما", Filters(outlet="ب"), now=NOW)
    assert fresh(news, "روما") == ()
    fill(news, [article("d", "وصل الوفد إلى روما.", outlet="ب"), article("e", "وصل الوفد إلى روما.", outlet="ج")])
    assert [h.listing.id for h in fresh(news, "روما")] == ["d"] and fresh(news, "روما") == ()
    assert [f.hit.listing.id for f in latest(news, "روما", 10)] == ["d", "b"] and latest(news, "روما", 10)[0].stored == NOW
    assert [a.name for a in alerts(news)] == ["روما"] and alerts(news)[0].filters == Filters(outlet="ب")
    with pytest.raises(StoreError, match="already"):
        add_alert(news, "روما", "روما", Filters(), now=NOW)
    with pytest.raises(QueryError):
        add_alert(news, "x", '"روما', Filters(), now=NOW)
    remove_alert(news, "روما")
    for call in (lambda: remove_alert(news, "روما"), lambda: fresh(news, "روما"), lambda: latest(news, "روما", 1)):
        with pytest.raises(StoreError, match="no alert"):
            call()

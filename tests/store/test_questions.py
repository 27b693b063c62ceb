from pathlib import Path

import pytest

from khabar.errors import StoreError
from khabar.store import Filters, Store, join_stories, split_story
from tests.store.conftest import NOW, article, fill

MEETING = "التقى وزير الخارجية التركي هاكان فيدان الرئيس الإيطالي سيرجيو ماتاريلا في روما لبحث أزمة الهجرة."
AGAIN = "أعلنت أنقرة أن وزير الخارجية التركي هاكان فيدان التقى الرئيس الإيطالي سيرجيو ماتاريلا في روما لبحث أزمة الهجرة. وقال فيدان إن «الاجتماع كان ناجحا»."
OTHER = "زار الرئيس السنغالي باريس والتقى نظيره الفرنسي."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    fill(path, [
        article("a", MEETING, title="لقاء تركي إيطالي في روما", outlet="أ"),
        article("b", AGAIN, title="وزيرا خارجية تركيا وإيطاليا يلتقيان في روما", outlet="ب"),
        article("c", OTHER, outlet="ب"),
        article("d", "أدانت فرنسا الهجوم على دمشق. وقال متحدث إن هاكان فيدان «تحدث كثيرا».", outlet="ب", published="2024-04-29"),
    ])
    return path


def story_of(store: Store, id: str, type: str = "CONSULT") -> int:
    events = {e.id: e.event for e in store.record(id).events}
    return next(number for event, number in store.stories_of(id) if events[event] == type)


def test_one_meeting_told_twice_is_one_story(news: Path) -> None:
    with Store.open(news) as store:
        number = story_of(store, "a")
        assert story_of(store, "b") == number != story_of(store, "c")
        found = store.story(number)
        assert [t.listing.id for t in found.told] == ["a", "b"] and (found.line.articles, found.line.outlets, found.line.origins) == (2, 2, 2)
        assert found.told[0].why == "the first telling" and "the same parties" in found.told[1].why and found.told[1].beside == "a"
        text = store.record("b").article.text
        assert text[found.told[1].start : found.told[1].end] == found.told[1].evidence


def test_the_timeline_is_filtered_and_in_order(news: Path) -> None:
    with Store.open(news) as store:
        lines = store.timeline().lines
        assert [x.day for x in lines] == sorted((x.day for x in lines), reverse=True) and lines[0].outlets == 2
        assert [x.article for x in store.timeline(least=2).lines] == ["a"]
        assert {x.article for x in store.timeline(Filters(outlet="أ")).lines} == {"a"}
        assert {x.article for x in store.timeline(Filters(country="SEN")).lines} == {"c"}
        assert all(x.type == "ACCUSE" for x in store.timeline(Filters(type="ACCUSE")).lines) and store.timeline(Filters(until="2024-04-29")).lines[0].article == "d"
        assert store.timeline(Filters(status="denied")).lines == ()
        assert store.timeline(limit=1).more and not store.timeline(limit=50).more


def test_the_network_counts_stories(news: Path) -> None:
    with Store.open(news) as store:
        ties = store.network().ties
        assert (ties[0].stories, ties[0].tellings, ties[0].types[0]) == (1, 2, ("CONSULT", 1))
        assert all("CONSULT" in dict(t.types) for t in store.network(Filters(type="CONSULT")).ties)
        assert {t.actor for t in store.network(Filters(country="SEN")).ties} == {"الرئيس السنغالي"}
        assert store.network(Filters(since="2025-01-01")).ties == ()


def test_an_actor_is_found_by_any_spelling(news: Path) -> None:
    with Store.open(news) as store:
        page = store.actor("هاكان فيدان")
        assert page.country == "TUR" and page.articles == 3 and [s.row for s in page.did] == [story_of(store, "a")]
        assert [q.text for q in page.said] == ["الاجتماع كان ناجحا"] and store.actor(page.key).name == page.name
        with pytest.raises(StoreError, match="no actor"):
            store.actor("نابليون")


def test_two_outlets_side_by_side(news: Path) -> None:
    with Store.open(news) as store:
        found = store.compare("أ", "ب")
        assert (found.sides[0].articles, found.sides[1].articles, found.shared_total) == (1, 3, 1) and found.shared[0].statuses == (("asserted",), ("asserted",))
        assert found.only_totals[0] == 0 and found.only_totals[1] == len(found.only[1]) > 0
        with pytest.raises(StoreError, match="no articles of ج"):
            store.compare("أ", "ج")


def test_a_split_stays(news: Path) -> None:
    with Store.open(news) as store:
        number = story_of(store, "a")
    apart = split_story(news, number, "b", now=NOW)
    fill(news, [article("b", AGAIN + " ثم غادر.", title="وزيرا خارجية تركيا وإيطاليا يلتقيان في روما", outlet="ب")])
    with Store.open(news) as store:
        assert story_of(store, "a") == number != story_of(store, "b") and store.story(number).line.articles == 1
        with pytest.raises(StoreError, match="no story"):
            store.story(apart)
    with pytest.raises(StoreError, match="alone"):
        split_story(news, number, "a", now=NOW)
    with pytest.raises(StoreError, match="not told by"):
        split_story(news, number, "b", now=NOW)


def test_a_join_stays(news: Path) -> None:
    with Store.open(news) as store:
        one, other = story_of(store, "a"), story_of(store, "c")
    assert join_stories(news, one, other, now=NOW) == one
    fill(news, [article("c", OTHER + " ثم غادر.", outlet="ب")])
    with Store.open(news) as store:
        assert story_of(store, "c") == one and store.story(one).told[-1].basis == "person"
    with pytest.raises(StoreError, match="one already"):
        join_stories(news, one, one, now=NOW)
    with pytest.raises(StoreError, match="no story 999"):
        join_stories(news, one, 999, now=NOW)


def test_reprints_and_agencies_count_once(tmp_path: Path) -> None:
    long = MEETING + " وقال مصدر إن الجانبين اتفقا على تشكيل لجنة مشتركة تجتمع مرتين كل عام لمتابعة الملفات العالقة وتبادل المعلومات بين حرس السواحل في البلدين."
    fill(tmp_path / "r.db", [article("a", long, outlet="أ"), article("b", long + " انتهى.", outlet="ب"), article("c", AGAIN, outlet="ج"), article("d", MEETING, outlet="د", agencies=("رويترز",))])
    fill(tmp_path / "r.db", [article("e", AGAIN + " وغادر.", outlet="هـ", agencies=("رويترز",))])
    with Store.open(tmp_path / "r.db") as store:
        line = store.story(story_of(store, "a")).line
        assert line.outlets == 5 and line.origins < line.articles


def test_a_person_under_two_spellings_is_one(tmp_path: Path) -> None:
    fill(tmp_path / "p.db", [
        article("a", "قال وزير الخارجية البولندي رادوسلاف فيلغورسكي إن بلاده ترفض القرار."),
        article("b", "قال وزير الخارجية البولندي رادوسلاف فيلجورسكي إن بلاده ترحب باللقاء."),
    ])
    with Store.open(tmp_path / "p.db") as store:
        page = store.actor("رادوسلاف فيلجورسكي")
        assert len(page.keys) == 2 and page.keys[1][1] == "the same name of the same country, spelled otherwise" and page.articles == 2


def test_a_name_that_one_article_gives_to_another_joins_nobody(tmp_path: Path) -> None:
    from khabar.store.actors import settle
    from khabar.store.connection import opened_for_writing

    connection = opened_for_writing(tmp_path / "n.db")
    for row, (key, name) in enumerate((("person:محمد بن سلمان:SAU", "محمد بن سلمان"), ("person:سلمان بن عبدالعزيز:SAU", "محمد بن سلمان"), ("person:محمد بن سلمان:", "محمد بن سلمان")), 1):
        connection.execute("INSERT INTO actors (row, key, root, name, kind, country) VALUES (?, ?, ?, ?, 'person', ?)", (row, key, row, name, key.rpartition(":")[2] or None))
        settle(connection, row)
    assert [root for (root,) in connection.execute("SELECT root FROM actors ORDER BY row")] == [1, 2, 1]
    connection.close()

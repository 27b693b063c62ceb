from lxml import etree

from khabar.export.atom import Entry, atom

NS = {"a": "http://www.w3.org/2005/Atom"}


def test_a_feed_is_sound_xml_whatever_the_news_says() -> None:
    bad = "<script>\x00\x08&]]>\ufffe"
    raw = atom("روما/a b", bad, "2024-05-01T10:00:00+00:00", [
        Entry("a/1", 2, bad, None, bad, "javascript:alert(1)", "2024-04-30", "2024-05-01T10:00:00+00:00"),
        Entry("b", 1, "عنوان", "الصحيفة", "نص", "https://example.org/?a=1&b=2", None, "2024-05-01T10:00:00+00:00"),
    ], "2024-05-01T10:00:00+00:00")
    feed = etree.fromstring(raw)
    entries = feed.findall("a:entry", NS)
    assert [e.findtext("a:title", namespaces=NS) for e in entries] == ["<script>&]]>", "عنوان"]
    assert [e.find("a:link", NS) is None for e in entries] == [True, False] and entries[1].find("a:link", NS).get("href") == "https://example.org/?a=1&b=2"
    assert len({e.findtext("a:id", namespaces=NS) for e in (*entries, feed)}) == 3 and entries[0].findtext("a:published", namespaces=NS) == "2024-04-30T00:00:00Z"
    assert all(e.findtext(f"a:{name}", namespaces=NS) for e in entries for name in ("id", "title", "updated", "summary"))
    assert entries[0].find("a:author/a:name", NS).text == "?"

"""Every form that news comes in, through the one entry."""

import gzip
import io
import json
import mailbox
import tarfile
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.model import Article
from khabar.sources import FORMS, Options, Outcome, Refusal, open_sources
from khabar.sources.kinds import form_of_bytes

TEXT = "وصل وزير الخارجية الفنلندي إلى العاصمة الإستونية اليوم الأحد، والتقى نظيره في مقر الوزارة قبل أن يغادر مساء."
PAGE = f"""<!doctype html><html lang="ar"><head><meta charset="utf-8"><meta property="og:title" content="وزير يزور عاصمة مجاورة"></head>
<body><article><h1>وزير يزور عاصمة مجاورة</h1><p>{TEXT}</p><p>وقال الوزير إن بلاده ستفتح قنصلية جديدة في المدينة الساحلية العام المقبل، وإن العمل بدأ.</p>
</article></body></html>"""
FEED = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>صدى الساحل</title><item><title>وزير يزور عاصمة مجاورة</title><link>https://sada.example/1</link><guid>sada-1</guid>
<pubDate>Sun, 05 Mar 2023 10:00:00 +0200</pubDate><content:encoded><![CDATA[<p>{TEXT}</p><p>{TEXT.replace("الأحد", "الاثنين")}</p><p>{TEXT.replace("الأحد", "الثلاثاء")}</p>]]></content:encoded></item>
<item><title>خبر آخر</title><link>https://sada.example/2</link></item></channel></rss>"""


def read(*names: object, **options: object) -> list[Outcome]:
    return list(open_sources(map(str, names), Options(**options)))  # type: ignore[arg-type]


def articles(outcomes: list[Outcome]) -> list[Article]:
    return [o for o in outcomes if isinstance(o, Article)]


def messages(outcomes: list[Outcome]) -> list[str]:
    return [o.message for o in outcomes if isinstance(o, Refusal)]


def rows(*more: dict[str, object]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in more)


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.txt", TEXT.encode(), "text"), ("a", PAGE.encode(), "html"), ("a", PAGE.encode("utf-16"), "html"), ("a", b'{"text": "x"}\n{"text": "y"}', "jsonl"),
        ("a", b'{\n "text": "x"\n}', "json"), ("a", b'[{"text": "x"}]', "json"), ("a.csv", b"text,url\nx,y", "csv"), ("a.tsv", b"text\turl\n", "tsv"),
        ("a", gzip.compress(b"x"), "gzip"), ("a", b"WARC/1.0\r\n", "warc"), ("a", b"PAR1....", "parquet"), ("a", FEED.encode(), "feed"),
        ("a", b'<?xml version="1.0"?><urlset xmlns="x"></urlset>', "sitemap"), ("a", b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "feed"),
        ("a", b"From a@b Sun Mar  5 10:00:00 2023\nFrom: a@b\nSubject: x\n\nx\n", "mbox"), ("a", b"From: a@b\nTo: c@d\nSubject: x\n\nx\n", "mail"),
        ("a", b"<p>x</p>", "html"), ("a", "قال: <نعم> ثم سكت".encode(), "text"), ("a", b"", "text"),
    ],
)
def test_the_form_is_told_by_content(name: str, content: bytes, form: str) -> None:
    assert form_of_bytes(content, name) == form


def test_a_folder_is_read_to_its_depth(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "b" / "c" / "d.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b" / "notes.log").write_text(TEXT, "utf-8")
    (tmp_path / ".khabarignore").write_text("# not news\n*.log\n", "utf-8")
    assert [a.title for a in articles(read(tmp_path))] == ["وزير يزور عاصمة مجاورة", ""]


def test_the_rows_of_other_tools(tmp_path: Path) -> None:
    file = tmp_path / "mixed.jsonl"
    file.write_text(
        rows(
            {"maintext": TEXT, "date_publish": "2023-03-05 10:00:00", "title": "أ", "source_domain": "sada.example", "authors": ["سلوى"], "url": "https://s/1"},
            {"text": TEXT, "date": "2023-03-05", "hostname": "sada.example", "author": "سلوى; هالة", "excerpt": "x", "id": None},
            {"stories_id": 77, "publish_date": "2023-03-05T08:00:00Z", "media_name": "صدى", "story_text": TEXT, "url": "https://s/2"},
            {"url": "https://s/3", "publish_date": "2023-03-05"},
        ),
        "utf-8",
    )
    outcomes = read(file)
    first, second, third = articles(outcomes)
    assert (first.text, first.published, first.published_at, first.outlet, first.authors) == (TEXT, "2023-03-05", "2023-03-05T10:00:00", "sada.example", ("سلوى",))
    assert (second.authors, second.published_at) == (("سلوى", "هالة"), None)
    assert (third.id, third.published_at, third.outlet) == ("77", "2023-03-05T08:00:00+00:00", "صدى")
    assert [r.cause for r in outcomes if isinstance(r, Refusal)] == ["no text"] and "line 4" in messages(outcomes)[0]


def test_columns_are_mapped(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text(f'content,date_extracted,head\n"{TEXT}\n{TEXT}",2023-03-05,عنوان\n', "utf-8-sig")
    outcomes = read(file, columns=(("text", "content"), ("published", "date_extracted"), ("title", "head")))
    assert [(a.text, a.published, a.title) for a in articles(outcomes)] == [(f"{TEXT}\n{TEXT}", "2023-03-05", "عنوان")]
    assert "no column 'body' for text" in messages(read(file, columns=(("text", "body"),)))[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256"])
def test_tables_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "t.tsv"
    file.write_bytes(f"title\ttext\nعنوان الخبر\t{TEXT}\n".encode(encoding))
    assert [a.text for a in articles(read(file))] == [TEXT]


def test_a_row_too_many_cells_is_told(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(f"title,text\nأ,ب,ج\nعنوان,{TEXT.replace('،', '')}\n", "utf-8")
    outcomes = read(file)
    assert len(articles(outcomes)) == 1 and "line 2: 3 cells under 2 columns" in messages(outcomes)[0]


def test_gdelt_lists_give_their_addresses(tmp_path: Path) -> None:
    gkg = tmp_path / "20230305.gkg.csv"
    gkg.write_text("\t".join(["20230305-1", "20230305101500", "1", "sada.example", "https://sada.example/1", *[""] * 22]) + "\n", "utf-8")
    events = tmp_path / "20230305.export.CSV"
    events.write_text("\t".join(["1090", *["x"] * 59, "https://sada.example/2"]) + "\n", "utf-8")
    outcomes = read(gkg, events)
    assert [(r.cause, "https://sada.example/" in r.message) for r in outcomes if isinstance(r, Refusal)] == [("no text", True)] * 2


def test_parquet(tmp_path: Path) -> None:
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    parquet.write_table(arrow.table({"body": [TEXT, None], "title": ["أ", "ب"]}), tmp_path / "t.parquet")
    outcomes = read(tmp_path / "t.parquet")
    assert [a.text for a in articles(outcomes)] == [TEXT] and "row 2: body: missing" in messages(outcomes)[0]
    (tmp_path / "bad.parquet").write_bytes(b"PAR1" + b"x" * 50)
    assert "not Parquet" in messages(read(tmp_path / "bad.parquet"))[0]


def _zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


MEMBERS = {"a.html": PAGE.encode(), "../../etc/b.jsonl": rows({"text": TEXT, "id": "b"}).encode(), "c.bin": b"\x89PNG....", "d.zip": _zip({"e.txt": TEXT.encode()})}


PACKED = {"zip": _zip(MEMBERS), "tar": _tar(MEMBERS), "tar.gz": gzip.compress(_tar(MEMBERS))}


@pytest.mark.parametrize("form", PACKED)
def test_archives(tmp_path: Path, form: str) -> None:
    packed = PACKED[form]
    file = tmp_path / "pages.archive"
    file.write_bytes(packed)
    outcomes = read(file)
    assert len(articles(outcomes)) == 3 and len(messages(outcomes)) == 1 and "c.bin: not a text" in messages(outcomes)[0]
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["pages.archive"]
    assert len(articles(list(open_sources(["-"], Options(standard_input=io.BytesIO(packed)))))) == 3


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    zeros = bytes(120_000_000)
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(b'{"text": "' + zeros))
    (tmp_path / "bomb.zip").write_bytes(_zip({"a.html": b"<p>" + zeros, "b.txt": TEXT.encode()}))
    outcomes = read(tmp_path / "bomb.gz", tmp_path / "bomb.zip")
    assert len(messages(outcomes)) == 2 and len(articles(outcomes)) == 1


def test_an_archive_in_an_archive_in_an_archive_ends() -> None:
    packed = TEXT.encode()
    for _ in range(6):
        packed = gzip.compress(packed)
    assert "not read" in messages(list(open_sources(["-"], Options(standard_input=io.BytesIO(packed)))))[0]


def test_a_mailbox(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "news.mbox")
    for number, (subtype, content) in enumerate([("html", PAGE), ("plain", TEXT)]):
        mail = EmailMessage()
        mail["From"], mail["Subject"], mail["Date"] = "صدى الساحل <news@sada.example>", f"نشرة {number}", "Sun, 05 Mar 2023 10:00:00 +0200"
        mail.set_content(content, subtype=subtype)
        box.add(mail)
    box.close()
    found = articles(read(tmp_path / "news.mbox"))
    assert [(a.title, a.outlet, a.published_at) for a in found] == [(f"نشرة {n}", "صدى الساحل", "2023-03-05T10:00:00+02:00") for n in (0, 1)]
    assert all(TEXT in a.text for a in found)


def test_a_feed_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED, "utf-8")
    outcomes = read(tmp_path / "feed.xml")
    (article,) = articles(outcomes)
    assert (article.id, article.title, article.outlet, article.published_at) == ("sada-1", "وزير يزور عاصمة مجاورة", "صدى الساحل", "2023-03-05T10:00:00+02:00")
    assert article.text.count("\n\n") == 2 and "https://sada.example/2" in messages(outcomes)[0]


def test_an_entity_bomb_is_refused(tmp_path: Path) -> None:
    for name, tag in (("a.xml", "rss"), ("b.xml", "urlset"), ("c.xml", "rss")):
        text = f'<?xml version="1.0"?><!DOCTYPE {tag} [<!ENTITY a "{"ha" * 50}"><!ENTITY b "{"&a;" * 50}">]><{tag}>&b;</{tag}>'
        (tmp_path / name).write_bytes(text.encode("utf-16" if name == "c.xml" else "utf-8"))
    assert [m.endswith("entities; not read") for m in messages(read(tmp_path))] == [True] * 3


def test_addresses_need_a_network() -> None:
    assert "no network" in messages(read("https://sada.example/1"))[0]


BYTES = st.one_of(
    st.binary(max_size=300), st.text(max_size=200).map(str.encode),
    st.sampled_from([b"PK\x03\x04", b"\x1f\x8b\x08", b"WARC/1.0\r\n", b"PAR1", b"From x\nSubject: y\n\n", b"<rss>", b"<urlset>", b"{\"a\": ", b"[{", b"text,url\n"]).flatmap(
        lambda head: st.binary(max_size=200).map(lambda tail: head + tail)
    ),
)


def _whatever(form: str) -> Callable[[bytes], None]:
    def check(content: bytes) -> None:
        for outcome in open_sources(["-"], Options(form=form, standard_input=io.BytesIO(content))):  # type: ignore[arg-type]
            assert isinstance(outcome, Article) or ("\n" not in outcome.message and outcome.source == "standard input")

    return check


@pytest.mark.parametrize("form", FORMS)
@given(content=BYTES)
def test_any_bytes_are_articles_or_one_line_each(form: str, content: bytes) -> None:
    _whatever(form)(content)


@pytest.mark.parametrize("form", PACKED)
@given(place=st.floats(0, 0.999), other=st.binary(max_size=8), gone=st.integers(0, 8))
def test_a_damaged_archive_is_told(form: str, place: float, other: bytes, gone: int) -> None:
    packed = PACKED[form]
    start = int(place * len(packed))
    _whatever("auto")(packed[:start] + other + packed[start + gone :])

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from pyarrow import parquet

import khabar
from khabar.errors import ExportError
from khabar.export.csv import cell, write_csv
from khabar.export.parquet import write_parquet
from khabar.export.plover import plover_lines
from khabar.export.rows import COLUMNS, Exported, rows

TEXT = (
    "التقى وزير الخارجية التركي هاكان فيدان الرئيس الإيطالي سيرجيو ماتاريلا في روما أمس.\n\n"
    "وقال فيدان إن «اللقاء كان مثمرا».\n\nويلتقي فيدان الرئيس القبرصي غدا. ونفت الحكومة القبرصية اللقاء."
)
PLOVER = {
    "id", "has_event", "date", "actor", "recipient", "event", "mode", "context", "event_loc", "event_text", "quad_code", "event_scale", "text", "text_info", "link",
    "cite_info", "coder", "comment",
}


def records() -> list[Exported]:
    one = khabar.read(TEXT, title='=HYPERLINK("x")', published="2024-04-30", outlet="+الصحيفة", id="a")
    return [Exported(one, {"e1": 7}), Exported(khabar.read("", id="empty"))]


def test_csv_holds_every_row_and_every_letter(tmp_path: Path) -> None:
    counts = write_csv(records(), tmp_path / "out", "utf-8")
    record = records()[0].record
    assert counts == {
        "articles": 2, "events": len(record.events), "quotes": len(record.quotes), "dates": len(record.dates), "actors": len(record.actors),
        "mentions": sum(len(a.mentions) for a in record.actors),
    } and min(counts.values()) > 0
    tables = {name: list(csv.DictReader(io.StringIO((tmp_path / "out" / f"{name}.csv").read_bytes().decode(), newline=""))) for name in COLUMNS}
    assert {name: len(table) for name, table in tables.items()} == counts
    assert tables["articles"][0]["text"] == TEXT and tables["articles"][0]["title"] == "'=HYPERLINK(\"x\")" and tables["articles"][0]["outlet"] == "'+الصحيفة"
    event = tables["events"][0]
    assert event["story"] == "7" and json.loads(event["actor_names"]) == ["هاكان فيدان"] and json.loads(event["recipient_countries"]) == ["ITA"]
    assert TEXT[int(event["evidence_start"]) : int(event["evidence_end"])] == event["evidence"]


def test_excel_finds_its_mark(tmp_path: Path) -> None:
    write_csv(records(), tmp_path / "out", "utf-8-sig")
    assert all(p.read_bytes().startswith(b"\xef\xbb\xbf") for p in (tmp_path / "out").iterdir())


@pytest.mark.parametrize(("value", "safe"), [("=1", "'=1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("نص", "نص"), (-1, -1), (None, ""), ("a=1", "a=1")])
def test_cells_like_formulas_are_made_safe(value: object, safe: object) -> None:
    assert cell(value) == safe


def test_parquet_holds_the_same_rows(tmp_path: Path) -> None:
    counts = write_parquet(records(), tmp_path / "out")
    for name, columns in COLUMNS.items():
        table = parquet.read_table(tmp_path / "out" / f"{name}.parquet")
        assert table.column_names == [column for column, _ in columns] and table.num_rows == counts[name]
        wanted = [row for each in records() for where, row in rows(each) if where == name]
        assert [tuple(row.values()) for row in table.to_pylist()] == wanted


def test_no_rows_are_a_table_with_a_header(tmp_path: Path) -> None:
    assert set(write_parquet([], tmp_path / "p").values()) == {0} and set(write_csv([], tmp_path / "c", "utf-8").values()) == {0}
    assert parquet.read_table(tmp_path / "p" / "events.parquet").num_rows == 0 and (tmp_path / "c" / "dates.csv").read_text("utf-8").startswith("article,value")


def test_nothing_half_written_is_left(tmp_path: Path) -> None:
    def broken():
        yield records()[0]
        raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        write_csv(broken(), tmp_path / "out", "utf-8")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")
    for target, message in ((tmp_path / "full", "already"), (tmp_path / "none" / "out", "no such folder")):
        with pytest.raises(ExportError, match=message):
            write_csv(records(), target, "utf-8")


def test_plover_lines_hold_what_plover_asks() -> None:
    lines = [json.loads(line) for line in plover_lines(records())]
    record = records()[0].record
    assert len(lines) == len(record.events) and all(line.keys() >= PLOVER for line in lines) and len({line["id"] for line in lines}) == len(lines)
    first = lines[0]
    assert (first["event"], first["date"], first["quad_code"]) == ("CONSULT", "2024-04-29", 1) and first["comment"]["story"] == 7
    assert first["actor"][0]["code"] == "TUR" and first["recipient"][0]["entity_text"] == "سيرجيو ماتاريلا" and first["event_loc"][0]["country_code"] == "ITA"
    assert TEXT[first["text_info"]["start"] : first["text_info"]["end"]] == first["text"]
    for status, modes in (("planned", ["future"]), ("denied", ["negation"]), ("alleged", [])):
        other = replace(record, events=(replace(record.events[0], status=status),))
        assert json.loads(next(plover_lines([Exported(other)])))["auxiliary_modes"] == modes



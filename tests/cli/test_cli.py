import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from khabar.cli import cli

SAMPLE = str(Path(__file__).parent.parent / "samples" / "copied_page.txt")
LINE = json.dumps({"id": "a", "text": "التقى الرئيس الفنلندي نظيره الإستوني.", "published": "2023-01-02"}, ensure_ascii=False)


def run(*arguments: str, data: str | bytes | None = None):
    return CliRunner().invoke(cli, list(arguments), input=data)


@pytest.mark.parametrize("shape", ["text", "json", "jsonl", "html"])
def test_read_prints_every_shape(shape: str) -> None:
    result = run("read", SAMPLE, "--format", shape)
    assert result.exit_code == 0 and "الصفدي" in result.stdout


def test_read_json_lines_from_standard_input() -> None:
    result = run("read", "-", "--from", "jsonl", "--format", "jsonl", data=LINE + "\n" + LINE.replace('"a"', '"b"') + "\n")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [r["article"]["id"] for r in records] == ["a", "b"] and records[0]["events"][0]["event"] == "CONSULT"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"", "empty"),
        (b"\xff\xfa\x80\x81 text", "not UTF-8"),
        (b'{"id": "a"}', "line 1: text: missing"),
        (b'{"id": "a", "text": 5}', "line 1: text: a string is wanted"),
        (b'{"id": "a", "text": "x", "published": "soon"}', "line 1: published"),
        (b'{"id": "a", "text": ', "line 1: not JSON"),
    ],
)
def test_bad_input_is_one_line_that_names_it(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "bad"
    file.write_bytes(content)
    result = run("read", str(file), "--format", "jsonl")
    assert result.exit_code == 2 and message in result.stderr and str(file) in result.stderr and result.stderr.count("\n") == 1


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert "no such file" in run("read", str(tmp_path / "none")).stderr
    assert "a folder with no file" in run("read", str(tmp_path)).stderr


def test_the_good_ones_are_read_beside_the_bad(tmp_path: Path) -> None:
    listing = tmp_path / "failed.jsonl"
    result = run("read", "-", "--from", "jsonl", "--failures", str(listing), data=LINE + "\n{}\n")
    assert result.exit_code == 3 and len(result.stdout.splitlines()) == 1
    assert "line 2" in json.loads(listing.read_text("utf-8"))["error"]


def test_output_is_whole_or_not_there(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert run("read", SAMPLE, "-o", str(target)).exit_code == 0
    assert json.loads(target.read_text("utf-8"))["format"] == "khabar/1"
    assert [p.name for p in tmp_path.iterdir()] == ["out.json"]


def test_windows_1256_is_recognised(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("التقى الرئيس الفنلندي نظيره الإستوني في هلسنكي يوم الأحد.".encode("cp1256"))
    assert "CONSULT" in run("read", str(file), "--format", "jsonl").stdout


def test_parts_and_schema() -> None:
    assert json.loads(run("dates", "-", "--published", "2023-05-10", data="وصل الوفد أمس.").stdout)["value"] == "2023-05-09"
    both = [json.loads(x) for x in run("dates", "-", "--notes", data="وصل الوفد أمس وغادر في 5 مايو 2014.").stdout.splitlines()]
    assert (both[0]["message"], both[1]["value"]) == ("no publication date to count from", "2014-05-05")
    assert run("dates", "-", data="وصل الوفد أمس.").stdout == ""
    assert [json.loads(x)["text"] for x in run("quotes", SAMPLE).stdout.splitlines()][0] == "المحادثات كانت صريحة ومفيدة"
    assert {json.loads(x)["name"] for x in run("actors", SAMPLE).stdout.splitlines()} >= {"أيمن الصفدي", "النرويج"}
    assert "Record" in json.loads(run("schema").stdout)["$defs"]
    assert json.loads(run("tokens", "-", data="ولموسكو").stdout)["tokens"][0]["parts"] == ["و", "ل", "موسكو"]


def test_a_bad_day_is_bad_usage() -> None:
    assert run("read", SAMPLE, "--published", "yesterday").exit_code == 2


@pytest.mark.parametrize("shape", ["text", "json", "jsonl", "html"])
def test_acts_are_told_in_every_shape(shape: str) -> None:
    arabic, english = (run("read", SAMPLE, "--format", shape, "--summary", "events", "--lang", lang) for lang in ("ar", "en"))
    assert arabic.exit_code == english.exit_code == 0
    assert "اعتقلت الشرطة ثلاثة متظاهرين" in " ".join(arabic.stdout.split()) and "The police arrested three protesters" in " ".join(english.stdout.split())


def test_english_sentences_are_bad_usage() -> None:
    result = run("read", SAMPLE, "--lang", "en")
    assert result.exit_code == 2 and "--summary events" in result.stderr


def test_the_summary_has_the_size_that_is_wanted() -> None:
    told = json.loads(run("read", SAMPLE, "--format", "json", "--size", "1", "--summary", "events").stdout)
    assert len(told["summary"]) == 1 and len(told["bullets"]) == 1
    assert run("read", SAMPLE, "--size", "9").exit_code == 2

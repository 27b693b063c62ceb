import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from khabar.cli import cli
from khabar.model import Record
from khabar.store import Store

TEXT = "التقى الرئيس الفنلندي نظيره الإستوني في هلسنكي أمس. وقال الرئيس الفنلندي إن «اللقاء كان مثمرا»."


def line(id: str, text: str = TEXT, **other: str) -> str:
    return json.dumps({"id": id, "text": text, "published": "2023-01-02", "outlet": "الصحيفة", **other}, ensure_ascii=False)


def run(*arguments: str, data: str | None = None):
    return CliRunner().invoke(cli, list(arguments), input=data)


@pytest.fixture
def news(tmp_path: Path) -> str:
    path = str(tmp_path / "news.db")
    result = run("ingest", "--db", path, "--jobs", "1", "-", "--from", "jsonl", data=line("a") + "\n" + line("b", TEXT.replace("هلسنكي", "تالين")) + "\n")
    assert result.exit_code == 0 and "2 new" in result.stderr and result.stdout == ""
    return path


def test_ingest_and_search(news: str) -> None:
    result = run("search", "هلسنكي", "--db", news, "--format", "json")
    found = json.loads(result.stdout)
    hit = found["hits"][0]
    assert result.exit_code == 0 and found["total"] == 1 and hit["id"] == "a"
    assert [TEXT[s["start"] : s["end"]] for s in hit["in_text"]] == ["هلسنكي"]
    assert "«هلسنكي»" in run("search", "هلسنكي", "--db", news).stdout and "1 to 1 of 1" in run("search", "هلسنكي", "--db", news).stdout
    assert [json.loads(x)["id"] for x in run("search", "لقاء OR تالين", "--db", news, "--format", "jsonl").stdout.splitlines()] == ["b", "a"]


def test_two_processes_read_the_same(news: str, tmp_path: Path) -> None:
    source, other = tmp_path / "in.jsonl", tmp_path / "other.db"
    source.write_text("\n".join(line(str(n), TEXT.replace("هلسنكي", f"هلسنكي {n}")) for n in range(9)) + "\n{}\n", "utf-8")
    result = run("ingest", "--db", str(other), "--jobs", "2", str(source))
    assert result.exit_code == 3 and "9 new" in result.stderr and "1 failed" in result.stderr
    with Store.open(other) as store:
        assert [x.id for x in store.articles().listings] == [str(n) for n in range(8, -1, -1)]
    assert run("failures", "--db", str(other)).stdout.split("\t")[1] == "line 10"
    assert json.loads(run("failures", "--db", str(other), "--format", "jsonl").stdout)["item"] == "line 10"
    source.write_text(source.read_text("utf-8").replace("{}", line("new")), "utf-8")
    assert "1 new" in run("ingest", "--db", str(other), "--jobs", "1", "--retry").stderr
    assert run("failures", "--db", str(other)).stdout == ""
    assert run("ingest", "--db", str(other), "--retry").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("search", "x", "--db", "none.db"), "none.db: no such file"), (("failures", "--db", "none.db"), "no such file"), (("search", '"x', "--db", "DB"), "quotation mark"),
     (("search", "هلسنكي", "--actor", "زيزفون", "--db", "DB"), "no actor is called زيزفون"), (("timeline", "--source", "زيزفون", "--db", "DB"), "no actor is called"),
     (("network", "--actor", "زيزفون", "--db", "DB"), "no actor is called"), (("search", "هلسنكي", "--outlet", "زيزفون", "--db", "DB"), "no articles of زيزفون")],
)
def test_what_cannot_be_done_is_one_line(news: str, arguments: tuple[str, ...], message: str) -> None:
    result = run(*(news if a == "DB" else a for a in arguments))
    assert result.exit_code == 2 and message in result.stderr and result.stderr.count("\n") == 1


@pytest.mark.parametrize("option", [("--type", "MEET"), ("--country", "فنلندا"), ("--country", "FI"), ("--status", "maybe"), ("--since", "yesterday")])
def test_a_filter_that_is_none_is_told(news: str, option: tuple[str, str]) -> None:
    for command in (("search", "هلسنكي"), ("timeline",), ("alerts", "add", "name", "هلسنكي")):
        result = run(*command, "--db", news, *option)
        assert result.exit_code == 2 and option[1] in result.stderr.splitlines()[-1]


def test_codes_are_taken_in_small_letters(news: str) -> None:
    assert "of 2" in run("search", "الرئيس", "--db", news, "--type", "consult", "--country", "fin").stdout


def test_types_are_those_of_the_codebook() -> None:
    from khabar.cli.search import STATUSES, TYPES
    from khabar.report.labels import EVENTS, STATUS

    assert set(TYPES) == set(EVENTS) and set(STATUSES) == set(STATUS)


def test_a_table_can_be_opened_by_other_tools(news: str) -> None:
    with closing(sqlite3.connect(news)) as connection:
        assert connection.execute("SELECT count(*) FROM events JOIN articles ON articles.row = events.article").fetchone()[0] > 0
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_questions_are_answered_in_every_shape(news: str) -> None:
    for question in (("timeline",), ("story", "1"), ("network",), ("actor", "الرئيس الفنلندي"), ("compare", "الصحيفة", "الصحيفة")):
        texts = {shape: run(*question, "--db", news, "--format", shape) for shape in ("text", "json", "csv")}
        assert all(r.exit_code == 0 and r.stdout for r in texts.values()), question
        json.loads(texts["json"].stdout)
        header, *rows = texts["csv"].stdout.splitlines()
        assert rows and "," in header
    assert "more than these 1" in run("timeline", "--db", news, "--limit", "1").stdout


def test_stories_are_parted_and_joined(news: str) -> None:
    stories = json.loads(run("timeline", "--db", news, "--format", "json").stdout)["lines"]
    one, other = stories[0]["row"], stories[1]["row"]
    assert run("join", str(one), str(other), "--db", news).stdout == f"story {one}\n"
    assert run("join", str(one), str(other), "--db", news).exit_code == 2
    assert run("split", str(one), "zzz", "--db", news).exit_code == 2


def test_cells_like_formulas_are_made_safe() -> None:
    from khabar.cli.answers import table

    assert table([{"a": "=1+1", "b": -5, "c": ("x", "y")}]) == "a,b,c\n'=1+1,-5,x | y\n"


def test_export_in_every_form(news: str, tmp_path: Path) -> None:
    assert run("export", "--db", news, "--to", "csv", "--bom", "-o", str(tmp_path / "csv")).exit_code == 0
    result = run("export", "--db", news, "--to", "parquet", "-o", str(tmp_path / "parquet"))
    assert result.exit_code == 0 and "2 articles" in result.stderr
    lines = run("export", "--db", news, "--to", "jsonl", "-o", "-").stdout.splitlines()
    with Store.open(Path(news)) as store:
        assert [Record.from_json(x) for x in lines] == [store.record("a"), store.record("b")]
    assert "records" in run("export", "--db", news, "--to", "jsonl", "-o", str(tmp_path / "r.jsonl")).stderr
    events = [json.loads(x) for x in run("export", "--db", news, "--to", "plover", "-o", "-", "--type", "CONSULT").stdout.splitlines()]
    assert events and {e["event"] for e in events} >= {"CONSULT"}
    for wrong in (("csv", "-o", "-"), ("jsonl", "--bom", "-o", "x"), ("csv", "-o", str(tmp_path / "csv"))):
        assert run("export", "--db", news, "--to", *wrong).exit_code == 2


def test_alerts(news: str, tmp_path: Path) -> None:
    assert run("alerts", "add", "فنلندا", "الفنلندي", "--db", news).exit_code == 0
    assert run("alerts", "run", "--db", news).stdout == ""
    run("ingest", "--db", news, "--jobs", "1", "-", "--from", "jsonl", data=line("n", "قال الرئيس الفنلندي شيئا."))
    assert json.loads(run("alerts", "run", "--db", news).stdout)["id"] == "n" and run("alerts", "run", "--db", news).stdout == ""
    assert run("alerts", "feed", "فنلندا", "--db", news, "-o", str(tmp_path / "feed.xml")).exit_code == 0
    assert (tmp_path / "feed.xml").read_text("utf-8").count("<entry>") == 3
    assert "الفنلندي" in run("alerts", "list", "--db", news).stdout and run("alerts", "remove", "فنلندا", "--db", news).exit_code == 0
    assert run("alerts", "feed", "فنلندا", "--db", news).exit_code == 2


def test_upkeep(news: str, tmp_path: Path) -> None:
    assert "2 read anew, 0 changed" in run("reread", "--db", news, "--all", "--jobs", "1").stderr
    assert run("backup", str(tmp_path / "copy.db"), "--db", news).exit_code == 0 and run("backup", str(tmp_path / "copy.db"), "--db", news).exit_code == 2
    assert "1 version" in run("forget", "a", "--db", news, "--reason", "x").stderr and run("forget", "a", "--db", news).exit_code == 2
    assert run("search", "هلسنكي", "--db", news).stdout.endswith("of 0\n")


OWN = '[[group]]\nnames = ["لواء المجد الأزرق"]\nsector = "REB"\ncountry = "SYR"\n'
RAID = "هاجم لواء المجد الأزرق بلدة جنوب دمشق أمس."


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_own_words_are_read_with(tmp_path: Path, jobs: str) -> None:
    mine, db = tmp_path / "my.toml", str(tmp_path / "own.db")
    mine.write_text(OWN, "utf-8")
    assert run("ingest", "--db", db, "--jobs", jobs, "--words", str(mine), "-", "--from", "jsonl", data=line("a", RAID)).exit_code == 0
    with Store.open(Path(db)) as store:
        assert "لواء المجد الأزرق" in {a.name for a in store.record("a").actors if (a.country, a.sector) == ("SYR", "REB")}


def test_reread_reads_what_other_words_read(news: str, tmp_path: Path) -> None:
    mine = tmp_path / "my.toml"
    mine.write_text(OWN, "utf-8")
    assert "2 read anew" in run("reread", "--db", news, "--jobs", "1", "--words", str(mine)).stderr
    assert "0 read anew" in run("reread", "--db", news, "--jobs", "1", "--words", str(mine)).stderr
    assert "2 read anew" in run("reread", "--db", news, "--jobs", "1").stderr


@pytest.mark.parametrize("command", [("ingest",), ("reread", "--all")])
def test_own_words_that_are_wrong_change_nothing(news: str, tmp_path: Path, command: tuple[str, ...]) -> None:
    mine, more = tmp_path / "my.toml", tmp_path / "more.jsonl"
    mine.write_text("[[group]]\nsector = 'REB'\n", "utf-8")
    more.write_text(line("c"), "utf-8")
    sources = (str(more),) if command[0] == "ingest" else ()
    result = run(*command, "--db", news, "--words", str(mine), *sources)
    assert result.exit_code == 2 and result.stderr.startswith("khabar: ") and "my.toml" in result.stderr and result.stderr.count("\n") == 1
    with Store.open(Path(news)) as store:
        assert [x.id for x in store.articles().listings] == ["b", "a"]

import json
from pathlib import Path

from click.testing import CliRunner, Result

from khabar.cli import cli

SAMPLE = str(Path(__file__).parent.parent / "samples" / "copied_page.txt")
LINES = "".join(json.dumps({"id": i, "text": "التقى الرئيس الفنلندي نظيره الإستوني."}, ensure_ascii=False) + "\n" for i in ("a", "b"))


def run(*arguments: str, data: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["why", *arguments], input=data)


def test_text_names_frame_and_missed_conditions_with_arabic_last() -> None:
    result = run(SAMPLE, "e7")
    assert result.exit_code == 0 and result.stdout.startswith("e7  COERCE arrest  asserted")
    assert "verb:اعتقل:arrest  — fired" in result.stdout and "actor in it       الشرطة (COP)" in result.stdout


def test_json_holds_the_event_and_its_tellings() -> None:
    plain = json.loads(run(SAMPLE, "e7", "--format", "json").stdout)
    assert plain["event"]["id"] == "e7" and plain["tellings"][0]["tries"][0]["outcome"] == "fired"


def test_no_such_event_or_file_is_one_line() -> None:
    for arguments, message in (((SAMPLE, "e99"), "no event 'e99': it has e1 to e7"), (("nowhere.txt", "e1"), "nowhere.txt: no such file")):
        result = run(*arguments)
        assert result.exit_code == 2 and message in result.stderr and result.stderr.count("\n") == 1 and not result.stdout


def test_one_of_several_articles_is_asked_for_by_its_id() -> None:
    result = run("-", "e1", "--from", "jsonl", data=LINES)
    assert result.exit_code == 2 and "2 articles; say which with --article" in result.stderr
    assert run("-", "e1", "--from", "jsonl", "--article", "b", data=LINES).exit_code == 0
    assert "no such article" in run("-", "e1", "--from", "jsonl", "--article", "c", data=LINES).stderr

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from khabar.cli import cli

OWN = '[[group]]\nnames = ["حركة طالبان", "لواء المجد الأزرق"]\nsector = "REB"\ncountry = "SYR"\n'


def rows(*args: str, env: dict[str, str] | None = None) -> list[dict[str, Any]]:
    result = CliRunner().invoke(cli, ["words", *args], env=env)
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_which_list_knows_a_name() -> None:
    told = rows("سيرغي لافروف")
    assert ("holders.tsv", "وزير الخارجية", "2004-03-09") in {(r.get("list"), r.get("office"), r.get("since")) for r in told}
    assert told[-1] == {"actor": "سيرغي لافروف", "kind": "person", "country": "RUS", "sector": "GOV", "role": None, "rule": "known_name"}


def test_which_rule_knows_a_name_that_no_list_has() -> None:
    assert rows("عبدالسلام الفارع")[-1]["rule"] == "given_name"


# NOT an error: a name that nothing knows.
def test_nothing_knows_it() -> None:
    result = CliRunner().invoke(cli, ["words", "خخخخ"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no list and no rule" in result.stderr


def test_own_words_are_shown_with_what_they_stand_for(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text(OWN, "utf-8")
    told = rows("--words", str(file))
    assert [(r["form"], r["list"], r["sector"]) for r in told] == [("حركة طالبان", "group", "REB"), ("لواء المجد الأزرق", "group", "REB")]
    assert told[0]["instead_of"] == ["group: طالبان"] and told[1]["instead_of"] == []


def test_the_file_may_be_a_setting(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text(OWN, "utf-8")
    assert rows("لواء المجد الأزرق", env={"KHABAR_WORDS": str(file)})[0]["list"] == str(file)


def test_the_lists_are_counted() -> None:
    counts = {r["list"]: r["forms"] for r in rows()}
    assert counts["group"] >= 2_000 and counts["office"] >= 5_000 and counts["outlet"] >= 400


def test_a_bad_file_is_one_line_and_status_2(tmp_path: Path) -> None:
    file = tmp_path / "my.toml"
    file.write_text(OWN.replace("SYR", "Syria"), "utf-8")
    result = CliRunner().invoke(cli, ["actors", "-", "--words", str(file)], input="نص.")
    assert result.exit_code == 2
    assert result.stderr == f"khabar: {file}: line 1: group 1: country: 'Syria' is no code of ISO 3166 alpha-3 or PLOVER\n"

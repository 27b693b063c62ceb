import dataclasses
import json
from pathlib import Path

from click.testing import CliRunner

import khabar
from khabar.cli import cli
from khabar.model import Record
from tests.summary.records import record_of


def record(id: str, outlet: str, text: str, told: str, published: str = "2024-02-05") -> Record:
    made = record_of(text, told, published, id)
    return dataclasses.replace(made, article=dataclasses.replace(made.article, outlet=outlet))


VISIT = "CONSULT visit asserted verb:زار:visit زار | person/USA/known_name/بلينكن | country/EGY/state/مصر"
ONE = record("a", "الأولى", "زار بلينكن مصر في 4 فبراير 2024.", VISIT + " | | 4 فبراير 2024=2024-02-04")
TWO = record("b", "الثانية", "زار بلينكن مصر أمس.", VISIT)
LATER = record("c", "الثالثة", "زار بلينكن مصر.", VISIT, "2024-06-01")
OTHER = record("d", "الرابعة", "اتهمت أوكرانيا روسيا بخرق الهدنة.", "ACCUSE allege asserted verb:اتهم:allege اتهمت | country/UKR/state/أوكرانيا | country/RUS/state/روسيا")


def test_one_act_told_by_two_is_one_dated_line_with_both() -> None:
    first, second = khabar.brief([ONE, OTHER, TWO])
    assert first.articles == ("a", "b") and second.articles == ("d",)
    (line,) = first.lines
    assert (line.day, line.basis, [t.outlet for t in line.tellers]) == ("2024-02-04", "text", ["الأولى", "الثانية"])
    assert len(first.reasons) == 1 and "CONSULT" in first.reasons[0] and first.parties[:1] == ("بلينكن",)


def test_not_joined_months_apart() -> None:
    assert [s.articles for s in khabar.brief([ONE, LATER])] == [("a",), ("c",)]


def test_not_joined_where_one_denies_it() -> None:
    denied = record("e", "", "نفى بلينكن أنه زار مصر.", VISIT.replace("asserted", "denied"))
    assert len(khabar.brief([ONE, denied])) == 2


def test_a_day_the_page_alone_tells_says_so() -> None:
    (story,) = khabar.brief([OTHER], "en")
    assert (story.lines[0].day, story.lines[0].basis, story.lines[0].text) == ("2024-02-05", "published", "Ukraine accused Russia.")


def test_the_command_tells_stories(tmp_path: Path) -> None:
    file = tmp_path / "two.jsonl"
    rows = [{"id": i, "outlet": o, "published": "2024-02-05", "text": "اتهمت أوكرانيا روسيا بخرق الهدنة في الشرق."} for i, o in (("a", "الأولى"), ("b", "الثانية"))]
    file.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    text = CliRunner().invoke(cli, ["brief", str(file)])
    assert text.exit_code == 0 and "الأولى، الثانية" in text.stdout and "[2024-02-05]" in text.stdout
    told = json.loads(CliRunner().invoke(cli, ["brief", str(file), "--format", "json", "--lang", "en"]).stdout)
    assert told[0]["lines"][0]["text"] == "Ukraine accused Russia." and told[0]["articles"] == ["a", "b"]
    assert CliRunner().invoke(cli, ["brief", str(tmp_path / "none")]).exit_code == 2


def killed(id: str, number: int, day: str = "") -> Record:
    made = record(id, id, f"قتل {number} شخصا في 4 فبراير 2024.", "ASSAULT - asserted verb:قتل قتل | | group//collective/شخصا" + (f" | | 4 فبراير 2024={day}" if day else ""))
    return dataclasses.replace(made, actors=tuple(dataclasses.replace(a, key="collective:شخصا:") for a in made.actors))


def test_anybody_is_nobody_in_common() -> None:
    assert len(khabar.brief([killed("a", 30), killed("b", 30)])) == 2
    assert len(khabar.brief([killed("a", 30, "2024-02-04"), killed("b", 31, "2024-02-04")])) == 2
    assert len(khabar.brief([killed("a", 30, "2024-02-04"), killed("b", 30, "2024-02-04")])) == 1

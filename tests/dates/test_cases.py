"""The marked text of cases/dates.txt: each date found where it is marked, with its value, and nothing else."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from khabar.dates import DateWords, find_dates, load_date_words
from khabar.dates.rules import RULES
from khabar.text.fold import fold

CASES = Path(__file__).parents[1] / "cases" / "dates.txt"
# Rules that only read what becomes a note.
_NOTES = frozenset({"century"})
MARK = re.compile(r"\[([^\]]*)\]")


class Case(NamedTuple):
    """One marked text."""

    title: str
    published: date | None
    text: str
    dates: list[tuple[int, int, str]]


def read_cases() -> Iterator[Case]:
    """The cases of the file, in its order."""
    published: date | None = None
    for block in re.split(r"\n\n+", CASES.read_text("utf-8").strip()):
        lines = block.splitlines()
        if lines[0].startswith("published:"):
            day = lines[0].removeprefix("published:").strip()
            published = None if day == "-" else date.fromisoformat(day)
            continue
        if not lines[1:] or all(line.startswith("#") for line in lines):
            continue
        values = lines[-1].split() if re.fullmatch(r"[\dW\- ]+", lines[-1]) else []
        yield _case(lines[0].removeprefix("# "), published, "\n".join(lines[1:-1] if values else lines[1:]), values)


def _case(title: str, published: date | None, marked: str, values: list[str]) -> Case:
    """Take the marks out of a text."""
    text, dates, end = "", [], 0
    for mark, value in zip(MARK.finditer(marked), values, strict=True):
        text += marked[end : mark.start()]
        dates.append((len(text), len(text) + len(mark[1]), value))
        text += mark[1]
        end = mark.end()
    return Case(title, published, text + marked[end:], dates)


@pytest.fixture(scope="module")
def words() -> DateWords:
    return load_date_words()


@pytest.mark.parametrize("case", list(read_cases()), ids=lambda case: case.title)
def test_marked_dates(case: Case, words: DateWords) -> None:
    found, _ = find_dates(fold(case.text), case.published, words)
    assert [(case.text[d.start : d.end], d.value) for d in found] == [(case.text[start:end], value) for start, end, value in case.dates]
    assert [(d.start, d.end) for d in found] == [(start, end) for start, end, _ in case.dates]


def test_there_are_enough_cases() -> None:
    cases = list(read_cases())
    assert len(cases) >= 150
    assert sum(case.title.startswith("NOT") for case in cases) >= 30


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_every_rule_has_its_cases(rule: str, words: DateWords) -> None:
    read = list(read_cases())
    assert any(rule == found.rule for case in read for found in (*find_dates(fold(case.text), case.published, words)[0],)) or rule in _NOTES
    assert any(case.title.startswith(f"NOT {rule}:") for case in read)

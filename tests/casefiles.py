"""Case files: a comment, a text, what is expected of it; an empty line ends a case."""

from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    title: str
    text: str
    expected: tuple[str, ...]


def cases(name: str) -> list[Case]:
    found = []
    for block in (CASES / name).read_text("utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        assert lines[0].startswith("# "), f"{name}: a case begins with a comment: {lines[0]}"
        found.append(Case(lines[0][2:], lines[1], tuple(lines[2:])))
    return found

"""Web archives: 2,000 generated pages among all that goes wrong in a crawl."""

import subprocess
import sys
from pathlib import Path

import pytest

from khabar.model import Article
from khabar.sources import Options, Refusal, open_sources
from tests.sources.warcs import MORE, ODD, WORDS


def write(path: Path, pages: int) -> None:
    subprocess.run([sys.executable, "-m", "tests.sources.warcs", str(path), str(pages)], check=True, cwd=Path(__file__).parents[2])


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc"])
def test_each_odd_response_is_read_or_told_in_one_line(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, 0)
    outcomes = list(open_sources([str(tmp_path / name)], Options()))
    assert len(outcomes) == len(ODD)
    for number, (outcome, (*_, refused)) in enumerate(zip(outcomes, ODD, strict=True)):
        if refused:
            assert isinstance(outcome, Refusal) and refused in outcome.message and f"(https://odd.example/{number})" in outcome.message
        else:
            assert isinstance(outcome, Article) and outcome.text == f"{WORDS.format(number + 1)}\n\n{MORE.format(number + 1)}" and outcome.url == f"https://odd.example/{number}"


COUNT = """
import resource, sys
from khabar.sources import Options, Refusal, open_sources
read = refused = 0
for outcome in open_sources([sys.argv[1]], Options()):
    refused += isinstance(outcome, Refusal)
    read += not isinstance(outcome, Refusal)
print(read, refused, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_two_thousand_pages_in_flat_memory(tmp_path: Path) -> None:
    rows = []
    for pages in (200, 2000):
        write(tmp_path / "crawl.warc.gz", pages)
        done = subprocess.run([sys.executable, "-c", COUNT, str(tmp_path / "crawl.warc.gz")], capture_output=True, text=True, check=True)
        rows.append([int(n) for n in done.stdout.split()])
    good = sum(not refused for *_, refused in ODD)
    assert [row[:2] for row in rows] == [[200 + good, len(ODD) - good], [2000 + good, len(ODD) - good]]
    assert rows[1][2] - rows[0][2] < 20_000  # kilobytes


def test_an_archive_cut_short_is_told(tmp_path: Path) -> None:
    write(tmp_path / "crawl.warc.gz", 5)
    whole = (tmp_path / "crawl.warc.gz").read_bytes()
    (tmp_path / "cut.warc.gz").write_bytes(whole[: len(whole) // 3])
    (tmp_path / "none.warc").write_bytes(b"WARC/1.0\r\nnothing more")
    outcomes = list(open_sources([str(tmp_path / "cut.warc.gz"), str(tmp_path / "none.warc")], Options()))
    assert any("cut.warc.gz" in o.message for o in outcomes if isinstance(o, Refusal)) and any("none.warc" in o.message for o in outcomes if isinstance(o, Refusal))

"""Words per second of the whole reading and of its first stages, as ratios in one run; absolute figures with their machine."""

import platform
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from rounds import median_seconds

from khabar.api import load_reader
from khabar.dates import find_dates
from khabar.model import Article
from khabar.reading import load_reader as parse_lists
from khabar.reading import read_article
from khabar.text.fold import fold
from khabar.text.words import words

SAMPLE = (Path(__file__).parent.parent / "tests" / "samples" / "copied_page.txt").read_text("utf-8")
ONE = "التقى وزير الخارجية الأردني أيمن الصفدي نظيره المصري في القاهرة يوم الأحد.".encode()
ROUNDS = 5


def khabar(arguments: list[str]) -> None:
    """One run of the command, from the start of its process to its end."""
    subprocess.run([str(Path(sys.executable).parent / "khabar"), *arguments], input=ONE, capture_output=True, check=True)


def main() -> None:
    began = time.perf_counter()
    parse_lists()
    parsing = time.perf_counter() - began
    began = time.perf_counter()
    reader = load_reader()
    loading = time.perf_counter() - began
    texts = [SAMPLE.replace("الأردن", state) for state in ("الأردن", "المغرب", "تونس", "لبنان", "العراق", "عُمان", "الكويت", "قطر", "ليبيا", "مصر")] * 5
    count = sum(len(t.split()) for t in texts)
    articles = [Article(id=str(n), text=t, published="2023-03-07", published_basis="option") for n, t in enumerate(texts)]
    stages = {
        "fold and words": lambda: [words(fold(t), reader.frequencies) for t in texts],
        "dates": lambda: [find_dates(fold(t), None, reader.dates) for t in texts],
        "the whole reading": lambda: [read_article(a, reader) for a in articles],
    }
    whole = 0.0
    print(f"{platform.machine()}, {platform.python_implementation()} {platform.python_version()}, one core; word lists parsed in {parsing:.2f} s, from their compiled form in {loading:.2f} s")
    for name, work in stages.items():
        whole = median_seconds(work, ROUNDS)
        print(f"{name:20} {count / whole:12,.0f} words a second")
    long = Article(id="long", text="\n\n".join(texts), published="2023-03-07", published_basis="option")
    print(f"{'one text of all':20} {median_seconds(lambda: read_article(long, reader), ROUNDS) / whole:12.2f} times the time of its parts (1 is linear)")
    for name, arguments in (("start to version", ["--version"]), ("start to record", ["read", "--from", "text", "--format", "json", "-"])):
        print(f"{name:20} {median_seconds(partial(khabar, arguments), ROUNDS):12.2f} s")


if __name__ == "__main__":
    main()

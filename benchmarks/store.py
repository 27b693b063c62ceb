"""How fast a store is filled and asked.

    python benchmarks/store.py ingest NEWS.jsonl            articles a second, reading included, in tenths of the way
    python benchmarks/store.py grow BASE.db BIG.db 100000   a store of so many articles, made from those of BASE by other names and days
    python benchmarks/store.py ask BIG.db                   the times of searches and questions: median, 95 of 100, slowest
"""

import os
import platform
import random
import re
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from khabar.model import Record
from khabar.sources import Options, Refusal, open_sources
from khabar.store import Filters, Incoming, Store, ingest
from khabar.store.connection import opened_for_writing, transaction
from khabar.store.prepare import Prepared, digest_of, prepared
from khabar.store.save import save
from khabar.store.stories import Joiner

DAY = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
WORD = re.compile(r"[\u0621-\u064a]{3,}")


def machine() -> str:
    load = " ".join(f"{x:.1f}" for x in os.getloadavg())
    return f"{platform.machine()}, {len(os.sched_getaffinity(0))} cores, Python {platform.python_version()}, load {load}"


def fill(source: str) -> None:
    """Ingests a file and prints the rate as it goes."""
    articles = [Incoming(source, a) for a in open_sources([source], Options()) if not isinstance(a, Refusal)]
    with tempfile.TemporaryDirectory() as folder:
        path, began, step = Path(folder) / "news.db", time.perf_counter(), max(len(articles) // 10, 1)
        marks = [(0, began)]

        def progress(tally) -> None:
            if tally.seen >= marks[-1][0] + step:
                marks.append((tally.seen, time.perf_counter()))
                print(f"{tally.seen:7} articles, {(marks[-1][0] - marks[-2][0]) / (marks[-1][1] - marks[-2][1]):6.1f} a second", flush=True)

        ingest(path, articles, jobs=len(os.sched_getaffinity(0)), now=lambda: "", progress=progress)
        took = time.perf_counter() - began
        print(f"{len(articles)} articles in {took:.0f} s: {len(articles) / took:.1f} a second; {path.stat().st_size / len(articles) / 1000:.1f} kB an article")


def varied(line: str, turn: int, other: dict[str, str]) -> Prepared:
    """A record with other names of the same length and other days, so that every place in it still holds."""
    shift = timedelta(days=turn * 41)
    line = DAY.sub(lambda m: _shifted(m[0], shift), WORD.sub(lambda m: other.get(m[0], m[0]), line))
    record = Record.from_json(line.replace('"article": {"id": "', f'"article": {{"id": "{turn}-', 1))
    return prepared(record, digest_of(record.article))


def _shifted(day: str, shift: timedelta) -> str:
    try:
        return (date.fromisoformat(day) + shift).isoformat()
    except ValueError:
        return day


def names_of(lines: list[str]) -> dict[int, list[str]]:
    """The words of the names of people, by length."""
    found = {w for line in lines for actor in Record.from_json(line).actors if actor.kind == "person" for w in WORD.findall(actor.name)}
    lengths = defaultdict(list)
    for word in sorted(found):
        lengths[len(word)].append(word)
    return lengths


def grow(base: str, target: str, number: int) -> None:
    with Store.open(Path(base)) as store:
        lines = [store.record(listing.id).to_json() for listing in reversed(store.articles(limit=10**9).listings)]
    names = names_of(lines[:2000])
    connection = opened_for_writing(Path(target))
    joiner, began, done = Joiner(connection), time.perf_counter(), 0
    with closing(connection), ProcessPoolExecutor(2) as pool:
        for turn in range(1 + number // len(lines)):
            other = {w: same[(n + turn * 7) % len(same)] for same in names.values() for n, w in enumerate(same)}
            lot = lines[: number - done]
            for batch in _batches(pool, lot, turn, other):
                with transaction(connection):
                    for ready in batch:
                        save(connection, ready, joiner)
                done += len(batch)
            print(f"{done} articles, {time.perf_counter() - began:.0f} s", flush=True)
    print(f"{Path(target).stat().st_size / done / 1000:.1f} kB an article")


def _batches(pool: ProcessPoolExecutor, lines: list[str], turn: int, other: dict[str, str]) -> Iterator[list[Prepared]]:
    for start in range(0, len(lines), 500):
        lot = lines[start : start + 500]
        yield list(pool.map(varied, lot, [turn] * len(lot), [other] * len(lot), chunksize=25))


def ask(path: str) -> None:
    chance = random.Random(1)
    with Store.open(Path(path)) as store:
        page = store.articles(limit=400)
        texts = [store.record(x.id).article.text for x in chance.sample(page.listings, 100)]
        words = [w for t in texts for w in chance.sample(WORD.findall(t), min(3, len(WORD.findall(t))))]
        days = [(date.fromisoformat(x.published or "2015-07-21"), x) for x in chance.sample(page.listings, 40)]
        names = [s for s, _ in store.outlets()]
        actors = sorted({t.actor for t in store.network(limit=60).ties})
        print(f"{machine()}; {page.total} articles, {Path(path).stat().st_size / page.total / 1000:.1f} kB an article")
        pairs = [f"{a} {b}" for a, b in pairwise(words)]
        common = ["الرئيس", "وزير الخارجية", "قال", "في", "السعودية", "من", "مجلس الوزراء", "اليوم", "الحكومة", "سوريا"]
        show("search, a word", [lambda q=q: store.search(q) for q in words])
        show("search, two words", [lambda q=q: store.search(q) for q in pairs])
        show("search, the commonest words", [lambda q=q: store.search(q) for q in common])
        show("search, a phrase", [lambda q=q: store.search(f'"{q}"') for q in pairs[:100]])
        show("search, a beginning", [lambda q=q: store.search(f"{q[:3]}*") for q in words[:100]])
        show("search, with filters", [lambda q=q: store.search(q, Filters(type="CONSULT", country="SAU")) for q in words[:100]])
        show("search, recent", [lambda q=q: store.search(q, recent=True) for q in words[:100]])
        show("timeline", [lambda n=n: store.timeline(least=2, offset=n * 20) for n in range(40)])
        show("timeline of a month", [lambda d=d: store.timeline(Filters(since=d.isoformat(), until=(d + timedelta(days=30)).isoformat())) for d, _ in days])
        show("timeline of an actor", [lambda a=a: store.timeline(Filters(actor=a)) for a in actors])
        show("timeline of a country", [lambda c=c: store.timeline(Filters(country=c)) for c in ("SAU", "EGY", "SYR", "TUN", "ISL", "FJI")])
        show("network", [lambda: store.network()] * 10)
        show("network of an actor", [lambda a=a: store.network(Filters(actor=a)) for a in actors])
        show("network of a country, a month", [lambda d=d: store.network(Filters(country="EGY", since=d.isoformat(), until=(d + timedelta(days=30)).isoformat())) for d, _ in days])
        show("actor", [lambda a=a: store.actor(a) for _, a in zip(range(30), sorted({t.actor_key for t in store.network(limit=60).ties}), strict=False)])
        show("compare", [lambda a=a, b=b: store.compare(a, b) for a, b in pairwise(names[:7])])


def show(name: str, calls) -> None:
    times = []
    for call in calls:
        began = time.perf_counter()
        call()
        times.append((time.perf_counter() - began) * 1000)
    times.sort()
    print(f"{name:32} {len(times):4} asked  median {statistics.median(times):7.1f} ms  p95 {times[int(len(times) * 0.95)]:7.1f} ms  slowest {times[-1]:7.1f} ms", flush=True)


if __name__ == "__main__":
    print(machine())
    {"ingest": fill, "grow": lambda base, target, number: grow(base, target, int(number)), "ask": ask}[sys.argv[1]](*sys.argv[2:])

"""How fast a store is filled and asked.

    python benchmarks/store.py ingest NEWS.jsonl            articles a second, reading included, in tenths of the way
    python benchmarks/store.py made 2000                    the same with made-up articles, then the times of questions
    python benchmarks/store.py grow BASE.db BIG.db 100000   a store of so many articles, made from those of BASE by other actors and days
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
from dataclasses import asdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from khabar.sources import Options, Refusal, open_sources
from khabar.store import Filters, Incoming, Store, ingest
from khabar.store.connection import opened_for_writing, transaction
from khabar.store.upkeep import backup

WORD = re.compile(r"[\u0621-\u064a]{3,}")


def machine() -> str:
    load = " ".join(f"{x:.1f}" for x in os.getloadavg())
    return f"{platform.machine()}, {len(os.sched_getaffinity(0))} cores, Python {platform.python_version()}, load {load}"


def fill(source: str) -> None:
    """Ingests a file and prints the rate as it goes."""
    with tempfile.TemporaryDirectory() as folder:
        _fill([Incoming(source, a) for a in open_sources([source], Options()) if not isinstance(a, Refusal)], Path(folder) / "news.db")


def made(number: int) -> None:
    """Ingests made-up articles, and asks."""
    from tests.store.made import made_articles

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        _fill([Incoming("made", a) for a in made_articles(number, 1)], path)
        ask(str(path))


def _fill(articles: list[Incoming], path: Path) -> None:
    began, step = time.perf_counter(), max(len(articles) // 10, 1)
    marks, cost = [(0, began)], os.times()

    def progress(tally) -> None:
        if tally.seen >= marks[-1][0] + step:
            marks.append((tally.seen, time.perf_counter()))
            print(f"{tally.seen:7} articles, {(marks[-1][0] - marks[-2][0]) / (marks[-1][1] - marks[-2][1]):6.1f} a second", flush=True)

    ingest(path, articles, jobs=len(os.sched_getaffinity(0)), now=lambda: "", progress=progress)
    took, now = time.perf_counter() - began, os.times()
    writing, reading = (sum(now[i : i + 2]) - sum(cost[i : i + 2]) for i in (0, 2))
    print(
        f"{len(articles)} articles in {took:.0f} s: {len(articles) / took:.1f} a second; {path.stat().st_size / len(articles) / 1000:.1f} kB an article; "
        f"processor: {writing / len(articles) * 1000:.1f} ms an article to write, {reading / len(articles) * 1000:.1f} ms to read"
    )


# What is added to the rows of each table that are copied: the largest row of what they point at, or the shift of days, or the number of the turn.
ARTICLE, EVENT, QUOTE, ACTOR, STORY = ("articles", "events", "quotes", "actors", "stories")
COPIED: dict[str, dict[str, str]] = {
    "actors": {"row": ACTOR, "root": ACTOR, "key": "text"},
    "spellings": {"actor": ACTOR, "spelling": "text", "folded": "text"},
    "articles": {"row": ARTICLE, "origin": ARTICLE, "id": "text", "digest": "text", "published": "day"},
    "records": {"article": ARTICLE}, "sentences": {"article": ARTICLE}, "summaries": {"article": ARTICLE}, "dates": {"article": ARTICLE},
    "roles": {"article": ARTICLE, "actor": ACTOR}, "mentions": {"article": ARTICLE}, "sketches": {"article": ARTICLE, "hash": ARTICLE},
    "quotes": {"row": QUOTE, "article": ARTICLE}, "quote_parties": {"quote": QUOTE, "actor": ACTOR},
    "events": {"row": EVENT, "article": ARTICLE, "day": "day", "date": "day"}, "event_parties": {"event": EVENT, "actor": ACTOR},
    "word_places": {"article": ARTICLE}, "event_mentions": {"event": EVENT}, "tellings": {"event": EVENT}, "stories": {"row": STORY, "head": EVENT, "day": "day"},
    "story_events": {"event": EVENT, "story": STORY, "beside": EVENT}, "story_keys": {"event": EVENT, "day": "day"},
    "ties": {"event": EVENT, "actor": ACTOR, "recipient": ACTOR, "day": "day"},
}


def grow(base: str, target: str, number: int) -> None:
    """Copies the rows of a store again and again, other actors and other days each time; every word stays, so that words are found the more often."""
    backup(Path(base), Path(target))
    connection, began = opened_for_writing(Path(target)), time.perf_counter()
    connection.execute("PRAGMA foreign_keys = OFF")
    one = lambda sql: connection.execute(sql).fetchone()[0]  # noqa: E731
    size = one("SELECT count(*) FROM articles WHERE current = 1")
    top = {name: one(f"SELECT max(row) FROM {name}") for name in (ARTICLE, EVENT, QUOTE, ACTOR, STORY)}
    for turn in range(1, -(-number // size)):
        with transaction(connection):
            for table, changed in COPIED.items():
                _copy(connection, table, changed, turn, top)
            shift = turn * top[ARTICLE]
            for index, columns in (("words", "title, text"), ("marks", "told")):
                connection.execute(f"INSERT INTO {index} (rowid, {columns}) SELECT rowid + {shift}, {columns} FROM {index} WHERE rowid <= {top[ARTICLE]}")
        print(f"{size * (turn + 1)} articles, {time.perf_counter() - began:.0f} s", flush=True)
    connection.close()


def _copy(connection, table: str, changed: dict[str, str], turn: int, top: dict[str, int]) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    told = []
    for column in columns:
        how, name = changed.get(column), f'"{column}"'
        told.append(
            name if how is None else f"{name} || ' {turn * top[ARTICLE]}'" if how == "text" else f"{name} + {turn * top[how]}" if how != "day"
            else f"CASE WHEN length({name}) = 10 THEN coalesce(date({name}, '+{turn * 41} days'), {name}) ELSE {name} END"
        )
    key = {"actor": ACTOR, "article": ARTICLE, "event": EVENT, "quote": QUOTE, "row": table}
    first = next(c for c in ("row", "article", "event", "quote", "actor") if c in columns)
    names = ", ".join(f'"{c}"' for c in columns)
    connection.execute(f'INSERT INTO {table} ({names}) SELECT {", ".join(told)} FROM {table} WHERE "{first}" <= {top[key[first]]}')


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
        filtered = [
            Filters(type="CONSULT", country="SAU"), Filters(type="CONSULT"), Filters(status="asserted"), Filters(country="SAU"), Filters(outlet=names[0]),
            Filters(since=min(d for d, _ in days).isoformat(), until=max(d for d, _ in days).isoformat()), Filters(since="2000-01-01"), Filters(actor="السعودية"), Filters(source="وزير الخارجية"),
            Filters(actor="السعودية", type="CONSULT", status="asserted"),
        ]
        pairs = [f"{a} {b}" for a, b in pairwise(words)]
        common = ["الرئيس", "وزير الخارجية", "قال", "في", "السعودية", "من", "مجلس الوزراء", "اليوم", "الحكومة", "سوريا"]
        show("search, a word", [lambda q=q: store.search(q) for q in words])
        show("search, two words", [lambda q=q: store.search(q) for q in pairs])
        show("search, the commonest words", [lambda q=q: store.search(q) for q in common])
        show("search, a phrase", [lambda q=q: store.search(f'"{q}"') for q in pairs[:100]])
        show("search, a beginning", [lambda q=q: store.search(f"{q[:3]}*") for q in words[:100]])
        for filters in filtered:
            told = ", ".join(k for k, v in asdict(filters).items() if v is not None)
            show(f"search, by {told}", [lambda q=q, f=filters: store.search(q, f) for q in words[:100]])
        show("search, recent", [lambda q=q: store.search(q, recent=True) for q in words[:100]])
        show("search, exact:", [lambda q=q: store.search(f'exact:"{q}"') for q in words[:100]])
        show("articles by kind of event", [lambda f=f: store.articles(f, limit=50) for f in filtered])
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
    """Times of one process on the processor, and by the clock, which on a busy machine tells of the others too."""
    processor, clock = [], []
    for call in calls:
        began, at = time.process_time(), time.perf_counter()
        call()
        processor.append((time.process_time() - began) * 1000)
        clock.append((time.perf_counter() - at) * 1000)
    processor.sort(), clock.sort()
    p95 = int(len(clock) * 0.95)
    print(
        f"{name:38} {len(clock):4} asked  processor: median {statistics.median(processor):6.1f} p95 {processor[p95]:6.1f} ms"
        f"  clock: median {statistics.median(clock):6.1f} p95 {clock[p95]:6.1f} slowest {clock[-1]:6.1f} ms",
        flush=True,
    )


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent))
    print(machine())
    {"ingest": fill, "made": lambda number: made(int(number)), "grow": lambda base, target, number: grow(base, target, int(number)), "ask": ask}[sys.argv[1]](*sys.argv[2:])

"""How heavy the reader's pages are, and how fast it answers with 10,000 articles.

    python benchmarks/reader.py             a store of made-up articles
    python benchmarks/reader.py NEWS.db     a store that is there

The clients are Python on the same machine and take processor time of their own. Three ways of asking are told apart:
    alone       one client, the next question after each answer: what an answer costs
    20 readers  each waits half a second or so between an answer and its next question
    20 at once  each asks again in the same moment: twenty questions stand before the server all the time, so every answer waits for nineteen others
"""

import os
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from store import grow, machine

from khabar.model import Article
from khabar.store import Incoming, Store, Tally, ingest

CLIENTS, ASKED, PAUSE = 20, 400, 0.5
READ, ARTICLES = 500, 10_000
PEOPLE = ("وزير الخارجية التركي هاكان فيدان", "الرئيس الكيني وليام روتو", "رئيس الوزراء الماليزي أنور إبراهيم", "وزير الخارجية المصري سامح شكري")
FRAMES = (
    "التقى {p} نظيره في {t} أمس لبحث ملف {w}.", "قال {p} إن «{w} أولوية لبلاده في هذه المرحلة»، وأضاف أن بلاده ستدعم الاتفاق.", "قتل {n} أشخاص في هجوم استهدف سوقا في {t}.",
    "اتهمت تركيا اليونان بعرقلة ملف {w}. ونفت اليونان ذلك.", "تظاهر مئات في {t} احتجاجا على سياسة {w}.", "ومن المقرر أن يزور {p} {t} في 20 مايو/ أيار المقبل.",
)
WORDS = ("وزير", "هجوم", "اتفاق", "تركيا", "الرئيس")


def made(number: int) -> Article:
    chance = random.Random(number)
    lines = [
        chance.choice(FRAMES).format(p=chance.choice(PEOPLE), t=chance.choice(("روما", "أثينا", "تونس", "القاهرة")), w=chance.choice(("الطاقة", "المياه", "الهجرة")), n=chance.randint(3, 90))
        for _ in range(14)
    ]
    return Article(id=f"made-{number}", title=lines[0].rstrip("."), outlet=f"صحيفة {number % 7}", published=f"2024-0{number % 4 + 1}-1{number % 9}", published_basis="metadata", text="\n\n".join(lines))


def untold(tally: Tally) -> None:
    """Nothing is told of the filling."""


class Served(NamedTuple):
    """A reader that answers: its port, and its process."""

    port: int
    process: int


class Client:
    """A reader with a connection that stays open, as a browser's does."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)

    def get(self, path: str) -> bytes:
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")
        return body


def weight(client: Client, path: str) -> None:
    """Prints what a browser loads for a page before it can be read: the page, its styles and its scripts."""
    page = client.get(path)
    parts = dict.fromkeys(re.findall(r'(?:src|href)="(/static/[^"]+\.(?:css|js|svg))"', page.decode()))
    whole = len(page) + sum(len(client.get(part)) for part in parts)
    print(f"{path[:40]:42} {len(page) / 1000:7.1f} kB, with styles and scripts {whole / 1000:7.1f} kB")


def spent(process: int) -> float:
    """Seconds of processor that a process and its children have used, 0 where the system does not tell."""
    try:
        tree = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False).stdout.split()
        ticks = [Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in (str(process), *tree)]
    except OSError:
        return 0.0
    return sum(int(t[11]) + int(t[12]) for t in ticks) / os.sysconf("SC_CLK_TCK")


def ask(server: Served, name: str, paths: list[str], clients: int, pause: float) -> None:
    """Prints the times of `paths`, shared out among clients that wait for their answer and then for `pause` seconds on average."""
    times: list[float] = []
    left, taking = list(reversed(paths)), threading.Lock()

    def reads(number: int) -> None:
        client, chance = Client(server.port), random.Random(number)
        time.sleep(chance.uniform(0, pause))
        while True:
            with taking:
                if not left:
                    return
                path = left.pop()
            began = time.perf_counter()
            client.get(path)
            times.append(time.perf_counter() - began)
            time.sleep(chance.uniform(0, 2 * pause))

    threads = [threading.Thread(target=reads, args=(number,)) for number in range(clients)]
    began, before = time.perf_counter(), spent(server.process)
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    rate, cost = len(paths) / (time.perf_counter() - began), (spent(server.process) - before) / len(paths) * 1000
    times.sort()
    who = "alone" if clients == 1 else f"{clients} at once" if not pause else f"{clients} readers"
    print(f"{name:34} {who:11} median {statistics.median(times) * 1000:6.1f} ms, 95 of 100 under {times[int(len(times) * 0.95)] * 1000:6.1f} ms, {rate:6.0f} a second, {cost:6.1f} ms of processor each", flush=True)


def everybody(server: Served, name: str, paths: list[str]) -> None:
    """The same asked alone, by readers, and by all at once; each of the three asks for pages of its own."""
    third = len(paths) // 3
    for number, (clients, pause) in enumerate(((1, 0.0), (CLIENTS, PAUSE), (CLIENTS, 0.0))):
        ask(server, name, paths[number * third : (number + 1) * third], clients, pause)


def serve(path: Path) -> None:
    """Starts the reader of `path` and measures it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen([str(Path(sys.executable).parent / "khabar"), "serve", "--db", str(path), "--port", str(port), "--no-open"], stdout=subprocess.DEVNULL)
    try:
        for _ in range(150):
            try:
                client = Client(port)
                client.get("/settings")
                break
            except OSError:
                time.sleep(0.2)
        with Store.open(path) as store:
            page = store.articles(limit=10_000)
        chance, told = random.Random(1), Served(port, server.pid)
        articles = [f"/articles/{quote(x.id, safe=':')}" for x in chance.sample(page.listings, min(3 * ASKED, len(page.listings)))]
        print(f"{page.total} articles, {path.stat().st_size / 1e6:.0f} MB")
        weight(client, "/")
        weight(client, articles[0])
        everybody(told, "articles, each for the first time", articles)
        everybody(told, "articles, asked before", articles[-300:])
        everybody(told, "front page", ["/"] * 600)
        everybody(told, "searches, each for the first time", [f"/search?q={quote(w)}&offset={n // len(WORDS) * 20}" for n, w in enumerate(WORDS * 60)])
    finally:
        server.terminate()
        server.wait(10)


def main() -> None:
    print(machine())
    if len(sys.argv) > 1:
        serve(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        base, path = Path(folder) / "base.db", Path(folder) / "news.db"
        ingest(base, [Incoming("made", made(n)) for n in range(READ)], jobs=2, now=lambda: "", progress=untold)
        grow(str(base), str(path), ARTICLES)
        serve(path)


if __name__ == "__main__":
    main()

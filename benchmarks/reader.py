"""How heavy the reader's pages are, and how fast it answers: 20 clients at once, each page never asked for before and then again.

    python benchmarks/reader.py             a store of 300 made-up articles
    python benchmarks/reader.py NEWS.db     a store that is there
"""

import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import httpx
from store import machine

from khabar.model import Article
from khabar.store import Incoming, Store, Tally, ingest

CLIENTS, ASKED = 20, 400
PEOPLE = ("وزير الخارجية التركي هاكان فيدان", "الرئيس الكيني وليام روتو", "رئيس الوزراء الماليزي أنور إبراهيم", "وزير الخارجية المصري سامح شكري")
FRAMES = (
    "التقى {p} نظيره في {t} أمس لبحث ملف {w}.", "قال {p} إن «{w} أولوية لبلاده في هذه المرحلة»، وأضاف أن بلاده ستدعم الاتفاق.", "قتل {n} أشخاص في هجوم استهدف سوقا في {t}.",
    "اتهمت تركيا اليونان بعرقلة ملف {w}. ونفت اليونان ذلك.", "تظاهر مئات في {t} احتجاجا على سياسة {w}.", "ومن المقرر أن يزور {p} {t} في 20 مايو/ أيار المقبل.",
)


def made(number: int) -> Article:
    chance = random.Random(number)
    lines = [
        chance.choice(FRAMES).format(p=chance.choice(PEOPLE), t=chance.choice(("روما", "أثينا", "تونس", "القاهرة")), w=chance.choice(("الطاقة", "المياه", "الهجرة")), n=chance.randint(3, 90))
        for _ in range(14)
    ]
    return Article(id=f"made-{number}", title=lines[0].rstrip("."), outlet=f"صحيفة {number % 7}", published=f"2024-0{number % 4 + 1}-1{number % 9}", published_basis="metadata", text="\n\n".join(lines))


def untold(tally: Tally) -> None:
    """Nothing is told of the filling."""


def weight(client: httpx.Client, path: str) -> None:
    """Prints what a browser loads for a page before it can be read: the page, its styles and its scripts."""
    page = client.get(path)
    parts = dict.fromkeys(re.findall(r'(?:src|href)="(/static/[^"]+\.(?:css|js|svg))"', page.text))
    whole = len(page.content) + sum(len(client.get(part).content) for part in parts)
    print(f"{path[:40]:42} {len(page.content) / 1000:7.1f} kB, with styles and scripts {whole / 1000:7.1f} kB")


def ask(address: str, name: str, paths: list[str]) -> None:
    """Prints the times of `paths`, asked by 20 clients that each wait for their answer."""
    clients = [httpx.Client(base_url=address, timeout=60, trust_env=False) for _ in range(CLIENTS)]

    def timed(job: tuple[int, str]) -> float:
        began = time.perf_counter()
        clients[job[0] % CLIENTS].get(job[1]).raise_for_status()
        return time.perf_counter() - began

    with ThreadPoolExecutor(CLIENTS) as pool:
        began = time.perf_counter()
        times = sorted(pool.map(timed, enumerate(paths)))
        took = time.perf_counter() - began
    print(f"{name:42} median {statistics.median(times) * 1000:6.1f} ms, 95 of 100 under {times[int(len(times) * 0.95)] * 1000:6.1f} ms, {len(paths) / took:6.0f} a second")


def serve(path: Path) -> None:
    """Starts the reader of `path` and measures it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen([str(Path(sys.executable).parent / "khabar"), "serve", "--db", str(path), "--port", str(port), "--no-open"], stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        with httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
            for _ in range(100):
                try:
                    client.get("/settings")
                    break
                except httpx.TransportError:
                    time.sleep(0.2)
            with Store.open(path) as store:
                ids = [x.id for x in store.articles(limit=5000).listings]
            articles = [f"/articles/{quote(i, safe=':')}" for i in random.Random(1).sample(ids, min(ASKED, len(ids)))]
            weight(client, "/")
            weight(client, articles[0])
            ask(address, "articles, each for the first time", articles)
            ask(address, "articles, asked before", articles)
            ask(address, "front page", ["/"] * ASKED)
            ask(address, "searches, each for the first time", [f"/search?q={quote(w)}&limit={n}" for n, w in enumerate(("وزير", "هجوم", "اتفاق", "تركيا", "الرئيس") * 20)])
    finally:
        server.terminate()
        server.wait(10)


def main() -> None:
    print(machine())
    if len(sys.argv) > 1:
        serve(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.db"
        ingest(path, [Incoming("made", made(n)) for n in range(300)], jobs=2, now=lambda: "", progress=untold)
        serve(path)


if __name__ == "__main__":
    main()

import time
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from khabar.model import Article
from khabar.sources import Options, Refusal
from khabar.sources.net.addresses import is_any
from khabar.sources.net.fetcher import Fetcher
from khabar.sources.net.watch import News, Visit, watch_once
from khabar.store.watched import Watched
from tests.webserver import Web

WORDS = "وصل وفد من غرفة التجارة إلى الميناء رقم {} صباح اليوم، وبحث مع الإدارة موعد افتتاح الرصيف الجديد أمام السفن."
MORE = "وقال رئيس الوفد كمال الزين إن الرصيف رقم {} سيستقبل عشرين سفينة كل شهر حين يكتمل بناؤه في الخريف."


def page(number: int) -> str:
    return f"<html><body><article><h1>وفد التجارة في الميناء رقم {number}</h1><p>{WORDS.format(number)}</p><p>{MORE.format(number)}</p></article></body></html>"


def rss(web: Web, numbers: Sequence[int]) -> str:
    items = "".join(f"<item><title>خبر {n}</title><link>{web.root}/p{n}</link><guid>g{n}</guid><pubDate>Sun, 05 Mar 2023 10:{n:02}:00 +0200</pubDate></item>" for n in numbers)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>صدى الميناء</title>{items}</channel></rss>'


class Watching:
    """Rounds of watching with one memory and a clock of its own."""

    def __init__(self, memory: Watched) -> None:
        self.memory, self.time, self.told = memory, 1_000_000.0, []  # type: ignore[var-annotated]

    def round(self, *feeds: str, lost: bool = False) -> list[str]:
        """The titles of a round; `lost`: the program died before anything was kept."""
        found, visits = [], []
        for each in watch_once(feeds, self.memory, self.fetcher, lambda: self.time, Options()):
            if isinstance(each, Visit):
                visits.append(each)
            else:
                found.append(each)
        for visit in [] if lost else visits:
            self.memory.keep(visit)
        self.refusals = [n.outcome.message for n in found if isinstance(n.outcome, Refusal)]
        self.news: list[News] = found
        return sorted(n.outcome.title.rsplit(" ", 1)[1] for n in found if isinstance(n.outcome, Article))

    @staticmethod
    def fetcher() -> Fetcher:
        return Fetcher(resolve=lambda host, port: ("127.0.0.1",), clock=time.monotonic, sleep=time.sleep, permitted=is_any, delay=0.0, limit=0.5)


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    with Watched(tmp_path / "news.db") as memory:
        yield Watching(memory)


def tagged(web: Web, path: str, body: str, etag: str) -> None:
    """A feed that knows its version."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        same = request.headers.get("If-None-Match") == etag
        request.send_response(304 if same else 200)
        request.send_header("ETag", etag)
        request.end_headers()
        if not same:
            request.wfile.write(body.encode())

    web.answers[path] = answer


def test_each_article_is_told_once(web: Web, watching: Watching) -> None:
    for n in (1, 2, 3):
        web.page(f"/p{n}", page(n))
    tagged(web, "/feed", rss(web, [1, 2]), '"v1"')
    feed = f"{web.root}/feed"
    assert watching.round(feed) == ["1", "2"]
    (first, *_) = [n.outcome for n in watching.news if isinstance(n.outcome, Article)]
    assert first.published_at and first.published_at.startswith("2023-03-05T10:0") and first.outlet == "صدى الميناء"
    assert watching.round(feed) == [] and web.asked[-1][1]["if-none-match"] == '"v1"'
    tagged(web, "/feed", rss(web, [3, 2, 1]), '"v2"')
    assert watching.round(feed) == ["3"] and [web.count(f"/p{n}") for n in (1, 2, 3)] == [1, 1, 1]


def test_nothing_is_lost_when_the_program_dies(web: Web, watching: Watching) -> None:
    web.page("/p1", page(1))
    tagged(web, "/feed", rss(web, [1]), '"v1"')
    assert watching.round(f"{web.root}/feed", lost=True) == ["1"]
    assert watching.round(f"{web.root}/feed") == ["1"] and watching.round(f"{web.root}/feed") == []


def test_a_page_that_fails_is_tried_again_and_given_up_at_last(web: Web, watching: Watching) -> None:
    web.page("/p1", page(1))
    web.page("/p2", "later", 503)
    tagged(web, "/feed", rss(web, [1, 2]), '"v1"')
    feed = f"{web.root}/feed"
    assert watching.round(feed) == ["1"] and watching.refusals == [f"{web.root}/p2: status 503"]
    assert watching.round(feed) == [] and watching.refusals == []
    web.page("/p2", page(2))
    assert watching.round(feed) == ["2"] and watching.round(feed) == []
    web.page("/p3", "never", 500)
    tagged(web, "/feed", rss(web, [3]), '"v2"')
    told = [(watching.round(feed), len(watching.refusals)) for _ in range(7)]
    assert web.count("/p3") == 5 and told == [([], 1), ([], 0), ([], 0), ([], 0), ([], 1), ([], 0), ([], 0)]


def test_a_page_that_is_gone_is_told_once(web: Web, watching: Watching) -> None:
    tagged(web, "/feed", rss(web, [9]), '"v1"')
    assert watching.round(f"{web.root}/feed") == [] and watching.refusals == [f"{web.root}/p9: status 404"]
    assert watching.round(f"{web.root}/feed") == [] and watching.refusals == []


def test_no_feed_waits_for_another_and_all_of_it_ends(web: Web, watching: Watching) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"<item>" * 100)
            time.sleep(0.01)

    def slow(request: BaseHTTPRequestHandler) -> None:
        time.sleep(3)

    web.answers.update({"/endless": endless, "/slow": slow})
    web.page("/broken", "<rss><channel><item><title>", Content_Type="application/rss+xml")
    web.page("/html", "<html><body>no feed</body></html>")
    web.page("/fails", "x", 500)
    web.page("/bomb", '<!DOCTYPE rss [<!ENTITY a "x">]><rss>&a;</rss>')
    web.page("/good", rss(web, [1]))
    web.page("/p1", page(1))
    feeds = [f"{web.root}/{name}" for name in ("endless", "slow", "broken", "html", "fails", "bomb", "good")]
    assert watching.round(*feeds) == ["1"]
    assert sorted(m.split(": ")[0].rsplit("/", 1)[1] for m in watching.refusals) == ["bomb", "broken", "endless", "fails", "html", "slow"]


def test_a_feed_that_fails_is_left_alone_for_longer_and_longer(web: Web, watching: Watching) -> None:
    feed = f"{web.root}/feed"
    web.page("/feed", "x", 500)
    visits = []
    for _ in range(40):
        watching.round(feed)
        visits.append(web.count("/feed"))
        watching.time += 30
    assert visits[-1] == 5  # after 0, 1, 3, 7 and 15 minutes
    web.page("/feed", "x", 503, Retry_After="7200")
    watching.time += 10_000
    watching.round(feed)
    asked = web.count("/feed")
    watching.time += 7000
    watching.round(feed)
    assert web.count("/feed") == asked
    web.page("/feed", rss(web, []))
    watching.time += 300
    watching.round(feed)
    assert watching.memory.feed(feed).failures == 0


def test_sitemaps_json_feeds_and_whole_texts(web: Web, watching: Watching) -> None:
    for n in (1, 2):
        web.page(f"/p{n}", page(n))
    news = "http://www.google.com/schemas/sitemap-news/0.9"
    web.page("/map.xml", f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{web.root}/news.xml</loc></sitemap></sitemapindex>')
    web.page(
        "/news.xml",
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="{news}"><url><loc>{web.root}/p1</loc><news:news><news:publication><news:name>صدى</news:name>'
        "</news:publication><news:publication_date>2023-03-05T08:00:00+02:00</news:publication_date><news:title>عنوان</news:title></news:news></url></urlset>",
    )
    web.page("/feed.json", f'{{"version": "https://jsonfeed.org/version/1.1", "title": "صدى", "items": [{{"id": "x", "url": "{web.root}/p2"}}]}}')
    assert watching.round(f"{web.root}/map.xml", f"{web.root}/feed.json") == ["1", "2"]
    assert {n.outcome.published_at for n in watching.news if isinstance(n.outcome, Article)} == {"2023-03-05T08:00:00+02:00", None}

import gzip
import time
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler

import pytest

from khabar.sources import Input, Refusal
from khabar.sources.net.addresses import is_any, is_open
from khabar.sources.net.fetcher import USER_AGENT, Answer, Fetcher, Trouble
from tests.webserver import Web


def local(host: str, port: int) -> Sequence[str]:
    """Every name but that of the private network is this machine."""
    return ("10.0.0.7",) if host == "inside.example" else ("127.0.0.1",)


def fetcher(**more: object) -> Fetcher:
    given = {"resolve": local, "clock": time.monotonic, "sleep": time.sleep, "permitted": is_any, "delay": 0.0, "limit": 1.5, **more}
    return Fetcher(**given)  # type: ignore[arg-type]


def trouble(got: Answer | Trouble) -> str:
    assert isinstance(got, Trouble)
    return got.message


def test_a_page_is_got_honestly(web: Web) -> None:
    web.page("/a", "خبر", Content_Type="text/html; charset=windows-1256")
    got = fetcher()(f"{web.root}/a")
    assert isinstance(got, Input) and got.stream.read().decode() == "خبر" and (got.url, got.charset) == (f"{web.root}/a", "windows-1256")
    assert [path for path, _ in web.asked] == ["/robots.txt", "/a"] and {h["user-agent"] for _, h in web.asked} == {USER_AGENT}


def test_robots_are_respected(web: Web) -> None:
    web.page("/robots.txt", "User-agent: *\nDisallow: /closed/\nDisallow: /*?print\n\nUser-agent: khabar\nDisallow: /not-for-khabar\nDisallow: /closed/\nDisallow: /*?print")
    for path in ("/open", "/closed/a", "/not-for-khabar", "/open?print=1"):
        web.page(path, "x")
    get = fetcher()
    assert isinstance(get(f"{web.root}/open"), Input)
    for path in ("/closed/a", "/not-for-khabar", "/open?print=1"):
        refusal = get(web.root + path)
        assert isinstance(refusal, Refusal) and refusal.cause == "blocked" and "robots.txt forbids it" in refusal.message
    assert [path for path, _ in web.asked] == ["/robots.txt", "/open"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (410, True), (403, True), (500, False), (503, False)])
def test_a_site_without_robots_is_open_one_that_fails_is_not(web: Web, status: int, allowed: bool) -> None:
    web.page("/robots.txt", "Disallow: /", status)
    web.page("/a", "x")
    assert isinstance(fetcher()(f"{web.root}/a"), Input) == allowed


def test_redirects_are_followed_and_checked_each(web: Web) -> None:
    web.page("/a", "", 301, Location="/b")
    web.page("/b", "", 302, Location=web.root + "/c#top")
    web.page("/c", "x")
    web.page("/loop", "", 302, Location="/loop")
    web.page("/file", "", 302, Location="file:///etc/passwd")
    web.page("/inside", "", 302, Location="http://inside.example/")
    got = fetcher().get(f"{web.root}/a")
    assert isinstance(got, Answer) and got.url == f"{web.root}/c"
    assert "more than 5 redirects" in trouble(fetcher().get(f"{web.root}/loop"))
    assert "only http and https" in trouble(fetcher().get(f"{web.root}/file"))
    assert "10.0.0.7, which is not open" in trouble(fetcher(permitted=lambda a: a == "127.0.0.1").get(f"{web.root}/inside"))


@pytest.mark.parametrize("address", ["http://127.0.0.1:{}/a", "http://localhost:{}/a", "http://[::1]:{}/a", "http://inside.example/", "http://2130706433:{}/a"])
def test_nothing_private_is_asked(web: Web, address: str) -> None:
    web.page("/a", "x")
    got = fetcher(permitted=is_open).get(address.format(web.root.rsplit(":", 1)[1]))
    assert "not open to everybody" in trouble(got) and web.asked == []


def test_a_name_with_one_private_address_is_not_asked() -> None:
    got = fetcher(permitted=is_open, resolve=lambda host, port: ("93.184.216.34", "127.0.0.1")).get("http://mixed.example/")
    assert "127.0.0.1, which is not open" in trouble(got)


def test_the_address_that_was_checked_is_the_one_asked(web: Web) -> None:
    answers = iter([("127.0.0.1",), ("127.0.0.1",), ("10.9.9.9",)])
    web.page("/a", "x")
    got = fetcher(permitted=lambda a: a == "127.0.0.1", resolve=lambda host, port: next(answers)).get(web.root.replace("127.0.0.1", "rebind.example") + "/a")
    assert isinstance(got, Answer) and got.body == b"x" and next(answers) == ("10.9.9.9",)


@pytest.mark.parametrize("address", ["ftp://a.example/x", "file:///etc/passwd", "javascript:alert(1)", "http://", "http://user:pass@a.example/", "http://a.example:99999/", "//a.example", "http://[::1", "http://a\x00b/"])
def test_no_address(address: str) -> None:
    assert isinstance(fetcher().get(address), Trouble)


def test_what_is_too_large_too_slow_or_endless_ends(web: Web) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(b"x" * 1000)
            time.sleep(0.01)

    def silent(request: BaseHTTPRequestHandler) -> None:
        time.sleep(4)

    def dripping(request: BaseHTTPRequestHandler) -> None:
        for letter in b"HTTP/1.1 200 OK\r\n" + b"A" * 4000:
            request.wfile.write(bytes([letter]))
            time.sleep(0.02)

    web.answers.update({"/endless": endless, "/silent": silent, "/dripping": dripping})
    web.page("/large", b"x" * 2000)
    web.page("/bomb", gzip.compress(bytes(12_000_000)), Content_Encoding="gzip")
    get = fetcher(limit=0.6)
    assert [trouble(get.get(web.root + path)) for path in ("/endless", "/silent", "/dripping")] == ["took too long"] * 3
    assert "larger than" in trouble(fetcher(largest=1000).get(f"{web.root}/large"))
    assert "unpacks to more than" in trouble(fetcher().get(f"{web.root}/bomb"))


def test_a_body_cut_short_is_no_answer(web: Web) -> None:
    web.page("/cut", b"<html>", Content_Length="100")
    web.page("/packed", gzip.compress(b"x" * 1000)[:-9], Content_Encoding="gzip")
    web.page("/whole", gzip.compress("خبر".encode()), Content_Encoding="gzip")
    assert all(isinstance(fetcher().get(web.root + path), Trouble) for path in ("/cut", "/packed"))
    got = fetcher().get(f"{web.root}/whole")
    assert isinstance(got, Answer) and got.body.decode() == "خبر"


def test_a_host_is_not_hurried(web: Web) -> None:
    web.page("/robots.txt", "User-agent: *\nCrawl-delay: 7")
    for path in ("/a", "/b"):
        web.page(path, "x")
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds, 3))
        now[0] += seconds

    get = fetcher(clock=lambda: now[0], sleep=sleep, delay=2.0)
    assert all(isinstance(get(web.root + path), Input) for path in ("/a", "/b"))
    assert slept == [7.0, 7.0]


def test_a_server_that_is_not_there() -> None:
    got = fetcher().get("http://127.0.0.1:9/a")
    assert isinstance(got, Trouble) and got.passing

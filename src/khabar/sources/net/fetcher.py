"""Gets pages politely: robots.txt respected, one host at a time and not too fast, within limits of size and time, only what is open to everybody."""

import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urldefrag

import httpx

from khabar.errors import SourceError
from khabar.sources.found import LARGEST_PAGE, Input, Refusal
from khabar.sources.http_body import opened_body
from khabar.sources.net.addresses import Resolve, is_open
from khabar.sources.net.robots import Robots
from khabar.sources.net.wire import Forbidden, Transport, Wire
from khabar.sources.open import input_of
from khabar.version import VERSION

USER_AGENT = f"khabar/{VERSION} (reads Arabic news; respects robots.txt)"
_MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_LONGEST_WAIT = 60.0
_HEADERS = {"User-Agent": USER_AGENT, "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5", "Accept-Encoding": "gzip, deflate", "Accept-Language": "ar,en;q=0.3"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered in the end: the address it came from, its status, headers with lower-case names, and the body."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why an address could not be got; `passing` where another try may do."""

    message: str
    passing: bool


@dataclass(slots=True, kw_only=True)
class Fetcher:
    """Gets addresses. `clock` and `sleep` count seconds; `delay` parts two requests to one host; `limit` is for one address as a whole, redirects included."""

    resolve: Resolve
    clock: Callable[[], float]
    sleep: Callable[[float], None]
    permitted: Callable[[str], bool] = is_open
    delay: float = 1.0
    limit: float = 30.0
    largest: int = LARGEST_PAGE
    _asked: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, Robots] = field(default_factory=dict)
    _context: ssl.SSLContext = field(default_factory=httpx.create_ssl_context)

    def __call__(self, address: str) -> Input | Refusal:
        """What stands at an address, ready to be read, or why it cannot."""
        got = self.get(address)
        if isinstance(got, Trouble):
            return Refusal(address, f"{address}: {got.message}", "unreadable" if got.passing else "blocked", address)
        if got.status != 200:
            return Refusal(address, f"{address}: status {got.status}", address=address)
        return input_of(address, got.body, got.url, got.headers.get("content-type", ""))

    def get(self, address: str, extra: Mapping[str, str] | None = None) -> Answer | Trouble:
        """The answer of an address, redirects followed, each checked as the first; `extra` headers go with it."""
        deadline = self.clock() + self.limit
        url = urldefrag(address)[0]
        for _ in range(_MOST_REDIRECTS + 1):
            parsed = _parsed(url)
            if isinstance(parsed, Trouble):
                return parsed
            rules = self._rules(parsed)
            if not rules.allows(str(parsed)):
                return Trouble(rules.reason, rules.passing)
            self._wait(parsed, min(rules.delay, _LONGEST_WAIT))
            deadline = max(deadline, self.clock() + min(5.0, self.limit))
            answer = self._ask(parsed, extra or {}, deadline)
            if isinstance(answer, Trouble) or answer.status not in _REDIRECTS or "location" not in answer.headers:
                return answer
            try:
                url = urldefrag(str(parsed.join(answer.headers["location"])))[0]
            except (httpx.InvalidURL, ValueError) as fault:
                return Trouble(f"redirected to what is no address: {fault}", False)
        return Trouble(f"more than {_MOST_REDIRECTS} redirects", False)

    def _rules(self, url: httpx.URL) -> Robots:
        """The robots.txt of a host, asked once."""
        host = f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}"
        if host not in self._robots:
            where = httpx.URL(host + "/robots.txt")
            for _ in range(_MOST_REDIRECTS + 1):
                self._wait(where, 0.0)
                got = self._ask(where, {}, self.clock() + min(self.limit, 10.0))
                if isinstance(got, Trouble) or got.status not in _REDIRECTS or "location" not in got.headers:
                    break
                parsed = _parsed(str(where.join(got.headers["location"])))
                if isinstance(parsed, Trouble):
                    break
                where = parsed
            self._robots[host] = Robots.unreachable(got.message, got.passing) if isinstance(got, Trouble) else Robots.of(got.status, got.body, USER_AGENT)
        return self._robots[host]

    def _wait(self, url: httpx.URL, more: float) -> None:
        """Waits until this host may be asked again."""
        ready = self._asked.get(url.host, 0.0) + max(self.delay, more)
        if url.host in self._asked and (left := ready - self.clock()) > 0:
            self.sleep(left)
        self._asked[url.host] = self.clock()

    def _ask(self, url: httpx.URL, extra: Mapping[str, str], deadline: float) -> Answer | Trouble:
        """One request, no redirect followed."""
        wire = Wire(self.resolve, self.permitted, self.clock, deadline)
        try:
            with httpx.Client(transport=Transport(wire, self._context), headers=_HEADERS, timeout=10.0, trust_env=False) as client, client.stream("GET", url, headers=dict(extra)) as answer:
                parts, size = [], 0
                for part in answer.iter_raw():
                    size += len(part)
                    if size > self.largest:
                        return Trouble(f"larger than {self.largest // 1_000_000} MB", False)
                    parts.append(part)
                headers = {name.lower(): value for name, value in answer.headers.items() if name.lower() != "transfer-encoding"}
                return Answer(str(url), answer.status_code, headers, opened_body(b"".join(parts), headers, "") if parts else b"")
        except Forbidden as fault:
            return Trouble(str(fault), False)
        except httpx.HTTPError as fault:
            return Trouble(str(fault) or type(fault).__name__, True)
        except SourceError as fault:
            return Trouble(str(fault).removeprefix(": "), True)
        except (httpx.InvalidURL, UnicodeError, ValueError) as fault:
            return Trouble(f"no address: {fault}", False)


def _parsed(address: str) -> httpx.URL | Trouble:
    """An address of http or https with a host and without a password."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, UnicodeError) as fault:
        return Trouble(f"no address: {fault}", False)
    if url.scheme not in ("http", "https") or not url.host:
        return Trouble(f"{url.scheme or 'no scheme'}: only http and https are asked", False)
    if url.userinfo:
        return Trouble("an address with a name and a password", False)
    return url

"""Feeds watched: what is new in each, once. What cannot be got now is tried again later; no feed waits for another."""

import queue
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import Protocol

from khabar.errors import SourceError
from khabar.model import Article
from khabar.sources.feeds import Entry, entry_article, feed_of, with_entry
from khabar.sources.found import Options, Outcome, Refusal
from khabar.sources.net.fetcher import Answer, Fetcher, Trouble
from khabar.sources.open import input_of, read_input

_MOST_TRIES = 5
_FIRST_PAUSE, _LONGEST_PAUSE = 60.0, 6 * 3600.0
_MOST_SITEMAPS = 50
_AT_ONCE = 8
_TICK = 0.02


@dataclass(frozen=True, slots=True)
class FeedState:
    """What is kept of a feed between visits: its validators, how often it failed in a row, and the time (seconds since 1970) before which it is left alone."""

    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    wait_until: float = 0.0


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit to a feed leaves to be kept: its new state, the keys of entries that are done with, and those to be tried again."""

    feed: str
    state: FeedState
    done: tuple[str, ...] = ()
    again: tuple[str, ...] = ()


class Memory(Protocol):
    """Where watching keeps what it knows."""

    def feed(self, address: str) -> FeedState:
        """The state of a feed; a fresh one where it is new."""
        ...

    def tries(self, feed: str, keys: Collection[str]) -> dict[str, int]:
        """How often each of `keys` was tried, those never seen left out; -1 for one that is done with."""
        ...

    def keep(self, visit: Visit) -> None:
        """Keeps what a visit left, all of it or nothing."""
        ...


@dataclass(frozen=True, slots=True)
class News:
    """What a visit found: an article or a refusal, and the feed that told of it."""

    feed: str
    outcome: Outcome


def watch_once(
    feeds: Sequence[str], memory: Memory, fetcher: Callable[[], Fetcher], now: Callable[[], float], options: Options,
) -> Iterator[News | Visit]:
    """Visits every feed that is due, several at a time. After the news of a feed comes its Visit: keep it once the news are safe, so that nothing is lost or told twice.

    `fetcher` makes one for each worker, `now` tells seconds since 1970. The memory is only asked from the caller's thread.
    """
    desk = _Desk()
    for feed in dict.fromkeys(feeds):
        if (state := memory.feed(feed)).wait_until <= now():
            desk.waiting.put((feed, state))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        workers = [pool.submit(desk.work, _Visitor(fetcher(), desk.known, now, options)) for _ in range(min(_AT_ONCE, desk.waiting.qsize()))]
        try:
            yield from desk.gathered(memory, workers)
        finally:
            desk.stopped.set()
    for worker in workers:
        worker.result()


class _Desk:
    """Where workers take feeds from, ask what is known, and lay down what they find."""

    def __init__(self) -> None:
        self.waiting: queue.Queue[tuple[str, FeedState]] = queue.Queue()
        self.stopped = threading.Event()
        self._found: queue.Queue[News | Visit] = queue.Queue(maxsize=64)
        self._asked: queue.Queue[tuple[str, tuple[str, ...], queue.Queue[dict[str, int]]]] = queue.Queue()

    def work(self, visitor: "_Visitor") -> None:
        """Visits feeds until none is left."""
        while not self.stopped.is_set():
            try:
                feed, state = self.waiting.get_nowait()
            except queue.Empty:
                return
            for each in visitor.visit(feed, state):
                if not self._laid_down(each):
                    return

    def _laid_down(self, each: News | Visit) -> bool:
        """Lays down a find; False where nobody takes it any more."""
        while not self.stopped.is_set():
            try:
                self._found.put(each, timeout=_TICK)
            except queue.Full:
                continue
            return True
        return False

    def known(self, feed: str, keys: tuple[str, ...]) -> dict[str, int]:
        """What the memory knows of the entries of a feed."""
        answer: queue.Queue[dict[str, int]] = queue.Queue()
        self._asked.put((feed, keys, answer))
        while not self.stopped.is_set():
            try:
                return answer.get(timeout=_TICK)
            except queue.Empty:
                continue
        return dict.fromkeys(keys, -1)

    def gathered(self, memory: Memory, workers: Sequence["Future[None]"]) -> Iterator[News | Visit]:
        """What the workers find, in the thread of the caller."""
        while True:
            ended = all(worker.done() for worker in workers)
            while not self._asked.empty():
                feed, keys, answer = self._asked.get()
                answer.put(memory.tries(feed, keys))
            try:
                yield self._found.get(timeout=_TICK)
            except queue.Empty:
                if ended:
                    return


@dataclass(frozen=True, slots=True)
class _Visitor:
    """One worker's way through its feeds."""

    fetcher: Fetcher
    known: Callable[[str, tuple[str, ...]], dict[str, int]]
    now: Callable[[], float]
    options: Options

    def visit(self, feed: str, state: FeedState) -> Iterator[News | Visit]:
        """The news of a feed, then what is to be kept."""
        validators = {name: value for name, value in (("If-None-Match", state.etag), ("If-Modified-Since", state.modified)) if value}
        got = self.fetcher.get(feed, validators)
        if isinstance(got, Answer) and got.status == 304:
            yield Visit(feed, replace(state, failures=0, wait_until=0.0))
            return
        if isinstance(got, Trouble) or got.status != 200:
            message = got.message if isinstance(got, Trouble) else f"status {got.status}"
            yield News(feed, Refusal(feed, f"{feed}: {message}", address=feed))
            yield Visit(feed, self._backed_off(state, got))
            return
        try:
            found = feed_of(got.body, feed)
            entries = (*found.entries, *self._further(found.further, feed))
        except SourceError as fault:
            yield News(feed, Refusal(feed, str(fault), address=feed))
            yield Visit(feed, self._backed_off(state, got))
            return
        if found.fault:
            yield News(feed, Refusal(feed, found.fault, address=feed))
        yield from self._news(feed, got, entries, bool(found.fault))

    def _news(self, feed: str, got: Answer, entries: tuple[Entry, ...], broken: bool) -> Iterator[News | Visit]:
        tries = self.known(feed, tuple(e.key for e in entries))
        done: dict[str, None] = {}
        again: list[str] = []
        for entry in entries:
            if entry.key in done or tries.get(entry.key) == -1:
                continue
            outcome, passing = self._article(feed, entry)
            if passing and tries.get(entry.key, 0) + 1 < _MOST_TRIES:
                again.append(entry.key)
                if not tries.get(entry.key):
                    yield News(feed, outcome)
                continue
            done[entry.key] = None
            yield News(feed, outcome)
        kept = FeedState() if again or broken else FeedState(got.headers.get("etag"), got.headers.get("last-modified"))
        yield Visit(feed, kept, tuple(done), tuple(dict.fromkeys(again)))

    def _further(self, further: Sequence[str], feed: str) -> Iterator[Entry]:
        """The entries of the sitemaps that a sitemap names."""
        for address in further[:_MOST_SITEMAPS]:
            inner = self.fetcher.get(address)
            if isinstance(inner, Trouble) or inner.status != 200:
                raise SourceError(f"{feed}: {address}: {inner.message if isinstance(inner, Trouble) else f'status {inner.status}'}")
            yield from feed_of(inner.body, address).entries
        if len(further) > _MOST_SITEMAPS:
            raise SourceError(f"{feed}: names {len(further)} sitemaps; watch those that are wanted (at most {_MOST_SITEMAPS})")

    def _article(self, feed: str, entry: Entry) -> tuple[Outcome, bool]:
        """The article of an entry, or why there is none and whether another try may find it."""
        if entry.url is None or not entry.url.startswith(("http://", "https://")):
            whole = entry_article(entry, entry.key)
            return (whole, False) if whole else (Refusal(feed, f"{feed}: {entry.key}: neither an address nor a text"), False)
        got = self.fetcher.get(entry.url)
        if isinstance(got, Trouble) or got.status != 200:
            passing = got.passing if isinstance(got, Trouble) else got.status >= 500 or got.status == 429
            message = got.message if isinstance(got, Trouble) else f"status {got.status}"
            whole = None if passing else entry_article(entry, entry.url)
            return (whole, False) if whole else (Refusal(feed, f"{entry.url}: {message}", address=entry.url), passing)
        return self._read(feed, entry, got), False

    def _read(self, feed: str, entry: Entry, got: Answer) -> Outcome:
        try:
            outcome = next(read_input(input_of(entry.url or entry.key, got.body, got.url, got.headers.get("content-type", "")), self.options), None)
        except SourceError as fault:
            outcome = Refusal(feed, str(fault), address=entry.url)
        if isinstance(outcome, Article):
            return with_entry(outcome, entry)
        return entry_article(entry, entry.key) or outcome or Refusal(feed, f"{entry.url}: nothing to read", address=entry.url)

    def _backed_off(self, state: FeedState, got: Answer | Trouble) -> FeedState:
        """The state of a feed that failed: left alone for a minute, two, four … or as long as it says."""
        pause = min(_FIRST_PAUSE * 2**state.failures, _LONGEST_PAUSE)
        if isinstance(got, Answer):
            pause = max(pause, min(self._asked_pause(got.headers.get("retry-after", "")), 24 * 3600.0))
        return replace(state, failures=state.failures + 1, wait_until=self.now() + pause)

    def _asked_pause(self, value: str) -> float:
        if value.isdigit():
            return float(value[:9])
        try:
            return parsedate_to_datetime(value).timestamp() - self.now()
        except (ValueError, TypeError, IndexError, OverflowError):
            return 0.0

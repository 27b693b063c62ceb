"""Articles read on every core, handed back in the order they came."""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import connection
from typing import TypeVar

from khabar.api import load_reader
from khabar.errors import StoreError
from khabar.model import Article
from khabar.reading import read_article
from khabar.store.prepare import Prepared, prepared

# How many articles wait for each core: enough that none stands idle, few enough to hold in memory.
_WAITING = 16
_ENDED = "a process that reads was ended from outside (memory?); what was stored stands, and the same command goes on from there"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Broken:
    """An article whose reading broke down, and how."""

    reason: str


def read_all(items: Iterable[tuple[T, Article, str]], jobs: int, words: str) -> Iterator[tuple[T, Article, str, Prepared | Broken]]:
    """Each item (a mark of the caller's, an article, its digest) with what was read, in order; `jobs` 1 reads in this process.

    `words` is a file of own words, "" for none; what is wrong in it raises LexiconError before anything is read.
    Raises StoreError where a process that reads was ended from outside.
    """
    if words:
        load_reader(words)
    with _executor(jobs, words) as pool:
        waiting: deque[tuple[T, Article, str, Future[Prepared]]] = deque()
        try:
            for mark, article, digest in items:
                waiting.append((mark, article, digest, pool.submit(_read, article, digest, words)))
                if len(waiting) >= jobs * _WAITING:
                    yield _next(waiting)
            while waiting:
                yield _next(waiting)
        finally:
            for *_, future in waiting:
                future.cancel()


def _executor(jobs: int, words: str) -> Executor:
    if jobs == 1:
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (words,))


def _next(waiting: "deque[tuple[T, Article, str, Future[Prepared]]]") -> tuple[T, Article, str, Prepared | Broken]:
    mark, article, digest, future = waiting.popleft()
    fault = future.exception()
    if isinstance(fault, BrokenProcessPool):
        raise StoreError(_ENDED) from fault
    if fault is not None:
        return mark, article, digest, Broken(f"{type(fault).__name__}: {fault}")
    return mark, article, digest, future.result()


def _read(article: Article, digest: str, words: str) -> Prepared:
    return prepared(read_article(article, load_reader(words)), digest)


def _begin(words: str) -> None:
    """Loads the word lists, and ends this process when the one that started it is gone, however that ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C at a terminal goes to all; the process that started this one ends it
    load_reader(words)
    gc.freeze()  # the word lists stay to the end: the collector need not look at them again
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)

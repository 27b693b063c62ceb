"""What the pages are made with: the store opened for each reader in turn, the voice, the clock, and answers kept while the store stays as it is."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import LifoQueue
from threading import Lock
from typing import NamedTuple

from khabar.speech import Engine
from khabar.store import Store
from khabar.web.guard import Gate

# How many readers of the store are at work at once, and how many answers are kept.
READERS, _KEPT = 1, 512


class Stamp(NamedTuple):
    """How the files of a store lie: another stamp, another state of the store."""

    store: tuple[int, int]
    journal: tuple[int, int]


class Desk:
    """Everything that pages need, handed in at the start. `speak` is None where there is no voice; `now` tells the time in ISO 8601."""

    def __init__(self, path: Path, gate: Gate, *, speak: Engine | None, now: Callable[[], str]) -> None:
        self.path = path
        self.gate = gate
        self.speak = speak
        self.now = now
        self.writing = Lock()
        self._free: LifoQueue[Store] = LifoQueue()
        self._opened = [Store.open(path) for _ in range(READERS)]
        for store in self._opened:
            self._free.put(store)
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._keeping = Lock()

    @contextmanager
    def store(self) -> Iterator[Store]:
        """A store for one request; the next waits until one is free."""
        store = self._free.get()
        try:
            yield store
        finally:
            self._free.put(store)

    def stamp(self) -> Stamp:
        """The state of the store."""
        return Stamp(_lying(self.path), _lying(self.path.with_name(self.path.name + "-wal")))

    def kept(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """What `make` makes, kept under `key` until newer answers push it out."""
        with self._keeping:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._keeping:
            self._kept[key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    def close(self) -> None:
        """Lets go of the store."""
        for store in self._opened:
            store.close()


def _lying(path: Path) -> tuple[int, int]:
    try:
        told = path.stat()
    except FileNotFoundError:
        return 0, 0
    return told.st_mtime_ns, told.st_size

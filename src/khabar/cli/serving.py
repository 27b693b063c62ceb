"""The processes that answer for `khabar serve`: one, or several that listen at one address."""

import gc
import multiprocessing
import shutil
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Thread, Timer
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from khabar.cli.ingest import now

if TYPE_CHECKING:
    import uvicorn

    from khabar.speech import Engine

# How many callers may wait to be let in.
_WAITING = 128
# How long a process may take to finish its answers when it is told to end, in seconds.
_GRACE = 3


class Served(NamedTuple):
    """What a process answers with: a store, the token, the name the reader is served under, and the command of the voice where the settings name one."""

    path: Path
    token: str
    host: str
    voice: tuple[str, ...]


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens. Bad usage where the address cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except OSError as fault:
        raise click.UsageError(f"{host}: {fault.strerror}") from fault
    found = socket.socket(family, kind, protocol)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind(address)
        found.listen(_WAITING)  # whoever comes before the pages are ready waits
    except OSError as fault:
        found.close()
        raise click.UsageError(f"{host}:{port}: {fault.strerror}; name another with --port (0: any that is free)") from fault
    return found


@contextmanager
def ended_in_order() -> Iterator[None]:
    """While it lasts, a process that is told to end closes what it opened and takes away what it made for the time being."""
    before = {number: signal.signal(number, _end) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def answer(served: Served, own: socket.socket, workers: int, stop_after: float | None) -> None:
    """Answers until the end is told: this process, and others beside it at the same socket, `workers` together; after `stop_after` minutes it ends by itself."""
    with ExitStack() as stack:
        for _ in range(workers - 1):
            stack.enter_context(_beside(served, own))
        server = _server(served)
        if stop_after is not None:
            timer = Timer(stop_after * 60, _told_to_end, (server,))
            timer.daemon = True
            timer.start()
        _run(server, own)


def _run(server: "uvicorn.Server", own: socket.socket) -> None:
    gc.collect()
    gc.freeze()  # code and word lists stay: they need not be looked through again and again
    server.run(sockets=[own])


def _end(number: int, frame: Any) -> None:
    sys.exit(0)


def _told_to_end(server: "uvicorn.Server") -> None:
    server.should_exit = True


@contextmanager
def _beside(served: Served, own: socket.socket) -> Iterator[SpawnProcess]:
    """A process that answers as long as this one does."""
    process = multiprocessing.get_context("spawn").Process(target=_answer_beside, args=(served, own), daemon=True)
    process.start()
    try:
        yield process
    finally:
        process.terminate()
        process.join(2 * _GRACE)


def _answer_beside(served: Served, own: socket.socket) -> None:
    with ended_in_order():
        server = _server(served)
        Thread(target=_end_with_parent, args=(server,), daemon=True).start()
        _run(server, own)


def _end_with_parent(server: "uvicorn.Server") -> None:
    """Ends a process whose parent is gone, however that went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        server.should_exit = True


def _server(served: Served) -> "uvicorn.Server":
    from khabar.cli.sharing import sharing
    from khabar.web import Desk, Gate, reader_app

    app = reader_app(Desk(served.path, Gate(served.token, served.host), speak=_voice(served.voice), now=now))
    return sharing(app, _GRACE)


def _voice(command: tuple[str, ...]) -> "Engine | None":
    """The voice that the settings name, else espeak-ng, where it is installed."""
    from khabar.speech import ESPEAK, engine_of

    wanted = command or ESPEAK
    return engine_of(wanted) if shutil.which(wanted[0]) else None

"""The application: which address answers with what."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from anyio import to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from khabar.errors import NotThere, QueryError, StoreError
from khabar.web import lookups, newsroom, sound, writing
from khabar.web.answering import answered, failed, told
from khabar.web.asked import Answer, Ask
from khabar.web.desk import READERS, Desk
from khabar.web.guard import Guarded
from khabar.web.openapi import description

__all__ = ["Desk", "reader_app"]


class Section(NamedTuple):
    """A kind of page: its path, where `{name}` names something, what answers, and what it is for."""

    path: str
    answer: Callable[[Ask], Answer]
    summary: str
    query: tuple[str, ...] = ()


_FILTERS = ("outlet", "since", "until", "actor", "country", "type", "status", "source")
SECTIONS = (
    Section("/", newsroom.front, "The front page", ("show",)),
    Section("/search", lookups.search, "Articles that hold some words", ("q", "exact", "recent", "offset", *_FILTERS)),
    Section("/timeline", newsroom.timeline, "Stories by day", ("least", "offset", *_FILTERS)),
    Section("/network", newsroom.network, "Who with whom", ("actor", "country", "type", "since", "until")),
    Section("/map", newsroom.places, "Where it took place", _FILTERS),
    Section("/quotes", newsroom.quotes, "Direct words", ("stance", "offset", *_FILTERS)),
    Section("/actors", newsroom.actors, "The actors of most articles", ("kind", "offset")),
    Section("/compare", lookups.compare, "Two outlets side by side", ("one", "other", "type", "since", "until")),
    Section("/stories/{name:path}", lookups.story, "One story"),
    Section("/actors/{name:path}", lookups.actor, "One actor"),
    Section("/articles/{name:path}", lookups.article, "One article with its record"),
)


def reader_app(desk: Desk) -> ASGIApp:
    """The reader of one store, behind its gate."""
    static = StaticFiles(directory=Path(str(files("khabar.web"))) / "static")
    routes = [
        Mount("/static", static),
        Route("/openapi.json", _described),
        Route("/settings", _threaded(desk, writing.settings_page), methods=["GET"]),
        Route("/settings", writing.choose(desk), methods=["POST"]),
        Route("/articles", writing.add(desk), methods=["POST"]),
        Route("/articles/{name:path}/summary.wav", _threaded(desk, sound.wav)),
        Route("/articles/{name:path}/summary.cues.json", _threaded(desk, sound.cues)),
        *(Route(_with(section.path, ending), _page(desk, section, ending)) for section in SECTIONS for ending in (".json", ".csv", "")),
    ]

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = 2 * READERS
        yield
        desk.close()

    return Guarded(Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: _missing(desk)}), desk.gate)


def _with(path: str, ending: str) -> str:
    return f"/index{ending}" if path == "/" and ending else path + ending


def _page(desk: Desk, section: Section, ending: str) -> Callable[[Request], Awaitable[Response]]:
    def answer(request: Request) -> Response:
        return answered(desk, request, section.answer, ending, section.path.removesuffix("{name:path}") + request.path_params.get("name", ""))

    return _in_thread(answer)


def _in_thread(answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return await to_thread.run_sync(answer, request)

    return endpoint


def _threaded(desk: Desk, answer: Callable[[Desk, Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    def bound(request: Request) -> Response:
        try:
            return answer(desk, request)
        except (NotThere, QueryError, StoreError) as fault:
            return failed(desk, request, fault)

    return _in_thread(bound)


def _missing(desk: Desk) -> Callable[[Request, Exception], Response]:
    def answer(request: Request, fault: Exception) -> Response:
        return told(desk, request, f"no page {request.url.path[:200]}", 404)

    return answer


async def _described(request: Request) -> Response:
    return JSONResponse(description([(s.path, s.summary, s.query) for s in SECTIONS]))

"""A request answered: the page made or taken from those kept, and what is wrong told on a page of its own."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from khabar.errors import NotThere, QueryError, StoreError
from khabar.web import render
from khabar.web.asked import Answer, Ask
from khabar.web.desk import Desk
from khabar.web.guard import token_of
from khabar.web.taste import taste_of

_TYPES = {"": "text/html; charset=utf-8", ".json": "application/json", ".csv": "text/csv; charset=utf-8"}


def answered(desk: Desk, request: Request, page: Callable[[Ask], Answer], ending: str, path: str) -> Response:
    """The answer to a request in the form that its ending asks for, or a page that says what is wrong."""
    taste, query = taste_of(request.cookies), dict(request.query_params)
    admitted = desk.gate.admits(token_of(request.headers))
    key = (path, ending, tuple(sorted(query.items())), taste if not ending else "", admitted, desk.stamp())

    def make() -> bytes:
        with desk.store() as store:
            ask = Ask(store, request.path_params.get("name", ""), path, query, taste)
            found = page(ask)
            if ending:
                return render.as_json(found) if ending == ".json" else render.as_csv(found)
            return render.html(found, ask, voice=desk.speak is not None, admitted=admitted, mark=desk.gate.form_mark if admitted else "")

    try:
        body = desk.kept(key, make)
    except (NotThere, QueryError, StoreError) as fault:
        return failed(desk, request, fault, ending)
    headers = {"cache-control": "no-cache", "vary": "cookie"}
    if ending == ".csv":
        headers["content-disposition"] = 'attachment; filename="khabar.csv"'
    return Response(body, media_type=_TYPES[ending], headers=headers)


def failed(desk: Desk, request: Request, fault: StoreError | QueryError, ending: str = "") -> Response:
    """What is wrong, as a page or as JSON."""
    code = 404 if isinstance(fault, NotThere) else 400 if isinstance(fault, QueryError) else 503
    if ending:
        return JSONResponse({"error": str(fault)}, code)
    return told(desk, request, str(fault), code)


def told(desk: Desk, request: Request, message: str, code: int) -> Response:
    """A page with a message and a way back."""
    with desk.store() as store:
        ask = Ask(store, "", request.url.path, {}, taste_of(request.cookies))
        return Response(render.html(Answer("told.html", {"message": message, "code": code, "section": ""}, dict), ask), code, media_type=_TYPES[""])

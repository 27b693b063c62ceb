"""What changes something: settings kept in the reader's browser, and articles pasted or dropped into the store, for whoever has the token."""

import io
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from urllib.parse import quote, urlsplit

from anyio import to_thread
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from khabar.errors import StoreError
from khabar.model import Article
from khabar.sources import Options, Refusal, open_sources
from khabar.store import Failure, Incoming, Tally, ingest
from khabar.web import render
from khabar.web.answering import failed, told
from khabar.web.asked import Answer, Ask
from khabar.web.desk import Desk
from khabar.web.guard import is_foreign, token_of
from khabar.web.taste import CHOICES, taste_of
from khabar.web.vocabulary import marked

# The longest text or file that is taken, in bytes.
LARGEST = 20_000_000
_YEAR = 31_536_000


def settings_page(desk: Desk, request: Request) -> Response:
    """The settings."""
    taste = taste_of(request.cookies)
    with desk.store() as store:
        ask = Ask(store, "", "/settings", {}, taste)
        values = {"choices": CHOICES, "chosen": {**taste._asdict(), "size": str(taste.size)}, "back": _own(request.query_params.get("back", "/")), "section": ""}
        return Response(render.html(Answer("settings.html", values, dict), ask), media_type="text/html; charset=utf-8")


def choose(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    """Keeps what a reader chose in cookies."""

    async def endpoint(request: Request) -> Response:
        if is_foreign(request.headers):
            return PlainTextResponse("This form was not sent by the reader.\n", 403)
        form = await request.form(max_files=0, max_fields=20)
        answer = RedirectResponse(_own(str(form.get("back", "/"))), 303)
        for name, choices in CHOICES.items():
            if form.get(name) in choices:
                answer.set_cookie(f"khabar-{name}", str(form[name]), max_age=_YEAR, samesite="lax", path="/")
        return answer

    return endpoint


def _own(address: str) -> str:
    """`address` where it is a path of the reader, else the front page: no link leads elsewhere by way of us."""
    parts = urlsplit(address)
    own = address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return quote(address, safe="/?&=%:#+,;@~!$'()*") if own else "/"


def add(desk: Desk) -> Callable[[Request], Awaitable[Response]]:
    """Reads what was pasted or dropped into the store, and leads to its page."""

    async def endpoint(request: Request) -> Response:
        if int(request.headers.get("content-length", "0") or "0") > LARGEST + 100_000:
            return await _told(desk, request, marked("Longer than 20 MB: use khabar ingest for that."), 413)
        form = await request.form(max_files=1, max_fields=20, max_part_size=LARGEST)
        try:
            if not _may(desk, request, form):
                return await _told(desk, request, marked("This needs the token that khabar serve printed."), 403)
            text, file = str(form.get("text", "")), form.get("file")
            data = await file.read() if isinstance(file, UploadFile) and file.filename else text.encode("utf-8", "replace")
            name = file.filename if isinstance(file, UploadFile) and file.filename else "pasted"
        finally:
            await form.close()
        return await to_thread.run_sync(_taken, desk, request, data, name, form)

    return endpoint


def _may(desk: Desk, request: Request, form: FormData) -> bool:
    """Whether a form may change the store: sent by our own page, with the token in a cookie or a header, or typed into the form itself."""
    if is_foreign(request.headers):
        return False
    if desk.gate.admits(str(form.get("token", ""))):
        return True
    carried = desk.gate.admits(token_of(request.headers))
    return carried and ("authorization" in request.headers or desk.gate.form_is_ours(str(form.get("mark", ""))))


def _taken(desk: Desk, request: Request, data: bytes, name: str, form: FormData) -> Response:
    if not data.strip():
        return told(desk, request, marked("There is nothing to read in it."), 400)
    day, outlet = str(form.get("published", "")).strip(), str(form.get("outlet", "")).strip()
    try:
        published = date.fromisoformat(day).isoformat() if day else None
    except ValueError:
        return told(desk, request, f"{day[:40]} is not a day like 2024-09-13.", 400)
    outcomes = list(open_sources(("-",), Options(standard_input=io.BufferedReader(io.BytesIO(data)))))
    articles = [_with(x, published, outlet or None) for x in outcomes if not isinstance(x, Refusal)]
    refused = [x.message for x in outcomes if isinstance(x, Refusal)]
    if not articles:
        return told(desk, request, "; ".join(refused).replace("standard input", name) or marked("There is no article in it."), 400)
    try:
        with desk.writing:
            tally = ingest(desk.path, [Incoming(name, a) for a in articles], jobs=1, now=desk.now, progress=_untold)
    except StoreError as fault:  # another process writes to it, or it cannot be written
        return failed(desk, request, fault)
    if tally.failed or tally.failed_before or tally.forgotten:
        reasons = [f.reason for f in tally.reasons if isinstance(f, Failure)]
        return told(desk, request, "; ".join(reasons) or marked("This was taken down, or could not be read before."), 400)
    return RedirectResponse(f"/articles/{quote(articles[0].id, safe=':')}" if len(articles) == 1 else "/search", 303)


def _untold(tally: Tally) -> None:
    """What is pasted is read at once: there is no progress to tell."""


def _with(article: Article, published: str | None, outlet: str | None) -> Article:
    """The article with what the form tells and its page does not."""
    if published and not article.published:
        article = replace(article, published=published, published_basis="option")
    return replace(article, outlet=outlet) if outlet and not article.outlet else article


async def _told(desk: Desk, request: Request, message: str, code: int) -> Response:
    return await to_thread.run_sync(told, desk, request, message, code)

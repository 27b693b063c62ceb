"""Who may read and who may write: the addresses that are answered, the token, and what every answer tells the browser to refuse."""

import hashlib
import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "khabar-token"
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY, "x-content-type-options": "nosniff", "referrer-policy": "same-origin", "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin", "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class Gate(NamedTuple):
    """The token that was told at the start, and the name that the reader is served under ("" for this machine alone)."""

    token: str
    host: str = ""

    def answers(self, name: str) -> bool:
        """Whether requests to this host name are answered: a page elsewhere must not reach the reader by a name of its own."""
        return name in _LOCAL or (self.host not in ("", "0.0.0.0", "::") and name == self.host) or self.host in ("0.0.0.0", "::")

    @property
    def far(self) -> bool:
        """Whether other machines can reach the reader."""
        return self.host not in ("", *_LOCAL)

    def admits(self, token: str) -> bool:
        """Whether `token` is the one that was told."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode())

    @property
    def form_mark(self) -> str:
        """What a form of our own pages carries; no other page can know it."""
        return hmac.new(self.token.encode(), b"form", hashlib.sha256).hexdigest()

    def form_is_ours(self, mark: str) -> bool:
        """Whether `mark` is that of our own forms."""
        return hmac.compare_digest(mark.encode("utf-8", "replace"), self.form_mark.encode())


def token_of(headers: Headers) -> str:
    """The token that a request carries, as a cookie or as `Authorization: Bearer`."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else cookies_of(headers).get(COOKIE, "")


def cookies_of(headers: Headers) -> Mapping[str, str]:
    """The cookies of a request."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def is_foreign(headers: Headers) -> bool:
    """Whether a request was sent by a page that is not ours, as far as the browser tells."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


class Guarded:
    """An application behind a gate: foreign host names, strangers from other machines and `?token=` are dealt with here."""

    def __init__(self, inner: ASGIApp, gate: Gate) -> None:
        self._inner = inner
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        headers = Headers(scope=scope)
        turned_away = self._turned_away(scope, headers)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        await (turned_away or self._inner)(scope, receive, guarded)

    def _turned_away(self, scope: Scope, headers: Headers) -> Response | None:
        name = urlsplit(f"//{headers.get('host', '')}").hostname or ""
        if not self._gate.answers(name):
            return PlainTextResponse("This name is not served here.\n", 421)
        pairs = parse_qsl(scope["query_string"].decode("latin-1"))
        given = next((value for key, value in pairs if key == "token"), None)
        if given is not None and scope["method"] == "GET":
            return self._let_in(scope, given, [(k, v) for k, v in pairs if k != "token"])
        if self._gate.far and not self._gate.admits(token_of(headers)):
            return PlainTextResponse("Open the address with the token that khabar serve printed.\nافتح العنوان الذي طبعه khabar serve بما فيه من رمز.\n", 401)
        return None

    def _let_in(self, scope: Scope, token: str, rest: list[tuple[str, str]]) -> Response:
        """Keeps the token in a cookie that no script sees, and takes it out of the address."""
        if not self._gate.admits(token):
            return PlainTextResponse("This is not the token that khabar serve printed.\nليس هذا هو الرمز الذي طبعه khabar serve.\n", 403)
        path = "/" + (scope.get("raw_path") or scope["path"].encode()).decode("latin-1").lstrip("/")
        answer = RedirectResponse(path + (f"?{urlencode(rest)}" if rest else ""), 303)
        answer.set_cookie(COOKIE, token, httponly=True, samesite="strict", path="/")
        return answer

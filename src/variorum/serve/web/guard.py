"""The guard stands before every page: nothing reaches one that may not, and every answer is sealed.

Enters: HTTP requests (ASGI). Leaves: refusals, or the answer of the application behind it, both with
headers that forbid a browser to run, load, send, keep or frame anything else.
"""

from __future__ import annotations

from html import escape

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from variorum.serve.web import requests
from variorum.serve.web.requests import Refusal
from variorum.serve.web.sessions import Sessions

START = "/start"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
SEALS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # not "no-referrer": with it browsers send "Origin: null" from our own forms (Fetch standard)
    "Referrer-Policy": "same-origin",
}
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>Variorum</title></head>
<body><main><h1>Variorum</h1><p>{words}</p>{link}</main></body></html>"""


class Guard:
    """Wraps the application; `port` is the one it is served on.

    `scope` gets the browser's cookie as "variorum.session", and the fields of a form that was
    really sent from one of its pages as "variorum.form".
    """

    def __init__(self, inner: ASGIApp, sessions: Sessions, port: int) -> None:
        self._inner = inner
        self._sessions = sessions
        self._port = port

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; what is not HTTP is left unanswered."""
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        answer = await self._answer(request)
        await answer(scope, _nothing, _sealing(send))

    async def _answer(self, request: Request) -> ASGIApp:
        refusal = requests.refused(request.method, request.headers, self._port)
        if refusal:
            return refusing(refusal)
        cookie = request.cookies.get(session_cookie(self._port), "")
        if request.url.path == START:
            return self._start(request, cookie)
        if not self._sessions.knows(cookie):
            return refusing(requests.CLOSED)
        request.scope["variorum.session"] = cookie
        refusal = await self._read(request, cookie) if request.method == "POST" else None
        return refusing(refusal) if refusal else self._inner

    def _start(self, request: Request, cookie: str) -> Response:
        """Exchange the token for a cookie at once, so that it does not stay in the address."""
        if not self._sessions.opens(request.query_params.get("token", "")):
            return refusing(requests.CLOSED)
        answer = RedirectResponse("/", status_code=303)
        if not self._sessions.knows(cookie):
            set_cookie(answer, session_cookie(self._port), self._sessions.new())
        return answer

    async def _read(self, request: Request, cookie: str) -> Refusal | None:
        try:
            body = await _body(request)
        except ClientDisconnect:
            return requests.BROKEN_OFF
        form = requests.fields(body) if len(body) <= requests.MOST_BYTES else None
        if form is None:
            return requests.TOO_LONG
        if not self._sessions.sent(cookie, form.get("form_token", [""])[0]):
            return requests.FORGED
        request.scope["variorum.form"] = form
        return None


async def _body(request: Request) -> bytes:
    """Return a request's body, or a beginning of it that is already too much."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > requests.MOST_BYTES:
            break
    return body


def session_cookie(port: int) -> str:
    """Return the name of the session's cookie: browsers share cookies between ports."""
    return f"variorum-session-{port}"


def set_cookie(answer: Response, name: str, value: str, *, seconds: int | None = None) -> None:
    """Set a cookie that no script and no other site can use."""
    answer.set_cookie(name, value, max_age=seconds, path="/", httponly=True, samesite="strict")


def refusing(refusal: Refusal) -> Response:
    """Return the page of a refusal."""
    link = '<p><a href="/">Go on</a></p>' if refusal.inside else ""
    page = PAGE.format(words=escape(refusal.words), link=link)
    return HTMLResponse(page, status_code=refusal.status)


def _sealing(send: Send) -> Send:
    """Put the seals on an answer; one that brings a stricter policy of its own keeps it."""

    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SEALS.items():
                headers.setdefault(name, value)
        await send(message)

    return sealed


async def _nothing() -> Message:
    """Stand for the body of a request: the guard has read it."""
    return {"type": "http.request", "body": b"", "more_body": False}

"""Rendering: templates into answers, with what every page of the screen shows.

Enters: a request, the name of a template, its parts. Leaves: an answer with escaped HTML.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from variorum.report.runs import revealed
from variorum.report.templating import environment
from variorum.serve.web.guard import set_cookie
from variorum.serve.web.requests import PostedForm
from variorum.serve.web.screen import Screen
from variorum.serve.web.seen import Seen
from variorum.serve.web.sessions import Sessions

TEMPLATES = Path(__file__).parent / "templates"
NAME_COOKIE = "variorum-reviewer"
A_YEAR = 365 * 24 * 3600
LONGEST_NAME = 80


def screen(request: Request) -> Screen:
    """Return the screen that a request is for."""
    served: Screen = request.app.state.screen
    return served


def form(request: Request) -> PostedForm:
    """Return the fields of a form that the guard let pass."""
    fields: PostedForm = request.scope["variorum.form"]
    return fields


def one(request: Request, name: str) -> str:
    """Return one field of a form, the empty string if it is not there."""
    return form(request).get(name, [""])[0]


def reviewer(request: Request) -> str:
    """Return the name that the person of this browser gave, the empty string before that."""
    return clean_name(unquote(request.cookies.get(NAME_COOKIE, ""))) or ""


def clean_name(given: str) -> str | None:
    """Return a name on one line, ``None`` if it is empty, long, or hides characters."""
    name = " ".join(given.split())
    return name if name and len(name) <= LONGEST_NAME and revealed(name) == name else None


def keep_name(answer: Response, name: str) -> None:
    """Let the browser remember a name for a year."""
    set_cookie(answer, NAME_COOKIE, quote(name), seconds=A_YEAR)


def rendered(
    request: Request, template: str, seen: Seen, *, status: int = 200, **parts: object
) -> Response:
    """Return a page of the screen."""
    served = screen(request)
    run = served.run
    remembered = f"variorum-run-{request.app.state.port}"
    known = request.cookies.get(remembered, "")
    since = served.since(int(known)) if known.isascii() and known.isdigit() else None
    html = ENVIRONMENT.get_template(template).render(
        title=served.title,
        who=reviewer(request),
        form_token=_sessions(request).form_token(request.scope["variorum.session"]),
        progress=seen.progress(),
        findings_progress=seen.findings_progress(),
        orphans=len(seen.given.orphans),
        since=since,
        label=seen.found.known.label,
        **parts,
    )
    answer = HTMLResponse(html, status_code=status)
    set_cookie(answer, remembered, str(run))
    return answer


def _sessions(request: Request) -> Sessions:
    sessions: Sessions = request.app.state.sessions
    return sessions


ENVIRONMENT = environment(TEMPLATES)

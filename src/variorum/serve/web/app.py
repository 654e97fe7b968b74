"""The application: its pages and forms, each at a fixed address.

Enters: a `Screen`, the sessions, a port. Leaves: an ASGI application behind its guard.
"""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from variorum.errors import VariorumError
from variorum.serve.web import joining, queueing, recorded, requests
from variorum.serve.web.guard import Guard, refusing
from variorum.serve.web.rendering import TEMPLATES
from variorum.serve.web.requests import Refusal
from variorum.serve.web.screen import Screen
from variorum.serve.web.sessions import Sessions

READING_METHODS = ["GET"]
SENT = ["POST"]


def application(screen: Screen, sessions: Sessions, port: int) -> ASGIApp:
    """Return the screen as an application that is served at `port` of this machine."""
    app = Starlette(
        routes=ROUTES,
        exception_handlers={
            HTTPException: _missing,
            VariorumError: _stopped,
            500: _failed,
        },
    )
    app.router.redirect_slashes = False
    app.state.screen = screen
    app.state.sessions = sessions
    app.state.port = port
    return Guard(app, sessions, port)


def _style(_: Request) -> Response:
    return Response((TEMPLATES / "screen.css").read_bytes(), media_type="text/css")


def _script(_: Request) -> Response:
    return Response((TEMPLATES / "screen.js").read_bytes(), media_type="text/javascript")


def _icon(_: Request) -> Response:
    return Response(status_code=204)


def _missing(_: Request, error: Exception) -> Response:
    return refusing(requests.MISSING)


def _stopped(_: Request, error: Exception) -> Response:
    """Say what to do instead; nothing was kept."""
    return refusing(Refusal(409, str(error)))


def _failed(_: Request, error: Exception) -> Response:
    return refusing(requests.FAILED)


ROUTES = [
    Route("/", queueing.queue_page, methods=READING_METHODS),
    Route("/decide", queueing.decide_form, methods=SENT),
    Route("/undo", queueing.undo_form, methods=SENT),
    Route("/entities", joining.entities_page, methods=READING_METHODS),
    Route("/events", joining.events_page, methods=READING_METHODS),
    Route("/alignments", joining.alignments_page, methods=READING_METHODS),
    Route("/part", joining.part_page, methods=READING_METHODS),
    Route("/merge", joining.merge_form, methods=SENT),
    Route("/split", joining.split_form, methods=SENT),
    Route("/orphans", recorded.orphans, methods=READING_METHODS),
    Route("/log", recorded.log, methods=READING_METHODS),
    Route("/log.jsonl", recorded.log_jsonl, methods=READING_METHODS),
    Route("/log.csv", recorded.log_csv, methods=READING_METHODS),
    Route("/people", recorded.people, methods=READING_METHODS),
    Route("/account", recorded.account_page, methods=READING_METHODS),
    Route("/page", recorded.report_page, methods=READING_METHODS),
    Route("/name", recorded.name_page, methods=READING_METHODS),
    Route("/name", recorded.name_form, methods=SENT),
    Route("/screen.css", _style, methods=READING_METHODS),
    Route("/screen.js", _script, methods=READING_METHODS),
    Route("/favicon.ico", _icon, methods=READING_METHODS),
]
"""Everything there is; no address is ever made into the name of a file."""

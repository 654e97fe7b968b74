"""Running: the screen on this machine, until it is stopped.

Enters: where a ledger is, a name, a port. Leaves: a server that only this machine can reach.
"""

from __future__ import annotations

import secrets
import socket
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

import uvicorn
from starlette.types import ASGIApp

from variorum.errors import UsageError
from variorum.serve.console.clock import now
from variorum.serve.web.app import application
from variorum.serve.web.guard import START
from variorum.serve.web.screen import Screen
from variorum.serve.web.sessions import Sessions

HERE = "127.0.0.1"
TOKEN_BYTES = 32


def serve_review(
    ledger_location: str, *, reviewer: str | None, port: int, open_browser: bool
) -> None:
    """Serve the review screen of a ledger until Ctrl-C.

    `reviewer` is the name the first browser gets, others are asked; `port` 0 takes any that is
    free. LedgerError if the ledger cannot be opened, UsageError if the port cannot be taken.
    """
    screen = Screen(ledger_location, now, reviewer or "")
    screen.see()  # what is wrong with the ledger is said before anything is served
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with taken(port) as listening:
        number = listening.getsockname()[1]
        address = f"http://{HERE}:{number}{START}?token={token}"
        sys.stderr.write(f"The review screen of {screen.title}: {address}\n")
        sys.stderr.write("The address contains a key, so keep it private. Stop with Ctrl-C.\n")
        opening = _opening(address) if open_browser else None
        served = server(application(screen, Sessions(token), number), opening)
        with suppress(KeyboardInterrupt):  # Ctrl-C is how a screen ends
            served.run(sockets=[listening])


def taken(port: int) -> socket.socket:
    """Return a socket that listens on a port of this machine only; UsageError if it is in use."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if sys.platform != "win32":  # there it would let two programs share the port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HERE, port))
    except OSError as error:
        listening.close()
        raise UsageError(
            f"Port {port} cannot be taken ({error.strerror}). Leave out --port to get a free one."
        ) from error
    listening.listen()
    return listening


def server(app: ASGIApp, opening: Callable[[], None] | None = None) -> uvicorn.Server:
    """Return a server of the application that tells nothing of itself and trusts no proxy."""
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    return _Opened(config, opening)


class _Opened(uvicorn.Server):
    """A server that opens the browser once it answers."""

    def __init__(self, config: uvicorn.Config, opening: Callable[[], None] | None) -> None:
        super().__init__(config)
        self._opening = opening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then open the browser."""
        await super().startup(sockets)
        if self._opening:  # in a thread of its own: a browser in the terminal would not return
            Thread(target=self._opening, daemon=True).start()


def _opening(address: str) -> Callable[[], None]:
    def opening() -> None:
        if not webbrowser.open(address):
            sys.stderr.write("No browser was found. Open the address above yourself.\n")

    return opening

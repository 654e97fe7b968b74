"""A review screen that really listens, in a thread, for tests with a browser."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from variorum.serve.console.clock import now
from variorum.serve.web.app import application
from variorum.serve.web.running import server, taken
from variorum.serve.web.screen import Screen
from variorum.serve.web.sessions import Sessions

TOKEN = "a-token-for-a-browser"  # noqa: S105 - a token for tests
PATIENCE_S = 20


@contextmanager
def listening(location: str, reviewer: str = "") -> Iterator[str]:
    """Serve a ledger's screen; yield its start address."""
    with taken(0) as held:
        port = held.getsockname()[1]
        app = application(Screen(location, now, reviewer), Sessions(TOKEN), port)
        served = server(app)
        thread = Thread(target=lambda: served.run(sockets=[held]), daemon=True)
        thread.start()
        until = time.monotonic() + PATIENCE_S
        while not served.started and time.monotonic() < until:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}/start?token={TOKEN}"
        served.should_exit = True
        thread.join(PATIENCE_S)

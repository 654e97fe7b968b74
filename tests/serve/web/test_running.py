"""Running: one address with a key, on this machine, until it is stopped."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.serve.web.screens import ledger_at, story
from variorum.errors import LedgerError
from variorum.serve.console.clock import now
from variorum.serve.web import serve_review

PROGRAM = """
import sys
from variorum.serve.web import serve_review
serve_review(sys.argv[1], reviewer=None, port=0, open_browser=False)
"""


def test_a_ledger_that_is_not_there_is_said_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        serve_review(str(tmp_path / "none.variorum"), reviewer=None, port=0, open_browser=False)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_the_screen_is_served_until_it_is_stopped(tmp_path: Path) -> None:
    location = ledger_at(tmp_path / "fire.variorum", story())
    command = [sys.executable, "-c", PROGRAM, location]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as child:  # noqa: S603
        try:
            line = child.stderr.readline() if child.stderr else ""
            address = re.findall(r"http://127\.0\.0\.1:\d+/start\?token=[\w-]{43}$", line.strip())
            opened = httpx.get(address[0], timeout=20)
            child.send_signal(signal.SIGINT)
            assert (opened.status_code, child.wait(20)) == (303, 0)
        finally:
            child.kill()


LONG = b"x" * 300_000
"""More than a form may have."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
@pytest.mark.parametrize(
    "sent",
    [
        b"Content-Length: 1000\r\n\r\nverdict=v-",
        b"Transfer-Encoding: chunked\r\n\r\n5\r\nverdi\r\n",
        b"Content-Length: 300000\r\n\r\n" + LONG,
        b"Content-Length: 300000\r\n\r\n" + LONG[:70_000],
        b"Transfer-Encoding: chunked\r\n\r\n493e0\r\n" + LONG + b"\r\n0\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n493e0\r\n" + LONG[:200_000],
    ],
    ids=["short", "chunks", "large", "large, broken off", "large chunk", "large chunk, broken off"],
)
def test_a_form_that_is_broken_off_or_too_large_leaves_no_traceback(
    tmp_path: Path, sent: bytes
) -> None:
    location = ledger_at(tmp_path / "fire.variorum", story())
    command = [sys.executable, "-c", PROGRAM, location]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as child:  # noqa: S603
        try:
            address = (child.stderr.readline() if child.stderr else "").split()[-1]
            client = httpx.Client(follow_redirects=True, timeout=20)
            client.get(address)
            _post(address, client.cookies, sent)
            assert client.get(address).status_code == 200
            child.send_signal(signal.SIGINT)
            _, errors = child.communicate(timeout=20)
        finally:
            child.kill()
    assert "Traceback" not in errors
    assert "ERROR" not in errors


def _post(address: str, cookies: httpx.Cookies, sent: bytes) -> None:
    """Send the beginning of a form's request, and close the connection."""
    place = httpx.URL(address)
    origin = f"http://{place.host}:{place.port}"
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    head = (
        f"POST /decide HTTP/1.1\r\nHost: {place.host}:{place.port}\r\nOrigin: {origin}\r\n"
        f"Cookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    )
    with (
        socket.create_connection((place.host, place.port or 80), timeout=20) as line,
        suppress(ConnectionError),  # the screen may close first
    ):
        line.sendall(head.encode() + sent)
        line.settimeout(0.5)
        with suppress(TimeoutError):
            line.recv(10_000)


def test_times_have_one_length_so_that_they_sort_as_text() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", now())

"""Running: one address with a key, on this machine, until it is stopped."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from serve.web.screens import ledger_at, story
from variorum.errors import LedgerError
from variorum.serve.web import run
from variorum.serve.web.running import now

PROGRAM = """
import sys
from variorum.serve.web import run
run(sys.argv[1], reviewer=None, port=0, open_browser=False)
"""


def test_a_ledger_that_is_not_there_is_said_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        run(str(tmp_path / "none.variorum"), reviewer=None, port=0, open_browser=False)


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


def test_times_have_one_length_so_that_they_sort_as_text() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", now())

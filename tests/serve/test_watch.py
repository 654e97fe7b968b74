"""`variorum watch` as it is typed: what it prints, how it ends, and that no kill loses anything."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from time import monotonic, sleep

import pytest

import variorum
from bench import kills
from tests.backends.servers import Server
from tests.serve.rerun import LATER, LOCAL, WIRE, written
from tests.serve.rerun import run as run_journey
from tests.serve.reviewers import digest
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.postgresql import PostgresqlLedger
from variorum.records import Account
from variorum.settings import Settings
from variorum.watching import Announcement, Pace

pytestmark = pytest.mark.model
Run = Callable[..., int]
PROGRAM = str(Path(sys.executable).with_name("variorum"))
PATIENCE = 120.0
FEW_TEXTS = 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "ferry", wire=WIRE, local=LOCAL)


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Let watchers be stopped by Ctrl-C where the tests themselves are not, as in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_one_round_prints_what_came_and_the_next_nothing(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("watch", folder, "--once", "--workers", 1) == 0
    first = capsys.readouterr().out.splitlines()
    assert first != []
    assert all(line.startswith("New with ") for line in first)
    assert folder.with_suffix(".variorum").exists()
    assert run("watch", folder, "--once", "--workers", 1) == 0
    assert capsys.readouterr().out == ""


def test_json_has_one_announcement_a_line(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("watch", folder, "--once", "--json", "--workers", 1)
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {tuple(row) for row in rows} == {Announcement.__struct_fields__}


def test_a_digest_says_how_much_it_tells(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pace, "due", lambda *_: True)
    run("watch", folder, "--once", "--digest", 60, "--workers", 1)
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.startswith("Since ")
    assert head.endswith(f": {len(lines)} new")


def test_a_name_that_a_terminal_would_obey_is_printed_harmless(
    run: Run, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b\x1b[31m.pdf").write_bytes(b"%PDF-1.7 nothing")
    run("watch", folder, "--once", "--workers", 1)
    assert "\x1b" not in capsys.readouterr().out


def test_in_python_announcements_are_told_one_by_one(folder: Path, tmp_path: Path) -> None:
    def watch() -> Iterator[Announcement]:
        return variorum.watch(folder, tmp_path / "one", once=True, settings=Settings(workers=1))

    first = next(watch())  # who stops in the midst of a batch is told all of it again
    again = list(watch())
    assert again[0] == first
    assert list(watch()) == []


def test_an_address_is_not_watched(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("watch", "https://example.org/feed", "-o", tmp_path / "one.variorum", "--once") == 2
    assert "address" in capsys.readouterr().err


def test_ctrl_c_ends_a_watcher_and_the_next_one_goes_on(folder: Path, tmp_path: Path) -> None:
    command = [PROGRAM, "watch", str(folder), "-o", str(tmp_path / "one"), "--every", "1", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as watcher:  # noqa: S603
        assert watcher.stdout
        first = json.loads(watcher.stdout.readline())  # a line comes while the watcher runs
        sleep(2)
        watcher.send_signal(signal.SIGINT)
        _, said = watcher.communicate(timeout=PATIENCE)
    assert watcher.returncode == 130
    assert b"Stopped. Run the same command again to continue." in said
    written(folder, later=LATER)
    done = subprocess.run([*command, "--once"], capture_output=True, check=True)  # noqa: S603
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows != []
    assert first["id"] not in {row["id"] for row in rows}


def test_two_watchers_at_work_at_once_on_a_database_tell_what_both_add(
    postgresql: Server, tmp_path: Path
) -> None:
    one, other = written(tmp_path / "one", wire=WIRE), written(tmp_path / "other", local=LOCAL)
    whole = run_journey(MemoryLedger(), one, other, written(tmp_path / "late", later=LATER))
    wanted = {account.text for account in whole.read(Account)}
    address = postgresql.url()
    watchers = [
        subprocess.Popen(  # noqa: S603
            [PROGRAM, "watch", str(folder), "-o", address, "--every", "1"], stdout=subprocess.PIPE
        )
        for folder in (one, other)
    ]
    written(one, later=LATER)
    with PostgresqlLedger(address) as ledger:
        until = monotonic() + PATIENCE
        while monotonic() < until and {a.text for a in ledger.read(Account)} != wanted:
            sleep(0.2)
        sleep(3)  # a round more for each
        for watcher in watchers:
            watcher.send_signal(signal.SIGINT)
        try:
            told = [watcher.communicate(timeout=PATIENCE)[0].decode() for watcher in watchers]
        finally:
            for watcher in watchers:
                watcher.kill()
        assert [watcher.returncode for watcher in watchers] == [130, 130]
        assert digest(ledger) == digest(run_journey(MemoryLedger(), one, other))
    assert all("later" in lines for lines in told)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked watchers")
def test_a_watcher_that_is_killed_at_random_loses_and_doubles_nothing(tmp_path: Path) -> None:
    began = monotonic()
    story = kills.made(tmp_path, FEW_TEXTS)
    done = kills.trial(story, Random(3))  # noqa: S311
    print(f"{kills.total([done])} in {monotonic() - began:.0f} s")  # noqa: T201
    assert done.amiss == ()
    assert done.kills > 0

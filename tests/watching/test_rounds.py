"""A watcher takes in what comes, says what it changes, and loses nothing where it is stopped."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serve.rerun import LATER, LOCAL, WIRE, run, written
from tests.serve.reviewers import digest
from tests.watching.conftest import HOUR, Desk, lines
from variorum.errors import LedgerError, ModelError, UsageError, VariorumError
from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.sqlite import SqliteLedger
from variorum.records import Account
from variorum.seams import Ledger
from variorum.settings import Settings
from variorum.watching import Pace

pytestmark = pytest.mark.model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "ferry", wire=WIRE)


def quiet(folder: Path) -> str:
    """Return the digest of a ledger of all that a folder holds, made at once."""
    return digest(run(MemoryLedger(), folder))


def about_deaths(told: list[str]) -> list[str]:
    return [line.split(":")[0] for line in told if "killed" in line or "died" in line]


def test_what_comes_is_told_once_and_the_ledger_is_that_of_one_run(folder: Path) -> None:
    ledger = MemoryLedger()
    desk = Desk(folder)
    told = desk.during(
        ledger,
        [
            lambda: written(folder, local=LOCAL),
            lambda: None,
            lambda: written(folder, later=LATER),
            lambda: None,
        ],
    )
    assert len(told) == 2  # one account alone says nothing, and a quiet round neither
    assert all(line.startswith("New with") for line in told[0])
    assert any(line.startswith("Changed with later") for line in told[1])
    assert digest(ledger) == quiet(folder)


def test_what_a_ledger_held_before_the_first_start_is_not_told(folder: Path) -> None:
    ledger = run(MemoryLedger(), written(folder, local=LOCAL))
    desk = Desk(folder)
    assert desk.round(ledger) == []
    written(folder, later=LATER)
    assert desk.round(ledger) != []


def test_a_watcher_that_starts_again_tells_what_changed_meanwhile(folder: Path) -> None:
    ledger = MemoryLedger()
    desk = Desk(folder)
    desk.round(ledger)
    run(ledger, written(folder, local=LOCAL))  # by somebody else
    told = desk.round(ledger)
    assert told != []
    assert desk.round(ledger) == []


def test_what_nobody_took_is_told_again_with_the_same_ids(folder: Path) -> None:
    ledger = MemoryLedger()
    desk = Desk(written(folder, local=LOCAL))
    first = next(desk.batches(ledger, Pace()))  # and is stopped before it asks for more
    again = next(desk.batches(ledger, Pace()))
    assert again.told == first.told
    assert lines([again]) != []


def test_a_watcher_that_is_killed_after_it_collated_tells_what_it_had_not(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = MemoryLedger()
    desk = Desk(folder)
    desk.round(ledger)
    written(folder, local=LOCAL)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr("variorum.watching.watcher.known_of", killed)
        desk.round(ledger)
    assert digest(ledger) == quiet(folder)
    assert desk.round(ledger) != []


def test_a_copy_under_another_name_is_no_other_origin(folder: Path) -> None:
    ledger = MemoryLedger()
    desk = Desk(written(folder, local=LOCAL))
    desk.round(ledger)
    (told,) = desk.round(ledger) or desk.during(ledger, [lambda: written(folder, zz=WIRE)])[0]
    assert told.startswith("Problem: ")
    assert "has the same text as" in told


def test_a_file_that_is_being_written_waits(folder: Path) -> None:
    ledger = MemoryLedger()
    desk = Desk(written(folder, local=LOCAL))
    desk.now = (folder / "local.txt").stat().st_ctime + 0.3
    started: list[int] = []

    def later() -> None:
        started.append(len(list(ledger.read(Account))))
        desk.now += 60

    desk.during(ledger, [later, lambda: None])
    assert started == [0]
    assert len(list(ledger.read(Account))) == 2


def test_a_round_alone_waits_a_second_for_what_is_being_written(folder: Path) -> None:
    ledger = MemoryLedger()
    desk = Desk(folder)
    desk.now = (folder / "wire.txt").stat().st_ctime
    waited: list[float] = []
    list(desk.batches(ledger, Pace(once=True, pause=waited.append)))
    assert waited == [1.0]
    assert len(list(ledger.read(Account))) == 1


def test_a_digest_tells_the_changes_of_an_hour_together(folder: Path) -> None:
    ledger = MemoryLedger()
    desk = Desk(folder)

    def hours_later() -> None:
        desk.now += HOUR

    told = desk.during(
        ledger,
        [
            lambda: written(folder, local=LOCAL),
            lambda: written(folder, later=LATER),
            hours_later,
            lambda: None,
        ],
        digest=HOUR,
    )
    assert len(told) == 1
    assert all(line.startswith("New with") for line in told[0])  # never told as changed before


def test_an_empty_folder_is_watched_until_something_comes(tmp_path: Path) -> None:
    folder = written(tmp_path / "empty")
    ledger = MemoryLedger()
    told = Desk(folder).during(ledger, [lambda: written(folder, wire=WIRE, local=LOCAL)])
    assert len(told) == 1


def test_a_folder_that_disappears_is_a_problem_once_and_its_accounts_stay(folder: Path) -> None:
    ledger = MemoryLedger()
    written(folder, local=LOCAL)
    away = folder.with_name("away")
    told = Desk(folder).during(
        ledger,
        [
            lambda: folder.rename(away),
            lambda: None,
            lambda: away.rename(folder),
            lambda: written(folder, later=LATER),
        ],
    )
    assert [len(batch) for batch in told[1:2]] == [1]
    assert "is not there" in told[1][0]
    assert len(told) == 3
    assert digest(ledger) == quiet(folder)


def test_a_folder_that_cannot_be_listed_is_a_problem_once_and_its_accounts_stay(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = MemoryLedger()
    inner = written(folder / "inner", local=LOCAL)
    listed = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == inner:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    def closed() -> None:
        monkeypatch.setattr(os, "scandir", scandir)

    def opened() -> None:
        monkeypatch.setattr(os, "scandir", listed)

    told = Desk(folder).during(ledger, [closed, lambda: None, opened, lambda: None])
    assert [len(batch) for batch in told[1:]] == [1]
    assert "cannot be listed" in told[1][0]
    assert digest(ledger) == quiet(folder)


def test_a_file_that_cannot_be_read_is_a_problem_once_and_the_rest_goes_on(folder: Path) -> None:
    ledger = MemoryLedger()
    (folder / "b\x1b[31m.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "out.txt").symlink_to("/etc/hostname")
    told = Desk(folder).during(
        ledger, [lambda: written(folder, local=LOCAL), lambda: written(folder, later=LATER)]
    )
    problems = [line for batch in told for line in batch if line.startswith("Problem")]
    assert len(problems) == 2
    assert len(list(ledger.read(Account))) == 3


def test_where_nothing_can_be_read_that_is_told_once_and_looked_for_again(tmp_path: Path) -> None:
    folder = written(tmp_path / "ferry")
    (folder / "menu.html").write_text("<html></html>", encoding="utf-8")
    ledger = MemoryLedger()
    told = Desk(folder).during(
        ledger, [lambda: None, lambda: written(folder, wire=WIRE, local=LOCAL)]
    )
    assert told[0][0].startswith("Problem: ")
    assert len(told) == 2
    assert digest(ledger) == quiet(folder)


def test_a_full_disk_ends_the_watcher_and_leaves_nothing_half(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.variorum"
    desk = Desk(folder)
    with SqliteLedger(path) as ledger:
        desk.round(ledger)
        before = digest(ledger)
        pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
        ledger._connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        written(folder, local=LOCAL, later=LATER)
        with pytest.raises(LedgerError, match="the disk is full"):
            desk.round(ledger)
        assert digest(ledger) == before
    with SqliteLedger(path) as ledger:
        assert desk.round(ledger) != []
        assert digest(ledger) == quiet(folder)
        check = ledger._connection.execute("PRAGMA integrity_check").fetchone()[0]
    assert check == "ok"


@pytest.mark.parametrize(
    ("settings", "every", "error"),
    [
        (Settings(judge="nowhere:judge", workers=1), 60, ModelError),
        (Settings(workers=1), 0.1, UsageError),
    ],
)
def test_what_can_never_work_is_refused_at_the_start(
    folder: Path, settings: Settings, every: float, error: type[VariorumError]
) -> None:
    with pytest.raises((error, UsageError)):
        next(Desk(folder).batches(MemoryLedger(), Pace(every=every), settings))


def test_two_watchers_of_one_ledger_keep_the_accounts_of_both_and_each_tells_all(
    opening: Callable[[], Ledger], tmp_path: Path
) -> None:
    one, other = written(tmp_path / "one", wire=WIRE), written(tmp_path / "other", local=LOCAL)
    first, second = Desk(one), Desk(other)
    with opening() as mine, opening() as theirs:
        told = [first.round(mine), second.round(theirs), first.round(mine), second.round(theirs)]
        written(one, later=LATER)
        told += [first.round(mine), second.round(theirs)]
        assert digest(mine) == digest(run(MemoryLedger(), one, other))
    assert [bool(lines) for lines in told] == [False, True, True, False, True, True]
    assert told[1] == told[2]
    assert told[4] == told[5]


def test_two_watchers_that_end_a_round_together_keep_the_accounts_of_both(
    opening: Callable[[], Ledger], tmp_path: Path
) -> None:
    from tests.backends.test_two_runs import Overtaken

    one, other = written(tmp_path / "one", wire=WIRE), written(tmp_path / "other", local=LOCAL)

    def quicker() -> None:
        with opening() as ledger:
            Desk(other).round(ledger)

    with opening() as ledger:
        Desk(one).round(Overtaken(ledger, quicker))
        assert digest(ledger) == digest(run(MemoryLedger(), one, other))

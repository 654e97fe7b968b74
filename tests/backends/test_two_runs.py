"""Two runs into one ledger at once: it then holds what one run after the other gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serve.rerun import LATER, LOCAL, WIRE, exported, forgotten, fresh, run, written
from variorum.ledgers.record_kinds import always
from variorum.opened import OpenLedger
from variorum.records import Account
from variorum.seams import Ledger, Parts

pytestmark = pytest.mark.model


class Overtaken(OpenLedger):
    """A ledger into which something else is written just before its own run is kept."""

    def __init__(self, kept: Ledger, other: Callable[[], object]) -> None:
        super().__init__(kept)
        self._other: Callable[[], object] | None = other
        self.asked = 0

    def renew(self, parts: Parts, *, provided: Callable[[], bool] = always) -> bool:
        self.asked += 1
        other, self._other = self._other, None
        if other:
            other()
        return super().renew(parts, provided=provided)


def test_a_run_that_is_overtaken_by_another_keeps_the_accounts_of_both(
    opening: Callable[[], Ledger], tmp_path: Path
) -> None:
    one = written(tmp_path / "one", wire=WIRE, later=LATER)
    other = written(tmp_path / "other", local=LOCAL)

    def quicker() -> None:
        with opening() as ledger:
            run(ledger, other)

    with opening() as ledger:
        overtaken = Overtaken(ledger, quicker)
        run(overtaken, one)
        assert overtaken.asked == 1  # the quicker run found what there is to find
        assert exported(ledger, tmp_path / "both") == fresh(tmp_path / "new", one, other)


def test_a_run_that_is_overtaken_by_a_forgetting_does_not_bring_back_what_was_forgotten(
    opening: Callable[[], Ledger], tmp_path: Path
) -> None:
    folder = written(tmp_path / "one", wire=WIRE, later=LATER)
    other = written(tmp_path / "other", local=LOCAL)
    with opening() as ledger:
        run(ledger, folder)
        (folder / "later.txt").unlink()
        run(ledger, folder)

    def quicker() -> None:
        with opening() as ledger:
            forgotten(ledger)

    with opening() as ledger:
        run(Overtaken(ledger, quicker), other)
        told = {Path(account.source).name for account in ledger.read(Account)}
    assert told == {"wire.txt", "local.txt"}


def test_a_run_over_the_same_folder_at_once_is_not_done_again(
    opening: Callable[[], Ledger], tmp_path: Path
) -> None:
    folder = written(tmp_path / "one", wire=WIRE, local=LOCAL)

    def quicker() -> None:
        with opening() as ledger:
            run(ledger, folder)

    with opening() as ledger:
        overtaken = Overtaken(ledger, quicker)
        run(overtaken, folder)
        assert overtaken.asked == 1

"""Every kind of ledger, for the tests that each must pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from variorum.ledgers.memory import MemoryLedger
from variorum.ledgers.postgresql import PostgresqlLedger
from variorum.ledgers.sqlite import SqliteLedger
from variorum.seams import Ledger

LEDGERS = ("memory", "sqlite", "postgresql")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder: workers import nothing from the current one, tests included."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(params=LEDGERS)
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Ledger]:
    """What opens one and the same ledger, as often as it is called."""
    if request.param == "memory":
        kept = MemoryLedger()
        return lambda: kept
    if request.param == "sqlite":
        return lambda: SqliteLedger(tmp_path / "story.variorum")
    url = request.getfixturevalue("postgresql").url()
    return lambda: PostgresqlLedger(url)


@pytest.fixture
def ledger(opening: Callable[[], Ledger]) -> Iterator[Ledger]:
    with opening() as made:
        yield made

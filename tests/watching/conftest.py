"""A watcher that goes round as often as a test lets it, without waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from time import time

import pytest

from variorum.consulting import SILENT
from variorum.engines.local import LocalEngine
from variorum.events import Run
from variorum.ledgers.postgresql import PostgresqlLedger
from variorum.ledgers.sqlite import SqliteLedger
from variorum.seams import Ledger
from variorum.settings import Settings
from variorum.watching import Batch, Pace, rounds

SETTINGS = Settings(workers=1)
HOUR = 3_600.0


class Desk:
    """Somebody who watches `paths`; the clock stands an hour ahead, so that every file is whole."""

    def __init__(self, *paths: Path) -> None:
        self.paths = paths
        self.now = time() + HOUR

    def round(self, ledger: Ledger, settings: Settings = SETTINGS, digest: float = 0) -> list[str]:
        """Start a watcher, let it go round once, and return the lines that it tells."""
        return lines(list(self.batches(ledger, Pace(once=True, digest=digest), settings)))

    def batches(self, ledger: Ledger, pace: Pace, settings: Settings = SETTINGS) -> Iterator[Batch]:
        """Yield what a watcher tells that goes at some pace, by this desk's clock."""
        timed = Pace(
            every=pace.every,
            digest=pace.digest,
            once=pace.once,
            pause=pace.pause,
            clock=lambda: self.now,
        )
        with LocalEngine(1) as engine:
            run = Run(ledger, engine, settings, SILENT)
            with closing(rounds(self.paths, run, timed)) as told:
                yield from told

    def during(
        self, ledger: Ledger, steps: Sequence[Callable[[], object]], digest: float = 0
    ) -> list[list[str]]:
        """Do one thing after each round; return what was told in each batch."""
        left = iter(steps)

        def pause(_: float) -> None:
            step = next(left, None)
            if step is None:
                raise KeyboardInterrupt
            step()

        told: list[list[str]] = []
        try:
            for batch in self.batches(ledger, Pace(pause=pause, digest=digest)):
                told.append(lines([batch]))  # noqa: PERF401  what was told before an end counts
        except KeyboardInterrupt:
            pass
        return told


def lines(batches: Sequence[Batch]) -> list[str]:
    return [one.text for batch in batches for one in batch.told]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder: workers import nothing from the current one, tests included."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(params=["sqlite", "postgresql"])
def opening(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Ledger]:
    """What opens one and the same ledger, as often as it is called."""
    if request.param == "sqlite":
        return lambda: SqliteLedger(tmp_path / "story.variorum")
    url = request.getfixturevalue("postgresql").url()
    return lambda: PostgresqlLedger(url)

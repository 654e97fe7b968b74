"""What does it cost to watch a story come in, beside one collation of all of it at the end?

Enters: a number of accounts, how many come in a round. Leaves: CPU seconds of both, of the rounds early
and late, memory, and exit code 1 where the two ledgers are not the same.

Accounts come in an order that has nothing to do with their events. Each side runs in a process of its own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import TypeVar

from bench import synthetic
from variorum.consulting import SILENT
from variorum.engines.local import LocalEngine
from variorum.events import Run
from variorum.journey import collate
from variorum.ledgers.sqlite import SqliteLedger
from variorum.report.lists.ledger_diff import compared, read_edition
from variorum.settings import Settings
from variorum.watching import Pace, rounds

ACCOUNTS, TOGETHER, TELLERS = 120, 5, 5
SETTINGS = Settings(workers=1)
SECOND = 1.0
T = TypeVar("T")


def main() -> int:
    """Measure and print; fail where the ledgers differ."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    with TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("all", "come"):
            (folder / part).mkdir()
        synthetic.write(folder / "all", count, tellers=TELLERS)
        whole = _apart(collated, folder)
        spent, told, megabytes = _apart(watched, folder)
        with SqliteLedger(folder / "one") as one, SqliteLedger(folder / "grown") as grown:
            gaps = compared(read_edition(one), read_edition(grown))
    total = sum(spent)
    print(
        f"{count} accounts at once {whole:.1f} s   {TOGETHER} a round {total:.1f} s   {total / whole:.2f} times"
    )
    print(f"first round {spent[0]:.2f} s   second {spent[1]:.2f} s   last {spent[-1]:.2f} s")
    print(
        f"{told} announcements   {megabytes:.0f} MB at the end   {len(gaps)} differences of the ledgers"
    )
    return 1 if gaps else 0


def collated(folder: Path) -> float:
    """Return the CPU seconds of one collation of all, models not loaded before."""
    _come(folder)
    began = time.process_time()
    with SqliteLedger(folder / "one") as ledger, LocalEngine(1) as engine:
        collate([folder / "come"], ledger, engine, settings=SETTINGS)
    return time.process_time() - began


def watched(folder: Path) -> tuple[list[float], int, float]:
    """Return the CPU seconds of each round, how much was announced, and the memory that was used."""
    spent: list[float] = []
    told = 0
    arriving = _arriving(folder)
    next(arriving)
    began = time.process_time()

    def pause(_: float) -> None:
        nonlocal began
        spent.append(time.process_time() - began)
        if next(arriving, None) is None:
            raise KeyboardInterrupt
        began = time.process_time()

    pace = Pace(pause=pause, clock=lambda: time.time() + 2 * SECOND)
    with SqliteLedger(folder / "grown") as ledger, LocalEngine(1) as engine:
        try:
            for batch in rounds([folder / "come"], Run(ledger, engine, SETTINGS, SILENT), pace):
                told += len(batch.told)
        except KeyboardInterrupt:
            pass
    return spent, told, getrusage(RUSAGE_SELF).ru_maxrss / 1_000


def _arriving(folder: Path) -> Iterator[int]:
    for path in (folder / "come").iterdir():
        path.unlink()
    names = sorted(path.name for path in (folder / "all").iterdir())
    Random(7).shuffle(names)  # noqa: S311
    for start in range(0, len(names), TOGETHER):
        for name in names[start : start + TOGETHER]:
            (folder / "come" / name).write_bytes((folder / "all" / name).read_bytes())
        yield start


def _come(folder: Path) -> None:
    for _ in _arriving(folder):
        pass


def _apart(task: Callable[[Path], T], folder: Path) -> T:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(task, folder).result()


if __name__ == "__main__":
    sys.exit(main())

"""Does collating 2,000 accounts stay under 2 GiB, workers included?

Enters: nothing. Leaves: the peak of the memory that this process and its workers hold together,
and exit code 1 where it is above the bound.

On Linux the processes' proportional set sizes are added twice a second, which counts shared pages
once. Elsewhere each process's own peak is counted as if all had reached theirs at once.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

from bench import synthetic
from variorum.engines.local import LocalEngine
from variorum.journey import collate
from variorum.ledgers.sqlite import SqliteLedger
from variorum.settings import Settings

ACCOUNTS = 2_000
WORKERS = 2
BOUND_GIB = 2.0
KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1.0
"""`ru_maxrss` counts bytes on macOS and KiB on Linux."""


class Held(Thread):
    """Adds up, twice a second, what this process and those it started hold; `peak` in GiB."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self._ended = Event()

    def run(self) -> None:
        """Sample until stopped; nothing is sampled where there is no /proc."""
        while not self._ended.wait(0.5):
            self.peak = max(self.peak, sum(_held(pid) for pid in _family(os.getpid())))

    def stop(self) -> None:
        """Stop sampling."""
        self._ended.set()
        self.join()


def _family(pid: int) -> list[int]:
    """Return a process and all that it started, on Linux."""
    found = [pid]
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            for child in path.read_text().split():
                found += _family(int(child))
    return found


def _held(pid: int) -> float:
    """Return a process's proportional set size in GiB, 0 where it cannot be read."""
    with suppress(OSError):
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        kib = next((line.split()[1] for line in rollup.splitlines() if line[:4] == "Pss:"), "0")
        return int(kib) / 2**20
    return 0.0


def main() -> int:
    """Collate, then ask the system for the peaks of this process and its workers."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    started = time.perf_counter()
    held = Held()
    held.start()
    with TemporaryDirectory() as name:
        folder = Path(name) / "accounts"
        folder.mkdir()
        synthetic.write(folder, count)
        settings = Settings(workers=WORKERS)
        with (
            SqliteLedger(Path(name) / "a.variorum") as ledger,
            LocalEngine(settings.worker_count()) as engine,
        ):
            collate([folder], ledger, engine, settings=settings)
        size = (Path(name) / "a.variorum").stat().st_size / 2**20
        held.stop()
    own, worker = (_peak(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    total = held.peak or own + WORKERS * worker
    print(f"{count} accounts in {time.perf_counter() - started:.0f} s, ledger {size:.0f} MiB")
    print(f"peaks of their own: {own:.2f} and {WORKERS} × {worker:.2f} GiB")
    print(f"peak held together: {total:.2f} GiB (bound {BOUND_GIB})")
    return 0 if total <= BOUND_GIB else 1


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss * KIB_PER_UNIT / 2**20


if __name__ == "__main__":
    sys.exit(main())

"""Does collating 2,000 accounts stay under 2 GiB, workers included?

Enters: nothing. Leaves: the peak of resident memory, and exit code 1 where it is above the bound.
The peak is counted as if all workers reached theirs at once, so it is an upper bound.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import synthetic
from variorum.backends.engine_local import LocalEngine
from variorum.backends.ledger_sqlite import SqliteLedger
from variorum.journey import collate
from variorum.settings import Settings

ACCOUNTS = 2_000
WORKERS = 2
BOUND_GIB = 2.0
KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1.0
"""`ru_maxrss` counts bytes on macOS and KiB on Linux."""


def main() -> int:
    """Collate, then ask the system for the peaks of this process and its workers."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    started = time.perf_counter()
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
    own, worker = (_peak(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    total = own + WORKERS * worker
    print(f"{count} accounts in {time.perf_counter() - started:.0f} s, ledger {size:.0f} MiB")
    print(f"peak {own:.2f} + {WORKERS} × {worker:.2f} = {total:.2f} GiB (bound {BOUND_GIB})")
    return 0 if total <= BOUND_GIB else 1


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss * KIB_PER_UNIT / 2**20


if __name__ == "__main__":
    sys.exit(main())

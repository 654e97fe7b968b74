"""How worker processes are born and die: no orphan outlives its parent, no script is run twice.

Enters: nothing from steps. Leaves: a spawn context for a process pool, and what each worker does
first.
"""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing import parent_process
from multiprocessing.context import SpawnContext, SpawnProcess
from threading import Thread
from types import ModuleType


class _Process(SpawnProcess):
    """A process that does not run the parent's main script again.

    A spawned process imports that script so as to find functions in it. Stages are importable
    from modules of their own, and a user's script that calls `collate` without a guard would
    otherwise collate once more in every worker.
    """

    def start(self) -> None:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            super().start()
        finally:
            sys.modules["__main__"] = main


class ImportableOnly(SpawnContext):
    """Spawns processes and remembers them, so that they can be ended at once."""

    def __init__(self) -> None:
        self._born: list[SpawnProcess] = []

    def Process(self, *args: object, **kwargs: object) -> SpawnProcess:  # type: ignore[override]  # noqa: N802
        """Return a new process; the name is that of `multiprocessing`'s own interface."""
        process = _Process(*args, **kwargs)  # type: ignore[arg-type]
        self._born.append(process)
        return process

    def terminate(self) -> None:
        """End every process that still lives."""
        for process in self._born:
            if process.pid is not None:
                process.kill()
        self._born.clear()


def follow_parent() -> None:
    """Prepare a worker: leave Ctrl-C to the parent, and end when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

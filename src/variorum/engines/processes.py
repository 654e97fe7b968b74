"""How worker processes are born and die: no orphan outlives its parent, no script is run twice, and
no module is imported from a folder of accounts.

Enters: folders that nothing may be imported from. Leaves: a spawn context for a process pool, and
what each worker does first.
"""

from __future__ import annotations

import os
import signal
import site
import sys
import sysconfig
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from threading import RLock, Thread
from types import ModuleType

_STARTING = RLock()
"""One process is started at a time: starting changes what the parent itself looks like."""
_UNASKED: Mapping[str, str | None] = {"PYTHONSAFEPATH": "1", "PYTHONPATH": None}
"""A child is sent its import path; it neither looks for one of its own nor in the current folder."""


class _Process(SpawnProcess):
    """A process that runs neither the parent's main script nor what lies where it is started.

    A spawned process imports that script so as to find functions in it. Stages are importable
    from modules of their own, and a user's script that calls `collate` without a guard would
    otherwise collate once more in every worker.
    """

    barred: tuple[Path, ...] = ()

    def start(self) -> None:
        with childproof():
            main, path = sys.modules["__main__"], sys.path
            sys.modules["__main__"] = ModuleType("__main__")
            sys.path = import_path(path, self.barred)
            try:
                super().start()
            finally:
                sys.modules["__main__"], sys.path = main, path


class ImportableOnly(SpawnContext):
    """Spawns processes and remembers them, so that they can be ended at once, or asked about."""

    def __init__(self, barred: Sequence[Path] = ()) -> None:
        self._barred = tuple(barred)
        self._born: list[SpawnProcess] = []

    def Process(self, *args: object, **kwargs: object) -> SpawnProcess:  # type: ignore[override]  # noqa: N802
        """Return a new process; the name is that of `multiprocessing`'s own interface."""
        process = _Process(*args, **kwargs)  # type: ignore[arg-type]
        process.barred = self._barred
        self._born.append(process)
        return process

    def terminate(self) -> None:
        """End every process that still lives."""
        for process in self._born:
            if process.pid is not None:
                process.kill()
        self._born.clear()

    def fallen(self) -> frozenset[int]:
        """Return the processes that ended by themselves, once all have ended.

        A pool that loses one ends the others with SIGTERM; where all ended so, nobody knows.
        """
        ended = {p.pid: p.exitcode for p in self._born if p.pid and p.exitcode is not None}
        return frozenset(pid for pid, code in ended.items() if code != -signal.SIGTERM)


@contextmanager
def childproof() -> Iterator[None]:
    """Give a time in which every Python that is started leaves the current folder alone."""
    with _STARTING:
        before = {name: os.environ.get(name) for name in _UNASKED}
        _set(_UNASKED)
        try:
            yield
        finally:
            _set(before)


def may_start() -> bool:
    """Tell whether children of this Python can be told to leave the current folder alone.

    They cannot where it was started with -E alone: they would not look at the environment either.
    """
    return bool(sys.flags.safe_path or not sys.flags.ignore_environment)


def import_path(entries: Sequence[str], barred: Sequence[Path]) -> list[str]:
    """Return the entries of an import path that a worker may use.

    Left out are the current folder, whatever is relative to it, and the folders `barred` with all
    that is in them. What Python itself and this program were loaded from stays.
    """
    here = Path.cwd()
    folders = [path.resolve() for path in barred]

    def may_use(entry: str) -> bool:
        if not Path(entry).is_absolute():
            return False
        path = Path(entry).resolve()
        trusted = any(path.is_relative_to(home) for home in _homes()) or path == _PROGRAM
        inside = any(path.is_relative_to(folder) for folder in folders)
        return trusted or not (inside or path == here)

    return [entry for entry in entries if may_use(entry)]


_PROGRAM = Path(__file__).resolve().parents[2]


def _homes() -> list[Path]:
    """Return the folders of Python's own modules and of installed ones."""
    own = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    return [Path(p).resolve() for p in (*own, *site.getsitepackages(), site.getusersitepackages())]


def _set(environment: Mapping[str, str | None]) -> None:
    for name, value in environment.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def follow_parent() -> None:
    """Prepare a worker: leave Ctrl-C to the parent, and end when the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

"""A pool of worker processes that can say whose work it died of.

Enters: parts of tables. Leaves: futures of what was done, and after a death the parts at fault.

Each worker notes in a file of its own which part it is at. When one dies, the executor ends the
others too and fails all that was in flight; the notes tell what was begun, and the way a process
ended tells which one fell by itself.
"""

from __future__ import annotations

import os
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from variorum.engines.processes import ImportableOnly, childproof, follow_parent
from variorum.engines.worker import Done, Part, run_part


class Flight(Struct, frozen=True):
    """A part that was handed to a pool, under its number there."""

    part: Part
    number: int
    future: Future[Done]

    @property
    def came_back(self) -> bool:
        """Tell whether the part is done, or raised something that is not the pool's death."""
        ended = self.future.done()
        return ended and not isinstance(self.future.exception(), BrokenProcessPool)


class Pool:
    """Worker processes that start when they are needed; they import nothing from `barred`."""

    def __init__(self, workers: int, barred: tuple[Path, ...] = ()) -> None:
        self._context = ImportableOnly(barred)
        self._notes = TemporaryDirectory(prefix="variorum-", ignore_cleanup_errors=True)
        self._numbers = count()
        with childproof():
            self._executor = ProcessPoolExecutor(
                workers, mp_context=self._context, initializer=follow_parent
            )

    def send(self, part: Part) -> Flight:
        """Hand a part to the workers; where the pool is dead, its future says so."""
        number = next(self._numbers)
        try:
            future = self._executor.submit(_noted, self._notes.name, number, part)
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        return Flight(part, number, future)

    def at_fault(self) -> frozenset[int]:
        """Return the numbers of the parts that a dead pool may have died of.

        That is what the process that fell was at; where none is known to have fallen by itself,
        all that had been begun.
        """
        self._executor.shutdown()
        begun = dict(map(_begun, Path(self._notes.name).iterdir()))
        fallen = {begun[pid] for pid in self._context.fallen() if pid in begun}
        return frozenset(fallen or begun.values())

    def close(self) -> None:
        """Let the workers finish and end."""
        self._executor.shutdown(cancel_futures=True)
        self._notes.cleanup()

    def stop(self) -> None:
        """End the workers at once, whatever they are doing."""
        self._context.terminate()
        self.close()


def _noted(notes: str, number: int, part: Part) -> Done:
    """Run a part in a worker. Where no note can be made, less is known after a death."""
    note = Path(notes, f"{os.getpid()}-{number}")
    with suppress(OSError):
        note.touch()
    try:
        return run_part(part)
    finally:
        note.unlink(missing_ok=True)


def _begun(note: Path) -> tuple[int, int]:
    """Return a process, and the number of the part that it was at."""
    process, _, number = note.name.partition("-")
    return int(process), int(number)

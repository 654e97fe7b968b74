"""Calls that may take only so long: each runs in a process of its own, which is ended in time.

Enters: a function that can be imported, its arguments, seconds. Leaves: what it returns.

C code that goes on for minutes hears no signal, and a thread cannot be ended from outside; a
process can, on every system.
"""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import current_process
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import Generic, ParamSpec, TypeVar, cast

from variorum.engines.processes import ImportableOnly, follow_parent, may_start
from variorum.engines.worker import Attempt, reason
from variorum.errors import StageError

IDLE_S = 30.0
"""A process that is asked nothing for so long ends by itself."""

P = ParamSpec("P")
R = TypeVar("R")


class TimeLimited(Generic[P, R]):
    """Calls `function` in one process that stays for the next call, until one takes too long."""

    def __init__(self, function: Callable[P, R]) -> None:
        self._function = function
        self._lock = Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def within(self, seconds: float, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return the function's answer; TimeoutError after `seconds`.

        ChildProcessError if the process dies of the call, StageError with what the call raised.
        """
        with self._lock:
            answer = self._asked(seconds, (args, kwargs)) or self._asked(seconds, (args, kwargs))
        if answer is None:
            raise ChildProcessError("the process that ran this died")
        value, raised = answer
        if raised is not None:
            raise StageError(raised)
        return value

    def _asked(self, seconds: float, call: object) -> tuple[R, str | None] | None:
        """Ask once; ``None`` where the process ended: of the call, or just before, of idleness."""
        try:
            connection = self._connected()
            connection.send(call)
            if not connection.poll(seconds):
                raise TimeoutError(f"no answer within {seconds:g} s")
            return cast("tuple[R, str | None]", connection.recv())
        except TimeoutError:
            self.close()
            raise
        except (EOFError, OSError):
            self.close()
            return None

    def _connected(self) -> Connection:
        if self._connection is None:
            context = ImportableOnly()
            self._connection, theirs = context.Pipe()
            self._process = context.Process(
                target=_answer, args=(self._function, theirs), daemon=True
            )
            self._process.start()
            theirs.close()
            self._connection.recv()  # it has started; only now does time run
        return self._connection

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None


def may_be_timed() -> bool:
    """Tell whether this process may start another: one that dies with its parent may not."""
    return may_start() and not current_process().daemon


def _answer(function: Callable[..., object], connection: Connection) -> None:
    """What the process does: answer calls until nobody asks any more."""
    follow_parent()
    connection.send(None)
    while connection.poll(IDLE_S):
        try:
            args, kwargs = connection.recv()
        except EOFError:
            return
        value: object = None
        with Attempt() as attempt:
            value = function(*args, **kwargs)
        connection.send((value, reason(attempt.error) if attempt.error else None))

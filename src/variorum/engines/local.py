"""The embedded engine: this process for a handful of rows, worker processes for more.

Enters: stages and Arrow tables. Leaves: outcomes in the order of the input, whatever the number
of workers. DuckDB in memory answers `sql`. The method (bisect what raises, run alone what
crashes, never trust an engine's own error tolerance) is that of `docs/decisions/0004`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

import pyarrow as pa

from variorum.engines.cutting import (
    PARTS_IN_FLIGHT,
    CuttingEngine,
    died,
    is_one_unit,
    joined,
    parts,
)
from variorum.engines.pool import Flight, Pool
from variorum.engines.processes import may_start
from variorum.engines.worker import Done, Part, empty, outcome, run_part
from variorum.errors import StageError
from variorum.seams import Outcome, Stage

MOST_IN_PROCESS = 24
"""Up to so many rows, starting workers costs more than it saves."""
SQL_MEMORY = "1GB"


class LocalEngine(CuttingEngine):
    """Runs stages on this machine; see `seams.Engine` for what each method promises.

    `workers` below 2 never starts a process; nor do tables of `few` rows or less.
    Close it, or use it in a `with` block: workers stay for the next stage until then.
    Workers import nothing from the current folder, nor from the `accounts` they read.
    """

    def __init__(
        self, workers: int = 1, *, few: int = MOST_IN_PROCESS, accounts: Sequence[Path] = ()
    ) -> None:
        self.workers = workers if may_start() else 1
        self._few = few
        self._accounts = tuple(path if path.is_dir() else path.parent for path in accounts)
        self._pool: Pool | None = None
        self._alone: Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            self.stop()

    def sql(self, query: str, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run a query over `tables` in an in-memory database; StageError names what is wrong."""
        import duckdb

        with TemporaryDirectory() as spill, duckdb.connect(":memory:") as connection:
            connection.execute(f"SET memory_limit = '{SQL_MEMORY}'")
            connection.execute(f"SET threads = {max(1, self.workers)}")
            connection.execute(f"SET temp_directory = '{spill.replace(chr(39), chr(39) * 2)}'")
            try:
                for name, table in sorted(tables.items()):
                    connection.register(name, table)
                connection.execute("SET enable_external_access = false")
                return connection.sql(query).to_arrow_table()
            except duckdb.Error as error:
                raise StageError(f"The query failed: {error}") from error

    def release(self) -> None:
        """End the workers, and with them the models they opened; new ones start when needed."""
        self.close()

    def close(self) -> None:
        """Let the workers finish and end."""
        for pool in self._pools():
            pool.close()

    def stop(self) -> None:
        """End the workers at once, whatever they are doing."""
        for pool in self._pools():
            pool.stop()

    def _pools(self) -> list[Pool]:
        """Let go of all pools, and return them to be ended."""
        pools = [pool for pool in (self._pool, self._alone) if pool is not None]
        self._pool = self._alone = None
        return pools

    def _run(
        self, stage: Stage, table: pa.Table, ids: Sequence[str], *, whole: bool
    ) -> Iterator[Outcome]:
        cut = parts(stage, table, ids, whole=whole, workers=self.workers)
        if not ids:
            yield Outcome((), empty(stage))
        elif self.workers < 2 or len(ids) <= self._few:
            yield from (outcome(part, run_part(part)) for part in cut)
        else:
            try:
                yield from self._in_workers(cut)
            except (KeyboardInterrupt, GeneratorExit):
                self.stop()
                raise

    def _in_workers(self, cut: Iterator[Part]) -> Iterator[Outcome]:
        """Keep some parts in flight and yield their outcomes in order."""
        flying: deque[Flight] = deque()
        while True:
            for part in cut:
                flying.append(self._workers().send(part))
                if len(flying) >= self.workers * PARTS_IN_FLIGHT:
                    break
            if not flying:
                return
            try:
                done = flying[0].future.result()
            except BrokenProcessPool:
                flying = self._recovered(flying)
            else:
                yield outcome(flying.popleft().part, done)

    def _recovered(self, flying: deque[Flight]) -> deque[Flight]:
        """Start anew after a worker died, and the pool with it, with all that was in flight.

        What came back is kept. Only the parts that the pool may have died of are run by
        themselves, one after the other, while nothing else needs memory; the rest goes to a new
        pool.
        """
        lost = [flight.number for flight in flying if not flight.came_back]
        at_fault = self._workers().at_fault().intersection(lost) or {lost[0]}
        self.close()
        landed = [
            flight
            if flight.came_back or flight.number not in at_fault
            else _landed(flight, self._by_itself(flight.part))
            for flight in flying
        ]
        self.close()
        return deque(f if f.came_back else self._workers().send(f.part) for f in landed)

    def _by_itself(self, part: Part) -> Done:
        """Run a part in a process that runs nothing else; halve it while the process dies."""
        self._alone = self._alone or Pool(1, self._accounts)
        try:
            return self._alone.send(part).future.result()
        except BrokenProcessPool:
            self.close()
        if is_one_unit(part):
            return died(part)
        first, second = (self._by_itself(half) for half in part.halves())
        return joined(first, second)

    def _workers(self) -> Pool:
        self._pool = self._pool or Pool(self.workers, self._accounts)
        return self._pool


def _landed(flight: Flight, done: Done) -> Flight:
    future: Future[Done] = Future()
    future.set_result(done)
    return Flight(flight.part, flight.number, future)

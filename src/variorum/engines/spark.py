"""The engine of many machines: Apache Spark, an extra.

Enters: stages and Arrow tables, and the address of a cluster. Leaves: outcomes in the order of the input,
the same as on one machine, whatever the number of executors.

Each part of a table is a job of one task, and a few for each core are under way at once. Spark runs a task
again elsewhere where its process or machine is lost; a part that is lost again is halved here, down to the
unit that no process survives, which is set aside. Errors that end a run come back as values: Spark would try
them again and tell of them as text (docs/decisions/0109).
"""

from __future__ import annotations

import os
import re
import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.metadata import version
from logging import getLogger
from typing import TYPE_CHECKING, Self
from uuid import uuid4

import pyarrow as pa

from variorum.engines.cutting import (
    PARTS_IN_FLIGHT,
    CuttingEngine,
    died,
    is_one_unit,
    joined,
    parts,
)
from variorum.engines.worker import ENDS_THE_RUN, Done, Part, empty, outcome, run_part
from variorum.errors import StageError, UsageError
from variorum.seams import Outcome, Stage

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

TRIES = 2
"""How often Spark runs a task whose process dies, before its part is halved."""
MOST_CORES = 10_000
"""Threads that wait for parts cost little, but no cluster needs more at once."""
EXTRA = "variorum[spark]"

_RAISED = "org.apache.spark.api.python.PythonException"
"""How Spark tells that Python raised an error; of a process that died it has another word."""
_OPTIONS = {
    "spark.app.name": "variorum",
    "spark.task.maxFailures": str(TRIES),
    "spark.python.worker.reuse": "true",  # models are opened once in each
    "spark.executorEnv.PYTHONSAFEPATH": "1",  # nothing is imported from where a worker is started
    "spark.sql.ansi.enabled": "true",
    "spark.sql.ansi.doubleQuotedIdentifiers": "true",  # as in DuckDB and in the standard
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "OFF",  # what goes wrong is told by an error
}


class SparkEngine(CuttingEngine):
    """Runs stages on a Spark cluster; see `seams.Engine` for what each method promises.

    `master` is an address as Spark has them (``spark://HOST:7077``, ``k8s://…``, ``local[2,2]``). Every machine
    needs this version of Variorum, and for sources in files the same folders. Close it, or use it in
    a `with` block. UsageError if pyspark is not installed or the cluster has another version.
    """

    def __init__(self, master: str) -> None:
        self._session = _session(master)
        self._context = self._session.sparkContext
        self._run_id = f"variorum-{uuid4()}"
        self._same_version()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def cores(self) -> int:
        """Return how many tasks the cluster runs at once, as far as it is known by now."""
        return min(MOST_CORES, max(1, int(self._context.defaultParallelism)))

    def sql(self, query: str, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run a query over `tables` in Spark; StageError names what is wrong."""
        from pyspark.errors import PySparkException

        try:
            for name, table in sorted(tables.items()):
                self._session.createDataFrame(table).createOrReplaceTempView(name)
            return self._session.sql(query).toArrow()
        except PySparkException as error:
            raise StageError(f"The query failed: {error}") from error
        finally:
            for name in tables:
                self._session.catalog.dropTempView(name)

    def release(self) -> None:
        """Do nothing: executors keep their processes, and with them the models, for the next stage."""

    def close(self) -> None:
        """End the application, and with it its executors."""
        self._session.stop()

    def _run(
        self, stage: Stage, table: pa.Table, ids: Sequence[str], *, whole: bool
    ) -> Iterator[Outcome]:
        if not ids:
            yield Outcome((), empty(stage))
            return
        cores = self.cores
        cut = parts(stage, table, ids, whole=whole, workers=cores)
        flying: deque[tuple[Part, Future[Done]]] = deque()
        with ThreadPoolExecutor(cores * PARTS_IN_FLIGHT) as threads:
            try:
                for part in cut:
                    flying.append((part, threads.submit(self._done, part)))
                    if len(flying) >= cores * PARTS_IN_FLIGHT:
                        yield _landed(*flying.popleft())
                while flying:
                    yield _landed(*flying.popleft())
            except BaseException:
                for _, future in flying:
                    future.cancel()
                self._context.cancelJobsWithTag(self._run_id)
                raise

    def _done(self, part: Part) -> Done:
        """Run a part in an executor; halve it while the process that runs it dies."""
        from py4j.protocol import Py4JJavaError

        self._context.addJobTag(self._run_id)
        try:
            (answer,) = self._context.parallelize([part], 1).map(_answered).collect()
        except Py4JJavaError as error:
            if _is_cancelled(error):
                raise StageError("The run was stopped.") from error
            if _RAISED in str(error):
                raise StageError(
                    f"The cluster could not run '{part.stage.name}': {_raised(error)}. Are the same packages "
                    "installed on all its machines?"
                ) from error
            if is_one_unit(part):
                return died(part)
            first, second = (self._done(half) for half in part.halves())
            return joined(first, second)
        if isinstance(answer, Done):
            return answer
        raise answer

    def _same_version(self) -> None:
        """Hold the version of Variorum on an executor against the one here."""
        from py4j.protocol import Py4JJavaError

        here = version("variorum")
        try:
            (there,) = self._context.parallelize([""], 1).map(_version).collect()
        except Py4JJavaError as error:
            self.close()
            raise UsageError(
                f"The cluster's Python could not run Variorum. Install variorum {here} on every machine, "
                "and name its Python in PYSPARK_PYTHON."
            ) from error
        if there != here:
            self.close()
            raise UsageError(
                f"The cluster has variorum {there}, this machine {here}: install the same on both."
            )


def _session(master: str) -> SparkSession:
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError(
            f"The engine “spark” needs pyspark: install it with pip install '{EXTRA}'."
        ) from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master)
    for name, value in _OPTIONS.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except (PySparkException, OSError, RuntimeError) as error:
        raise UsageError(
            f"Spark could not be started at {master}: {error}. It needs Java 17 or newer."
        ) from error
    getLogger("SQLQueryContextLogger").disabled = True
    return session


def _landed(part: Part, future: Future[Done]) -> Outcome:
    return outcome(part, future.result())


def _answered(part: Part) -> Done | Exception:
    """Run a part in an executor; return what would end the run, for the driver to raise."""
    try:
        return run_part(part)
    except (*ENDS_THE_RUN, StageError) as error:
        return error


def _version(_: str) -> str:
    return version("variorum")


def _raised(error: Exception) -> str:
    """Return the last line of what Python raised on an executor outside of any stage."""
    _, _, told = str(error).partition(_RAISED)
    lines = [
        line for line in told.splitlines() if re.match(r"[A-Za-z_.]+(?:Error|Exception)\b", line)
    ]
    return lines[0] if lines else "no reason was given"


def _is_cancelled(error: Exception) -> bool:
    return "cancelled" in str(error)

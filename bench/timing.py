"""Where the time of a journey goes: the pipeline and the encoder, each stage, and the rest.

Enters: a folder of accounts. Leaves: CPU seconds by part, all from one run in one process: what else
the machine does delays them little.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from bench import synthetic
from variorum.engines.local import LocalEngine
from variorum.journey import collate
from variorum.ledgers.sqlite import SqliteLedger
from variorum.models.encoder import MiniLmEncoder
from variorum.models.parser import SpacyParser
from variorum.seams import Outcome, Stage
from variorum.settings import Settings

Seconds = dict[str, float]
FEW = 5
"""Accounts of each event, where nothing else is asked for."""


class TimedEngine:
    """An engine that notes how long each stage ran; in this process, so that models are seen."""

    def __init__(self, seconds: Seconds) -> None:
        self._engine = LocalEngine(1)
        self._seconds = seconds

    def map(self, stage: Stage, table: pa.Table) -> Iterator[Outcome]:
        """Run and time a `map` stage."""
        return self._timed(stage.name, self._engine.map(stage, table))

    def group(self, stage: Stage, table: pa.Table, key: str) -> Iterator[Outcome]:
        """Run and time a `group` stage."""
        return self._timed(stage.name, self._engine.group(stage, table, key))

    def release(self) -> None:
        """Do as the engine does: nothing, since it has no workers."""
        self._engine.release()

    def sql(self, query: str, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Run a query."""
        return self._engine.sql(query, tables)

    def _timed(self, name: str, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        while True:
            started = time.process_time()
            outcome = next(outcomes, None)
            self._seconds[name] = self._seconds.get(name, 0.0) + time.process_time() - started
            if outcome is None:
                return
            yield outcome


def measured(count: int, tellers: int = FEW) -> Seconds:
    """Collate `count` invented accounts, `tellers` of each event; return seconds by part.

    "pipeline" is the parser's, inside "study", and "encoder" the encoder's, inside "compare"; "all" is
    the whole journey. Models and libraries are loaded before the clock starts.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        _collate(folder / "warm", 2, FEW, {})
        LocalEngine(1).sql("SELECT 1", {})
        seconds: Seconds = {"pipeline": 0.0, "encoder": 0.0}
        with (
            _clocked(SpacyParser, "parse", seconds, "pipeline"),
            _clocked(MiniLmEncoder, "encode", seconds, "encoder"),
        ):
            _collate(folder / "measured", count, tellers, seconds)
        return seconds


def _collate(folder: Path, count: int, tellers: int, seconds: Seconds) -> None:
    folder.mkdir()
    synthetic.write(folder, count, tellers=tellers)
    started = time.process_time()
    with SqliteLedger(folder.with_suffix(".variorum")) as ledger:
        collate([folder], ledger, TimedEngine(seconds), settings=Settings(workers=1))
    seconds["all"] = time.process_time() - started


@contextmanager
def _clocked(owner: type, method: str, seconds: Seconds, name: str) -> Iterator[None]:
    """Add the time spent in a method to `seconds[name]` while the block runs."""
    original: Callable[..., object] = getattr(owner, method)

    def timed(*arguments: object) -> object:
        started = time.process_time()
        try:
            return original(*arguments)
        finally:
            seconds[name] += time.process_time() - started

    setattr(owner, method, timed)
    try:
        yield
    finally:
        setattr(owner, method, original)

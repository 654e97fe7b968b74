"""What only a cluster must survive, and that the whole journey over it gives the ledger of one machine."""

from __future__ import annotations

import builtins
import os
import signal
import subprocess
from contextlib import nullcontext, suppress
from pathlib import Path
from threading import Timer

import pyarrow as pa
import pytest

from tests.backends import stages
from tests.backends.stages import stage
from variorum.engines.local import LocalEngine
from variorum.engines.opening import engine_of
from variorum.engines.spark import SparkEngine
from variorum.errors import StageError, UsageError
from variorum.journey import collate
from variorum.ledgers.memory import MemoryLedger
from variorum.link.events.blocking import QUERY
from variorum.report.exporting import export
from variorum.seams import Engine
from variorum.settings import Settings

STORY = Path(stages.__file__).parents[2] / "src" / "variorum" / "stories" / "dam-rising-toll"


def numbers(count: int) -> pa.Table:
    return pa.table({"id": [f"{row:03}" for row in range(count)], "number": list(range(count))})


def exported(engine: Engine, folder: Path) -> dict[str, bytes]:
    ledger = MemoryLedger()
    collate([STORY], ledger, engine, settings=Settings())
    export(ledger, folder, "jsonl")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.model
def test_a_cluster_gives_the_ledger_of_one_machine(spark: Engine, tmp_path: Path) -> None:
    there = exported(spark, tmp_path / "there")
    assert there == exported(LocalEngine(1), tmp_path / "here")


def test_rows_that_kill_their_process_are_set_aside_and_the_rest_goes_on(spark: Engine) -> None:
    outcomes = list(spark.map(stage(stages.dies_at_seven, "parse"), numbers(8)))
    rows = pa.concat_tables([outcome.table for outcome in outcomes]).to_pylist()
    assert [row["id"] for row in rows] == [f"{row:03}" for row in range(8) if row != 7]
    assert [lost for outcome in outcomes for lost in outcome.quarantine] == [
        ("007", "The process that ran 'parse' on this died.")
    ]


def test_a_killed_executor_costs_nothing_but_time(spark: Engine) -> None:
    killer = Timer(2, _kill_an_executor)
    killer.start()
    outcomes = list(spark.map(stage(stages.rests), numbers(60)))
    killer.join()
    rows = pa.concat_tables([outcome.table for outcome in outcomes]).to_pylist()
    assert [row["id"] for row in rows] == [f"{row:03}" for row in range(60)]
    assert not [lost for outcome in outcomes for lost in outcome.quarantine]


def test_the_query_of_the_journey_means_the_same_to_both(spark: Engine) -> None:
    keys = pa.table(
        {
            "account": ["a", "a", "b", "b", "c"],
            "key": ["dam", "river", "dam", "mayor", "mayor"],
            "weight": pa.array([900_000, 1, 900_000, 10, 10], pa.int64()),
        }
    )
    there = spark.sql(QUERY, {"keys": keys}).to_pylist()
    with pytest.raises(StageError, match="nowhere"):
        spark.sql("SELECT nowhere FROM keys", {"keys": keys})
    assert there == LocalEngine(1).sql(QUERY, {"keys": keys}).to_pylist() != []


def test_settings_that_name_a_cluster_open_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.engines.spark.SparkEngine", nullcontext)
    with engine_of(Settings(master="spark://desk:7077"), []) as engine:
        assert engine == "spark://desk:7077"  # what it was made with


def test_without_pyspark_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.startswith("pyspark"):
            raise ImportError(name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"variorum\[spark\]"):
        SparkEngine("local[2,2]")


def _kill_an_executor() -> None:
    told = subprocess.run(["ps", "-eo", "pid,args"], check=True, capture_output=True, text=True)  # noqa: S607
    found = [line for line in told.stdout.splitlines() if "CoarseGrainedExecutorBackend" in line]
    for line in found[:1]:
        with suppress(ProcessLookupError):
            os.kill(int(line.split()[0]), signal.SIGKILL)

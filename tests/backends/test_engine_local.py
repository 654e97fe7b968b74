"""What only an engine with worker processes must survive."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pytest

from backends import stages
from backends.stages import stage
from variorum.backends.engine_local import LocalEngine

TESTS = Path(__file__).parents[1]


def numbers(count: int) -> pa.Table:
    return pa.table({"id": [f"{row:03}" for row in range(count)], "number": list(range(count))})


def test_a_row_that_kills_its_worker_is_set_aside_and_the_rest_goes_on() -> None:
    with LocalEngine(2, few=0) as engine:
        outcomes = list(engine.map(stage(stages.dies_at_seven, "parse"), numbers(24)))
    rows = pa.concat_tables([outcome.table for outcome in outcomes]).to_pylist()
    assert [row["id"] for row in rows] == [f"{row:03}" for row in range(24) if row != 7]
    assert [lost for outcome in outcomes for lost in outcome.quarantine] == [
        ("007", "The process that ran 'parse' on this died.")
    ]


def test_a_handful_of_rows_starts_no_process() -> None:
    with LocalEngine(2) as engine:
        (*outcomes,) = engine.map(stage(stages.tells_process), numbers(5))
    assert {row["number"] for outcome in outcomes for row in outcome.table.to_pylist()} == {
        os.getpid()
    }


def test_workers_stay_for_the_next_stage() -> None:
    with LocalEngine(2, few=0) as engine:
        used = [
            {row["number"] for out in outcomes for row in out.table.to_pylist()}
            for outcomes in (
                list(engine.map(stage(stages.tells_process), numbers(40))) for _ in range(2)
            )
        ]
    assert len(used[0] | used[1]) <= 2
    assert os.getpid() not in used[0] | used[1]


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"


def wait_until_gone(processes: list[int]) -> list[int]:
    for _ in range(100):
        if not any(alive(process) for process in processes):
            break
        time.sleep(0.05)
    return [process for process in processes if alive(process)]


SLEEPER = """
import signal
from backends import stages
from backends.stages import stage
import pyarrow as pa
from variorum.backends.engine_local import LocalEngine

signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job inherits none
table = pa.table({"id": [f"{row:03}" for row in range(40)], "number": list(range(40))})
with LocalEngine(2, few=0) as engine:
    for outcome in engine.map(stage(stages.tells_process), table):
        print(*{row["number"] for row in outcome.table.to_pylist()}, flush=True)
    print("slept", flush=True)
    list(engine.map(stage(stages.sleeps), table))
"""
"""No `if __name__ == "__main__"`: users write scripts like this, and workers must not run them."""


def sleeper(folder: Path) -> tuple[subprocess.Popen[str], list[int]]:
    """Return a process whose workers sleep over their rows, and the workers' process ids."""
    script = folder / "sleeper.py"
    script.write_text(SLEEPER)
    child = subprocess.Popen(  # noqa: S603
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        start_new_session=True,
    )
    assert child.stdout is not None
    workers: set[int] = set()
    for line in child.stdout:
        if line == "slept\n":
            break
        workers |= {int(word) for word in line.split()}
    time.sleep(0.3)
    return child, sorted(workers)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks at /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_no_worker_behind(tmp_path: Path, how: signal.Signals) -> None:
    child, workers = sleeper(tmp_path)
    assert workers
    assert all(alive(worker) for worker in workers)
    child.send_signal(how)
    child.communicate(timeout=20)
    assert wait_until_gone(workers) == []

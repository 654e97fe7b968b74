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

from tests.backends import stages
from tests.backends.stages import stage
from variorum.engines.local import LocalEngine

CHECKOUT = Path(__file__).parents[2]


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


def test_one_killed_worker_costs_the_parts_that_were_being_worked_on_and_one_new_pool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "rows"
    monkeypatch.setenv("VARIORUM_TEST_LOG", str(log))
    with LocalEngine(2, few=0) as engine:
        outcomes = list(engine.map(stage(stages.dies_once), numbers(60)))
    rows = pa.concat_tables([outcome.table for outcome in outcomes]).to_pylist()
    assert [row["id"] for row in rows] == [f"{row:03}" for row in range(60)]
    assert not [lost for outcome in outcomes for lost in outcome.quarantine]
    begun = [line.split() for line in log.read_text().splitlines()]
    parts_in_work, rows_of_a_part, last_on_the_way = 2, 10, 1
    assert len(begun) - 60 <= (parts_in_work + last_on_the_way) * rows_of_a_part
    first_pool, alone, second_pool = 2, 1, 2
    assert len({process for process, _ in begun}) <= first_pool + alone + second_pool


def test_two_rows_that_kill_their_workers_are_set_aside_each_by_itself() -> None:
    table = pa.table({"id": [f"{row:03}" for row in range(40)], "number": list(range(40))})
    with LocalEngine(2, few=0) as engine:
        outcomes = list(engine.map(stage(stages.dies_at_seven_and_thirty), table))
    rows = pa.concat_tables([outcome.table for outcome in outcomes]).to_pylist()
    assert [(row["id"], row["number"]) for row in rows] == [
        (f"{row:03}", 2 * row) for row in range(40) if row not in (7, 30)
    ]
    assert [key for outcome in outcomes for key, _ in outcome.quarantine] == ["007", "030"]


PLANTED = ("copyreg", "json", "sitecustomize", "usercustomize", "signal", "msgspec", "pyarrow")
"""What Python itself or a worker imports, and would from the folder in which it is started."""

CAREFUL = """
import json, os, sys  # json: else this process would import the planted one
from pathlib import Path
from tests.backends import stages
import pyarrow as pa
from variorum.engines.local import LocalEngine
from variorum.seams import Stage

sys.path[:0] = ["", os.getcwd(), sys.argv[1]]
table = pa.table({"id": [f"{row:03}" for row in range(40)], "number": list(range(40))})
with LocalEngine(2, few=0, accounts=[Path(sys.argv[1])]) as engine:
    stage = Stage("look", stages.tells_import_path, (("id", "string"), ("path", "string")))
    (*outcomes,) = engine.map(stage, table)
    print(outcomes[0].table["path"][0].as_py())
"""


@pytest.mark.parametrize("flags", [[], ["-E"], ["-I"]])
def test_no_worker_imports_what_lies_beside_the_accounts(tmp_path: Path, flags: list[str]) -> None:
    accounts, elsewhere = tmp_path / "accounts", tmp_path / "more"
    for folder in (accounts, elsewhere):
        folder.mkdir()
        for name in PLANTED:
            mark = tmp_path / f"{name}-ran"
            (folder / f"{name}.py").write_text(f"open({str(mark)!r}, 'a')\n")
    script = tmp_path / "careful.py"
    script.write_text(f"import sys; sys.path.append({str(CHECKOUT)!r})\n{CAREFUL}")
    done = subprocess.run(  # noqa: S603
        [sys.executable, *flags, str(script), str(elsewhere)],
        cwd=accounts, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tmp_path.glob("*-ran")) == []
    if flags != ["-E"]:  # there no process is started
        barred = {"", str(accounts), str(elsewhere)}
        assert barred.isdisjoint(done.stdout.splitlines())


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
from tests.backends import stages
from tests.backends.stages import stage
import pyarrow as pa
from variorum.engines.local import LocalEngine

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
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
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

"""Stage functions for the contract: importable, since workers receive them by name."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from variorum.errors import ModelError
from variorum.seams import Stage

Row = Mapping[str, object]

NUMBERS = (("id", "string"), ("number", "int64"))


def doubled(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield {"id": row["id"], "number": int(str(row["number"])) * 2}


def refuses_seven(rows: Iterable[Row]) -> Iterator[Row]:
    for row in doubled(rows):
        if row["id"] == "007":
            raise ValueError("seven is not welcome\nsecond line")
        yield row


def dies_at_seven(rows: Iterable[Row]) -> Iterator[Row]:
    for row in doubled(rows):
        if row["id"] == "007":
            os._exit(9)
        yield row


def dies_at_seven_and_thirty(rows: Iterable[Row]) -> Iterator[Row]:
    for row in doubled(rows):
        if row["id"] in ("007", "030"):
            os._exit(9)
        yield row


def loses_seven(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in doubled(rows) if row["id"] != "007")


def has_no_weights(rows: Iterable[Row]) -> Iterator[Row]:
    raise ModelError(f"no weights for {len(list(rows))} rows")


def makes_other_columns(rows: Iterable[Row]) -> Iterator[Row]:
    return ({"id": row["id"], "number": "many"} for row in rows)


def summed(rows: Iterable[Row]) -> Iterator[Row]:
    group = list(rows)
    if group[0]["colour"] == "red":
        raise KeyError("red has no sum")
    yield {"id": group[0]["colour"], "number": sum(int(str(row["number"])) for row in group)}


def sleeps(rows: Iterable[Row]) -> Iterator[Row]:
    for row in doubled(rows):
        time.sleep(60)
        yield row


def rests(rows: Iterable[Row]) -> Iterator[Row]:
    for row in doubled(rows):
        time.sleep(0.1)
        yield row


def tells_process(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield {"id": row["id"], "number": os.getpid()}


def tells_import_path(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield {"id": row["id"], "path": "\n".join(sys.path)}


def dies_once(rows: Iterable[Row]) -> Iterator[Row]:
    """Note every row that is begun, and kill the process of the first part's last row once."""
    log = Path(os.environ["VARIORUM_TEST_LOG"])
    for row in doubled(rows):
        with log.open("a") as file:
            file.write(f"{os.getpid()} {row['id']}\n")
        time.sleep(0.01)
        if row["id"] == "007" and log.read_text().count(" 007\n") == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        yield row


def stage(function: object, name: str = "a stage") -> Stage:
    return Stage(name, function, NUMBERS)  # type: ignore[arg-type]

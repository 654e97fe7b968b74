"""Cutting: the parts of a table that travel to workers, whatever the engine.

Enters: a stage, a table, and how many rows a part should have. Leaves: `Part`s in the order of the table,
none of which cuts through a unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa

from variorum.engines.worker import Done, Part, empty, packed, unpacked
from variorum.errors import UsageError
from variorum.seams import Stage

LARGEST_PART = 32
"""Rows of a part: small enough to show progress and to lose little when a run is killed."""
PARTS_IN_FLIGHT = 3
"""Parts in flight for each worker: enough to keep it busy, few enough to bound memory."""


def rows_by_id(stage: Stage, table: pa.Table) -> list[str]:
    """Return the ids of a table whose rows are units; UsageError if two have one id."""
    ids = [str(value) for value in table.column("id").to_pylist()]
    if len(set(ids)) < len(ids):
        raise UsageError(f"Stage '{stage.name}' was given two rows with one id.")
    return ids


def rows_by_key(table: pa.Table, key: str) -> tuple[list[str], pa.Table]:
    """Return the keys of a table's rows, sorted, and the table in their order."""
    keys = [str(value) for value in table.column(key).to_pylist()]
    order = sorted(range(len(keys)), key=lambda row: (keys[row], row))
    return [keys[row] for row in order], table.take(order)


def parts(
    stage: Stage, table: pa.Table, ids: Sequence[str], *, whole: bool, workers: int
) -> Iterator[Part]:
    """Cut a table into parts for so many workers, never inside a unit."""
    size = max(1, min(LARGEST_PART, len(ids) // (max(1, workers) * PARTS_IN_FLIGHT)))
    first = 0
    for last in range(1, len(ids) + 1):
        ended = last == len(ids) or (last - first >= size and ids[last] != ids[last - 1])
        if ended:
            rows = packed(table.slice(first, last - first))
            yield Part(stage, tuple(ids[first:last]), rows, whole)
            first = last


def is_one_unit(part: Part) -> bool:
    """Tell a part that cannot be halved any more."""
    return len(set(part.ids)) == 1


def joined(first: Done, second: Done) -> Done:
    """Return the results of two halves as that of their part."""
    rows = pa.concat_tables([unpacked(first.rows), unpacked(second.rows)])
    return Done(packed(rows), first.quarantine + second.quarantine)


def died(part: Part) -> Done:
    """Return the result of a unit whose process died each time it was run."""
    lost = ((part.ids[0], f"The process that ran '{part.stage.name}' on this died."),)
    return Done(packed(empty(part.stage)), lost)

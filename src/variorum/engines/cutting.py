"""Cutting: the parts of a table that travel to workers, whatever the engine.

Enters: a stage, a table, and how many rows a part should have. Leaves: `Part`s in the order of the table,
none of which cuts through a unit.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

import pyarrow as pa

from variorum.engines.worker import Done, Part, empty, packed, unpacked
from variorum.errors import UsageError
from variorum.seams import Outcome, Stage

LARGEST_PART = 32
"""Rows of a part: small enough to show progress and to lose little when a run is killed."""
PARTS_IN_FLIGHT = 3
"""Parts in flight for each worker: enough to keep it busy, few enough to bound memory."""


class CuttingEngine(ABC):
    """What engines that cut tables into parts have in common; where the parts run is each one's own."""

    def map(self, stage: Stage, table: pa.Table) -> Iterator[Outcome]:
        """Run `stage` on parts of `table`; StageError if a row is neither answered nor set aside."""
        ids = [str(value) for value in table.column("id").to_pylist()]
        if len(set(ids)) < len(ids):
            raise UsageError(f"Stage '{stage.name}' was given two rows with one id.")
        yield from self._run(stage, table, ids, whole=False)

    def group(self, stage: Stage, table: pa.Table, key: str) -> Iterator[Outcome]:
        """Run `stage` once for all rows of each value of `key`, in the order of sorted keys."""
        keys = [str(value) for value in table.column(key).to_pylist()]
        order = sorted(range(len(keys)), key=lambda row: (keys[row], row))
        yield from self._run(stage, table.take(order), [keys[row] for row in order], whole=True)

    @abstractmethod
    def _run(
        self, stage: Stage, table: pa.Table, ids: Sequence[str], *, whole: bool
    ) -> Iterator[Outcome]:
        """Run `stage` on the parts of a table; `ids` has one entry a row, equal ids side by side."""


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

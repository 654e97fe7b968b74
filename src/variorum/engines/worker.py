"""What an engine does with one part of a table, wherever it runs: in this process or in a worker.

Enters: a stage and the units of a part, as Arrow IPC bytes. Leaves: result rows in the order of
the input, and the units that made the stage raise, each with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pyarrow as pa
from msgspec import Struct

from variorum.errors import ModelError, StageError, UsageError
from variorum.seams import Outcome, Stage

Row = Mapping[str, object]
Quarantine = tuple[tuple[str, str], ...]

ENDS_THE_RUN = (ModelError, UsageError, ImportError, MemoryError)
"""Faults of the machine or of the request, not of a row: every other row would only fail alike."""
LONGEST_REASON = 300


class WorkUnit(Struct, frozen=True):
    """What is set aside as a whole: one row of a map, or all rows of one key."""

    id: str
    rows: Sequence[Row]


class Part(Struct, frozen=True):
    """Units that travel together. `ids` has one entry a row, equal ids side by side.

    `whole` units meet the stage one at a time (a group); the rows of others meet it together.
    """

    stage: Stage
    ids: tuple[str, ...]
    rows: bytes
    whole: bool

    def halves(self) -> tuple[Part, Part]:
        """Split between two units; the first half has at least one."""
        ids = list(dict.fromkeys(self.ids))
        cut = self.ids.index(ids[len(ids) // 2])
        table = unpacked(self.rows)
        return (
            Part(self.stage, self.ids[:cut], packed(table.slice(0, cut)), self.whole),
            Part(self.stage, self.ids[cut:], packed(table.slice(cut)), self.whole),
        )


class Done(Struct, frozen=True):
    """A part's result on its way back from a worker."""

    rows: bytes
    quarantine: Quarantine


class Attempt:
    """Runs a block and keeps what it raised: the boundary where a fault becomes a reason.

    Only here does an unforeseen error of a step end: its row is quarantined, named and shown.
    """

    error: BaseException | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> bool:
        self.error = error
        return isinstance(error, Exception) and not isinstance(error, ENDS_THE_RUN)


def run_part(part: Part) -> Done:
    """Run a stage on a part; StageError if the stage loses rows or yields other columns."""
    units = _units(part)
    batches = [[unit] for unit in units] if part.whole else [units]
    rows: list[Row] = []
    quarantine: list[tuple[str, str]] = []
    for batch in batches:
        made, lost = _bisected(part.stage, batch)
        rows += made
        quarantine += lost
    if not part.whole:
        _count(part.stage, units, rows, quarantine)
    return Done(packed(_table(part.stage, rows)), tuple(quarantine))


def outcome(part: Part, done: Done) -> Outcome:
    """Return what the engine's caller sees of a part that is done."""
    return Outcome(tuple(dict.fromkeys(part.ids)), unpacked(done.rows), done.quarantine)


def packed(table: pa.Table) -> bytes:
    """Return a table as IPC bytes; a pickled slice would drag its whole table along."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return bytes(sink.getvalue())


def unpacked(data: bytes) -> pa.Table:
    """Return the table that `packed` made bytes of."""
    with pa.ipc.open_stream(data) as stream:
        return stream.read_all()


def empty(stage: Stage) -> pa.Table:
    """Return the stage's result for no rows at all."""
    return _table(stage, [])


def _units(part: Part) -> list[WorkUnit]:
    together: dict[str, list[Row]] = {}
    for unit, row in zip(part.ids, unpacked(part.rows).to_pylist(), strict=True):
        together.setdefault(unit, []).append(row)
    return [WorkUnit(unit, rows) for unit, rows in together.items()]


def _bisected(stage: Stage, units: Sequence[WorkUnit]) -> tuple[list[Row], list[tuple[str, str]]]:
    """Run the stage on all units; where it raises, halve until the one at fault stands alone."""
    with Attempt() as attempt:
        return list(stage.function([row for unit in units for row in unit.rows])), []
    if len(units) == 1:
        return [], [(units[0].id, reason(attempt.error))]
    middle = len(units) // 2
    first, first_lost = _bisected(stage, units[:middle])
    second, second_lost = _bisected(stage, units[middle:])
    return first + second, first_lost + second_lost


def reason(error: BaseException | None) -> str:
    """Return an error as one line for a `Problem`."""
    lines = str(error).strip().splitlines() or ["no message"]
    return f"{type(error).__name__}: {lines[0]}"[:LONGEST_REASON]


def _count(
    stage: Stage, units: Sequence[WorkUnit], rows: Sequence[Row], lost: Iterable[tuple[str, str]]
) -> None:
    """Hold the manifest: every row that went in has come out or been set aside."""
    expected = {unit.id for unit in units}
    seen = {str(row.get("id")) for row in rows} | {unit for unit, _ in lost}
    if seen != expected:
        example = min(seen ^ expected)
        raise StageError(
            f"Stage '{stage.name}' got {len(expected)} rows and answered for {len(seen)}: "
            f"'{example}' was {'lost' if example in expected else 'never given'}. "
            "Every result must carry the id of the row it came from."
        )


def _table(stage: Stage, rows: Sequence[Row]) -> pa.Table:
    schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in stage.outputs])
    try:
        return pa.Table.from_pylist(list(rows), schema=schema)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise StageError(f"Stage '{stage.name}' made rows of another shape: {error}") from error

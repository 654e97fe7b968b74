"""A ledger that lives as long as the process: for tests, notebooks and small questions.

Enters: records. Leaves: the same records, ordered by id. It passes the same contract tests as
every other ledger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Self, TypeVar, cast

from variorum.errors import LedgerError
from variorum.ledgers.record_kinds import (
    FOR_READING,
    RECORD_KINDS,
    always,
    kind_name,
    machine_made,
    missing,
    new_identity,
    record_id,
    row_of,
)
from variorum.records import Decision, Record
from variorum.seams import Parts

R = TypeVar("R", bound=Record)


class MemoryLedger:
    """Keeps records in dictionaries; see `seams.Ledger` for what each method promises."""

    def __init__(self) -> None:
        self._records: dict[str, dict[str, Record]] = {name: {} for name in RECORD_KINDS}
        self._parts: dict[str, list[Record]] = {}
        self._work: dict[str, dict[str, bytes]] = {}
        self._identity = new_identity()
        self._revision = 0
        self._writable = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, records: Iterable[Record]) -> int:
        """Keep records; return how many were new. A record already there stays as it was."""
        batch = [_written(record) for record in records]
        self._require_writable()
        before = self._count()
        self._keep(batch)
        self._revision += self._count() > before
        return self._count() - before

    def read(self, kind: type[R]) -> Iterator[R]:
        """Yield all records of a kind, ordered by id."""
        kept = self._records[kind_name(kind)]
        for key in sorted(kept):
            yield cast("R", kept[key])

    def get(self, kind: type[R], record_id: str) -> R:
        """Return one record; LedgerError if it is not there."""
        try:
            return cast("R", self._records[kind_name(kind)][record_id])
        except KeyError:
            raise missing(kind, record_id, "this ledger") from None

    def parts(self) -> frozenset[str]:
        """Return the names of the parts that the machine's records came in."""
        return frozenset(self._parts)

    def renew(self, parts: Parts, *, provided: Callable[[], bool] = always) -> bool:
        """Let the machine's records be those of `parts`, all or nothing, if `provided` says so."""
        made = {
            name: None if records is None else [_written(r) for r in machine_made(records)]
            for name, records in sorted(parts.items())
        }
        self._require_writable()
        stay = {name for name, records in made.items() if records is None}
        if not provided() or not stay <= self._parts.keys():
            return False
        self._parts = {name: self._parts[name] if r is None else r for name, r in made.items()}
        decisions = self._records[kind_name(Decision)]
        self._records = {name: {} for name in RECORD_KINDS}
        self._records[kind_name(Decision)] = decisions
        self._revision += 1
        for name in sorted(self._parts):
            self._keep(self._parts[name])
        return True

    def identity(self) -> str:
        """Return the name that this ledger got when it was made."""
        return self._identity

    def revision(self) -> int:
        """Return a number that grows whenever records or decisions change."""
        return self._revision

    @contextmanager
    def snapshot(self) -> Iterator[MemoryLedger]:
        """Yield a copy of the ledger as it stands, for reading only."""
        frozen = MemoryLedger()
        frozen._records = {name: dict(kept) for name, kept in self._records.items()}
        frozen._parts = dict(self._parts)
        frozen._work = {step: dict(kept) for step, kept in self._work.items()}
        frozen._identity = self._identity
        frozen._revision = self._revision
        frozen._writable = False
        yield frozen

    def keep_work(self, step: str, results: Mapping[str, bytes]) -> None:
        """Keep a step's finished results by key; a later result takes the place of an earlier."""
        self._require_writable()
        self._work.setdefault(step, {}).update(results)

    def work(self, step: str) -> dict[str, bytes]:
        """Return a step's finished results by key, ordered by key."""
        return dict(sorted(self._work.get(step, {}).items()))

    def drop_work(self, step: str, keys: Iterable[str]) -> None:
        """Forget a step's results under `keys`; keys that are not there change nothing."""
        self._require_writable()
        for key in keys:
            self._work.get(step, {}).pop(key, None)

    def abandon(self) -> None:
        """Do nothing: what was kept goes with the process."""

    def close(self) -> None:
        """Do nothing: there is nothing to close."""

    def _keep(self, batch: Iterable[Record]) -> None:
        for record in batch:
            self._records[kind_name(type(record))].setdefault(record_id(record), record)

    def _count(self) -> int:
        return sum(len(kept) for kept in self._records.values())

    def _require_writable(self) -> None:
        if not self._writable:
            raise LedgerError(f"This ledger {FOR_READING}")


def _written(record: Record) -> Record:
    """Return a record that another ledger could keep too; raise what that would."""
    row_of(record)
    return record

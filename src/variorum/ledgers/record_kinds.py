"""Which records a ledger keeps, and how one record is written.

Enters: the record classes of `records`. Leaves: `RECORD_KINDS`, a class for each name, and the way a
record becomes JSON and comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar
from uuid import uuid4

import msgspec

from variorum import records
from variorum.errors import LedgerError, UsageError
from variorum.records import Decision, Record

S = TypeVar("S", bound=msgspec.Struct)

RECORD_KINDS: dict[str, type[Record]] = {
    name.lower(): kind
    for name, kind in sorted(vars(records).items())
    if isinstance(kind, type) and issubclass(kind, Record) and hasattr(kind, "id")
}
"""Every record class with an id of its own, by its name in lower case."""

FOR_READING = "was opened for reading and can only be read. Open it for writing to change it."
"""What every ledger says of itself when a snapshot of it, or one opened so, is to be changed."""


def always() -> bool:
    """Say yes: the condition of a replacement that has none."""
    return True


def new_identity() -> str:
    """Return a name for a new ledger that no other ledger has."""
    return uuid4().hex


def kind_name(kind: type[Record]) -> str:
    """Return the name under which records of `kind` are kept; UsageError if they have no id."""
    name = kind.__name__.lower()
    if RECORD_KINDS.get(name) is not kind:
        raise UsageError(
            f"A ledger keeps no {kind.__name__} by itself: it has no id. Keep the record it is in."
        )
    return name


def record_id(record: Record) -> str:
    """Return the id of a record of one of the `RECORD_KINDS`."""
    kind_name(type(record))
    return str(getattr(record, "id"))  # noqa: B009  the root class has no id


def written(record: Record) -> str:
    """Return a record as JSON; LedgerError if its text cannot be written as UTF-8."""
    try:
        return msgspec.json.encode(record).decode("utf-8")
    except UnicodeEncodeError as error:
        raise LedgerError(
            f"The {kind_name(type(record))} {record_id(record)} holds half a surrogate pair, "
            "which no file can hold. Its reader must replace such characters first."
        ) from error


def row_of(record: Record) -> tuple[str, str, str]:
    """Return a record as the row that a database keeps: its kind, its id, its JSON."""
    return kind_name(type(record)), record_id(record), written(record)


def missing(kind: type[Record], record_id: str, where: object) -> LedgerError:
    """Return the error for a record that a ledger does not have; `where` names the ledger."""
    return LedgerError(f"There is no {kind_name(kind)} {record_id} in {where}.")


def read_back(body: str | bytes, kind: type[S], called: str = "") -> S:
    """Return the record that `body` was written from; LedgerError if it is of another shape."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise LedgerError(
            f"A {called or kind.__name__.lower()} of this ledger cannot be read: {error}. It is damaged, "
            "or another version of Variorum wrote it; collate the accounts again into a new ledger."
        ) from error


def machine_made(records_given: Iterable[Record]) -> Iterator[Record]:
    """Yield the records of a part; UsageError for a decision, which no machine makes or drops."""
    for record in records_given:
        if isinstance(record, Decision):
            raise UsageError("Decisions are people's work: they are added, never replaced.")
        yield record

"""Arrow: the records of a ledger as Arrow tables that other tools read without copying.

Enters: a `Ledger`, a kind of record. Leaves: Arrow schemas, batches and tables.

A schema is read off the record class: a text is `string`, offsets are `int64`, a place is a
struct, several are a list, a mapping is a `map`, and what may be unknown is nullable. A field added
to a record is a column of its table.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

import msgspec
from msgspec import inspect

from variorum.records import Record
from variorum.report.files.contract import FILES, records_in_order
from variorum.seams import Ledger

if TYPE_CHECKING:
    import pyarrow as pa

TABLE_RECORDS: dict[str, type[Record]] = dict(FILES)
"""The record class of each table, by the table's name."""
BATCH_ROWS = 10_000
"""Records that are held at once while a table is written."""


def schema(kind: type[Record]) -> pa.Schema:
    """Return the Arrow schema of a kind of record, columns in the order of its fields."""
    import pyarrow as pa

    shape = cast("inspect.StructType", inspect.type_info(kind))
    return pa.schema(_fields(shape), metadata={"variorum.contract": "1"})


def table(ledger: Ledger, kind: type[Record]) -> pa.Table:
    """Return all records of a kind as one table, ordered by id."""
    import pyarrow as pa

    return pa.Table.from_batches(batches(ledger, kind), schema(kind))


def batches(ledger: Ledger, kind: type[Record]) -> Iterator[pa.RecordBatch]:
    """Yield the records of a kind, ordered by id, at most `BATCH_ROWS` in a batch."""
    import pyarrow as pa

    shape = schema(kind)
    waiting = records_in_order(ledger, kind)
    while records := list(islice(waiting, BATCH_ROWS)):
        yield pa.RecordBatch.from_pylist(msgspec.to_builtins(records), shape)


def _fields(kind: inspect.StructType) -> list[pa.Field]:
    return [_field(field.encode_name, field.type) for field in kind.fields]


def _field(name: str, kind: inspect.Type) -> pa.Field:
    import pyarrow as pa

    if isinstance(kind, inspect.UnionType):
        (known,) = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
        return pa.field(name, _type(known), nullable=True)
    return pa.field(name, _type(kind), nullable=False)


def _type(kind: inspect.Type) -> pa.DataType:
    import pyarrow as pa

    plain: dict[type[inspect.Type], Any] = {
        inspect.StrType: pa.string(),
        inspect.LiteralType: pa.string(),
        inspect.IntType: pa.int64(),
        inspect.FloatType: pa.float64(),
        inspect.BoolType: pa.bool_(),
    }
    if isinstance(kind, inspect.StructType):
        return pa.struct(_fields(kind))
    if isinstance(kind, inspect.VarTupleType):
        return pa.list_(_field("item", kind.item_type))
    if isinstance(kind, inspect.DictType):
        return pa.map_(_type(kind.key_type), _field("value", kind.value_type))
    return plain[type(kind)]

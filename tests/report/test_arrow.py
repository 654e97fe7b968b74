"""Tables for other tools: typed columns, nested places, the same rows in each of them."""

from __future__ import annotations

from typing import Any

import duckdb
import msgspec
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from tests.report.ledgers import EVIL, hostile
from variorum.records import Account, Alignment, Decision, Figure, Record, Verdict
from variorum.report.files.arrow import TABLE_RECORDS, batches, schema, table
from variorum.report.files.contract import rows

PLACE = pa.struct(
    [
        pa.field("account", pa.string(), nullable=False),
        pa.field("start", pa.int64(), nullable=False),
        pa.field("end", pa.int64(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
    ]
)


@pytest.mark.parametrize("kind", TABLE_RECORDS.values())
def test_every_field_of_a_record_is_a_column(kind: type[Record]) -> None:
    fields = [field.encode_name for field in msgspec.structs.fields(kind)]
    assert schema(kind).names == fields


def test_a_place_is_a_struct_with_whole_numbers_for_offsets() -> None:
    assert schema(Figure).field("place") == pa.field("place", PLACE, nullable=False)


def test_a_place_that_may_be_missing_is_nullable() -> None:
    assert schema(Verdict).field("right") == pa.field("right", PLACE, nullable=True)


def test_places_are_a_list_of_structs() -> None:
    kind = pa.list_(pa.field("item", PLACE, nullable=False))
    assert schema(Verdict).field("marks") == pa.field("marks", kind, nullable=False)


def test_origins_by_account_are_a_map() -> None:
    assert pa.types.is_map(schema(Alignment).field("origin_of").type)


def test_a_number_that_may_be_unknown_is_a_double() -> None:
    assert schema(Verdict).field("confidence") == pa.field("confidence", pa.float64())


@pytest.mark.parametrize("kind", TABLE_RECORDS.values())
def test_a_table_holds_what_the_records_hold(kind: type[Record]) -> None:
    ledger = hostile()
    made = table(ledger, kind)
    made.validate(full=True)
    mapped = [
        {name: dict(v) if name == "origin_of" else v for name, v in row.items()}
        for row in made.to_pylist()
    ]
    assert mapped == [listed(row) for row in rows(ledger, kind)]


def listed(value: Any) -> Any:
    """Return a value with lists where records have tuples."""
    if isinstance(value, dict):
        return {name: listed(part) for name, part in value.items()}
    return [listed(part) for part in value] if isinstance(value, list | tuple) else value


def test_a_kind_without_records_is_a_table_without_rows() -> None:
    made = table(hostile(), Decision)
    assert (made.num_rows, made.schema) == (0, schema(Decision))


def test_many_records_come_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.report.files.arrow.BATCH_ROWS", 1)
    assert [batch.num_rows for batch in batches(hostile(), Figure)] == [1, 1]


def test_polars_reads_nested_places() -> None:
    frame = pl.from_arrow(table(hostile(), Figure))
    assert isinstance(frame, pl.DataFrame)
    found = frame.select(pl.col("value"), pl.col("place").struct.field("text"))
    assert found.rows() == [("40", "Forty"), ("50", "Fifty")]


def test_pandas_keeps_the_types() -> None:
    frame = table(hostile(), Figure).to_pandas(types_mapper=pd.ArrowDtype)
    assert frame["place"].struct.field("start").tolist() == frame_starts()
    assert frame.dtypes["place"] == pd.ArrowDtype(PLACE)


def frame_starts() -> list[int]:
    return [figure.place.start for figure in hostile().read(Figure)]


def test_duckdb_joins_and_unnests() -> None:
    alignments, accounts = table(hostile(), Alignment), table(hostile(), Account)
    joined = duckdb.sql(
        "select a.title, count(*) from (select unnest(readings).account as account "
        "from alignments) r join accounts a on a.id = r.account group by all"
    )
    assert joined is not None
    found = joined.fetchall()
    assert (alignments.num_rows, accounts.num_rows) == (2, 2)
    assert found == [(EVIL, 4)]


def test_polars_and_pandas_share_the_memory_of_numbers() -> None:
    made = table(hostile(), Alignment)
    address = made["origins"].chunk(0).buffers()[1].address
    frame = made.to_pandas(types_mapper=pd.ArrowDtype)
    polars = pl.from_arrow(made)
    assert isinstance(polars, pl.DataFrame)
    kept = frame["origins"].array.__arrow_array__()
    assert kept.chunk(0).buffers()[1].address == address
    kept = polars["origins"].to_numpy(allow_copy=False)
    assert kept.__array_interface__["data"][0] == address

"""Parquet files: read back by other readers, the same bytes twice."""

from __future__ import annotations

from pathlib import Path

import duckdb
import polars as pl
import pyarrow.parquet as pq
import pytest

from tests.report.ledgers import EVIL, hostile
from variorum.report.exporting import export
from variorum.report.files.arrow import TABLE_RECORDS, table


def test_there_is_a_file_for_each_kind(tmp_path: Path) -> None:
    files = export(hostile(), tmp_path, "parquet")
    assert [file.name for file in files] == [f"{name}.parquet" for name in TABLE_RECORDS]


@pytest.mark.parametrize("name", list(TABLE_RECORDS))
def test_a_file_holds_the_table_and_its_schema(name: str, tmp_path: Path) -> None:
    export(hostile(), tmp_path, "parquet")
    read = pq.read_table(tmp_path / f"{name}.parquet")
    assert read.equals(table(hostile(), TABLE_RECORDS[name]))
    assert read.schema == table(hostile(), TABLE_RECORDS[name]).schema


def test_the_same_ledger_gives_the_same_files(tmp_path: Path) -> None:
    first = export(hostile(), tmp_path / "a", "parquet")
    again = export(hostile(), tmp_path / "b", "parquet")
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in again]


def test_duckdb_reads_the_file(tmp_path: Path) -> None:
    export(hostile(), tmp_path, "parquet")
    found = duckdb.read_parquet(str(tmp_path / "accounts.parquet")).project("title, url")
    assert found.fetchall() == [(EVIL, "javascript:alert(1)//http://")] * 2


def test_polars_reads_the_file(tmp_path: Path) -> None:
    export(hostile(), tmp_path, "parquet")
    frame = pl.read_parquet(tmp_path / "verdicts.parquet")
    assert frame["left"].struct.field("account").to_list() == ["a-1", "a-1"]


def test_no_half_file_is_left(tmp_path: Path) -> None:
    export(hostile(), tmp_path, "parquet")
    assert list(tmp_path.glob("*.partial")) == []

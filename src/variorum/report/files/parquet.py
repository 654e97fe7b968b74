"""Parquet: the Arrow tables of a ledger as files.

Enters: a `Ledger`, a folder. Leaves: one Parquet file for each kind of record.
"""

from __future__ import annotations

from pathlib import Path

from variorum.report.files.arrow import TABLE_RECORDS, batches, schema
from variorum.report.placing import atomically
from variorum.seams import Ledger


def parquet(ledger: Ledger, folder: Path) -> list[Path]:
    """Write one file for each kind of record, with nested places; return the files.

    Compressed with Zstandard; a kind without records is a file without rows.
    """
    from pyarrow.parquet import ParquetWriter

    paths = []
    for name, kind in TABLE_RECORDS.items():
        path = folder / f"{name}.parquet"
        with (
            atomically(path) as partial,
            partial.open("wb") as out,  # given a path, Arrow would want it in UTF-8
            ParquetWriter(out, schema(kind), compression="zstd") as file,
        ):
            for batch in batches(ledger, kind):
                file.write_batch(batch)
        paths.append(path)
    return paths

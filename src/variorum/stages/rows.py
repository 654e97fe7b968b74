"""Rows: the records that stages hand on, as rows of an Arrow table.

Enters: records. Leaves: rows, each with the id of the row it was made from.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from variorum.records import Record

Row = Mapping[str, object]
RECORD_COLUMNS: Final = (("id", "string"), ("kind", "string"), ("body", "binary"))


def record_row(identity: str, record: Record) -> Row:
    """Return a record as a row: the id of the row it came from, its class's name, its JSON."""
    return {"id": identity, "kind": type(record).__name__, "body": msgspec.json.encode(record)}

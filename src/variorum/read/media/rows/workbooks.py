"""Workbooks: the sheets of an XLSX file, each a table.

Enters: the bytes of a file (ECMA-376, SpreadsheetML), `Settings`. Leaves: `Draft`s, and problems as (where, reason).

Cells give what a program last computed for them, days in ISO 8601. Sheets that are hidden are not read.
"""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from variorum.errors import SourceError
from variorum.read.media.documents.packed import Parts, holds, unpacked
from variorum.read.media.drafts import Complaint, Draft, Found
from variorum.read.media.extras import missing
from variorum.read.media.formats import declares_entities
from variorum.read.media.rows.tables import drafts_of
from variorum.settings import Settings

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST_WORKBOOK = 3_000_000
"""Cells of a file that are looked at, empty ones among them: a few bytes can name a sheet of billions."""
_DAMAGED = "the file cannot be read as a workbook; open it in a spreadsheet and save it again, or save it as CSV"
_FAILURES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""What openpyxl has been seen to raise on damaged files; errors of XML are SyntaxErrors."""


def is_workbook(data: bytes) -> bool:
    """Tell an XLSX file by the part that lists its sheets."""
    return holds(data, "xl/workbook.xml")


def read_workbook(data: bytes, source: str, settings: Settings) -> Found:
    """Return the rows of all sheets as drafts; a sheet without texts is a complaint."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise missing("openpyxl") from error
    with unpacked(data, settings.max_source_bytes, _DAMAGED) as parts:
        _refuse_declarations(parts)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = list(_sheets(book))
    except _FAILURES as error:
        raise SourceError(_DAMAGED) from error
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    for number, (title, table) in enumerate(sheets, start=1):
        alone = len(sheets) == 1
        where = source if alone else f"{source}, sheet {title}"
        if table is None:
            complaints.append(
                (where, "the sheet is hidden and was not read; show it to have it read")
            )
            continue
        try:
            good, bad = drafts_of(table, source if alone else f"{source}#{number}", where, settings)
        except SourceError as error:
            good, bad = [], [(where, str(error))]
        drafts += good
        complaints += bad
    return drafts, complaints


def _refuse_declarations(parts: Parts) -> None:
    """Refuse what declares entities; that all parts together are no larger than allowed is seen by the way."""
    for name in sorted(parts.names):
        if name.lower().endswith((".xml", ".rels")) and declares_entities(parts.part(name)):
            raise SourceError(_DAMAGED)


def _sheets(book: Workbook) -> Iterator[tuple[str, list[list[str]] | None]]:
    """Yield each sheet with something in it: its title and rows, no rows where it is hidden."""
    left = LARGEST_WORKBOOK
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            yield sheet.title, None
            continue
        table = []
        for row in _rows(sheet):
            left -= len(row) + 1
            if left < 0:
                raise SourceError(
                    f"the workbook has more than {LARGEST_WORKBOOK} cells; save each table as CSV"
                )
            if any(row):
                table.append(row)
        if table:
            yield sheet.title, table


def _rows(sheet: Worksheet) -> Iterator[list[str]]:
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True):
        yield [_shown(value) for value in row]


def _shown(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)

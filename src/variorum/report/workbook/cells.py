"""Workbook cells: records as rows of a spreadsheet.

Enters: record classes and records. Leaves: columns with the contract's names, and plain values.

A place takes four columns: its account, start, end, words. Several places, or other lists, stand
in one cell, a line each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import ceil
from typing import Any, cast

from msgspec import Struct, inspect, structs

from variorum.find.matter.material import Material
from variorum.records import Carrier, Citation, Figure, Reading, Record, Span
from variorum.report.xml_text import xml_text

LONGEST_CELL = 32_767
"""Characters that Excel keeps in a cell, counted in UTF-16 units."""
EXCEL_DIGITS = 15
"""Significant digits that Excel keeps of a number; longer ones stay text."""
NUMBER_FIELDS = frozenset({"low", "high", "value"})
"""Fields of a figure that are decimal strings."""
WIDE = {"text": 60, "because": 50, "about": 36, "readings": 60, "contents": 60, "mentions": 60}
WIDTHS = WIDE | {
    "id": 21,
    "start": 8,
    "end": 8,
    "confidence": 11,
    "share": 8,
    "weight": 8,
    "account": 24,
    "name": 24,
    "title": 40,
    "source": 30,
    "marks": 40,
    "evidence": 60,
    "places": 60,
    "changes": 36,
    "note": 40,
    "reason": 60,
    "where": 40,
    "label": 28,
}
COLUMN_WIDTH = 16
"""Width of a column, in characters, where `WIDTHS` says nothing."""
LINE_HEIGHT = 15.0
"""Height of a line, in points."""
MOST_CELL_LINES = 20
"""Lines that a row shows; a longer cell is read in the formula bar."""
WORD_BREAKS = 1.1
"""Room that lines lose where words break."""


class Marked(Struct, frozen=True):
    """Text in parts, of which some are marked."""

    parts: tuple[tuple[str, bool], ...]

    def __str__(self) -> str:
        return "".join(text for text, _ in self.parts)


CellValue = str | int | float | Marked | None


class Column(Struct, frozen=True):
    """A column: its header, the attributes that lead to its value, its width in characters."""

    name: str
    path: tuple[str, ...]
    width: int


def columns(kind: type[Record]) -> list[Column]:
    """Return the columns of a kind of record, in the order of its fields."""
    shape = cast("inspect.StructType", inspect.type_info(kind))
    return list(_columns(shape, (), ()))


def _columns(
    shape: inspect.StructType, names: tuple[str, ...], path: tuple[str, ...]
) -> Iterator[Column]:
    for field, info in zip(structs.fields(shape.cls), shape.fields, strict=True):
        name, way = (*names, field.encode_name), (*path, field.name)
        inner = _struct(info.type)
        if inner:
            yield from _columns(inner, name, way)
        else:
            yield Column(".".join(name), way, WIDTHS.get(field.encode_name, COLUMN_WIDTH))


def _struct(kind: inspect.Type) -> inspect.StructType | None:
    """Return the record that a field holds, if it holds one (or none)."""
    options = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    return next((one for one in options if isinstance(one, inspect.StructType)), None)


def value(known: Material, record: Record, column: Column) -> CellValue:
    """Return what a cell holds; numbers of figures are numbers where Excel keeps all their digits."""
    found: Any = record
    for name in column.path:
        found = None if found is None else getattr(found, name)
    if isinstance(record, Figure) and found is not None and column.name in NUMBER_FIELDS:
        return _number(found)
    if isinstance(found, tuple):
        return "\n".join(cell_line(known, one) for one in found) or None
    if isinstance(found, dict):
        pairs = (f"{known.label(key)}: {known.label(origin)}" for key, origin in found.items())
        return "\n".join(pairs) or None
    return cast("CellValue", found)


def _number(digits: str) -> float | str:
    plain = digits.lstrip("+-").replace(".", "", 1)
    if (
        not plain.isdecimal()
        or len(plain.strip("0")) > EXCEL_DIGITS
        or len(plain) > 2 * EXCEL_DIGITS
    ):
        return digits
    return float(Decimal(digits))


def cell_line(known: Material, one: object) -> str:
    """Return one entry of a list as a line: a place with its account, a reading with its words."""
    if isinstance(one, Span):
        return f"{known.label(one.account)} {one.start}–{one.end}: “{one.text}”"
    if isinstance(one, Reading):
        words = " … ".join(f"“{place.text}”" for place in one.places)
        return f"{known.label(one.account)}: {words or '(silent)'}"
    if isinstance(one, Citation | Carrier):
        return f"{one.name} ({cell_line(known, one.place)})"
    if isinstance(one, Struct):
        return ", ".join(f"{name}: {part}" for name, part in _fields(one) if part is not None)
    return known.label(str(one))


def _fields(one: Struct) -> Iterator[tuple[str, object]]:
    for field in structs.fields(one):
        yield field.encode_name, getattr(one, field.name)


def clipped(text: str) -> str:
    """Return a text that Excel keeps whole: a longer one is cut, and says by how much."""
    plain = xml_text(text)
    if units(plain) <= LONGEST_CELL:
        return plain
    mark = " […cut here: {} of {} characters shown]"
    room = LONGEST_CELL - len(mark) - 2 * len(str(len(plain)))
    kept = plain.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
    return kept + mark.format(len(kept), len(plain))


def units(text: str) -> int:
    """Return the length of a text as Excel counts it."""
    return len(text) + sum(char > "\uffff" for char in text)


def what(kind: type[Record]) -> str:
    """Return the clause that says what a kind of record is: the first of its docstring."""
    return re.split(r"[;.]|: `", " ".join((kind.__doc__ or "").split()))[0] + "."


def height(row: Iterable[tuple[CellValue, int]]) -> float:
    """Return the height, in points, that shows a row's cells, each with its column's width.

    Readers of spreadsheets do not all find it themselves.
    """
    lines = max((_lines(found, width) for found, width in row), default=1)
    return LINE_HEIGHT * max(1, min(lines, MOST_CELL_LINES))


def _lines(found: CellValue, width: int) -> int:
    parts = str(found or "")[: MOST_CELL_LINES * width].split("\n")
    return sum(ceil(len(part) * WORD_BREAKS / width) or 1 for part in parts)

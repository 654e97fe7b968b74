"""Contract files: the ledger as files that other tools read, by contract v1 (`docs/contract.md`).

Enters: a `Ledger`, a folder. Leaves: one JSON Lines or CSV file for each kind of record.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from variorum.records import (
    Account,
    Alignment,
    Assertion,
    Borrowing,
    Check,
    Decision,
    Entity,
    Event,
    Figure,
    Finding,
    Moment,
    Problem,
    Quotation,
    Record,
    Verdict,
)
from variorum.report.placing import atomically
from variorum.report.standing import in_force, told
from variorum.seams import Ledger

Body = Callable[[Ledger, type[Record]], Iterator[bytes]]

FILES: tuple[tuple[str, type[Record]], ...] = (
    ("accounts", Account),
    ("quotations", Quotation),
    ("figures", Figure),
    ("moments", Moment),
    ("assertions", Assertion),
    ("entities", Entity),
    ("events", Event),
    ("alignments", Alignment),
    ("verdicts", Verdict),
    ("checks", Check),
    ("borrowings", Borrowing),
    ("problems", Problem),
    ("findings", Finding),
    ("decisions", Decision),
)
_FORMULA = re.compile(r"[\t\r\n]|[\s\ufeff\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_LINE_ENDS = re.compile("\u2028|\u2029|\u0085".encode())
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def json_lines(ledger: Ledger, folder: Path) -> list[Path]:
    """Write one JSON Lines file for each kind of record into `folder`; return the files."""
    return _files(ledger, folder, "jsonl", _json_lines)


def csv_tables(ledger: Ledger, folder: Path) -> list[Path]:
    """Write one CSV file for each kind of record into `folder`; return the files."""
    return _files(ledger, folder, "csv", _csv)


def _files(ledger: Ledger, folder: Path, suffix: str, body: Body) -> list[Path]:
    paths = []
    for name, kind in FILES:
        path = folder / f"{name}.{suffix}"
        with atomically(path) as partial, partial.open("wb") as file:
            file.writelines(body(ledger, kind))
        paths.append(path)
    return paths


def records_in_order(ledger: Ledger, kind: type[Record]) -> Iterator[Record]:
    """Yield records ordered by id; findings that nobody rejected, with what people decided on them."""
    if kind is Finding:
        yield from sorted(in_force(told(ledger)), key=lambda finding: finding.id)
    else:
        yield from ledger.read(kind)


def rows(ledger: Ledger, kind: type[Record]) -> Iterator[dict[str, object]]:
    """Yield records as plain mappings with the contract's field names, ordered by id."""
    for record in records_in_order(ledger, kind):
        yield msgspec.to_builtins(record)


def cell(value: object) -> str:
    """Return a value as a spreadsheet cell that no spreadsheet takes for a formula.

    A text that would start one, after spaces or in full-width signs too, gets an apostrophe in
    front (the OWASP advice on CSV injection); a plain number does not. Lists and mappings become
    JSON.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        runs = _FORMULA.match(value) and not _NUMBER.fullmatch(value)
        return f"'{value}" if runs else value
    if isinstance(value, bool | int | float):
        return str(value)
    return msgspec.json.encode(value).decode()


def json_line(record: object) -> bytes:
    """Return a record as one line of JSON, whatever a reader takes for the end of a line.

    Many readers end one at U+2028, U+2029 or U+0085 too; JSON may hold them as they are (RFC 8259).
    """
    return _LINE_ENDS.sub(_escaped, msgspec.json.encode(record)) + b"\n"


def _escaped(found: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(found[0].decode("utf-8"))


def _json_lines(ledger: Ledger, kind: type[Record]) -> Iterator[bytes]:
    for record in records_in_order(ledger, kind):
        yield json_line(record)


def _csv(ledger: Ledger, kind: type[Record]) -> Iterator[bytes]:
    columns = _columns(kind)
    yield _line([".".join(column) for column in columns])
    for row in rows(ledger, kind):
        yield _line([cell(_value(row, column)) for column in columns])


def _columns(kind: type[Record]) -> list[tuple[str, ...]]:
    """Return a kind's fields, places spread over four columns."""
    spread = {"place", "left", "right", "match"}
    columns: list[tuple[str, ...]] = []
    for field in msgspec.structs.fields(kind):
        name = field.encode_name
        if name in spread and kind is not Account:
            columns += [(name, part) for part in ("account", "start", "end", "text")]
        else:
            columns.append((name,))
    return columns


def _value(row: object, column: tuple[str, ...]) -> object:
    for name in column:
        row = row.get(name) if isinstance(row, dict) else None
    return row


def _line(cells: list[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(cells)
    return buffer.getvalue().encode("utf-8", "replace")

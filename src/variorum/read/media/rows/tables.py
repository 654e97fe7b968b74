"""Tables: rows of cells below a row of names, an account a row.

Enters: a file of values parted by commas, semicolons or tabs (RFC 4180 and its kin), or rows from elsewhere;
`Settings`. Leaves: `Draft`s, and problems as (where, reason).

A column is known by its name, as a field of JSON is. Where no name tells the column of texts, it is the only
one whose cells are long.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import islice
from statistics import median

from variorum.errors import SourceError
from variorum.read.media.drafts import Complaint, Draft, Found
from variorum.read.media.rows.json_feeds import (
    DATE,
    OUTLET,
    TEXT_FIELDS,
    TITLE_FIELDS,
    URL,
    draft_of_row,
)
from variorum.settings import Settings

DELIMITERS = ",;\t|"
"""The commonest first."""
LONG = 25
"""Words of half of the cells of a column that holds texts under a name that tells nothing."""
SHOWN = 12
"""Columns that a problem names."""

_SEP = re.compile(r"\ufeff?sep=(.)\r?\n", re.I)
"""How spreadsheets are told which character parts the cells."""
_APART = re.compile(r"[\W_]+")
_KNOWN = frozenset(name.lower() for name in TEXT_FIELDS)
_BESIDE = frozenset(name.lower() for name in (*TITLE_FIELDS, *DATE, *OUTLET, *URL)) - _KNOWN
_LONGEST_OPENING = 100_000
_WORDS_OF_A_NAME = 4

Table = Sequence[Sequence[str]]
"""Rows, each with its cells; the first has the names of the columns."""


def is_table(text: str) -> bool:
    """Tell a table by its first rows: short names, a text and another field that we know among them, as many cells."""
    opening = text[:_LONGEST_OPENING].removeprefix("\ufeff")
    try:
        rows = list(islice(_rows(opening, _delimiter(opening), strict=False), 2))
    except csv.Error:
        return False
    names = {_APART.sub("_", cell.strip()).lower() for cell in rows[0]} if rows else set()
    return (
        len(rows) == 2
        and len(rows[0]) == len(rows[1]) > 1
        and all(len(cell.split()) <= _WORDS_OF_A_NAME and cell[:1] != " " for cell in rows[0])
        and not names.isdisjoint(_KNOWN)
        and not names.isdisjoint(_BESIDE)
    )


def read_table(text: str, source: str, settings: Settings) -> Found:
    """Return the rows of a table as drafts; the rest goes on where a row cannot be read."""
    told = _SEP.match(text)
    body = text[told.end() :] if told is not None else text.removeprefix("\ufeff")
    rows, complaints = _parsed(body, told[1] if told is not None else _delimiter(body), source)
    drafts, more = drafts_of(rows, source, source, settings)
    return drafts, [*complaints, *more]


def drafts_of(table: Table, source: str, where: str, settings: Settings) -> Found:
    """Return a draft for each row with a text. Rows are numbered as a spreadsheet shows them."""
    names = _names(table)
    drafts: list[Draft] = []
    complaints: list[Complaint] = []
    empty: list[int] = []
    for number, cells in enumerate(table[1:], start=2):
        fields = _fields(names, cells)
        if not fields:
            continue
        place = f"{where}, row {number}"
        try:
            draft = draft_of_row(fields, f"{source}#{number}", place, settings)
        except SourceError as error:
            complaints.append((place, str(error)))
            continue
        if draft is None:
            empty.append(number)
        else:
            drafts.append(draft)
    if empty:
        told = f"rows without text were left out: {len(empty)} (the first is row {empty[0]}); add their text"
        complaints.append((where, told))
    return drafts, complaints


def _names(table: Table) -> list[str]:
    """Return the names of the columns in the form of field names, the column of texts as "text"."""
    printed = table[0] if table else ()
    names = [_APART.sub("_", name.strip()).strip("_") for name in printed]
    if _KNOWN.isdisjoint(name.lower() for name in names):
        long = [
            at
            for at in range(len(names))
            if _is_long([row[at] for row in table[1:] if at < len(row)])
        ]
        if len(long) != 1:
            raise SourceError(_no_texts(printed))
        names[long[0]] = TEXT_FIELDS[0]
    return names


def _is_long(cells: Sequence[str]) -> bool:
    words = [len(cell.split()) for cell in cells[:1_000] if cell.strip()]
    return bool(words) and median(words) >= LONG


def _no_texts(printed: Sequence[str]) -> str:
    shown = [" ".join(name.split())[:40] for name in printed if name.strip()]
    more = " and more" if len(shown) > SHOWN else ""
    return (
        "no column of the table is known to hold texts; call the one that does “text” in the first "
        f"row (found: {', '.join(shown[:SHOWN]) or 'none'}{more})"
    )


def _fields(names: Sequence[str], cells: Sequence[str]) -> Mapping[str, object]:
    """Return the cells of a row that hold something, by the names of their columns."""
    fields: dict[str, object] = {}
    for name, cell in zip(names, cells, strict=False):
        if name and cell.strip():
            fields.setdefault(name, cell)
    return fields


def _delimiter(text: str) -> str:
    """Return the character that parts the names in the first row into the most columns."""
    first = next((line for line in text[:100_000].splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))


def _parsed(text: str, delimiter: str, source: str) -> tuple[Table, list[Complaint]]:
    """Take a table apart; quotation marks that do not pair are told."""
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    try:
        return list(_rows(text, delimiter, strict=True)), []
    except csv.Error as error:
        if delimiter == "\t":  # what tabs part needs no quotation marks: these are the texts' own
            return [line.split("\t") for line in text.splitlines() if line.strip()], []
        told = f"the table is damaged ({error}); cells may be put together wrongly. Export it again"
        return list(_rows(text, delimiter, strict=False)), [(source, told)]


def _rows(text: str, delimiter: str, *, strict: bool) -> Iterator[list[str]]:
    return (row for row in csv.reader(_lines(text), delimiter=delimiter, strict=strict) if any(row))


def _lines(text: str) -> StringIO:
    """Return lines with their ends; a sign that merely looks like an end stays in its cell."""
    return StringIO(text, newline="" if "\n" in text else None)

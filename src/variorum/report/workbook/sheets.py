"""Workbook: the ledger as one XLSX file, for people who live in spreadsheets.

Enters: a `Ledger`, a folder. Leaves: `ledger.xlsx`: a sheet that explains, the findings spelled out,
the accounts side by side, and one sheet for each kind of record.

Text is written as text: no cell is a formula or a link of an account's own. An id of another
record is a link to its row. What Excel cannot hold is cut with a mark, and the first sheet says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from variorum.find.matter.material import Material, material
from variorum.find.matter.telling import answers_told, asked
from variorum.records import Record
from variorum.report.files.contract import FILES
from variorum.report.placing import atomically
from variorum.report.spelled import Spelled, SpelledReading, spelled
from variorum.report.standing import in_force, told
from variorum.report.workbook.about import MOST_ACCOUNT_COLUMNS, about
from variorum.report.workbook.cells import (
    LONGEST_CELL,
    CellValue,
    Marked,
    clipped,
    columns,
    height,
    units,
    value,
)
from variorum.report.xml_text import xml_text
from variorum.seams import Ledger

WORKBOOK_FILE = "ledger.xlsx"
MADE = datetime(2000, 1, 1)
"""A workbook must say when it was made; the same ledger gives the same bytes on any day."""
EXCEL_ROWS = 1_048_575
"""Rows of a sheet below its head: Excel's limit."""
LINKS = 60_000
"""Links in a sheet; Excel refuses a file with more than 65,530."""
READING_COLUMNS = 2
"""Readings of a finding with columns of their own; the others share one."""
FILLS = (
    ("#DCE9F5", ("agree", "verbatim", "confirm")),
    ("#F4EEDB", ("wording differs", "edited", "translation variant", "update", "translates")),
    ("#FBE4D2", ("figure differs", "scope differs", "sense differs", "attribution differs")),
    ("#FBE4D2", ("time differs",)),
    (
        "#FBE4D2",
        ("contradicted", "differs", "check differs", "quotation changed", "headline", "disputed"),
    ),
    ("#E9E3F3", ("other event", "one origin", "copies", "common origin", "cites")),
    ("#ECECEC", ("only here", "unclear", "not found", "cannot tell", "unsure")),
)
"""Background of a verdict's cell. Colours tell kinds apart; none of them says who is right."""
COLOURS = {kind: colour for colour, kinds in FILLS for kind in kinds}
BODY_FORMAT: dict[str, object] = {"valign": "top", "bottom": 1, "bottom_color": "#DDD6C8"}
WRAPPED: dict[str, object] = {**BODY_FORMAT, "text_wrap": True}
CELL_FORMATS: dict[str, dict[str, object]] = {
    "text": WRAPPED,
    "long": BODY_FORMAT,
    "number": {**BODY_FORMAT, "align": "left"},
    "link": {**WRAPPED, "font_color": "#00598C", "underline": 1},
    "head": {"bold": True, "valign": "top", "bg_color": "#E8E2D6", "bottom": 1},
    "marked": {"bold": True, "font_color": "#8A4A00"},
    "plain": {"text_wrap": True, "valign": "top"},
    "title": {"bold": True, "font_size": 18},
    "section": {"bold": True, "font_size": 13, "valign": "bottom"},
    **{colour: {**WRAPPED, "bg_color": colour} for colour in dict.fromkeys(COLOURS.values())},
}

Worksheet = Any
"""A sheet of xlsxwriter, which has no types."""
Head = tuple[str, int]
"""A column's name and its width in characters."""


def workbook(ledger: Ledger, folder: Path) -> list[Path]:
    """Write `ledger.xlsx` into `folder`; return it. The same ledger gives the same bytes."""
    path = folder / WORKBOOK_FILE
    with atomically(path) as partial:
        partial.write_bytes(Book(ledger).written())
    return [path]


class Book:
    """A workbook in the making: it knows the row of every record, and counts what was cut."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.known: Material = material(ledger)
        self.rows = dict(_rows(ledger))
        self.sheets: list[tuple[str, int]] = []
        self.cut: dict[str, int] = {}
        self._links: dict[str, int] = {}

    def written(self) -> bytes:
        """Return the workbook; its rows wait on the disk, so that a large ledger needs no memory."""
        from xlsxwriter.exceptions import FileCreateError

        made = BytesIO()
        try:
            self._write(made)
        except FileCreateError as error:  # how the library tells of a full disk
            raise OSError(*error.args[0].args) from error
        return made.getvalue()

    def _write(self, made: BytesIO) -> None:
        from xlsxwriter import Workbook

        quiet = dict.fromkeys(
            ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
        )
        with Workbook(made, {"constant_memory": True, **quiet}) as book:
            book.set_properties({"created": MADE, "title": "Variorum", "author": ""})
            self.book: Any = book
            self.formats = {name: book.add_format(given) for name, given in CELL_FORMATS.items()}
            first = book.add_worksheet("About")
            self._findings()
            self._side_by_side()
            for name, kind in FILES:
                if name != "findings":
                    self._records(name.capitalize(), kind)
            about(self, first)

    # --- sheets --------------------------------------------------------------------------------

    def _findings(self) -> None:
        heads = [("number", 8), ("kind", 16), ("question", 44), ("answers", 60)]
        heads += [(f"reading {n}", 48) for n in range(1, READING_COLUMNS + 1)]
        heads += [("more readings", 48), ("decided", 20), ("about", 21), ("weight", 8), ("id", 21)]
        rows = (
            _finding(self.known, one) for one in spelled(self.known, in_force(told(self.ledger)))
        )
        self._table("Findings", heads, rows, frozen=2)

    def _side_by_side(self) -> None:
        accounts = list(self.known.accounts)[:MOST_ACCOUNT_COLUMNS]
        heads = [("alignment", 21), ("about", 36), ("verdict", 18), ("origins", 8)]
        heads += [(self.known.label(account), 44) for account in accounts]
        self._table("Side by side", heads, self._aligned(accounts), frozen=3)

    def _aligned(self, accounts: list[str]) -> Iterator[list[CellValue]]:
        for one in self.known.alignments.values():
            said = {r.account: "\n".join(p.text for p in r.places) for r in one.readings}
            if sum(map(bool, said.values())) > 1:
                words = [said.get(account) or None for account in accounts]
                yield [one.id, one.about, one.verdict, one.origins, *words]

    def _records(self, name: str, kind: type[Record]) -> None:
        shape = columns(kind)
        heads = [(column.name, column.width) for column in shape]
        labelled = name == "Accounts"
        body = (
            [value(self.known, record, column) for column in shape]
            + ([self.known.label(record.id)] if labelled else [])  # type: ignore[attr-defined]
            for record in self.ledger.read(kind)
        )
        self._table(name, [*heads, *([("label", 28)] if labelled else [])], body)

    def _table(
        self, name: str, heads: list[Head], body: Iterable[list[CellValue]], *, frozen: int = 1
    ) -> None:
        """Write rows under a head; what one sheet cannot hold goes on on the next."""
        sheet, at, part = self._sheet(name, heads, frozen), 0, 1
        for row in body:
            if at == EXCEL_ROWS:
                self._close(sheet, heads, at)
                part += 1
                sheet, at = self._sheet(f"{name} {part}", heads, frozen), 0
            at += 1
            wrapped = zip(row, heads, strict=True)
            sheet.set_row(at, height((v, width) for v, (head, width) in wrapped if head != "text"))
            for column, found in enumerate(row):
                self.cell(sheet, (at, column), found, name=heads[column][0])
        self._close(sheet, heads, at)

    def _sheet(self, name: str, heads: list[Head], frozen: int) -> Worksheet:
        sheet: Worksheet = self.book.add_worksheet(name)
        sheet.freeze_panes(1, frozen)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        for column, (head, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, clipped(head), self.formats["head"])
        return sheet

    def _close(self, sheet: Worksheet, heads: list[Head], rows: int) -> None:
        sheet.autofilter(0, 0, rows, len(heads) - 1)
        self.sheets.append((sheet.get_name(), rows))

    # --- cells ---------------------------------------------------------------------------------

    def cell(self, sheet: Worksheet, at: tuple[int, int], found: CellValue, *, name: str) -> None:
        """Write one cell: a number, a link to another record's row, or text that stays text."""
        if found is None:
            sheet.write_blank(*at, None, self.formats["text"])
        elif isinstance(found, int | float):
            sheet.write_number(*at, found, self.formats["number"])
        elif isinstance(found, Marked):
            self._marked(sheet, at, found, name)
        elif found in self.rows and name != "id" and self._may_link(sheet):
            text = clipped(self.known.label(found))
            sheet.write_url(*at, self._link(found), self.formats["link"], text)
        else:
            self._text(sheet, at, found, name)

    def _text(self, sheet: Worksheet, at: tuple[int, int], found: str, name: str) -> None:
        text = clipped(found)
        if len(text) < len(found):
            key = f"{sheet.get_name()}, {name}"
            self.cut[key] = self.cut.get(key, 0) + 1
        verdict = name in {"kind", "verdict", "view"}
        style = COLOURS.get(found, "text") if verdict else "long" if name == "text" else "text"
        sheet.write_string(*at, text, self.formats[style])

    def _marked(self, sheet: Worksheet, at: tuple[int, int], found: Marked, name: str) -> None:
        """Write text with its marked parts in bold; a text that must be cut is written plain."""
        parts = [(xml_text(text), marked) for text, marked in found.parts if text]
        if len(parts) < 2 or units(str(found)) > LONGEST_CELL:
            self._text(sheet, at, str(found), name)
            return
        bold = self.formats["marked"]
        given = [one for text, marked in parts for one in ((bold, text) if marked else (text,))]
        sheet.write_rich_string(*at, *given, self.formats["text"])

    def _may_link(self, sheet: Worksheet) -> bool:
        used = self._links[sheet.get_name()] = self._links.get(sheet.get_name(), 0) + 1
        return used <= LINKS

    def _link(self, key: str) -> str:
        sheet, row = self.rows[key]
        return f"internal:'{sheet}'!A{row + 1}"


def _rows(ledger: Ledger) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield each record's id with its sheet and row; findings have theirs in the order they are told."""
    for name, kind in FILES:
        records: Iterable[Any] = in_force(told(ledger)) if name == "findings" else ledger.read(kind)
        for at, record in enumerate(records):
            part = f" {at // EXCEL_ROWS + 1}" if at >= EXCEL_ROWS else ""
            yield record.id, (f"{name.capitalize()}{part}", at % EXCEL_ROWS + 1)


def _finding(known: Material, one: Spelled) -> list[CellValue]:
    said: list[CellValue] = [_marked_words(words) for words in one.words]
    shown = [*said, *[None] * READING_COLUMNS][:READING_COLUMNS]
    more = "\n".join(str(words) for words in said[READING_COLUMNS:]) or None
    it = one.finding
    rests = it.about[0] if it.about else None
    head: list[CellValue] = [one.number, it.kind, asked(it), answers_told(known.label, it)]
    return [*head, *shown, more, it.decided, rests, it.weight, it.id]


def _marked_words(words: SpelledReading) -> Marked:
    speaker = f" ({words.speaker})" if words.speaker else ""
    place = words.place
    head = f"{words.label}{speaker}, {place.start}–{place.end}:\n“"
    said = [(run.text, bool(run.classes)) for run in words.runs]
    return Marked(((head, False), *said, ("”", False)))

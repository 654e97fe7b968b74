"""The workbook, read back by another library: text stays text, links lead to rows, limits hold."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.report.ledgers import EVIL, hostile, many
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Decision, Figure, Record, Verdict
from variorum.report.exporting import export
from variorum.report.files.contract import FILES
from variorum.report.runs import revealed
from variorum.report.workbook.cells import LONGEST_CELL, clipped, columns, units
from variorum.review import Signed, decide

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "{=1}", "http://x.org"]


def read(ledger: Any, folder: Path) -> Workbook:
    (file,) = export(ledger, folder, "xlsx")
    return openpyxl.load_workbook(file)


def column(book: Workbook, sheet: str, name: str) -> list[object]:
    """Return a column of a sheet without its head."""
    head, *rows = book[sheet].iter_rows(values_only=True)
    return [row[head.index(name)] for row in rows]


def told(*titles: str) -> MemoryLedger:
    ledger = MemoryLedger()
    ledger.add(
        Account(id=f"a-{n}", source="x.txt", text="Words.", title=title)
        for n, title in enumerate(titles)
    )
    return ledger


def test_the_first_sheet_explains_and_findings_come_next(tmp_path: Path) -> None:
    assert read(hostile(), tmp_path).sheetnames[:3] == ["About", "Findings", "Side by side"]


def test_every_kind_of_record_has_a_sheet(tmp_path: Path) -> None:
    names = {name.capitalize() for name, _ in FILES}
    assert names - set(read(hostile(), tmp_path).sheetnames) == set()


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_is_text(text: str, tmp_path: Path) -> None:
    sheet = read(told(text), tmp_path)["Accounts"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == text]
    assert [cell.data_type for cell in cells] == ["s"]
    assert [cell.hyperlink for cell in cells] == [None]


def test_no_cell_is_a_formula_and_no_link_leaves_the_workbook(tmp_path: Path) -> None:
    book = read(hostile(), tmp_path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [c.coordinate for c in cells if c.hyperlink and c.hyperlink.target is not None] == []


def test_hostile_text_is_shown_as_text(tmp_path: Path) -> None:
    assert column(read(hostile(), tmp_path), "Accounts", "title") == [revealed(EVIL)] * 2


def test_controls_that_xml_forbids_do_not_break_the_file(tmp_path: Path) -> None:
    book = read(told("a\x00b\x0bc\ufffed"), tmp_path)
    assert column(book, "Accounts", "title") == ["a\ufffdb\ufffdc\ufffdd"]


def test_a_finding_has_both_readings_with_account_and_offsets(tmp_path: Path) -> None:
    book = read(hostile(), tmp_path)
    left = next(iter(hostile().read(Figure))).place
    (first,) = column(book, "Findings", "reading 1")
    assert "Forty houses burned" in str(first)
    assert f", {left.start}–" in str(first)
    assert "Fifty houses burned" in str(column(book, "Findings", "reading 2")[0])


def test_a_finding_leads_to_the_row_of_what_it_tells_of(tmp_path: Path) -> None:
    book = read(hostile(), tmp_path)
    links = [c for row in book["Findings"].iter_rows() for c in row if c.hyperlink]
    assert [(link.value, link.hyperlink.location) for link in links] == [
        ("al-1", "'Alignments'!A2")
    ]
    assert book["Alignments"]["A2"].value == "al-1"


def test_every_link_leads_to_the_record_it_names(tmp_path: Path) -> None:
    book = read(hostile(), tmp_path)
    labels = {row[-1]: row[0] for row in book["Accounts"].iter_rows(values_only=True)}
    for sheet in book.worksheets[1:]:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.hyperlink):
            name, row = cell.hyperlink.location.split("!A")
            target = book[name.strip("'")].cell(int(row), 1).value
            assert target == labels.get(cell.value, cell.value)


@pytest.mark.parametrize("kind", [kind for _, kind in FILES])
def test_columns_bear_the_names_of_the_contract(kind: type[Record]) -> None:
    names = [column.name.split(".")[0] for column in columns(kind)]
    assert list(dict.fromkeys(names)) == list(kind.__struct_encode_fields__)


def test_a_place_has_account_offsets_and_words(tmp_path: Path) -> None:
    book = read(hostile(), tmp_path)
    place = next(iter(hostile().read(Figure))).place
    assert column(book, "Figures", "place.start")[0] == place.start
    assert column(book, "Figures", "place.end")[0] == place.end
    assert column(book, "Figures", "place.text")[0] == "Forty"


def test_numbers_of_figures_can_be_summed(tmp_path: Path) -> None:
    assert column(read(hostile(), tmp_path), "Figures", "low") == [40, 50]


def test_a_number_with_more_digits_than_excel_keeps_stays_text(tmp_path: Path) -> None:
    ledger = told("A")
    place = next(iter(ledger.read(Account))).span(0, 5)
    ledger.add([Figure(id="n-1", place=place, low="12345678901234567")])
    assert column(read(ledger, tmp_path), "Figures", "low") == ["12345678901234567"]


def test_heads_stay_in_sight_and_can_be_filtered(tmp_path: Path) -> None:
    sheet = read(hostile(), tmp_path)["Quotations"]
    assert sheet.freeze_panes == "B2"
    assert str(sheet.auto_filter.ref).startswith("A1:")


def test_a_text_that_excel_cannot_hold_is_cut_with_a_mark(tmp_path: Path) -> None:
    ledger = MemoryLedger()
    ledger.add([Account(id="a-1", source="x.txt", text="𝔵" * 50_000)])
    book = read(ledger, tmp_path)
    (text,) = column(book, "Accounts", "text")
    assert units(str(text)) <= LONGEST_CELL
    assert str(text).endswith(" of 50000 characters shown]")
    said = [row[1] for row in book["About"].iter_rows(values_only=True) if row[0]]
    assert any("longer than Excel can hold" in str(line) for line in said)


@pytest.mark.parametrize("length", [0, 1, LONGEST_CELL - 1, LONGEST_CELL])
def test_a_text_that_fits_stays_whole(length: int) -> None:
    assert clipped("x" * length) == "x" * length


def test_rows_beyond_a_sheet_go_on_on_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("variorum.report.workbook.sheets.EXCEL_ROWS", 4)
    book = read(many(6), tmp_path)
    assert column(book, "Accounts", "id") == ["a-00000", "a-00001", "a-00002", "a-00003"]
    assert column(book, "Accounts 2", "id") == ["a-00004", "a-00005"]
    about = [row[0] for row in book["About"].iter_rows(values_only=True)]
    assert "Accounts 2" in about


def test_side_by_side_has_a_column_for_each_account(tmp_path: Path) -> None:
    book = read(many(3), tmp_path)
    row = list(book["Side by side"].iter_rows(values_only=True))[1]
    assert row[4] == "The bridge over the Orl fell at noon, 0 say."
    assert len(row) == 7


def test_decisions_are_in_the_workbook(tmp_path: Path) -> None:
    ledger = hostile()
    ledger.add([Decision(id="d-1", target="v-1", view="confirm", who="=A", when="2031-05-04")])
    assert column(read(ledger, tmp_path), "Decisions", "who") == ["=A"]


def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path) -> None:
    (first,) = export(hostile(), tmp_path / "a", "xlsx")
    (again,) = export(hostile(), tmp_path / "b", "xlsx")
    assert first.read_bytes() == again.read_bytes()


def test_the_file_says_nothing_of_when_and_where_it_was_made(tmp_path: Path) -> None:
    (file,) = export(hostile(), tmp_path, "xlsx")
    with zipfile.ZipFile(file) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert "2000-01-01T00:00:00Z" in core
    assert "<dc:creator></dc:creator>" in core or "<dc:creator/>" in core


def test_words_that_differ_are_bold(tmp_path: Path) -> None:
    (file,) = export(hostile(), tmp_path, "xlsx")
    cell = openpyxl.load_workbook(file, rich_text=True)["Findings"]["E2"]
    bold = [part.text for part in cell.value if getattr(getattr(part, "font", None), "b", False)]
    assert bold == ["Forty"]


def test_a_finding_says_what_people_decided_of_what_it_tells_of(tmp_path: Path) -> None:
    ledger = hostile()
    verdict = ledger.get(Verdict, "v-1")
    ledger.add(
        decide(verdict, "confirm", Signed(who=who, when=f"2031-05-04T{hour}:00:00Z"))
        for who, hour in (("Ada", 10), ("Ben", 11))
    )
    assert column(read(ledger, tmp_path), "Findings", "decided") == ["confirm (Ada, Ben)"]

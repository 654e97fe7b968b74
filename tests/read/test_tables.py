"""Tables: an account a row, by the names of columns; CSV, TSV and workbooks."""

from __future__ import annotations

import csv
import sys
import zipfile
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from tests.read.reading_room import read_bytes

FIRST = (
    "The mill burned on Monday, the fire chief said, and nobody was hurt in the town of Selm. "
    "“We saw it from the quay,” said a sailor, Ina Rolt, who had come in the night before."
)
SECOND = (
    "Fourteen looms were destroyed; the owner will not rebuild the mill soon, he said on Tuesday.\n\n"
    "The county will look at the walls, and the road past the mill is shut until the weekend."
)
NAMES = ["Title", "Publication Date", "Source", "URL", "Language", "Full text"]
ROWS = [
    ["Fire in the mill", "2031-06-02", "Selm Gazette", "https://g.example/mill", "en", FIRST],
    ["Looms, lost", "3 June 2031", "Tarn Courier", "https://c.example/looms", "en", SECOND],
]


def table(*rows: list[str], delimiter: str = ",") -> str:
    made = StringIO()
    csv.writer(made, delimiter=delimiter).writerows(rows)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "delimiter", "encoding"),
    [("a.csv", ",", "utf-8-sig"), ("a.csv", ";", "cp1252"), ("a.tsv", "\t", "utf-16"), ("a.csv", "|", "utf-8")],
)  # fmt: skip
def test_each_row_is_an_account_with_what_its_columns_say(
    tmp_path: Path, name: str, delimiter: str, encoding: str
) -> None:
    data = table(NAMES, *ROWS, delimiter=delimiter).encode(encoding)
    (first, second), problems = read_bytes(tmp_path, name, data)
    assert [first.text, second.text] == [f"Fire in the mill\n\n{FIRST}", f"Looms, lost\n\n{SECOND}"]
    assert [first.source, second.source] == [f"{name}#2", f"{name}#3"]
    assert (first.outlet, first.url) == ("Selm Gazette", "https://g.example/mill")
    assert (first.published.earliest, second.published.earliest) == ("2031-06-02", "2031-06-03")
    assert all("cp1252" in problem.reason for problem in problems)


def test_a_spreadsheet_that_tells_its_separator_is_believed(tmp_path: Path) -> None:
    data = "sep=;\r\n" + table(["id, old", "text"], ["1", FIRST], delimiter=";")
    (account,), _ = read_bytes(tmp_path, "a.csv", data.encode())
    assert account.text == FIRST


def test_the_only_column_of_long_cells_holds_the_texts(tmp_path: Path) -> None:
    data = table(["No.", "Where", "What was reported"], ["1", "Selm", FIRST], ["2", "Tarn", SECOND])
    accounts, problems = read_bytes(tmp_path, "a.csv", data.encode())
    assert [account.text for account in accounts] == [FIRST, SECOND]
    assert problems == ()


@pytest.mark.parametrize(
    "rows",
    [
        (["id", "place"], ["1", "Selm"]),
        (["first", "second"], [FIRST, SECOND]),
        (["id", "place"],),
    ],
)
def test_a_table_without_a_column_of_texts_says_what_to_rename(
    tmp_path: Path, rows: tuple[list[str], ...]
) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.csv", table(*rows).encode())
    assert accounts == ()
    assert f"“text” in the first row (found: {', '.join(rows[0])})" in problem.reason


def test_rows_without_text_are_counted_once(tmp_path: Path) -> None:
    rows = [["a", ""], ["b", FIRST], ["c", " "], ["", ""]]
    accounts, (problem,) = read_bytes(tmp_path, "a.csv", table(["title", "text"], *rows).encode())
    assert len(accounts) == 1
    assert problem.reason.startswith("rows without text were left out: 2 (the first is row 2)")


def test_a_cell_may_be_as_long_as_an_account(tmp_path: Path) -> None:
    data = table(["text"], [f"{FIRST} " * 2_000]).encode()
    (account,), _ = read_bytes(tmp_path, "a.csv", data)
    assert len(account.text) > 300_000


def test_marks_that_do_not_pair_are_told(tmp_path: Path) -> None:
    data = table(["title", "text"], ROWS[0][::5]) + 'b,"' + SECOND
    accounts, (problem,) = read_bytes(tmp_path, "a.csv", data.encode())
    assert [account.title for account in accounts] == ["Fire in the mill", "b"]
    assert "the table is damaged" in problem.reason


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_known_by_its_names_under_any_name(tmp_path: Path, delimiter: str) -> None:
    data = table(NAMES, *ROWS, delimiter=delimiter).encode()
    accounts, _ = read_bytes(tmp_path, "a.txt", data)
    assert [account.source for account in accounts] == ["a.txt#2", "a.txt#3"]


@pytest.mark.parametrize(
    "text",
    [
        f"Title, text and story\n\n{FIRST}",
        f"Text, title\n{SECOND}",
        f"The subject of the letter was the body of a text, she said.\n{FIRST}",
        f"story | date\n\n{SECOND}",
    ],
)
def test_an_ordinary_text_that_opens_a_little_like_a_table_is_read(
    tmp_path: Path, text: str
) -> None:
    (account,), _ = read_bytes(tmp_path, "a.txt", text.encode())
    assert account.text == text


def test_texts_between_tabs_keep_their_quotation_marks(tmp_path: Path) -> None:
    data = f'title\ttext\nMill\t"We saw it," said Ina Rolt. "{FIRST}\nQuay\t{FIRST}\n'
    accounts, problems = read_bytes(tmp_path, "a.tsv", data.encode())
    assert accounts[0].text == f'Mill\n\n"We saw it," said Ina Rolt. "{FIRST}'
    assert (len(accounts), problems) == (2, ())


def test_a_csv_holds_what_the_standard_library_finds_in_it(tmp_path: Path) -> None:
    rows = [[f"No. {n}", f"{FIRST} “{n}”, it’s “so”\r\nin two lines"] for n in range(50)]
    accounts, _ = read_bytes(tmp_path, "a.csv", table(["title", "text"], *rows).encode())
    (tmp_path / "a.csv").read_bytes()
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        seen = list(csv.DictReader(file))
    assert [a.text for a in accounts] == [f"{row['title']}\n\n{row['text']}" for row in seen]


# --- workbooks --------------------------------------------------------------------------------------


def book(**sheets: list) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    made.remove(made.active)  # type: ignore[arg-type]
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    file = BytesIO()
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize("name", ["a.xlsx", "a.txt"])
def test_each_row_of_a_sheet_is_an_account(tmp_path: Path, name: str) -> None:
    rows: list = [
        NAMES,
        [*ROWS[0][:1], datetime(2031, 6, 2, 8, 30), *ROWS[0][2:]],
        [],
        ROWS[1],
    ]
    (first, second), problems = read_bytes(tmp_path, name, saved(book(Reports=rows)))
    assert problems == ()
    assert [first.text, second.text] == [f"Fire in the mill\n\n{FIRST}", f"Looms, lost\n\n{SECOND}"]
    assert (first.published.earliest, first.outlet) == ("2031-06-02", "Selm Gazette")


def test_sheets_are_tables_of_their_own_and_hidden_ones_are_told(tmp_path: Path) -> None:
    made = book(A=[["text"], [FIRST]], Notes=[["to do"], ["call Ina"]], B=[["text"], [SECOND]])
    made["B"].sheet_state = "hidden"
    accounts, (notes, hidden) = read_bytes(tmp_path, "a.xlsx", saved(made))
    assert [account.source for account in accounts] == ["a.xlsx#1#2"]
    assert notes.where == "a.xlsx, sheet Notes"
    assert "“text” in the first row" in notes.reason
    assert (hidden.where, "hidden" in hidden.reason) == ("a.xlsx, sheet B", True)


def test_without_the_library_a_workbook_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    _, (problem,) = read_bytes(tmp_path, "a.xlsx", saved(book(A=[["text"], [FIRST]])))
    assert "pip install 'variorum[formats]'" in problem.reason


# --- hostile ----------------------------------------------------------------------------------------


def with_sheet(change: str, into: str) -> bytes:
    """Return a workbook in whose first sheet one stretch of markup is another."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(saved(book(A=[["text"], [FIRST]])))) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:  # fmt: skip
        for name in old.namelist():
            content = old.read(name).decode()
            new.writestr(name, content.replace(change, into) if "sheet1" in name else content)
    return made.getvalue()


ENTITIES = '<!DOCTYPE x [<!ENTITY a "boom"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet '
FAR = '<row r="{0}"><c r="XFD{0}"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (with_sheet("<worksheet ", ENTITIES), "cannot be read as a workbook"),
        (with_sheet("</sheetData>", "".join(FAR.format(n) for n in range(3, 5_000)) + "</sheetData>"), "cells"),
        (with_sheet("</sheetData>", " " * 9_000_000 + "</sheetData>"), "unpacks to more than"),
        (with_sheet("<sheetData>", "<sheetData><row r='x'>"), "cannot be read as a workbook"),
        (saved(book(A=[["text"], [FIRST]]))[:2_000], "cannot be read as a workbook"),
    ],
    ids=["entities", "far", "bomb", "damaged", "half"],
)  # fmt: skip
def test_a_hostile_workbook_is_a_problem(tmp_path: Path, data: bytes, told: str) -> None:
    accounts, (problem,) = read_bytes(tmp_path, "a.xlsx", data, max_source_bytes=8_000_000)
    assert accounts == ()
    assert told in problem.reason


def test_a_row_of_html_is_held_to_the_limits_of_pages(tmp_path: Path) -> None:
    rows = [["<p>" + "<b>x</b>" * 30], [FIRST]]
    accounts, (problem,) = read_bytes(
        tmp_path, "a.csv", table(["text"], *rows).encode(), max_inline=20
    )
    assert [account.text for account in accounts] == [FIRST]
    assert problem.where == "a.csv, row 2"

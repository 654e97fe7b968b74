"""Files by contract v1: every field there, the same bytes twice, no formula in a cell."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.report.ledgers import EVIL, hostile
from variorum.records import Decision
from variorum.report.exporting import export
from variorum.report.files.contract import FILES, cell, json_line

CONTRACT = Path(__file__).parents[2] / "docs" / "contract.md"


def promised() -> dict[str, list[str]]:
    """Return the fields that the contract's table names, by file."""
    fields = {}
    for line in CONTRACT.read_text(encoding="utf-8").splitlines():
        cells = [part.strip() for part in line.strip("|").split("|")]
        if len(cells) == 2 and cells[0].startswith("`") and cells[0].endswith(".jsonl`"):
            outer = _outside_brackets(cells[1])
            fields[cells[0].strip("`").removesuffix(".jsonl")] = outer.split("`")[1::2]
    return fields


def _outside_brackets(text: str) -> str:
    depth, kept = 0, ""
    for char in text:
        depth += (char in "[{(") - (char in "]})")
        kept += char if depth == 0 and char not in "]})" else ""
    return kept


def rows(folder: Path, name: str) -> list[dict[str, object]]:
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_the_contract_names_every_file() -> None:
    assert sorted(promised()) == sorted(name for name, _ in FILES)


@pytest.mark.parametrize("name", [name for name, _ in FILES])
def test_no_field_of_the_contract_is_absent(name: str, tmp_path: Path) -> None:
    ledger = hostile()
    ledger.add([Decision(id="d-1", target="v-1", view="confirm", who="A", when="2031-05-04")])
    export(ledger, tmp_path)
    for row in rows(tmp_path, name):
        assert [field for field in promised()[name] if field not in row] == []


def test_what_is_unknown_is_null(tmp_path: Path) -> None:
    export(hostile(), tmp_path)
    assert rows(tmp_path, "figures")[0]["as_of"] is None


def test_a_place_nests_under_its_own_key(tmp_path: Path) -> None:
    export(hostile(), tmp_path)
    place = rows(tmp_path, "quotations")[0]["place"]
    assert isinstance(place, dict)
    assert sorted(place) == ["account", "end", "start", "text"]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_the_same_ledger_gives_the_same_files(form: str, tmp_path: Path) -> None:
    first = export(hostile(), tmp_path / "a", form)
    again = export(hostile(), tmp_path / "b", form)
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in again]


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\u0085", "\v", "\f", "\x1c"])
def test_a_row_is_one_line_to_every_reader_and_reads_back_the_same(end: str) -> None:
    line = json_line({"text": f"one{end}two é"}).decode("utf-8")
    assert line.splitlines() == [line.removesuffix("\n")]
    assert json.loads(line) == {"text": f"one{end}two é"}


def test_rows_are_ordered_by_id(tmp_path: Path) -> None:
    export(hostile(), tmp_path)
    ids = [str(row["id"]) for row in rows(tmp_path, "verdicts")]
    assert ids == sorted(ids)


def test_no_half_file_is_left(tmp_path: Path) -> None:
    export(hostile(), tmp_path)
    assert list(tmp_path.glob("*.partial")) == []


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\t+", "\u00a0@", "＝", "\ufeff="]
)
def test_a_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(start: str) -> None:
    assert cell(f"{start}1+1").startswith("'")


@pytest.mark.parametrize("text", ["plain", " leading", "a=b", "3 - 2", "-3.5", ""])
def test_a_plain_cell_stays(text: str) -> None:
    assert cell(text) == text


def test_a_negative_number_stays_a_number() -> None:
    assert cell(-3) == "-3"


def test_what_is_unknown_is_an_empty_cell() -> None:
    assert cell(None) == ""


def test_hostile_text_comes_back_whole_from_csv(tmp_path: Path) -> None:
    export(hostile(), tmp_path, "csv")
    body = (tmp_path / "accounts.csv").read_bytes().decode("utf-8")
    read = list(csv.DictReader(io.StringIO(body, newline="")))
    assert [row["title"] for row in read] == [EVIL, EVIL]

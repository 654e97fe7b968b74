"""What every export owes, whatever its format: whole files, the same bytes, a place in the docs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.ledgers import hostile
from variorum.errors import UsageError
from variorum.ledgers.memory import MemoryLedger
from variorum.report.exporting import FORMATS, export
from variorum.report.placing import atomically

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_files_it_names_are_there(form: str, tmp_path: Path) -> None:
    files = export(hostile(), tmp_path / "made" / "anew", form)
    assert files
    assert [file for file in files if not file.is_file() or tmp_path not in file.parents] == []


@pytest.mark.parametrize("form", list(FORMATS))
def test_no_half_file_stays(form: str, tmp_path: Path) -> None:
    export(hostile(), tmp_path, form)
    assert list(tmp_path.rglob("*.partial")) == []


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_same_ledger_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    first, again = (export(hostile(), tmp_path / name, form) for name in "ab")
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in again]


@pytest.mark.parametrize("form", list(FORMATS))
def test_an_empty_ledger_can_be_written(form: str, tmp_path: Path) -> None:
    assert all(file.is_file() for file in export(MemoryLedger(), tmp_path, form))


@pytest.mark.parametrize("form", list(FORMATS))
def test_every_format_has_its_section(form: str) -> None:
    assert f"\n## {form}\n" in PAGE.read_text(encoding="utf-8")


def test_an_unknown_format_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="jsonl, csv, xlsx"):
        export(hostile(), tmp_path, "pdf")


def test_a_file_that_stood_there_stays_if_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(OSError, match="full"), atomically(path) as partial:
        partial.write_text("half", encoding="utf-8")
        raise OSError("full")
    assert (path.read_text(encoding="utf-8"), list(tmp_path.iterdir())) == ("before", [path])

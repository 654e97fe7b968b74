"""Exporting: the formats a ledger is written in, one row each.

Enters: a `Ledger`, a folder, the name of a format. Leaves: files.

A writer's module is imported when it is used: reading the table loads no library.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from variorum.errors import UsageError
from variorum.seams import Ledger

Writer = Callable[[Ledger, Path], list[Path]]
"""Writes into a folder, made if it is missing, and returns the files in order."""


class Format(Struct, frozen=True):
    """A format: the name it is asked for by, what it is, whom it is for (one line), its writer."""

    name: str
    what: str
    help: str
    write: Writer


def export(ledger: Ledger, folder: Path, form: str = "jsonl") -> list[Path]:
    """Write a ledger into `folder` in one of the `FORMATS`; return the files, in order.

    The same accounts give the same bytes, whatever others write to the ledger meanwhile. Each file is written beside its name and moved into
    place, so that a reader never meets half a file. UsageError if there is no such format.
    """
    if form not in FORMATS:
        raise UsageError(f"There is no format {form!r}. There are: {', '.join(FORMATS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    with ledger.snapshot() as still:
        return FORMATS[form].write(still, folder)


def _jsonl(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.tables import json_lines

    return json_lines(ledger, folder)


def _csv(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.tables import csv_tables

    return csv_tables(ledger, folder)


def _parquet(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.parquet import parquet

    return parquet(ledger, folder)


def _xlsx(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.workbook import workbook

    return workbook(ledger, folder)


def _markdown(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.dossier_markdown import markdown_dossier

    return markdown_dossier(ledger, folder)


def _docx(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.dossier_word import word_dossier

    return word_dossier(ledger, folder)


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("jsonl", "JSON Lines", "contract v1, one file a kind of record", _jsonl),
        Format("csv", "CSV", "the same as tables, one file a kind of record", _csv),
        Format("xlsx", "Excel workbook", "findings with links, one sheet a kind of record", _xlsx),
        Format("parquet", "Parquet", "typed tables for DuckDB, Polars, pandas and R", _parquet),
        Format("docx", "Word dossier", "all findings in prose, evidence in footnotes", _docx),
        Format("markdown", "Markdown dossier", "the same as plain text", _markdown),
    )
}

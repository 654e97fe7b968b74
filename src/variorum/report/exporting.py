"""Exporting: the formats a ledger is written in, one row each.

Enters: a `Ledger`, a folder, the name of a format. Leaves: files.

A writer is named by its module and function and imported when it is used: reading the table loads
no library.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from msgspec import Struct

from variorum.errors import UsageError
from variorum.seams import Ledger

Writer = Callable[[Ledger, Path], list[Path]]
"""Writes into a folder that is there, and returns the files in order."""
Remark = Callable[[Ledger], str | None]


class Format(Struct, frozen=True):
    """A format: the name it is asked for by, what it is, whom it is for (one line), its writer.

    `writer` names a `Writer` below `variorum.report`, "module:function". `remark`, if any, names a
    function that says what a person should know who looks for what is not in the files.
    """

    name: str
    what: str
    help: str
    writer: str
    remark: str | None = None


def export(ledger: Ledger, folder: Path, form: str = "jsonl") -> list[Path]:
    """Write a ledger into `folder` in one of the `FORMATS`; return the files, in order.

    The same accounts give the same bytes, whatever others write to the ledger meanwhile. Each file
    is written beside its name and moved into place, so that a reader never meets half a file.
    UsageError if there is no such format.
    """
    if form not in FORMATS:
        raise UsageError(f"There is no format {form!r}. There are: {', '.join(FORMATS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    write: Writer = _writer(FORMATS[form].writer)
    with ledger.snapshot() as still:
        return write(still, folder)


def remark(ledger: Ledger, form: str) -> str | None:
    """Return what the files of a ledger in a format lack that was asked for; ``None`` if nothing."""
    named = FORMATS[form].remark if form in FORMATS else None
    if named is None:
        return None
    said: Remark = _writer(named)
    return said(ledger)


def _writer(name: str) -> Any:
    return resolve_name(f"variorum.report.{name}")


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format(
            "jsonl",
            "JSON Lines",
            "contract v1, one file for each kind of record",
            "files.contract:json_lines",
        ),
        Format(
            "csv",
            "CSV",
            "the same as tables, one file for each kind of record",
            "files.contract:csv_tables",
        ),
        Format(
            "xlsx",
            "Excel workbook",
            "findings with links, one sheet for each kind of record",
            "workbook.sheets:workbook",
        ),
        Format(
            "parquet",
            "Parquet",
            "typed tables for DuckDB, Polars, pandas and R",
            "files.parquet:parquet",
        ),
        Format(
            "docx",
            "Word dossier",
            "all findings in prose, evidence in footnotes",
            "dossier.word:word_dossier",
        ),
        Format(
            "markdown",
            "Markdown dossier",
            "the same as plain text",
            "dossier.markdown:markdown_dossier",
        ),
        Format(
            "schema",
            "JSON Schema",
            "contract v1 for validators (2020-12)",
            "standards.json_schema:write",
        ),
        Format(
            "annotations",
            "Web annotations",
            "JSON-LD for Hypothesis and others",
            "standards.web_annotation:write",
        ),
        Format(
            "tei",
            "TEI apparatus",
            "witnesses and readings for scholarly editions",
            "standards.tei:write",
        ),
        Format(
            "ftm",
            "FollowTheMoney",
            "people, bodies, places, events for OpenAleph",
            "standards.follow_the_money:write",
        ),
        Format(
            "graphml",
            "GraphML",
            "the stemma for Gephi, Cytoscape, networkx",
            "standards.graphml:write",
        ),
        Format(
            "prov",
            "PROV-O",
            "where everything comes from, as RDF (Turtle)",
            "standards.prov:write",
        ),
        Format(
            "claimreview",
            "ClaimReview",
            "verdicts that people confirmed, for publishers (schema.org)",
            "standards.claim_review:write",
            remark="standards.claim_review:remark",
        ),
    )
}
"""Every format by its name."""

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
    """A format: the name it is asked for by, what it is, whom it is for (one line), its writer.

    `remark` says what a person should know who is about to look for what is not in the files.
    """

    name: str
    what: str
    help: str
    write: Writer
    remark: Callable[[Ledger], str | None] | None = None


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


def remark(ledger: Ledger, form: str) -> str | None:
    """Return what the files of a ledger in a format lack that was asked for; ``None`` if nothing."""
    said = FORMATS[form].remark if form in FORMATS else None
    return said(ledger) if said else None


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


def _schema(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.standards import json_schema

    return json_schema.write(ledger, folder)


def _annotations(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.standards import web_annotation

    return web_annotation.write(ledger, folder)


def _tei(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.standards import tei

    return tei.write(ledger, folder)


def _ftm(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.standards import follow_the_money

    return follow_the_money.write(ledger, folder)


def _graphml(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.standards import graphml

    return graphml.write(ledger, folder)


def _prov(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.standards import prov

    return prov.write(ledger, folder)


def _claimreview(ledger: Ledger, folder: Path) -> list[Path]:
    from variorum.report.standards import claim_review

    return claim_review.write(ledger, folder)


def _nothing_confirmed(ledger: Ledger) -> str | None:
    from variorum.report.standards import claim_review

    return claim_review.remark(ledger)


FORMATS: dict[str, Format] = {
    form.name: form
    for form in (
        Format("jsonl", "JSON Lines", "contract v1, one file a kind of record", _jsonl),
        Format("csv", "CSV", "the same as tables, one file a kind of record", _csv),
        Format("xlsx", "Excel workbook", "findings with links, one sheet a kind of record", _xlsx),
        Format("parquet", "Parquet", "typed tables for DuckDB, Polars, pandas and R", _parquet),
        Format("docx", "Word dossier", "all findings in prose, evidence in footnotes", _docx),
        Format("markdown", "Markdown dossier", "the same as plain text", _markdown),
        Format("schema", "JSON Schema", "contract v1 for validators (2020-12)", _schema),
        Format("annotations", "Web annotations", "JSON-LD for Hypothesis and others", _annotations),
        Format("tei", "TEI apparatus", "witnesses and readings for scholarly editions", _tei),
        Format("ftm", "FollowTheMoney", "people, bodies, places, events for OpenAleph", _ftm),
        Format("graphml", "GraphML", "the stemma for Gephi, Cytoscape, networkx", _graphml),
        Format("prov", "PROV-O", "where everything comes from, as RDF (Turtle)", _prov),
        Format(
            "claimreview",
            "ClaimReview",
            "verdicts that people confirmed, for publishers (schema.org)",
            _claimreview,
            remark=_nothing_confirmed,
        ),
    )
}

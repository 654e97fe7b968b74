"""The command that gives a ledger away: export.

Enters: a ledger, a format. Leaves: files that other tools read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from variorum.serve.commands.options import AWAY, MORE, LedgerLocation, complete_format


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(rich_help_panel=AWAY, epilog=MORE)(export)


def _formats(wanted: bool) -> None:
    """Print the formats there are, and end."""
    if wanted:
        from variorum.report.exporting import FORMATS

        for form in FORMATS.values():
            typer.echo(f"{form.name:<12} {form.what}: {form.help}")
        raise typer.Exit


def export(
    ledger: LedgerLocation,
    *,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="The folder to write to; made if missing.")
    ],
    file_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of those that --formats lists.",
            autocompletion=complete_format,
        ),
    ] = "jsonl",
    formats: Annotated[
        bool,
        typer.Option("--formats", callback=_formats, is_eager=True, help="List the formats."),
    ] = False,
) -> None:
    """Write the ledger as files that other tools read.

    `variorum export flood.variorum --format xlsx --out flood-tables/`

    `variorum export --formats`
    """
    from variorum.report.exporting import export as write
    from variorum.report.exporting import remark
    from variorum.serve import opening

    with opening.opened(ledger) as opened:
        write(opened, out, file_format)
        said = remark(opened, file_format)
    typer.echo(f"The files are in {out}", err=True)
    if said:
        typer.echo(said, err=True)

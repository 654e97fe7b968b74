"""The command that gives a ledger away: export.

Enters: a ledger, a format. Leaves: files that other tools read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from variorum.serve.commands.options import LedgerLocation, complete_format, tell


class Exporting(TyperCommand):
    """The command whose help lists the formats as their table has them."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help; the table is read only now, since it is slow to import."""
        from variorum.report.exporting import FORMATS

        listed = "\n".join(f"- `{f.name}`  {f.what}: {f.help}" for f in FORMATS.values())
        self.help = f"{self.help}\n\n**Formats:**\n\n{listed}"
        super().format_help(ctx, formatter)


def export(
    ledger: LedgerLocation,
    *,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="DIR", help="The folder to write to; created if missing."),
    ],
    file_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="One of the formats above.",
            autocompletion=complete_format,
        ),
    ] = "jsonl",
) -> None:
    """Write the ledger as files that other tools read.

    `variorum export flood.variorum --format xlsx --out flood-tables/`
    """
    from variorum.report.exporting import export as write
    from variorum.report.exporting import remark
    from variorum.serve.console import opening

    with opening.opened(ledger) as opened:
        write(opened, out, file_format)
        said = remark(opened, file_format)
    tell(f"The files are in {out}")
    if said:
        tell(said)

"""The command that prints the two-minute brief: brief.

Enters: a ledger. Leaves: Markdown on stdout or in a file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from variorum.serve.commands.options import LedgerLocation, tell


def brief(
    ledger: LedgerLocation,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            metavar="FILE",
            help="Write the brief to this file instead of the screen.",
        ),
    ] = None,
) -> None:
    """Print a two-minute brief in Markdown.

    `variorum brief flood.variorum`

    `variorum brief flood.variorum -o flood.md`
    """
    from variorum.report import brief as written
    from variorum.report.placing import atomically
    from variorum.serve.console import opening
    from variorum.serve.console.harmless import harmless_lines

    with opening.opened(ledger) as opened:
        text = harmless_lines(written(opened))
    if out is None:
        typer.echo(text, nl=False)
        return
    with atomically(out) as partial:
        partial.write_text(text, encoding="utf-8")
    tell(f"The brief is {out}")

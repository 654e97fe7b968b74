"""The command that writes the page: report.

Enters: a ledger. Leaves: the page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from variorum.serve.commands.options import LedgerLocation, tell


def report(
    ledger: LedgerLocation,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", "--out", metavar="PAGE", help="Where to write the page. [default: LEDGER.html]"
        ),
    ] = None,
) -> None:
    """Write the ledger as one self-contained HTML page.

    `variorum report flood.variorum`

    `variorum report flood.variorum -o flood-for-the-desk.html`
    """
    from variorum.ledgers.opening import beside
    from variorum.report.page.building import page
    from variorum.report.placing import atomically
    from variorum.serve.console import opening

    target = out or beside(ledger, ".html")
    with opening.opened(ledger) as opened, atomically(target) as partial:
        partial.write_text(page(opened), encoding="utf-8")
    tell(f"The page is {target}")

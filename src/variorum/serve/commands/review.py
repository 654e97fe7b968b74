"""The command that opens the review screen: review.

Enters: a ledger. Leaves: the screen, and decisions in the ledger.
"""

from __future__ import annotations

from typing import Annotated

import typer

from variorum.serve.commands.options import LedgerLocation


def review(
    ledger: LedgerLocation,
    *,
    reviewer: Annotated[
        str | None,
        typer.Option("--reviewer", metavar="NAME", help="Who takes the decisions."),
    ] = None,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 picks a free one."),
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the screen in the browser.")
    ] = True,
) -> None:
    """Open the review screen: confirm, reject, merge and note, by keyboard.

    The screen runs on this machine only, and only the address printed at the start opens it.

    `variorum review flood.variorum --reviewer Ada`
    """
    from variorum.serve.web import serve_review

    serve_review(ledger, reviewer=reviewer, port=port, open_browser=browser)

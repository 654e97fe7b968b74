"""The command that says what a record rests on: why.

Enters: a ledger, an id. Leaves: grounds on stdout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from variorum.serve.commands.options import AsJson, LedgerLocation, print_json

if TYPE_CHECKING:
    pass


def why(
    ledger: LedgerLocation,
    record: Annotated[
        str, typer.Argument(metavar="ID", help="The number of a finding, or the id of any record.")
    ],
    as_json: AsJson = False,
) -> None:
    """Explain what a finding, verdict, merge or any other record rests on.

    `variorum why flood.variorum 3`

    `variorum why flood.variorum v-0f3c2a9b1d4e5f60`
    """
    from variorum.report.reasons import why as answer
    from variorum.serve.console import opening
    from variorum.serve.printed.findings import explain

    with opening.opened(ledger) as opened:
        found = answer(opened, record)
        if as_json:
            print_json([found])
        else:
            explain(opened, found)

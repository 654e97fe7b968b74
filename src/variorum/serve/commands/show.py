"""The command that prints findings: show.

Enters: a ledger. Leaves: findings on stdout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from variorum.serve.commands.options import (
    AsJson,
    Everything,
    LedgerLocation,
    OfAccount,
    print_json,
)

if TYPE_CHECKING:
    from variorum.seams import Ledger


def show(
    ledger: LedgerLocation,
    *,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help='Show only findings of this kind, such as "figure differs"; a part of the name will do. '
            "A kind that the ledger has not is answered with those it has.",
        ),
    ] = None,
    account: OfAccount = None,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """Print a ledger's findings with the words they rest on.

    `variorum show flood.variorum --all | less`

    `variorum show flood.variorum --kind "figure differs" --json`
    """
    from variorum.serve.console import opening

    with opening.opened(ledger) as opened:
        print_findings(opened, kind=kind, account=account, everything=everything, as_json=as_json)


def print_findings(
    ledger: Ledger,
    *,
    kind: str | None = None,
    account: str | None = None,
    everything: bool = False,
    as_json: bool = False,
) -> None:
    """Print the findings of a kind and account, each under its number among all."""
    from variorum.report.lists.choosing import chosen_findings
    from variorum.serve.printed import findings as printed

    found = chosen_findings(ledger, kind=kind, account=account)
    if as_json:
        print_json(finding for _, finding in found)
    else:
        printed.show(ledger, found, most=None if everything else printed.MOST_FINDINGS_PRINTED)

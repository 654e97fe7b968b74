"""The command that compares two ledgers: diff.

Enters: two ledgers. Leaves: what one has that the other has not, on stdout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from variorum.serve.commands.options import DIFFERS, AsJson, Everything, complete_ledger, print_json

if TYPE_CHECKING:
    pass


def diff(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="The earlier ledger.", autocompletion=complete_ledger),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar="NEW", help="The later ledger.", autocompletion=complete_ledger),
    ],
    *,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """Print what changed from one ledger to another; exit with 1 if anything did.

    `variorum diff monday.variorum tuesday.variorum`

    `variorum diff monday.variorum tuesday.variorum --json | grep '"lost"'`
    """
    from variorum.report.lists.ledger_diff import compared, read_edition
    from variorum.serve.console import opening
    from variorum.serve.printed import gaps as printed

    with opening.opened(old) as one, opening.opened(new) as other:
        found = compared(read_edition(one), read_edition(other))
    if as_json:
        print_json(found)
    else:
        printed.show(found, everything=everything)
    if found:
        raise typer.Exit(DIFFERS)

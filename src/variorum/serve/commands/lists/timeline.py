"""The command that lists days: timeline.

Enters: a ledger, or accounts that are read now and kept nowhere. Leaves: a list on stdout.
"""

from __future__ import annotations

from typing import Annotated

import typer

from variorum.serve.commands.options import AsJson, Given, OfAccount, print_json
from variorum.serve.console.ledger_or_accounts import material_given


def timeline(
    given: Given,
    *,
    account: OfAccount = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE",
            help="Show only days from this date on: 2031-05-04, 2031-05 or 2031.",
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Show only days up to this date.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print events, publications and dates in the accounts, in order.

    `variorum timeline flood.variorum --since 2031-05`

    `variorum timeline articles/ --account "Valley Wire"`
    """
    from variorum.report.lists.chronicle import chronicle
    from variorum.serve.printed import timeline as printed

    with material_given(given) as known:
        found = chronicle(known, account=account, since=since, until=until)
    if as_json:
        print_json(found)
    else:
        printed.show(found)

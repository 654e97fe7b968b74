"""The command that lists figures by what they count: figures.

Enters: a ledger, or accounts that are read now and kept nowhere. Leaves: a list on stdout.
"""

from __future__ import annotations

from typing import Annotated

import typer

from variorum.serve.commands.options import AsJson, Given, OfAccount, OfSpeaker, print_json
from variorum.serve.console.ledger_or_accounts import material_given


def figures(
    given: Given,
    *,
    counted: Annotated[
        str | None,
        typer.Option("--counted", metavar="WORD", help="Show only figures that count this."),
    ] = None,
    account: OfAccount = None,
    speaker: OfSpeaker = None,
    as_json: AsJson = False,
) -> None:
    """Print figures by what they count: who gives which, and how they compare.

    `variorum figures flood.variorum --counted dead`

    `variorum figures articles/ --json`
    """
    from variorum.report.lists.counted import counts
    from variorum.serve.printed import figures as printed

    with material_given(given) as known:
        found = counts(known, counted=counted, account=account, speaker=speaker)
    if as_json:
        print_json(found)
    else:
        printed.show(found)

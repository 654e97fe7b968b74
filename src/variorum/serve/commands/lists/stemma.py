"""The command that lists who depends on whom: stemma.

Enters: a ledger, or accounts that are read now and kept nowhere. Leaves: a list on stdout.
"""

from __future__ import annotations

from variorum.serve.commands.options import AsJson, Given, OfAccount, print_json
from variorum.serve.console.ledger_or_accounts import material_given


def stemma(given: Given, *, account: OfAccount = None, as_json: AsJson = False) -> None:
    """Print which account depends on which, why, and how many origins there are.

    `variorum stemma flood.variorum`

    `variorum stemma articles/ --json`
    """
    from variorum.report.lists.descent import descent
    from variorum.serve.printed import stemma as printed

    with material_given(given) as known:
        found = descent(known, account=account)
    if as_json:
        print_json([*found.links, *found.origins])
    else:
        printed.show(found)

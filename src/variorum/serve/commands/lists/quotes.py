"""The command that lists who said what: quotes.

Enters: a ledger, or accounts that are read now and kept nowhere. Leaves: a list on stdout.
"""

from __future__ import annotations

from variorum.errors import UsageError
from variorum.serve.commands.options import (
    MANNERS,
    AsJson,
    Given,
    OfAccount,
    OfManner,
    OfSpeaker,
    print_json,
)
from variorum.serve.console.ledger_or_accounts import material_given


def quotes(
    given: Given,
    *,
    speaker: OfSpeaker = None,
    account: OfAccount = None,
    manner: OfManner = None,
    as_json: AsJson = False,
) -> None:
    """Print who said what, in which account, and who passed it on.

    `variorum quotes flood.variorum --speaker Voss`

    `variorum quotes article.html --manner direct --json`
    """
    from variorum.report.lists.said import quotations
    from variorum.serve.printed import quotes as printed

    if manner is not None and manner not in MANNERS:
        raise UsageError(f"There is no manner {manner!r}. There are: {', '.join(MANNERS)}.")
    with material_given(given) as known:
        found = quotations(known, speaker=speaker, account=account, manner=manner)
    if as_json:
        print_json(found)
    else:
        printed.show(found)

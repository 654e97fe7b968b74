"""The command that drops accounts whose files are gone: forget.

Enters: a ledger. Leaves: the same without them.
"""

from __future__ import annotations

from variorum.serve.commands.options import AsJson, LedgerLocation, tell


def forget(ledger: LedgerLocation, as_json: AsJson = False) -> None:
    """Drop accounts whose files are gone, and compare the rest again.

    `collate` keeps an account whose file was deleted, or renamed and edited, and tells you. Decisions on its
    words stay on record as orphans.

    `variorum forget flood.variorum`
    """
    from variorum.serve.commands.show import print_findings
    from variorum.serve.console import opening

    with opening.opened(ledger, writable=True, new=False) as opened:
        dropped = opening.forget(opened)
        if dropped:
            print_findings(opened, as_json=as_json)
    for name in dropped:
        tell(f"Forgotten: {name}")
    if not dropped:
        tell("Nothing to forget: every file is still where it was read from.")

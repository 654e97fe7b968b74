"""Report: the ledger as a page, a brief, a dossier, tables and files.

Enters: a `Ledger`. Leaves: text for people and files for tools; nothing is found here that the
ledger does not hold.

Each function imports what it needs: a command that prints a list starts without what writes pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from variorum.records import Finding
    from variorum.seams import Ledger

__all__ = ["brief", "findings"]


def brief(ledger: Ledger) -> str:
    """Return the two-minute brief as Markdown."""
    from variorum.report.briefing import brief as made
    from variorum.report.briefing import markdown
    from variorum.report.standing import accepted, told

    return markdown(made(accepted(ledger), told(ledger)))


def findings(ledger: Ledger) -> list[Finding]:
    """Return the findings that nobody rejected, most telling first."""
    from variorum.report.standing import in_force, told

    return in_force(told(ledger))

"""Report: the ledger as findings, a page, a brief, tables and files.

Enters: a `Ledger`. Leaves: text for people and files for tools; nothing is found here that the
ledger does not hold.
"""

from variorum.records import Finding
from variorum.report.brief import brief as _brief
from variorum.report.brief import markdown
from variorum.report.exporting import FORMATS, export
from variorum.report.findings import ranked
from variorum.report.page import page
from variorum.report.standing import accepted, in_force, told
from variorum.report.why import Why, why
from variorum.seams import Ledger

__all__ = ["FORMATS", "Why", "brief", "export", "findings", "page", "ranked", "told", "why"]


def brief(ledger: Ledger) -> str:
    """Return the two-minute brief as Markdown."""
    return markdown(_brief(accepted(ledger), told(ledger)))


def findings(ledger: Ledger) -> list[Finding]:
    """Return the findings that nobody rejected, most telling first."""
    return in_force(told(ledger))

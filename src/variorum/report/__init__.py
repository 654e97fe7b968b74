"""Report: the ledger as a page, a brief, a dossier, tables and files.

Enters: a `Ledger`. Leaves: text for people and files for tools; nothing is found here that the
ledger does not hold.
"""

from variorum.find.ranking import ranked
from variorum.records import Finding
from variorum.report.briefing import brief as _brief
from variorum.report.briefing import markdown
from variorum.report.exporting import FORMATS, export
from variorum.report.reasons import Why, why
from variorum.report.standing import accepted, in_force, told
from variorum.seams import Ledger

__all__ = ["FORMATS", "Why", "brief", "export", "findings", "ranked", "told", "why"]


def brief(ledger: Ledger) -> str:
    """Return the two-minute brief as Markdown."""
    return markdown(_brief(accepted(ledger), told(ledger)))


def findings(ledger: Ledger) -> list[Finding]:
    """Return the findings that nobody rejected, most telling first."""
    return in_force(told(ledger))

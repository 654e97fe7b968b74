"""Report: the ledger as findings, a page, a brief, tables and files.

Enters: a `Ledger`. Leaves: text for people and files for tools; nothing is found here that the
ledger does not hold.
"""

from variorum.report.brief import brief as _brief
from variorum.report.brief import markdown
from variorum.report.exporting import FORMATS, export
from variorum.report.findings import ranked
from variorum.report.material import material
from variorum.report.page import page
from variorum.report.why import Why, why
from variorum.seams import Ledger

__all__ = ["FORMATS", "Why", "brief", "export", "page", "ranked", "why"]


def brief(ledger: Ledger) -> str:
    """Return the two-minute brief as Markdown."""
    return markdown(_brief(material(ledger), ranked(ledger)))

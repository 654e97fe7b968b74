"""Report: the ledger as findings, a page, a brief, tables and files.

Enters: a `Ledger`. Leaves: text for people and files for tools; nothing is found here that the
ledger does not hold.
"""

from variorum.report.tables import export

__all__ = ["export"]

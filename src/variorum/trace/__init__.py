"""Trace: quotations against the record, who depends on whom, and independent origins.

Enters: the dossiers of an event, entities, alignments. Leaves: `Check`s, `Borrowing`s, and
`Alignment`s with their independent origins counted.
"""

from variorum.trace.borrowing.borrowings import borrowings
from variorum.trace.checking.checks import checks
from variorum.trace.checking.headlines import headline_checks
from variorum.trace.independence.origins import origins

__all__ = ["borrowings", "checks", "headline_checks", "origins"]

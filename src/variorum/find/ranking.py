"""Ranking: findings in the order in which they are told.

Enters: `Finding`s, or the ledger that holds them. Leaves: the same, most telling first.
"""

from __future__ import annotations

from variorum.records import Finding
from variorum.seams import Ledger


def ranked(ledger: Ledger) -> list[Finding]:
    """Return the findings that a ledger holds, most telling first."""
    return sorted(ledger.read(Finding), key=in_rank)


def in_rank(finding: Finding) -> tuple[object, ...]:
    """Return what orders findings: weight, then their words; ids change with every blank."""
    words = tuple(" ".join(place.text.split()) for place in finding.places)
    return -finding.weight, finding.kind, " ".join(finding.text.split()), words, finding.places

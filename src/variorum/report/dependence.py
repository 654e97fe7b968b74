"""Dependence: which accounts lean on which, as findings.

Enters: `Material`. Leaves: a `Finding` for each pair of accounts of which one copies, cites or
translates the other, or that share an origin nobody names.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.records import Finding
from variorum.report.material import Material
from variorum.report.telling import Basis, finding

STRENGTH = {"copies": 1.0, "translates": 0.9, "common origin": 0.9, "cites": 0.6}
"""How telling a borrowing is; accounts of one speech are told of with the origins."""
MOST_PLACES = 4


def dependence(material: Material) -> Iterator[Finding]:
    """Tell of borrowings between accounts in hand; a source that is not in hand is in the stemma."""
    for borrowing in material.borrowings.values():
        if borrowing.kind not in STRENGTH or borrowing.from_ not in material.accounts:
            continue
        share = borrowing.share if borrowing.share is not None else 1.0
        strength = STRENGTH[borrowing.kind] * (0.7 + 0.3 * share)
        basis = Basis(borrowing.evidence[:MOST_PLACES], (borrowing.id,), strength)
        yield finding("dependence", "", borrowing.because, basis)

"""Dependence: which accounts lean on which, as findings.

Enters: `Material`. Leaves: a `Finding` for each pair of accounts of which one copies, cites or
translates the other, or that share an origin nobody names.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.records import Finding
from variorum.report.material import Material
from variorum.report.telling import Basis, finding

TOLD = frozenset({"copies", "translates", "common origin", "cites"})
"""Borrowings that are findings of their own; accounts of one speech are told of with origins."""


def dependence(material: Material) -> Iterator[Finding]:
    """Tell of borrowings between accounts in hand; a source that is not in hand is in the stemma."""
    for borrowing in material.borrowings.values():
        if borrowing.kind in TOLD and borrowing.from_ in material.accounts:
            share = borrowing.share if borrowing.share is not None else 1.0
            basis = Basis(borrowing.evidence, (borrowing.id,), 0.7 + 0.3 * share)
            yield finding(borrowing.kind, "", borrowing.because, basis)

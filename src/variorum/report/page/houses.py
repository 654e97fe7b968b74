"""Houses: where accounts are many, those of one outlet are one box of the stemma.

Enters: `Material`. Leaves: `Houses`.

A line between two houses stands for all that leads from accounts of the one to accounts of the other.
A source that is not in hand is a box of its own, though it bear the name of an outlet: which of that
outlet's accounts is meant, nobody knows.
"""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.records import Borrowing

MOST_BOXED_ALONE = 12
"""Accounts up to which each is a box of its own."""


class Houses(Struct, frozen=True):
    """Boxes by what they stand for: `keys` of accounts, `labels` of boxes for several of them."""

    keys: dict[str, str]
    labels: dict[str, str]

    @property
    def bundled(self) -> bool:
        """Whether a box may stand for several accounts."""
        return bool(self.labels)

    def of(self, end: str) -> str:
        """Return the box of an account, or of a source that is not in hand."""
        return self.keys.get(end, end)

    def ends(self, one: Borrowing) -> tuple[str, str]:
        """Return the boxes that a borrowing leads from and to."""
        return self.of(one.from_), self.of(one.to)


def houses(material: Material) -> Houses:
    """Return the boxes of a ledger's accounts; up to `MOST_BOXED_ALONE` accounts each has its own."""
    outlets = {a.id: a.outlet for a in material.accounts.values() if a.outlet}
    size = Counter(outlets.values())
    if len(material.accounts) <= MOST_BOXED_ALONE:
        return Houses({}, {})
    shared = {key: f"house {outlet}" for key, outlet in outlets.items() if size[outlet] > 1}
    labels = {shared[key]: f"{outlets[key]} ({size[outlets[key]]} accounts)" for key in shared}
    return Houses(shared, labels)

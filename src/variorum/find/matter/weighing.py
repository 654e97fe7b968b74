"""Weighing: how telling a finding is by its kind, and beside others of its kind.

Enters: `Material`, places. Leaves: factors of a weight, at most 1.

An account tells what matters most first, and what several accounts tell of matters more than what
two do. Nothing here depends on accounts that a finding does not name.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.find.matter.material import Material
from variorum.records import Span

FINDING_WEIGHTS = {
    "figure differs": 100,
    "update": 96,
    "time differs": 94,
    "place differs": 94,
    "actor differs": 94,
    "contradicted": 84,
    "check differs": 90,
    "sense differs": 70,
    "translation variant": 74,
    "scope differs": 72,
    "wording differs": 66,
    "attribution differs": 56,
    "headline": 62,
    "other event": 80,
    "copies": 76,
    "common origin": 74,
    "translates": 72,
    "one origin": 50,
    "cites": 40,
    "only here": 36,
    "quotation changed": 30,
}
"""Weights at full strength, 0 to 100."""
LATE = 0.3
"""What the last words of an account weigh less than its first."""
ENOUGH_ACCOUNTS = 5
"""Accounts from which on more of them say no more."""
TWO = 0.8
"""Weight of what only two accounts tell of."""


def central(material: Material, places: Sequence[Span]) -> float:
    """Return 1 where all stand at the beginning of their accounts, less the later they stand."""
    parts = [p.start / max(1, len(material.accounts[p.account].text)) for p in places]
    return 1.0 - LATE * (sum(parts) / len(parts) if parts else 1.0)


def wide(places: Sequence[Span]) -> float:
    """Return how many accounts are named, two to `ENOUGH_ACCOUNTS`, as a factor from `TWO` to 1."""
    accounts = min(ENOUGH_ACCOUNTS, len({place.account for place in places}))
    return TWO + (1.0 - TWO) * max(0, accounts - 2) / (ENOUGH_ACCOUNTS - 2)

"""Precision: how often each rule of judging was right on rows that nobody had tuned it to.

Enters: the name of a rule. Leaves: a confidence from 0 to 1, or ``None`` where too few rows tell.

`python -m quality.verdicts --keep` counts anew and writes `judge.rule_precision`; it says what "right" means.
"""

from __future__ import annotations

import math
from typing import Final

from variorum.judge.rule_precision import MEASURED

FEWEST_ROWS: Final = 30
"""Rows below which no rule has a confidence."""
NORMAL_QUANTILE: Final = 1.96
"""Standard deviations of the interval whose lower end is the confidence: 95 of 100 hold it."""


def confidence(rule: str) -> float | None:
    """Return the lower end of Wilson's interval for a rule's precision."""
    found = MEASURED.get(rule)
    if found is None or found.of < FEWEST_ROWS:
        return None
    share, square = found.right / found.of, NORMAL_QUANTILE * NORMAL_QUANTILE
    middle = share + square / (2 * found.of)
    spread = NORMAL_QUANTILE * math.sqrt(
        share * (1 - share) / found.of + square / (4 * found.of**2)
    )
    return round((middle - spread) / (1 + square / found.of), 2)

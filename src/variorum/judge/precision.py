"""Precision: how often each rule of judging was right on rows that nobody had tuned it to.

Enters: the name of a rule. Leaves: a confidence from 0 to 1, or ``None`` where too few rows tell,
and whether the rule may say what it says.

`python -m quality.verdicts --keep` counts anew and writes `judge.rule_precision`; it says what "right" means.
"""

from __future__ import annotations

import math
from typing import Final

from variorum.judge.rule_precision import MEASURED
from variorum.vocabulary import VerdictKind

FEWEST_ROWS: Final = 30
"""Rows below which a rule that tells a difference is withheld, and none has a confidence."""
LEAST_PRECISION: Final = 0.85
"""Share of right rows below which a rule that tells a difference in sense is withheld."""
WITHHELD: Final = frozenset(
    {"contradicted", "sense differs", "attribution differs", "scope differs"}
)
"""Kinds that a rule may say only where it was right often enough; else the pair is `unclear`."""
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


def allowed(kind: VerdictKind, rule: str) -> VerdictKind:
    """Return the kind that a rule may say: `unclear` where it is not right often enough."""
    found = MEASURED.get(rule)
    proven = (
        found is not None and found.of >= FEWEST_ROWS and found.right >= LEAST_PRECISION * found.of
    )
    return "unclear" if kind in WITHHELD and not proven else kind


def open_(because: str) -> str:
    """Return the sentence of a rule that is not right often enough to say so."""
    return f"Left open; a rule that is not right often enough says: {because}"

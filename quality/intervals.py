"""Intervals: how far a number may be from what more rows of the same kind would give.

Enters: counts, or rows with the text that each is from. Leaves: the lower and upper end, 0 to 100,
of an interval that covers 95 of 100 such measurements.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Row = TypeVar("Row")
Interval = tuple[float, float]

Z = 1.959964
"""The normal quantile that leaves 2.5 % on either side."""
DRAWS = 400
SEED = 20201106


def wilson(hits: float, of: int) -> Interval:
    """Return Wilson's interval for a share, 0 to 100 (Wilson 1927); all of it where there are no rows."""
    if of == 0:
        return 0.0, 100.0
    share, part = hits / of, Z * Z / of
    middle = (share + part / 2) / (1 + part)
    reach = Z * math.sqrt(share * (1 - share) / of + part / (4 * of)) / (1 + part)
    return 100 * max(0.0, middle - reach), 100 * min(1.0, middle + reach)


def by_text(
    rows: Iterable[Row],
    text: Callable[[Row], Hashable],
    measure: Callable[[Sequence[Row]], float],
) -> Interval:
    """Return the interval of a measure when whole texts are drawn anew, with replacement.

    Rows of one text stand or fall together, so that they are drawn together (the cluster bootstrap,
    Field and Welsh 2007). Draws on which the measure is none are left out.
    """
    grouped: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[text(row)].append(row)
    texts = list(grouped.values())
    dice = random.Random(SEED)  # noqa: S311 - a fixed sample, no secret
    drawn = (
        measure([row for rows in dice.choices(texts, k=len(texts)) for row in rows])
        for _ in range(DRAWS)
    )
    values = sorted(value for value in drawn if not math.isnan(value))
    if not values:
        return 0.0, 100.0
    return values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]

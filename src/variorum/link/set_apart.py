"""Set apart: what parts two accounts of one small story beyond what the event model learnt.

Enters: `Telling`s, pairs of positions and their features. Leaves: log-odds to take off, a number
a pair, and the grounds.

The collections that the model is trained on hold few meetings of one affair. They do show that
other company and another day are evidence (`docs/steps/link.md` has the rates); in a small story,
whose accounts all share their subject, these two grounds weigh more than was learnt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from variorum.link.event_features import FEATURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from variorum.link.tellings import Telling

    Floats = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

GATHERED = 0.5
"""Log-odds that speak for one event before anything is read: somebody gathered these accounts."""
COMPANY = 2.0
"""Log-odds against one event where the leads name other company."""
ANOTHER_DAY = ((4, 2.0), (14, 6.0))
"""Log-odds against one event where the accounts' own days lie at least so many days apart."""

NOTHING_SHARED = 3.0
"""Log-odds against one event where the leads share next to no words and the texts no names."""
NEXT_TO_NONE = 0.1
"""Cosines below this are next to nothing."""


def apart(tellings: Sequence[Telling], pairs: Pairs, features: Floats) -> Floats:
    """Return the log-odds to take off each pair of a small story."""
    return np.asarray(
        COMPANY * other_company(features)
        + another_day(tellings, pairs)
        + NOTHING_SHARED * nothing_shared(features)
        - GATHERED,
        dtype=np.float64,
    )


def nothing_shared(features: Floats) -> Floats:
    """Return 1 where leads have next to no words, and texts no proper words, in common."""
    columns = [FEATURES.index("lead"), FEATURES.index("proper words")]
    return np.asarray((features[:, columns] < NEXT_TO_NONE).all(axis=1), dtype=np.float64)


def other_company(features: Floats) -> Floats:
    """Return 1 where both leads name one person, and each a person whom the other never names."""
    return np.asarray(features[:, FEATURES.index("other company")])


def another_day(tellings: Sequence[Telling], pairs: Pairs) -> Floats:
    """Return log-odds for own days that lie apart, where neither account gives the other's day."""
    return np.fromiter(
        (_days_apart(tellings[i], tellings[j]) for i, j in zip(*pairs, strict=True)),
        dtype=np.float64,
    )


def _days_apart(one: Telling, two: Telling) -> float:
    if not one.own or not two.own or one.own & two.told or two.own & one.told:
        return 0.0
    gap = min(abs(left - right) for left in one.own for right in two.own)
    return max((weight for days, weight in ANOTHER_DAY if gap >= days), default=0.0)

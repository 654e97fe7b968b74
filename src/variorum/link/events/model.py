"""Event model: how likely two accounts tell of one event, from their features.

Enters: features (`features`). Leaves: likelihoods from 0 to 1, and groups of accounts.

A logistic model with one weight a feature (`weights`, trained by `quality/train_events.py`),
then `linkage` of log-odds. Log-odds, since likelihoods near 1 are all alike: an account without a
date would join whichever of two meetings comes first.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from variorum.link.events.features import FEATURES
from variorum.link.events.weights import WEIGHTS
from variorum.link.grouping.groups import Groups
from variorum.link.grouping.linkage import linked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

LEAST_LIKELIHOOD = 0.5
BIAS = "bias"
"""The name of the constant among the weights."""
MOST_LOG_ODDS = 30.0
SUREST = 6.0
"""Log-odds beyond which a pair is no surer; a pair that never met has as many against it.

Two accounts that met and have as many against them are never one event.
"""


def likelihoods(features: Floats, *, weights: Mapping[str, float] = WEIGHTS) -> Floats:
    """Return the likelihood of one event, a number a row."""
    odds = weights[BIAS] + features @ np.array([weights[name] for name in FEATURES])
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -MOST_LOG_ODDS, MOST_LOG_ODDS))))


def grouped(
    size: int, pairs: Pairs, likely: Floats, *, apart: Collection[tuple[int, int]] = ()
) -> list[list[int]]:
    """Return groups of positions, each sorted; pairs that never met count as unlikely.

    Pairs that people set `apart` are in no group. A group never reaches beyond a connected component
    of likely pairs, so each is linked alone.
    """
    near = likely >= LEAST_LIKELIHOOD
    odds = np.log(np.maximum(likely, 1e-12) / np.maximum(1 - likely, 1e-12))
    components = Groups(size)
    for left, right in zip(pairs[0][near].tolist(), pairs[1][near].tolist(), strict=True):
        components.join(left, right)
    members = components.all()
    component = np.zeros(size, dtype=np.intp)
    for number, places in enumerate(members):
        component[places] = number
    inside: list[list[int]] = [[] for _ in members]
    for row in np.flatnonzero(component[pairs[0]] == component[pairs[1]]):
        inside[component[pairs[0][row]]].append(int(row))
    parted: dict[int, list[int]] = {}
    for one, two in apart:
        parted.setdefault(one, []).append(two)
    found = [
        group
        for places, rows in zip(members, inside, strict=True)
        for group in _linked(places, (pairs[0][rows], pairs[1][rows]), odds[rows], parted)
    ]
    return sorted(found)


def _linked(
    places: list[int], pairs: Pairs, odds: Floats, parted: Mapping[int, Sequence[int]]
) -> list[list[int]]:
    number = {place: index for index, place in enumerate(places)}
    known = np.full((len(places), len(places)), -SUREST)
    apart = np.zeros(known.shape, dtype=bool)
    left, right = (np.array([number[int(place)] for place in side], dtype=int) for side in pairs)
    for one, two in ((left, right), (right, left)):
        known[one, two] = np.clip(odds, -SUREST, SUREST)
        apart[one, two] = odds <= -SUREST
    for place, mine in number.items():
        for theirs in (number[other] for other in parted.get(place, ()) if other in number):
            apart[mine, theirs] = apart[theirs, mine] = True
    return [[places[index] for index in group] for group in linked(known, apart)]

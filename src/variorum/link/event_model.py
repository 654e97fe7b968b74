"""Event model: how likely two accounts tell of one event, from their features.

Enters: features (`event_features`). Leaves: likelihoods from 0 to 1, and groups of accounts.

A logistic model with one weight a feature (`event_weights`, trained by `quality/train_events.py`),
then average linkage: two groups are one event while the mean log-odds of all their pairs speak
for it. Log-odds, since likelihoods near 1 are all alike: an account without a date would join
whichever of two meetings comes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from variorum.link.event_features import FEATURES
from variorum.link.event_weights import WEIGHTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

CUT = 0.5
BIAS = "bias"
"""The name of the constant among the weights."""
MOST = 30.0
SUREST = 6.0
"""Log-odds beyond which a pair is no surer; a pair that never met has as many against it."""


def likelihoods(features: Floats, *, weights: Mapping[str, float] = WEIGHTS) -> Floats:
    """Return the likelihood of one event, a number a row."""
    odds = weights[BIAS] + features @ np.array([weights[name] for name in FEATURES])
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -MOST, MOST))))


def grouped(size: int, pairs: Pairs, likely: Floats) -> list[list[int]]:
    """Return groups of positions, each sorted; pairs that never met count as unlikely.

    A group never reaches beyond a connected component of likely pairs, so each is clustered alone.
    """
    near = likely >= CUT
    distances = _distances(likely)
    graph = coo_matrix(
        (np.ones(int(near.sum())), (pairs[0][near], pairs[1][near])), shape=(size, size)
    )
    count, component = connected_components(graph, directed=False)
    members: list[list[int]] = [[] for _ in range(count)]
    for index, number in enumerate(component):
        members[number].append(index)
    inside: list[list[int]] = [[] for _ in range(count)]
    for row in np.flatnonzero(component[pairs[0]] == component[pairs[1]]):
        inside[component[pairs[0][row]]].append(int(row))
    found = [
        group
        for places, rows in zip(members, inside, strict=True)
        for group in _linked(places, (pairs[0][rows], pairs[1][rows]), distances[rows])
    ]
    return sorted(found)


def _distances(likely: Floats) -> Floats:
    """Return log-odds against one event, from 0 (as sure as can be) over 0.5 (even) to 1."""
    odds = np.log(np.maximum(likely, 1e-12) / np.maximum(1 - likely, 1e-12))
    return np.asarray(0.5 - np.clip(odds, -SUREST, SUREST) / (2 * SUREST))


def _linked(places: list[int], pairs: Pairs, distances: Floats) -> list[list[int]]:
    if len(places) < 2:
        return [places]
    number = {place: index for index, place in enumerate(places)}
    distance = np.ones((len(places), len(places)))
    np.fill_diagonal(distance, 0.0)
    for one, two, apart in zip(*pairs, distances, strict=True):
        i, j = number[int(one)], number[int(two)]
        distance[i, j] = distance[j, i] = apart
    labels = fcluster(linkage(squareform(distance, checks=False), "average"), 1 - CUT, "distance")
    groups: dict[int, list[int]] = {}
    for place, label in zip(places, labels, strict=True):
        groups.setdefault(int(label), []).append(place)
    return list(groups.values())

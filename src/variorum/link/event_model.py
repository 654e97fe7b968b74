"""Event model: how likely two accounts tell of one event, from their features.

Enters: features (`event_features`). Leaves: likelihoods from 0 to 1, and groups of accounts.

A logistic model with one weight a feature (`event_weights`, trained by `quality/train_events.py`),
then average linkage: two groups are one event while the mean likelihood of all their pairs
reaches `CUT`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

from variorum.link.event_features import FEATURES
from variorum.link.event_weights import BIAS, WEIGHTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

CUT = 0.5
GATHERED = 0.5
"""Added to the log-odds in a small story: somebody gathered these accounts."""
SET_APART = 2.0
"""Taken from the log-odds, in a small story, for other company and for another day.

The training collections hold few meetings of one affair, so these two grounds, which they hold to
be evidence, weigh more in a small story than was learnt.
"""
MOST = 30.0


def likelihoods(features: Floats, *, small: bool) -> Floats:
    """Return the likelihood of one event, a number a row; `small` if every pair was compared."""
    weights = np.array([WEIGHTS[name] for name in FEATURES])
    odds = BIAS + features @ weights
    if small:
        odds = odds + GATHERED - SET_APART * (other_company(features) + another_day(features))
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -MOST, MOST))))


def other_company(features: Floats) -> Floats:
    """Return 1 where both leads name one person, and each a person whom the other never names."""
    return np.asarray(_column(features, "other company"))


def another_day(features: Floats) -> Floats:
    """Return 1 where the leads' days lie four days apart, and the publications too if known."""
    far = np.log1p(3.5)
    leads = (_column(features, "days between the leads") > far).astype(np.float64)
    known = _column(features, "date unknown") == 0
    near = known & (_column(features, "days between") < far)
    return np.asarray(np.where(near, 0.0, leads))


def _column(features: Floats, name: str) -> Floats:
    return np.asarray(features[:, FEATURES.index(name)])


def grouped(size: int, pairs: Pairs, likely: Floats) -> list[list[int]]:
    """Return groups of positions, each sorted; pairs that never met count as unlikely.

    A group never reaches beyond a connected component of likely pairs, so each is clustered alone.
    """
    near = likely >= CUT
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
        for group in _linked(places, (pairs[0][rows], pairs[1][rows]), likely[rows])
    ]
    return sorted(found)


def _linked(places: list[int], pairs: Pairs, likely: Floats) -> list[list[int]]:
    if len(places) < 2:
        return [places]
    number = {place: index for index, place in enumerate(places)}
    distance = np.ones((len(places), len(places)))
    np.fill_diagonal(distance, 0.0)
    for one, two, likelihood in zip(*pairs, likely, strict=True):
        i, j = number[int(one)], number[int(two)]
        distance[i, j] = distance[j, i] = 1 - likelihood
    labels = fcluster(linkage(squareform(distance, checks=False), "average"), 1 - CUT, "distance")
    groups: dict[int, list[int]] = {}
    for place, label in zip(places, labels, strict=True):
        groups.setdefault(int(label), []).append(place)
    return list(groups.values())

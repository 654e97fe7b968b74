"""Linkage: which things belong together, from how much speaks for each pair.

Enters: a square of log-odds and a square of the pairs that are never together. Leaves: groups.

The two groups for which most speaks are joined, while anything does. For two groups of several
speaks the mean of all their pairs: a chain of pairs does not join two happenings of one kind. For
a thing alone speaks its likest pair: a short or late account is like some accounts of its event
and unlike others, and it is no event for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

NEVER = -np.inf


def linked(odds: Floats, apart: NDArray[np.bool_]) -> list[list[int]]:
    """Return groups of positions, each sorted, in the order of their first members."""
    if not len(odds):
        return []
    state = _Linkage(odds, apart)
    while state.join():
        pass
    return sorted(sorted(group) for group in state.groups if group)


class _Linkage:
    """Groups that are joined step by step; a group has the place of one of its members."""

    def __init__(self, odds: Floats, apart: NDArray[np.bool_]) -> None:
        count = len(odds)
        self.groups = [[index] for index in range(count)]
        self.sizes = np.ones(count)
        self.sums, self.likest, self.apart = odds.copy(), odds.copy(), apart.copy()
        self.speaks = np.where(apart, NEVER, odds)
        np.fill_diagonal(self.speaks, NEVER)
        self.best = self.speaks.argmax(axis=1)

    def join(self) -> bool:
        """Join the two groups for which most speaks; False where nothing does."""
        before = self.speaks[np.arange(len(self.best)), self.best]
        one = int(before.argmax())
        two = int(self.best[one])
        if before[one] < 0:
            return False
        self._merge(one, two)
        self._seek(one, two, before)
        return True

    def _merge(self, one: int, two: int) -> None:
        """Put `two` into `one`, and weigh what speaks for `one` and each other group."""
        self.groups[one] += self.groups[two]
        self.groups[two] = []
        self.sizes[one] += self.sizes[two]
        self.sizes[two] = 0
        self.sums[one] += self.sums[two]
        self.likest[one] = np.maximum(self.likest[one], self.likest[two])
        self.apart[one] |= self.apart[two]
        pairs = np.maximum(self.sizes * self.sizes[one], 1)
        row = np.where(self.sizes == 1, self.likest[one], self.sums[one] / pairs)
        row[self.apart[one] | (self.sizes == 0)] = NEVER
        row[one] = NEVER
        self.speaks[two] = self.speaks[:, two] = NEVER
        self.speaks[one] = row
        for square in (self.sums, self.likest, self.apart, self.speaks):
            square[:, one] = square[one]

    def _seek(self, one: int, two: int, before: Floats) -> None:
        """Find again the best partner of each group that lost it, or that has a better one."""
        row = self.speaks[one]
        better = row >= before
        better[one] = False
        stale = ((self.best == one) | (self.best == two)) & ~better
        stale[[one, two]] = True
        self.best[better] = one
        self.best[stale] = self.speaks[stale].argmax(axis=1)

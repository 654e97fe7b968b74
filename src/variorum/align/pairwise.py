"""Pairwise: what two rows have in common, for many pairs of rows, some pairs at a time.

Enters: bags of words or vectors, pairs of rows as two columns. Leaves: a number a pair.

Many accounts print the same sentences: rows that are the same are compared once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec import Struct
from scipy import sparse

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Indexes = NDArray[np.int64]

AT_ONCE: Final = 16_384
"""Pairs whose rows are gathered together: 50 MB of vectors."""
MOST_A_PAIR: Final = 8
"""Combinations of different rows a pair of rows, up to which same rows are looked for."""


class Bags:
    """Bags of words as rows of a sparse matrix; a word counts by its weight, or as one.

    A row holds square roots of weights, so that the product of two rows weighs what both have.
    Bags that are the same have one row.
    """

    def __init__(
        self, bags: Sequence[frozenset[str]], weights: Mapping[str, float] | None = None
    ) -> None:
        self._same = _same(bags)
        once = [bags[first] for first in self._same.first]
        self._words = sorted(frozenset().union(*once))
        columns = {word: i for i, word in enumerate(self._words)}
        rows = [row for row, bag in enumerate(once) for _ in bag]
        words = [word for bag in once for word in sorted(bag)]
        weigh = weights or {}
        data = np.sqrt([weigh.get(word, 1.0) for word in words])
        shape = (len(once), max(1, len(columns)))
        self._rows = sparse.csr_matrix((data, (rows, [columns[w] for w in words])), shape=shape)

    def shared(self, left: Indexes, right: Indexes) -> Floats:
        """Return the weight of what both bags of each pair have."""
        row = self._same.number

        def weight(one: Indexes, other: Indexes) -> Floats:
            both = self._rows[row[one]].multiply(self._rows[row[other]])
            return np.asarray(both.sum(axis=1)).ravel()

        return _each(weight, (self._same, self._same), left, right)

    def sizes(self, left: Indexes, right: Indexes) -> tuple[Floats, Floats]:
        """Return the weight of all that either bag of each pair has."""
        sizes = np.asarray(self._rows.multiply(self._rows).sum(axis=1)).ravel()
        sizes = sizes[self._same.number]
        return sizes[left], sizes[right]

    def meeting(self, words: frozenset[str]) -> tuple[Indexes, Indexes]:
        """Return the pairs of bags, the earlier first, that share one of `words`."""
        rows = self._rows[:, np.flatnonzero([word in words for word in self._words])]
        rows = rows[self._same.number]
        met = sparse.triu(rows @ rows.T, k=1).tocoo()
        return met.row.astype(np.int64), met.col.astype(np.int64)


def products(one: np.ndarray, other: np.ndarray, left: Indexes, right: Indexes) -> Floats:
    """Return the dot product of row `left` of `one` and row `right` of `other`, for each pair."""

    def product(mine: Indexes, theirs: Indexes) -> Floats:
        return np.asarray(np.einsum("ij,ij->i", one[mine], other[theirs]))

    same = _same([row.tobytes() for row in one]), _same([row.tobytes() for row in other])
    return _each(product, same, left, right)


class _Same(Struct, frozen=True):
    """Rows that are the same have one number, `number[row]`; the first of them is `first[number]`."""

    number: Indexes
    first: Indexes


def _same(rows: Sequence[Hashable]) -> _Same:
    firsts: dict[Hashable, int] = {}
    first = [firsts.setdefault(row, i) for i, row in enumerate(rows)]
    once, number = np.unique(np.array(first, dtype=np.int64), return_inverse=True)
    return _Same(number, once)


def _each(
    compared: Callable[[Indexes, Indexes], Floats],
    same: tuple[_Same, _Same],
    left: Indexes,
    right: Indexes,
) -> Floats:
    """Return what comes of comparing the rows of each pair, those that are the same once."""
    one, other = same
    count, across = len(one.first) * len(other.first), len(other.first)
    if count > MOST_A_PAIR * len(left):
        return _some_at_a_time(compared, left, right)
    pair = one.number[left] * across + other.number[right]
    met = np.zeros(count, dtype=bool)
    met[pair] = True
    once = np.flatnonzero(met)
    found = np.zeros(count)
    found[once] = _some_at_a_time(compared, one.first[once // across], other.first[once % across])
    return np.asarray(found[pair])


def _some_at_a_time(
    compared: Callable[[Indexes, Indexes], Floats], left: Indexes, right: Indexes
) -> Floats:
    parts = [slice(start, start + AT_ONCE) for start in range(0, len(left), AT_ONCE)]
    return np.concatenate([np.zeros(0), *(compared(left[part], right[part]) for part in parts)])

"""Pairwise: what two rows have in common, for many pairs of rows, some pairs at a time.

Enters: bags of words or vectors, pairs of rows as two columns. Leaves: a number a pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Indexes = NDArray[np.int64]

AT_ONCE: Final = 16_384
"""Pairs whose rows are gathered together: 50 MB of vectors."""


class Bags:
    """Bags of words as rows of a sparse matrix; a word counts by its weight, or as one.

    A row holds square roots of weights, so that the product of two rows weighs what both have.
    """

    def __init__(
        self, bags: Sequence[frozenset[str]], weights: Mapping[str, float] | None = None
    ) -> None:
        self._words = sorted(frozenset().union(*bags))
        columns = {word: i for i, word in enumerate(self._words)}
        rows = [row for row, bag in enumerate(bags) for _ in bag]
        words = [word for bag in bags for word in sorted(bag)]
        weigh = weights or {}
        data = np.sqrt([weigh.get(word, 1.0) for word in words])
        shape = (len(bags), max(1, len(columns)))
        self._rows = sparse.csr_matrix((data, (rows, [columns[w] for w in words])), shape=shape)

    def shared(self, left: Indexes, right: Indexes) -> Floats:
        """Return the weight of what both bags of each pair have."""
        found = np.zeros(len(left))
        for part in _parts(len(found)):
            both = self._rows[left[part]].multiply(self._rows[right[part]])
            found[part] = np.asarray(both.sum(axis=1)).ravel()
        return found

    def sizes(self, left: Indexes, right: Indexes) -> tuple[Floats, Floats]:
        """Return the weight of all that either bag of each pair has."""
        sizes = np.asarray(self._rows.multiply(self._rows).sum(axis=1)).ravel()
        return sizes[left], sizes[right]

    def meeting(self, words: frozenset[str]) -> tuple[Indexes, Indexes]:
        """Return the pairs of bags, the earlier first, that share one of `words`."""
        rows = self._rows[:, np.flatnonzero([word in words for word in self._words])]
        met = sparse.triu(rows @ rows.T, k=1).tocoo()
        return met.row.astype(np.int64), met.col.astype(np.int64)


def products(one: np.ndarray, other: np.ndarray, left: Indexes, right: Indexes) -> Floats:
    """Return the dot product of row `left` of `one` and row `right` of `other`, for each pair."""
    found = np.zeros(len(left))
    for part in _parts(len(found)):
        found[part] = np.einsum("ij,ij->i", one[left[part]], other[right[part]])
    return found


def _parts(count: int) -> Iterator[slice]:
    return (slice(start, start + AT_ONCE) for start in range(0, count, AT_ONCE))

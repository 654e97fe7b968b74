"""Candidates: which accounts of a large collection may meet at all.

Enters: `Telling`s. Leaves: pairs of positions, the keys that make them meet, and a query that
finds the same pairs in a table of keys. A handful of accounts needs none of this: every pair is
compared.

An account's keys are its rarest terms. Terms that more than `LARGEST_BLOCK` accounts hold bring
nobody together, so that the work grows with the number of accounts and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct
from scipy.sparse import csr_matrix, triu

from variorum.link.event_features import local_rarity
from variorum.link.tellings import FEW

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.link.tellings import Telling

    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

KEYS = 40
"""Terms of an account that are keys: the weightiest."""
LARGEST_BLOCK = 200
"""Accounts that may share a key; a term of more is reported, not used."""
LEAST_SHARED = 0.03
"""Two accounts meet when the cosine of their keys reaches this."""

QUERY = """
SELECT l.account AS "left", r.account AS "right", SUM(l.weight * r.weight) AS shared
FROM keys AS l
JOIN keys AS r ON l.key = r.key AND l.account < r.account
JOIN (SELECT key FROM keys GROUP BY key HAVING COUNT(*) <= 200) AS small ON small.key = l.key
GROUP BY l.account, r.account
HAVING SUM(l.weight * r.weight) >= 0.03
ORDER BY l.account, r.account
"""
"""Joins a table `keys` (account, key, weight) with itself, for `Engine.sql`."""


class Key(Struct, frozen=True):
    """A term by which an account may meet others; the weights of an account have length 1."""

    account: str
    key: str
    weight: float


def candidates(tellings: Sequence[Telling]) -> Pairs:
    """Return the pairs that may meet, left before right; all of them for `FEW` accounts."""
    if len(tellings) <= FEW:
        left, right = np.triu_indices(len(tellings), 1)
        return left, right
    matrix = _matrix(tellings)
    shared = triu(matrix @ matrix.T, 1).tocoo()
    met = shared.data >= LEAST_SHARED
    order = np.lexsort((shared.col[met], shared.row[met]))
    return shared.row[met][order].astype(np.intp), shared.col[met][order].astype(np.intp)


def keys(tellings: Sequence[Telling]) -> list[Key]:
    """Return the keys of each account for `QUERY`, weightiest first."""
    return [
        Key(telling.account, term, weight)
        for telling, row in zip(tellings, _rows(tellings), strict=True)
        for term, weight in row
    ]


def too_common(tellings: Sequence[Telling]) -> tuple[tuple[str, int], ...]:
    """Return the terms of more than `LARGEST_BLOCK` accounts, which bring nobody together."""
    counts = Counter(term for telling in tellings for term in telling.terms.words)
    return tuple(sorted((t, n) for t, n in counts.items() if n > LARGEST_BLOCK))


def _rows(tellings: Sequence[Telling]) -> list[list[tuple[str, float]]]:
    common = frozenset(term for term, _ in too_common(tellings))
    weights = local_rarity([telling.terms.words for telling in tellings])
    return [_row(telling, weights, common) for telling in tellings]


def _row(
    telling: Telling, weights: dict[str, float], common: frozenset[str]
) -> list[tuple[str, float]]:
    weighed = [
        (term, (1 + log(count)) * weights[term])
        for term, count in telling.terms.words.items()
        if term not in common
    ]
    best = sorted(weighed, key=lambda pair: (-pair[1], pair[0]))[:KEYS]
    length = sqrt(sum(weight * weight for _, weight in best)) or 1.0
    return [(term, weight / length) for term, weight in best]


def _matrix(tellings: Sequence[Telling]) -> csr_matrix:
    rows = _rows(tellings)
    number = {term: n for n, term in enumerate(sorted({term for row in rows for term, _ in row}))}
    entries = [(i, number[term], weight) for i, row in enumerate(rows) for term, weight in row]
    at, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_matrix((values, (at, columns)), shape=(len(rows), max(1, len(number))))

"""Candidates: which accounts of a large collection may meet at all.

Enters: `Telling`s, and a way to join a table with itself. Leaves: pairs of positions. A handful of
accounts needs no join: every pair is compared.

An account's keys are its rarest terms. Terms that more than `LARGEST_BLOCK` accounts hold bring
nobody together, so that the work grows with the number of accounts and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from variorum.link.event_features import local_rarity
from variorum.link.tellings import FEW

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.link.tellings import Telling

    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

Join = Callable[[pa.Table], pa.Table]
"""Runs `QUERY` over a table of keys, as `Engine.sql` does."""

KEYS = 40
"""Terms of an account that are keys: the weightiest."""
LARGEST_BLOCK = 200
"""Accounts that may share a key; a term of more is reported, not used."""
LEAST_SHARED = 0.03
"""Two accounts meet when the cosine of their keys reaches this."""
SCALE = 1_000_000
"""Weights are whole millionths: sums of whole numbers are the same in whatever order they are made."""

QUERY = f"""
SELECT l.account AS "left", r.account AS "right"
FROM keys AS l
JOIN keys AS r ON l.key = r.key AND l.account < r.account
JOIN (SELECT key FROM keys GROUP BY key HAVING COUNT(*) <= {LARGEST_BLOCK}) AS small
  ON small.key = l.key
GROUP BY l.account, r.account
HAVING SUM(l.weight * r.weight) >= {int(LEAST_SHARED * SCALE * SCALE)}
ORDER BY l.account, r.account
"""  # noqa: S608 (numbers of our own)
"""Joins a table `keys` (account, key, weight) with itself, for `Engine.sql`."""


def candidates(tellings: Sequence[Telling], join: Join | None = None) -> Pairs:
    """Return the pairs of positions that may meet, left before right.

    All of them for `FEW` accounts or without a `join`; else those that `QUERY` finds.
    """
    if join is None or len(tellings) <= FEW:
        left, right = np.triu_indices(len(tellings), 1)
        return left, right
    met = join(keys(tellings))
    number = {telling.account: index for index, telling in enumerate(tellings)}
    ends = [
        np.array([number[account] for account in met.column(side).to_pylist()], dtype=np.intp)
        for side in ("left", "right")
    ]
    both = np.sort(np.stack(ends), axis=0)
    order = np.lexsort((both[1], both[0]))
    return both[0][order], both[1][order]


def keys(tellings: Sequence[Telling]) -> pa.Table:
    """Return a table of the keys of each account (`account`, `key`, `weight`), weightiest first."""
    rows = [
        (telling.account, term, round(SCALE * weight))
        for telling, row in zip(tellings, _rows(tellings), strict=True)
        for term, weight in row
    ]
    columns = list(zip(*rows, strict=True)) if rows else [(), (), ()]
    types = {"account": pa.string(), "key": pa.string(), "weight": pa.int64()}
    return pa.table(
        {
            name: pa.array(column, kind)
            for (name, kind), column in zip(types.items(), columns, strict=True)
        }
    )


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
        (-(1 + log(count)) * weights[term], term)
        for term, count in telling.terms.words.items()
        if term not in common
    ]
    best = [(term, -weight) for weight, term in sorted(weighed)[:KEYS]]
    length = sqrt(sum(weight * weight for _, weight in best)) or 1.0
    return [(term, weight / length) for term, weight in best]

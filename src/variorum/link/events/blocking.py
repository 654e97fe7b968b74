"""Blocking: which accounts may tell of one event at all.

Enters: `AccountProfile`s, and a way to join a table with itself. Leaves: pairs of positions.

An account's keys are its weightiest terms: rare ones in the news at large, said often or in the
lead. Two accounts meet if their keys are alike enough, or if one quotes at length what the other
has too. Both rest on the two alone: who meets is the same whatever other accounts there are, and
whoever does the joining.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log, sqrt
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from scipy.sparse import csr_matrix, triu

from variorum.link.events.quoted_runs import quoting
from variorum.link.events.terms import Terms, terms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.link.events.profiles import AccountProfile
    from variorum.records import Account

    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

Join = Callable[[pa.Table], pa.Table]
"""Runs `QUERY` over a table of keys, as `Engine.sql` does."""

KEYS = 40
"""Terms of an account that are keys: the weightiest."""
LEADING = 2
"""How many times as much a term of the title or the first words weighs."""
LEAST_SHARED = 0.03
"""Two accounts meet when the cosine of their keys reaches this."""
KIN_COSINE = 0.05
"""Accounts of two events are kin when the cosine of their keys reaches this."""
FEWEST_QUOTED_RUNS = 20
"""Runs of words that one account quotes and the other has too, from which the two meet, though
their keys be unlike: more than a well-known sentence has."""
SCALE = 1_000_000
"""Weights are whole millionths: sums of whole numbers are the same in whatever order they are made."""
_LEAST = int(LEAST_SHARED * SCALE * SCALE)

QUERY = f"""
SELECT l.account AS "left", r.account AS "right"
FROM keys AS l
JOIN keys AS r ON l.key = r.key AND l.account < r.account
GROUP BY l.account, r.account
HAVING SUM(l.weight * r.weight) >= {_LEAST}
ORDER BY l.account, r.account
"""  # noqa: S608 (numbers of our own)
"""Joins a table `keys` (account, key, weight) with itself, for `Engine.sql`."""


def candidate_pairs(profiles: Sequence[AccountProfile], join: Join | None = None) -> Pairs:
    """Return the pairs of positions that may meet, left before right: `QUERY` run by `join`.

    Without a `join` the same pairs are found here.
    """
    alike = _alike(profiles, join)
    quoted = quoting([profile.runs for profile in profiles], FEWEST_QUOTED_RUNS)
    return _ordered(*(np.concatenate(sides) for sides in zip(alike, quoted, strict=True)))


def _alike(profiles: Sequence[AccountProfile], join: Join | None) -> Pairs:
    if join is None:
        return _pairs_sharing([_row(profile.terms) for profile in profiles], _LEAST)
    met = join(keys(profiles))
    number = {profile.account: index for index, profile in enumerate(profiles)}
    left, right = (
        np.array([number[account] for account in met.column(side).to_pylist()], dtype=np.intp)
        for side in ("left", "right")
    )
    return left, right


def kin(accounts: Sequence[Account]) -> list[tuple[str, str]]:
    """Return the pairs of accounts, by id, that tell of like things, be it of one event or not."""
    left, right = _pairs_sharing(
        [_row(terms(account)) for account in accounts], int(KIN_COSINE * SCALE * SCALE)
    )
    return [(accounts[i].id, accounts[j].id) for i, j in zip(left, right, strict=True)]


def _pairs_sharing(rows: Sequence[Sequence[tuple[str, int]]], least: int) -> Pairs:
    column = {term: at for at, term in enumerate(sorted({term for row in rows for term, _ in row}))}
    entries = [(i, column[term], weight) for i, row in enumerate(rows) for term, weight in row]
    at, of, weights = zip(*entries, strict=True) if entries else ((), (), ())
    shape = (len(rows), max(1, len(column)))
    matrix = csr_matrix((np.array(weights, dtype=np.int64), (at, of)), shape=shape)
    met = triu(matrix @ matrix.T, 1).tocoo()
    near = met.data >= least
    return _ordered(met.row[near].astype(np.intp), met.col[near].astype(np.intp))


def _ordered(left: NDArray[np.intp], right: NDArray[np.intp]) -> Pairs:
    """Return each pair once, left before right."""
    both = np.unique(np.sort(np.stack((left, right)), axis=0), axis=1)
    return both[0], both[1]


def keys(profiles: Sequence[AccountProfile]) -> pa.Table:
    """Return a table of the keys of each account (`account`, `key`, `weight`), weightiest first."""
    rows = [
        (profile.account, term, weight)
        for profile in profiles
        for term, weight in _row(profile.terms)
    ]
    columns = list(zip(*rows, strict=True)) if rows else [(), (), ()]
    types = {"account": pa.string(), "key": pa.string(), "weight": pa.int64()}
    return pa.table(
        {
            name: pa.array(column, kind)
            for (name, kind), column in zip(types.items(), columns, strict=True)
        }
    )


def _row(found: Terms) -> list[tuple[str, int]]:
    weighed = [
        (
            -(1 + log(count)) * found.stems.rarity(term) * (LEADING if term in found.lead else 1),
            term,
        )
        for term, count in found.words.items()
    ]
    best = [(term, -weight) for weight, term in sorted(weighed)[:KEYS]]
    length = sqrt(sum(weight * weight for _, weight in best)) or 1.0
    return [(term, round(SCALE * weight / length)) for term, weight in best]

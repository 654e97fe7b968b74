"""Event features: what speaks for and against two accounts telling of one event, in numbers.

Enters: the `Telling`s of a story and pairs of their positions. Leaves: an array, one row a pair,
one column a feature of `FEATURES`, each a number that needs no trained language model.

Words are weighed twice: by how rare they are in the news at large (`english_rates`), which tells
what an account is about, and besides by how rare they are in this story, which tells accounts of
one affair apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, log1p
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

from variorum.link.english_rates import rarity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from variorum.link.tellings import Telling

    Floats = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

FEATURES = (
    "lead",
    "proper words",
    "numbers",
    "words, in this story",
    "lead's proper words, in this story",
    "days between",
    "date unknown",
    "accounts in the story",
    "a day of the lead shared",
    "days between the leads",
    "no day in a lead",
    "other company",
    "other persons",
    "a person of the lead shared",
    "other places",
)
STEP = 50_000
"""Pairs that are worked on at once: bounds the memory."""


def features(tellings: Sequence[Telling], pairs: Pairs) -> Floats:
    """Return the features of `pairs` (two arrays of positions), shape (pairs, features)."""
    counts = [telling.terms for telling in tellings]
    columns = [
        cosines(weighted([one.lead for one in counts], local=False), pairs),
        cosines(weighted([one.proper for one in counts], local=False), pairs),
        cosines(weighted([one.numbers for one in counts], local=False), pairs),
        cosines(weighted([one.words for one in counts], local=True), pairs),
        cosines(weighted([one.proper_lead for one in counts], local=True), pairs),
        *_days(tellings, pairs),
        np.full(len(pairs[0]), log(max(1, len(tellings)))),
        *_lead_days(tellings, pairs),
        *_company(tellings, pairs),
    ]
    return np.column_stack(columns)


def weighted(counts: Sequence[dict[str, int]], *, local: bool) -> csr_matrix:
    """Return a sparse matrix of counts (1 + ln) times rarity, one row an account.

    With `local`, rarity is that of `local_rarity`.
    """
    weight = local_rarity(counts) if local else {t: rarity(t) for row in counts for t in row}
    number = {term: index for index, term in enumerate(sorted(weight))}
    entries = [
        (row, number[term], (1 + log(count)) * weight[term])
        for row, terms in enumerate(counts)
        for term, count in terms.items()
    ]
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_matrix((values, (rows, columns)), shape=(len(counts), max(1, len(number))))


def local_rarity(counts: Sequence[dict[str, int]]) -> dict[str, float]:
    """Return each term's rarity times ln((n+1)/df) / ln(n+1).

    That factor goes from 1 for a term of one account to nearly 0 for a term of all.
    """
    frequency = Counter(term for row in counts for term in row)
    total = log(len(counts) + 1)
    return {
        term: rarity(term) * log((len(counts) + 1) / df) / total for term, df in frequency.items()
    }


def cosines(matrix: csr_matrix, pairs: Pairs) -> Floats:
    """Return the cosine of the two rows of each pair, 0 where a row is empty."""
    norms = _norms(matrix)
    return np.asarray(products(matrix, pairs) / np.maximum(norms[pairs[0]] * norms[pairs[1]], 1e-9))


def products(matrix: csr_matrix, pairs: Pairs) -> Floats:
    """Return the dot product of the two rows of each pair."""
    found = np.zeros(len(pairs[0]))
    for start in range(0, len(found), STEP):
        left, right = (side[start : start + STEP] for side in pairs)
        found[start : start + STEP] = np.asarray(
            matrix[left].multiply(matrix[right]).sum(axis=1)
        ).ravel()
    return found


def _norms(matrix: csr_matrix) -> Floats:
    return np.asarray(np.sqrt(matrix.multiply(matrix).sum(axis=1)), dtype=np.float64).ravel()


def _days(tellings: Sequence[Telling], pairs: Pairs) -> tuple[Floats, Floats]:
    """Return ln(1 + days) between publications (0 where they overlap), and where it is unknown."""
    published = [telling.published for telling in tellings]
    gaps = _column(
        -1.0 if (one := published[i]) is None or (two := published[j]) is None
        else log1p(max(0, one[0] - two[1], two[0] - one[1]))
        for i, j in zip(*pairs, strict=True)
    )  # fmt: skip
    return np.maximum(gaps, 0.0), (gaps < 0).astype(np.float64)


def _lead_days(tellings: Sequence[Telling], pairs: Pairs) -> tuple[Floats, Floats, Floats]:
    """Return whether the leads share a day, ln(1 + days) between the nearest, and if unknown."""
    days = [sorted(telling.days) for telling in tellings]
    gaps = _column(
        min((abs(one - two) for one in days[i] for two in days[j]), default=-1)
        for i, j in zip(*pairs, strict=True)
    )
    return (
        (gaps == 0).astype(np.float64),
        np.log1p(np.maximum(gaps, 0.0)),
        (gaps < 0).astype(np.float64),
    )


def _company(tellings: Sequence[Telling], pairs: Pairs) -> list[Floats]:
    """Return whether each lead names somebody whom the other account never names.

    "Other company" is that with a person whom both leads name: A met B here, and C there.
    """
    rows = [
        (*_others(tellings[i].persons, tellings[j].persons, tellings[i], tellings[j]),
         _others(tellings[i].places, tellings[j].places, tellings[i], tellings[j])[1])
        for i, j in zip(*pairs, strict=True)
    ]  # fmt: skip
    return list(np.array(rows, dtype=np.float64).reshape(-1, 4).T)


def _others(
    left: frozenset[str], right: frozenset[str], one: Telling, two: Telling
) -> tuple[bool, bool, bool]:
    apart = not left <= two.terms.words.keys() and not right <= one.terms.words.keys()
    shared = bool(left & right)
    return apart and shared, apart and not shared, shared


def _column(values: Iterable[float]) -> Floats:
    return np.fromiter(values, dtype=np.float64)

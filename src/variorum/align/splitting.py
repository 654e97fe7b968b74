"""Splitting: what one account says in one place and another in two, or within something longer.

Enters: the passages of one event, scored pairs, and the groups that were made of them. Leaves:
which passages of other accounts have what a passage says, and how much of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

import numpy as np
from msgspec import Struct

from variorum.align.coverage import COVERED, MOST_LOOKED_AT, Cover, cover
from variorum.align.similarity import EXACT, Candidate, Meetings

MOST_COMPARED = 12
"""Accounts of one place of which every pair is compared; beyond, each meets the first only."""


class Neighbours(Struct, frozen=True):
    """For each passage those that are like it, best first.

    The partners of passage `i` are `partners[starts[i]:starts[i + 1]]`, with the numbers of their
    accounts and their scores beside them; `numbers` has the number of each account.
    """

    starts: np.ndarray
    partners: np.ndarray
    accounts: np.ndarray
    steps: np.ndarray
    numbers: dict[str, int]

    def of(self, index: int, account: str) -> list[int]:
        """Return the passages of an account that are worth looking at, best first."""
        row = slice(*self.starts[index : index + 2])
        here = np.flatnonzero(self.accounts[row] == self.numbers[account])[:MOST_LOOKED_AT]
        found: list[int] = self.partners[row][here].tolist()
        return found

    def likest(self, index: int) -> list[str]:
        """Return the accounts that have passages like this one, the likest first."""
        names = list(self.numbers)
        met = dict.fromkeys(self.accounts[slice(*self.starts[index : index + 2])].tolist())
        return [names[number] for number in list(met)[:MOST_COMPARED]]

    def excess(self, index: int, score: float) -> dict[int, int]:
        """Return by how many steps a passage and its partners score more than `score`."""
        row = slice(*self.starts[index : index + 2])
        above = self.steps[row] - round(score * EXACT)
        return dict(zip(self.partners[row].tolist(), above.tolist(), strict=True))

    def scores(self, index: int) -> dict[int, float]:
        """Return the scores, 0 to 1, of a passage with its partners."""
        row = slice(*self.starts[index : index + 2])
        return dict(
            zip(self.partners[row].tolist(), (self.steps[row] / EXACT).tolist(), strict=True)
        )


def near(found: Sequence[Candidate], scored: Meetings) -> Neighbours:
    """Return for each passage the others that were scored with it."""
    one = np.concatenate([scored.left, scored.right])
    rank = np.arange(len(scored.left))
    order = np.lexsort((np.concatenate([rank, rank]), one))
    names = sorted({candidate.account for candidate in found})
    numbers = {name: number for number, name in enumerate(names)}
    of_passage = np.array([numbers[candidate.account] for candidate in found], dtype=np.int64)
    partners = np.concatenate([scored.right, scored.left])[order]
    return Neighbours(
        np.searchsorted(one[order], np.arange(len(found) + 1)),
        partners,
        of_passage[partners],
        np.concatenate([scored.steps, scored.steps])[order],
        numbers,
    )


def likeliest(found: Sequence[Candidate], scored: Meetings) -> np.ndarray:
    """Tell of each pair, best first, whether either passage is the first that the other meets in its account."""
    account = np.unique([candidate.account for candidate in found], return_inverse=True)[1]
    ends = np.stack([scored.left, scored.right], axis=1)
    keys = ends * len(found) + account[ends[:, ::-1]]
    _, first, of = np.unique(keys, return_index=True, return_inverse=True)
    return np.asarray((first[of].reshape(-1, 2) // 2 == np.arange(len(ends))[:, None]).all(axis=1))


def covers(found: Sequence[Candidate], nearby: Neighbours, index: int, account: str) -> Cover:
    """Return the passages of an account that have most of what passage `index` says."""
    others = [(other, found[other].words) for other in nearby.of(index, account)]
    return cover(found[index].words, others)


def elsewhere(found: Sequence[Candidate], nearby: Neighbours, index: int) -> tuple[int, ...]:
    """Return the passages in which one other account has what a passage that met none says."""
    had = [covers(found, nearby, index, account) for account in nearby.likest(index)]
    best = max(had, key=lambda one: one.share, default=Cover(0.0, ()))
    return best.passages if best.share >= COVERED else ()


def account_pairs(accounts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that are compared: all, or of many accounts each with the first."""
    if len(accounts) <= MOST_COMPARED:
        yield from combinations(accounts, 2)
    else:
        yield from ((accounts[0], other) for other in accounts[1:])


def shares(
    found: Sequence[Candidate], nearby: Neighbours, members: Mapping[str, Sequence[int]]
) -> dict[tuple[str, str], float]:
    """Return how much of its passages here each account of a compared pair finds in the other."""
    told: dict[tuple[str, str], float] = {}
    for left, right in account_pairs(sorted(members)):
        for mine, theirs in ((left, right), (right, left)):
            for index in members[mine]:
                had = covers(found, nearby, index, theirs)
                told[found[index].passage.id, theirs] = had.share
    return told


def likeness(
    found: Sequence[Candidate], nearby: Neighbours, members: Mapping[str, Sequence[int]]
) -> dict[tuple[str, str], float]:
    """Return the scores of the passages of each compared pair of accounts, by their ids."""
    accounts = account_pairs(sorted(members))
    return scores(
        found,
        nearby,
        (pair for one, other in accounts for pair in product(members[one], members[other])),
    )


def scores(
    found: Sequence[Candidate], nearby: Neighbours, pairs: Iterable[tuple[int, int]]
) -> dict[tuple[str, str], float]:
    """Return the scores of those pairs of passages that were scored, by their ids."""
    told: dict[tuple[str, str], float] = {}
    rows: dict[int, dict[int, float]] = {}
    for index, partner in pairs:
        if index not in rows:
            rows[index] = nearby.scores(index)
        if partner in rows[index]:
            mine, theirs = found[index].passage.id, found[partner].passage.id
            told[min(mine, theirs), max(mine, theirs)] = rows[index][partner]
    return told

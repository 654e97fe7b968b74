"""Splitting: what one account says in one place and another in two, or within something longer.

Enters: the passages of one event, scored pairs, and the groups that were made of them. Leaves:
which passages of other accounts have what a passage says, and how much of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from variorum.align.coverage import COVERED, MOST_LOOKED_AT, Cover, cover
from variorum.align.similarity import Candidate, Meeting

MOST_COMPARED = 12
"""Accounts of one place of which every pair is compared; beyond, each meets the first only."""

Near = Mapping[int, Mapping[str, Sequence[int]]]
"""Passage to other accounts, most alike first, to their passages most like it, best first."""


def near(found: Sequence[Candidate], scored: Iterable[Meeting]) -> Near:
    """Return for each passage and other account the passages worth looking at."""
    lists: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for meeting in scored:  # best first
        for one, other in ((meeting.left, meeting.right), (meeting.right, meeting.left)):
            kept = lists[one].setdefault(found[other].account, [])
            if len(kept) < MOST_LOOKED_AT:
                kept.append(other)
    return lists


def covers(found: Sequence[Candidate], nearby: Near, index: int, account: str) -> Cover:
    """Return the passages of an account that have most of what passage `index` says."""
    others = nearby.get(index, {}).get(account, ())
    return cover(found[index].words, [(other, found[other].words) for other in others])


def elsewhere(found: Sequence[Candidate], nearby: Near, index: int) -> tuple[int, ...]:
    """Return the passages in which one other account has what a passage that met none says."""
    accounts = list(nearby.get(index, {}))[:MOST_COMPARED]
    had = [covers(found, nearby, index, account) for account in accounts]
    best = max(had, key=lambda one: one.share, default=Cover(0.0, ()))
    return best.passages if best.share >= COVERED else ()


def account_pairs(accounts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that are compared: all, or of many accounts each with the first."""
    if len(accounts) <= MOST_COMPARED:
        yield from combinations(accounts, 2)
    else:
        yield from ((accounts[0], other) for other in accounts[1:])


def shares(
    found: Sequence[Candidate], nearby: Near, members: Mapping[str, Sequence[int]]
) -> dict[tuple[str, str], float]:
    """Return how much of its passages here each account of a compared pair finds in the other."""
    told: dict[tuple[str, str], float] = {}
    for left, right in account_pairs(sorted(members)):
        for mine, theirs in ((left, right), (right, left)):
            for index in members[mine]:
                had = covers(found, nearby, index, theirs)
                told[found[index].passage.id, theirs] = had.share
    return told

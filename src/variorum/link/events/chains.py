"""Chains: groups of accounts that tell of one incident at different times, from arrest to verdict.

Enters: groups of positions, each of one time, and the `AccountProfile`s. Leaves: chains of groups.

What is written months later has other words, other days and often other names in its lead, so that
its accounts are a group of their own. What names the incident stays: somebody private, named in full,
of one age. Where both accounts print an age beside the name, that is enough. Where somebody is charged
or arrested near the start of either, one age is: a case has one crime, while the same people do meet,
play and speak again. Whether two accounts name one incident rests on the two alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product
from typing import TYPE_CHECKING

from variorum.link.events.decided import Pairs, groups_apart
from variorum.link.grouping.groups import Groups

if TYPE_CHECKING:
    from variorum.link.events.profiles import AccountProfile, PrivatePerson

DAYS_OF_A_YEAR = 365
"""Days in which somebody is a year older."""
SLIP = 1
"""Years by which two accounts of one time may differ on an age: a birthday, or a slip."""
MOST_OF_THEM = 0.5
"""Share of the pairs of groups that must name one incident, and more, for two chains to be one: an
account that looks back on several incidents would else tie them all."""
MOST_STEPS = 100
"""Groups that are tied to each other, by however many others, of which chains are made: what is told of at
more times is a life or a campaign and no incident, and each step is held against each."""


def chained(
    groups: Sequence[list[int]], told: Sequence[AccountProfile], *, apart: Pairs | None = None
) -> list[list[list[int]]]:
    """Return chains of groups, in the order of their first groups; most groups are a chain alone.

    Positions that stand `apart` are never of one chain.
    """
    tied, parted = _tied(groups, told), groups_apart(groups, apart or set())
    near = Groups(len(groups))
    for one, two in sorted(tied):
        near.join(one, two)
    chains = [
        chain
        for some in near.all()
        for chain in (
            _joined(some, tied, parted) if len(some) <= MOST_STEPS else [[n] for n in some]
        )
    ]
    return [[groups[number] for number in chain] for chain in sorted(chains)]


def _joined(numbers: list[int], tied: Pairs, parted: Pairs) -> list[list[int]]:
    """Join groups that are tied, by however many others, for as long as most of two chains are."""
    chains = [[number] for number in numbers]
    while (both := _likest(chains, tied, parted)) is not None:
        one, two = both
        chains[one] = sorted([*chains[one], *chains.pop(two)])
    return chains


def one_incident(one: AccountProfile, two: AccountProfile) -> set[str]:
    """Return the persons by whom two accounts name one incident, by first and last name."""
    years = SLIP + _days_between(one, two) / DAYS_OF_A_YEAR
    case = one.alleges or two.alleges
    shared = one.persons_told.keys() & two.persons_told.keys()
    return {
        name
        for name in shared
        if _same_age(one.persons_told[name].age, two.persons_told[name].age, years, case=case)
    }


def _same_age(one: int | None, two: int | None, years: float, *, case: bool) -> bool:
    """Tell whether two ages are one person's: where a case is told of, one age is enough."""
    if one is None or two is None:
        return case and one != two
    return abs(one - two) <= years


def named_by(chain: Sequence[list[int]], told: Sequence[AccountProfile]) -> str:
    """Say by whom the accounts of a chain of groups name one incident; empty where nobody is."""
    names: set[str] = set()
    for one, two in combinations(chain, 2):
        names |= set().union(*(one_incident(told[i], told[j]) for i, j in product(one, two)))
    known = [told[index].persons_told for index in chain_members(chain)]
    said = [_printed([some[name] for some in known if name in some]) for name in sorted(names)]
    if not said:
        return ""
    return f"One incident, reported at {len(chain)} times: the accounts name {', '.join(said[:4])}."


def chain_members(chain: Sequence[list[int]]) -> list[int]:
    """Return the positions of all accounts of a chain."""
    return sorted(index for group in chain for index in group)


def _printed(person: Sequence[PrivatePerson]) -> str:
    ages = " or ".join(dict.fromkeys(str(one.age) for one in person if one.age is not None))
    return f"{person[0].name} ({ages})"


def _days_between(one: AccountProfile, two: AccountProfile) -> int:
    """Return the days between publications at most; 0 where one is unknown."""
    if one.published is None or two.published is None:
        return 0
    return max(one.published[1], two.published[1]) - min(one.published[0], two.published[0])


def _tied(groups: Sequence[list[int]], told: Sequence[AccountProfile]) -> Pairs:
    """Return the pairs of groups of which an account each name one incident."""
    tied: Pairs = set()
    for bearers in _bearers(groups, told):
        for one, two in combinations(sorted(bearers), 2):
            pairs = product(bearers[one], bearers[two])
            if (one, two) not in tied and any(one_incident(told[i], told[j]) for i, j in pairs):
                tied.add((one, two))
    return tied


def _bearers(
    groups: Sequence[list[int]], told: Sequence[AccountProfile]
) -> Iterable[dict[int, list[int]]]:
    """Return, for each name, the positions of the accounts that tell of its bearer, by group."""
    found: dict[str, dict[int, list[int]]] = {}
    for number, group in enumerate(groups):
        for index in group:
            for name in told[index].persons_told:
                found.setdefault(name, {}).setdefault(number, []).append(index)
    return found.values()


def _likest(chains: Sequence[list[int]], tied: Pairs, parted: Pairs) -> tuple[int, int] | None:
    """Return the two chains, by position, of whose groups the greatest share is tied: most of them."""
    shares = {
        (one, two): _share(chains[one], chains[two], tied)
        for one, two in combinations(range(len(chains)), 2)
        if not _share(chains[one], chains[two], parted)
    }
    best = max(shares, key=lambda both: (shares[both], -both[0], -both[1]), default=None)
    return best if best and shares[best] > MOST_OF_THEM else None


def _share(one: Sequence[int], two: Sequence[int], pairs: Pairs) -> float:
    met = sum((min(both), max(both)) in pairs for both in product(one, two))
    return met / (len(one) * len(two))

"""Decided: what people said of events, by accounts; what the machine finds gives way to it.

Enters: chains of groups of positions, and what people said. Leaves: pairs that stay apart, and chains
that are one. Where people differ, what is apart stays apart: a merge that should not be is worse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from msgspec import Struct

from variorum.link.grouping.groups import Groups

Pairs = set[tuple[int, int]]
Chains = list[list[list[int]]]


class OneEvent(Struct, frozen=True):
    """Accounts that somebody says tell of one event, by id."""

    who: str
    accounts: tuple[str, ...]


class NotOneEvent(Struct, frozen=True):
    """Accounts that somebody says tell of one event, and those that do not tell of it, by id."""

    who: str
    accounts: tuple[str, ...]
    others: tuple[str, ...]


class Decided(Struct, frozen=True):
    """All that people say of events."""

    one: tuple[OneEvent, ...] = ()
    apart: tuple[NotOneEvent, ...] = ()


NOTHING_DECIDED = Decided()


def apart_pairs(decided: Decided, position: Mapping[str, int]) -> Pairs:
    """Return the pairs of positions, lower first, that people set apart."""
    found: Pairs = set()
    for said in decided.apart:
        known = (_known(side, position) for side in (said.accounts, said.others))
        found |= {(min(both), max(both)) for both in product(*known) if both[0] != both[1]}
    return found


def groups_apart(groups: Sequence[Iterable[int]], apart: Pairs) -> Pairs:
    """Return the pairs of groups, by number, that hold a pair of positions set apart."""
    home = {index: number for number, group in enumerate(groups) for index in group}
    met = ((home[one], home[two]) for one, two in apart)
    return {(min(both), max(both)) for both in met if both[0] != both[1]}


def joined_by_people(chains: Chains, decided: Decided, position: Mapping[str, int]) -> Chains:
    """Return chains, those that people say are one made one."""
    members = [[index for group in chain for index in group] for chain in chains]
    home = {index: number for number, some in enumerate(members) for index in some}
    groups = Groups(len(chains), groups_apart(members, apart_pairs(decided, position)))
    for accounts in (
        *(said.accounts for said in decided.one),
        *(s.accounts for s in decided.apart),
    ):
        first, *others = _known(accounts, position) or [0]
        for other in others:
            groups.join(home[first], home[other])
    return [[group for number in some for group in chains[number]] for some in groups.all()]


def because_of(accounts: Sequence[str], decided: Decided) -> list[str]:
    """Say who took some accounts of an event for one, and who set some apart from others."""
    held = set(accounts)
    one = (
        f"{said.who} merged accounts of it into one event."
        for said in decided.one
        if _two(said, held)
    )
    apart = (
        f"{said.who} split accounts of it from others."
        for said in decided.apart
        if held.intersection(said.accounts)
    )
    return list(dict.fromkeys((*one, *apart)))


def _two(said: OneEvent, held: set[str]) -> bool:
    return len(held.intersection(said.accounts)) > 1


def _known(accounts: Iterable[str], position: Mapping[str, int]) -> list[int]:
    """Return the positions of accounts that are still there."""
    return [position[account] for account in accounts if account in position]

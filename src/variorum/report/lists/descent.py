"""Descent: who depends on whom as a tree that can be read line by line, and the origins.

Enters: `Material`. Leaves: `Branch`es in the order in which they are read, and `Origin`s.

Sources stand above those that depend on them. An account with several sources stands under each of
them; what depends on it is told the first time only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.records import Borrowing, Span
from variorum.report.lists.choosing import accounts_called
from variorum.vocabulary import BorrowingKind

_MADE_UP = re.compile("o-[0-9a-f]{16}")
"""The id of readings whose independence is not shown, and of a speaker who is not named."""


class StemmaEdge(Struct, frozen=True, kw_only=True):
    """One borrowing between two labels; `share` (0 to 1) is the part of the account it covers.

    `printed_in` names the account of each place of `evidence`: a source not in hand has none of them.
    """

    id: str
    source: str
    source_label: str
    account: str
    label: str
    kind: BorrowingKind
    share: float | None
    because: str
    evidence: tuple[Span, ...]
    printed_in: tuple[str, ...]


class Branch(Struct, frozen=True, kw_only=True):
    """One line of the tree: an account or a source not in hand (`absent`), and its links upwards.

    `last` tells, for every level above and for the branch itself, that no sibling follows;
    `again` that what depends on it was told before.
    """

    key: str
    label: str
    absent: bool
    links: tuple[StemmaEdge, ...] = ()
    last: tuple[bool, ...] = ()
    again: bool = False


class Origin(Struct, frozen=True, kw_only=True):
    """What readings rest on in the end: the accounts that do, and at how many places compared."""

    origin: str
    label: str
    accounts: tuple[str, ...]
    labels: tuple[str, ...]
    places: int


class Descent(Struct, frozen=True):
    """All links, the tree they make, accounts that nothing was found of (labels), and origins."""

    links: tuple[StemmaEdge, ...]
    branches: tuple[Branch, ...]
    alone: tuple[str, ...]
    origins: tuple[Origin, ...]


def descent(material: Material, *, account: str | None = None) -> Descent:
    """Return who depends on whom; with `account`, only what that account takes part in.

    UsageError where an account is wanted that the ledger does not know.
    """
    chosen = accounts_called(material, account)
    links = [
        _link(material, borrowing)
        for borrowing in material.borrowings.values()
        if borrowing.from_ != borrowing.to and {borrowing.from_, borrowing.to} & chosen
    ]
    links.sort(key=lambda link: (link.source_label, -(link.share or 0), link.label, link.id))
    ends = {end for link in links for end in (link.source, link.account)}
    alone = tuple(material.label(key) for key in material.accounts if key in chosen - ends)
    return Descent(tuple(links), tuple(_tree(material, links)), alone, _origins(material, chosen))


def _link(material: Material, borrowing: Borrowing) -> StemmaEdge:
    return StemmaEdge(
        id=borrowing.id,
        source=borrowing.from_,
        source_label=material.label(borrowing.from_),
        account=borrowing.to,
        label=material.label(borrowing.to),
        kind=borrowing.kind,
        share=borrowing.share,
        because=borrowing.because,
        evidence=borrowing.evidence,
        printed_in=tuple(material.label(place.account) for place in borrowing.evidence),
    )


def _tree(material: Material, links: Sequence[StemmaEdge]) -> Iterator[Branch]:
    """Yield branches in reading order; a circle is entered at the source that comes first."""
    below: dict[str, dict[str, list[StemmaEdge]]] = defaultdict(lambda: defaultdict(list))
    for link in links:
        below[link.source][link.account].append(link)
    told: set[str] = set()
    fed = {link.account for link in links}
    sources = list(dict.fromkeys(link.source for link in links))
    for root in sorted(sources, key=lambda key: key in fed):
        if root not in told:
            yield from _from(material, root, below, told)


def _from(
    material: Material,
    root: str,
    below: Mapping[str, Mapping[str, Sequence[StemmaEdge]]],
    told: set[str],
) -> Iterator[Branch]:
    """Walk down from a root; a stack of our own, since a chain of copies may be long."""
    waiting: list[tuple[str, tuple[StemmaEdge, ...], tuple[bool, ...]]] = [(root, (), ())]
    while waiting:
        key, links, last = waiting.pop()
        children = list(below.get(key, {}).items())
        again = key in told and bool(children)
        absent = key not in material.accounts
        label = material.label(key)
        yield Branch(key=key, label=label, absent=absent, links=links, last=last, again=again)
        if key not in told:
            told.add(key)
            waiting += [
                (child, tuple(found), (*last, place == len(children) - 1))
                for place, (child, found) in reversed(list(enumerate(children)))
            ]


def _origins(material: Material, chosen: frozenset[str]) -> tuple[Origin, ...]:
    """Return origins that several accounts are shown to rest on, the most shared first."""
    resting: dict[str, dict[str, None]] = defaultdict(dict)
    places: dict[str, int] = defaultdict(int)
    for alignment in material.alignments.values():
        for origin in sorted(set(alignment.origin_of.values())):
            mine = [a for a, of in sorted(alignment.origin_of.items()) if of == origin]
            if len(mine) > 1 and not _MADE_UP.fullmatch(origin):
                resting[origin].update(dict.fromkeys(mine))
                places[origin] += 1
    found = [
        Origin(
            origin=origin,
            label=_called(material, origin),
            accounts=tuple(accounts),
            labels=tuple(material.label(account) for account in accounts),
            places=places[origin],
        )
        for origin, accounts in resting.items()
        if chosen & set(accounts)
    ]
    return tuple(sorted(found, key=lambda o: (-o.places, o.label, o.origin)))


def _called(material: Material, origin: str) -> str:
    entity = material.entities.get(origin)
    return entity.name if entity else material.label(origin)

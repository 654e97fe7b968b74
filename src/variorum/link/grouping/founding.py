"""Founding: the account by which an event or an entity is known, however many tell of it later.

Enters: accounts. Leaves: the one that was published first. Ids that are made of it stay the same
when a later account joins, so that a link to an event, or to a person, still leads there.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from msgspec.structs import replace

from variorum.records import Account, Dossier, Entity, new_id

UNDATED = "9999"
"""Sorts after every day: an account without a day founds only what no dated account tells of."""


def founder(accounts: Iterable[Account]) -> Account:
    """Return the account that was published first, as its own page says; of two, by id."""
    return min(accounts, key=_order)


def founded(entities: Iterable[Entity], dossiers: Iterable[Dossier]) -> tuple[Entity, ...]:
    """Give entities the ids of their founding names, ordered by kind, name and id.

    Each name is in one entity alone, so no two entities have one id.
    """
    first = {
        name.id: (*_order(dossier.account), name.mentions[0].start, name.id)
        for dossier in dossiers
        for name in dossier.statements.names
    }
    found = [
        replace(entity, id=new_id("e", min(entity.names, key=first.__getitem__)))
        for entity in entities
    ]
    return tuple(sorted(found, key=attrgetter("kind", "name", "id")))


def _order(account: Account) -> tuple[str, str]:
    return account.published.earliest or UNDATED, account.id

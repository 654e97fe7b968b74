"""Offices: whom "the president" means where an account gives an office and no name.

Enters: the linked dossiers, the entities and events of a story. Leaves: the dossiers, with an entity for
each speaker who is printed as the holder of an office that one person alone holds in the story.

"THE PRESIDENT:" in a transcript is whom the reports of that speech call President Ann Wu. Where two
persons of the event are called so, and none of them is by far the one they tell of, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from variorum.extract.names.borne import bears, plain_words
from variorum.languages.names import Names
from variorum.languages.registry import language_of
from variorum.records import Dossier, Entity, Event, Quotation, Speaker

_FOREMOST = 4
"""Of two who are called so, one is meant if the accounts name him so many times as often."""


def with_office_holders(
    dossiers: Sequence[Dossier], entities: Sequence[Entity], events: Sequence[Event]
) -> tuple[Dossier, ...]:
    """Return the dossiers with the holders of offices as speakers; other speakers stay as they are."""
    persons = [one for one in entities if one.kind == "person" and one.roles]
    near: dict[str, set[str]] = {}
    for event in events:
        for account in event.accounts:
            near.setdefault(account, set()).update(event.accounts)
    return tuple(_held(dossier, persons, near) for dossier in dossiers)


def _held(dossier: Dossier, persons: Sequence[Entity], near: Mapping[str, set[str]]) -> Dossier:
    account, said = dossier.account, dossier.statements
    accounts, words = near.get(account.id, {account.id}), language_of(account.language).names
    unlinked = {q.speaker.name for q in said.quotations if q.speaker.entity is None}
    holders = {
        name: holder
        for name in unlinked
        if name is not None
        and (office := office_of(words, name)) is not None
        and (holder := _holder(words, office, persons, accounts)) is not None
    }
    quotations = tuple(_spoken(one, holders) for one in said.quotations)
    return replace(dossier, statements=replace(said, quotations=quotations))


def _spoken(quotation: Quotation, holders: Mapping[str, Entity]) -> Quotation:
    """Return a quotation with its speaker, if it is a holder of an office, by the name as printed."""
    speaker = quotation.speaker
    holder = holders.get(speaker.name or "") if speaker.entity is None else None
    return quotation if holder is None else replace(quotation, speaker=_named(speaker, holder))


def office_of(names: Names, printed: str) -> tuple[str, frozenset[str]] | None:
    """Return the office and the country that words give, "the French president"; ``None`` for others."""
    said = plain_words(printed)
    if said and said[0] in names.definite:
        said = said[1:]
    if not said or said[-1] not in names.offices:
        return None
    origins = frozenset(names.demonyms[word] for word in said[:-1] if word in names.demonyms)
    return (said[-1], origins) if len(origins) == len(said) - 1 else None


def _holder(
    names: Names,
    office: tuple[str, frozenset[str]],
    persons: Sequence[Entity],
    accounts: set[str],
) -> Entity | None:
    """Return the one person whom accounts of the same events call by an office."""
    head, origins = office
    heads = names.role_of.get(head, frozenset({head}))
    found = [
        (sum(mention.account in accounts for mention in one.mentions), one)
        for one in persons
        if any(
            bears(names, role, heads, origins) and _fits(names, role, origins) for role in one.roles
        )
    ]
    found = sorted((pair for pair in found if pair[0]), key=lambda pair: pair[0])
    if not found or (len(found) > 1 and found[-1][0] < _FOREMOST * found[-2][0]):
        return None
    return found[-1][1]


def _fits(names: Names, role: str, origins: frozenset[str]) -> bool:
    """Tell a bare office from one held elsewhere: "the president" is no "president of the club"."""
    said = plain_words(role)
    elsewhere = names.attaching.intersection(said) or names.demonyms.keys() & set(said)
    return bool(origins) or not elsewhere


def _named(speaker: Speaker, holder: Entity) -> Speaker:
    return replace(speaker, entity=holder.id, path=(speaker.name or "", holder.name))

"""Story: dossiers with their entities, events and anchored moments, ready to be compared.

Enters: the dossiers of all accounts. Leaves: a `Story`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.languages.registry import name_parts
from variorum.link.dating import date_open
from variorum.link.events.blocking import Join, kin
from variorum.link.events.decided import NOTHING_DECIDED, Decided
from variorum.link.events.partition import events
from variorum.link.grouping.founding import founded
from variorum.link.names.across_events import across_events
from variorum.link.names.ages import ages
from variorum.link.names.entities import entities
from variorum.link.names.offices import with_office_holders
from variorum.records import Dossier, Entity, Event, Figure, Moment, Published, Quotation, Record


class Story(Struct, frozen=True):
    """Accounts that belong together, what they name, and the events they tell of."""

    dossiers: tuple[Dossier, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]

    def named(self) -> dict[str, list[Entity]]:
        """Return the entities that each account names."""
        found: dict[str, list[Entity]] = {dossier.account.id: [] for dossier in self.dossiers}
        for entity in self.entities:
            for account in sorted({mention.account for mention in entity.mentions}):
                found[account].append(entity)
        return found


def dossier_records(dossier: Dossier) -> list[Record]:
    """Return an account with all that it says, as a ledger keeps it."""
    said = dossier.statements
    return [dossier.account, *said.quotations, *said.figures, *said.moments, *said.assertions]


def link(
    dossiers: Sequence[Dossier],
    *,
    join: Join | None = None,
    together: bool = False,
    decided: Decided = NOTHING_DECIDED,
) -> Story:
    """Return the story of some accounts; their order changes nothing.

    `join` finds which accounts may meet (`candidates.QUERY`). Names are one person's where accounts
    tell of one event, and full names where events are of like things, so that an account of
    something else changes nobody's name; `together` joins them over all accounts, for a person
    says that they belong together. `decided` is what people say of single events.
    """
    ordered = sorted(dossiers, key=lambda dossier: dossier.account.id)
    happened = events(ordered, join=join, decided=decided)
    named = entities(ordered) if together else _by_event(ordered, happened)
    found = founded(named, ordered)
    dates = date_open(ordered, [some for event in happened for some in of_one_time(event)])
    moments: dict[str, list[Moment]] = {}
    for moment in dates.moments:
        moments.setdefault(moment.place.account, []).append(moment)
    entity_of = {name: entity.id for entity in found for name in entity.names}
    linked = tuple(
        _linked(dossier, entity_of, moments.get(dossier.account.id, ()), dates.published)
        for dossier in ordered
    )
    return Story(with_office_holders(linked, found, happened), found, happened)


def of_one_time(event: Event) -> list[tuple[str, ...]]:
    """Return the accounts of an event, those of each step apart: an open day is dated within one."""
    return [step.accounts for step in event.steps] or [event.accounts]


def _by_event(dossiers: Sequence[Dossier], happened: Sequence[Event]) -> tuple[Entity, ...]:
    of = {dossier.account.id: dossier for dossier in dossiers}
    told = [[of[account] for account in event.accounts] for event in happened]
    found = [entities(some) for some in told]
    parts = [name_parts(dossier.account.language for dossier in some) for some in told]
    return across_events(found, parts, _kin_events(dossiers, happened), ages(dossiers))


def _kin_events(dossiers: Sequence[Dossier], happened: Sequence[Event]) -> set[tuple[int, int]]:
    """Return the pairs of events, by position, of which an account each is kin."""
    if len(happened) < 2:
        return set()
    place = {account: index for index, event in enumerate(happened) for account in event.accounts}
    met = [(place[one], place[two]) for one, two in kin([d.account for d in dossiers])]
    return {(min(both), max(both)) for both in met if both[0] != both[1]}


def _linked(
    dossier: Dossier,
    entity_of: Mapping[str, str],
    moments: Sequence[Moment],
    published: Mapping[str, Published],
) -> Dossier:
    said = dossier.statements
    quotations = tuple(_with_entity(quotation, entity_of) for quotation in said.quotations)
    speakers = {quotation.id: quotation.speaker.entity for quotation in quotations}
    account = dossier.account
    statements = replace(
        said,
        quotations=quotations,
        figures=tuple(_asserted(figure, speakers) for figure in said.figures),
        moments=tuple(moments),
    )
    known = replace(account, published=published.get(account.id, account.published))
    return replace(dossier, account=known, statements=statements)


def _with_entity(quotation: Quotation, entity_of: Mapping[str, str]) -> Quotation:
    entity = entity_of.get(quotation.speaker.within or "")
    return replace(quotation, speaker=replace(quotation.speaker, entity=entity))


def _asserted(figure: Figure, speakers: Mapping[str, str | None]) -> Figure:
    return replace(figure, asserted_by=speakers.get(figure.quotation or ""))

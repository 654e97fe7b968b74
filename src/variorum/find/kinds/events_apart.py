"""Events apart: accounts that were compared apart from most, and whether they tell of another event.

Enters: `Material`. Leaves: `Finding`s.

That accounts were compared apart is what was done, not what they are. Another event is told of only
where its accounts name hardly anybody and no place that the others name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from variorum.find.matter.material import Material
from variorum.find.matter.prose import Basis, FindingText, finding, short
from variorum.find.matter.telling import answer, given
from variorum.folding import fold
from variorum.link.events.blocking import kin
from variorum.records import Entity, Event, Finding, Span

FOREIGN = 0.34
"""Share of the names of an event's accounts, each as often as it is named, up to which the others
may name them too."""


def other_events(material: Material) -> Iterator[Finding]:
    """Tell which accounts speak of another event than more accounts do that tell of like things.

    That a folder holds another story says nothing of this one: events that have nothing in common
    are not set against each other.
    """
    for one, other in sorted(_beside(material).items()):
        event, main = material.events[one], material.events[other]
        shared = shared_names(material, event, main)
        if shared is not None and shared <= FOREIGN:
            told = FindingText(
                f"Told of a different event from “{short(main.label)}”",
                (answer("", given(_places(material, event))),),
                "The accounts of the two events have few names in common.",
            )
            yield finding(
                material, "other event", told, Basis(event.places, (event.id,), 1.0 - shared)
            )


def _places(material: Material, event: Event) -> list[Span]:
    """Return the heading of each account, or its beginning where none was kept."""
    places = {place.account: place for place in event.places}
    return [places.get(key) or material.accounts[key].span(0, 0) for key in event.accounts]


def _beside(material: Material) -> dict[str, str]:
    """Return events with the largest event of like things that has more accounts than they."""
    if len(material.events) < 2:
        return {}
    home = {account: event for event in material.events.values() for account in event.accounts}
    beside: dict[str, str] = {}
    for pair in kin([material.accounts[account] for account in sorted(home)]):
        main, event = sorted((home[account] for account in pair), key=_size)
        if event.id != main.id and len(main.accounts) > 1:
            known = material.events[beside.setdefault(event.id, main.id)]
            beside[event.id] = min(known, main, key=_size).id
    return beside


def shared_names(material: Material, event: Event, main: Event) -> float | None:
    """Return the share of an event's names that another has too; ``None`` where it has no names.

    A person's name is shared if the surname is: names are joined within an event only.
    """
    mine: Counter[str] = Counter()
    theirs: set[str] = set()
    for entity in material.entities.values():
        key = _key(entity)
        for place in entity.mentions:
            if place.account in event.accounts:
                mine[key] += 1
            if place.account in main.accounts:
                theirs.add(key)
    whole = mine.total()
    return sum(n for key, n in mine.items() if key in theirs) / whole if whole else None


def _key(entity: Entity) -> str:
    name = fold(entity.name).casefold()
    return name.split()[-1] if entity.kind == "person" and name.split() else name


def _size(event: Event) -> tuple[int, str, tuple[str, ...]]:
    return -len(event.accounts), event.label, event.accounts

"""Events apart: accounts that were compared apart from most, and whether they tell of another event.

Enters: `Material`. Leaves: `Finding`s.

That accounts were compared apart is what was done, not what they are. Another event is told of only
where its accounts name hardly anybody and no place that the others name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from variorum.records import Event, Finding
from variorum.report.material import Material
from variorum.report.telling import Basis, finding, listed, short

FOREIGN = 0.34
"""Share of the names of an event's accounts, each as often as it is named, up to which the others
may name them too."""


def other_events(material: Material) -> Iterator[Finding]:
    """Tell which accounts speak of another event than most do."""
    events = sorted(material.events.values(), key=_size)
    for event in events[1:]:
        shared = shared_names(material, event, events[0])
        if len(events[0].accounts) > 1 and shared is not None and shared <= FOREIGN:
            names = listed([material.label(account) for account in event.accounts])
            tell = "tells" if len(event.accounts) == 1 else "tell"
            text = f"{names} {tell} of another event: “{short(event.label)}”."
            basis = Basis(event.places, (event.id,), 1.0 - shared)
            yield finding("other event", "", text, basis)


def shared_names(material: Material, event: Event, main: Event) -> float | None:
    """Return the share of an event's names that another has too; ``None`` where it has no names."""
    mine: Counter[str] = Counter()
    theirs: set[str] = set()
    for entity in material.entities.values():
        for place in entity.mentions:
            if place.account in event.accounts:
                mine[entity.id] += 1
            if place.account in main.accounts:
                theirs.add(entity.id)
    whole = mine.total()
    return sum(n for key, n in mine.items() if key in theirs) / whole if whole else None


def _size(event: Event) -> tuple[int, str, tuple[str, ...]]:
    return -len(event.accounts), event.label, event.accounts

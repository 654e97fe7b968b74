"""Told of: the events of a ledger, those that most accounts tell of first.

Enters: `Material`. Leaves: `Event`s.
"""

from __future__ import annotations

from variorum.find.matter.material import Material
from variorum.records import Event


def events_told(material: Material) -> list[Event]:
    """Return the events, those of most accounts first, then by label and id."""
    return sorted(material.events.values(), key=_order)


def _order(event: Event) -> tuple[int, str, str]:
    return -len(event.accounts), event.label, event.id

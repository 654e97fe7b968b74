"""On events: which accounts people say tell of one event, and which do not.

Enters: decisions, and anchors of the accounts that there are. Leaves: what linking takes of them.
Merges and splits of events are such views; so the next run compares the accounts by them.
"""

from __future__ import annotations

from collections.abc import Iterable

from variorum.link.events.decided import Decided, NotOneEvent, OneEvent
from variorum.records import Decision, Span
from variorum.review.anchoring import Anchors
from variorum.review.standing import decisions_in_force


def decided_on_events(decisions: Iterable[Decision], anchors: Anchors) -> Decided:
    """Return what decisions in force say of events; those whose accounts have changed say nothing."""
    of_events = (one for one in decisions_in_force(decisions) if one.kind == "event")
    held = [moved for one in of_events if (moved := anchors.moved(one))]
    return Decided(
        one=tuple(OneEvent(one.who, _accounts(one.basis)) for one in held if one.view == "merge"),
        apart=tuple(
            NotOneEvent(one.who, _accounts(one.basis), _accounts(one.beside))
            for one in held
            if one.view == "split" and one.beside
        ),
    )


def _accounts(places: Iterable[Span]) -> tuple[str, ...]:
    return tuple(sorted({place.account for place in places}))

"""Chapters: the findings of a page by the event that they are of.

Enters: `Material`, cards, most telling first. Leaves: the first of them, and a `Chapter` an event.

What is of no event, or of several, is a chapter without one.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.records import Event
from variorum.report.page.cards import FindingCard

FIRST_CARDS = 3
"""Findings that stand before all chapters."""
MOST_UNFOLDED = 12
"""Findings of a chapter that stand unfolded in it."""


class Chapter(Struct, frozen=True):
    """The findings of an event, `folded` those that stand last; `open` from the start."""

    event: Event | None
    label: str
    cards: tuple[FindingCard, ...]
    folded: tuple[FindingCard, ...]
    open: bool


class Findings(Struct, frozen=True):
    """All findings of a page; `main` is the event of most accounts, where they are of several."""

    first: tuple[FindingCard, ...]
    chapters: tuple[Chapter, ...]
    count: int
    main: Event | None


def chaptered(known: Material, made: Sequence[FindingCard]) -> Findings:
    """Return the findings with the weightiest first and the rest by event, larger events first."""
    first, rest = made[:FIRST_CARDS], made[FIRST_CARDS:]
    several = len({card.event.id for card in made if card.event}) > 1
    events = sorted(known.events.values(), key=lambda event: -len(event.accounts))
    parts: list[tuple[Event | None, list[FindingCard]]]
    if several:
        parts = [(event, [card for card in rest if card.event == event]) for event in events]
        parts.append((None, [card for card in rest if card.event is None]))
    else:
        parts = [(None, list(rest))]
    told = [(event, cards) for event, cards in parts if cards]
    return Findings(
        first=tuple(first),
        chapters=tuple(
            _chapter(event, cards, is_open=at == 0) for at, (event, cards) in enumerate(told)
        ),
        count=len(made),
        main=events[0] if several else None,
    )


def _chapter(event: Event | None, cards: Sequence[FindingCard], *, is_open: bool) -> Chapter:
    return Chapter(
        event=event,
        label=event.label if event else "",
        cards=tuple(cards[:MOST_UNFOLDED]),
        folded=tuple(cards[MOST_UNFOLDED:]),
        open=is_open,
    )

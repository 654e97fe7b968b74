"""Filtering: which items of the queue a person wants now, and what comes before and after one.

Enters: `Seen`, a filter, who asks. Leaves: a `QueuePosition`. The order is the queue's and does not depend
on decisions, so that nothing moves under a person's hands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from msgspec import Struct

from variorum.review import QueueItem, Standing
from variorum.serve.web.seen import Seen, own

States = Mapping[str, tuple[str, Callable[[Standing | None, str], bool]]]

STATE_FILTERS: States = {
    "open": ("to decide", lambda standing, who: not (standing and standing.settled)),
    "mine": ("not seen by me", lambda standing, who: own(standing, who) is None),
    "unsure": ("unsure", lambda standing, who: bool(standing and standing.view == "unsure")),
    "disputed": ("disputed", lambda standing, who: bool(standing and standing.view == "disputed")),
    "settled": ("settled", lambda standing, who: bool(standing and standing.settled)),
    "all": ("all", lambda standing, who: True),
}
"""How a person can filter by state: the words of the choice, and who stays."""


EVERY_KIND = "all"
"""The kind of a filter that leaves out none."""
FIRST_KIND = "finding"
"""The kind that the queue opens on."""


class Filter(Struct, frozen=True):
    """The wish to see items of one kind, or of `EVERY_KIND`, and one of `STATE_FILTERS`."""

    kind: str = FIRST_KIND
    state: str = "open"

    def has(self, kind: str) -> bool:
        """Tell whether items of a kind are wanted."""
        return self.kind in (EVERY_KIND, kind)

    def address(self, **more: str) -> str:
        """Return the address of the queue with this filter, and `more` parameters."""
        own = {"kind": (self.kind, FIRST_KIND), "state": (self.state, "open")}
        given = {name: value for name, (value, usual) in own.items() if value != usual} | more
        query = urlencode({name: value for name, value in given.items() if value})
        return f"/?{query}" if query else "/"


class QueuePosition(Struct, frozen=True):
    """One item with its neighbours under a filter.

    `position` counts from 1 among the `total` items of the filter; it is ``None`` where the item
    itself is not one of them (it was just decided, or a link led here).
    """

    item: QueueItem | None
    before: str | None
    after: str | None
    position: int | None
    total: int


def kinds(seen: Seen) -> list[tuple[str, int]]:
    """Return the kinds of item in the queue with their numbers, findings first, the others by name."""
    counted: dict[str, int] = {}
    for item in seen.found.items:
        counted[item.kind] = counted.get(item.kind, 0) + 1
    return sorted(counted.items(), key=lambda one: (one[0] != FIRST_KIND, one[0]))


def states(seen: Seen, who: str, kind: str) -> list[tuple[str, str, int]]:
    """Return the name, words and number of items of each state, among the items of a kind."""
    return [
        (name, words, len(places(seen, Filter(kind, name), who)))
        for name, (words, _) in STATE_FILTERS.items()
    ]


def places(seen: Seen, wanted: Filter, who: str) -> list[int]:
    """Return where in the queue the items of a filter stand, in order."""
    stays = STATE_FILTERS[wanted.state][1]
    return [
        place
        for place, item in enumerate(seen.found.items)
        if wanted.has(item.kind) and stays(seen.given.of(item.id), who)
    ]


def choose(seen: Seen, wanted: Filter, who: str, at: str) -> QueuePosition:
    """Return the item with id `at`, or the first of the filter, with its neighbours."""
    held = places(seen, wanted, who)
    items = seen.found.items
    place = seen.found.place_of.get(at, held[0] if held else None)
    if place is None:
        return QueuePosition(None, None, None, None, 0)
    left = bisect_left(held, place)
    among = left < len(held) and held[left] == place
    right = left + 1 if among else left
    return QueuePosition(
        item=items[place],
        before=items[held[left - 1]].id if left else None,
        after=items[held[right]].id if right < len(held) else None,
        position=left + 1 if among else None,
        total=len(held),
    )

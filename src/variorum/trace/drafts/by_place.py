"""By place: things of one account or several, found by where they stand without looking at each.

Enters: things with their places. Leaves: a `ByPlace`, which gives those that share characters with a place, and
`sentence_at`, the number of the sentence that a character stands in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from msgspec import Struct

from variorum.annotations import Sentence
from variorum.records import Span

Thing = TypeVar("Thing")


class AccountRow(Struct, Generic[Thing], frozen=True):
    """The things of one account by where they begin; `reached` is the farthest end of those up to each."""

    starts: tuple[int, ...]
    reached: tuple[int, ...]
    things: tuple[tuple[int, Span, Thing], ...]


class ByPlace(Struct, Generic[Thing], frozen=True):
    """Things by the places they have, an account a row."""

    rows: dict[str, AccountRow[Thing]]

    def meeting(self, place: Span) -> list[Thing]:
        """Return the things that share characters with a place, in the order in which they were given."""
        row = self.rows.get(place.account)
        found: list[tuple[int, Thing]] = []
        at = bisect_left(row.starts, place.end) - 1 if row else -1
        while row and at >= 0 and row.reached[at] > place.start:
            number, own, thing = row.things[at]
            if own.overlaps(place):
                found.append((number, thing))
            at -= 1
        return [thing for _, thing in sorted(found, key=lambda one: one[0])]

    def meets(self, place: Span) -> bool:
        """Tell whether any of the things shares characters with a place."""
        return bool(self.meeting(place))


def by_place(things: Iterable[Thing], place_of: Callable[[Thing], Span]) -> ByPlace[Thing]:
    """Return things by their places."""
    rows: dict[str, list[tuple[int, Span, Thing]]] = {}
    for number, thing in enumerate(things):
        place = place_of(thing)
        rows.setdefault(place.account, []).append((number, place, thing))
    return ByPlace({account: _row(row) for account, row in rows.items()})


def places(of: Iterable[Span]) -> ByPlace[Span]:
    """Return places by themselves."""
    return by_place(of, lambda place: place)


def sentence_at(sentences: Sequence[Sentence], at: int) -> int | None:
    """Return the number of the sentence that a character stands in; ``None`` between sentences."""
    number = bisect_right(sentences, at, key=lambda one: one.start) - 1
    return number if number >= 0 and at < sentences[number].end else None


def _row(things: list[tuple[int, Span, Thing]]) -> AccountRow[Thing]:
    ordered = tuple(sorted(things, key=lambda one: (one[1].start, one[0])))
    return AccountRow(
        tuple(place.start for _, place, _ in ordered),
        tuple(accumulate((place.end for _, place, _ in ordered), max)),
        ordered,
    )

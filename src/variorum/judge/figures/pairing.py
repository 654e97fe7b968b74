"""Pairing: which figures of two accounts meet, and what that says.

Enters: the figures of two accounts with their contexts. Leaves: `FigureMeeting`s: those that agree
first, so that a figure with its like on the other side is not held against another.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from typing import Literal

from msgspec import Struct

from variorum.judge.figures.comparability import Comparison, comparable
from variorum.judge.figures.contrast import Contrast, compare, updates
from variorum.judge.figures.ranges import ARITHMETIC, TALLY, converted, kind, range_of
from variorum.judge.figures.sides import Counted
from variorum.records import Figure

MeetingKind = Literal["agree", "update", "figure differs", "scope differs"]

CLOSE_FACTOR = Decimal(2)
"""Figures of different counts are worth telling apart when one is at most so many times the other."""
CONFUSABLE = frozenset({"other population", "other place", "other time"})
"""Grounds on which two counts of one kind of thing differ, and may be taken for each other."""
LATER_COUNT = "later count"
"""The rule of a figure that brings an earlier one up to date."""
VAGUE_ROOM = Decimal(2)
"""How many times the end of a vague number another must be, to be told as another."""
KEEPS_BOUND = "within the bound"
"""How figures compare of which one keeps the bound of the other: neither the same nor at odds."""
_FIRST = ("agree", "update", "figure differs", "scope differs")


class FigureMeeting(Struct, frozen=True):
    """Two figures of different accounts, how they compare, and the sentence that says so."""

    left: Figure
    right: Figure
    kind: MeetingKind
    rule: str
    because: str


def meetings(left: Sequence[Counted], right: Sequence[Counted]) -> list[FigureMeeting]:
    """Return how the figures of two accounts meet; figures that do not meet are left out.

    A number that the other account has too is held against no other number of it: an account that
    tells a count of yesterday and of today is not at odds with one that tells today's.
    """
    found = [met for one in left for other in right if (met := meeting(one, other))]
    agreed = {_told(figure) for met in found if met.kind == "agree" for figure in _ends(met)}
    return sorted(
        (m for m in found if m.kind == "agree" or agreed.isdisjoint(map(_told, _ends(m)))),
        key=lambda m: (_FIRST.index(m.kind), m.left.place.start, m.right.place.start),
    )


def _ends(met: FigureMeeting) -> tuple[Figure, Figure]:
    return met.left, met.right


def _told(figure: Figure) -> tuple[str, str | None, str | None]:
    """Return what two figures of an account have in common if they are one, told twice."""
    return figure.place.account, figure.value, figure.counted_head


def meeting(one: Counted, other: Counted) -> FigureMeeting | None:
    """Return how two figures compare, ``None`` where nothing can be said of them together."""
    with localcontext(ARITHMETIC):
        return _meeting(one, other)


def _meeting(one: Counted, other: Counted) -> FigureMeeting | None:
    left, right = one.figure, other.figure
    comparison = comparable(left, right, one.context, other.context)
    if comparison.outcome == "yes":
        contrast = compare(left, right)
        if contrast.rule == KEEPS_BOUND or _says_too_little(contrast, left, right):
            return None
        later = updates(left, right, one.context, other.context) if contrast.differs else None
        if later is not None:
            return FigureMeeting(left, right, "update", later.rule, later.because)
        kind: MeetingKind = "figure differs" if contrast.differs else "agree"
        return FigureMeeting(left, right, kind, contrast.rule, contrast.because)
    if _confusable(comparison, left, right):
        return FigureMeeting(left, right, "scope differs", comparison.rule, comparison.because)
    return None


def _says_too_little(contrast: Contrast, left: Figure, right: Figure) -> bool:
    """Tell whether one of two figures is vague, and does not lie far from the other.

    "Hundreds" is said of 200 and of 900, "dozens" of the first hour of 126.
    """
    if all(one.value is not None or kind(one) == TALLY for one in (left, right)):
        return False
    lower, upper = sorted(
        (converted(left, right.unit) or range_of(left), range_of(right)),
        key=lambda one: one.low or Decimal(0),
    )
    if contrast.how != "disjoint" or lower.high is None or upper.low is None:
        return True
    return upper.low < lower.high * VAGUE_ROOM


def _confusable(comparison: Comparison, left: Figure, right: Figure) -> bool:
    if comparison.outcome != "no" or comparison.rule not in CONFUSABLE:
        return False
    if left.counted_head != right.counted_head or left.value is None or right.value is None:
        return False
    small, large = sorted((abs(Decimal(left.value)), abs(Decimal(right.value))))
    return 0 < small < large <= small * CLOSE_FACTOR

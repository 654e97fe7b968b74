"""Distances: what "two weeks ago" and "a year earlier" move, and by how much.

Enters: a match with a count and a unit. Leaves: expressions that lean on the day of publication
(`deictic`) or on what was told before (`narrative`).
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.extract.moments.calendar import Period, containing, day, shifted
from variorum.extract.moments.grammar import PAST, Expression, RuleMatch, stated_number
from variorum.extract.moments.spells import spell

At = Callable[[Period, int], Period | None]
CLOCK_UNITS = frozenset({"second", "minute", "hour"})
BUSINESS_GRAINS = ("quarter", "half")
"""Grains that a business report compares with: its "a year ago" is the same quarter's."""

_WHOLE = {
    "day": ("day",),
    "week": ("day",),
    "fortnight": ("day",),
    "year": ("month", "quarter", "half", "season"),
    "quarter": ("quarter",),
}
"""What moves as a whole by a unit, where a story tells of it: a quarter moves by a year."""


def deictic(at: At, grain: str, value: str | None = None) -> Expression:
    """Return an expression that leans on the day of publication."""
    return Expression("relative", "publication", at, value, grain)


def narrative(at: At, grain: str, value: str | None = None) -> Expression:
    """Return an expression that leans on the last date told."""
    return Expression("relative", "narrative", at, value, grain)


def moved(found: RuleMatch, sign: int, *, told: bool) -> Expression | None:
    """Return a period some units away, as fine as the unit: "six weeks ago" is a week.

    A year's distance from a report's quarter is that quarter of another year, and no date that
    a later "two days before" could lean on.
    """
    unit, count = str(found.value("u")), stated_number(found.words("n"))
    if unit in CLOCK_UNITS or count is None or count != int(count):
        open_value = "PAST_REF" if sign == PAST else "FUTURE_REF"
        if told:  # neither is before or after the day of writing: "a few days later"
            open_value = spell(count, unit)
        return Expression("relative", "nothing", None, open_value)
    unit, steps = (
        ("year", int(count) * 10 * sign) if unit == "decade" else (unit, int(count) * sign)
    )
    compares = unit == "year" and count == 1

    def at(leans: Period, _: int) -> Period | None:
        whole = told or leans.grain in BUSINESS_GRAINS
        return shifted(
            to_move(leans, unit) if whole else containing(unit, leans.first), unit, steps
        )

    return Expression(
        "relative",
        "narrative" if told else "publication",
        at,
        None,
        unit,
        prefers=BUSINESS_GRAINS if compares else (),
        told=not compares,
    )


def to_move(leans: Period, unit: str) -> Period:
    """Return what moves by `unit`: a period told of as a whole, or the unit around it."""
    if leans.grain in _WHOLE.get(unit, ()):
        return day(leans.first) if leans.grain == "day" else leans
    return containing(unit, leans.first)

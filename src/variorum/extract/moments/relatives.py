"""Rules for times told by their distance: from the day of writing: "yesterday", "last week", "on Monday".

Enters: nothing but the grammar. Leaves: `RULES`, whose expressions need an anchor.
"""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from variorum.extract.moments.calendar import Period, containing, day, narrowed, shifted, timed
from variorum.extract.moments.grammar import (
    FUTURE,
    PAST,
    Expression,
    Rule,
    RuleMatch,
    rule,
    shade,
    stated_number,
)
from variorum.extract.moments.shifts import CLOCK_UNITS, deictic, moved
from variorum.extract.moments.spells import spell


def _today(found: RuleMatch) -> Expression:
    days = found.number("x")
    return deictic(lambda at, _: shifted(day(at.first), "day", days), "day")


def _tonight(_: RuleMatch) -> Expression:
    return deictic(lambda at, _: timed(day(at.first), "TNI"), "day")


def _weekday(found: RuleMatch) -> Expression:
    """Return the nearest such day: today counts, unless "last" or "next" stands before it."""
    number = found.number("w")
    step = int(found.value("t")) if "t" in found else 0

    def at(leans: Period, direction: int) -> Period | None:
        ahead = (number - leans.first.weekday()) % 7
        if step < 0:
            ahead -= 7
        elif step > 0:
            ahead = ahead or 7
        elif ahead and (direction <= 0 or (direction == FUTURE and 7 - ahead < ahead)):
            ahead -= 7
        return shifted(day(leans.first), "day", ahead)

    return deictic(at, "day", f"XXXX-WXX-{number + 1}")


def _weekday_of_week(found: RuleMatch) -> Expression | None:
    if found.value("u") != "week":
        return None
    number, step = found.number("w"), found.number("t")

    def at(leans: Period, _: int) -> Period | None:
        week = shifted(containing("week", leans.first), "week", step)
        return day(week.first + timedelta(days=number)) if week else None

    return deictic(at, "day", f"XXXX-WXX-{number + 1}")


def _unit(found: RuleMatch) -> Expression | None:
    """Return last, this or next week, month, quarter, year, decade, century."""
    unit, part = str(found.value("u")), shade(found)
    step = found.number("t") if "t" in found else 0
    if unit in CLOCK_UNITS or unit in ("day", "fortnight"):
        return None

    def at(leans: Period, _: int) -> Period | None:
        move = "week" if unit == "weekend" else unit
        whole = shifted(containing(unit, leans.first), move, step)
        return narrowed(whole, part) if whole else None

    return deictic(at, unit)


def _weekend(_: RuleMatch) -> Expression:
    def at(leans: Period, direction: int) -> Period | None:
        weekend = containing("weekend", leans.first)
        if direction <= 0 and weekend.first > leans.first:
            return shifted(weekend, "week", -1)
        return weekend

    return deictic(at, "weekend", "XXXX-WXX-WE")


def _month(found: RuleMatch) -> Expression:
    """Return last, this or next November: the nearest that is not the current month."""
    number, step = found.number("m"), found.number("t")

    def at(leans: Period, _: int) -> Period | None:
        ahead = (number - leans.first.month) % 12
        if step < 0:
            ahead -= 12
        elif step > 0:
            ahead = ahead or 12
        return shifted(containing("month", leans.first), "month", ahead)

    return deictic(at, "month", f"XXXX-{number:02d}")


def _part_of_day(found: RuleMatch) -> Expression:
    code = str(found.value("p"))
    step = found.number("t")
    return deictic(lambda at, _: _timed(shifted(day(at.first), "day", step), code), "day")


def _timed(period: Period | None, clock: str) -> Period | None:
    return timed(period, clock) if period else None


def _ago(found: RuleMatch) -> Expression | None:
    return moved(found, PAST, told=False)


def _ago_today(found: RuleMatch) -> Expression | None:
    """Return "two weeks ago today": a day, where "two weeks ago" is a week."""
    unit, count = str(found.value("u")), stated_number(found.words("n"))
    if found.value("x") != 0 or unit in CLOCK_UNITS or count is None or count != int(count):
        return None
    steps = -int(count)
    return deictic(lambda at, _: shifted(day(at.first), unit, steps), "day")


def _ahead(found: RuleMatch) -> Expression | None:
    return moved(found, FUTURE, told=False)


def _in_units(found: RuleMatch) -> Expression | None:
    """Return "in two days" as a date where the words look ahead, else as a length."""
    ahead, count = moved(found, FUTURE, told=False), stated_number(found.words("n"))
    if ahead is None or ahead.at is None or str(found.value("u")) == "quarter":
        return None
    at, length = ahead.at, spell(count, str(found.value("u")))
    return replace(
        ahead, at=lambda leans, looks: at(leans, looks) if looks > 0 else None, value=length
    )


def _month_of_year(found: RuleMatch) -> Expression | None:
    if found.value("u") != "year":
        return None
    number, step, part = found.number("m"), found.number("t"), shade(found)

    def at(leans: Period, _: int) -> Period | None:
        year = shifted(containing("year", leans.first), "year", step)
        month = containing("month", year.first.replace(month=number)) if year else None
        return narrowed(month, part) if month else None

    return deictic(at, "month")


def _quarter_of(found: RuleMatch) -> Expression | None:
    return _part_of(found, "quarter", 3)


def _half_of(found: RuleMatch) -> Expression | None:
    return _part_of(found, "half", 6)


def _part_of(found: RuleMatch, grain: str, months: int) -> Expression | None:
    """Return a part of last, this or next year: "the first half of this year"."""
    number, step = found.number("n"), found.number("t")
    if found.value("u") != "year" or not 1 <= number <= 12 // months:
        return None

    def at(leans: Period, _: int) -> Period | None:
        year = shifted(containing("year", leans.first), "year", step)
        return containing(grain, year.first.replace(month=months * number)) if year else None

    return deictic(at, grain)


def _current(found: RuleMatch) -> Expression | None:
    unit = str(found.value("u"))
    if unit in CLOCK_UNITS or unit in ("day", "fortnight"):
        return None
    return deictic(lambda at, _: containing(unit, at.first), unit)


RULES: tuple[Rule, ...] = (
    rule("SHADE? x=TODAY", _today),
    rule("TONIGHT", _tonight),
    rule("THIS? t=(?:LAST|NEXT|THIS) w=WEEKDAY", _weekday),
    rule("SHADE? w=WEEKDAY", _weekday),
    rule("w=WEEKDAY (?:OF|ON)? t=(?:LAST|NEXT|THIS) u=UNIT", _weekday_of_week),
    rule("THE? s=(?:SHADE)? t=(?:LAST|NEXT|THIS) u=ONEUNIT", _unit),
    rule("s=(?:THE? EDGE OF) THE u=(?:UNIT|QUARTER)", _unit),
    rule("s=(?:EARLY) DASH u=UNIT", _unit),
    rule("u=UNIT DASH s=EDGE", _unit),
    rule("THE WEEKEND", _weekend),
    rule("SHADE? t=(?:LAST|PASTWORD|NEXT|THIS) m=MONTH", _month),
    rule("SHADE? t=(?:LAST|THIS) p=PART", _part_of_day),
    rule("ROUGHLY? n=COUNT DASH? u=ANYUNIT DASH? AGO", _ago),
    rule("n=COUNT u=ANYUNIT AGO x=TODAY", _ago_today),
    rule("n=COUNT u=ANYUNIT FROM (?:NOW|TODAY)", _ahead),
    rule("IN n=COUNT u=ANYUNIT", _in_units),
    rule("s=(?:SHADE)? m=MONTH OF? t=(?:LAST|NEXT|THIS) u=UNIT", _month_of_year),
    rule("t=(?:LAST|NEXT|THIS) u=UNIT APOSTROPHE POSSESSIVE n=ORDER DASH? QUARTER", _quarter_of),
    rule("THE? n=ORDER DASH? QUARTER OF t=(?:LAST|NEXT|THIS) u=UNIT", _quarter_of),
    rule("THE? n=ORDER DASH? HALF OF t=(?:LAST|NEXT|THIS) u=UNIT", _half_of),
    rule("THE? CURRENT FISCAL? u=ONEUNIT", _current),
)

"""Rules for times told by their distance: from the day of writing, or from the story's last date.

Enters: nothing but the grammar. Leaves: `RULES`, whose expressions need an anchor.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from variorum.extract.moment_calendar import FINER, Period, containing, day, shifted, timed
from variorum.extract.moment_grammar import FUTURE, PAST, Expression, Match, Rule, amount, rule

At = Callable[[Period, int], Period | None]


def deictic(at: At, grain: str, value: str | None = None) -> Expression:
    """Return an expression that leans on the day of publication."""
    return Expression("relative", "publication", at, value, grain)


def narrative(at: At, grain: str, value: str | None = None) -> Expression:
    """Return an expression that leans on the last date told."""
    return Expression("relative", "narrative", at, value, grain)


def _today(found: Match) -> Expression:
    days = found.number("x")
    return deictic(lambda at, _: shifted(day(at.first), "day", days), "day")


def _tonight(_: Match) -> Expression:
    return deictic(lambda at, _: timed(day(at.first), "TNI"), "day")


def _weekday(found: Match) -> Expression:
    """Return the nearest such day: today counts, unless "last" or "next" stands before it."""
    number = found.number("w")
    step = int(found.value("t")) if "t" in found else 0

    def at(leans: Period, direction: int) -> Period | None:
        ahead = (number - leans.first.weekday()) % 7
        if step < 0:
            ahead -= 7
        elif step > 0:
            ahead = ahead or 7
        elif direction != FUTURE and ahead:
            ahead -= 7
        return shifted(day(leans.first), "day", ahead)

    return deictic(at, "day", f"XXXX-WXX-{number + 1}")


def _weekday_of_week(found: Match) -> Expression | None:
    if found.value("u") != "week":
        return None
    number, step = found.number("w"), found.number("t")

    def at(leans: Period, _: int) -> Period | None:
        week = shifted(containing("week", leans.first), "week", step)
        return day(week.first + timedelta(days=number)) if week else None

    return deictic(at, "day", f"XXXX-WXX-{number + 1}")


def _unit(found: Match) -> Expression | None:
    """Return last, this or next week, month, quarter, year, decade, century."""
    unit, step = str(found.value("u")), found.number("t")
    if unit in ("day", "hour", "minute", "second", "fortnight"):
        return None

    def at(leans: Period, _: int) -> Period | None:
        move = "week" if unit == "weekend" else unit
        return shifted(containing(unit, leans.first), move, step)

    return deictic(at, unit)


def _weekend(_: Match) -> Expression:
    def at(leans: Period, direction: int) -> Period | None:
        weekend = containing("weekend", leans.first)
        if direction != FUTURE and weekend.first > leans.first:
            return shifted(weekend, "week", -1)
        return weekend

    return deictic(at, "weekend", "XXXX-WXX-WE")


def _month(found: Match) -> Expression:
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


def _part_of_day(found: Match) -> Expression:
    code = str(found.value("p"))
    step = found.number("t")
    return deictic(lambda at, _: _timed(shifted(day(at.first), "day", step), code), "day")


def _timed(period: Period | None, clock: str) -> Period | None:
    return timed(period, clock) if period else None


def _moved(found: Match, sign: int, build: Callable[[At, str], Expression]) -> Expression | None:
    """Return a period some units away, as fine as the unit: "six weeks ago" is a week."""
    unit, count = str(found.value("u")), amount(found.words("n"))
    if unit in ("second", "minute", "hour"):
        return None
    if count is None or count != int(count):
        return Expression("relative", "nothing", None, "PAST_REF" if sign < 0 else "FUTURE_REF")
    steps = int(count) * sign
    told = build is narrative

    def at(leans: Period, _: int) -> Period | None:
        return shifted(_to_move(leans, unit, told=told), unit, steps)

    return build(at, unit)


def _to_move(leans: Period, unit: str, *, told: bool) -> Period:
    """Return the period to move: a quarter told of moves as a whole, and so does a day by weeks."""
    if told and leans.grain in _WHOLE.get(unit, ()):
        return leans
    return containing(unit, leans.first)


_WHOLE = {
    "day": ("day",),
    "week": ("day",),
    "fortnight": ("day",),
    "year": ("month", "quarter", "half", "season"),
    "quarter": ("quarter",),
}


def _ago(found: Match) -> Expression | None:
    return _moved(found, PAST, deictic)


def _from_now(found: Match) -> Expression | None:
    return _moved(found, FUTURE, deictic)


def _earlier(found: Match) -> Expression | None:
    return _moved(found, PAST, narrative)


def _later(found: Match) -> Expression | None:
    return _moved(found, FUTURE, narrative)


def _year_before(_: Match) -> Expression:
    """Return the quarter or year before the one told of: "the year-earlier period"."""

    def at(leans: Period, _: int) -> Period | None:
        return shifted(_to_move(leans, "year", told=True), "year", PAST)

    return narrative(at, "year")


def _month_of_year(found: Match) -> Expression | None:
    if found.value("u") != "year":
        return None
    number, step = found.number("m"), found.number("t")

    def at(leans: Period, _: int) -> Period | None:
        year = shifted(containing("year", leans.first), "year", step)
        return containing("month", year.first.replace(month=number)) if year else None

    return deictic(at, "month")


def _quarter_of(found: Match) -> Expression | None:
    number, step = found.number("n"), found.number("t")
    if found.value("u") != "year" or not 1 <= number <= 4:
        return None

    def at(leans: Period, _: int) -> Period | None:
        year = shifted(containing("year", leans.first), "year", step)
        return containing("quarter", year.first.replace(month=3 * number)) if year else None

    return deictic(at, "quarter")


def _current(found: Match) -> Expression | None:
    unit = str(found.value("u"))
    if unit in ("day", "hour", "minute", "second", "fortnight"):
        return None
    return deictic(lambda at, _: containing(unit, at.first), unit)


def _same(found: Match) -> Expression | None:
    unit = str(found.value("u"))
    if unit in ("hour", "minute", "second"):
        return None
    return narrative(lambda at, _: _enclosing(at, unit), unit)


def _enclosing(at: Period, unit: str) -> Period | None:
    """Return the unit around a period told of, or `None` where that is the coarser of the two."""
    if FINER.index(at.grain) > FINER.index(unit):
        return None
    return containing(unit, at.first)


def _next_after(found: Match) -> Expression | None:
    unit, step = str(found.value("u")), found.number("t")
    if unit in ("hour", "minute", "second"):
        return None
    move = "week" if unit == "weekend" else unit

    def at(leans: Period, _: int) -> Period | None:
        around = _enclosing(leans, unit)
        return shifted(around, move, step) if around else None

    return narrative(at, unit)


RULES: tuple[Rule, ...] = (
    rule("x=TODAY", _today),
    rule("TONIGHT", _tonight),
    rule("t=(?:LAST|PASTWORD|NEXT|THIS)? w=WEEKDAY", _weekday),
    rule("w=WEEKDAY (?:OF|ON)? t=(?:LAST|NEXT|THIS) u=UNIT", _weekday_of_week),
    rule("(?:SHADE)? t=(?:LAST|PASTWORD|NEXT|THIS) u=ONEUNIT", _unit),
    rule("THE? (?:SHADE)? t=(?:LAST|PASTWORD|NEXT|THIS) u=ONEUNIT", _unit),
    rule("THE WEEKEND", _weekend),
    rule("(?:SHADE)? t=(?:LAST|PASTWORD|NEXT|THIS) m=MONTH", _month),
    rule("(?:SHADE)? t=(?:LAST|THIS) p=PART", _part_of_day),
    rule("ROUGHLY? n=COUNT DASH? u=ANYUNIT DASH? AGO", _ago),
    rule("n=COUNT u=ANYUNIT FROM NOW", _from_now),
    rule("ROUGHLY? n=COUNT DASH? u=ANYUNIT EARLIER", _earlier),
    rule("ROUGHLY? n=COUNT u=ANYUNIT LATER", _later),
    rule("(?:THE|THAT) SAME u=ONEUNIT", _same),
    rule("THAT u=ONEUNIT", _same),
    rule("THE CURRENT? u=QUARTER", _same),
    rule("THE? UNIT DASH (?:AGO|EARLIER) (?:QUARTER|PERIOD)?", _year_before),
    rule("m=MONTH (?:OF)? t=(?:LAST|NEXT|THIS) u=UNIT", _month_of_year),
    rule("t=(?:LAST|NEXT|THIS) u=UNIT APOSTROPHE POSSESSIVE n=ORDER DASH? QUARTER", _quarter_of),
    rule("THE? n=ORDER DASH? QUARTER OF t=(?:LAST|NEXT|THIS) u=UNIT", _quarter_of),
    rule("THE? CURRENT FISCAL? u=ONEUNIT", _current),
    rule("THE t=(?:NEXT|AFTER|BEFORE) u=ONEUNIT", _next_after),
    rule("THE u=ONEUNIT t=(?:EARLIER|LATER|AFTERWORD)", _next_after),
)

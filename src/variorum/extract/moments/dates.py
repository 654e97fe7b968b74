"""Rules for dates of the calendar: days, months, years, quarters, seasons, decades, centuries.

Enters: nothing but the grammar. Leaves: `RULES`, whose expressions stand for themselves or lack
only a year.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from variorum.extract.moments.calendar import (
    Period,
    calendar_day,
    containing,
    easter,
    narrowed,
    season,
    shifted,
    span_of,
    timed,
    weekday_of_month,
)
from variorum.extract.moments.grammar import PAST, Expression, Rule, RuleMatch, rule, shade
from variorum.extract.moments.lexemes import CODES
from variorum.languages.calendar import Calendar
from variorum.syntax import VERB_FORMS


def itself(period: Period | None, kind: str = "date") -> Expression | None:
    """Return an expression that needs nothing else, or `None` for no period."""
    if period is None:
        return None
    return Expression(
        "time" if kind == "time" else "date",
        "itself",
        lambda _at, _direction: period,
        period.value,
        period.grain,
    )


_AGAINST = {0: 1, 1: 3, 2: 40}
"""How many times nearer a date against the tense must be, by how firmly the tense holds it."""


def nearest(candidates: Iterable[Period | None], at: date, direction: int) -> Period | None:
    """Return the candidate nearest to `at`; days against `direction` count several times."""

    def cost(period: Period) -> tuple[int, date]:
        if period.first <= at <= period.last:
            return 0, period.first
        ahead = period.first > at
        days = (period.first - at if ahead else at - period.last).days
        against = direction != 0 and ahead != (direction > 0)
        return days * (_AGAINST[abs(direction)] if against else 1), period.first

    return min((p for p in candidates if p is not None), key=cost, default=None)


def _around(leans: Period) -> range:
    """Return the year before, the year, and the year after, as far as the calendar goes."""
    return range(max(leans.first.year - 1, 1), min(leans.first.year + 1, 9998) + 1)


def _iso(found: RuleMatch) -> Expression | None:
    text = str(found.value("x")).upper()
    first = calendar_day(*(int(part) for part in text[:10].split("-")))
    return itself(timed(first, text[10:16]) if first else None, "time" if "T" in text else "date")


def _slashed(found: RuleMatch) -> Expression | None:
    """Read 11/25/2015, 25/11/2015 and 25.11.2015, and leave 11/12/2015 open: it is two days."""
    told = str(found.value("x")).replace(".", "/")
    first, second, year = (int(part) for part in told.split("/"))
    if year < 100:
        year += 2000 if year < 50 else 1900
    days = (calendar_day(year, first, second), calendar_day(year, second, first))
    known = [period for period in days if period is not None]
    if len(known) == 2 and known[0] != known[1]:
        return Expression("date", "nothing", None, f"{year}", "day")
    return itself(known[0]) if known else None


def _day_of_month(found: RuleMatch) -> Expression | None:
    month, number = found.number("m"), found.number("d")
    if "y" in found:
        return itself(calendar_day(found.number("y"), month, number))
    known = _known_year(found, month, number)
    return _yearless(month, number, number, found.number("t") if "t" in found else 0, known)


def _known_year(found: RuleMatch, month: int, number: int) -> int | None:
    """Return the year of a day that is a name by itself: "the September 11 attacks"."""
    year, nouns = found.calendar.known_days.get((month, number), (0, frozenset()))
    after = found.after
    return year if year and after is not None and after.word.lower() in nouns else None


def _listed_day(found: RuleMatch) -> Expression | None:
    """Return one of "Monday 20, Tuesday 21 and Wednesday 22 April": the month stands at the end."""
    return None if found.before in found.calendar.not_a_year_after else _day_of_month(found)


def _further_day(found: RuleMatch) -> Expression | None:
    """Return the second of "April 24 and 25", unless it counts something: "April 24 and 25 others"."""
    after = found.after
    counts = after is not None and (after.form in _COUNTED or after.kind == CODES["HUNDRED"])
    return None if counts else _day_of_month(found)


_COUNTED = ("singular", "plural", "cardinal", "adjective")


def _day_of_unit(found: RuleMatch) -> Expression | None:
    """Return "4 May last year" and "the 27th of this month"."""
    unit, step, number = str(found.value("u")), found.number("t"), found.number("d")
    if unit != ("year" if "m" in found else "month"):
        return None
    stated = found.number("m") if "m" in found else None

    def at(leans: Period, _: int) -> Period | None:
        whole = shifted(containing(unit, leans.first), unit, step)
        return (
            calendar_day(whole.first.year, stated or whole.first.month, number) if whole else None
        )

    return Expression("date", "publication", at, None, "day")


def _yearless(
    month: int, number: int, last: int, step: int = 0, known: int | None = None
) -> Expression | None:
    """Return days of a month whose year must be found; no day is later than in a `known` one."""
    if calendar_day(2000, month, number) is None or calendar_day(2000, month, last) is None:
        return None

    def at(leans: Period, direction: int) -> Period | None:
        named = _days(known, month, number, last) if known else None
        if named and named.first <= leans.first:
            return named
        days = [_days(year, month, number, last) for year in _around(leans)]
        if step:
            days = [day for day in days if day and step * (day.first - leans.first).days > 0]
        return nearest(days, leans.first, step or direction)

    value = f"XXXX-{month:02d}-{number:02d}" + (f"/XXXX-{month:02d}-{last:02d}" * (last != number))
    return Expression("date", "publication", at, value, "day")


def _days(year: int, month: int, number: int, last: int) -> Period | None:
    first, until = calendar_day(year, month, number), calendar_day(year, month, last)
    if first is None or until is None or first == until:
        return first if until else None
    return span_of(first, until)


def _days_of_month(found: RuleMatch) -> Expression | None:
    month, number, last = found.number("m"), found.number("d"), found.number("e")
    if not 1 <= number < last <= 31:
        return None
    if "y" in found:
        return itself(_days(found.number("y"), month, number, last))
    return _yearless(month, number, last)


def _month(found: RuleMatch) -> Expression | None:
    month, part = found.number("m"), shade(found)
    if "y" in found:
        whole = calendar_day(found.number("y"), month, 1)
        return itself(narrowed(containing("month", whole.first), part)) if whole else None
    if _is_a_name(found):
        return None

    def at(leans: Period, direction: int) -> Period | None:
        months = (containing("month", date(year, month, 1)) for year in _around(leans))
        chosen = nearest(months, leans.first, direction)
        return narrowed(chosen, part) if chosen else None

    return Expression("date", "publication", at, f"XXXX-{month:02d}", "month")


def _is_a_name(found: RuleMatch) -> bool:
    """Tell April the person and the March for something from the months: see what follows."""
    after = found.after
    if after is None or found.before in found.calendar.calendar_before or "s" in found:
        return False
    named = after.kind == CODES["OTHER"] and after.word[:1].isupper() and found.number("m") != 9
    marches = found.number("m") == 3 and after.word in found.calendar.march_after
    return named or marches or after.word in found.calendar.speaks


def _year(found: RuleMatch) -> Expression | None:
    year = found.number("y")
    if found.before in found.calendar.not_a_year_after or _is_a_label(found):
        return None
    return itself(narrowed(containing("year", date(year, 1, 1)), shade(found)))


def _is_a_label(found: RuleMatch) -> bool:
    """Tell "2000 people" and "recalled 2016 units" from years."""
    before, after = found.preceding, found.after
    if "s" in found:
        return False
    counting = before is None or before.form in VERB_FORMS - {"modal"} or before.kind in _COUNTING
    return counting and after is not None and after.form == "plural"


_COUNTING = frozenset({CODES["ABOUT"], CODES["THAN"], CODES["LEAST"]})


def _years(found: RuleMatch) -> Expression | None:
    first, last = found.number("y"), found.number("z")
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 120:
        return None
    years = (containing("year", date(year, 1, 1)) for year in (first, last))
    return itself(span_of(*years))


def _quarter(found: RuleMatch) -> Expression | None:
    return _part_of_year(found, "quarter", 3, 4)


def _fiscal_year(found: RuleMatch) -> Expression:
    return Expression("date", "nothing", None, f"{found.number('y'):04d}", "year")


def _spelled_year(found: RuleMatch) -> Expression | None:
    """Return a year as it is spoken: "nineteen ninety-six"."""
    century, tens = found.number("c"), found.number("t")
    ones = found.number("o") if "o" in found else 0
    if century not in (18, 19, 20) or tens < 10 or (ones and (tens % 10 or ones > 9)):
        return None
    return itself(containing("year", date(century * 100 + tens + ones, 1, 1)))


def _half(found: RuleMatch) -> Expression | None:
    return _part_of_year(found, "half", 6, 2)


def _half_of(found: RuleMatch) -> Expression | None:
    return _half(found) if found.value("u") == "year" else None


def _part_of_year(found: RuleMatch, grain: str, months: int, most: int) -> Expression | None:
    number = most if found.value("n") == -1 else found.number("n")
    if not 1 <= number <= most:
        return None
    month = (number - 1) * months + 1
    if "y" in found:
        return itself(containing(grain, date(found.number("y"), month, 1)))

    def at(leans: Period, direction: int) -> Period | None:
        """Unless the words look ahead, a quarter in the news has begun."""
        parts = (containing(grain, date(year, month, 1)) for year in _around(leans))
        return nearest(parts, leans.first, min(direction, 1) or PAST)

    return Expression("date", "publication", at, f"XXXX-{grain[0].upper()}{number}", grain)


def _season(found: RuleMatch) -> Expression | None:
    code = str(found.value("c"))
    if "y" in found:
        return itself(narrowed(season(found.number("y"), code), shade(found)))

    def at(leans: Period, direction: int) -> Period | None:
        step = int(found.value("t"))
        seasons = [season(year, code) for year in _around(leans)]
        if step == 0:
            return (
                nearest(seasons, leans.first, direction)
                if code == "WI"
                else seasons[len(seasons) // 2]
            )
        beyond = (p for p in seasons if step * (p.first - leans.first).days > 0)
        return nearest(beyond, leans.first, step)

    return Expression("relative", "publication", at, f"XXXX-{code}", "season")


def _decade(found: RuleMatch) -> Expression | None:
    digits = "".join(c for c in str(found.value("x")) if c.isdigit())
    year = int(digits) + (1900 if len(digits) == 2 else 0)
    return itself(narrowed(containing("decade", date(year, 1, 1)), shade(found)))


def _decade_word(found: RuleMatch) -> Expression | None:
    year = 1900 + 10 * found.number("x")
    return itself(narrowed(containing("decade", date(year, 1, 1)), shade(found)))


def _century(found: RuleMatch) -> Expression | None:
    number = found.number("n")
    if found.value("u") != "century" or not 2 <= number <= 30:
        return None
    return itself(narrowed(containing("century", date(number * 100 - 50, 1, 1)), shade(found)))


def _holiday(found: RuleMatch) -> Expression | None:
    name = str(found.value("x"))
    if name in found.calendar.once:
        return itself(calendar_day(*found.calendar.once[name]))
    step = found.number("t") if "t" in found else 0
    if "y" in found:
        return itself(_holiday_in(found.calendar, found.number("y"), name))

    def at(leans: Period, direction: int) -> Period | None:
        days = [_holiday_in(found.calendar, year, name) for year in _around(leans)]
        if step:
            days = [day for day in days if day and step * (day.first - leans.first).days > 0]
        return nearest(days, leans.first, step or direction)

    return Expression("date", "publication", at, None, "day")


def _holiday_in(calendar: Calendar, year: int, name: str) -> Period | None:
    if name in calendar.floating:
        return weekday_of_month(year, *calendar.floating[name])
    if name in calendar.easter:
        return easter(year, calendar.easter[name])
    return calendar_day(year, *calendar.holidays[name])


_WEEKDAY = "(?:(?:WEEKDAY|SHORTDAY) COMMA?)?"
_OF_YEAR = "(?:COMMA? y=YEAR)?"
_OF_ANY_YEAR = "(?:OF? y=YEAR)?"
_AND = "COMMA? (?:AND|OR)"
_MORE_DAYS = f"(?:COMMA {_WEEKDAY} THE? DAYNUMBER){{0,5}} {_AND} {_WEEKDAY} THE? DAYNUMBER"
"""Further days of a list; of more than seven the first are left."""

RULES: tuple[Rule, ...] = (
    rule("x=ISO", _iso),
    rule("x=SLASHED", _slashed),
    rule(f"m=MONTH d=DAYNUMBER (?={_AND} DAYNUMBER COMMA? y=YEAR)", _day_of_month),
    rule(f"{_WEEKDAY} t=(?:LAST|NEXT|THIS)? m=MONTH d=(?:DAY|ORDER) {_OF_YEAR}", _day_of_month),
    rule(f"{_WEEKDAY} THE? d=DAYNUMBER OF? m=MONTH {_OF_YEAR}", _day_of_month),
    rule(f"m=MONTH d=DAYNUMBER (?:DASH|TO) e=DAYNUMBER {_OF_YEAR}", _days_of_month),
    rule(f"THE? d=DAYNUMBER (?:DASH|TO) e=DAYNUMBER OF? m=MONTH {_OF_YEAR}", _days_of_month),
    rule(f"{_WEEKDAY} THE? d=DAYNUMBER (?={_MORE_DAYS} OF? m=MONTH {_OF_YEAR})", _listed_day),
    rule(f"(?<=m=MONTH DAYNUMBER (?:AND|OR)) d=DAYNUMBER {_OF_YEAR}", _further_day),
    rule(f"(?<=m=MONTH DAYNUMBER COMMA (?:AND|OR)) d=DAYNUMBER {_OF_YEAR}", _further_day),
    rule(f"(?<=m=MONTH DAYNUMBER COMMA) d=DAYNUMBER (?={_AND} DAYNUMBER)", _further_day),
    rule("(?<=m=MONTH DAYNUMBER COMMA DAYNUMBER (?:AND|OR)) d=DAYNUMBER", _further_day),
    rule("(?<=m=MONTH DAYNUMBER COMMA DAYNUMBER COMMA (?:AND|OR)) d=DAYNUMBER", _further_day),
    rule(f"{_WEEKDAY} m=MONTH d=DAYNUMBER (?:COMMA|OF)? t=(?:LAST|NEXT|THIS) u=UNIT", _day_of_unit),
    rule(
        f"{_WEEKDAY} THE? d=DAYNUMBER OF? m=MONTH (?:COMMA|OF)? t=(?:LAST|NEXT|THIS) u=UNIT",
        _day_of_unit,
    ),
    rule("THE? d=DAYNUMBER OF t=(?:LAST|NEXT|THIS) u=UNIT", _day_of_unit),
    rule(f"THE? d=DAYNUMBER (?={_MORE_DAYS} OF t=(?:LAST|NEXT|THIS) u=UNIT)", _day_of_unit),
    rule("s=(?:SHADE)? m=MONTH (?:COMMA|OF)? y=YEAR", _month),
    rule("s=(?:SHADE)? m=MONTH", _month),
    rule("s=(?:SHADE)? y=YEAR (?!.(?:YEAR|INT|CLOCK|DOTCLOCK) ZONE)", _year),
    rule("y=YEAR DASH z=(?:YEAR|DAY|INT)", _years),
    rule("(?<!FISCAL) THE? n=ORDER DASH? QUARTER (?:(?:OF|COMMA)? FISCAL? y=YEAR)?", _quarter),
    rule(f"THE? n=ORDER (?={_AND} THE? ORDER QUARTERS {_OF_ANY_YEAR})", _quarter),
    rule(f"(?<=AND|OR) THE? n=ORDER QUARTERS {_OF_ANY_YEAR}", _quarter),
    rule("FISCAL UNIT? APOSTROPHE? y=YEAR", _fiscal_year),
    rule("n=QNUMBER (?:COMMA|OF|APOSTROPHE)? y=YEAR", _quarter),
    rule("n=QNUMBER", _quarter),
    rule("THE? n=(?:ORDER|LAST|FINAL) DASH? HALF OF y=YEAR", _half),
    rule("THE? n=(?:ORDER|FINAL) DASH? HALF OF THE u=UNIT", _half_of),
    rule("THE? n=(?:LAST|FINAL) QUARTER OF y=YEAR", _quarter),
    rule("THE? y=YEAR n=ORDER QUARTER", _quarter),
    rule("c=WORDNUM t=WORDNUM (?:DASH? o=WORDNUM)?", _spelled_year),
    rule("THE? s=(?:SHADE)? c=SEASON (?:COMMA|OF)? y=YEAR", _season),
    rule("t=(?:LAST|NEXT|THIS) PASTWORD? c=SEASON", _season),
    rule("THE? s=(?:SHADE)? x=DECADE", _decade),
    rule("THE s=(?:SHADE)? x=DECADEWORD", _decade_word),
    rule("THE? s=(?:SHADE)? n=ORDER DASH? u=UNIT", _century),
    rule(f"t=(?:LAST|NEXT|THIS)? x=HOLIDAY {_OF_YEAR}", _holiday),
)

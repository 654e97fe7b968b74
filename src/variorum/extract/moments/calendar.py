"""Calendar periods: days, weeks, quarters and the rest, with their ISO 8601 bounds.

Enters: dates, units and counts. Leaves: `Period`s; `None` where the calendar ends (years 1 to
9999, the range of `datetime.date`).

Values are TIMEX3 values (ISO 8601 with the additions of TimeML 1.2.1: quarters, halves, seasons,
decades of three digits, centuries of two).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
FINER = ("minute", "hour", "day", "weekend", "week", "fortnight", "month", "quarter", "season", "half", "year",
         "decade", "century")  # fmt: skip
"""Grains from fine to coarse."""


class Period(Struct, frozen=True):
    """Inclusive days `first` to `last`; `clock` is "THH:MM" or a part of the day ("TMO")."""

    grain: str
    first: date
    last: date
    value: str
    clock: str = ""

    @property
    def earliest(self) -> str:
        """Return the lower bound: a day, or a date-time where a time is stated."""
        return self.first.isoformat() + self._stated

    @property
    def latest(self) -> str:
        """Return the upper bound, inclusive."""
        return self.last.isoformat() + self._stated

    @property
    def _stated(self) -> str:
        """A part of the day is not a time, and no day of `datetime` has a 24:00."""
        return self.clock if self.clock[1:2].isdigit() and self.clock < "T24" else ""


def day(first: date) -> Period:
    """Return the period of one day."""
    return Period("day", first, first, first.isoformat())


def calendar_day(year: int, month: int, number: int) -> Period | None:
    """Return a day, or `None` where the calendar has no such day."""
    try:
        return day(date(year, month, number))
    except ValueError:
        return None


def weekday_of_month(year: int, month: int, weekday: int, which: int) -> Period | None:
    """Return the first (1), second (2) or last (-1) such weekday of a month."""
    start = calendar_day(year, month, 1)
    if start is None:
        return None
    days = start.first + timedelta(days=(weekday - start.first.weekday()) % 7)
    last = _month_end(year * 12 + month - 1)
    weeks = which - 1 if which > 0 else (last - days).days // 7
    return day(days + timedelta(days=7 * weeks))


def easter(year: int, after: int) -> Period | None:
    """Return the day some days after Easter Sunday (Gregorian, after Oudin), `None` before 1583."""
    if year < 1583:
        return None
    century, ahead = year // 100, (8 * (year // 100) + 13) // 25
    moon = (19 * (year % 19) + century - century // 4 - ahead + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - year % 19) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    return day(date(year, 3, 28) + timedelta(days=sunday + after))


def containing(grain: str, at: date) -> Period:
    """Return the period of `grain` in which `at` lies; ValueError for an unknown grain."""
    if grain == "day":
        return day(at)
    if grain in {"week", "weekend", "fortnight"}:
        return _week(grain, at)
    months = _MONTHS_OF[grain]
    index = (at.year * 12 + at.month - 1) // months * months
    year, month = divmod(index, 12)
    first = date(max(year, 1), month + 1, 1)
    last = _month_end(index + months - 1)
    return Period(grain, first, last, _value(grain, first))


def season(year: int, code: str) -> Period:
    """Return a northern meteorological season; winter runs into the next year."""
    index = year * 12 + _SEASON_MONTHS[code] - 1
    return Period("season", date(year, index % 12 + 1, 1), _month_end(index + 2), f"{year}-{code}")


def shifted(at: Period, unit: str, count: int) -> Period | None:
    """Move a period by whole units, keeping its grain; `None` beyond the calendar."""
    try:
        if unit in _DAYS_OF:
            moved = at.first + timedelta(days=_DAYS_OF[unit] * count)
        else:
            moved = _month_shift(at.first, _MONTHS_OF[unit] * count)
        if at.grain == "season":
            return season(moved.year, at.value[-2:])
        return containing(at.grain, moved) if at.grain in _KNOWN else day(moved)
    except (ValueError, OverflowError):
        return None


def span_of(first: Period, last: Period) -> Period | None:
    """Return the range from one period to another, or `None` where it would run backwards."""
    if first.first > last.last:
        return None
    return Period(last.grain, first.first, last.last, f"{first.value}/{last.value}")


def timed(at: Period, clock: str) -> Period:
    """Return a day with a time or a part of the day; midnight at a day's end is its 24:00."""
    if at.grain != "day":
        return at
    return replace(at, value=at.value[:10] + clock, clock=clock)


def narrowed(at: Period, part: str) -> Period:
    """Return the part of a month or longer period that a word leaves open.

    "early" and "late" leave a half, "mid" the middle half, "start" and "end" a third of a month
    or a quarter of a year. Days and weeks are not narrowed: there the words mean hours.
    """
    if not part or FINER.index(at.grain) < FINER.index("month"):
        return at
    length = (at.last - at.first).days + 1
    half, quarter = timedelta(days=length // 2), timedelta(days=length // 4)
    edge = timedelta(days=length // (3 if at.grain == "month" else 4))
    first, last = {
        "early": (at.first, at.first + half - timedelta(days=length % 2 == 0)),
        "late": (at.first + half, at.last),
        "mid": (at.first + quarter, at.last - quarter),
        "start": (at.first, at.first + edge),
        "end": (at.last - edge, at.last),
    }[part]
    return replace(at, first=first, last=last)


_KNOWN = frozenset(_MONTHS_OF) | frozenset(_DAYS_OF) | {"weekend"}


def _week(grain: str, at: date) -> Period:
    year, week, weekday = at.isocalendar()
    monday = at - timedelta(days=weekday - 1)
    value = f"{year:04d}-W{week:02d}"
    if grain == "weekend":
        return Period(grain, _later(monday, 5), _later(monday, 6), value + "-WE")
    return Period("week", monday, _later(monday, 6), value)


def _later(day: date, days: int) -> date:
    """Return the day some days on, or the last that the calendar of Python has."""
    return day + timedelta(days=min(days, (date.max - day).days))


def _value(grain: str, first: date) -> str:
    year = f"{first.year:04d}"
    return {
        "month": f"{year}-{first.month:02d}",
        "quarter": f"{year}-Q{(first.month + 2) // 3}",
        "half": f"{year}-H{(first.month + 5) // 6}",
        "year": year,
        "decade": year[:3],
        "century": year[:2],
    }[grain]


def _month_end(index: int) -> date:
    year, month = divmod(index, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def _month_shift(at: date, months: int) -> date:
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    return date(year, month + 1, min(at.day, monthrange(year, month + 1)[1]))

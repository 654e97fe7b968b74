"""Anchors: expressions meet the day of publication and the dates told before them.

Enters: `Published`, then expressions in the order of the text. Leaves: `Moment`s.

A publication date that is itself a range is resolved at both ends; where they part, the bounds
span both and no value is given. An unknown date leaves null bounds.
"""

from __future__ import annotations

from datetime import date

from variorum.extract.moment_calendar import FINER, Period, day
from variorum.extract.moment_grammar import Expression
from variorum.records import Moment, Published, Span, new_id

_REACH = 8
"""How many dates back the story may be leaned on."""

_WIDEST = 400
"""A publication range of more days than this anchors nothing."""


class Anchors:
    """The day of publication, and the last date told of."""

    def __init__(self, published: Published) -> None:
        """Take the publication range; nothing has been told yet."""
        self._days = publication_days(published)
        self._told: list[Period] = []

    def moment(self, place: Span, means: Expression, direction: int) -> Moment:
        """Return the moment that an expression is here, and remember it for what follows."""
        period, anchor = self._resolve(means, direction)
        if period is not None and period.grain in FINER and means.told:
            self._told.append(period)
        return Moment(
            id=new_id("m", place.account, place.start, place.end),
            place=place,
            kind=means.kind,
            earliest=period.earliest if period else None,
            latest=period.latest if period else None,
            anchor=anchor if period else None,
            value=(period.value or None) if period else means.value,
        )

    def _resolve(self, means: Expression, direction: int) -> tuple[Period | None, str]:
        if means.at is None:
            return None, ""
        if means.needs == "itself":
            return means.at(_ANY, direction), "itself"
        for told in reversed(self._told[-_REACH:]):
            if told.grain in means.prefers:
                return means.at(told, direction), f"narrative {told.value}"
        if means.needs == "narrative":
            told = self._last_told(means)
            if told is not None:
                return means.at(told, direction), f"narrative {told.value}"
            if means.kind != "time":
                return None, ""
        if self._days is None:
            return None, ""
        return self._published(means, direction, self._days)

    def _published(
        self, means: Expression, direction: int, days: tuple[date, date]
    ) -> tuple[Period | None, str]:
        assert means.at is not None  # noqa: S101
        low, high = (means.at(day(end), direction) for end in days)
        if low is None or high is None:
            return None, ""
        anchor = f"publication date {days[0]}" + (f" to {days[1]}" if days[0] != days[1] else "")
        if low == high:
            return low, anchor
        return Period(low.grain, low.first, high.last, "", low.clock), anchor

    def _last_told(self, means: Expression) -> Period | None:
        """Return the last date told that is fine enough for the expression."""
        most = FINER.index("day" if means.grain == "clock" else means.grain)
        for period in reversed(self._told[-_REACH:]):
            if FINER.index(period.grain) <= max(most, FINER.index("day")):
                return period
        return None


_ANY = day(date(2000, 1, 1))


def publication_days(published: Published) -> tuple[date, date] | None:
    """Return the first and last day of a publication range, or `None` where it is too vague."""
    try:
        first, last = (
            date.fromisoformat(str(end)[:10]) for end in (published.earliest, published.latest)
        )
    except ValueError:
        return None
    return (first, last) if 0 <= (last - first).days <= _WIDEST else None

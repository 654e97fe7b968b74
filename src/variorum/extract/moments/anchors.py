"""Anchors: expressions meet the day of publication and the dates told before them.

Enters: what an account says of time, in the order of the text, and when it was published.
Leaves: `Moment`s.

A publication date that is itself a range is resolved at both ends; where they part, the bounds
span both and no value is given. An unknown date leaves null bounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from variorum.extract.moments.calendar import FINER, Period, day
from variorum.extract.moments.grammar import Expression
from variorum.records import Moment, Published, Span, new_id

Days = tuple[date, date]
"""A first and a last day."""

_REACH = 8
"""How many dates back a story may be leaned on."""

_NEAR = 1
"""How many paragraphs back a time of the day may find its day."""

_WIDEST = 400
"""A publication range of more days than this anchors nothing."""

_ANY = day(date(2000, 1, 1))


class TimeWords(Struct, frozen=True):
    """Words that say something of time: where, what, in which paragraph, and which way they look.

    `looks` is below 0 for the past, above 0 for the future, 0 where the words do not tell.
    """

    place: Span
    means: Expression
    looks: int
    paragraph: int


class _Told(Struct, frozen=True):
    period: Period
    paragraph: int


def resolved(said: Iterable[TimeWords], published: Published) -> Iterator[Moment]:
    """Yield the moment that each expression is, given when the account was published."""
    days = publication_days(published)
    told: list[_Told] = []
    for words in said:
        period, anchor = _resolve(words, told[-_REACH:], days)
        if period is not None and period.grain in FINER and words.means.told:
            told.append(_Told(period, words.paragraph))
        yield _moment(words, period, anchor)


def publication_days(published: Published) -> Days | None:
    """Return the first and last day of a publication range, or `None` where it is too vague."""
    try:
        first = date.fromisoformat(str(published.earliest)[:10])
        last = date.fromisoformat(str(published.latest)[:10])
    except ValueError:
        return None
    return (first, last) if 0 <= (last - first).days <= _WIDEST else None


def _moment(said: TimeWords, period: Period | None, anchor: str) -> Moment:
    place, means = said.place, said.means
    return Moment(
        id=new_id("m", place.account, place.start, place.end),
        place=place,
        kind=means.kind,
        earliest=period.earliest if period else None,
        latest=period.latest if period else None,
        anchor=anchor if period else None,
        value=(period.value or None) if period else means.value,
    )


def _resolve(said: TimeWords, told: list[_Told], days: Days | None) -> tuple[Period | None, str]:
    means = said.means
    if means.at is None:
        return None, ""
    if means.needs == "itself":
        return means.at(_ANY, said.looks), "itself"
    leans = _leans_on(said, [one for one in told if not _is_ahead(one.period, said, days)])
    if leans is not None:
        told_as = leans.first.isoformat() if leans.grain == "day" else leans.value
        return means.at(leans, said.looks), f"narrative {told_as}"
    if days is None or means.needs == "narrative":
        return None, ""
    return _published(said, days)


def _is_ahead(period: Period, said: TimeWords, days: Days | None) -> bool:
    """Tell whether a day is yet to come where a time of the day is told of as past."""
    clock = said.means.grain == "clock" and said.looks <= 0
    return clock and days is not None and period.first > days[1]


def _leans_on(said: TimeWords, told: list[_Told]) -> Period | None:
    """Return the date told that an expression leans on: one it prefers, or the last that fits."""
    means = said.means
    for one in reversed(told):
        if one.period.grain in means.prefers:
            return one.period
    if means.needs != "narrative":
        return None
    clock = means.grain == "clock"
    if clock and told and _past_midnight(told[-1].period, means.value or ""):
        return None
    finest = FINER.index("day" if clock else means.grain)
    for one in reversed(told):
        near = said.paragraph - one.paragraph <= _NEAR
        if FINER.index(one.period.grain) <= max(finest, FINER.index("day")) and (near or not clock):
            return one.period
    return None


def _past_midnight(told: Period, stated: str) -> bool:
    """Tell whether an hour after midnight follows one of an evening: it may be the next day's."""
    late = told.clock in _EVENINGS or (told.clock[1:2].isdigit() and told.clock >= "T18")
    return late and stated[1:2].isdigit() and stated < "T06"


_EVENINGS = ("TEV", "TNI")


def _published(said: TimeWords, days: Days) -> tuple[Period | None, str]:
    at = said.means.at
    low, high = (at(day(end), said.looks) if at else None for end in days)
    if low is None or high is None:
        return None, ""
    anchor = f"publication date {days[0]}" + (f" to {days[1]}" if days[0] != days[1] else "")
    if low == high:
        return low, anchor
    return Period(low.grain, low.first, high.last, "", low.clock), anchor

"""Calendar periods: values, bounds, shifts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.extract.moments.calendar import (
    calendar_day,
    containing,
    day,
    narrowed,
    season,
    shifted,
    span_of,
    timed,
    weekday_of_month,
)

NINTH = date(2020, 11, 9)
GRAINS = ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century")


@pytest.mark.parametrize(
    ("grain", "first", "last", "value"),
    [
        ("week", "2020-11-09", "2020-11-15", "2020-W46"),
        ("weekend", "2020-11-14", "2020-11-15", "2020-W46-WE"),
        ("month", "2020-11-01", "2020-11-30", "2020-11"),
        ("quarter", "2020-10-01", "2020-12-31", "2020-Q4"),
        ("half", "2020-07-01", "2020-12-31", "2020-H2"),
        ("decade", "2020-01-01", "2029-12-31", "202"),
        ("century", "2000-01-01", "2099-12-31", "20"),
    ],
)
def test_a_period_has_its_bounds_and_its_value(
    grain: str, first: str, last: str, value: str
) -> None:
    period = containing(grain, NINTH)
    assert (period.earliest, period.latest, period.value) == (first, last, value)


def test_a_day_that_does_not_exist_is_none() -> None:
    assert calendar_day(2019, 2, 29) is None


def test_winter_runs_into_the_next_year() -> None:
    assert season(2019, "WI").latest == "2020-02-29"


def test_a_month_back_from_a_long_month_ends_in_the_short_one() -> None:
    moved = shifted(day(date(2020, 3, 31)), "month", -1)
    assert moved is not None
    assert moved.value == "2020-02-29"


def test_a_shift_beyond_the_calendar_is_none() -> None:
    assert shifted(containing("year", date(1, 6, 1)), "year", -1) is None


def test_a_range_that_would_run_backwards_is_none() -> None:
    assert span_of(day(date(2020, 2, 1)), day(date(2020, 1, 1))) is None


def test_midnight_at_the_end_of_a_day_gives_the_day_for_its_bounds() -> None:
    assert timed(day(NINTH), "T24:00").latest == "2020-11-09"


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("early", "2020-11-01", "2020-11-15"),
        ("late", "2020-11-16", "2020-11-30"),
        ("mid", "2020-11-08", "2020-11-23"),
        ("start", "2020-11-01", "2020-11-11"),
        ("end", "2020-11-20", "2020-11-30"),
    ],
)
def test_a_shade_leaves_part_of_a_month(part: str, first: str, last: str) -> None:
    period = narrowed(containing("month", NINTH), part)
    assert (period.earliest, period.latest, period.value) == (first, last, "2020-11")


def test_the_last_monday_of_may_is_found() -> None:
    found = weekday_of_month(2020, 5, 0, -1)
    assert found is not None
    assert found.value == "2020-05-25"


@given(st.dates(), st.sampled_from(GRAINS))
@settings(max_examples=60, deadline=None)
def test_a_period_holds_the_day_it_was_made_from(at: date, grain: str) -> None:
    try:
        period = containing(grain, at)
    except OverflowError:
        assert at.year == 9999
        return
    assert period.last >= at
    assert period.first <= at or grain == "weekend"

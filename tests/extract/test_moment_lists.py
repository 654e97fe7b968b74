"""Days that share a month, a year or a name, and dates that stand some units from another.

Without a parser, published on a Wednesday.
"""

from __future__ import annotations

import pytest

from tests.extract.test_moments import bounds, only, read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Shut on Monday 23, Tuesday 24 and Wednesday 25 November.", ["11-23", "11-24", "11-25"]),
        ("Shut on 2, 5 and 9 November.", ["11-02", "11-05", "11-09"]),
        ("Shut on November 2, 5 and 9.", ["11-02", "11-05", "11-09"]),
        ("Shut on November 2 or 5.", ["11-02", "11-05"]),
        ("Shut on the 27th and 28th of this month.", ["11-27", "11-28"]),
        ("Shut on the 3rd and 4th of November.", ["11-03", "11-04"]),
    ],
)
def test_days_of_a_list_share_their_month(text: str, days: list[str]) -> None:
    assert [moment.earliest for moment in read(text)] == [f"2020-{day}" for day in days]


def test_days_of_a_list_share_their_year() -> None:
    found = read("Shut on November 2 and 5, 2018, and on 3 and 4 May 2017.")
    assert [m.earliest for m in found] == ["2018-11-02", "2018-11-05", "2017-05-03", "2017-05-04"]


def test_a_number_before_a_date_is_no_day_of_a_list() -> None:
    assert only("Flight 4, 12 March 2015.").place.text == "12 March 2015"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It fell on 4 December last year.", "2019-12-04"),
        ("It fell on March 3 this year.", "2020-03-03"),
        ("It fell on the 9th of last month.", "2020-10-09"),
        ("It fell two weeks ago today.", "2020-10-28"),
        ("It fell on 29.02.1964.", "1964-02-29"),
        ("It was in the days of the September 11 attacks.", "2001-09-11"),
        ("It fell on September 11.", "2020-09-11"),
        ("It has been so since 9/11.", "2001-09-11"),
        ("It fell the day before yesterday.", "2020-11-09"),
        ("It fell a week after October 6.", "2020-10-13"),
        ("It fell two days before Halloween.", "2020-10-29"),
        ("It fell the day after the October 6 vote.", "2020-10-07"),
    ],
)
def test_a_day_is_found_by_the_year_the_name_or_the_day_beside_it(text: str, day: str) -> None:
    assert bounds(only(text)) == (day, day)


def test_a_day_with_dots_that_may_be_two_days_stays_open() -> None:
    assert bounds(only("It fell on 3.5.2020.")) == (None, None)


def test_the_week_of_a_day_is_the_week_around_it() -> None:
    assert bounds(only("It met in the week of October 6.")) == ("2020-10-05", "2020-10-11")


def test_the_week_before_a_day_is_the_whole_week() -> None:
    assert bounds(only("It met in the week before October 6.")) == ("2020-09-28", "2020-10-04")


def test_the_day_before_something_else_is_not_dated() -> None:
    assert read("It fell the day before the vote.") == []


def test_a_fiscal_year_has_no_bounds() -> None:
    moment = only("It was paid in fiscal 2019.")
    assert (moment.value, *bounds(moment)) == ("2019", None, None)


def test_every_week_s_monday_to_friday_is_no_date() -> None:
    found = read("It is open Monday to Friday.")
    assert [bounds(moment) for moment in found] == [(None, None)] * 2


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("at 3 in the morning on 9 November 2020", "2020-11-09T03:00"),
        ("at about four in the afternoon on 9 November 2020", "2020-11-09T16:00"),
        ("at ten at night on 9 November 2020", "2020-11-09T22:00"),
        ("at 2:30 p.m. local time on 9 November 2020", "2020-11-09T14:30"),
    ],
)
def test_an_hour_takes_the_part_of_the_day_behind_it(words: str, value: str) -> None:
    assert only(f"It fell {words}.").value == value


def test_an_hour_takes_its_day_over_that_of_another_zone_which_keeps_none() -> None:
    found = read("It fell at 11:40 p.m. (0340 GMT) on Sunday.")
    assert [bounds(moment)[0] for moment in found] == ["2020-11-08T23:40", None, "2020-11-08"]


def test_the_next_morning_is_that_of_the_day_after_the_one_told() -> None:
    assert read("It fell on 3 June 2019. It rose the next morning.")[1].value == "2019-06-04TMO"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It takes a year or two.", "PXY"),
        ("It was in a year or two.", "PXY"),
        ("It falls in the coming weeks.", "PXW"),
        ("It was a decades-long row.", "PXY"),
        ("It was a week-long strike.", "P1W"),
        ("It fell months ago.", "PXM"),
        ("It fell a few days later.", "PXD"),
    ],
)
def test_a_length_that_no_number_states_is_open(text: str, value: str) -> None:
    moment = only(text)
    assert (moment.value, *bounds(moment)) == (value, None, None)


def test_a_full_year_is_that_of_the_quarter_told_of() -> None:
    found = read("Lost 2 million in the fourth quarter of 2005, 3 million for the entire year.")
    assert [moment.value for moment in found] == ["2005-Q4", "2005"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It closed last Good Friday.", "2020-04-10"),
        ("It closed on Easter Monday 2019.", "2019-04-22"),
        ("It closed on Palm Sunday, 2038.", "2038-04-18"),
        ("It will close next Easter.", "2021-04-04"),
    ],
)
def test_days_that_move_with_easter_are_found(text: str, day: str) -> None:
    assert bounds(only(text)) == (day, day)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales fell in the first and third quarters of 2018.", ["2018-Q1", "2018-Q3"]),
        ("It takes between 60 and 90 days.", ["P60D", "P90D"]),
        ("It takes between two and three weeks.", ["P2W", "P3W"]),
        ("It killed 60 and 90 days later it came back.", [None]),
        ("It fell in the first half of this year.", ["2020-H1"]),
        ("It fell in the second half of last year.", ["2019-H2"]),
        ("It fell in the first half of the year.", ["2020-H1"]),
        ("It fell in the first half of the day.", []),
        ("It was done by mid-year.", ["2020"]),
        ("It was done by year-end.", ["2020"]),
        ("The annual report and the yearly fair came.", ["P1Y", "P1Y"]),
    ],
)
def test_parts_of_a_year_and_lengths_share_their_noun(text: str, values: list[str]) -> None:
    assert [moment.value for moment in read(text)] == values

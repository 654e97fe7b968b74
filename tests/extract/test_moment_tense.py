"""Which way a weekday or a month looks, by the verb that governs it. Published on a Wednesday."""

from __future__ import annotations

import pytest

from tests.factory import account as make_account
from variorum.extract.moments.extraction import moments
from variorum.models.parser import SpacyParser
from variorum.records import Published
from variorum.segment import annotate

pytestmark = pytest.mark.model

WEDNESDAY = Published(earliest="2020-11-11", latest="2020-11-11", basis="page")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor resigned on Monday.", "2020-11-09"),
        ("The mayor will resign on Monday.", "2020-11-16"),
        ("The mayor has resigned since Monday.", "2020-11-09"),
        ("The vote is scheduled for Monday.", "2020-11-16"),
        ("The council plans to vote on Monday.", "2020-11-16"),
        ("The council agreed to vote on Monday.", "2020-11-16"),
        ("The mayor was forced to resign on Monday.", "2020-11-09"),
        ("Talks, due to begin on Monday, were called off.", "2020-11-16"),
        ("The court extended the deadline until Monday.", "2020-11-16"),
        ("The match is being played on Monday.", "2020-11-16"),
        ("The mayor would have spoken on Monday.", "2020-11-09"),
        ("The bridge opened in December.", "2019-12"),
        ("The bridge will open in December.", "2020-12"),
        ("The bridge opened on November 30.", "2019-11-30"),
        ("The bridge will open on November 2.", "2021-11-02"),
        ("The plan will be ready in two days.", "2020-11-13"),
        ("Come to the vigil on Monday.", "2020-11-16"),
        ("The council did not come on Monday.", "2020-11-09"),
    ],
)
def test_a_date_looks_where_its_verb_looks(parser: SpacyParser, text: str, value: str) -> None:
    account = make_account(text, published=WEDNESDAY)
    found = moments(account, annotate(account, parser))
    assert [moment.value for moment in found] == [value]


SUNDAY = Published(earliest="2020-11-15", latest="2020-11-15", basis="page")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Vandals set the mill on fire on Saturday.", "2020-11-14"),
        ("The tower was set ablaze on Saturday.", "2020-11-14"),
        ("The court set a hearing for Saturday.", "2020-11-21"),
        ("The court set Thursday as the deadline.", "2020-11-19"),
        ("The senator backed the plan to sell the pier on Saturday.", "2020-11-14"),
        ("The board agreed to sell the pier on Tuesday.", "2020-11-17"),
        ("The police are investigating a crash on Friday.", "2020-11-13"),
        ("A vigil for the victims of Thursday's fire is being held in Orlo.", "2020-11-12"),
        ("She was due to leave on Tuesday.", "2020-11-17"),
        ("The vote is on Thursday.", "2020-11-19"),
        ("The fair opens on Thursday.", "2020-11-19"),
        ("The race takes place on Thursday.", "2020-11-19"),
        ("A gunman opens fire on Thursday.", "2020-11-12"),
    ],
)
def test_a_plan_or_a_timetable_looks_ahead_and_what_is_near_may_be_past(
    parser: SpacyParser, text: str, value: str
) -> None:
    account = make_account(text, published=SUNDAY)
    found = moments(account, annotate(account, parser))
    assert [moment.value for moment in found] == [value]


def test_in_two_days_is_a_length_where_the_words_look_back(parser: SpacyParser) -> None:
    account = make_account("They built the bridge in two days.", published=WEDNESDAY)
    found = moments(account, annotate(account, parser))
    assert [(moment.value, moment.earliest) for moment in found] == [("P2D", None)]


def test_flights_a_week_are_a_rate_and_no_week(parser: SpacyParser) -> None:
    account = make_account("The line runs four flights a week.", published=WEDNESDAY)
    assert moments(account, annotate(account, parser)) == ()


def test_recalled_units_are_not_a_year(parser: SpacyParser) -> None:
    account = make_account("The firm recalled 2016 units.", published=WEDNESDAY)
    assert moments(account, annotate(account, parser)) == ()


def test_a_name_with_daily_in_it_is_no_time(parser: SpacyParser) -> None:
    account = make_account("According to The Daily Crier, the mayor left.", published=WEDNESDAY)
    assert moments(account, annotate(account, parser)) == ()


def test_a_past_hour_does_not_lean_on_a_day_to_come(parser: SpacyParser) -> None:
    text = "The survey must be published before 31 December 2020. The meeting closed at 9.50 pm."
    account = make_account(text, published=WEDNESDAY)
    found = moments(account, annotate(account, parser))
    assert [moment.value for moment in found] == ["2020-12-31", "T21:50"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She was jailed for three years and six months.", ["P3Y6M"]),
        ("It took two hours and 22 minutes.", ["PT2H22M"]),
        ("It took two days, three hours.", ["P2DT3H"]),
        ("It took six months and three years.", ["P6M", "P3Y"]),
    ],
)
def test_a_length_in_two_units_is_one_length(
    parser: SpacyParser, text: str, values: list[str]
) -> None:
    account = make_account(text, published=WEDNESDAY)
    assert [m.value for m in moments(account, annotate(account, parser))] == values


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met on 7 November 2020. It rained on that wet Saturday.", ["2020-11-07"] * 2),
        ("It rained on that wet Saturday.", [None]),
        ("The mayor said that Monday's vote went well.", ["2020-11-09"]),
    ],
)
def test_that_saturday_is_one_told_of_before(
    parser: SpacyParser, text: str, days: list[str | None]
) -> None:
    account = make_account(text, published=WEDNESDAY)
    assert [m.earliest for m in moments(account, annotate(account, parser))] == days


def test_an_hour_after_midnight_has_no_day_where_the_evening_s_was_told_last(
    parser: SpacyParser,
) -> None:
    text = "The guards were called at 11 p.m. on Saturday and found him at 1 a.m."
    account = make_account(text, published=SUNDAY)
    found = moments(account, annotate(account, parser))
    assert [moment.earliest for moment in found] == ["2020-11-14T23:00", None]


def test_a_day_after_a_weekday_to_come_is_open_where_the_verb_looks_back(
    parser: SpacyParser,
) -> None:
    account = make_account("Three days after Sunday's crash, the line reopened.", published=SUNDAY)
    found = moments(account, annotate(account, parser))
    assert [moment.earliest for moment in found] == [None]

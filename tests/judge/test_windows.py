"""Within which days and minutes an act lies, and whether two such windows are apart."""

import pytest

from tests.factory import account
from variorum.judge.acts.windows import apart, bound_from, one_time, window
from variorum.languages.registry import language_of
from variorum.records import Moment, Published

CALENDAR = language_of(None).calendar
PAGE = Published(earliest="2031-05-04", latest="2031-05-04", basis="page")


def timed(words: str, value: str, *, before: str = "It broke out ", day: str | None = None):  # type: ignore[no-untyped-def]
    """Return the window of words whose TIMEX3 value is known; `day` is the one reckoned for them."""
    text = before + words
    moment = Moment(
        id="m-1",
        place=account(text).span(len(before), len(text)),
        kind="time",
        earliest=day,
        latest=day,
        anchor="publication date 2031-05-04" if day else None,
        value=value,
    )
    return window(CALENDAR, moment, before, PAGE)


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        (("at 8.40pm", "T20:40"), ("at 8.49pm", "T20:49"), True),
        (("at about 8.40pm", "T20:40"), ("at 8.49pm", "T20:49"), True),
        (("at about 8.40pm", "T20:40"), ("at about 8.45pm", "T20:45"), False),
        (("at 8.49pm", "T20:49"), ("at around 9pm", "T21:00"), False),
        (("at 8.40pm", "T20:40"), ("at around 9pm", "T21:00"), True),
        (("around 2 a.m.", "T02:00"), ("around 2:20 a.m.", "T02:20"), True),
        (("around 2 a.m.", "T02:00"), ("around 2:15 a.m.", "T02:15"), False),
        (("on March 14 at 8:30", "T08:30"), ("on March 14 at 8:30 pm", "T20:30"), False),
    ],
)
def test_clock_times_reach_as_far_as_they_are_round(
    left: tuple[str, str], right: tuple[str, str], differ: bool
) -> None:
    assert apart(timed(*left), timed(*right)) is differ


def test_shortly_before_nine_is_not_apart_from_a_quarter_to() -> None:
    soon = timed("9pm", "T21:00", before="It broke out shortly before ")
    assert not apart(soon, timed("8.45pm", "T20:45"))
    assert apart(soon, timed("9.20pm", "T21:20"))


def test_an_end_is_not_the_time_of_an_act() -> None:
    assert timed("9pm", "T21:00", before="The road was closed until ") is None


def test_what_bounds_a_time_is_told_with_it() -> None:
    before = "It broke out in the hall shortly before "
    assert before[bound_from(CALENDAR, before) :] == "shortly before "
    assert bound_from(CALENDAR, "It broke out in the hall at ") == len(
        "It broke out in the hall at "
    )


def test_an_hour_that_may_be_of_the_morning_is_not_apart_from_the_evening() -> None:
    assert not apart(timed("8.40", "T08:40"), timed("8.40pm", "T20:40"))
    assert apart(timed("8.40am", "T08:40"), timed("8.40pm", "T20:40"))


def test_a_zone_on_one_side_alone_leaves_whole_and_half_hours_open() -> None:
    assert not apart(timed("2015 GMT", "T20:15Z"), timed("11.45pm", "T23:45"))
    assert apart(timed("2015 GMT", "T20:15Z"), timed("11.34pm", "T23:34"))


def test_days_of_two_names_are_apart_and_of_one_are_not() -> None:
    friday, saturday = timed("Friday", "XXXX-WXX-5"), timed("Saturday", "XXXX-WXX-6")
    assert apart(friday, saturday)
    assert not apart(friday, timed("Friday", "2031-05-02", day="2031-05-02"))


def test_a_night_is_of_two_days() -> None:
    night = timed("Friday night", "XXXX-WXX-5TNI")
    assert not apart(night, timed("Saturday", "XXXX-WXX-6"))
    assert apart(night, timed("Sunday", "XXXX-WXX-7"))


def test_yesterday_is_the_day_before_publication_and_today_may_be_that_of_the_posting() -> None:
    friday = timed("Friday", "2031-05-02", day="2031-05-02")
    assert apart(friday, timed("Yesterday", "2031-05-03", day="2031-05-03"))
    saturday = timed("Saturday", "2031-05-03", day="2031-05-03")
    assert not apart(saturday, timed("today", "2031-05-04", day="2031-05-04"))


def test_acts_of_weeks_apart_are_not_one() -> None:
    early = timed("1 April", "2031-04-01", day="2031-04-01")
    assert not apart(early, timed("2 May", "2031-05-02", day="2031-05-02"))


def test_weeks_apart_are_not_one_though_the_days_have_names() -> None:
    early = timed("Friday, 1 April", "2031-04-01", day="2031-04-01")
    assert not apart(early, timed("Monday", "2031-05-05", day="2031-05-05"))


def test_last_week_is_apart_from_no_day() -> None:
    before = Moment(
        id="m-2",
        place=account("last week").span(0, 9),
        kind="date",
        earliest="2031-04-21",
        latest="2031-04-27",
        anchor="publication date 2031-05-04",
        value="2031-W17",
    )
    assert window(CALENDAR, before, "", PAGE) is None


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (timed("Saturday", "XXXX-WXX-6"), timed("3 May", "2031-05-03", day="2031-05-03"), True),
        (timed("yesterday", "2031-05-03", day="2031-05-03"), timed("3 May", "2031-05-03", day="2031-05-03"), True),
        (timed("Saturday", "XXXX-WXX-6"), timed("9pm on Saturday", "XXXX-WXX-6T21:00"), True),
        (timed("at 1353", "T13:53"), timed("at 1:53 p.m.", "T13:53"), True),
        (timed("at around 9pm", "T21:00"), timed("at 9pm", "T21:00"), True),
        (timed("at around 9pm", "T21:00"), timed("at 8.49pm", "T20:49"), False),
        (timed("at 9pm", "T21:00"), timed("2100 GMT", "T21:00Z"), False),
        (timed("Saturday", "XXXX-WXX-6"), timed("at 9pm", "T21:00"), False),
        (timed("Friday night", "XXXX-WXX-5TNI"), timed("Saturday", "XXXX-WXX-6"), False),
        (timed("9pm", "T21:00", before="It broke out before "), timed("9pm", "T21:00"), False),
    ],
)  # fmt: skip
def test_one_day_or_one_minute_is_one_time_in_whatever_notation(left, right, same: bool) -> None:  # type: ignore[no-untyped-def]
    assert one_time(left, right) is same

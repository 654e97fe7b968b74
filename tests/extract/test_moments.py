"""Moments without a parser: what the grammar and the anchors make of words alone.

Sentences are invented. Where direction matters, the tests with the parser are in
`test_moment_tense.py`.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.effort import times_as_much
from tests.factory import account as make_account
from tests.strategies import annotated
from variorum.annotations import Annotation, Sentence
from variorum.extract.moments.extraction import moments
from variorum.languages.en.calendar import WORDS
from variorum.records import Account, Moment, Published
from variorum.segment import blocks

Bounds = tuple[str | None, str | None]


def unparsed(account: Account) -> Annotation:
    """Return an annotation with a sentence a line and no tokens."""
    sentences = tuple(
        Sentence(block.start, block.end, 0, 0, number, block.region)
        for number, block in enumerate(blocks(account))
    )
    return Annotation(account=account.id, sentences=sentences)


def read(
    text: str, published: str | None = "2020-11-11", latest: str | None = None
) -> list[Moment]:
    """Return the moments of a text published on a day (a Wednesday), or between two."""
    when = Published(earliest=published, latest=latest or published, basis="page")
    account = make_account(text, published=when)
    return list(moments(account, unparsed(account)))


def only(text: str, published: str | None = "2020-11-11", latest: str | None = None) -> Moment:
    found = read(text, published, latest)
    assert len(found) == 1, [moment.place.text for moment in found]
    return found[0]


def bounds(moment: Moment) -> Bounds:
    return moment.earliest, moment.latest


@pytest.mark.parametrize(
    ("text", "words", "earliest", "latest", "value"),
    [
        ("It fell on November 9, 2020.", "November 9, 2020", "2020-11-09", "2020-11-09", "2020-11-09"),
        ("It fell on 9 Nov. 2020.", "9 Nov. 2020", "2020-11-09", "2020-11-09", "2020-11-09"),
        ("It fell on the 9th of November 2020.", "the 9th of November 2020", "2020-11-09",
         "2020-11-09", "2020-11-09"),
        ("It fell on Monday, November 9, 2020.", "Monday, November 9, 2020", "2020-11-09",
         "2020-11-09", "2020-11-09"),
        ("Logged 2020-11-09.", "2020-11-09", "2020-11-09", "2020-11-09", "2020-11-09"),
        ("Logged 2020-11-09T13:25.", "2020-11-09T13:25", "2020-11-09T13:25", "2020-11-09T13:25",
         "2020-11-09T13:25"),
        ("Signed on 25/12/2015.", "25/12/2015", "2015-12-25", "2015-12-25", "2015-12-25"),
        ("Signed on 12/25/2015.", "12/25/2015", "2015-12-25", "2015-12-25", "2015-12-25"),
        ("It opened in December 2015.", "December 2015", "2015-12-01", "2015-12-31", "2015-12"),
        ("It opened in late December 2015.", "late December 2015", "2015-12-16", "2015-12-31",
         "2015-12"),
        ("It opened back in 2018.", "2018", "2018-01-01", "2018-12-31", "2018"),
        ("It opened in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31", "199"),
        ("It opened in the 19th century.", "the 19th century", "1800-01-01", "1899-12-31", "18"),
        ("It opened in summer 2016.", "summer 2016", "2016-06-01", "2016-08-31", "2016-SU"),
        ("It grew in the third quarter of 2019.", "the third quarter of 2019", "2019-07-01",
         "2019-09-30", "2019-Q3"),
        ("It grew in Q4 2019.", "Q4 2019", "2019-10-01", "2019-12-31", "2019-Q4"),
        ("It grew in the first half of 2019.", "the first half of 2019", "2019-01-01",
         "2019-06-30", "2019-H1"),
        ("It ends by the end of 2024.", "the end of 2024", "2024-10-01", "2024-12-31", "2024"),
        ("They met on November 11–12, 2020.", "November 11–12, 2020", "2020-11-11", "2020-11-12",
         "2020-11-11/2020-11-12"),
        ("They ruled 2015-16 alone.", "2015-16", "2015-01-01", "2016-12-31", "2015/2016"),
        ("It rang on Christmas Eve 2019.", "Christmas Eve 2019", "2019-12-24", "2019-12-24",
         "2019-12-24"),
        ("They ate on Thanksgiving Day, 2019.", "Thanksgiving Day, 2019", "2019-11-28",
         "2019-11-28", "2019-11-28"),
    ],
)  # fmt: skip
def test_a_full_date_stands_for_itself(
    text: str, words: str, earliest: str, latest: str, value: str
) -> None:
    moment = only(text, published=None)
    assert (moment.place.text, *bounds(moment)) == (words, earliest, latest)
    assert (moment.value, moment.anchor) == (value, "itself")


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "value"),
    [
        ("Rain fell yesterday.", "2020-11-10", "2020-11-10", "2020-11-10"),
        ("Rain fell two days ago.", "2020-11-09", "2020-11-09", "2020-11-09"),
        ("Rain fell last week.", "2020-11-02", "2020-11-08", "2020-W45"),
        ("Rain fell last month.", "2020-10-01", "2020-10-31", "2020-10"),
        ("Rain fell last year.", "2019-01-01", "2019-12-31", "2019"),
        ("Rain fell six weeks ago.", "2020-09-28", "2020-10-04", "2020-W40"),
        ("Rain fell a decade ago.", "2010-01-01", "2010-12-31", "2010"),
        ("Rain fell next month.", "2020-12-01", "2020-12-31", "2020-12"),
        ("Rain fell last Friday.", "2020-11-06", "2020-11-06", "2020-11-06"),
        ("Rain fell next Wednesday.", "2020-11-18", "2020-11-18", "2020-11-18"),
        ("Rain fell on Monday of next week.", "2020-11-16", "2020-11-16", "2020-11-16"),
        ("Rain fell on Wednesday.", "2020-11-11", "2020-11-11", "2020-11-11"),
        ("Rain fell on Thursday.", "2020-11-05", "2020-11-05", "2020-11-05"),
        ("Rain fell over the weekend.", "2020-11-07", "2020-11-08", "2020-W45-WE"),
        ("Rain fell last November.", "2019-11-01", "2019-11-30", "2019-11"),
        ("Rain fell last summer.", "2020-06-01", "2020-08-31", "2020-SU"),
        ("Rain fell in the past three weeks.", "2020-10-21", "2020-11-11", "P3W"),
        ("Rain fell this morning.", "2020-11-11", "2020-11-11", "2020-11-11TMO"),
        ("Rain fell in November.", "2020-11-01", "2020-11-30", "2020-11"),
        ("Rain fell on November 9.", "2020-11-09", "2020-11-09", "2020-11-09"),
        ("Rain fell on Jan. 3.", "2021-01-03", "2021-01-03", "2021-01-03"),
        ("Rain fell at the end of the month.", "2020-11-20", "2020-11-30", "2020-11"),
        ("Rain fell at 3:10 a.m. on Tuesday.", "2020-11-10T03:10", "2020-11-10T03:10",
         "2020-11-10T03:10"),
        ("Rain fell on Tuesday night.", "2020-11-10", "2020-11-10", "2020-11-10TNI"),
    ],
)  # fmt: skip
def test_what_leans_on_publication_is_resolved_against_it(
    text: str, earliest: str, latest: str, value: str
) -> None:
    moment = only(text)
    assert (*bounds(moment), moment.value) == (earliest, latest, value)
    assert moment.anchor == "publication date 2020-11-11"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Rain fell on Monday.", "XXXX-WXX-1"),
        ("Rain fell on November 9.", "XXXX-11-09"),
        ("Rain fell in November.", "XXXX-11"),
        ("Rain fell yesterday.", None),
        ("Rain fell next month.", None),
    ],
)
def test_nothing_is_guessed_where_publication_is_unknown(text: str, value: str | None) -> None:
    moment = only(text, published=None)
    assert (*bounds(moment), moment.anchor, moment.value) == (None, None, None, value)


def test_the_ends_of_a_range_are_two_moments_and_share_their_year() -> None:
    found = read("They met from May to July 2019.", published=None)
    assert [bounds(moment) for moment in found] == [
        ("2019-05-01", "2019-05-31"),
        ("2019-07-01", "2019-07-31"),
    ]


def test_the_end_of_a_range_of_weekdays_follows_its_start() -> None:
    found = read("They met from Monday to Friday.")
    assert [moment.value for moment in found] == ["2020-11-09", "2020-11-13"]


def test_a_range_of_publication_gives_a_range_and_no_value() -> None:
    moment = only("Rain fell yesterday.", "2020-11-09", "2020-11-11")
    assert (*bounds(moment), moment.value) == ("2020-11-08", "2020-11-10", None)
    assert moment.anchor == "publication date 2020-11-09 to 2020-11-11"


def test_a_range_of_publication_within_a_year_still_knows_last_year() -> None:
    moment = only("Rain fell last year.", "2020-11-01", "2020-11-30")
    assert (*bounds(moment), moment.value) == ("2019-01-01", "2019-12-31", "2019")


@pytest.mark.parametrize(
    ("text", "earliest", "anchor"),
    [
        ("On 3 June 2019 it fell. Two days later it rose.", "2019-06-05", "narrative 2019-06-03"),
        ("On 3 June 2019 it fell. The same day it rose.", "2019-06-03", "narrative 2019-06-03"),
        ("On 3 June 2019 it fell. A week earlier it rose.", "2019-05-27", "narrative 2019-06-03"),
        ("On 3 June 2019 it fell. It had cracked the day before.", "2019-06-02",
         "narrative 2019-06-03"),
        ("On 3 June 2019 it fell. The following year it rose.", "2020-01-01",
         "narrative 2019-06-03"),
        ("On 3 June 2019 it fell. It had shut the previous Friday.", "2019-05-31",
         "narrative 2019-06-03"),
        ("Sales rose in Q3 2019. They had risen a year earlier.", "2018-07-01",
         "narrative 2019-Q3"),
    ],
)  # fmt: skip
def test_a_distance_leans_on_the_last_date_told(text: str, earliest: str, anchor: str) -> None:
    last = read(text, published=None)[-1]
    assert (last.earliest, last.anchor) == (earliest, anchor)


def test_a_distance_with_nothing_told_before_it_stays_open() -> None:
    assert bounds(only("Two days later it rose.")) == (None, None)


def test_the_day_before_something_is_not_the_day_before_the_last_date() -> None:
    found = read("On 3 June 2019 it fell. It had cracked the day before the vote.", published=None)
    assert [moment.place.text for moment in found] == ["3 June 2019"]


def test_a_comparison_with_a_year_ago_is_no_date_that_the_story_tells() -> None:
    text = "Sales rose in Q3 2019 from a year earlier. In the quarter, costs fell."
    assert [moment.value for moment in read(text)] == ["2019-Q3", "2018-Q3", "2019-Q3"]


def test_a_time_of_day_finds_its_day_in_the_paragraph_before() -> None:
    found = read("November 9, 2020\n13:25\nThey spoke.", published=None)
    assert bounds(found[1]) == ("2020-11-09T13:25", "2020-11-09T13:25")


def test_a_time_of_day_far_from_any_day_stays_open() -> None:
    found = read("On 9 June 2019 it fell.\nIt was old.\nIt was grey.\nIt was shut at 5 p.m.")
    assert (bounds(found[1]), found[1].value) == ((None, None), "T17:00")


def test_four_digits_beside_a_zone_are_a_time_of_the_day() -> None:
    moment = only("It fell at about 2045 GMT on 9 June 2019.", published=None)
    assert (moment.kind, moment.value) == ("time", "2019-06-09T20:45Z")


def test_four_digits_before_a_bracket_with_a_zone_are_the_time_there() -> None:
    there, universal = read("It fell at 1247 (0917 GMT).", published=None)
    assert (there.place.text, there.value) == ("1247", "T12:47")
    assert (universal.place.text, universal.value) == ("0917 GMT", "T09:17Z")


def test_in_the_morning_is_a_moment_and_a_bare_morning_is_none() -> None:
    assert only("It fell in the morning.", published=None).value == "TMO"
    assert not read("Every long morning ended well.", published=None)


def test_a_zone_of_universal_time_is_kept() -> None:
    moment = only("It fell at 13:25 GMT on 9 June 2019.", published=None)
    assert moment.earliest == "2019-06-09T13:25Z"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The nine-year war ended.", "nine-year", "P9Y"),
        ("It burned for three hours.", "three hours", "PT3H"),
        ("It burned for two and a half years.", "two and a half years", "P2Y6M"),
        ("It burned for several days.", "several days", "PXD"),
        ("It burned for more than 20 minutes.", "more than 20 minutes", "PT20M"),
        ("It burned for a decade.", "a decade", "P10Y"),
        ("It burned for twenty-five weeks.", "twenty-five weeks", "P25W"),
        ("It rings every Monday.", "every Monday", "XXXX-WXX-1"),
        ("It rings every two weeks.", "every two weeks", "P2W"),
        ("It rings on Mondays.", "Mondays", "XXXX-WXX-1"),
    ],
)
def test_lengths_and_repeats_have_a_value_and_no_date(text: str, words: str, value: str) -> None:
    moment = only(text)
    assert (moment.place.text, moment.value, moment.kind) == (words, value, "duration")
    assert bounds(moment) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The council cited Resolution 2254.",
        "It was picture 1 of 4.",
        "It ended like World War II.",
        "Peter Hale, 34, is 18 years old.",
        "An 18-year-old boy sang.",
        "She may march on.",
        "They lost 2016 metres of rope or three quarters of it.",
        "Some 1,500 people and 2,018 goats sat in the sun.",
        "It scored 3-1 at 850,000 euros.",
        "Mr. May said so.",
    ],
)
def test_a_number_or_a_word_that_is_no_time_stays_out(text: str) -> None:
    assert [m.place.text for m in read(text) if m.place.text != "2016"] == []


def test_a_date_that_may_be_two_days_keeps_its_bounds_open() -> None:
    moment = only("Signed on 11/12/2015.")
    assert (*bounds(moment), moment.anchor, moment.value) == (None, None, None, "2015")


def test_a_programme_is_not_a_week() -> None:
    assert read("He told the show This Week that he would go.") == []


def test_a_month_that_is_a_person_is_left_to_the_names() -> None:
    assert read("Then April Weston sang.") == []


def test_a_day_that_the_calendar_does_not_have_is_no_moment() -> None:
    found = [moment.place.text for moment in read("Dated 31 February 2019.")]
    assert "31 February 2019" not in found


def test_a_chain_of_dates_stays_flat() -> None:
    assert read("Nov. 9 - " * 400)
    assert read("at 9 a.m. Monday " * 200)


def test_the_ends_of_the_calendar_break_nothing() -> None:
    assert read("It was 9000 years ago, last winter.", "9999-12-30")
    assert read("It was 9000 years ago, last winter.", "0001-01-01")


def test_a_paragraph_of_marks_and_digits_costs_linear_time() -> None:
    piece = "1 (1) '\" 12,12.12 two and a half of the past 3-3-3 at 1:1 the "
    short, long = (make_account(piece * times) for times in (400, 4_000))
    share = times_as_much(
        lambda: moments(long, unparsed(long)), lambda: moments(short, unparsed(short))
    )
    assert share < 40  # ten times the text; a square would be a hundred times the work


@given(annotated())
@settings(max_examples=40, deadline=None)
def test_any_text_yields_moments_in_the_account_s_own_words(
    both: tuple[Account, Annotation],
) -> None:
    account, annotation = both
    found = moments(account, annotation)
    assert all(account.span(m.place.start, m.place.end) == m.place for m in found)
    assert [m.id for m in moments(account, annotation)] == [m.id for m in found]
    assert all(a.place.end <= b.place.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("At ten minutes to ten last night it fell.", "2020-11-10T21:50"),
        ("At ten o'clock last night it fell.", "2020-11-10T22:00"),
        ("At half past nine on 9 November 2020 it fell.", "2020-11-09T09:30"),
        ("At a quarter past nine this evening it falls.", "2020-11-11T21:15"),
        ("At ten minutes to one p.m. on 9 November 2020 it fell.", "2020-11-09T12:50"),
        ("At 2 o'clock last night it fell.", "2020-11-10T02:00"),
    ],
)
def test_a_spoken_time_of_day_is_a_time_and_takes_its_part_of_the_day(
    text: str, value: str
) -> None:
    assert only(text).value == value


def test_a_length_up_to_another_is_no_time_of_day() -> None:
    found = read("It took ten minutes to ten hours.")
    assert [moment.value for moment in found] == ["PT10M", "PT10H"]


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("8:10 p.m. the same day", "2020-11-09T20:10", "2020-11-09T20:10"),
        ("1:25 p.m. the day before", "2020-11-08T13:25", "2020-11-08T13:25"),
        ("8 a.m. the next day", "2020-11-10T08:00", "2020-11-10T08:00"),
        ("a fortnight later", "2020-11-23", "2020-11-23"),
    ],
)
def test_a_distance_that_is_joined_to_an_hour_or_is_a_fortnight_leans_on_the_day_told(
    words: str, earliest: str, latest: str
) -> None:
    told, leaning = read(f"The bridge fell on 9 November 2020. The last bus left {words}.")
    assert (told.place.text, leaning.place.text) == ("9 November 2020", words)
    assert bounds(leaning) == (earliest, latest)


def test_no_calendar_has_a_same_or_a_next_fortnight() -> None:
    found = read("The bridge fell on 9 November 2020. Buses stopped the same fortnight.")
    assert [moment.place.text for moment in found] == ["9 November 2020"]


@given(
    st.lists(st.sampled_from([*WORDS, "3", "8:10", "30", "1998", "4th", "."]), max_size=25),
    st.sampled_from([None, "2020-11-11", "2020", "9999-12-31", "0001-01-01"]),
)
@example(["last", "weekend"], "9999-12-31")
@settings(max_examples=400, deadline=None)
def test_any_order_of_the_grammars_own_words_gives_moments(
    words: list[str], published: str | None
) -> None:
    text = "They met on 9 November 2020. " + " ".join(words)
    assert read(text, published)[0].place.text.startswith("9 November 2020")

"""Numbers as written: the grammar alone, without a language pipeline."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import times_as_much
from variorum.extract.figures.lexemes import lexemes
from variorum.extract.figures.numbers import numeral_at
from variorum.extract.figures.ranges import Quantity, quantities
from variorum.languages.registry import language_of

ENGLISH = language_of("en")


def read(text: str) -> list[Quantity]:
    return quantities(lexemes(text, 0, len(text), ENGLISH), frozenset(), frozenset())


def only(text: str) -> Quantity:
    (quantity,) = read(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", "7"),
        ("1,250", "1250"),
        ("12,34,567 rupees", "1234567"),
        ("12\u00a0500 votes", "12500"),
        ("3 000 sheep", "3000"),
        ("1.250.000 voters", "1250000"),
        ("4.75", "4.75"),
        ("three point five million", "3500000"),
        ("nine point nought four", "9.04"),
        ("two million and three quarters", "2750000"),
        ("five million and one half", "5500000"),
        ("three quarters of a billion", "750000000"),
        ("4 dozens", "48"),
        ("US$ 2MM", "2000000"),
        ("2⅕", "2.2"),
        ("1\u202f250\u202f000.75", "1250000.75"),
        ("seventeen", "17"),
        ("twenty-five", "25"),
        ("two hundred and six", "206"),
        ("three thousand four hundred", "3400"),
        ("a hundred", "100"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("two dozen", "24"),
        ("1.3bn", "1300000000"),
        ("850K", "850000"),
        ("7.2 mln", "7200000"),
        ("9 million", "9000000"),
        ("a million and a half", "1500000"),
        ("two and a half million", "2500000"),
        ("half a million", "500000"),
        ("three million and 250 thousand", "3250000"),
        ("6 lakh", "600000"),
        ("5 crore", "50000000"),
        ("8 B people", "8000000000"),
        ("10 1/2", "10.5"),
        ("5½", "5.5"),
        ("1.5×10-3", "0.0015"),
        ("one and one-half", "1.5"),
        ("one-and-a-half", "1.5"),
        ("1 3⁄16", "1.1875"),
        ("1'250 residents", "1250"),
        ("1.971 voters", "1971"),
        ("€12.500", "12500"),
        ("€1.500 million", "1500000"),
        ("1.971,13 euros", "1971.13"),
        ("200, 000 people", "200000"),
        ("1 , 200 people", "1200"),
        ("5. 9 percent", "5.9"),
        ("a 7 . 2 magnitude quake", "7.2"),
        ("40m of its phones", "40000000"),
        ("2.5m were moved", "2500000"),
        ("3m people", "3000000"),
    ],
)
def test_a_number_is_worth_what_its_words_say(text: str, value: str) -> None:
    assert only(text).value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two thirds", "0.6666666667"),
        ("three-quarters", "0.75"),
        ("a third of the town", "0.3333333333"),
        ("half the fleet", "0.5"),
        ("more than half were", "0.5"),
        ("by almost a fifth in May", "0.2"),
        ("one in a thousand", "0.001"),
        ("one in every 200", "0.005"),
        ("one in twenty-five", "0.04"),
        ("one in five", "0.2"),
        ("one in 68 homes", "0.0147058824"),
        ("nine out of 10", "0.9"),
        ("1/4", "0.25"),
        ("Half were women", "0.5"),
    ],
)
def test_a_share_is_a_fraction_of_one(text: str, value: str) -> None:
    quantity = only(text)
    assert quantity.unit is not None
    assert (quantity.unit.name, round(quantity.value or Decimal(0), 10)) == (
        "fraction",
        Decimal(value),
    )


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of goats", "12", "120"),
        ("hundreds of goats", "100", "1000"),
        ("tens of thousands of goats", "10000", "100000"),
        ("several hundred goats", "200", "999"),
        ("a couple of hundred goats", "200", "300"),
        ("Scores were injured", "20", "200"),
    ],
)
def test_a_vague_amount_is_a_range_without_a_value(text: str, low: str, high: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.low, quantity.high) == (None, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 20 and 30", "20", "30"),
        ("between one hundred and two hundred", "100", "200"),
        ("20-30", "20", "30"),
        ("20 to 30", "20", "30"),
        ("33-35 billion euros", "33000000000", "35000000000"),
        ("$10 to $15 million", "10000000", "15000000"),
        ("$900,000 to $1.2 million", "900000", "1200000"),
        ("from 500 to well over 1,000", "500", "1000"),
        ("three or four", "3", "4"),
        ("from up to 200 km to 250 km", "200", "250"),
        ("more than 20 but fewer than 50", "20", "50"),
        ("4 km to 2.5 km", "2.5", "4"),
        ("at most 90 and at least 15", "15", "90"),
        ("ages 5 through 12", "5", "12"),
        ("from 20.5 to 40-45 billion euros", "20500000000", "45000000000"),
    ],
)
def test_a_range_has_two_ends(text: str, low: str, high: str) -> None:
    quantity = only(text)
    assert (quantity.value, quantity.low, quantity.high) == (None, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("more than 40", "over"),
        ("upwards of 40", "over"),
        ("no fewer than 40", "at least"),
        ("40 or more", "at least"),
        ("40-plus", "at least"),
        ("as many as 40", "at most"),
        ("up to 40", "at most"),
        ("no more than 40", "at most"),
        ("fewer than 40", "under"),
        ("sub-40", "under"),
        ("under age 40", "under"),
        ("over the age of 40", "over"),
        ("some 40", "about"),
        ("40 or so", "about"),
        ("about 40 or more", "at least"),
        ("less than or equal to 40", "at most"),
        ("~40", "about"),
        ("almost 40", "nearly"),
        ("just under 40", "nearly"),
    ],
)
def test_wordings_of_a_bound_come_down_to_six(words: str, bound: str) -> None:
    assert only(words).approximator == bound


def test_over_leaves_the_upper_end_open() -> None:
    quantity = only("over 5")
    assert (quantity.low, quantity.high, quantity.value) == (Decimal(5), None, Decimal(5))


def test_at_most_leaves_the_lower_end_open() -> None:
    quantity = only("at most 5")
    assert (quantity.low, quantity.high, quantity.value) == (None, Decimal(5), Decimal(5))


def test_about_blurs_a_number_and_keeps_both_ends() -> None:
    quantity = only("about 5")
    assert (quantity.low, quantity.high) == (Decimal(5), Decimal(5))


def test_another_is_no_bound() -> None:
    assert only("another 6 million").approximator is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("£2.4m", "2400000", "pound sterling"),
        ("US$ 3 billion", "3000000000", "dollar"),
        ("Rs 5 crore", "50000000", "rupee"),
        ("$-5.8bn", "-5800000000", "dollar"),
        ("tin (-3%) lagged", "-3", "percentage"),
        ("70 euros", "70", "euro"),
        ("25p", "25", "penny"),
        ("20A$", "20", "australian dollar"),
        ("Rp20.000", "20000", "indonesian rupiah"),
        ("costs R 20", "20", "south african rand"),
        ("R20.50", "20.5", "south african rand"),
        ("N$4 million", "4000000", "namibian dollar"),
        ("Y5.2 billion", "5200000000", "japanese yen"),
        ("￥5.2 billion", "5200000000", "japanese yen"),
        ("P500 million", "500000000", "philippine peso"),
        ("75 USD million", "75000000", "dollar"),
        ("12 m euros", "12000000", "euro"),
        ("5m pula", "5000000", "botswanan pula"),
        ("€95 a square metre", "95", "euro per square metre"),
        ("$14 per cubic foot", "14", "dollar per cubic foot"),
        ("30 kV/cm", "30", "kilovolt per centimetre"),
        ("$40 a seat.", "40", "dollar per seat"),
        ("$40 a man said", "40", "dollar"),
        ("200 W/m2", "200", "watt per square metre"),
        ("$40 a month", "40", "dollar per month"),
        ("12 per cent", "12", "percentage"),
        ("12 percentage points", "12", "percentage point"),
        ("60 basis points", "60", "basis point"),
        ("65 tonnes", "65", "tonne"),
        ("a 100m dive", "100", "metre"),
        ("12 km²", "12", "square kilometre"),
        ("1.5 A/cm2", "1.5", "ampere per square centimetre"),
        ("90 km/h", "90", "kilometre per hour"),
        ("188 miles an hour", "188", "mile per hour"),
        ("minus-40 degrees Celsius", "-40", "celsius"),
        ("45-year-old", "45", "year of age"),
        ("aged 45", "45", "year of age"),
        ("a magnitude 6.8 quake", "6.8", "magnitude"),
        ("a magnitude-6.8 quake", "6.8", "magnitude"),
        ("a 6.8-magnitude quake", "6.8", "magnitude"),
        ("eighteen months of age", "18", "month of age"),
        ("three more weeks", "3", "week"),
        ("sixfold", "6", "times"),
        ("five feet three inches", "5.25", "foot"),
        ("three years and six months", "3.5", "year"),
        ("2 hours 15 minutes", "2.25", "hour"),
        ("half a mile", "0.5", "mile"),
        ("a quarter of a percentage point", "0.25", "percentage point"),
        ("3 dollars and 50 cents", "3.5", "dollar"),
        ("10kph", "10", "kilometre per hour"),
        ("$3 and 40 cents of it", "3.4", "dollar"),
        ("hundreds of miles", None, "mile"),
        ("two pounds of flour", "2", "pound"),
        ("fined 200 pounds", "200", "pound sterling"),
        ("a 2,400-square-foot barn", "2400", "square foot"),
        ("1,750 sq. m of floor", "1750", "square metre"),
        ("40 sq km", "40", "square kilometre"),
        ("3 cu. ft", "3", "cubic foot"),
        ("8 kilolitres", "8", "kilolitre"),
        ("12 kiloliters", "12", "kilolitre"),
        ("3 gigatonnes", "3", "gigatonne"),
        ("9 metric tons", "9", "tonne"),
        ("350 kcal", "350", "calorie"),
        ("7 yds", "7", "yard"),
        ("40 imperial gallons", "40", "imperial gallon"),
        ("16 fl oz", "16", "fluid ounce"),
        ("101 kPa", "101", "kilopascal"),
        ("5 mW", "5", "milliwatt"),
        ("5 MW", "5", "megawatt"),
        ("5 mw", "5", "megawatt"),
        ("16 Gb", "16", "gigabyte"),
        ("16 GB", "16", "gigabyte"),
        ("4 µg", "4", "microgram"),
        ("4 μg", "4", "microgram"),
        ("31 deg C", "31", "celsius"),
        ("31 °C", "31", "celsius"),
        ("88 degrees farenheit", "88", "fahrenheit"),
    ],
)
def test_a_unit_goes_by_one_name(text: str, value: str | None, unit: str) -> None:
    quantity = only(text)
    assert quantity.unit is not None
    assert quantity.unit.name == unit
    assert quantity.value == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "text",
    [
        "five cups",
        "12 bars",
        "two nights",
        "6 stones",
        "40 MPs",
        "3 CDs",
        "of the five 3 has won",
        "20 EVs",
        "8 pm",
        "2 drops",
        "9 in",
        "6 pt",
        "12 st",
    ],
)
def test_what_is_mostly_something_else_is_no_unit(text: str) -> None:
    assert read(text)[-1].unit is None


def test_millions_of_things_are_not_metres() -> None:
    assert only("1.7m cars").value == Decimal(1_700_000)


def test_a_year_earlier_is_no_rate() -> None:
    unit = only("$2 million a year earlier").unit
    assert unit is not None
    assert unit.name == "dollar"


def test_numbers_of_different_units_make_no_range() -> None:
    assert [quantity.value for quantity in read("18 cents to $3")] == [Decimal(18), Decimal(3)]


def test_after_rose_a_step_and_a_level_are_two_quantities() -> None:
    text = "rose 12 to 40"
    words = lexemes(text, 0, len(text), ENGLISH)
    assert [q.value for q in quantities(words, frozenset(), frozenset({0}))] == [12, 40]


def test_a_run_of_digits_too_long_for_a_number_is_not_one() -> None:
    assert read("4" * 40) == []


@given(st.text(alphabet="0123456789 ,.-–$%andtohlfmkb½/×x()", max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_quantities_that_follow_one_another(text: str) -> None:
    found = read(text)
    assert all(left.last <= right.first for left, right in pairwise(found))
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)


@given(st.integers(min_value=0, max_value=10**15))
@settings(max_examples=50)
def test_thousands_separators_change_nothing(number: int) -> None:
    words = lexemes(f"{number:,}", 0, len(f"{number:,}"), ENGLISH)
    numeral = numeral_at(words, 0)
    assert numeral is not None
    assert numeral.value == number


@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "1 and ",
        "between 1 and ",
        "[(5",
        "half a ",
        "1-1-",
        "from 1 to ",
        "from 1-",
        "one in ",
    ],
)
def test_time_grows_with_the_length_of_a_text_and_no_faster(piece: str) -> None:
    assert times_as_much(lambda: read(piece * 8_000), lambda: read(piece * 800)) < 40


def test_a_whole_that_is_not_round_makes_two_counts() -> None:
    assert [one.value for one in read("two out of five hundred boats")] == [2, 500]


def test_half_past_an_hour_is_no_share() -> None:
    assert [one.value for one in read("at about half past nine")] == [9]


@pytest.mark.parametrize("text", ["a couple of trucks", "Scores were level", "the wall is 3 of 4"])
def test_words_that_only_look_vague_are_none(text: str) -> None:
    assert all(quantity.form != "vague" for quantity in read(text))


def test_metres_of_a_mass_are_no_millions() -> None:
    quantity = only("40m of brick")
    assert (quantity.value, quantity.unit and quantity.unit.name) == (Decimal(40), "metre")


def test_two_numbers_before_one_unit_share_it() -> None:
    found = read("doses of 5 and 6 mg")
    assert [(one.value, one.unit and one.unit.name) for one in found] == [
        (Decimal(5), "milligram"),
        (Decimal(6), "milligram"),
    ]

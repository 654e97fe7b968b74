"""What a clause leaves out: its verb, what is counted, the unit; and changes beside their levels."""

import pytest

from tests.extract.extracted import only, read
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "whose", "change"),
    [
        ("Imports slipped 1.1 percent, exports 2 percent.", "exports", "down"),
        ("Retail fell 1.2 %, while banks rose 0.8 %.", "banks", "up"),
        ("Retail fell 1.2 percent, tin 0.8 percent.", "tin", "down"),
    ],
)
def test_the_second_of_two_shares_is_of_its_own_noun(
    text: str, whose: str, change: str, parser: SpacyParser
) -> None:
    second = read(text, parser)[1]
    assert (second.counted, second.change) == (whose, change)


@pytest.mark.parametrize(
    ("text", "unit", "whose"),
    [
        ("The museum drew 40,000 visitors and the zoo 60,000.", "visitor", "zoo"),
        ("The army lost 40 men, the rebels 12.", "man", "rebels"),
        ("The dam holds 3 million litres, the lake 40 million.", "litre", "lake"),
    ],
)
def test_a_number_without_a_verb_counts_what_the_first_did(
    text: str, unit: str, whose: str, parser: SpacyParser
) -> None:
    second = read(text, parser)[1]
    assert (second.unit, second.subject) == (unit, whose)


@pytest.mark.parametrize(
    ("text", "unit", "whose"),
    [
        ("The school has 400 pupils, compared with 300 last year.", "pupil", "school"),
        ("The party won 40 seats, down from 52.", "seat", "party"),
    ],
)
def test_what_a_number_is_compared_with_counts_the_same(
    text: str, unit: str, whose: str, parser: SpacyParser
) -> None:
    second = read(text, parser)[1]
    assert (second.unit, second.subject) == (unit, whose)


def test_two_ages_beside_their_names_are_no_gap(parser: SpacyParser) -> None:
    found = read("Anna Hale, 24, and Leo Marsh, 31, were hurt.", parser)
    assert [age.counted for age in found] == ["Anna Hale", "Leo Marsh"]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The pound closed 0.3 percent lower.", "down"),
        ("The index rallied 5 points.", "up"),
        ("The gap widened by 12 points.", "up"),
        ("Wheat nosedived 7 percent.", "down"),
        ("Kessler was 3% down at the close.", "down"),
        ("Prices saw a 5% appreciation.", "up"),
        ("Sales were +5%.", "up"),
        ("Exports picked up 3 percent.", "up"),
        ("The firm slashed its fees by $30.", "down"),
        ("The troops advanced 5 km.", None),
        ("The car crashed into a wall 20 metres long.", None),
        ("Kessler bought up 20 percent of the shares.", None),
    ],
)
def test_verbs_of_worth_tell_a_change(text: str, change: str | None, parser: SpacyParser) -> None:
    assert only(text, parser).change == change


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The number of cases rose by 140 to 9,871.", ["140", "9871"]),
        ("Rents went up by £20 to £820 a month.", ["20", "820"]),
        ("Prices rose by 5 to 10 percent.", [None]),
    ],
)
def test_a_change_and_the_level_that_it_led_to_are_no_range(
    text: str, values: list[str | None], parser: SpacyParser
) -> None:
    assert [figure.value for figure in read(text, parser)] == values

"""Numbers that are parts of names: labels, models, titles, numbers to call."""

import pytest

from tests.extract.extracted import only, read
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Flight 812's families waited.",
        "The FTSE 250 fell.",
        "The men carried AK 47 rifles.",
        "The 747 jets were grounded.",
        "She called 911 after the crash.",
        "The book 101 Things to Do sold well.",
        "Psalm 23 was read.",
        "Precinct 13 voted.",
        "The lamps stand near 13190 SW 68th Parkway.",
        "A size 12 shoe was found.",
        "A 7-Eleven store burned.",
    ],
)
def test_a_number_in_a_name_is_no_figure(text: str, parser: SpacyParser) -> None:
    assert read(text, parser) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police said 747 people were hurt.", "747"),
        ("The fire burned 911 homes.", "911"),
        ("In Orlo 12 people died.", "12"),
        ("The toll 45 was told on Monday.", "45"),
    ],
)
def test_a_number_before_what_it_counts_is_no_name(
    text: str, value: str, parser: SpacyParser
) -> None:
    assert only(text, parser).value == value

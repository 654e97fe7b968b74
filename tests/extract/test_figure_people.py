"""People who are counted though no noun says so: by what befell them, or by the crowd they make."""

from __future__ import annotations

import pytest

from tests.extract.extracted import only, read
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A further 15 are missing.", None),
        ("Three others were hurt on the slipway.", "others"),
        ("A 24,000-strong crowd lined the canal.", "crowd"),
    ],
)
def test_those_whom_something_befell_are_people(
    text: str, counted: str | None, parser: SpacyParser
) -> None:
    found = only(text, parser)
    assert (found.unit, found.counted_head, found.counted) == ("people", "people", counted)


def test_others_after_people_who_were_killed_are_people(parser: SpacyParser) -> None:
    found = read("Thirty people were killed and 112 others wounded.", parser)
    assert [(one.value, one.unit) for one in found] == [("30", "people"), ("112", "people")]


def test_others_may_be_things(parser: SpacyParser) -> None:
    assert only("Three others were sold.", parser).unit == "other"


def test_strong_stands_with_the_number(parser: SpacyParser) -> None:
    assert only("The 300-strong choir sang in Tarn.", parser).place.text == "300-strong"


def test_a_handful_is_two_to_ten(parser: SpacyParser) -> None:
    found = only("A handful of barges came.", parser)
    assert (found.low, found.high, found.value, found.unit) == ("2", "10", None, "barge")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The lake was at 59F on Friday.", "fahrenheit"),
        ("It was 100 F in the shade.", "fahrenheit"),
        ("The capacitor held 2.5 F in the test.", "farad"),
    ],
)
def test_f_is_of_degrees_after_whole_numbers(text: str, unit: str, parser: SpacyParser) -> None:
    assert only(text, parser).unit == unit

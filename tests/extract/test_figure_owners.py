"""Whose those counted are, and of whom a share is."""

import pytest

from tests.extract.extracted import only, read
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("A bus with 40 pupils overturned near Denby.", "bus"),
        ("The country's 300 schools were shut.", "country"),
        ("The survey of 300 adults was told on Monday.", "survey"),
        ("Hale, a father of three children, died.", "Hale"),
        ("The council has a plan to build 300 homes.", "council"),
        ("The bid to free 300 hostages failed.", "bid"),
        ("The 12 shops that Kessler owns were shut.", "Kessler"),
        ("Dozens of people were hurt.", None),
        ("The death of 500 citizens was told.", None),
        ("Its 300 shops were sold.", None),
        ("None of the 212 passengers was paid.", None),
    ],
)
def test_those_counted_are_of_whoever_has_them(
    text: str, whose: str | None, parser: SpacyParser
) -> None:
    assert only(text, parser).subject == whose


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Of the adults, 40 percent said they were worried.", "adults"),
        ("Among women, 40 percent were worried.", "women"),
        ("Most voters, or 60 percent, stayed home.", "Most voters"),
    ],
)
def test_a_share_is_of_those_who_are_named_beside_it(
    text: str, counted: str, parser: SpacyParser
) -> None:
    assert only(text, parser).counted == counted


def test_two_shares_of_a_vote_are_of_two_candidates(parser: SpacyParser) -> None:
    found = read("Hale won 52 percent of the vote, Marsh 40 percent.", parser)
    assert [(share.counted, share.subject) for share in found] == [
        ("vote", "Hale"),
        ("vote", "Marsh"),
    ]


def test_a_share_with_an_owner_is_not_the_subject_s(parser: SpacyParser) -> None:
    _, second = read("Hale took 52 percent to Marsh's 40 percent.", parser)
    assert second.counted == "Marsh"


def test_the_number_of_pupils_counts_pupils(parser: SpacyParser) -> None:
    assert only("The number of pupils rose to 300.", parser).unit == "pupil"


def test_some_of_them_are_what_they_are(parser: SpacyParser) -> None:
    _, part = read("The school has 400 pupils, 23 of them new.", parser)
    assert (part.unit, part.counted) == ("pupil", "them")

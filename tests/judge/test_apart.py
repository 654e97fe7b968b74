"""When two numbers of one noun may be told to differ."""

from __future__ import annotations

import pytest

from tests.judge.test_counts import counted, values
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


def told(left: str, right: str, parser: SpacyParser) -> list[list[str]]:
    return values((counted(left, parser, "a-1"), counted(right, parser, "a-2")))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Three cables off Orrin were damaged by an anchor on Friday.",
            "Two cables off Orrin were damaged by an anchor on Friday.",
        ),
        (
            "The ferry fire killed nine people and six villages off Orrin were cut off.",
            "The ferry fire killed nine people and four villages off Orrin were cut off.",
        ),
        (
            "The fire at the Orrin mill injured several hundred people on Friday.",
            "The fire at the Orrin mill injured 40 people on Friday.",
        ),
        (
            "The quake struck Orrin Island on Friday. Orrin Island is home to 200,000 people.",
            "The quake struck Orrin Island on Friday. Orrin Island has a population of 120,000 people.",
        ),
    ],
)
def test_what_befell_things_and_people_is_told_apart(
    left: str, right: str, parser: SpacyParser
) -> None:
    assert len(told(left, right, parser)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (  # another player's
            "Hale finished the match with 20 points and eight rebounds for Orrin.",
            "Clay finished the match with 25 points and 16 rebounds for Orrin.",
        ),
        (  # another stretch of one career
            "Brand spent four seasons as the scout of the Orrin club.",
            "Brand has spent 19 seasons with the Orrin club.",
        ),
        (  # a part of the dead
            "Five people were killed at the Orrin airport on Friday.",
            "The identities of three victims killed at the Orrin airport were released on Friday.",
        ),
        (  # those who did it
            "Seven people were shot when men opened fire at the Orrin club on Friday.",
            "Police said three people pulled out handguns at the Orrin club on Friday.",
        ),
        (  # the way to two places
            "Hale shot a man at a mill in Lindqa, about 30 miles from the border.",
            "Hale stole a car in Orrin and drove 150 miles to Lindqa, where he shot a man.",
        ),
    ],
)
def test_what_others_have_or_do_is_not_told_apart(
    left: str, right: str, parser: SpacyParser
) -> None:
    assert told(left, right, parser) == []


def test_an_account_with_both_numbers_is_at_odds_with_neither(parser: SpacyParser) -> None:
    both = "At least 30 people were killed in the Orrin fire. At noon 43 people were killed in the Orrin fire."
    one = "The Orrin fire killed 43 people, the mayor said."
    assert told(both, one, parser) == [["43"]]


def test_a_number_is_held_against_each_that_another_account_gives(parser: SpacyParser) -> None:
    two = "The blast in Orrin killed 22 people, the station said. The blast in Orrin killed 24 people, monitors said."
    one = "The blast in Orrin killed 43 people, doctors said."
    assert told(two, one, parser) == [["22", "24", "43"]]


def test_a_vague_number_is_held_against_none_that_it_may_have_meant(parser: SpacyParser) -> None:
    vague = "The blast in Orrin killed dozens of people on Friday."
    several = "The blast in Orrin killed several dozen people on Friday."
    one = "The blast in Orrin killed 126 people on Friday."
    assert told(vague, one, parser) == []
    assert told(several, one, parser) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "No one was killed when the Orrin silo burst on Friday.",
            "Nine people were killed when the Orrin silo burst on Friday.",
        ),
        (
            "There were no deaths when the Orrin silo burst on Friday.",
            "Nine people were killed when the Orrin silo burst on Friday.",
        ),
    ],
)
def test_none_and_some_of_one_toll_are_two_answers(
    left: str, right: str, parser: SpacyParser
) -> None:
    assert len(told(left, right, parser)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (  # elsewhere there may be some
            "No one on the ground was killed when the Orrin airship fell on Friday.",
            "Nine people were killed when the Orrin airship fell on Friday.",
        ),
        (  # of others
            "None of the crew was killed when the Orrin airship fell on Friday.",
            "Nine people were killed when the Orrin airship fell on Friday.",
        ),
        (
            "No one was injured when the Orrin airship fell on Friday.",
            "Nine people were killed when the Orrin airship fell on Friday.",
        ),
    ],
)
def test_none_of_some_is_no_other_answer_than_some_of_all(
    left: str, right: str, parser: SpacyParser
) -> None:
    assert told(left, right, parser) == []

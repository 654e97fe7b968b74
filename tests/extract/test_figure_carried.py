"""What a figure takes from the one before it: not from one that only says where or from where."""

from __future__ import annotations

import pytest

from tests.extract.extracted import read
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("At least 12 people in two cars were killed and three injured.", "people car people"),
        ("Forty people from 12 countries were killed and 15 injured.", "people country people"),
        ("The blast hurt 14 workers at two plants and killed six.", "worker plant worker"),
        ("Police held 30 men in 4 towns on Friday and another 11 on Monday.", "man town man"),
        ("In two towns, 12 people were killed and 3 injured.", "town people people"),
        ("A bus with 40 pupils crashed; 12 were hurt.", "pupil pupil"),
        ("At least 8 boys were among the 26 people killed, up from 12 dead.", "boy people people"),
    ],
)
def test_a_count_leaves_out_the_people_and_not_the_places(
    text: str, units: str, parser: SpacyParser
) -> None:
    assert [one.unit for one in read(text, parser)] == units.split()


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The star has seven planets, three of which may hold water.", ["planet", "planet"]),
        ("They own 14 properties, including three in Paris.", ["property", "property"]),
        ("The report said 13,400 children under five died of hunger.", ["child", None]),
    ],
)
def test_a_part_of_what_was_counted_has_its_unit(
    text: str, units: list[str | None], parser: SpacyParser
) -> None:
    assert [one.unit for one in read(text, parser)] == units


def test_more_and_other_are_no_kind_of_what_is_counted(parser: SpacyParser) -> None:
    found = read("Two other men and five more candidates came.", parser)
    assert [one.unit for one in found] == ["man", "candidate"]


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("The ship carried 40 people, three of whom were killed.", ["carry", "kill"]),
        ("The blast hit 40 workers, three of whom died.", ["hit", "die"]),
        ("The army has 12,000 troops, 3,000 of them wounded.", ["have", "wound"]),
        ("They held 90 men, most of whom were freed, and 12 women.", ["hold", "hold"]),
    ],
)
def test_what_befell_a_part_is_not_said_of_the_whole(
    text: str, predicates: list[str], parser: SpacyParser
) -> None:
    assert [one.predicate for one in read(text, parser)] == predicates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The death toll rose to 128 and 40 are missing.", ("people", None, "miss")),
        ("The toll climbed to 12 and 300 remain trapped.", (None, None, "remain")),
        ("The death toll rose to 128 and 12 were arrested.", ("people", None, "arrest")),
        ("The death toll has reached 128, of whom 12 were pilots.", (None, None, "be")),
        ("The toll stands at 128, of which 44 have been named.", (None, None, "name")),
    ],
)
def test_a_number_after_a_toll_is_no_toll(
    text: str, found: tuple[str | None, str | None, str], parser: SpacyParser
) -> None:
    toll, other = read(text, parser)
    assert (other.unit, other.counted, other.predicate) == found
    assert toll.counted_head is not None and toll.counted_head.endswith("toll")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Death toll from flood rises to 126", "Death toll"),
        ("Death toll from bridge collapse climbs to at least 126", "Death toll"),
        ("Death toll from Tarn fire reaches at least 126", "Death toll"),
        ("Tax rises to 12 sectors were announced.", "sectors"),
    ],
)
def test_a_headline_tells_what_rises(text: str, counted: str, parser: SpacyParser) -> None:
    (figure,) = read(text, parser)
    assert figure.counted == counted

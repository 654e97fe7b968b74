"""Counts of none: what nobody suffered, said without a number."""

from __future__ import annotations

import pytest

from tests.extract.extracted import only, read
from variorum.models.parser import SpacyParser
from variorum.records import Figure

pytestmark = pytest.mark.model


def zero(text: str, parser: SpacyParser) -> Figure:
    """Return the one count of none in a text."""
    (found,) = (figure for figure in read(text, parser) if figure.value == "0")
    return found


@pytest.mark.parametrize(
    ("text", "place", "predicate"),
    [
        ("No one was killed when the silo burst.", "No one", "kill"),
        ("The blast in the mill killed no one.", "no one", "kill"),
        ("Nobody is missing after the landslide.", "Nobody", "miss"),
        ("Not a single climber was injured.", "Not a single climber", "injure"),
        ("No lives were lost in the collapse.", "No lives", "die"),
        ("No one was reported hurt at the depot.", "No one", "hurt"),
        ("No barns were destroyed by the gale.", "No barns", "destroy"),
    ],
)
def test_what_befell_nobody_is_a_count_of_none(
    text: str, place: str, predicate: str, parser: SpacyParser
) -> None:
    found = only(text, parser)
    assert (found.place.text, found.value, found.predicate) == (place, "0", predicate)
    assert (found.low, found.high) == ("0", "0")


@pytest.mark.parametrize(
    ("text", "place", "counted"),
    [
        ("No casualties were reported at the quarry.", "No casualties", "casualties"),
        ("There were no fatalities.", "no fatalities", "fatalities"),
        ("The tram caught fire but all got out without injuries.", "without injuries", "injuries"),
        ("The barge sank without loss of life.", "without loss of life", "life"),
        ("Police in Tarn said there were no arrests.", "no arrests", "arrests"),
    ],
)
def test_no_deaths_and_no_injuries_are_counted(
    text: str, place: str, counted: str, parser: SpacyParser
) -> None:
    found = only(text, parser)
    assert (found.place.text, found.value, found.counted) == (place, "0", counted)


def test_none_of_so_many_counts_none_and_the_whole_suffered_nothing(parser: SpacyParser) -> None:
    none, whole = read("None of the 31 skaters was hurt.", parser)
    assert (none.value, none.counted, none.predicate) == ("0", "skaters", "hurt")
    assert (whole.value, whole.counted, whole.predicate) == ("31", "skaters", None)


def test_each_of_two_joined_losses_is_counted(parser: SpacyParser) -> None:
    found = read("No deaths or injuries were reported at the pier.", parser)
    assert [(one.place.text, one.value) for one in found] == [("No deaths", "0"), ("injuries", "0")]


@pytest.mark.parametrize(
    "text",
    [
        "There were no immediate reports of casualties.",
        "No injuries were immediately reported.",
        "There was no sign of survivors.",
        "No deaths have been confirmed.",
        "There were no known deaths.",
        "If nobody is hurt, the regatta goes on.",
        "The mayor hopes that no one was killed.",
        "Police denied that no one was killed.",
        "It is not true that no one was hurt.",
        "No one should be hurt at a carnival.",
        "Was nobody injured?",
        "No one else was hurt.",
        "There were no other casualties.",
        "No one was seriously hurt.",
        "Nobody saw the crane fall.",
        "No group claimed the attack.",
        "Nobody dies of a cold.",
        "The mayor did not say how many were killed.",
        "The number of dead is not yet known.",
    ],
)
def test_what_is_not_known_or_of_others_is_no_count_of_none(text: str, parser: SpacyParser) -> None:
    assert read(text, parser) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("No fewer than 20 divers were hurt.", "20"),
        ("No more than 12 divers were hurt.", "12"),
        ("There is no doubt that nine divers died.", "9"),
    ],
)
def test_no_before_a_number_is_a_bound_or_a_phrase(
    text: str, value: str, parser: SpacyParser
) -> None:
    assert only(text, parser).value == value


def test_where_nobody_suffered_is_kept(parser: SpacyParser) -> None:
    found = zero("No one on the ground was hurt.", parser)
    assert found.counted_place == "on the ground"


@pytest.mark.parametrize(
    "text",
    [
        "Two of the 40 skaters were killed.",
        "Most of the 40 skaters were injured.",
        "The 40 skaters were not hurt.",
    ],
)
def test_what_befell_a_part_or_nobody_befell_not_the_whole(text: str, parser: SpacyParser) -> None:
    whole = next(figure for figure in read(text, parser) if figure.value == "40")
    assert whole.predicate is None

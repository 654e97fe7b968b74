"""Figures are held against each other only where one occasion is shown."""

from __future__ import annotations

import pytest

from tests.judge.both import compared, studied

pytestmark = pytest.mark.model


def differ(left: str, right: str) -> list[set[str]]:
    """Return the words of the figures of which a difference is told."""
    found = compared(studied("a-1", left), studied("a-2", right))
    return [{m.text for m in v.marks} for v in found.counted if v.kind == "figure differs"]


HERE = "The fire at the Orrin mill killed 12 people on Sunday."


def test_two_tolls_of_one_fire_differ() -> None:
    assert differ(HERE, "The fire at the Orrin mill killed 17 people on Sunday.") == [{"12", "17"}]


def test_the_day_on_which_a_toll_was_told_is_not_the_day_of_the_fire() -> None:
    told = "The fire at the Orrin mill killed 17 people, police said on Monday."
    assert differ(HERE, told) == [{"12", "17"}]


@pytest.mark.parametrize(
    "other",
    [
        "In February, a fire at the Corvin mill killed 17 people.",
        "In February, a fire broke out at Corvin.\n\nIt killed 17 people.",
        "The fire came two years after one at Corvin that killed 17 people.",
        "The fire at the Orrin mill killed 17 people on Friday.",
        "A fire at the Orrin mill could kill 17 people on Sunday.",
        "Of those hurt, the fire at the Orrin mill killed 12 people on Sunday, and 17 in all.",
    ],
)
def test_a_toll_of_another_time_or_of_what_may_be_is_another(other: str) -> None:
    assert differ(HERE, other) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Firefighters came with 10 engines.", "Three engines stayed at the mill."),
        ("They searched the offices of the two mills.", "They searched the offices of three mills."),
        ("Of the fee, 52 percent went to Orlo and 80 percent to Keld.", "Of the fee, 55 percent went to Tarn."),
        ("An officer and two others were hurt.", "Three others were hurt."),
        ("More than 100 people were hurt on Sunday.", "At least 103 people were hurt on Sunday."),
        ("About 200 people were hurt on Sunday.", "Some 196 people were hurt on Sunday."),
    ],
)  # fmt: skip
def test_figures_that_may_count_other_things_are_not_held_against_each_other(
    left: str, right: str
) -> None:
    assert differ(left, right) == []


def test_a_light_year_is_a_unit_like_any_other() -> None:
    text = "The star lies 48 light-years from the Earth."
    assert differ(text, "The star lies 9 kilometres from the Earth.") == []

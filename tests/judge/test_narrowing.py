"""Words around a number by which one count is not that of another."""

from __future__ import annotations

import pytest

from variorum.judge.figures.comparability import comparable
from variorum.judge.figures.sides import Context
from variorum.records import Figure, Span


def outcome(left: str, right: str, head: str, predicate: str, *lemmas: str) -> str:
    """Return whether the numbers of two sentences are comparable.

    The number is the only word in capitals; what is counted is the word after it.
    """
    sides = [_side(text, head, predicate, lemmas) for text in (left, right)]
    (one, near_one), (other, near_other) = sides
    return comparable(one, other, near_one, near_other).outcome


def _side(text: str, head: str, predicate: str, lemmas: tuple[str, ...]) -> tuple[Figure, Context]:
    number = next(word for word in text.split() if word.isupper() and len(word) > 1)
    start = text.index(number)
    counted = text[start + len(number) :].split(":", maxsplit=1)[0].strip()
    figure = Figure(
        id=f"n-{text}",
        place=Span("a", start, start + len(number), number),
        value=number,
        low=number,
        high=number,
        counted=counted,
        counted_head=head,
        predicate=predicate,
    )
    return figure, Context(sentence=text.replace(":", ""), lemmas=frozenset(lemmas))


@pytest.mark.parametrize(
    ("left", "right", "head", "predicate"),
    [
        ("NINE children: under eight were killed", "TEN children: were killed", "child", "kill"),
        ("NINE women and children: were killed", "TEN children: were killed", "child", "kill"),
        (
            "NINE others: were hurt, including the gunman",
            "TEN others: were hurt",
            "other",
            "hurt",
        ),
        ("NINE boats: were seized in all", "TEN boats: were seized", "boat", "seize"),
        ("a total of NINE boats: were seized", "TEN boats: were seized", "boat", "seize"),
        (
            "in four sorties so far they seized NINE boats:",
            "they seized TEN boats:",
            "boat",
            "seize",
        ),
        ("since March the guard seized NINE boats:", "they seized TEN boats:", "boat", "seize"),
        (
            "a total of two guns, NINE boats: and a raft were seized",
            "TEN boats: were seized",
            "boat",
            "seize",
        ),
        ("homes in NINE towns: were hit", "TEN towns: were hit", "town", "hit"),
        ("they left the TWO towns:", "they left the FOUR towns:", "town", "leave"),
    ],
)
def test_what_stands_on_one_side_alone_parts_two_counts(
    left: str, right: str, head: str, predicate: str
) -> None:
    assert outcome(left, right, head, predicate) != "yes"
    assert outcome(left, left, head, predicate) == "yes" or "the TWO" in left


def test_what_was_destroyed_is_not_what_was_damaged() -> None:
    left, near_left = _side("NINE towns: were destroyed", "town", "destroy", ("destroy",))
    right, near_right = _side("TEN towns: were damaged", "town", "damage", ("damage",))
    assert comparable(left, right, near_left, near_right).outcome == "no"


def test_boats_of_pirates_are_no_pirates() -> None:
    left, near_left = _side("NINE pirate boats: were seized", "boat", "seize", ())
    right, near_right = _side("TEN pirates: were seized", "pirate", "seize", ())
    assert comparable(left, right, near_left, near_right).outcome == "no"


def test_more_than_a_length_of_time_is_no_age() -> None:
    left, right = "NINE people: were killed over 30 hours", "TEN people: were killed"
    assert outcome(left, right, "people", "kill") == "yes"

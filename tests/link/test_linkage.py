"""Which things are put together, from how much speaks for each pair."""

from __future__ import annotations

import numpy as np

from variorum.link.grouping.linkage import linked


def groups(
    size: int, odds: dict[tuple[int, int], float], *apart: tuple[int, int]
) -> list[list[int]]:
    """Link things; what is not in `odds` has 6 against it."""
    known = np.full((size, size), -6.0)
    never = np.zeros((size, size), dtype=bool)
    for (one, two), value in odds.items():
        known[one, two] = known[two, one] = value
    for one, two in apart:
        never[one, two] = never[two, one] = True
    return linked(known, never)


def test_nothing_has_no_groups() -> None:
    assert groups(0, {}) == []


def test_a_thing_alone_joins_by_its_likest_pair() -> None:
    assert groups(3, {(0, 1): 3.0, (0, 2): 1.0, (1, 2): -5.0}) == [[0, 1, 2]]


def test_a_thing_that_is_like_nothing_stays_alone() -> None:
    assert groups(3, {(0, 1): 3.0, (0, 2): -0.1, (1, 2): -5.0}) == [[0, 1], [2]]


def test_one_pair_does_not_join_two_groups_of_several() -> None:
    assert groups(4, {(0, 1): 5.0, (2, 3): 5.0, (1, 2): 4.0}) == [[0, 1], [2, 3]]


def test_two_groups_of_several_join_by_the_mean_of_all_pairs() -> None:
    between = {(0, 2): 4.0, (0, 3): 4.0, (1, 2): -1.0, (1, 3): -6.0}
    assert groups(4, {(0, 1): 5.0, (2, 3): 5.0, **between}) == [[0, 1, 2, 3]]


def test_a_thing_goes_to_the_group_of_the_likest_and_not_of_the_most() -> None:
    met = {(0, 1): 5.0, (0, 2): 5.0, (1, 2): 5.0, (3, 0): 1.0, (3, 1): 1.0, (3, 2): 1.0}
    assert groups(5, {**met, (3, 4): 2.0}) == [[0, 1, 2], [3, 4]]


def test_two_that_are_never_together_are_not_even_if_a_third_is_like_both() -> None:
    assert groups(3, {(0, 1): 5.0, (0, 2): 4.0, (1, 2): 4.0}, (1, 2)) == [[0, 1], [2]]


def test_even_odds_are_enough() -> None:
    assert groups(2, {(0, 1): 0.0}) == [[0, 1]]


def test_many_that_are_all_alike_are_one_group() -> None:
    assert linked(np.full((200, 200), 6.0), np.zeros((200, 200), dtype=bool)) == [list(range(200))]

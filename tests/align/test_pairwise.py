"""Pairwise: what many pairs of rows have in common."""

from __future__ import annotations

import numpy as np

from variorum.align.pairwise import Bags, products

BAGS = [frozenset({"ferry", "fog"}), frozenset({"ferry"}), frozenset({"fog", "ferry"})]
LEFT, RIGHT = np.array([0, 0, 1]), np.array([1, 2, 2])


def test_bags_share_the_weight_of_the_words_that_both_have() -> None:
    shared = Bags(BAGS, {"ferry": 2.0, "fog": 0.5}).shared(LEFT, RIGHT)

    assert np.allclose(shared, [2.0, 2.5, 2.0])


def test_rows_are_multiplied_pair_by_pair() -> None:
    rows = np.array([[1.0, 2.0], [3.0, 0.0], [1.0, 2.0]])

    assert products(rows, rows, LEFT, RIGHT).tolist() == [3.0, 5.0, 3.0]


def test_rows_that_are_the_same_are_compared_once_and_none_is_lost() -> None:
    rows = np.repeat(np.array([[1.0, 2.0], [3.0, 5.0]]), 40, axis=0)
    left, right = (side.ravel() for side in np.indices((80, 80)))

    assert np.array_equal(products(rows, rows, left, right), (rows @ rows.T).ravel())


def test_no_pairs_have_nothing_in_common() -> None:
    none = np.zeros(0, dtype=np.int64)

    assert Bags(BAGS).shared(none, none).tolist() == []

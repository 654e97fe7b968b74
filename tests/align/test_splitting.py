"""Splitting: which passages are like one another, and which is another's best."""

from __future__ import annotations

import numpy as np

from variorum.align.similarity import Candidate, Meetings
from variorum.align.splitting import Excess, likeliest
from variorum.records import Passage, Span


def candidate(account: str) -> Candidate:
    place = Span(account=account, start=0, end=4, text="Fog.")
    return Candidate(
        Passage(id="s", place=place, first=0, last=1, sentence=0), account, "", frozenset()
    )


def test_a_pair_is_the_likeliest_where_neither_has_met_one_of_that_account_before() -> None:
    found = [candidate("a"), candidate("b"), candidate("b"), candidate("c")]
    scored = Meetings(np.array([0, 0, 0]), np.array([1, 2, 3]), np.array([9, 8, 7]))

    assert likeliest(found, scored).tolist() == [True, False, True]


def test_what_two_exceed_is_added_passage_by_passage() -> None:
    both = Excess(np.array([1, 4]), np.array([10, -2])) + Excess(np.array([2, 4]), np.array([3, 5]))

    assert (both.passages.tolist(), both.steps.tolist()) == ([1, 2, 4], [10, 3, 3])


def test_passages_that_met_nothing_exceed_nothing() -> None:
    assert Excess(np.array([1, 4]), np.array([10, -2])).of([0, 4, 9]) == -2

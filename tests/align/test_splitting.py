"""Splitting: which passages are like one another, and which is another's best."""

from __future__ import annotations

import numpy as np

from variorum.align.similarity import Candidate, Meetings
from variorum.align.splitting import likeliest
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

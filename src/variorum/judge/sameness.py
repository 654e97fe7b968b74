"""Sameness: would a reader say that two passages say the same?

Enters: two `Side`s and the cosine of their vectors. Leaves: a number from 0 to 1.

Five things that can be read off the page or the vectors, weighed as in logistic regression. The
weights were chosen by ten-fold cross-validation on the training part of the Microsoft Research
Paraphrase Corpus (Dolan and Brockett 2005) and rounded; `docs/steps/judge.md` has what each
brings. Words in one order speak for sameness; long runs word for word beside other words speak
against it: a copy that was changed says something else more often than a rewording does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from variorum.annotations import Token

MEANING = 2.6
"""Weight of the cosine of the vectors."""
ORDER = 6.4
"""Weight of the longest common subsequence of lemmas, as a share of the longer passage."""
RUNS = -2.7
"""Weight of the share of runs of three lemmas that both have."""
WORDS = 2.3
"""Weight of the share of content words that both have, of all that either has."""
NUMBER = -0.24
"""Weight of each number that only one has."""
MOST_NUMBERS = 3
BIAS = -4.9
SAME = 0.5
"""Sameness from which two passages are taken to say the same."""


def sameness(
    sides: tuple[Sequence[Token], Sequence[Token]],
    content: tuple[frozenset[str], frozenset[str]],
    meaning: float,
) -> float:
    """Return how likely two passages say the same, 0 to 1: as likely as not at 0.5.

    `content` are the lemmas that carry meaning, `meaning` the cosine of the passages' vectors.
    """
    left, right = (_lemmas(side) for side in sides)
    longest = max(len(left), len(right), 1)
    numbers = [_numbers(side) for side in sides]
    weight = (
        BIAS
        + MEANING * meaning
        + ORDER * LCSseq.similarity(left, right) / longest
        + RUNS * _shared_runs(left, right)
        + WORDS * len(content[0] & content[1]) / max(1, len(content[0] | content[1]))
        + NUMBER * min(MOST_NUMBERS, len(numbers[0] ^ numbers[1]))
    )
    return 1 / (1 + math.exp(-weight))


def _lemmas(tokens: Sequence[Token]) -> list[str]:
    return [token.lemma.lower() for token in tokens if token.text[:1].isalnum()]


def _numbers(tokens: Sequence[Token]) -> frozenset[str]:
    found = (t.text.lower() for t in tokens if t.pos == "NUM" or t.text[:1].isdigit())
    return frozenset(found)


def _shared_runs(left: Sequence[str], right: Sequence[str]) -> float:
    mine, theirs = (frozenset(zip(s, s[1:], s[2:], strict=False)) for s in (left, right))
    return len(mine & theirs) / max(1, len(mine), len(theirs))

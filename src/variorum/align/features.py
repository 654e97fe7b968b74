"""Features of a pair of passages that tell whether both answer one question.

Enters: `PassageTerms`, their vectors, pairs by index with their scores. Leaves: one row a pair.

Two kinds of things are looked at: what the two have in common, at each width, and how else either
could be paired: a passage whose account has a likelier one answers another question. What only
orders the sides changes nothing: all features are symmetric.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from msgspec import Struct

from variorum.align.pairwise import Bags, products
from variorum.align.terms import PassageTerms

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Indexes = NDArray[np.int64]

CONTEXT_WIDTHS: Final = ("passage", "sentence", "context")
QUESTION_FEATURES: Final = (
    *(f"vectors of {width}" for width in CONTEXT_WIDTHS),
    *("passage and sentence, least", "passage and sentence, most"),
    *(f"words of {width}" for width in CONTEXT_WIDTHS),
    *(f"words of {width} had" for width in CONTEXT_WIDTHS),
    *(f"names shared in {width}" for width in CONTEXT_WIDTHS),
    *(f"names lacking in {width}, fewer" for width in CONTEXT_WIDTHS),
    *(f"names lacking in {width}, more" for width in CONTEXT_WIDTHS),
    *("shared words", "fewer words", "more words"),
    *("both have figures", "one has figures", "one number", "count of one thing"),
    *("both have moments", "one has moments", "one moment"),
    *("one predicate", "one negated", "one modal"),
    *("both quoted", "one quoted", "one speaker", "two speakers"),
    *("better partners, fewer", "better partners, more"),
    *("before the next, least", "before the next, most"),
    *("first place", "places apart"),
)
"""The columns, in order."""


class Vectors(Struct, frozen=True):
    """Unit vectors of passages, of their sentences, and of those with their neighbours, a row each."""

    passage: np.ndarray
    sentence: np.ndarray
    context: np.ndarray


class Pairs(Struct, frozen=True):
    """Pairs of passages by index (`left` below `right`), with the score, 0 to 1, that they met by."""

    left: Indexes
    right: Indexes
    scores: Floats

    @property
    def sides(self) -> tuple[Indexes, Indexes]:
        """The indexes of both sides, a column each."""
        return self.left, self.right


def features(terms: Sequence[PassageTerms], vectors: Vectors, pairs: Pairs) -> Floats:
    """Return the features of each pair: float64, shape (pairs, `QUESTION_FEATURES`)."""
    columns = [
        *_by_vectors(vectors, pairs),
        *_by_words(terms, pairs),
        *_by_names(terms, pairs),
        *_by_counts(terms, pairs),
        *_by_statements(terms, pairs),
        *_by_speakers(terms, pairs),
        *_by_rivals(terms, pairs),
        *_by_place(terms, pairs),
    ]
    return np.column_stack([np.asarray(column, dtype=np.float64) for column in columns])


def _by_vectors(vectors: Vectors, pairs: Pairs) -> Iterator[Floats]:
    for rows in (vectors.passage, vectors.sentence, vectors.context):
        yield products(rows, rows, *pairs.sides)
    yield from _ordered(
        products(vectors.passage, vectors.sentence, *pairs.sides),
        products(vectors.sentence, vectors.passage, *pairs.sides),
    )


def _by_words(terms: Sequence[PassageTerms], pairs: Pairs) -> Iterator[Floats]:
    """Yield Dice and containment of words that weigh the more the fewer passages have them."""
    frequency = Counter(word for one in terms for word in one.words[1])
    weights = {word: math.log(1 + len(terms) / count) for word, count in frequency.items()}
    had = []
    for width in range(len(CONTEXT_WIDTHS)):
        bags = Bags([one.words[width] for one in terms], weights)
        shared, (left, right) = bags.shared(*pairs.sides), bags.sizes(*pairs.sides)
        yield 2 * shared / np.maximum(left + right, 1e-9)
        had.append(shared / np.maximum(np.minimum(left, right), 1e-9))
    yield from had


def _by_names(terms: Sequence[PassageTerms], pairs: Pairs) -> Iterator[Floats]:
    shared, fewer, more = [], [], []
    for width in range(len(CONTEXT_WIDTHS)):
        bags = Bags([one.names[width] for one in terms])
        common, (left, right) = bags.shared(*pairs.sides), bags.sizes(*pairs.sides)
        least, most = _ordered(left - common, right - common)
        shared.append(common)
        fewer.append(least)
        more.append(most)
    yield from (*shared, *fewer, *more)


def _by_counts(terms: Sequence[PassageTerms], pairs: Pairs) -> Iterator[Floats]:
    bags = Bags([one.words[0] for one in terms])
    yield bags.shared(*pairs.sides)
    yield from _ordered(*(np.log1p(size) for size in bags.sizes(*pairs.sides)))


def _by_statements(terms: Sequence[PassageTerms], pairs: Pairs) -> Iterator[Floats]:
    numbers = Bags([one.numbers for one in terms])
    counted = Bags([one.counted for one in terms])
    moments = Bags([one.moments for one in terms])
    yield from _both_and_one([bool(one.numbers or one.counted) for one in terms], pairs)
    yield np.minimum(numbers.shared(*pairs.sides), 1)
    yield np.minimum(counted.shared(*pairs.sides), 1)
    yield from _both_and_one([one.timed for one in terms], pairs)
    yield np.minimum(moments.shared(*pairs.sides), 1)
    yield _same([one.predicate for one in terms], pairs)
    for told in ([one.negated for one in terms], [one.modal for one in terms]):
        yield _both_and_one(told, pairs)[1]


def _by_speakers(terms: Sequence[PassageTerms], pairs: Pairs) -> Iterator[Floats]:
    quoted = [one.speaker is not None for one in terms]
    known = np.array([bool(one.speaker) for one in terms])
    yield from _both_and_one(quoted, pairs)
    one = _same([one.speaker or "" for one in terms], pairs)
    both = known[pairs.left] & known[pairs.right]
    yield one * both
    yield (1 - one) * both


def _by_rivals(terms: Sequence[PassageTerms], pairs: Pairs) -> Iterator[Floats]:
    """Yield how many passages of its account are likelier partners, and how far the next one is."""
    numbers = np.unique([one.account for one in terms], return_inverse=True)[1]
    better, ahead = zip(
        _rivals(pairs.left, numbers[pairs.right], pairs.scores),
        _rivals(pairs.right, numbers[pairs.left], pairs.scores),
        strict=True,
    )
    yield from _ordered(*(np.log1p(one) for one in better))
    yield from _ordered(*ahead)


def _rivals(one: Indexes, account: Indexes, scores: Floats) -> tuple[Floats, Floats]:
    """Return of each pair its rank among those of a passage with one account, and its lead.

    The lead is its score less the best of the others; of a passage that has one partner, the score.
    """
    if not len(one):
        return np.zeros(0), np.zeros(0)
    order = np.lexsort((-scores, account, one))
    group = np.stack([one[order], account[order]])
    opens = np.r_[True, (group[:, 1:] != group[:, :-1]).any(axis=0)]
    firsts = np.flatnonzero(opens)
    start = np.repeat(firsts, np.diff(np.r_[firsts, len(order)]))
    rank = np.arange(len(order)) - start
    ranked = scores[order]
    second = np.where(np.r_[opens[1:], True], 0.0, np.r_[ranked[1:], 0.0])
    best_other = np.where(rank == 0, second, ranked[start])
    found_rank, lead = np.zeros(len(order)), np.zeros(len(order))
    found_rank[order], lead[order] = rank, ranked - best_other
    return found_rank, lead


def _by_place(terms: Sequence[PassageTerms], pairs: Pairs) -> Iterator[Floats]:
    places = np.array([one.place for one in terms])
    left, right = places[pairs.left], places[pairs.right]
    yield np.minimum(left, right)
    yield np.abs(left - right)


# --- arithmetic on pairs --------------------------------------------------------------------------


def _ordered(one: Floats, other: Floats) -> tuple[Floats, Floats]:
    return np.minimum(one, other), np.maximum(one, other)


def _both_and_one(told: Sequence[bool], pairs: Pairs) -> tuple[np.ndarray, np.ndarray]:
    had = np.array(told, dtype=bool)
    left, right = had[pairs.left], had[pairs.right]
    return left & right, left ^ right


def _same(keys: Sequence[str], pairs: Pairs) -> Floats:
    numbers = np.unique(keys, return_inverse=True)[1]
    return np.asarray(numbers[pairs.left] == numbers[pairs.right], dtype=np.float64)

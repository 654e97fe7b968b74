"""Similarity: which passages of different accounts may be about the same thing.

Enters: the dossiers of one event, an encoder. Leaves: `Candidate`s, and `Meetings`, scored pairs.

Two passages are compared only if they share a content word that is not everywhere, so the cost
follows what is shared and not the square of the story. The score is half meaning (cosine of the
sentence vectors) and half words (inverse-document-frequency weights): vectors bring paraphrases
together, words keep look-alikes apart. A passage that is compared with none needs no vector.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from scipy import sparse

from variorum.align.cutting import content_tokens
from variorum.folding import fold
from variorum.records import Dossier, Passage
from variorum.seams import Encoder

TOO_COMMON = 400
"""A word in more passages of different words than this brings none together (it still counts in
their scores). Copies of a passage count once: however many accounts print a story, its words do
what they do in one."""
AT_ONCE = 16_384
"""Pairs whose vectors are gathered together: 50 MB."""
EXACT = 10_000
"""Steps of a score: whole numbers, so that sums of scores do not depend on their order."""
SAME_SPEAKER = 0.05
"""Added where both passages are words of one speaker, taken off where they are of two."""
FEW_WORDS = 4
"""Below this many content words, all of a passage being elsewhere proves little."""


class Candidate(Struct, frozen=True):
    """A passage with what comparison needs: account, speaker and content lemmas.

    `telling` are its content words other than names, as they are written in lower case.
    """

    passage: Passage
    account: str
    speaker: str
    words: frozenset[str]
    telling: frozenset[str] = frozenset()


class Meetings(Struct, frozen=True):
    """Pairs of candidates of different accounts, best first, as columns of one length.

    `left` and `right` are indexes of candidates, left below right; `steps` their scores in whole
    steps of 1 / `EXACT`. A long story has a million of them, too many for a record each.
    """

    left: np.ndarray
    right: np.ndarray
    steps: np.ndarray

    def least(self, score: float) -> Meetings:
        """Return the pairs that score `score` or more."""
        upto = int(np.searchsorted(-self.steps, -round(score * EXACT), side="right"))
        return Meetings(self.left[:upto], self.right[:upto], self.steps[:upto])


def candidates(dossiers: Sequence[Dossier]) -> list[Candidate]:
    """Return all passages of the accounts, ordered by account and place."""
    found = []
    for dossier in sorted(dossiers, key=lambda d: d.account.id):
        tokens = dossier.annotation.tokens
        speakers = {q.id: q.speaker.entity or "" for q in dossier.statements.quotations}
        for passage in dossier.passages:
            content = content_tokens(tokens[passage.first : passage.last])
            words = frozenset(token.lemma.lower() for token in content)
            speaker = speakers.get(passage.quotation or "", "")
            telling = frozenset(
                fold(t.text).lower() for t in content if t.word_class != "proper noun"
            )
            account = dossier.account.id
            found.append(Candidate(passage, account, speaker, words, telling))
    return found


def similar_pairs(found: Sequence[Candidate], encoder: Encoder, *, least: float) -> Meetings:
    """Return the pairs of different accounts that score `least` or more, best first."""
    if not found:
        nothing = np.zeros(0, dtype=np.int64)
        return Meetings(nothing, nothing, nothing)
    weights = _weights(found)
    words = _Words(found, weights)
    left, right = _met(found, words)
    totals = np.array([sum(weights[w] for w in sorted(c.words)) for c in found])
    few = np.array([len(c.words) < FEW_WORDS for c in found])
    overlap = words.shared(left, right)
    scores = _scores(overlap, (totals[left], totals[right]), few[left] | few[right])
    scores += 0.5 * _cosines(found, encoder, left, right)
    scores += SAME_SPEAKER * _same_speaker(found, left, right)
    return best_first(left, right, scores, least=least)


def _met(found: Sequence[Candidate], words: _Words) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs of different accounts that share a rarer word."""
    accounts = np.unique([c.account for c in found], return_inverse=True)[1]
    left, right = words.pairs()
    apart = accounts[left] != accounts[right]
    return left[apart], right[apart]


def best_first(
    left: np.ndarray, right: np.ndarray, scores: np.ndarray, *, least: float
) -> Meetings:
    """Return the pairs that score enough, by score, then by place."""
    chosen = np.flatnonzero(scores >= least)
    left, right = left[chosen].astype(np.int64), right[chosen].astype(np.int64)
    steps = np.rint(scores[chosen] * EXACT).astype(np.int64)
    order = np.lexsort((right, left, -steps))
    return Meetings(left[order], right[order], steps[order])


def _cosines(
    found: Sequence[Candidate], encoder: Encoder, left: np.ndarray, right: np.ndarray
) -> np.ndarray:
    met, rows = np.unique(np.concatenate([left, right]), return_inverse=True)
    vectors = encoder.encode([found[i].passage.place.text for i in met])
    return _products(vectors, rows[: len(left)], rows[len(left) :])


def _products(rows: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the dot products of pairs of rows, some at a time: all at once may not fit."""
    found = np.zeros(len(left))
    for start in range(0, len(left) if rows.shape[1] else 0, AT_ONCE):
        part = slice(start, start + AT_ONCE)
        found[part] = np.einsum("ij,ij->i", rows[left[part]], rows[right[part]])
    return found


def _same_speaker(found: Sequence[Candidate], left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return 1 for pairs of one speaker, -1 for pairs of two, 0 where a side has none."""
    names = np.unique(["", *(c.speaker for c in found)], return_inverse=True)[1][1:]  # "" is 0
    known = (names[left] != 0) & (names[right] != 0)
    return np.where(known, np.where(names[left] == names[right], 1.0, -1.0), 0.0)


def _scores(
    overlap: np.ndarray, totals: tuple[np.ndarray, np.ndarray], few: np.ndarray
) -> np.ndarray:
    """Half the score: a quarter Dice, a quarter containment (Dice again for short passages)."""
    dice = 2 * overlap / (totals[0] + totals[1])
    containment = overlap / np.minimum(*totals)
    return np.asarray(0.25 * dice + 0.25 * np.where(few, dice, containment))


def _weights(found: Sequence[Candidate]) -> dict[str, float]:
    frequency = Counter(word for candidate in found for word in sorted(candidate.words))
    return {word: math.log(1 + len(found) / count) for word, count in frequency.items()}


class _Words:
    """The words of candidates as a sparse matrix of square roots of weights."""

    def __init__(self, found: Sequence[Candidate], weights: dict[str, float]) -> None:
        columns = {word: i for i, word in enumerate(sorted(weights))}
        rows = [i for i, c in enumerate(found) for _ in c.words]
        words = [word for c in found for word in sorted(c.words)]
        data = np.sqrt([weights[word] for word in words])
        shape = (len(found), len(columns))
        self._rows = sparse.csr_matrix((data, (rows, [columns[w] for w in words])), shape=shape)
        distinct = Counter(word for held in {c.words for c in found} for word in held)
        self._rare = np.flatnonzero([distinct[word] <= TOO_COMMON for word in columns])

    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the pairs that share a word which is not everywhere."""
        rare = self._rows[:, self._rare]
        met = sparse.triu(rare @ rare.T, k=1).tocoo()
        return met.row.astype(np.int64), met.col.astype(np.int64)

    def shared(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Return the weight of all words that the two of each pair share."""
        found = np.zeros(len(left))
        for start in range(0, len(left), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            both = self._rows[left[part]].multiply(self._rows[right[part]])
            found[part] = np.asarray(both.sum(axis=1)).ravel()
        return found

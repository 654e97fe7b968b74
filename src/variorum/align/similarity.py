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

from variorum.align.cutting import content_tokens
from variorum.align.pairwise import Bags, products
from variorum.folding import fold
from variorum.records import Dossier, Passage
from variorum.seams import Encoder

TOO_COMMON = 400
"""A word in more passages of different words than this brings none together (it still counts in
their scores). Copies of a passage count once: however many accounts print a story, its words do
what they do in one."""
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
    words = Bags([c.words for c in found], weights)
    left, right = _met(found, words)
    totals = np.array([sum(weights[w] for w in sorted(c.words)) for c in found])
    few = np.array([len(c.words) < FEW_WORDS for c in found])
    overlap = words.shared(left, right)
    scores = _scores(overlap, (totals[left], totals[right]), few[left] | few[right])
    scores += 0.5 * _cosines(found, encoder, left, right)
    scores += SAME_SPEAKER * _same_speaker(found, left, right)
    return best_first(left, right, scores, least=least)


def _met(found: Sequence[Candidate], words: Bags) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs of different accounts that share a rarer word."""
    accounts = np.unique([c.account for c in found], return_inverse=True)[1]
    distinct = Counter(word for held in {c.words for c in found} for word in held)
    left, right = words.meeting(frozenset(w for w, many in distinct.items() if many <= TOO_COMMON))
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
    return products(vectors, vectors, rows[: len(left)], rows[len(left) :])


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

"""Likely questions: which passages of different accounts answer one question, and how likely.

Enters: the dossiers of one event, the pairs that were scored alike, an encoder. Leaves: `Meetings`.

A logistic model with one weight a feature (`weights`, trained by `quality/train_questions.py`): its
likelihoods were measured on stories left out, so that a threshold on them says how many are wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from variorum.align.features import QUESTION_FEATURES, Pairs, Vectors, features
from variorum.align.similarity import EXACT, Meetings, best_first
from variorum.align.terms import PassageTerms, passage_terms
from variorum.align.weights import QUESTION_WEIGHTS
from variorum.records import Dossier
from variorum.seams import Encoder

BIAS = "bias"
"""The name of the constant among the weights."""


def likely_questions(dossiers: Sequence[Dossier], scored: Meetings, encoder: Encoder) -> Meetings:
    """Return the pairs of `scored` with the likelihood that both answer one question, best first."""
    likely = likelihoods(question_features(dossiers, scored, encoder))
    return best_first(scored.left, scored.right, likely, least=0.0)


def question_features(
    dossiers: Sequence[Dossier], scored: Meetings, encoder: Encoder
) -> np.ndarray:
    """Return the features of each pair: shape (pairs, `QUESTION_FEATURES`)."""
    terms = passage_terms(dossiers)
    pairs = Pairs(scored.left, scored.right, scored.steps / EXACT)
    if not len(scored.left):
        return np.zeros((0, len(QUESTION_FEATURES)))
    return features(terms, _vectors(terms, encoder), pairs)


def likelihoods(found: np.ndarray, weights: Mapping[str, float] | None = None) -> np.ndarray:
    """Return the likelihood of one question, 0 to 1, a number a row."""
    chosen = QUESTION_WEIGHTS if weights is None else weights
    odds = chosen[BIAS] + found @ np.array([chosen[name] for name in QUESTION_FEATURES])
    return np.asarray(1 / (1 + np.exp(-odds)))


def _vectors(terms: Sequence[PassageTerms], encoder: Encoder) -> Vectors:
    """Encode each sentence and passage once; what stands around one is the mean of its sentences."""
    texts = [text for one in terms for text in (one.text, *one.sentences)]
    rows = {text: row for row, text in enumerate(dict.fromkeys(texts))}
    vectors = encoder.encode(list(rows))
    around = [vectors[[rows[text] for text in one.sentences]].mean(axis=0) for one in terms]
    lengths = np.linalg.norm(around, axis=1, keepdims=True)
    return Vectors(
        passage=vectors[[rows[one.text] for one in terms]],
        sentence=vectors[[rows[one.sentence] for one in terms]],
        context=np.asarray(around) / np.maximum(lengths, 1e-9),
    )

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
    met = np.unique(np.concatenate([scored.left, scored.right]))
    return features(terms, _vectors(terms, met, encoder), pairs)


def likelihoods(found: np.ndarray, weights: Mapping[str, float] | None = None) -> np.ndarray:
    """Return the likelihood of one question, 0 to 1, a number a row."""
    chosen = QUESTION_WEIGHTS if weights is None else weights
    odds = chosen[BIAS] + found @ np.array([chosen[name] for name in QUESTION_FEATURES])
    return np.asarray(1 / (1 + np.exp(-odds)))


def _vectors(terms: Sequence[PassageTerms], met: np.ndarray, encoder: Encoder) -> Vectors:
    """Encode the passages that met; what stands around one is the mean of those that stand there.

    A sentence is no text of its own here: its passages are encoded already, and the rest meets nothing.
    """
    encoded = encoder.encode([terms[i].text for i in met])
    passages = np.zeros((len(terms), encoded.shape[1]), dtype=np.float32)
    passages[met] = encoded
    stands: dict[tuple[str, int], list[int]] = {
        key: [] for key in dict.fromkeys((one.account, one.sentence) for one in terms)
    }
    for i in met.tolist():
        stands[terms[i].account, terms[i].sentence].append(i)
    return Vectors(
        passage=passages,
        sentence=_means(passages, [stands[one.account, one.sentence] for one in terms]),
        context=_means(
            passages,
            [
                [i for near in one.near for i in stands.get((one.account, near), ())]
                for one in terms
            ],
        ),
    )


def _means(vectors: np.ndarray, rows: Sequence[Sequence[int]]) -> np.ndarray:
    """Return the mean of some rows for each of `rows`, of unit length; zeros where there are none."""
    means = np.array([vectors[list(some)].sum(axis=0) for some in rows])
    return np.asarray(means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9))

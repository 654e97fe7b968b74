"""Peers of the pairs of texts: one number a pair, and the threshold that does best on other texts.

Enters: `Row`s. Leaves: a peer's balanced accuracy on the same rows. The threshold for a text is set
on all the others, so that no row has a part in its own. None is a part of Variorum's journey.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from msgspec.structs import replace

from quality.score import Score
from quality.text_pairs import Row
from variorum.models.encoder import MiniLmEncoder

SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
CUTS = 100
"""Thresholds tried."""
FOLDS = 10

Likeness = Callable[[str, str], float]
"""How alike a right text is to a left one."""


def beside(score: Score, rows: Sequence[Row], gold: Sequence[bool], likeness: Likeness) -> Score:
    """Return a score of balanced accuracy with the peer's beside it."""
    values = [likeness(row.pair.left, row.pair.right) for row in rows]
    said = left_out(values, gold, [row.pair.text for row in rows])
    name = "sentence vectors" if likeness is vectors else "TF-IDF"
    return replace(
        score,
        peer=f"{name}, threshold set on other texts",
        peer_value=round(accuracy_of_both(gold, said), 1),
        peer_basis="same rows",
    )


def left_out(values: Sequence[float], gold: Sequence[bool], texts: Sequence[str]) -> list[bool]:
    """Call each row alike or not by the threshold that is best on the other folds of texts."""
    order = {text: place % FOLDS for place, text in enumerate(sorted(set(texts)))}
    folds = [order[text] for text in texts]
    best = {}
    for fold in set(folds):
        others = [(v, g) for v, g, f in zip(values, gold, folds, strict=True) if f != fold]
        best[fold] = _threshold(others)
    return [value >= best[fold] for value, fold in zip(values, folds, strict=True)]


def _threshold(rows: Sequence[tuple[float, bool]]) -> float:
    ordered = sorted(value for value, _ in rows)
    gold = [good for _, good in rows]
    return max(
        ordered[:: max(1, len(ordered) // CUTS)],
        key=lambda cut: accuracy_of_both(gold, [value >= cut for value, _ in rows]),
    )


def accuracy_of_both(gold: Sequence[bool], said: Sequence[bool]) -> float:
    """Return balanced accuracy, 0 to 100."""
    right = [[g == s for g, s in zip(gold, said, strict=True) if g == kind] for kind in (0, 1)]
    return 100 * sum(sum(hits) / len(hits) if hits else math.nan for hits in right) / 2


def vectors(left: str, right: str) -> float:
    """Return the lowest, over the sentences on the right, of the best cosine to one on the left."""
    return float(np.max(_encoded(right) @ _encoded(left).T, axis=1).min())


@lru_cache(maxsize=4096)
def _encoded(text: str) -> npt.NDArray[np.float32]:
    sentences = [part for part in SENTENCE.split(text) if part.strip()]
    return _encoder().encode(sentences)


@lru_cache(maxsize=1)
def _encoder() -> MiniLmEncoder:
    return MiniLmEncoder()


def tf_idf(texts: Sequence[str]) -> Likeness:
    """Return the cosine of TF-IDF vectors, weighed by how rare a word is among the texts."""
    seen = Counter(word for text in texts for word in set(_words(text)))

    def weighed(text: str) -> dict[str, float]:
        return {
            word: count * math.log(len(texts) / seen[word])
            for word, count in Counter(_words(text)).items()
        }

    def likeness(left: str, right: str) -> float:
        one, other = weighed(left), weighed(right)
        norms = math.hypot(*one.values()) * math.hypot(*other.values())
        return sum(one[word] * other.get(word, 0.0) for word in one) / norms if norms else 0.0

    return likeness


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())

"""Paraphrase: do two sentences of the press say the same?

Enters: `shared/data/mrpc` (Dolan and Brockett 2005), every fourth row of its training part.
Leaves: `Score`s: accuracy of "these say the same".

Two sentences say the same where a verdict on them is that they agree or differ in wording, and
none that they differ in sense, figure or scope. Peer, on the same rows: the cosine of TF-IDF
vectors, its threshold set by ten-fold cross-validation.
"""

from __future__ import annotations

import csv
import math
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from quality.score import Score, shared
from quality.textual import Compared, accuracy, compared, cuts, studied

EVERY = 4
FOLDS = 10
SAME = frozenset({"agree", "wording differs"})
CHANGED = frozenset({"contradicted", "figure differs", "sense differs", "scope differs"})


class Row(Struct, frozen=True):
    """Two sentences: whether people took them for paraphrases, and what the steps found."""

    id: str
    same: bool
    texts: tuple[str, str]
    found: Compared


@cache
def rows() -> tuple[Row, ...]:
    path = shared("data/mrpc/msr_paraphrase_train.txt")
    if path is None:
        return ()
    with path.open(encoding="utf-8-sig", newline="") as file:
        cases = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return tuple(
        Row(f"{one}-{other}", quality == "1", (left, right), _compared(left, right))
        for quality, one, other, left, right in cases[::EVERY]
    )


def _compared(left: str, right: str) -> Compared:
    return compared(studied("a-left", left), studied("b-right", right))


def says_same(found: Compared) -> bool:
    kinds = {verdict.kind for verdict in found.verdicts}
    return bool(kinds & SAME) and not kinds & CHANGED


def scores() -> list[Score]:
    found = rows()
    if not found:
        return []
    gold = [row.same for row in found]
    lexical = _tfidf([row.texts for row in found])
    return [
        Score(
            key="paraphrase.mrpc.accuracy",
            value=round(accuracy(gold, [says_same(row.found) for row in found]), 1),
            rows=len(found),
            peer="TF-IDF cosine, cross-validated threshold",
            peer_value=round(_crossed(gold, lexical), 1),
            peer_basis="same rows",
        )
    ]


def _crossed(gold: Sequence[bool], likeness: Sequence[float]) -> float:
    """Return the accuracy of "alike enough" with each fold's threshold set on the others."""
    said: list[bool] = [False] * len(gold)
    for fold in range(FOLDS):
        others = [i for i in range(len(gold)) if i % FOLDS != fold]
        truth = [gold[i] for i in others]
        cut = max(
            cuts(likeness[i] for i in others),
            key=lambda c: accuracy(truth, [likeness[i] >= c for i in others]),
        )
        for i in range(fold, len(gold), FOLDS):
            said[i] = likeness[i] >= cut
    return accuracy(gold, said)


def _tfidf(texts: Sequence[tuple[str, str]]) -> list[float]:
    words = [tuple(Counter(re.findall(r"\w+", side.lower())) for side in pair) for pair in texts]
    seen = Counter(word for pair in words for side in pair for word in side)
    weight = {word: math.log(2 * len(texts) / count) for word, count in seen.items()}
    return [_cosine(one, other, weight) for one, other in words]


def _cosine(one: Counter[str], other: Counter[str], weight: Mapping[str, float]) -> float:
    left, right = ({w: n * weight[w] for w, n in side.items()} for side in (one, other))
    shared_part = sum(left[w] * right[w] for w in left.keys() & right.keys())
    lengths = [math.sqrt(sum(v * v for v in side.values())) for side in (left, right)]
    return shared_part / max(1e-9, lengths[0] * lengths[1])


if __name__ == "__main__":
    for row in rows():
        if says_same(row.found) != row.same:
            sys.stdout.write(f"{row.id}: {'missed' if row.same else 'not the same'}\n")
            for verdict in row.found.verdicts:
                sys.stdout.write(f"    {verdict.kind} ({verdict.rule}): {verdict.because}\n")

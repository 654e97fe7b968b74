"""Paraphrase: do two sentences of the press say the same?

Enters: `shared/data/mrpc` (Dolan and Brockett 2005), every sixth row of its training part.
Leaves: `Score`s: accuracy of "these say the same".

Each text is taken whole, as one passage. Two make one claim where the verdict on them is that they
agree, that they differ in wording, in who says it or in a word that changes the sense, or that one
says all that the other does. Peer, on the same rows: the cosine of TF-IDF vectors, its threshold
set by ten-fold cross-validation.
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
from quality.textual import Compared, accuracy, compared, cuts, says_same, studied, whole

EVERY = 6
ONE_CLAIM = frozenset({"sense differs", "contradicted"})
"""Verdicts that two forms of one claim differ in a word: people took most such pairs for the same."""
FOLDS = 10


class Row(Struct, frozen=True):
    """Two sentences: whether people took them for paraphrases, and what the steps found."""

    id: str
    same: bool
    texts: tuple[str, str]
    found: Compared


@cache
def rows(every: int = EVERY) -> tuple[Row, ...]:
    """Return every n-th pair, studied and compared."""
    path = shared("data/mrpc/msr_paraphrase_train.txt")
    if path is None:
        return ()
    with path.open(encoding="utf-8-sig", newline="") as file:
        cases = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return tuple(
        Row(f"{one}-{other}", quality == "1", (left, right), _compared(left, right))
        for quality, one, other, left, right in cases[::every]
    )


def _compared(left: str, right: str) -> Compared:
    return compared(whole(studied("a-left", left)), whole(studied("b-right", right)))


def same(found: Compared) -> bool:
    """Tell whether two texts make one claim, as far as the verdict says."""
    met = [verdict for verdict in found.verdicts if verdict.right is not None]
    if not met:
        return False
    return says_same(met[0]) or met[0].kind in ONE_CLAIM or met[0].rule == "all_and_more"


def scores() -> list[Score]:
    found = rows()
    if not found:
        return []
    gold = [row.same for row in found]
    lexical = _tfidf([row.texts for row in found])
    return [
        Score(
            key="paraphrase.mrpc.accuracy",
            value=round(accuracy(gold, [same(row.found) for row in found]), 1),
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
        if same(row.found) != row.same:
            sys.stdout.write(f"{row.id}: {'missed' if row.same else 'not the same'}\n")
            for verdict in row.found.verdicts:
                sys.stdout.write(f"    {verdict.kind} ({verdict.rule}): {verdict.because}\n")

"""Paraphrase: do two sentences of the press say the same?

Enters: `shared/data/mrpc` (Dolan and Brockett 2005), every sixth row of its training part.
Leaves: `Score`s: of the paraphrases, the share that the ledger sets side by side; of the pairs it
says to be the same, the share that people took for paraphrases; balanced accuracy of "the same".

The two are collated as two accounts. Peer, on the same rows: the cosine of TF-IDF vectors, its
threshold set on other rows.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache

from quality.score import Score, shared
from quality.text_pairs import Pair, Row, balanced, rows, score, shares
from quality.text_pairs_peers import beside, tf_idf

EVERY = 6


@cache
def found() -> tuple[Row, ...]:
    """Return every sixth row with what the ledger says of it."""
    return rows("mrpc", pairs())


def pairs() -> Iterator[Pair]:
    """Yield every sixth row; each is a text of its own."""
    path = shared("data/mrpc/msr_paraphrase_train.txt")
    if path is None:
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        cases = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    for quality, one, other, left, right in cases[::EVERY]:
        yield Pair(f"{one}-{other}", left, right, "same" if quality == "1" else "other")


def is_same(row: Row) -> bool:
    return row.gold == "same"


def said_same(row: Row) -> bool:
    return row.answer == "same"


def scores() -> list[Score]:
    if not found():
        return []
    ours = score("paraphrase.mrpc.same.balanced", found(), balanced(is_same, said_same))
    likeness = tf_idf([text for row in found() for text in (row.pair.left, row.pair.right)])
    return [
        *shares("paraphrase.mrpc.met", found(), is_same, lambda row: row.met),
        *shares("paraphrase.mrpc.same.right", found(), said_same, is_same),
        beside(ours, found(), [is_same(row) for row in found()], likeness),
    ]

"""Claims: do claims of two articles meet, and is what is said of them right?

Enters: `shared/data/claimdiff` (Ko and others 2022) and `shared/data/healthver` (Sarrouti and others
2021), a third of the rows each, by a checksum. Leaves: `Score`s. ClaimDiff: of the pairs in which
one claim strengthens or weakens the other, the share that meets; of the others, the share of which
nothing is said. HealthVer: of the pairs in which the evidence supports or refutes the claim, the
share that meets; of what is said to be the same or to differ, the share that is so; the refuted
claims of which a difference is told.

The two texts are collated as two accounts. For measuring only: no rule was read off these rows.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import cache
from zlib import crc32

from quality.score import Score, shared
from quality.text_pairs import Pair, Row, rows, shares

PART = 3
GOLD = {"Supports": "same", "Refutes": "changed", "Neutral": "apart"}


def is_taken(name: str) -> bool:
    """Say whether a row is in the third that is measured, by its id."""
    return crc32(name.encode("utf-8")) % PART == 0


@cache
def articles() -> tuple[Row, ...]:
    """Return the rows of ClaimDiff, named by their topic, with what the ledger says."""
    return rows("claimdiff", _articles())


def _articles() -> Iterator[Pair]:
    folder = shared("data/claimdiff")
    if folder is None:
        return
    cases, related = {}, set()
    for name in ("strength", "weak"):
        path = folder / f"ClaimDiff-{name}-train.json"
        for case in json.loads(path.read_text(encoding="utf-8"))["data"]:
            cases[case["pair_id"]] = case
            related |= {case["pair_id"]} if case["relation"] else set()
    for key in sorted(filter(is_taken, cases)):
        case = cases[key]
        gold = "related" if key in related else "apart"
        yield Pair(case["topic"], case["claim_a"], case["claim_b"], gold)


@cache
def health() -> tuple[Row, ...]:
    """Return the rows of HealthVer, named by their claim, with what the ledger says."""
    return rows("healthver", _health())


def _health() -> Iterator[Pair]:
    path = shared("data/healthver/healthver_dev.csv")
    if path is None:
        return
    with path.open(encoding="utf-8", newline="") as file:
        for number, case in enumerate(csv.DictReader(file)):
            if is_taken(str(number)):
                yield Pair(case["claim"], case["claim"], case["evidence"], GOLD[case["label"]])


def is_related(row: Row) -> bool:
    return row.gold in ("related", "same", "changed")


def is_said(row: Row) -> bool:
    return row.answer in ("same", "differs")


def is_right(row: Row) -> bool:
    return row.gold == ("same" if row.answer == "same" else "changed")


def was_refuted(row: Row) -> bool:
    return row.gold == "changed"


def scores() -> list[Score]:
    return [
        *shares("claims.claimdiff.met", articles(), is_related, lambda row: row.met),
        *shares(
            "claims.claimdiff.left_apart",
            articles(),
            lambda row: not is_related(row),
            lambda row: not is_said(row),
        ),
        *shares("claims.healthver.met", health(), is_related, lambda row: row.met),
        *shares("claims.healthver.said.right", health(), is_said, is_right),
        *shares(
            "claims.healthver.refuted.told",
            health(),
            was_refuted,
            lambda row: row.answer == "differs",
        ),
    ]

"""Invented pairs: statements of two invented accounts, with what they say of each other.

Enters: `shared/judge_pairs/2-*.jsonl`, a third of the rows by a checksum. Leaves: `Row`s. It is no
scorer: `quality.verdicts` counts rules on them. The files `1-*` are left out, since what is alike in
them is alike in no press.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from quality.claims import is_taken
from quality.score import shared
from quality.text_pairs import Pair, Row, rows

GOLD = {"not comparable": "apart", "part": "apart"}


@cache
def found() -> tuple[Row, ...]:
    """Return every row with what the ledger says of it."""
    folder = shared("judge_pairs")
    return () if folder is None else rows("invented", pairs(folder))


def pairs(folder: Path) -> Iterator[Pair]:
    """Yield the pairs that are taken, named by their story."""
    for path in sorted(folder.glob("2-*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            case = json.loads(line)
            if is_taken(f"{path.name} {number}"):
                gold = GOLD.get(case["relation"], case["relation"])
                yield Pair(case["story"], case["left"], case["right"], gold)

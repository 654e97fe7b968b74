"""Invented pairs: statements of two invented accounts, with what they say of each other.

Enters: `quality/pairs/*.jsonl` and `shared/judge_pairs/2-*.jsonl`, a third of the rows by a checksum. Leaves:
`Row`s. It is no scorer: `quality.verdicts` counts rules on them. The shared files `1-*` are left out, since
what is alike in them is alike in no press.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from quality.claims import is_taken
from quality.score import shared
from quality.text_pairs import Pair, Row, rows

OURS = Path(__file__).with_name("pairs")
GOLD = {"not comparable": "apart", "part": "apart"}


@cache
def found() -> tuple[Row, ...]:
    """Return every row with what the ledger says of it."""
    beside = shared("judge_pairs")
    files = [*OURS.glob("*.jsonl"), *(beside.glob("2-*.jsonl") if beside else ())]
    return rows("invented", pairs(files))


def pairs(files: Iterable[Path]) -> Iterator[Pair]:
    """Yield the pairs that are taken, named by their story."""
    for path in sorted(files, key=lambda path: path.name):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            case = json.loads(line)
            if is_taken(f"{path.name} {number}"):
                gold = GOLD.get(case["relation"], case["relation"])
                yield Pair(case["story"], case["left"], case["right"], gold)

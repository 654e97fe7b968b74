"""SummEdits: does a sentence still say what the text says, after small edits?

Enters: `shared/data/summedits` (Laban and others 2023; six kinds of text, about 120 rows each of
four texts). Leaves: `Score`s: balanced accuracy for news and, averaged, for the other kinds.

A row is called changed where a verdict says that its readings differ in sense, figure or scope,
or that a part of it has no like in the text. Peer: the best threshold, on these very rows, over
the cosine of sentence vectors.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from quality.score import Score, shared
from quality.textual import Compared, balanced, compared, cuts, nearest, studied
from variorum.records import Verdict

KINDS = ("news", "ectsum", "podcast", "qmsumm", "samsum", "scitldr")
CHANGED = frozenset({"contradicted", "figure differs", "sense differs", "scope differs"})
EVERY = 2
"""Of the other kinds every second row is scored, so that the scorer stays quick."""
TEXT, SUMMARY = "a-text", "b-summary"


class Row(Struct, frozen=True):
    """A sentence held against its text: whether it was changed, and what the steps found."""

    id: str
    changed: bool
    found: Compared

    @property
    def tells(self) -> list[Verdict]:
        """Return the verdicts by which the row is called changed."""
        return [v for v in (*self.found.about(SUMMARY), *self.found.counted) if tells(v)]


def tells(verdict: Verdict) -> bool:
    """Tell whether a verdict says that the sentence says something else than the text."""
    own = verdict.rule == "own_detail" and verdict.left.account == SUMMARY
    return verdict.kind in CHANGED or own


@cache
def rows(kind: str, every: int = 1) -> tuple[Row, ...]:
    """Return every n-th row of one kind of text; each text and each sentence is studied once."""
    path = shared(f"data/summedits/summedits_{kind}.dev.json")
    if path is None:
        return ()
    cases = json.loads(path.read_text(encoding="utf-8"))
    texts = {text: studied(TEXT, text) for text in sorted({case["doc"] for case in cases})}
    return tuple(
        Row(
            case["id"],
            not case["label"],
            compared(texts[case["doc"]], studied(SUMMARY, case["summary"])),
        )
        for case in cases[::every]
    )


def scores() -> list[Score]:
    if not rows("news"):
        return []
    news, *others = (_measured(rows(kind, _every(kind))) for kind in KINDS)
    mean = [sum(values) / len(others) for values in zip(*others, strict=True)]
    count = sum(len(rows(kind, _every(kind))) for kind in KINDS[1:])
    return [
        _score("summedits.news.balanced", news, len(rows("news"))),
        _score("summedits.others.balanced", mean, count),
    ]


def _every(kind: str) -> int:
    return 1 if kind == "news" else EVERY


def _measured(found: Sequence[Row]) -> tuple[float, float]:
    """Return our balanced accuracy and the best that sentence vectors reach on the same rows."""
    gold = [row.changed for row in found]
    likeness = [nearest(row.found.right, row.found.left) for row in found]
    best = max(balanced(gold, [value < cut for value in likeness]) for cut in cuts(likeness))
    return balanced(gold, [bool(row.tells) for row in found]), best


def _score(key: str, measured: Sequence[float], count: int) -> Score:
    ours, peer = measured
    return Score(
        key=key,
        value=round(ours, 1),
        rows=count,
        peer="sentence vectors, best threshold",
        peer_value=round(peer, 1),
        peer_basis="same rows",
    )


def main(kinds: Sequence[str]) -> None:
    """Print every row that was called otherwise than its label, with the rules that fired."""
    for kind in kinds or KINDS[:1]:
        for row in rows(kind):
            if bool(row.tells) != row.changed:
                print(f"{row.id}: {'missed' if row.changed else 'not changed'}")
                for verdict in row.found.about(SUMMARY):
                    print(f"    {verdict.kind} ({verdict.rule}): {verdict.because}")


if __name__ == "__main__":
    main(sys.argv[1:])

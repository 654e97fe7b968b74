"""The page of scores (`docs/how-well.md`), made from a run of every scorer.

Enters: what the gate measured, and the floors. Leaves: Markdown. `python -m quality.gate --page` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from quality.score import Score

if TYPE_CHECKING:
    from quality.gate import Floors, Ran

PAGE = Path(__file__).parents[1] / "docs" / "how-well.md"
HEAD = """# How well it works

Every number here was measured by `make quality`, which anybody with the labelled data can run again; it
writes this page with `python -m quality.gate --page`. Scores are 0 to 100. A **floor** is what a change may not
fall below. A **peer** is what another program or published method reaches; only "same rows" was run
on the very rows of ours, in the same run. [Quality](quality.md) says what exact, overlap and the rest mean,
and how to cite a number.

Rules were tuned on most of these rows. Expect less on texts that nobody here has seen.
"""


def page(ran: Iterable[Ran], floors: Floors) -> str:
    """Return the page: one table for each scorer, in the order they ran."""
    return HEAD + "".join(_section(one, floors.get(one.scorer, {})) for one in ran)


def keys(text: str) -> list[str]:
    """Return the keys of the scores that a page tells."""
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def _section(ran: Ran, floors: Mapping[str, float]) -> str:
    if not ran.scores:
        return ""
    purpose = (import_module(f"quality.{ran.scorer}").__doc__ or "").strip().split("\n\n")[0]
    rows = "\n".join(_row(score, floors.get(score.key)) for score in ran.scores)
    return (
        f"\n## {ran.scorer.replace('_', ' ').capitalize()}\n\n{purpose}\n\n"
        f"| score | value | floor | rows | peer |\n|---|---|---|---|---|\n{rows}\n"
    )


def _row(score: Score, floor: float | None) -> str:
    held = "" if floor is None else f"{floor:.1f}"
    return f"| `{score.key}` | {score.value:.1f} | {held} | {score.rows} | {peer(score)} |"


def peer(score: Score) -> str:
    """Return a score's peer, its number and what it was measured on, as far as there is one."""
    if score.peer is None:
        return ""
    number = "" if score.peer_value is None else f" {score.peer_value:.1f}"
    return f"{score.peer}{number}" + (f" ({score.peer_basis})" if score.peer_basis else "")

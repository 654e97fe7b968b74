"""The page of scores (`docs/how-well.md`), made from a run of every scorer.

Enters: what the gate measured, and the floors. Leaves: Markdown. `python -m quality.gate --page` writes it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from quality.score import Score

if TYPE_CHECKING:
    from quality.gate import Floors, Ran

PAGE = Path(__file__).parents[1] / "docs" / "how-well.md"
HEAD = """# Every score

Every number here was measured by `make quality`, which writes this page with `python -m quality.gate --page`; anybody with
the labelled data can run it again. If you want the answer in plain words, read
[how far you can rely on it](reliable.md) instead.

Scores run from 0 to 100; higher is better. A **floor** is what a change may not fall below. A **peer** is what another
program or published method reaches; compare only those marked "same rows", which were run on the same rows in the same run.
[Quality](quality.md) says what exact, overlap and the rest mean, and how to cite a number.

**95 of 100** is the range in which 95 of 100 such measurements would fall if other texts of the same kind had been drawn.
Errors in **work** texts may be read while rules are written; **watch** texts are only counted (`quality/halves.py` splits
them). If no halves are given, rules were tuned on most of these rows: expect less on texts that nobody here has seen.
"""


def page(ran: Iterable[Ran], floors: Floors, before: str = "") -> str:
    """Return the page: one table for each scorer, in the order of their names.

    The sections of `before`, an older page, stand for scorers that did not run.
    """
    made = {_title(one.scorer): _section(one, floors.get(one.scorer, {})) for one in ran}
    kept = {part.partition("\n")[0]: f"\n## {part}" for part in before.split("\n## ")[1:]}
    sections = {**kept, **made}
    return HEAD + "".join(sections[title] for title in sorted(sections))


def keys(text: str) -> list[str]:
    """Return the keys of the scores that a page tells."""
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


def _section(ran: Ran, floors: Mapping[str, float]) -> str:
    if not ran.scores:
        return ""
    purpose = (import_module(f"quality.{ran.scorer}").__doc__ or "").strip().split("\n\n")[0]
    rows = "\n".join(_row(score, floors.get(score.key)) for score in ran.scores)
    return (
        f"\n## {_title(ran.scorer)}\n\n{purpose}\n\n"
        "| score | value | 95 of 100 | work | watch | floor | rows | peer |\n"
        f"|---|---|---|---|---|---|---|---|\n{rows}\n"
    )


def _title(scorer: str) -> str:
    return scorer.replace("_", " ").capitalize()


def _row(score: Score, floor: float | None) -> str:
    held = "" if floor is None else f"{floor:.1f}"
    halves = " | ".join("" if v is None else f"{v:.1f}" for v in (score.work, score.watch))
    return (
        f"| `{score.key}` | {score.value:.1f} | {within(score)} | {halves} | {held} |"
        f" {score.rows} | {peer(score)} |"
    )


def within(score: Score) -> str:
    """Return the interval of a score in whole points, or nothing where it has none."""
    if score.interval is None:
        return ""
    low, high = score.interval
    return f"{math.floor(low)} to {math.ceil(high)}"


def peer(score: Score) -> str:
    """Return a score's peer, its number and what it was measured on, as far as there is one."""
    if score.peer is None:
        return ""
    number = "" if score.peer_value is None else f" {score.peer_value:.1f}"
    return f"{score.peer}{number}" + (f" ({score.peer_basis})" if score.peer_basis else "")

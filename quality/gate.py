"""The quality gate: every scorer's numbers beside their floors and their peers.

Enters: `quality/*.py` modules that have a `scores()`, and `floors.json`. Leaves: a table, and exit
code 1 where a number is below its floor or a floor has no number any more.

    python -m quality.gate               print every score
    python -m quality.gate --only names  print one scorer's
    python -m quality.gate --set         raise floors to just below what was measured; never lower
    python -m quality.gate --page        write the page of scores, docs/how-well.md; with --only,
                                         the sections of the scorers that ran
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path

from msgspec import Struct

from quality.page import PAGE, page, peer, within
from quality.score import SHARED, Score

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
MARGIN = 0.5
"""Points below the measured number at which `--set` puts a floor: libraries differ a little
from one processor to another."""
FEWEST_ROWS = 30
FEWEST_TEXTS = 12
"""Rows, and texts they are from, below which `--set` puts no new floor: a few tell too little."""
JOBS = 2

Floors = dict[str, dict[str, float]]
"""Floors by scorer and key, 0 to 100."""


class Ran(Struct, frozen=True):
    """What one scorer measured, the seconds it took, and what else it has to tell in lines."""

    scorer: str
    scores: tuple[Score, ...]
    seconds: float
    more: str = ""


def scorers(folder: Path = HERE) -> list[str]:
    """Return the names of the modules that define a `scores` function, in order."""
    return [
        path.stem
        for path in sorted(folder.glob("*.py"))
        if "\ndef scores(" in path.read_text(encoding="utf-8")
    ]


def run(scorer: str) -> Ran:
    """Return what a scorer measures now."""
    started = time.perf_counter()
    module = import_module(f"quality.{scorer}")
    measured = tuple(module.scores())
    more = module.table() if measured and hasattr(module, "table") else ""
    return Ran(scorer, measured, time.perf_counter() - started, more)


def floors() -> Floors:
    """Return the floors as they are kept."""
    found: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    return found


def shortfalls(ran: Ran, kept: Floors, *, data_is_here: bool) -> list[str]:
    """Return a sentence for each floor that does not hold.

    A floor without a number does not hold either, unless the labelled data is not here.
    """
    values = {score.key: score.value for score in ran.scores}
    found = []
    for key, floor in sorted(kept.get(ran.scorer, {}).items()):
        if key in values and not values[key] >= floor:
            found.append(f"{key} is {values[key]:.2f}, below its floor {floor:.2f}")
        elif key not in values and data_is_here:
            found.append(f"{key} has a floor {floor:.2f} but was not measured")
    return found


def raised(kept: Floors, ran: Iterable[Ran]) -> Floors:
    """Return floors raised to `MARGIN` below what was measured; none is lowered or dropped.

    Numbers of a handful of rows or texts get no floor.
    """
    new = {scorer: dict(keys) for scorer, keys in kept.items()}
    for one in ran:
        for score in filter(is_enough, one.scores):
            floor = round(score.value - MARGIN, 1)
            keys = new.setdefault(one.scorer, {})
            keys[score.key] = max(floor, keys.get(score.key, 0.0))
    return {scorer: dict(sorted(new[scorer].items())) for scorer in sorted(new) if new[scorer]}


def is_enough(score: Score) -> bool:
    """Say whether a number rests on enough rows, of enough texts, to carry a floor."""
    texts = FEWEST_TEXTS if score.texts is None else score.texts
    return score.rows >= FEWEST_ROWS and texts >= FEWEST_TEXTS


def table(ran: Ran, kept: Floors) -> str:
    """Return a scorer's numbers as lines of text."""
    lines = [f"{ran.scorer}  ({ran.seconds:.0f} s)"]
    for score in ran.scores:
        floor = kept.get(ran.scorer, {}).get(score.key)
        beside = "" if floor is None else f"{floor:6.1f}"
        lines.append(
            f"  {score.key:<52}{score.value:7.1f}{within(score):>12}{_half(score.work):>7}"
            f"{_half(score.watch):>7}{beside:>8}{score.rows:>8}  {peer(score)}"
        )
    return "\n".join([*lines, *ran.more.splitlines()]).rstrip()


def _half(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def measure(names: Sequence[str]) -> list[Ran]:
    """Run scorers, each in a process of its own, and print each as soon as it is done."""
    kept = floors()
    print(
        f"  {'':<52}{'score':>7}{'95 of 100':>12}{'work':>7}{'watch':>7}{'floor':>8}{'rows':>8}"
        "  peer (measured on)"
    )
    done = []
    with ProcessPoolExecutor(
        JOBS, mp_context=get_context("spawn"), max_tasks_per_child=1
    ) as processes:
        for ran in processes.map(run, names):
            print(table(ran, kept), flush=True)
            done.append(ran)
    return done


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, compare; return the exit code."""
    parser = argparse.ArgumentParser(prog="quality.gate", description=__doc__.split("\n")[0])
    parser.add_argument("--only", action="append", metavar="SCORER", choices=scorers())
    parser.add_argument("--set", action="store_true", help="raise floors; never lower one")
    parser.add_argument("--page", action="store_true", help="write what ran into the page")
    chosen = parser.parse_args(arguments)
    ran = measure(chosen.only or scorers())
    kept = floors()
    failed = [line for one in ran for line in shortfalls(one, kept, data_is_here=SHARED.exists())]
    if not chosen.only:
        gone = sorted(set(kept) - {one.scorer for one in ran})
        failed += [f"floors.json has floors for {name}, which measures no more" for name in gone]
    for line in failed:
        print(f"BELOW: {line}")
    if chosen.set and not failed:
        FLOORS.write_text(json.dumps(raised(kept, ran), indent=2) + "\n", encoding="utf-8")
    if chosen.page and not failed:
        before = PAGE.read_text(encoding="utf-8") if chosen.only else ""
        PAGE.write_text(page(ran, floors(), before), encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

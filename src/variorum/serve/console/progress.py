"""Progress: what a run is doing and how long it will still take.

Enters: a journey's reports (step, done, total). Leaves: a bar for each step on stderr, drawn only
where that is a terminal.

The bars are drawn by a thread of their own, so that a step that says nothing for a while still
shows that it runs: its clock goes on and its spinner turns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn, TaskID

STEP_WORDS = {
    "retrieve": "Retrieving the addresses",
    "read": "Reading the accounts",
    "study": "Finding who says what",
    "link": "Linking names and events",
    "ask": "Asking a larger judge",
    "compare": "Comparing the accounts",
    "again": "Adding what another run found",
    "check": "Checking against the record",
}
"""What a step does, in words."""
WAITING_FOR = {
    "read": "Loading the models",
    "study": "Gathering what was found",
    "link": "Preparing to compare",
    "compare": "Weighing the findings",
}
"""What happens between a step's end and the next report: it has no measure, only a clock."""


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give a callback (step, rows done, rows in all) that draws one bar a step on stderr."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(*_columns(), console=console, disable=not console.is_terminal) as bars:
        drawn = Bars(bars)
        yield drawn.report
        drawn.between("")


class Bars:
    """One bar a step, and one without measure for what happens between two steps."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._steps: dict[str, TaskID] = {}
        self._between = bars.add_task("Starting", total=None)

    def report(self, step: str, done: int, total: int) -> None:
        """Draw how far a step is; one of a single row has no measure until it is done."""
        if step not in self._steps:
            self._steps[step] = self._bars.add_task(STEP_WORDS.get(step, step), total=None)
        known = total if total > 1 or done >= total else None
        self._bars.update(self._steps[step], completed=done, total=known)
        self.between(WAITING_FOR.get(step, "") if done >= total else "")

    def between(self, doing: str) -> None:
        """Say what happens until the next report; nothing, if `doing` is empty."""
        self._bars.remove_task(self._between)
        self._between = self._bars.add_task(doing, total=None, visible=bool(doing))


def _columns() -> tuple[ProgressColumn, ...]:
    from rich import progress as rich

    return (
        rich.SpinnerColumn(finished_text="✓"),
        rich.TextColumn("{task.description:<26}"),
        rich.BarColumn(bar_width=20),
        rich.TaskProgressColumn(),
        rich.TimeElapsedColumn(),
        rich.TimeRemainingColumn(compact=True),
    )

"""Progress: each step in words, with its clock; what happens between two steps too."""

from __future__ import annotations

import io

from rich.console import Console
from rich.progress import Progress

from variorum.serve.console.progress import Bars, progress


def drawn() -> tuple[Bars, Progress]:
    bars = Progress(console=Console(file=io.StringIO()), auto_refresh=False)
    return Bars(bars), bars


def lines(bars: Progress) -> list[tuple[str, float, float | None]]:
    return [(t.description, t.completed, t.total) for t in bars.tasks if t.visible]


def test_a_step_says_what_it_does_and_how_far_it_is() -> None:
    steps, bars = drawn()
    steps.report("study", 3, 12)
    assert lines(bars) == [("Finding who says what", 3, 12)]


def test_a_step_of_one_row_has_no_measure_until_it_is_done() -> None:
    steps, bars = drawn()
    steps.report("link", 0, 1)
    assert lines(bars) == [("Linking names and events", 0, None)]


def test_between_two_steps_something_is_said_to_go_on() -> None:
    steps, bars = drawn()
    steps.report("compare", 2, 2)
    assert lines(bars)[-1] == ("Weighing the findings", 0, None)


def test_nothing_is_drawn_where_there_is_no_terminal(capsys) -> None:  # type: ignore[no-untyped-def]
    with progress() as report:
        report("read", 1, 2)
    assert capsys.readouterr().err == ""

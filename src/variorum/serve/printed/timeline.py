"""The timeline on a screen: days on the left, what happened or is told of on the right.

Enters: `ChronicleLine` lines. Leaves: lines on a `Terminal`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from variorum.report.lists.chronicle import ChronicleLine
from variorum.serve.console.terminal import (
    Terminal,
    account_heading,
    marked_place,
    one_line,
    styled,
)

WHAT = {"event": "event", "publication": "published", "moment": "told"}
"""What a line is, in a word."""


def show(lines: Sequence[ChronicleLine]) -> None:
    """Print lines under their days, earliest first."""
    terminal = Terminal()
    for dates, group in groupby(lines, key=lambda line: line.dates):
        terminal.line(styled((dates.replace("T", " "), "bold")))
        for line in group:
            _print(terminal, line)
    if not lines:
        terminal.line("Nothing falls on these days.")
        return
    terminal.line()
    told = {what: sum(line.what == what for line in lines) for what in WHAT}
    terminal.line(", ".join(f"{what}s: {number}" for what, number in told.items()), style="dim")


def _print(terminal: Terminal, line: ChronicleLine) -> None:
    start = f"  {WHAT[line.what]:<9}  "
    if line.what == "event":
        many = "1 account" if len(line.accounts) == 1 else f"{len(line.accounts)} accounts"
        terminal.line(styled((one_line(line.label), "cyan"), f"  ({many})"), start=start)
    elif line.what == "publication":
        terminal.line(styled((account_heading(line.label), "green"), _by(line)), start=start)
    else:
        terminal.line(styled((account_heading(line.label), "green"), _by(line)), start=start)
        if line.passage and line.place:
            words = marked_place(line.passage, [line.place], "bold")
            terminal.line(words, start=" " * len(start))


def _by(line: ChronicleLine) -> str:
    """Say what a date rests on, where it does not say itself."""
    return f"  (dated by: {one_line(line.ground)})" if line.ground and line.earliest else ""

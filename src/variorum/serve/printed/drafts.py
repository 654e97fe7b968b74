"""Drafts on a screen: each sentence that somebody must look at, why, and the source's words.

Enters: `DraftLine`s. Leaves: lines on a `Terminal`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from variorum.report.lists.drafted import DraftLine, summary
from variorum.serve.console.terminal import (
    Terminal,
    account_heading,
    one_line,
    quoted,
    styled,
)
from variorum.trace.drafts.assessments import FLAGGED

VERDICT_STYLES = {
    "differs": "bold yellow",
    "not found": "bold red",
    "in another source": "bold yellow",
    "cannot tell": "bold cyan",
}


def show(
    lines: Sequence[DraftLine], told: Sequence[DraftLine], *, everything: bool = False
) -> None:
    """Print, draft by draft, the sentences of `lines` that are flagged, what flags them, and the summary.

    `told` are all lines, those that nobody asked for too. With `everything` all of `lines` is printed.
    """
    terminal = Terminal()
    for draft, found in groupby(told, key=lambda line: line.draft):
        mine = list(found)
        for sentence in (line for line in mine if line.kind == "sentence" and line in lines):
            if everything or sentence.verdict in FLAGGED:
                _print(terminal, sentence, mine, everything=everything)
        terminal.line(f"{account_heading(draft)}: {summary(mine)}", style="bold")
        open_ones = sum(
            1 for one in mine if one.kind == "sentence" and one.verdict == "cannot tell"
        )
        if open_ones and not everything:
            terminal.line("What the sources do not settle is listed with --all.", hang=2)


def _print(
    terminal: Terminal, sentence: DraftLine, mine: Sequence[DraftLine], *, everything: bool
) -> None:
    style = VERDICT_STYLES.get(sentence.verdict, "bold green")
    terminal.line(styled((sentence.verdict, style), "  ", quoted(sentence.place.text)), hang=2)
    parts = [one for one in mine if one.kind != "sentence" and one.place.overlaps(sentence.place)]
    shown = parts if everything else [one for one in parts if one.verdict in FLAGGED]
    for one in shown or [sentence]:
        _part(terminal, one, whole=one is sentence)
    if shown and everything:
        _part(terminal, sentence, whole=True)
    terminal.line()


def _part(terminal: Terminal, one: DraftLine, *, whole: bool) -> None:
    if not whole:
        told = styled(
            (one.verdict, VERDICT_STYLES.get(one.verdict, "bold green")),
            "  ",
            one_line(one.place.text),
        )
        terminal.line(told, start=f"  {one.kind:<9}  ")
    terminal.line(one_line(one.because), start="  because    ")
    if one.words is not None:
        name = f"{account_heading(one.source or '')}  "
        terminal.line(styled((name, "green"), quoted(one.words.text)), start="  source     ")

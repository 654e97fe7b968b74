"""Drafts on a screen: each sentence that somebody must look at, why, and the source's words.

Enters: `DraftLine`s. Leaves: lines on a `Terminal`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from variorum.report.lists.drafted import DraftLine, summary
from variorum.serve.console.terminal import (
    Terminal,
    account_heading,
    marked_within,
    one_line,
    quoted,
    styled,
)
from variorum.trace.drafts.assessments import FLAGGED
from variorum.trace.drafts.by_place import by_place

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
    chosen = {line.place for line in lines if line.kind == "sentence"}
    for draft, found in groupby(told, key=lambda line: line.draft):
        mine = list(found)
        sentences = [line for line in mine if line.kind == "sentence"]
        parts = by_place((line for line in mine if line.kind != "sentence"), attrgetter("place"))
        for sentence in (line for line in sentences if line.place in chosen):
            if everything or sentence.verdict in FLAGGED:
                inside = parts.meeting(sentence.place)
                _print(terminal, sentence, inside, everything=everything)
        terminal.line(f"{account_heading(draft)}: {summary(mine)}", style="bold")
        unsettled = sum(one.verdict == "cannot tell" for one in sentences)
        if unsettled and not everything:
            terminal.line(_to_read(unsettled), hang=2)


def _beside(one: DraftLine) -> str:
    """Say what the words of a source are: they settle something, or are only the nearest there are."""
    return "nearest" if (one.kind, one.verdict) == ("sentence", "cannot tell") else "source"


def _to_read(unsettled: int) -> str:
    """Say what is left for a person to look up."""
    if unsettled == 1:
        return "Read for yourself the sentence that the sources do not settle: --all lists it."
    return f"Read for yourself the {unsettled} sentences that the sources do not settle: --all lists them."


def _print(
    terminal: Terminal, sentence: DraftLine, parts: Sequence[DraftLine], *, everything: bool
) -> None:
    style = VERDICT_STYLES.get(sentence.verdict, "bold green")
    terminal.line(styled((sentence.verdict, style), "  ", quoted(sentence.place.text)), hang=2)
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
        name = styled((f"{account_heading(one.source or '')}  ", "green"))
        whole_sentence = one.around or one.words
        style = "bold" if whole_sentence.text != one.words.text else ""
        words = marked_within(whole_sentence, one.words, style)
        terminal.line(name + words, start=f"  {_beside(one):<9}  ")

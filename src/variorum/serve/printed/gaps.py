"""Differences of two ledgers on a screen: what was gained, lost, and is said otherwise.

Enters: `Gap`s. Leaves: lines on a `Terminal`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from variorum.folding import cut
from variorum.report.lists.ledger_diff import Gap
from variorum.serve.console.terminal import Terminal, one_line, styled

MOST_PRINTED = 20
"""Differences of one kind of record that are printed; --all and --json have every one."""
LONGEST_GAP = 200
CHANGE_SIGNS = {"gained": ("+", "green"), "lost": ("-", "red"), "changed": ("~", "yellow")}
CHANGE_ORDER = ("changed", "lost", "gained")


def show(gaps: Sequence[Gap], *, everything: bool = False) -> None:
    """Print differences by kind of record: "+" gained, "-" lost, "~" said otherwise.

    What came or went with an account is counted; with `everything` it is printed too.
    """
    terminal = Terminal()
    if not gaps:
        terminal.line("The two ledgers say the same.")
    for record, group in groupby(gaps, key=lambda gap: gap.record):
        of_kind = sorted(group, key=lambda gap: CHANGE_ORDER.index(gap.which))
        counts = ((which, sum(g.which == which for g in of_kind)) for which in CHANGE_ORDER[::-1])
        told = ", ".join(f"{number} {which}" for which, number in counts if number)
        terminal.line(styled((f"{record}s", "bold"), f"  {told}"))
        own = of_kind if everything else [gap for gap in of_kind if not gap.with_account]
        shown = own if everything else own[:MOST_PRINTED]
        for gap in shown:
            _print(terminal, gap)
        if len(own) < len(of_kind):
            told = f"… {len(of_kind) - len(own)} came or went with their accounts: --all"
            terminal.line(told, start="  ", style="dim")
        if len(shown) < len(own):
            terminal.line(f"… and {len(own) - len(shown)} more: --all", start="  ", style="dim")
        terminal.line()


def _print(terminal: Terminal, gap: Gap) -> None:
    sign, colour = CHANGE_SIGNS[gap.which]
    about = cut(one_line(gap.about), LONGEST_GAP)
    start = f"  {sign} "
    if gap.which != "changed":
        says = cut(one_line(gap.was or gap.now or ""), LONGEST_GAP)
        terminal.line(styled((about, colour), f"  {says}"), start=start)
        return
    terminal.line(styled((about, colour)), start=start)
    terminal.line(cut(one_line(gap.was or ""), LONGEST_GAP), start="      was  ")
    terminal.line(cut(one_line(gap.now or ""), LONGEST_GAP), start="      now  ")

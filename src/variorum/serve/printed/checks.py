"""Checks on a screen: the quotation over the record's words, and how they differ.

Enters: `Checked` lines. Leaves: lines on a `Terminal`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from variorum.folding import cut
from variorum.records import Change
from variorum.report.lists.checked import Checked, tally
from variorum.serve.console.terminal import (
    Terminal,
    account_heading,
    marked_place,
    one_line,
    quoted,
    styled,
)

LONGEST_QUOTATION = 600
"""Characters of a quotation: what differs must be seen."""
MOST_CHANGES_PRINTED = 6
ALWAYS_LISTED = 5
"""So many quotations without a check are always listed."""
CHANGED = "bold red"
KIND_STYLES = {"verbatim": "bold green", "edited": "bold green", "differs": "bold yellow"}


def show(lines: Sequence[Checked], *, everything: bool = False) -> None:
    """Print each check, then how many quotations were held against nothing.

    With `everything` those are printed too.
    """
    terminal = Terminal()
    held = [line for line in lines if line.kind is not None]
    unheld = [line for line in lines if line.kind is None]
    for line in held:
        _print(terminal, line)
    listed = everything or len(unheld) <= ALWAYS_LISTED
    for line in unheld if listed else ():
        _print_unheld(terminal, line)
    found = ", ".join(f"{kind}: {number}" for kind, number in tally(list(lines)).items())
    terminal.line(found or "No quotation was checked against a record.", style="bold")
    if not listed:
        for reason, number in sorted(Counter(line.because for line in unheld).items()):
            many = "1 quotation was" if number == 1 else f"{number} quotations were"
            terminal.line(f"{many} not checked. {reason} (--all lists them)", hang=2)


def _print(terminal: Terminal, line: Checked) -> None:
    kind = line.kind or ""
    who = f"{_on_page(line.page)}{f', {one_line(line.speaker)}' if line.speaker else ''}"
    opening = styled(
        (kind, KIND_STYLES.get(kind, "bold cyan")),
        "  ",
        (f"{account_heading(line.label)}{who}", "green"),
    )
    terminal.line(opening + styled("  (headline)" if line.headline else ""), hang=2)
    told = "title" if line.headline else "quotation"
    terminal.line(
        marked_place(line.place, line.marks, CHANGED, LONGEST_QUOTATION), start=f"  {told:<9}  "
    )
    if line.match:
        facts = [one_line(line.turn)] if line.turn else []
        facts += [f"page {line.match_page}"] if line.match_page is not None else []
        turn = f"  {', '.join(facts)}" if facts else ""
        words = marked_place(line.match, line.marks, CHANGED, LONGEST_QUOTATION)
        terminal.line(
            words + styled((turn, "dim")),
            start="  body       " if line.headline else "  record     ",
        )
    changes = _changes(line.changes)
    if changes:
        terminal.line(changes, start="  differs    ")
    terminal.line(one_line(line.because), start="  because    ")
    terminal.line()


def _on_page(page: int | None) -> str:
    return "" if page is None else f", page {page}"


def _print_unheld(terminal: Terminal, line: Checked) -> None:
    who = f"{_on_page(line.page)}{f', {one_line(line.speaker)}' if line.speaker else ''}"
    terminal.line(
        styled(("not checked", "bold"), "  ", (f"{account_heading(line.label)}{who}", "green")),
        hang=2,
    )
    terminal.line(quoted(line.place.text), start="  quotation  ")
    terminal.line(line.because, start="  because    ")
    terminal.line()


def _changes(changes: Sequence[Change]) -> str:
    """Return changes as "record → quotation", words left out or added as "–"."""
    told = [
        f"{_side(change.from_)} → {_side(change.to)}" for change in changes[:MOST_CHANGES_PRINTED]
    ]
    more = len(changes) - MOST_CHANGES_PRINTED
    return "; ".join([*told, *([f"and {more} more"] if more > 0 else [])])


def _side(words: str) -> str:
    return cut(one_line(words), 60) or "–"

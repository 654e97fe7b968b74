"""What a person sees in the terminal: progress on the way, findings at the end.

Enters: a ledger's records, a journey's progress. Leaves: text on a console; progress goes to
stderr and only where that is a terminal, so that output can be piped.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from variorum.records import (
    Account,
    Alignment,
    Event,
    Figure,
    Finding,
    Moment,
    Problem,
    Quotation,
    Record,
    Span,
)
from variorum.seams import Ledger

MOST_FINDINGS = 15
LONGEST_WORDS = 240
"""Characters of an account's words that one line shows; the page shows all."""
COUNTED: tuple[tuple[type[Record], str], ...] = (
    (Account, "accounts"),
    (Event, "events"),
    (Quotation, "quotations"),
    (Figure, "figures"),
    (Moment, "moments"),
    (Alignment, "places compared"),
)


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """Give a callback (step, rows done, rows in all) that draws one bar a step on stderr."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeElapsedColumn as Elapsed

    console = Console(stderr=True)
    columns = (TextColumn("{task.description:<8}"), BarColumn(), MofNCompleteColumn(), Elapsed())
    tasks = {}
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield report


def ordered_findings(ledger: Ledger) -> list[Finding]:
    """Return a ledger's findings, most telling first."""
    return sorted(ledger.read(Finding), key=lambda finding: (-finding.weight, finding.id))


def show(ledger: Ledger, *, most: int | None = MOST_FINDINGS) -> None:
    """Print what a ledger holds: its findings with the words they rest on, then its problems.

    `most` findings at most are printed; ``None`` prints all.
    """
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    sources = {account.id: account.outlet or account.source for account in ledger.read(Account)}
    findings = ordered_findings(ledger)
    for number, finding in enumerate(findings[:most], 1):
        _print_finding(console, number, finding, sources)
    if most is not None and len(findings) > most:
        console.print(f"… and {len(findings) - most} more: 'variorum show --all', or the page.\n")
    _print_problems(console, list(ledger.read(Problem)))
    console.print(counts(ledger), style="dim")


def counts(ledger: Ledger) -> str:
    """Return one line that says how much of each kind a ledger holds."""
    found = ((sum(1 for _ in ledger.read(kind)), name) for kind, name in COUNTED)
    return ", ".join(f"{number} {name}" for number, name in found)


def _print_finding(
    console: Console, number: int, finding: Finding, sources: dict[str, str]
) -> None:
    head = Text.assemble((f"{number:>2}  ", "dim"), (finding.kind, "bold cyan"), "  ", finding.text)
    console.print(head)
    table = Table.grid(padding=(0, 2))
    for place in _distinct(finding.places):
        table.add_row(Text(sources.get(place.account, place.account), "green"), _words(place))
    console.print(Padding(table, (0, 0, 1, 6)))


def _distinct(places: Sequence[Span]) -> list[Span]:
    return list(dict.fromkeys(places))


def _words(place: Span) -> Text:
    words = " ".join(place.text.split())
    cut = words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1] + "…"
    return Text(f"“{cut}”")


def _print_problems(console: Console, problems: Sequence[Problem]) -> None:
    if problems:
        console.print(f"What could not be done ({len(problems)}):", style="bold")
    for problem in problems[:MOST_FINDINGS]:
        console.print(Text(f"  {problem.where}: {problem.reason} ({problem.step})"))
    if len(problems) > MOST_FINDINGS:
        console.print(f"  … and {len(problems) - MOST_FINDINGS} more, all in the ledger.")

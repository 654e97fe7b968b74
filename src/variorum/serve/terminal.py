"""What a person sees in the terminal: progress on the way, findings at the end.

Enters: a ledger's records, a journey's progress. Leaves: text on a console; progress goes to
stderr and only where that is a terminal, so that output can be piped.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.console import Console
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
from variorum.report import Why, ranked
from variorum.report.material import labels
from variorum.seams import Ledger

MOST_FINDINGS = 15
MOST_PLACES = 6
LONGEST_WORDS = 240
"""Characters of an account's words that one line shows; the page shows all."""
WIDEST_LABEL = 32
PIPED_WIDTH = 100
MARGIN = " " * 6

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


def show(ledger: Ledger, *, most: int | None = MOST_FINDINGS) -> None:
    """Print what a ledger holds: its findings with the words they rest on, then its problems.

    `most` findings at most are printed; ``None`` prints all.
    """
    console = _console()
    named = labels(ledger.read(Account))
    findings = ranked(ledger)
    for number, finding in enumerate(findings[:most], 1):
        _print_finding(console, number, finding, named)
    if most is not None and len(findings) > most:
        console.print(f"… and {len(findings) - most} more: 'variorum show --all', or the page.\n")
    _print_problems(console, list(ledger.read(Problem)))
    console.print(counts(ledger), style="dim")


def explain(ledger: Ledger, answer: Why) -> None:
    """Print what a record rests on: the ground, the rule, the numbers, the words."""
    console = _console()
    named = labels(ledger.read(Account))
    head = Text(_wrapped(console, "", f"{answer.kind}  {answer.says}", indent=2))
    head.stylize("bold cyan", 0, len(answer.kind))
    console.print(head)
    scores = [f"{name} {value:g}" for name, value in answer.scores.items()]
    facts = {"because": answer.because, "rule": answer.rule, "numbers": ", ".join(scores)}
    for name, fact in facts.items():
        if fact:
            console.print(Text(_wrapped(console, f"  {name}: ", fact, indent=4)))
    for part, place in answer.evidence:
        start = f"  {part}, {_cut(named.get(place.account, place.account), WIDEST_LABEL)}: "
        console.print(Text(_wrapped(console, start, _words(place), indent=4)))
    if answer.ask:
        console.print(Text(_wrapped(console, "  ask also: ", ", ".join(answer.ask), indent=4)))


def counts(ledger: Ledger) -> str:
    """Return one line that says how much of each kind a ledger holds."""
    found = ((sum(1 for _ in ledger.read(kind)), name) for kind, name in COUNTED)
    return ", ".join(f"{name}: {number}" for number, name in found)


def _console() -> Console:
    """Return a console for stdout; lines are as long as the terminal, or a fixed width in a pipe."""
    console = Console(highlight=False, soft_wrap=True)
    if not console.is_terminal:
        console.width = PIPED_WIDTH
    return console


def _print_finding(
    console: Console, number: int, finding: Finding, named: Mapping[str, str]
) -> None:
    words = f"{finding.kind}  {finding.text}"
    head = Text(_wrapped(console, f"{number:>2}  ", words, indent=4))
    head.stylize("bold cyan", 4, 4 + len(finding.kind))
    console.print(head)
    places = list(dict.fromkeys(finding.places))
    shown = [(_cut(named.get(p.account, p.account), WIDEST_LABEL), p) for p in places[:MOST_PLACES]]
    width = max((len(label) for label, _ in shown), default=0)
    for label, place in shown:
        start = f"{MARGIN}{label:<{width}}  "
        line = Text(_wrapped(console, start, _words(place), indent=len(start)))
        line.stylize("green", len(MARGIN), len(MARGIN) + len(label))
        console.print(line)
    if len(places) > MOST_PLACES:
        console.print(f"{MARGIN}… and {len(places) - MOST_PLACES} more places", style="dim")
    console.print()


def _wrapped(console: Console, start: str, words: str, *, indent: int) -> str:
    return textwrap.fill(
        words,
        max(console.width, indent + 20),
        initial_indent=start,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )


def _words(place: Span) -> str:
    return f"“{_cut(' '.join(place.text.split()), LONGEST_WORDS)}”"


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _print_problems(console: Console, problems: Sequence[Problem]) -> None:
    if problems:
        console.print(f"What could not be done ({len(problems)}):", style="bold")
    for problem in problems[:MOST_FINDINGS]:
        words = f"{problem.where}: {problem.reason} ({problem.step})"
        console.print(Text(_wrapped(console, "  ", words, indent=4)))
    if len(problems) > MOST_FINDINGS:
        console.print(f"  … and {len(problems) - MOST_FINDINGS} more, all in the ledger.")

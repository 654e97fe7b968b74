"""Findings on a screen: each with the words it rests on; then what could not be done.

Enters: a ledger, its findings with their numbers. Leaves: lines on a `Terminal`.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.read.naming import account_labels, on_page
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
from variorum.report.reasons import Why
from variorum.report.standing import set_aside
from variorum.seams import Ledger
from variorum.serve.console.terminal import Terminal, label, one_line, quoted, styled

MOST_FINDINGS_PRINTED = 15
MOST_PLACES = 8
INDENT = " " * 6
NARROW = 90
"""Columns up to which words that are long run on under their account's name."""

KIND_WORDS: tuple[tuple[type[Record], str], ...] = (
    (Account, "accounts"),
    (Event, "events"),
    (Quotation, "quotations"),
    (Figure, "figures"),
    (Moment, "moments"),
    (Alignment, "places compared"),
)

Numbered = tuple[int, Finding]


class _Names:
    """What accounts are called, with the page where a place stands on one."""

    def __init__(self, ledger: Ledger) -> None:
        accounts = list(ledger.read(Account))
        self._labels = account_labels(accounts)
        self._paged = {account.id: account for account in accounts if account.pages}

    def of(self, place: Span) -> str:
        page = on_page(self._paged.get(place.account), place.start)
        return f"{label(self._labels.get(place.account, place.account))}{page}"


def show(
    ledger: Ledger, found: Sequence[Numbered], *, most: int | None = MOST_FINDINGS_PRINTED
) -> None:
    """Print findings under their numbers, then the ledger's problems and how much it holds.

    `most` findings at most are printed; ``None`` prints all.
    """
    terminal = Terminal()
    named = _Names(ledger)
    told = [(number, finding) for number, finding in found if not set_aside(finding)]
    for number, finding in told[:most]:
        _print_finding(terminal, number, finding, named)
    if most is not None and len(told) > most:
        terminal.line(
            f"… and {len(told) - most} more. 'variorum show --all' prints them; the page has them too."
        )
        terminal.line()
    _print_rejected(terminal, [(number, one) for number, one in found if set_aside(one)])
    _print_problems(terminal, list(ledger.read(Problem)))
    terminal.line(totals_line(ledger), style="dim")


def explain(ledger: Ledger, answer: Why) -> None:
    """Print what a record rests on: the ground, the rule, the numbers, the words."""
    terminal = Terminal()
    named = _Names(ledger)
    known = bool(answer.because) and answer.says.startswith(answer.because)
    says, because = (answer.because, "") if known else (answer.says, answer.because)
    terminal.line(styled((answer.kind, "bold cyan"), f"  {one_line(says)}"), hang=2)
    scores = [f"{name} {value:g}" for name, value in answer.scores.items()]
    facts = {"because": because, "rule": answer.rule, "numbers": ", ".join(scores)}
    for name, fact in facts.items():
        if fact:
            terminal.line(f"{name}: {one_line(fact)}", start="  ", hang=2)
    for part, place in answer.evidence:
        where = named.of(place)
        who = where if part == "place" else f"{part}, {where}"
        terminal.line(f"{who}: {quoted(place.text)}", start="  ", hang=2)
    if answer.ask:
        terminal.line(f"ask next: {' '.join(answer.ask)}", start="  ", hang=2)


def totals_line(ledger: Ledger) -> str:
    """Return one line that says how much of each kind a ledger holds."""
    found = ((sum(1 for _ in ledger.read(kind)), name) for kind, name in KIND_WORDS)
    return ", ".join(f"{name}: {number}" for number, name in found)


def _print_finding(terminal: Terminal, number: int, finding: Finding, named: _Names) -> None:
    said = f"  [{one_line(finding.decided)}]" if finding.decided else ""
    told = _without_readings(finding)
    head = styled((finding.kind, "bold cyan"), f"  {one_line(told)}", (said, "yellow"))
    terminal.line(head, start=f"{number:>2}  ")
    places = list(dict.fromkeys(finding.places))
    shown = [(named.of(p), p) for p in places[:MOST_PLACES]]
    width = max((len(name) for name, _ in shown), default=0)
    longest = max((len(quoted(place.text)) for _, place in shown), default=0)
    below = terminal.width <= NARROW and len(INDENT) + width + 2 + longest > terminal.width
    for name, place in shown:
        words = f"  {quoted(place.text)}"
        if below:
            terminal.line(styled((name, "green"), words), start=INDENT, hang=2)
        else:
            terminal.line(words.strip(), start=f"{INDENT}{name:<{width}}  ")
    if len(places) > MOST_PLACES:
        more = f"… and {len(places) - MOST_PLACES} more places"
        terminal.line(more, start=INDENT, style="dim")
    terminal.line()


def _without_readings(finding: Finding) -> str:
    """Return what a finding says; the readings that its text ends with are printed below it anyway."""
    says_it = finding.because and finding.text.startswith(finding.because)
    return finding.because if says_it and len(finding.places) <= MOST_PLACES else finding.text


def _print_rejected(terminal: Terminal, found: Sequence[Numbered]) -> None:
    if found:
        terminal.line(f"What people rejected ({len(found)}):", style="bold")
    for number, finding in found[:MOST_FINDINGS_PRINTED]:
        words = f"{finding.kind}: {one_line(finding.text)} [{one_line(finding.decided or '')}]"
        terminal.line(words, start=f"{number:>2}  ", hang=2)
    if found:
        terminal.line()


def _print_problems(terminal: Terminal, problems: Sequence[Problem]) -> None:
    if problems:
        terminal.line(f"What could not be done ({len(problems)}):", style="bold")
    for problem in problems[:MOST_FINDINGS_PRINTED]:
        words = f"{problem.where}: {one_line(problem.reason)} ({problem.step})"
        terminal.line(words, start="  ", hang=2)
    if len(problems) > MOST_FINDINGS_PRINTED:
        terminal.line(
            f"… and {len(problems) - MOST_FINDINGS_PRINTED} more, all in the ledger.", start="  "
        )

"""Events on a screen: each with its days, its steps and the accounts that tell of it.

Enters: `Material`. Leaves: lines on a `Terminal`.
"""

from __future__ import annotations

from variorum.find.matter.material import Material
from variorum.records import Event, EventStep
from variorum.report.lists.told_of import events_told
from variorum.report.timeline import short_days
from variorum.serve.console.terminal import Terminal, account_heading, one_line, styled


def show(known: Material) -> None:
    """Print events, those of most accounts first."""
    terminal = Terminal()
    for event in events_told(known):
        terminal.line(styled((one_line(event.label), "bold"), _days(event)))
        terminal.line(one_line(event.because), start="  ", style="dim")
        for step in event.steps:
            terminal.line(styled((one_line(step.label), "cyan"), _days(step)), start="  ")
            _print_accounts(terminal, known, step, "    ")
        if not event.steps:
            _print_accounts(terminal, known, event, "  ")
        terminal.line()
    terminal.line(f"events: {len(known.events)}, accounts: {len(known.accounts)}", style="dim")


def _print_accounts(
    terminal: Terminal, known: Material, told: Event | EventStep, start: str
) -> None:
    for account in told.accounts:
        source = one_line(known.accounts[account].source)
        heading = (account_heading(known.label(account)), "green")
        terminal.line(styled(heading, f"  {source}"), start=start)


def _days(told: Event | EventStep) -> str:
    return f"  {short_days(told.earliest, told.latest)}" if told.earliest else ""

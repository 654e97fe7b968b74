"""Quotations on a screen: by speaker, each with its account, its manner and its chain.

Enters: `ListedQuotation`s. Leaves: lines on a `Terminal`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from variorum.report.lists.said import ListedQuotation
from variorum.serve.console.terminal import Terminal, account_heading, one_line, quoted, styled

NOBODY = "speaker not named"


def show(found: Sequence[ListedQuotation]) -> None:
    """Print quotations, those of one speaker under the speaker's name."""
    terminal = Terminal()
    for speaker, group in groupby(found, key=lambda said: said.speaker):
        of_one = list(group)
        head = one_line(speaker or NOBODY)
        terminal.line(styled((head, "bold"), f"  {_many(len(of_one))}"))
        for said in of_one:
            _print(terminal, said)
        terminal.line()
    terminal.line(f"quotations: {len(found)}", style="dim")


def _many(number: int) -> str:
    return "1 quotation" if number == 1 else f"{number} quotations"


def _print(terminal: Terminal, said: ListedQuotation) -> None:
    page = f"page {said.page}" if said.page is not None else ""
    facts = [part for part in (page, said.manner, _cue(said), _chain(said), _sure(said)) if part]
    opening = styled((account_heading(said.label), "green"), f"  {', '.join(facts)}")
    terminal.line(opening, start="  ", hang=2)
    words = " … ".join(content.text for content in said.contents)
    terminal.line(quoted(words), start="      ")


def _cue(said: ListedQuotation) -> str:
    """Say by which words the account names the speaker and how it marks speech."""
    named = one_line(said.named) if said.named and said.named != said.speaker else ""
    cue = one_line(said.cue) if said.cue else ""
    return f"“{f'{named} … {cue}' if named and cue else named or cue}”" if named or cue else ""


def _chain(said: ListedQuotation) -> str:
    return " ".join(f"via {one_line(carrier)}" for carrier in said.chain)


def _sure(said: ListedQuotation) -> str:
    """Say how often quotations of this construction were right, where it was measured."""
    return "" if said.confidence is None else f"right {said.confidence:.0%} of the time"

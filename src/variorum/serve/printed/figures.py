"""Figures on a screen: one block a counted thing, one line a figure, and how they compare.

Enters: `Count`s. Leaves: lines on a `Terminal`.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.report.lists.choosing import search_form
from variorum.report.lists.counted import Compared, Count, Stated
from variorum.serve.console.terminal import (
    Terminal,
    account_heading,
    marked_place,
    one_line,
    styled,
)

MOST_SENTENCES = 2
"""Sentences that say why figures differ, of one comparison; `why` and the page have all."""

UNIT_SIGNS = {"percentage": "%", "fraction": ""}
"""How units are written; a fraction needs none."""
STEM = 4
"""First letters by which a unit is known in the noun that it was made from."""


def show(counts: Sequence[Count]) -> None:
    """Print counts that were compared, then figures that met no other."""
    terminal = Terminal()
    if not counts:
        terminal.line("No figure fits.")
        return
    met = [count for count in counts if count.compared]
    unmet = [count for count in counts if not count.compared]
    for count in met:
        _print_count(terminal, count)
    if unmet:
        terminal.line("Figures with nothing to compare them with", style="bold")
        terminal.line()
    for count in unmet:
        terminal.line(styled((one_line(count.counted), "bold")))
        for stated in count.figures:
            _print_figure(terminal, stated)
        terminal.line()
    figures = sum(len(count.figures) for count in counts)
    terminal.line(f"figures: {figures}, of which compared: {sum(len(c.figures) for c in met)}")


def _print_count(terminal: Terminal, count: Count) -> None:
    verdicts = list(dict.fromkeys(compared.verdict for compared in count.compared))
    told = ", ".join(verdicts)
    terminal.line(styled((one_line(count.counted), "bold"), "  ", (told, "bold cyan")))
    for stated in count.figures:
        _print_figure(terminal, stated)
    for compared in count.compared:
        _print_comparison(terminal, compared)
    terminal.line()


def _print_figure(terminal: Terminal, stated: Stated) -> None:
    by = [f"said by {one_line(stated.asserted_by)}"] if stated.asserted_by else []
    dates = [f"as of {one_line(stated.as_of)}"] if stated.as_of else []
    dates += [f"published {stated.published}"] if stated.published else []
    page = [f"page {stated.page}"] if stated.page is not None else []
    who = ", ".join([account_heading(stated.label), *page, *by, *dates])
    terminal.line(styled((amount(stated), "cyan"), "  ", (who, "green")), start="  ", hang=2)
    terminal.line(marked_place(stated.passage, [stated.place], "bold"), start="      ")


def _print_comparison(terminal: Terminal, compared: Compared) -> None:
    origins = "at most 1 origin" if compared.origins == 1 else f"at most {compared.origins} origins"
    start = f"  {compared.verdict} ({origins}): "
    reasons = [one_line(reason) for reason in compared.because[:MOST_SENTENCES]]
    more = len(compared.because) - len(reasons)
    reasons += [f"And {more} more like it: variorum why … {compared.alignment}"] if more else []
    terminal.line(start.strip() + " " + " ".join(reasons), start="  ", hang=2, style="")


def amount(stated: Stated) -> str:
    """Return a range in words, with its unit: "6,500,000 or more", "1 to 10 million euro"."""
    low, high = _number(stated.low), _number(stated.high)
    if low == high and low is not None:
        words = low
    elif low is None and high is None:
        words = _number(stated.value) or "no number"
    elif high is None:
        words = f"{low} or more"
    else:
        words = f"up to {high}" if low is None else f"{low} to {high}"
    unit = _unit(stated)
    return f"{words} {unit}" if unit else words


def _unit(stated: Stated) -> str:
    """Return the unit to be shown: one that only repeats the counted noun says nothing more."""
    unit = UNIT_SIGNS.get(stated.unit or "", stated.unit or "")
    last = search_form(unit).rsplit(" ", 1)[-1][:STEM]
    return "" if last and last in search_form(stated.counted or "") else unit


def _number(text: str | None) -> str | None:
    """Return a decimal string with its thousands apart."""
    if text is None:
        return None
    whole, point, rest = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.removeprefix("-")
    return f"{sign}{int(digits):,}{point}{rest}" if digits.isdecimal() else text

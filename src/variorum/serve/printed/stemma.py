"""The stemma on a screen: a tree of who depends on whom, the grounds, and the origins.

Enters: a `Descent`. Leaves: lines on a `Terminal`.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.folding import cut
from variorum.report.lists.descent import Branch, Descent, Origin, StemmaEdge
from variorum.serve.console.terminal import Terminal, label, one_line, quoted, styled

MOST_GROUNDS_PRINTED = 2
MOST_ORIGINS = 12
LONGEST_EVIDENCE = 150
"""Characters of a piece of evidence."""


def show(found: Descent) -> None:
    """Print the tree, each link with its ground, then what readings rest on in the end."""
    terminal = Terminal()
    if not found.branches:
        terminal.line("No account was found to depend on another.")
    for branch in found.branches:
        _print_branch(terminal, branch)
    terminal.line()
    if found.alone:
        names = "; ".join(one_line(name) for name in found.alone)
        terminal.line(f"No link was found for: {names}", hang=2)
        terminal.line()
    _print_links(terminal, found.links)
    if found.origins:
        terminal.line("Where the accounts' readings come from", style="bold")
    for origin in found.origins[:MOST_ORIGINS]:
        _print_origin(terminal, origin)
    if len(found.origins) > MOST_ORIGINS:
        terminal.line(
            f"… and {len(found.origins) - MOST_ORIGINS} more: --json has all.", start="  "
        )


def _print_branch(terminal: Terminal, branch: Branch) -> None:
    trunk = "".join("   " if last else "│  " for last in branch.last[:-1])
    fork = ("└─ " if branch.last[-1] else "├─ ") if branch.last else ""
    how = "; ".join(_how(link) for link in branch.links)
    absent = "  (not in hand)" if branch.absent else ""
    again = "  (shown above)" if branch.again else ""
    name = styled((cut(one_line(branch.label), 60), "bold" if not branch.last else "green"))
    rest = f"  {how}" if how else ""
    terminal.line(name + styled(rest, f"{absent}{again}"), start=f"{trunk}{fork}", hang=2)


def _how(link: StemmaEdge) -> str:
    """Say how the account below depends on the one above."""
    share = "" if link.share is None else f", {link.share:.0%} of it"
    return f"{link.kind}{share}"


def _print_links(terminal: Terminal, links: Sequence[StemmaEdge]) -> None:
    """Print the ground of each link; one that two links share is printed once."""
    if links:
        terminal.line("Why", style="bold")
        for link in {(link.because, link.evidence): link for link in links}.values():
            _print_link(terminal, link)
        terminal.line()


def _print_link(terminal: Terminal, link: StemmaEdge) -> None:
    terminal.line(one_line(link.because), start="  ", hang=2)
    printed = zip(link.printed_in, link.evidence, strict=True)
    for where, place in list(printed)[:MOST_GROUNDS_PRINTED]:
        words = quoted(place.text, LONGEST_EVIDENCE)
        terminal.line(styled((label(where), "green"), f"  {words}"), start="      ", hang=2)
    more = len(link.evidence) - MOST_GROUNDS_PRINTED
    if more > 0:
        terminal.line(f"… and {more} more: variorum why … {link.id}", start="      ", style="dim")


def _print_origin(terminal: Terminal, origin: Origin) -> None:
    where = "1 place" if origin.places == 1 else f"{origin.places} places"
    names = "; ".join(label(name) for name in origin.labels)
    terminal.line(f"{one_line(origin.label)}, at {where}: {names}", start="  ", hang=2)

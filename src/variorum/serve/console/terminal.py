"""The terminal: lines wrapped under a hanging indent, colour only where there is a screen.

Enters: text, some of it from accounts. Leaves: lines on stdout and messages on stderr, in which
nothing that an account says is obeyed by the terminal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from variorum.folding import cut
from variorum.report.runs import within
from variorum.serve.console.harmless import harmless

if TYPE_CHECKING:
    from variorum.folding import cut
from variorum.records import Span

PIPED_WIDTH = 80
WIDEST_SCREEN = 110
"""Columns: longer lines are hard to read."""
LEAST_ROOM = 20
LONGEST_WORDS = 240
"""Characters of an account's words that one entry shows; the page shows all."""
WIDEST_LABEL, WIDEST_HEAD = 32, 48
"""Characters of an account's label: beside its words, and on a line of its own."""

Words = str | Text


class Terminal:
    """Stdout as a sheet of lines; `width` is what fits a screen, or `PIPED_WIDTH` in a pipe."""

    def __init__(self) -> None:
        self.console = Console(highlight=False, soft_wrap=True, emoji=False, markup=False)
        screen = self.console.is_terminal
        self.width = min(self.console.width, WIDEST_SCREEN) if screen else PIPED_WIDTH

    def line(self, words: Words = "", *, start: str = "", hang: int = 0, style: str = "") -> None:
        """Print words behind `start`; lines that follow are indented as far, and `hang` more."""
        text = styled(words) if isinstance(words, str) else words
        indent = cell_len(start)
        room = max(LEAST_ROOM, self.width - indent - hang)
        first, *others = text.wrap(self.console, room, overflow="fold") if text else [Text()]
        self._print(styled(start) + first, style)
        for other in others:
            self._print(Text(" " * (indent + hang)) + other, style)

    def _print(self, text: Text, style: str) -> None:
        text.rstrip()
        self.console.print(text, style=style)


def styled(*pieces: str | tuple[str, str]) -> Text:
    """Return pieces, bare or with a style, as text that no terminal obeys."""
    made = [(harmless(p), "") if isinstance(p, str) else (harmless(p[0]), p[1]) for p in pieces]
    return Text.assemble(*made)


def one_line(text: str) -> str:
    """Return text on one line, every space one space."""
    return " ".join(text.split())


def label(name: str) -> str:
    """Return an account's label, short enough to stand before its words."""
    return cut(one_line(name), WIDEST_LABEL)


def account_heading(name: str) -> str:
    """Return an account's label for a line of its own."""
    return cut(one_line(name), WIDEST_HEAD)


def marked_within(place: Span, mark: Span, style: str, longest: int = LONGEST_WORDS) -> Text:
    """Return a place's words between quotation marks, `mark` in a style: where long, those next to it, cut at words."""
    room = max(0, longest - len(mark.text))
    before, after = place.text[: mark.start - place.start], place.text[mark.end - place.start :]
    left = min(len(before), max(room // 2, room - len(after)))
    if left < len(before):
        before = f"… {before[len(before) - left :].partition(' ')[2]}"
    if room - left < len(after):
        after = f"{after[: room - left].rpartition(' ')[0]} …"
    shown = cut(one_line(mark.text), longest)
    return styled("“", one_line(f"{before}|")[:-1], (shown, style), one_line(f"|{after}")[1:], "”")


def quoted(text: str, longest: int = LONGEST_WORDS) -> str:
    """Return an account's words on one line, between quotation marks."""
    return f"“{cut(one_line(text), longest)}”"


def marked_place(
    place: Span, marks: Iterable[Span], style: str, longest: int = LONGEST_WORDS
) -> Text:
    """Return a place's words between quotation marks, those of `marks` in a style.

    In a pipe styles are gone; what is marked must be said in words too.
    """
    pieces: list[str | tuple[str, str]] = ["“"]
    left = longest
    for run in within(place, marks):
        words = " ".join(run.text[: left + 1].split())
        lead = " " if run.text[:1].isspace() else ""
        tail = " " if run.text[-1:].isspace() and words else ""
        shown = cut(f"{lead}{words}{tail}", max(left, 1))
        pieces.append((shown, style if run.classes else ""))
        left -= len(shown)
        if left <= 0:
            break
    return styled(*pieces, "”")

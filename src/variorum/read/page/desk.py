"""The desk: a page's lines while their parts are being found, and what looks at two lines at once.

Enters: lines and hints. Leaves: `Desk`, on which `headline` and `page` mark one part after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from variorum.read.page import furniture
from variorum.read.page.lines import Line
from variorum.read.page.mastheads import is_dated
from variorum.read.page.publication import find_date
from variorum.read.page.turns import Opening

Part = Literal["title", "body", "furniture", "elision", "stage"]


class Hints(Struct, frozen=True):
    """What the medium told: its `headings` (line indices), whether the first is the headline,
    the `title` of the metadata, the openings of turns, how many lines are a header, and the
    `times` of posts and the lines that are links as a whole, `linked` (line indices).
    """

    headings: frozenset[int] = frozenset()
    titled: bool = False
    title: str | None = None
    openings: tuple[Opening, ...] = ()
    framed: int = 0
    times: frozenset[int] = frozenset()
    linked: frozenset[int] = frozenset()


class Desk(Struct):
    """The page while it is being read: parts fill in from the surest to the least sure."""

    lines: Sequence[Line]
    hints: Hints
    parts: list[Part | None]
    places: list[int]

    def free(self, index: int) -> bool:
        """Whether the line has no part yet."""
        return self.parts[index] is None

    def mark(self, index: int, part: Part) -> None:
        """Give the line a part, unless it has one."""
        if self.parts[index] is None:
            self.parts[index] = part

    def prose(self, index: int) -> bool:
        """Whether the line is running text: "at 6:12 p.m." does not make a time stamp a sentence."""
        return self.lines[index].prose and not framing(self.lines[index])

    def listed_link(self, index: int) -> bool:
        """Whether the line is a link beside another and no sentence: a list of other pages."""
        linked = self.hints.linked
        alone = index in self.hints.headings or self.lines[index].ends
        return index in linked and not alone and bool({index - 1, index + 1} & linked)

    def wrapped(self, index: int) -> bool:
        """Whether the line runs on in the next: a paragraph with hard line breaks."""
        line = self.lines[index]
        after = self.lines[index + 1 : index + 2]
        runs_on = bool(after) and not after[0].gap and after[0].text[:1].islower()
        return runs_on and not line.ends


def framing(line: Line) -> bool:
    """Whether the line belongs to the frame around a headline: date, byline, menu, stamp."""
    return (
        furniture.is_date(line)
        or furniture.is_byline(line)
        or furniture.is_navigation(line)
        or furniture.is_stamped(line)
        or is_dated(line)
        or _dates(line)
    )


def _dates(line: Line) -> bool:
    """Whether the line says of what its date is, and nothing else: "Received: 14 July 2022"."""
    label, colon, rest = line.text.partition(":")
    if not colon or len(label.split()) > 3 or len(rest.split()) > 4:
        return False
    return find_date(rest.strip(), line.language) is not None

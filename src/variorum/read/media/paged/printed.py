"""Print: the lines of a page as they stand on it.

Enters: words with their boxes, in the order in which the file writes them. Leaves: `PrintedLine`s.

Coordinates are points (1/72 inch) from the lower left corner of the page, as PDF has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

_GUTTER = 0.9
"""A gap of so many heights of a line parts words that may belong to two columns."""
_CELL = 1.5
"""A wider one parts two cells of a table, where as many rows as this have it at one place:"""
_ROWS = 3


class PrintedLine(Struct, frozen=True):
    """Words on one base line of a page (counted from 1), with the box around them."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int

    @property
    def height(self) -> float:
        """How tall its letters are, room above and below included."""
        return self.top - self.bottom

    @property
    def first_word(self) -> float:
        """How wide its first word is, and a space before it."""
        letters = len(self.text.split(" ", 1)[0]) + 1
        return (self.right - self.left) * letters / max(1, len(self.text))

    def level(self, other: PrintedLine) -> bool:
        """Whether both stand on one base line."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return self.page == other.page and 2 * shared > min(self.height, other.height)


def stretches(words: Iterable[PrintedLine]) -> list[PrintedLine]:
    """Put words together that stand close on one base line, in the order given."""
    made: list[PrintedLine] = []
    for word in words:
        before = made[-1] if made else None
        if before is not None and before.level(word) and _close(before, word):
            made[-1] = _beside(before, word, " ")
        else:
            made.append(word)
    return made


def whole_lines(parts: Iterable[PrintedLine]) -> Iterator[PrintedLine]:
    """Put stretches of one base line together; cells of a table have a bar between them."""
    rows: list[list[PrintedLine]] = []
    for part in parts:
        if rows and _precedes(rows[-1][-1], part):
            rows[-1].append(part)
        else:
            rows.append([part])
    edges = [_edges(row) for row in rows]
    for index, row in enumerate(rows):
        shared = _below_one_another(edges, index)
        line = row[0]
        for part in row[1:]:
            line = _beside(line, part, " | " if shared & _edges([line, part]) else " ")
        yield line


def usual_height(lines: Iterable[PrintedLine]) -> float:
    """Return the height of the line in which the middle one of all letters stands."""
    heights = sorted((line.height, len(line.text)) for line in lines)
    left = sum(count for _, count in heights) / 2
    for height, count in heights:
        left -= count
        if left <= 0:
            return height
    return 0.0


def usual(values: Iterable[float], otherwise: float) -> float:
    """Return the middle one of some values, or another where there are none."""
    known = list(values)
    return median(known) if known else otherwise


def _close(before: PrintedLine, word: PrintedLine) -> bool:
    gap = word.left - before.right
    return -word.height < gap < _GUTTER * word.height


def _precedes(before: PrintedLine, after: PrintedLine) -> bool:
    """Whether two stretches stand on one base line, one right of the other."""
    return before.level(after) and after.left > before.right


def _edges(row: Sequence[PrintedLine]) -> set[tuple[str, int]]:
    """Return the edges by which stretches behind a wide gap are set; numbers are set by their ends."""
    edges = set()
    for before, part in pairwise(row):
        if part.left - before.right >= _CELL * part.height:
            edges.add(("left", round(part.left)))
            if not any(mark.isalpha() for mark in part.text):
                edges.add(("right", round(part.right)))
    return edges


def _below_one_another(edges: Sequence[set[tuple[str, int]]], index: int) -> set[tuple[str, int]]:
    """Return the edges of a row that as many rows in a row have as make a table."""
    shared = set()
    for edge in edges[index]:
        first = last = index
        while index - first < _ROWS and first > 0 and edge in edges[first - 1]:
            first -= 1
        while last - first < _ROWS and last + 1 < len(edges) and edge in edges[last + 1]:
            last += 1
        if last - first + 1 >= _ROWS:
            shared.add(edge)
    return shared


def _beside(line: PrintedLine, more: PrintedLine, between: str) -> PrintedLine:
    return replace(
        line,
        text=f"{line.text}{between}{more.text}",
        left=min(line.left, more.left),
        right=max(line.right, more.right),
        bottom=min(line.bottom, more.bottom),
        top=max(line.top, more.top),
    )

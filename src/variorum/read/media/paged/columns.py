"""Columns: in which order the lines of a page are read.

Enters: stretches of words in the order of the file. Leaves: them in the order of a reader.

Programs mostly write column after column, and that order is kept. A file that goes to and fro between
columns of text, line by line, is read column by column, from each line across the page to the next.
A table goes to and fro as well, but its cells do not fill their columns: it keeps its rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median

from variorum.read.media.paged.printed import PrintedLine, usual_height

_THIN = 0.1
"""Across a gutter go no more than this share of the stretches that stand in the fullest place, or one."""
_WIDTH = 0.6
"""Heights of a line that a gutter is wide at least."""
_FILLED = 0.6
"""The share of its column that the middle one of the lines of running text fills."""
_MOST_COLUMNS = 12
"""Of a page; more are cells."""
_LEAST_LINES = 4
"""Lines of a column of text."""
_WIDEST_PAGE = 20_000
"""Points; PDF allows 14,400."""


def reading_order(parts: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Return the stretches of one page in the order in which they are read."""
    gutters = _gutters(parts)
    if not 0 < len(gutters) < _MOST_COLUMNS:
        return list(parts)
    columns = [_column(part, gutters) for part in parts]
    if not _is_text(parts, columns, len(gutters) + 1) or not _to_and_fro(columns):
        return list(parts)
    return list(_by_columns(parts, columns))


def _gutters(parts: Sequence[PrintedLine]) -> list[float]:
    """Return the middles of the strips between columns, from left to right."""
    change = [0] * (_WIDEST_PAGE + 2)
    for part in parts:
        change[_point(part.left)] += 1
        change[_point(part.right)] -= 1
    covered = list(accumulate(change))
    most = max(1, _THIN * max(covered, default=0))
    thick = [x for x, count in enumerate(covered) if count > most]
    least = _WIDTH * usual_height(parts)
    return [(left + right) / 2 for left, right in pairwise(thick) if right - left > max(1, least)]


def _point(x: float) -> int:
    return int(min(max(x, 0), _WIDEST_PAGE))


def _column(part: PrintedLine, gutters: Sequence[float]) -> int | None:
    """Return the number of a stretch's column; ``None`` for one that crosses a gutter."""
    first, last = bisect_right(gutters, part.left), bisect_right(gutters, part.right)
    return first if first == last else None


def _is_text(parts: Sequence[PrintedLine], columns: Sequence[int | None], many: int) -> bool:
    """Whether the stretches of each column fill it, as lines do and cells do not."""
    for number in range(many):
        inside = [part for part, column in zip(parts, columns, strict=True) if column == number]
        if len(inside) < _LEAST_LINES:
            return False
        width = max(part.right for part in inside) - min(part.left for part in inside)
        if median(part.right - part.left for part in inside) < _FILLED * width:
            return False
    return True


def _to_and_fro(columns: Sequence[int | None]) -> bool:
    """Whether the file goes back to an earlier column more often than bands on a page explain."""
    inside = [column for column in columns if column is not None]
    back = sum(after < before for before, after in pairwise(inside))
    return 4 * back > len(inside) / (max(inside) + 1)


def _by_columns(
    parts: Sequence[PrintedLine], columns: Sequence[int | None]
) -> Iterator[PrintedLine]:
    """Yield column by column, down to the next stretch that goes across."""
    band: list[tuple[int, PrintedLine]] = []
    down = sorted(zip(parts, columns, strict=True), key=lambda one: -one[0].top)
    for part, column in down:
        if column is not None:
            band.append((column, part))
            continue
        yield from (one for _, one in sorted(band, key=lambda one: one[0]))
        band = []
        yield part
    yield from (one for _, one in sorted(band, key=lambda one: one[0]))

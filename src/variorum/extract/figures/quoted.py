"""Which quotation a figure stands in.

Enters: an account's `Figure`s and `Quotation`s. Leaves: the figures, in text order, with their quotations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from variorum.records import Figure, Quotation, Span


def inside(figures_: Sequence[Figure], quotations: Sequence[Quotation]) -> Iterator[Figure]:
    """Name the innermost quotation around each figure, in one sweep over both."""
    contents = sorted(
        (part.start, -part.end, quotation.id)
        for quotation in quotations
        for part in quotation.contents
    )
    active: list[tuple[int, int, str]] = []
    at = 0
    for figure in sorted(figures_, key=_by_place):
        while at < len(contents) and contents[at][0] <= figure.place.start:
            active.append(contents[at])
            at += 1
        active = [part for part in active if -part[1] >= figure.place.end]
        yield replace(figure, quotation=_innermost(active))


def _by_place(figure: Figure) -> Span:
    return figure.place


def _innermost(active: Sequence[tuple[int, int, str]]) -> str | None:
    return min(active, key=lambda part: (-part[1] - part[0], part[2]))[2] if active else None

"""Regions: the parts of a page as stretches of its text.

Enters: a text and a `Page`, with the turns' openings. Leaves: `Region`s, sorted, not overlapping;
every character that is not white space lies in exactly one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from variorum.folding import fold
from variorum.languages.language import Language
from variorum.read.page.datelines import Dateline, dateline
from variorum.read.page.line_roles import Page
from variorum.read.page.lines import Line
from variorum.read.page.turns import Opening
from variorum.records import Region


def regions(
    lines: Sequence[Line],
    page: Page,
    openings: Sequence[Opening],
    *,
    closings: frozenset[int] = frozenset(),
) -> tuple[Region, ...]:
    """Return the regions of a page; lines of one part that follow each other are one region.

    Each headline, standfirst or section heading is a region of its own. A turn that furniture
    interrupts goes on in a second region with the same speaker and no printed label.
    """
    merged: list[Region] = []
    for region in _pieces(lines, page, openings, closings):
        if merged and _continues(merged[-1], region):
            merged[-1] = replace(merged[-1], end=region.end)
        else:
            merged.append(region)
    return tuple(merged)


def _pieces(
    lines: Sequence[Line], page: Page, openings: Sequence[Opening], closings: frozenset[int]
) -> Iterator[Region]:
    starts = {opening.index: opening for opening in openings}
    speaking: Opening | None = None
    for index, (line, part) in enumerate(zip(lines, page.parts, strict=True)):
        opening = starts.get(index)
        speaking = opening or (None if index in closings else speaking)
        if opening is not None:
            yield _turn(opening, line.start, max(line.end, opening.label_end), opening.label_end)
        elif part == "stage":
            yield Region(kind="body", start=line.start, end=line.end, note="stage direction")
        elif part == "body" and speaking is not None:
            yield _turn(speaking, line.start, line.end, line.start)
        else:
            yield Region(kind=part, start=line.start, end=line.end)


def _turn(opening: Opening, start: int, end: int, label_end: int) -> Region:
    return Region(
        kind="turn",
        start=start,
        end=end,
        speaker=opening.speaker,
        label_end=label_end,
        note=opening.note,
    )


def _continues(before: Region, after: Region) -> bool:
    if before.kind != after.kind or before.kind == "title":
        return False
    if after.kind == "turn":
        return after.start == after.label_end or after.start < before.end
    return before.note == after.note


def split_dateline(
    text: str, found: tuple[Region, ...], lead: int, language: Language
) -> tuple[tuple[Region, ...], Dateline | None]:
    """Cut a dateline off the body region that begins at offset `lead`, if one stands there."""
    for place, region in enumerate(found):
        if region.kind != "body" or not region.start <= lead < region.end:
            continue
        raw = fold(text[lead : lead + 200])
        shift = len(raw) - len(raw.lstrip())
        read = dateline(raw.lstrip(), language)
        if read is None or lead + shift + read.length > region.end:
            return found, None
        return (
            *found[:place],
            *_cut(text, region, lead, shift + read.length),
            *found[place + 1 :],
        ), read
    return found, None


def _cut(text: str, region: Region, lead: int, length: int) -> Iterator[Region]:
    middle = lead + length
    if region.start < lead:
        yield replace(region, end=lead - _space(text[region.start : lead]))
    yield Region(kind="dateline", start=lead, end=middle - _space(text[lead:middle]))
    rest = text[middle : region.end]
    start = middle + len(rest) - len(rest.lstrip())
    if start < region.end:
        yield replace(region, start=start)


def _space(part: str) -> int:
    return len(part) - len(part.rstrip())

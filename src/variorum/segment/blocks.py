"""Blocks: the paragraphs of an account that are worth reading, furniture left out.

Enters: an `Account` with its regions. Leaves: `Block`s in the order of the page.

A parser glues headings to sentences when it sees a whole page at once, so lines are split first.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.records import Account, Region

_LINE = re.compile(r"[^\r\n\u2028\u2029\u0085]+")
READ = frozenset({"title", "dateline", "body", "turn"})
LONGEST = 4_000
"""A longer line is cut at a space: the pipeline's memory grows with the length of a block."""


class Block(Struct, frozen=True):
    """Characters `start` to `end` (excluded) of an account; `region` indexes its regions."""

    start: int
    end: int
    region: int


def blocks(account: Account) -> tuple[Block, ...]:
    """Return the non-empty lines of all regions that are read, without surrounding space."""
    return tuple(
        block
        for index, region in enumerate(account.regions)
        if region.kind in READ
        for block in _lines(account.text, index, region)
    )


def _lines(text: str, index: int, region: Region) -> Iterator[Block]:
    start = region.label_end if region.label_end is not None else region.start
    for line in _LINE.finditer(text, start, region.end):
        for first, last in _pieces(text, line.start(), line.end()):
            trimmed = _trim(text, first, last)
            if trimmed[0] < trimmed[1]:
                yield Block(*trimmed, index)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

"""Blocks: the paragraphs of an account that are worth reading, furniture left out.

Enters: an `Account` with its regions. Leaves: `Block`s in the order of the page.

A parser glues headings to sentences when it sees a whole page at once, so lines are split first;
lines of a paragraph that was wrapped are read as one, the line breaks folded to spaces.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.folding import trimmed
from variorum.records import Account, Region

_LINE = re.compile(r"[^\r\n\u2028\u2029\u0085]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029\u0085]")
_ENDS = frozenset(".!?:;”\"'’)]")
WRAP_WIDTHS = (40, 100)
"""Least and most characters of the longest line of a paragraph that was wrapped."""
WRAPPED_SHARE = 0.6
"""Share of the longest line that each line but the last of such a paragraph has at least."""
TEXT_REGIONS = frozenset({"title", "dateline", "body", "turn"})
"""Kinds of regions whose words are the account's own text."""
HEADINGS = frozenset({"title", "dateline"})
"""Those of them that no sentence runs over."""
LONGEST_BLOCK = 4_000
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
        if region.kind in TEXT_REGIONS
        for block in _lines(account.text, index, region)
    )


def _lines(text: str, index: int, region: Region) -> Iterator[Block]:
    start = region.label_end if region.label_end is not None else region.start
    lines = [(line.start(), line.end()) for line in _LINE.finditer(text, start, region.end)]
    for opens, closes in _unwrapped(text, lines):
        for first, last in _pieces(text, opens, closes):
            start, end = trimmed(text, first, last)
            if start < end:
                yield Block(start, end, index)


def _unwrapped(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join the lines of paragraphs that were wrapped by hand or by a mail program."""
    paragraph: list[tuple[int, int]] = []
    for line in lines:
        between = text[paragraph[-1][1] : line[0]] if paragraph else ""
        if paragraph and len(_BREAK.findall(between)) > 1:
            yield from _paragraph(text, paragraph)
            paragraph = []
        if text[slice(*line)].strip():
            paragraph.append(line)
        elif paragraph:
            yield from _paragraph(text, paragraph)
            paragraph = []
    yield from _paragraph(text, paragraph)


def _paragraph(text: str, lines: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """Return a paragraph's lines as one if they are wrapped: long, alike, and cut in mid-sentence."""
    if len(lines) < 2:
        return lines
    lengths = [end - start for start, end in lines]
    alike = (
        min(lengths[:-1]) >= WRAPPED_SHARE * max(lengths)
        and WRAP_WIDTHS[0] <= max(lengths) <= WRAP_WIDTHS[1]
    )
    cut = any(text[start:end].rstrip()[-1:] not in _ENDS for start, end in lines[:-1])
    return [(lines[0][0], lines[-1][1])] if alike and cut else lines


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_BLOCK:
        cut = text.rfind(" ", start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK)
        cut = cut if cut > 0 else start + LONGEST_BLOCK
        yield start, cut
        start = cut
    yield start, end

"""Paragraphs: the lines of all pages put together again, as they were before they were set.

Enters: lines in reading order. Leaves: the text, where each page and each heading begins in it.

A typesetter fills a line as long as the next word fits. So a line that leaves room for the word that
follows was ended on purpose; others end where a paragraph does only if the next is set in, set apart
or set in other letters. A word that was cut at the end of a line is whole again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from variorum.read.media.paged.printed import PrintedLine, usual, usual_height

_OTHER_SIZE = 1.15
"""Letters so many times as tall are of another kind: a heading, a note."""
_LEADING = 1.3
"""Lines so many times as far apart as usual are of two paragraphs."""
_INDENT = 0.5
"""Heights of a line by which the first of a paragraph is set in."""
_DROPPED = 1.8
"""An initial letter is so many times as tall as those beside it."""
_LONGEST_HEADING = 40
"""Words."""

_CUT = re.compile("(\\w+)[-\u2010\u00ad]$")
_SOFT = "\u00ad"
_WORD = re.compile("\\w+(?:[-\u2010]\\w+)*")
_REST = re.compile(r"\w+")
_ITEM = re.compile(r"[•‣◦▪■●–—*-]\s")
_LABEL = re.compile(r"(?=[^\W\d_])[^a-z:]{2,40}:\s")
"""Who speaks, in capitals, as records have it: "THE CHAIR: Thank you." """
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[A-Za-z])[.)]\s")
_STOPPED = re.compile(r"[.?!…:;]['\"”’)\]]*$")


class SetText(Struct, frozen=True):
    """A text; offsets of its `pages` (the first is 0), and of its `headings` with their heights."""

    text: str
    pages: tuple[int, ...]
    headings: tuple[tuple[int, float], ...]


class _Column(Struct, frozen=True):
    """Lines below one another: where most begin, how far they reach, how far they lie apart."""

    left: float
    right: float
    leading: float


def put_together(pages: Sequence[Sequence[PrintedLine]]) -> SetText:
    """Return the text of all pages; a page without lines begins where the next one does."""
    lines = [line for page in pages for line in page]
    words, letters = _words(lines), usual_height(lines)
    made, headings = _Setting(), []
    for block in _blocks(lines):
        made.add("\n\n" if made.length else "")
        if _is_heading(block, letters):
            headings.append((made.length, usual_height(block)))
        for before, line in zip([None, *block], block, strict=False):
            if before is not None:
                made.go_on(before, line, words)
            made.turn_to(line.page)
            made.add(line.text)
    made.add("\n" if made.length else "")
    made.turn_to(len(pages))
    return SetText("".join(made.parts), tuple(made.starts), tuple(headings))


class _Setting(Struct):
    """A text while it is put together."""

    parts: list[str] = []
    starts: list[int] = []
    length: int = 0

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def turn_to(self, page: int) -> None:
        """Let all pages up to this one begin here, if they have not begun."""
        self.starts += [self.length] * (page - len(self.starts))

    def go_on(self, before: PrintedLine, line: PrintedLine, words: Counter[str]) -> None:
        """Close the gap between two lines of a paragraph, after a cut word without its hyphen."""
        cut = _CUT.search(before.text)
        if cut is None:
            self.add("" if _dropped(before, line) else " ")
        elif not _keeps_hyphen(cut[0], line.text, words):
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1


def _keeps_hyphen(cut: str, after: str, words: Counter[str]) -> bool:
    """Whether a hyphen at the end of a line belongs to the word: as the document has it elsewhere.

    Where it does not tell, a word is whole; unless its parts are words that the document has by themselves.
    """
    rest = _REST.match(after)
    if cut[-1] == _SOFT:
        return False
    if rest is None or not rest[0][0].islower():
        return True
    first, second = cut[:-1].casefold(), rest[0].casefold()
    whole, hyphened = words[first + second], words[f"{first}-{second}"]
    if whole or hyphened:
        return hyphened > whole
    return bool(words[first] and words[second])


def _words(lines: Sequence[PrintedLine]) -> Counter[str]:
    """Count the words that stand inside lines, where nothing cuts them."""
    found: Counter[str] = Counter()
    for line in lines:
        inside = list(_WORD.finditer(line.text))
        found.update(
            word[0].casefold().replace("\u2010", "-")
            for word in inside
            if word.start() > 0 and word.end() < len(line.text) - 1
        )
    return found


# --- where paragraphs begin ----------------------------------------------------------------------


def _blocks(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Yield the lines of each paragraph, heading or row of a table."""
    columns = _columns(lines)
    block: list[PrintedLine] = []
    for index, line in enumerate(lines):
        if block and _begins(block, line, columns[index - 1], columns[index]):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _columns(lines: Sequence[PrintedLine]) -> list[_Column]:
    """Return the column of each line; lines of one go down the page and stand below one another."""
    found: list[_Column] = []
    first = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or not _below(lines[index - 1], lines[index]):
            found += [_column(lines[first:index])] * (index - first)
            first = index
    return found


def _below(before: PrintedLine, line: PrintedLine) -> bool:
    beside = line.left >= before.right or line.right <= before.left
    return line.page == before.page and line.bottom < before.bottom and not beside


def _column(lines: Sequence[PrintedLine]) -> _Column:
    letters = usual_height(lines)
    alike = [line for line in lines if _same_size(line.height, letters)]
    apart = [one.bottom - two.bottom for one, two in pairwise(alike)]
    lefts = Counter(round(line.left) for line in alike)
    rights = sorted(line.right for line in alike)
    return _Column(
        left=max(lefts, key=lambda left: (lefts[left], -left)),
        right=rights[(9 * (len(rights) - 1) + 9) // 10],
        leading=usual(apart, letters),
    )


def _begins(
    block: Sequence[PrintedLine], line: PrintedLine, above: _Column, column: _Column
) -> bool:
    """Whether a line begins a paragraph, a heading or a row below a block that is begun."""
    before = block[-1]
    if _dropped(before, line):
        return False
    if not _same_size(before.height, line.height) or " | " in before.text or " | " in line.text:
        return True
    if _ITEM.match(line.text) or _LABEL.match(line.text):
        return True
    if above is not column:
        cut = line.text[:1].islower() or _CUT.search(before.text) is not None
        ended = _STOPPED.search(before.text) is not None
        return not cut and (ended or _leaves_room(before, line, above) or _set_in(line, column))
    if before.bottom - line.bottom > _LEADING * max(column.leading, line.height):
        return True
    return _moved(block, line, column) or _leaves_room(before, line, above)


def _moved(block: Sequence[PrintedLine], line: PrintedLine, column: _Column) -> bool:
    """Whether a line begins elsewhere than the one before and most of its column."""
    step = (line.left - block[-1].left) / (_INDENT * line.height)
    if _ITEM.match(block[0].text) or _NUMBERED.match(block[0].text):
        return step < -1 or (step > 1 and len(block) > 1)
    return abs(step) > 1 and _set_in(line, column)


def _leaves_room(before: PrintedLine, line: PrintedLine, column: _Column) -> bool:
    """Whether the next word would have found room at the end of a line, and more."""
    return column.right - before.right > line.first_word + line.height


def _set_in(line: PrintedLine, column: _Column) -> bool:
    """Whether a line begins elsewhere than most of its column: set in, or hanging out."""
    return abs(line.left - column.left) > _INDENT * line.height


def _dropped(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a large initial letter stands before the rest of its word."""
    return (
        len(before.text) == 1 and before.text.isalpha() and before.height > _DROPPED * line.height
    )


def _same_size(one: float, other: float) -> bool:
    return max(one, other) < _OTHER_SIZE * min(one, other)


def _is_heading(block: Sequence[PrintedLine], letters: float) -> bool:
    """Whether lines are set in larger letters than most, and few enough to be a heading."""
    words = sum(len(line.text.split()) for line in block)
    tall = usual_height(block) >= _OTHER_SIZE * letters
    return (
        tall
        and words <= _LONGEST_HEADING
        and any(line.text.isalpha() or " " in line.text for line in block)
    )

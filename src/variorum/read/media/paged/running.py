"""Running heads: what a document prints at the edge of its pages, again and again.

Enters: the words or lines of all pages. Leaves: the pages without running heads, running feet, page numbers and
line numbers.

A line at the edge of a page runs if the same line, or one with a number that counts with the pages,
stands at that edge of others as well. No word is known here: "Page 3 of 9" and "- 3 -" are told alike.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from variorum.read.media.paged.printed import PrintedLine

_EDGE = 3
"""Lines from the edge of a page among which running ones are looked for."""
_SHARE = 0.3
"""The share of pages that have it: left and right pages may differ, and chapters begin without."""

_LEAST_NUMBERED = 8
"""Lines of a page that bear numbers,"""
_LEAST_PAGES = 2
"""and pages that do."""
_Form = tuple[str, str, int]
"""The edge, the words, and how tall they are: a headline is no running head of the same words."""
_NUMBER = re.compile(r"\d{1,6}")
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile("[ivxlc]{1,8}")
"""How pages before the first chapter are numbered."""


def without_running(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    """Return the lines of each page that do not run; none runs inside of one that does not."""
    edges = [_edges(lines) for lines in pages]
    found = Counter(
        form
        for both in edges
        for form in {form for edge in both for _, forms in edge for form in forms}
    )
    least = max(2, _SHARE * sum(bool(lines) for lines in pages))
    kept = []
    for lines, both in zip(pages, edges, strict=True):
        running: set[int] = set()
        for edge in both:
            outer = takewhile(lambda one: any(found[form] >= least for form in one[1]), edge)
            running |= {index for index, _ in outer}
        kept.append([line for index, line in enumerate(lines) if index not in running])
    return kept


def without_line_numbers(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    """Return the words of each page without the numbers before its lines, as records of courts have them.

    They count from 1 on every page, one below the other; a table that counts its rows does so once.
    """
    numbers = [_line_numbers(words) for words in pages]
    if sum(bool(found) for found in numbers) < _LEAST_PAGES:
        return [list(words) for words in pages]
    return [
        [word for index, word in enumerate(words) if index not in found]
        for words, found in zip(pages, numbers, strict=True)
    ]


def _line_numbers(words: Sequence[PrintedLine]) -> frozenset[int]:
    """Return the indices of numbers that count from 1 down a page, set below one another by their ends."""
    below: defaultdict[int, list[int]] = defaultdict(list)
    for index, word in enumerate(words):
        if word.text.isdecimal() and len(word.text) <= 2:
            below[round(word.right / word.height)].append(index)
    for column in below.values():
        down = sorted(column, key=lambda index: -words[index].bottom)
        counted = [index for n, index in enumerate(down, start=1) if int(words[index].text) == n]
        if len(counted) >= _LEAST_NUMBERED and len(counted) == len(down):
            return frozenset(counted)
    return frozenset()


def _edges(lines: Sequence[PrintedLine]) -> list[list[tuple[int, set[_Form]]]]:
    """Return the lines of both edges of a page, from the outermost in, by their index, each with its forms."""
    down = sorted(range(len(lines)), key=lambda index: -lines[index].bottom)
    return [
        [
            (index, {(name, form, round(lines[index].height)) for form in _forms(lines[index])})
            for index in edge
        ]
        for name, edge in (("top", down[:_EDGE]), ("foot", down[: -_EDGE - 1 : -1]))
    ]


def _forms(line: PrintedLine) -> Iterator[str]:
    """Yield a line as it is, and with each of its numbers as how far it is from the page's."""
    text = " ".join(line.text.casefold().split())
    yield text
    for number in _NUMBER.finditer(text):
        away = int(number[0]) - line.page
        yield f"{text[: number.start()]}\x00{away}\x00{text[number.end() :]}"
    if _ROMAN.fullmatch(text):
        yield f"\x00{_value(text) - line.page}\x00"


def _value(roman: str) -> int:
    """Return a number in Roman numerals: a sign before a larger one is taken away.

    >>> _value("xiv")
    14
    """
    worth = [_WORTH[sign] for sign in roman]
    return sum(
        -value if any(value < after for after in worth[place + 1 : place + 2]) else value
        for place, value in enumerate(worth)
    )

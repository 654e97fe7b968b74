"""Running heads: what a document prints at the edge of its pages, again and again.

Enters: the lines of all pages. Leaves: the pages without running heads, running feet and page numbers.

A line at the edge of a page runs if the same line, or one with a number that counts with the pages,
stands at that edge of others as well. No word is known here: "Page 3 of 9" and "- 3 -" are told alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from variorum.read.media.paged.printed import PrintedLine

_EDGE = 3
"""Lines from the edge of a page among which running ones are looked for."""
_SHARE = 0.3
"""The share of pages that have it: left and right pages may differ, and chapters begin without."""

_Form = tuple[str, str, int]
"""The edge, the words, and how tall they are: a headline is no running head of the same words."""
_NUMBER = re.compile(r"\d{1,6}")
_WORTH = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile("[ivxlc]{1,8}")
"""How pages before the first chapter are numbered."""


def without_running(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    """Return the lines of each page that do not run."""
    forms = [_forms_at_edges(lines) for lines in pages]
    found = Counter(form for page in forms for form in {f for fs in page.values() for f in fs})
    least = max(2, _SHARE * sum(bool(lines) for lines in pages))
    return [
        [
            line
            for index, line in enumerate(lines)
            if all(found[form] < least for form in page.get(index, ()))
        ]
        for lines, page in zip(pages, forms, strict=True)
    ]


def _forms_at_edges(lines: Sequence[PrintedLine]) -> dict[int, set[_Form]]:
    """Return the forms of the lines at the upper and the lower edge of a page, by their index."""
    down = sorted(range(len(lines)), key=lambda index: -lines[index].bottom)
    forms: dict[int, set[_Form]] = {}
    for edge, indices in (("top", down[:_EDGE]), ("foot", down[-_EDGE:])):
        for index in indices:
            height = round(lines[index].height)
            of_line = {(edge, form, height) for form in _forms(lines[index])}
            forms.setdefault(index, set()).update(of_line)
    return forms


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

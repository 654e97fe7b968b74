"""Lines: an account's text cut at its line ends, with the shape of each line.

Enters: a text. Leaves: `Line`s with offsets into it, blank lines counted but not kept.

Lines, not sentences, are the grain of a page: menus, bylines and headings have a line of their
own. All measures take time in proportion to the length of the text.
"""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.folding import fold, trimmed, unmarked
from variorum.languages.language import Language

_LINE = re.compile(r"[^\r\n\u2028\u2029\u0085\v\f]+")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_NOTE = re.compile(r"(?<=[.?!\"”’])(?:\[\d{1,3}\])+$")
"""The number of a footnote after a sentence: "… every day.[4]" """
_CLOSERS = "\"')]}* "
_TERMINALS = ".?!…。！？؟۔।"
_TRIMMED = " \t\"'*_#>-–|×•·:.,!?()[]"
LOOKED_AT = 600
"""Characters of a line that cue tables look at: no furniture line is longer."""


class Line(Struct, frozen=True):
    """Characters `start` to `end` of the text without outer space.

    `text` is its folded form, cut at `LOOKED_AT`; `plain` the same in lower case without outer
    marks. `words` estimates words; `ends` says that it closes like a sentence; `gap` that a blank
    line stands before it. `language` has the words that the line is read by.
    """

    start: int
    end: int
    text: str
    plain: str
    words: int
    ends: bool
    gap: bool
    language: Language

    @property
    def prose(self) -> bool:
        """Whether the line has the shape of running text."""
        return (self.ends and self.words >= 6) or self.words >= 25


def lines(text: str, language: Language) -> tuple[Line, ...]:
    """Return the lines of `text` that hold more than white space, in order."""
    found: list[Line] = []
    previous = 0
    for match in _LINE.finditer(text):
        start, end = trimmed(text, match.start(), match.end())
        if start < end:
            found.append(_line(text, start, end, language, gap=_blank(text, previous, start)))
            previous = end
    return tuple(found)


def _blank(text: str, previous: int, start: int) -> bool:
    between = text[previous:start].replace("\r\n", "\n")
    return previous > 0 and sum(between.count(mark) for mark in "\n\r\u2029\u0085") > 1


def _line(text: str, start: int, end: int, language: Language, *, gap: bool) -> Line:
    shown = fold(text[start : min(end, start + LOOKED_AT)]).strip()
    shown_end = unmarked(text[max(start, end - LOOKED_AT) : end]).rstrip()
    tail = fold(_NOTE.sub("", shown_end)[-8:]).rstrip(_CLOSERS)
    return Line(
        start=start,
        end=end,
        text=shown,
        plain=" ".join(shown.lower().split()).strip(_TRIMMED),
        words=_count_words(text[start:end]),
        ends=tail[-1:] in tuple(_TERMINALS),
        gap=gap,
        language=language,
    )


def _count_words(part: str) -> int:
    spaced = len(part.split())
    if spaced * 12 > len(part) or part.isascii():
        return spaced
    return max(spaced, len(_UNSPACED.findall(part)) // 2)

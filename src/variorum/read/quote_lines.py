"""Quote lines: a plain list of quotations, one a line, as somebody typed it to have it checked.

Enters: a text. Leaves: an `Account` of that text and its `Quotation`s, or nothing where the text is
an article.

A line holds words between quotation marks, with the speaker before a colon or after a dash:

    Ada Voss: “The dam held.”
    “The dam held.” — Ada Voss
"""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.folding import trimmed
from variorum.languages.registry import DEFAULT
from variorum.records import Account, Quotation, Region, Speaker, new_id

LONGEST_SPEAKER = 80
"""Characters before the colon or after the dash."""
_LINE = re.compile(r"[^\r\n\u2028\u2029\u0085]+")
_BULLET = re.compile(r"\ufeff?\s*(?:[-*•]\s+|\d{1,4}[.)]\s+)?")
_MARKS = "\"'“”‘’„«»‹›"
_TAIL = re.compile(r"[.,;!?\s]*")
_DASHES = ("—", "–", "--", "-")


class QuoteLine(Struct, frozen=True):
    """One quotation: offsets of its words, and of the speaker's name where there is one."""

    start: int
    end: int
    speaker: tuple[int, int] | None
    marked: bool


def listed_quotations(text: str) -> tuple[QuoteLine, ...]:
    """Return every line that is not empty as a quotation; those without marks are taken whole."""
    return tuple(
        _line(text, found.start(), found.end())
        for found in _LINE.finditer(text)
        if found[0].strip("\ufeff \t")
    )


def is_list(text: str) -> bool:
    """Tell whether a text is a list of quotations: each line stands between marks."""
    lines = listed_quotations(text)
    return bool(lines) and all(line.marked for line in lines)


def list_account(
    text: str, source: str, *, speaker: str | None
) -> tuple[Account, tuple[Quotation, ...]]:
    """Return a list as an account; lines that name nobody are given to `speaker`.

    Each line is a region of its own, of kind "title": like a headline's quotation, it stands
    without a narrator, and is said to be in no turn where it is in none.
    """
    lines = listed_quotations(text)
    regions = tuple(Region(kind="title", start=one.start, end=one.end) for one in lines)
    made = Account(
        id=new_id("a", "list", text, source),
        source=source,
        text=text,
        language=DEFAULT,
        regions=regions,
    )
    return made, tuple(_quotation(made, line, speaker) for line in lines)


def _quotation(of: Account, line: QuoteLine, speaker: str | None) -> Quotation:
    place = of.span(line.start, line.end)
    named = of.span(*line.speaker) if line.speaker else None
    return Quotation(
        id=new_id("q", of.id, line.start, line.end),
        place=place,
        manner="direct",
        contents=(place,),
        speaker=Speaker(name=named.text if named else speaker, place=named),
    )


def _line(text: str, start: int, end: int) -> QuoteLine:
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    start, end = trimmed(text, start, end)
    first = next((i for i in range(start, end) if text[i] in _MARKS and _opens(text, start, i)), -1)
    last = max((text.rfind(mark, start, end) for mark in _MARKS), default=-1)
    if first < 0 or last <= first:
        return QuoteLine(start, end, None, marked=False)
    before, after = trimmed(text, start, first), trimmed(text, last + 1, end)
    speaker = _before(text, before) or _after(text, after)
    fits = before[0] >= before[1] or speaker is not None
    ends = bool(_TAIL.fullmatch(text, *after)) or speaker is not None
    if not (fits and ends):
        return QuoteLine(start, end, None, marked=False)
    return QuoteLine(*trimmed(text, first + 1, last), speaker, marked=True)


def _opens(text: str, start: int, place: int) -> bool:
    """Tell whether a mark opens the words: it is the first of the line, or follows a space."""
    return place - start <= LONGEST_SPEAKER and (place == start or text[place - 1].isspace())


def _before(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    start, end = span
    if start < end and text[end - 1] == ":":
        return trimmed(text, start, end - 1)
    return None


def _after(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    start, end = span
    tail = _TAIL.match(text, start, end)
    start = tail.end() if tail else start
    dash = next((dash for dash in _DASHES if text.startswith(dash, start, end)), None)
    if dash is None or end - start > LONGEST_SPEAKER:
        return None
    named = trimmed(text, start + len(dash), end)
    return named if named[0] < named[1] else None

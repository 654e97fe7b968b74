"""Factiva: the articles of an export, with two-letter codes before their parts or without.

Enters: the text of an export. Leaves: its `Article`s.

With codes, LP and TD have the words of an article, HD its headline, SN its outlet, PD its day, BY its byline; AN
ends it. Without, a line "90 words" stands below headline and byline; day, outlet and the owner of the rights
follow, then the words; a line "Document" with a number ends each. A word of an article that looks like
a code is one only where the codes below the words begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from variorum.read.media.databases.articles import Article

_CODES = [
    "SE",
    "HD",
    "BY",
    "CR",
    "WC",
    "PD",
    "ET",
    "SN",
    "SC",
    "ED",
    "PG",
    "VOL",
    "LA",
    "CY",
    "LP",
    "TD",
    "CT",
    "RF",
    "ART",
    "CO",
    "IN",
    "NS",
    "RE",
    "PUB",
    "IPD",
    "IPC",
    "DLN",
    "AN",
]
_LINE = re.compile(
    rf"[ \t]*({'|'.join(_CODES)})(?:[ \t]*\|[ \t]*|\t[ \t]*|[ \t]{{2,}}|[ \t]*$|( ))(.*)"
)
_ALONE = re.compile(rf"^([ \t]*(?:{'|'.join(_CODES)}))[ \t|]*\n\s*(?=\S)", re.M)
"""A code on a line of its own, above what it stands for."""
_ABOVE = frozenset(
    ["SE", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY"]
)
_SURE = re.compile(r"[ \t]*(?:(?:CO|IN|NS|RE)\b[ \t|]*[\w-]{1,12} : |AN\b[ \t|]*Document [A-Z])")
"""Codes below the words, with what stands behind them: "NS c13 : Regulation | …", "AN Document SELMGZ…"."""
NEAR = 3
"""Lines above the first sure code in which others are taken for codes."""
_NUMBERED = re.compile(r"^[ \t]*(?:AN[ \t|]+)?Document [A-Z]{2,10}\d{10,}\w{0,16}[ \t]*$", re.M)
_COUNTED = re.compile(r"[ \t]*\d[\d,.]* words[ \t]*")
_RIGHTS = re.compile(r"[ \t]*(?:\(c\)|©|copyright\b)", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?: GMT)?")
_PAGE = re.compile(r"articleParagraph|class=[\"']article\b")


def is_factiva(text: str) -> bool:
    """Tell an export by the numbers of its documents, and by codes or counts of words above them."""
    if _NUMBERED.search(text) is None:
        return False
    lines = text.splitlines()
    codes = {found[1] for line in lines if (found := _LINE.match(line)) is not None}
    return {"HD", "PD", "SN"} <= codes or any(_COUNTED.fullmatch(line) for line in lines)


def is_factiva_page(text: str) -> bool:
    """Tell a page on which an export stands."""
    return (
        _PAGE.search(text) is not None
        and re.search(r"Document [A-Z]{2,10}\d{10,}", text) is not None
    )


def factiva(text: str) -> Iterator[Article]:
    """Yield the articles of an export, in its order."""
    text, start = _ALONE.sub(r"\1\t", text), 0
    for end in _NUMBERED.finditer(text):
        lines = text[start : end.end()].splitlines()
        start = end.end()
        coded = any((found := _LINE.match(line)) is not None and found[1] == "HD" for line in lines)
        yield _of_codes(_coded(lines)) if coded else _of_lines(lines[:-1])


def _of_codes(parts: Mapping[str, str]) -> Article:
    words = [parts.get(code, "").strip("\n") for code in ("LP", "TD")]
    return Article(
        title=_line(parts, "HD"),
        byline=_line(parts, "BY"),
        outlet=_line(parts, "SN"),
        date=_line(parts, "PD"),
        text="\n\n".join(part.rstrip() for part in words if part.strip()),
    )


def _coded(lines: Sequence[str]) -> dict[str, str]:
    """Gather lines by the codes above them; the first of each code counts."""
    tail = _tail(lines)
    wide = any((found := _LINE.match(line)) and found[1] == "TD" and not found[2] for line in lines)
    parts: dict[str, str] = {}
    code = ""
    for number, line in enumerate(lines):
        found = _LINE.match(line)
        if found is not None and _opens(found, parts, below=number >= tail, wide=wide):
            code = found[1]
            parts[code] = found[3]
        elif code:
            parts[code] += f"\n{line}"
    return parts


def _opens(found: re.Match[str], parts: Mapping[str, str], *, below: bool, wide: bool) -> bool:
    """Tell whether a line that begins like a code does open a part of its own."""
    code = found[1]
    if code in parts:
        return False
    if code == "TD":
        return "LP" in parts and not (wide and found[2])
    if {"LP", "TD"} & set(parts):
        return below
    return code in _ABOVE or code == "LP"


def _tail(lines: Sequence[str]) -> int:
    """Return where the codes below the words begin."""
    sure = next((n for n, line in enumerate(lines) if _SURE.match(line)), len(lines))
    for number in range(sure - 1, max(-1, sure - 1 - NEAR), -1):
        found = _LINE.match(lines[number])
        if found is not None and found[1] not in _ABOVE | {"LP", "TD"}:
            sure = number
    return sure


def _of_lines(lines: Sequence[str]) -> Article:
    """Read an article without codes: by the count of its words, and by who owns the rights."""
    counted = next((n for n, line in enumerate(lines) if _COUNTED.fullmatch(line)), None)
    if counted is None:
        return Article()
    rights = next((n for n, line in enumerate(lines) if n > counted and _RIGHTS.match(line)), None)
    above = [line.strip() for line in lines[:counted] if line.strip()]
    between = [line.strip() for line in lines[counted + 1 : rights] if line.strip()]
    day = next((n for n, line in enumerate(between[:3]) if _YEAR.search(line)), None)
    if rights is None or day is None:
        return Article()
    after = [line for line in between[day + 1 :] if not _CLOCK.fullmatch(line)]
    return Article(
        title=above[0] if above else None,
        byline=above[1] if len(above) > 1 else None,
        outlet=after[0] if after else None,
        date=between[day],
        text="\n".join(lines[rights + 1 :]).strip(),
    )


def _line(parts: Mapping[str, str], code: str) -> str | None:
    return " ".join(parts.get(code, "").split()) or None

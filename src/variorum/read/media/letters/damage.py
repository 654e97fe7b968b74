"""Damage: what went wrong before a text was saved, and would cut or spoil its words.

Enters: decoded text. Leaves: the text to read, with a note for the person who gave it; ``None`` where
nothing is wrong.

UTF-8 that a program took for Windows-1252 and saved again as UTF-8 is decoded once more, stretch by
stretch, as any other wrong code is: a sign beyond ASCII came out as two or three that no language puts
together. All else stays as it was found.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"[^\x00-\x7f]{2,12}")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])\u00ad(?=[^\W\d_])")
_FEWEST = 2
"""One stretch may be chance; no text in a Western language has two."""
_CUT = re.compile(rb"\xe2\x80(?![\x80-\xbf])")
"""A curly mark whose last byte was lost: only that of the closing one (0x9D) means nothing in Windows-1252."""


def damage(text: str) -> tuple[str, str] | None:
    """Return the text to read, and what is wrong with the letters of the one that was saved."""
    spoilt = sum(_once(found.group()) is not None for found in _RUN.finditer(text[:1_000_000]))
    if spoilt >= _FEWEST:
        mended = _RUN.sub(lambda found: _once(found.group()) or found.group(), text)
        return mended, (
            f"{spoilt} stretches are UTF-8 that was read as Windows-1252 and saved again ('â€œ' for a "
            "quotation mark); they were repaired by a guess. Save the text again as UTF-8"
        )
    hyphens = len(_HYPHENATED.findall(text))
    if hyphens:
        return text, (
            f"soft hyphens split words ({hyphens} times); names, days and figures may be missed. "
            "Save the text without them"
        )
    return None


def _once(run: str) -> str | None:
    """Return what signs stood for, if they are bytes of signs beyond ASCII, each read as a sign of its own."""
    try:
        data = b"".join(_byte(mark) for mark in run)
        before = _CUT.sub("”".encode(), data).decode("utf-8")
    except UnicodeError:
        return None
    return before if len(before) < len(run) else None


def _byte(mark: str) -> bytes:
    """Return the byte that Windows-1252 has for a sign; those without one stand for themselves (WHATWG)."""
    return mark.encode("latin-1") if "\x80" <= mark <= "\x9f" else mark.encode("cp1252")

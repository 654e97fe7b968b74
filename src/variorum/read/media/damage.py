"""Damage: what went wrong before a text was saved, and would cut or spoil its words.

Enters: decoded text. Leaves: a note for the person who gave it, or ``None``. Nothing is repaired: a
text is never changed, and what was lost in a wrong conversion cannot be known for certain.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"[^\x00-\x7f]{2,12}")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])\u00ad(?=[^\W\d_])")
_FEWEST = 2
"""One stretch may be chance; no text in a Western language has two."""


def damage(text: str) -> str | None:
    """Return what is wrong with a text's letters."""
    spoilt = sum(_twice(run) for run in _RUN.findall(text[:1_000_000]))
    if spoilt >= _FEWEST:
        return (
            f"{spoilt} stretches look like UTF-8 that was read as Windows-1252 ('â€œ' for a quotation "
            "mark), so quotations and currencies may be missed; save the text again as UTF-8"
        )
    hyphens = len(_HYPHENATED.findall(text))
    if hyphens:
        return (
            f"{hyphens} soft hyphens stand inside words and cut them, so names and figures may be "
            "missed; save the text without them"
        )
    return None


def _twice(run: str) -> bool:
    """Whether signs are the bytes of one sign beyond ASCII, each read as a sign of its own."""
    if run.startswith("â€"):  # the start of every curly mark, whose third sign may be lost
        return True
    try:
        return len(run.encode("cp1252").decode("utf-8")) < len(run)
    except UnicodeError:
        return False

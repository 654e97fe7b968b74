"""Harmless: text that no terminal takes for a command, and JSON that none does either.

Enters: any text, any record. Leaves: text of the same length with control characters and marks
that reorder a line (Unicode TR 36) shown as signs; JSON with such characters written as escapes.
"""

from __future__ import annotations

import re

import msgspec

from variorum.folding import TURNING_MARKS

_ACTING = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{TURNING_MARKS}\ud800-\udfff]")
"""Controls (C0, DEL, C1), line separators, marks of direction; and halves of surrogate pairs, which
stand for bytes of a file's name that are no text."""
_UNESCAPED = re.compile(f"[\x7f-\x9f\u2028\u2029{TURNING_MARKS}]")
"""Those of them that JSON may hold as they are."""
_PICTURES = 0x2400
"""Where Unicode has a picture of each C0 control."""


def harmless(text: str) -> str:
    """Return text of the same length that a terminal prints and does not obey.

    A control becomes its picture, other marks the replacement character; a tab or the end of a
    line becomes a space.
    """
    return _ACTING.sub(_sign, text)


def harmless_lines(text: str) -> str:
    """Return text of several lines, each made harmless."""
    return "\n".join(harmless(line) for line in text.split("\n"))


def _sign(found: re.Match[str]) -> str:
    mark = found[0]
    if mark in "\t\n\r":
        return " "
    if mark < " ":
        return chr(_PICTURES + ord(mark))
    return "\u2421" if mark == "\x7f" else "\ufffd"


def harmless_json(record: object) -> str:
    """Return a record as one line of JSON; read back, it is the same."""
    encoded = msgspec.json.encode(record).decode("utf-8")
    return _UNESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", encoded)

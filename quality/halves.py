"""Halves: which labelled texts may be read for errors (work), and which are only counted (watch).

Enters: the id of a text, or the names of the real stories. Leaves: "work" or "watch". The rules are
written here, so that nobody chooses a half by what is in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal
from zlib import crc32

Half = Literal["work", "watch"]


def half(text: str) -> Half:
    """Return the half of a text by its id: work where the CRC-32 of its UTF-8 is even."""
    return "watch" if crc32(text.encode("utf-8")) % 2 else "work"


def in_turn(names: Iterable[str]) -> dict[str, Half]:
    """Return the halves of a few named things: the first, third and so on by name are work.

    For sets so small that a checksum would leave the halves uneven.
    """
    return {name: "watch" if place % 2 else "work" for place, name in enumerate(sorted(set(names)))}

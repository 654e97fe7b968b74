"""Stems: the rough common forms of words, and how common they are in the news at large.

Enters: nothing. Leaves: `Stems`, which a language fills; without rates all its words are rare.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

RAREST: Final = 6.0
"""The rarity, in natural logarithms, of a stem that has no rate."""


class Stems(Struct, frozen=True, kw_only=True, eq=False):
    """Endings of words in lower case, and rates of what is left of them."""

    possessive: str = ""
    """The ending of a name that owns something."""
    endings: tuple[tuple[str, str], ...] = ()
    """The first ending that fits is taken off (or replaced), if four letters stay."""
    spelled: Mapping[str, str] = {}
    """Number words as digits, so that "five" and "5" meet."""
    rates: Mapping[str, float] = {}
    """How rare a stem is, in natural logarithms from 0.05 ("the") on."""

    def rarity(self, stem: str) -> float:
        """Return how rare a stem is, from 0.05 ("the") to 6."""
        return self.rates.get(stem, RAREST)

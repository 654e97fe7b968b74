"""Forms: the forms in which one word, sign or number is written, and the one it is compared by.

Enters: nothing. Leaves: `Forms`, which a language fills; what it leaves empty, no rule finds.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from variorum.languages.tables import Words

_NONE: Words = frozenset()


class Forms(Struct, frozen=True, kw_only=True, eq=False):
    """Forms of words, folded and in lower case."""

    numbers: Mapping[str, str] = {}
    """Number words and their digits; only words that name one number."""
    pronouns: Words = _NONE
    """Number words that mostly are not figures ("no one", "one of those things")."""
    scales: Mapping[str, str] = {}
    """Short forms that scale a number, compared by the long form only where a number precedes."""
    scale_of: Mapping[str, int] = {}
    """Scale words and what they multiply by."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Endings that are spelt in two ways (regular expressions), and the one by which words are
    compared."""
    shortest_spelt: int = 1
    """Letters below which a word has one spelling ("our", "his")."""
    signs: Mapping[str, str] = {}
    """Signs and short forms that are read aloud as a word: "%"."""
    clitics: tuple[str, ...] = ()
    """Endings that a tokenizer splits from the word before them."""
    contractions: Mapping[str, str] = {}
    """Clitics with one full form."""
    stems: Mapping[str, Mapping[str, str]] = {}
    """By the clitic that follows: what stands before it where that is not spelt as the full word is."""

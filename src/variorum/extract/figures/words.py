"""Numerals, and the lexemes that numbers are made of: scale words, letters, digits.

Enters: the lexemes of a paragraph and an index. Leaves: what the lexeme there is worth.
"""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from variorum.extract.figures.lexemes import Lexeme, Lexemes

NumeralForm = Literal["cardinal", "fraction", "vague", "multiple"]


class Numeral(Struct, frozen=True):
    """Lexemes `first` to `last` (excluded) that spell `value`, or `low` to `high` when vague.

    `scale` is the scale word's worth ("million") that closed it, or ``None``; `digits` tells
    that it begins in digits.
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    form: NumeralForm = "cardinal"
    scale: Decimal | None = None
    digits: bool = False

    @property
    def value(self) -> Decimal | None:
        """Return the number as stated, ``None`` for a vague amount."""
        return None if self.form == "vague" else self.low


def plain_at(words: Lexemes, index: int) -> str:
    """Return the lower-case lexeme at an index, empty outside the paragraph."""
    return words[index].plain if 0 <= index < len(words) else ""


def after_hyphen(words: Lexemes, index: int) -> int:
    """Return the index after a hyphen that joins two lexemes, else the index itself."""
    glued = plain_at(words, index) == "-" and words[index].glued
    return index + 1 if glued and index + 1 < len(words) and words[index + 1].glued else index


def scale_at(words: Lexemes, index: int) -> Decimal | None:
    """Return the scale word at `index`; a lone letter counts only when it touches digits."""
    if not 0 <= index < len(words):
        return None
    lexeme = words[index]
    if lexeme.text in words.numbers.letter_scales:
        touches = lexeme.glued and index > 0 and words[index - 1].kind == "number"
        if not touches and _is_loose_scale(words, index):
            return words.numbers.letter_scales[lexeme.text]
        loose_end = index + 1 >= len(words) or not words[index + 1].glued
        ends = loose_end or words[index + 1].kind == "mark"
        return words.numbers.letter_scales[lexeme.text] if touches and ends else None
    return words.numbers.scales.get(lexeme.plain)


def _is_loose_scale(words: Lexemes, index: int) -> bool:
    """Read "8 B people": a capital between a number and a plural."""
    if index == 0 or words[index - 1].number is None or index + 1 >= len(words):
        return False
    after = words[index + 1]
    plural = after.plain.endswith(words.numbers.plural_suffix) or (
        after.plain in words.numbers.plurals
    )
    return (
        is_lower_word(words, after) and plural and words[index].text in words.numbers.loose_scales
    )


def is_lower_word(words: Lexemes, lexeme: Lexeme) -> bool:
    """Tell whether a lexeme is a word in small letters and not a short function word."""
    return (
        lexeme.kind == "word"
        and lexeme.text.islower()
        and lexeme.plain not in words.numbers.ends_in_s
    )


def number_at(words: Lexemes, index: int) -> Decimal | None:
    """Return what a lexeme in digits (or "½") is worth."""
    if not 0 <= index < len(words):
        return None
    return words.numbers.vulgar.get(words[index].text, words[index].number)

"""Words before a number that look like a bound and are none.

Enters: a paragraph with its tokens, and a `Quantity`. Leaves: the quantity, without such words.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from variorum.extract.figures.lexemes import LexedParagraph
from variorum.extract.figures.ranges import Quantity

PREPOSITION: Final = "preposition"


def unbounded(paragraph: LexedParagraph, quantity: Quantity) -> Quantity:
    """Take no bound from "stole it over 14 months" or "rents go up to £36"."""
    first = quantity.first
    said = tuple(paragraph.word(at) for at in range(first, quantity.core))
    moving = first > 0 and paragraph.token(first - 1).lemma.lower() in paragraph.numbers.goes
    if moving and said[: len(paragraph.numbers.up_to)] == paragraph.numbers.up_to:
        return _bare(quantity, first + len(paragraph.numbers.up_to))
    timed = quantity.unit is not None and quantity.unit.kind == "time"
    if said == paragraph.numbers.over and timed and paragraph.token(first).relation == PREPOSITION:
        return _bare(quantity, first + len(paragraph.numbers.over))
    return quantity


def _bare(quantity: Quantity, first: int) -> Quantity:
    value = quantity.value
    return replace(quantity, first=first, low=value, high=value, approximator=None)

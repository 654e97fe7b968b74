"""What a figure leaves out, because the figure before it has said it.

Enters: a figure as it was `Found`, and the `Figure` before it. Leaves: the figure, completed.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.figures.counted.noun_phrases import SUBJECTS, Syntax
from variorum.extract.figures.counted.phrases import CountedPhrase
from variorum.extract.figures.lexemes import LexedParagraph
from variorum.extract.figures.ranges import Quantity
from variorum.languages.units import FRACTION
from variorum.records import Figure

AFTER_A_CONVERSION: Final = frozenset({")", ",", ";", "/"})
"""Marks that end a figure in brackets which says the one before it once more."""


class Found(Struct, frozen=True):
    """A quantity in its paragraph, with its sentence's tree and what it counts.

    `last` is the token after it.
    """

    paragraph: LexedParagraph
    quantity: Quantity
    tree: Syntax
    counted: CountedPhrase
    last: int


def is_elliptic(found: Found, before: Figure | None) -> bool:
    """Tell whether a count leaves out its noun: "twelve people were killed and three injured"."""
    if before is None or before.value == "1" or not is_count(found.quantity):
        return False
    noun, number = found.counted.noun, found.tree.tokens[found.counted.anchor]
    if noun is None:
        return number.relation != "numeric modifier" or number.head < found.counted.anchor
    behind = noun > found.counted.anchor
    return behind and is_state(found, noun) and before.unit is not None


def is_state(found: Found, noun: int) -> bool:
    """Tell "wounded" in "12 dead and 30 wounded" from a noun that is counted."""
    return found.tree.tokens[noun].text.lower() in found.tree.counts.states


def is_count(quantity: Quantity) -> bool:
    """Tell a plain number, range or vague amount with no unit."""
    return quantity.unit is None and quantity.form in ("cardinal", "vague", "range")


def completed(figure: Figure, elliptic: Figure | None) -> Figure:
    """Give "three injured" the people of "twelve people were killed and three injured"."""
    if elliptic is None:
        return figure
    return replace(
        figure,
        counted=elliptic.counted,
        counted_head=elliptic.counted_head,
        unit=elliptic.unit,
        subject=None if figure.subject == elliptic.counted else figure.subject,
    )


def is_conversion(paragraph: LexedParagraph, before: Figure, quantity: Quantity) -> bool:
    """Tell whether this is the figure before once more, in another unit: "8 km (5 miles)"."""
    if quantity.unit is None or quantity.first < 2 or paragraph.word(quantity.first - 1) != "(":
        return False
    if paragraph.word(quantity.last) not in AFTER_A_CONVERSION:
        return False
    return paragraph.words[quantity.first - 2].end == before.place.end


def converted(figure: Figure, before: Figure) -> Figure:
    """Give a figure what the one before it counts, where, of whom and by which verb."""
    return replace(
        figure,
        counted=before.counted,
        counted_head=before.counted_head,
        counted_place=before.counted_place,
        subject=before.subject,
        predicate=before.predicate,
    )


def shared_too(found: Found, figure: Figure, before: Figure, place: str | None) -> Figure:
    """Give "60% in India" the services of "70% of services in Egypt, and 60% in India".

    `place` is what stands right behind the number, ``None`` where that is no place.
    """
    unit = found.quantity.unit
    shares = unit is not None and unit.kind == FRACTION.kind and unit.name == before.unit
    hung = found.tree.tokens[found.counted.anchor].relation
    joined = hung in ("conjunct", "apposition") or (hung in SUBJECTS and figure.counted is None)
    if place is None or not joined or not shares or not is_beside(found, before):
        return figure
    return replace(converted(figure, before), counted_place=place, change=before.change)


def is_beside(found: Found, before: Figure) -> bool:
    """Tell whether the figure before stands in the same sentence."""
    return before.place.start >= found.tree.sentence.start

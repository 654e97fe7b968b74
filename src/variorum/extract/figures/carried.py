"""What a figure leaves out, because the figure before it has said it.

Enters: a figure as it was `Found`, and the `Figure` before it. Leaves: the figure, completed.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.figures.counted.noun_phrases import SUBJECTS, Syntax, phrase
from variorum.extract.figures.counted.phrases import CountedPhrase
from variorum.extract.figures.counted.places import PLACES
from variorum.extract.figures.lexemes import LexedParagraph
from variorum.extract.figures.ranges import Quantity
from variorum.languages.units import FRACTION
from variorum.records import Figure
from variorum.syntax import NOUNS

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
    """Tell whether a count leaves out its noun: "twelve people were killed and three injured".

    A toll is not counted one by one: of "the toll rose to 128 and 40 are missing" the 40 are none of it.
    """
    if before is None or before.value == "1" or not is_count(found.quantity):
        return False
    if (before.counted_head or "").lower() in found.tree.counts.not_counted:
        return False
    noun, number = found.counted.noun, found.tree.tokens[found.counted.anchor]
    if noun is None:
        return number.relation != "numeric modifier" or number.head < found.counted.anchor
    behind = noun > found.counted.anchor
    return behind and is_state(found, noun) and before.unit is not None


def hangs_under(found: Found, other: Found) -> bool:
    """Tell the two cars of "12 people in two cars were killed and three hurt", which leaves out people.

    They hang by a preposition on what the other figure counts, or on the verb of which that is the
    subject or the object. Those among whom some are counted do not: they are the whole.
    """
    tokens, at, above = found.tree.tokens, found.counted.noun, other.counted.noun
    if at is None or above is None or tokens[at].relation != "prepositional object":
        return False
    if tokens[tokens[at].head].lemma.lower() in found.tree.counts.among:
        return False
    over = tokens[tokens[at].head].head
    part = tokens[above].relation in (*SUBJECTS, "object")
    return over == above or (part and tokens[above].head == over)


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


def is_compared(found: Found, before: Figure) -> bool:
    """Tell "up from 31", "compared with 300 last year": what the figure before counts, once more."""
    tree, quantity, noun = found.tree, found.quantity, found.counted.noun
    said = [found.paragraph.word(at) for at in (quantity.first - 2, quantity.first - 1)]
    counts = noun is not None and noun > found.counted.anchor
    compared = " ".join(said) in tree.numbers.compared or said[1] in tree.numbers.compared
    return compared and is_count(quantity) and not counts and is_beside(found, before)


def once_more(figure: Figure, before: Figure) -> Figure:
    """Give a level that is compared what the one before it counts, and of whom."""
    return replace(converted(figure, before), unit=before.unit)


def gap(found: Found, before: Figure) -> tuple[int, int] | None:
    """Return the "the zoo" of "the museum drew 900 visitors and the zoo 600": whose the figure is.

    The verb is left out, and of a count what is counted too.
    """
    tree, noun = found.tree, _noun_before(found)
    if noun is None or not is_beside(found, before) or not _is_like(found, before):
        return None
    first, last = phrase(tree, noun)
    joint = first - 1
    joint -= joint > tree.sentence.first and tree.tokens[joint].word_class == "determiner"
    if tree.tokens[joint].text not in (",", ";") and tree.tokens[joint].form != "coordinator":
        return None
    between = (token for token in tree.tokens[joint:noun] if token.start >= before.place.end)
    if any(token.word_class in ("verb", "auxiliary", "adposition") for token in between):
        return None
    return first, last


def _noun_before(found: Found) -> int | None:
    """Return the noun right before a figure that nothing is said of, in a clause without a verb."""
    tree, at = found.tree, found.paragraph.token_of[found.quantity.first] - 1
    if (
        at <= tree.sentence.first
        or tree.tokens[at].word_class not in NOUNS
        or tree.label_of(at) in ("date", "time")
    ):
        return None
    loose = tree.tokens[at].relation in (
        "unclassified",
        "conjunct",
        "apposition",
        "noun adverbial",
        "nominal modifier",
    )
    return at if loose else None


def _is_like(found: Found, before: Figure) -> bool:
    """Tell a figure in the unit of the one before it, or with none and nothing that it counts."""
    unit, noun = found.quantity.unit, found.counted.noun
    if unit is not None:
        return unit.name == before.unit
    behind = noun is not None and noun > found.counted.anchor
    return is_count(found.quantity) and before.unit is not None and not behind


def gapped(
    figure: Figure, before: Figure, whose: str, *, measured: bool, at_a_place: bool
) -> Figure:
    """Complete a figure whose clause leaves out its verb by the one before it."""
    told = replace(figure, change=before.change, predicate=before.predicate)
    if measured and before.subject is not None:
        return replace(
            told, counted=before.counted, counted_head=before.counted_head, subject=whose
        )
    if measured:
        return replace(told, counted=whose, counted_head=figure.counted_head, subject=None)
    told = replace(once_more(told, before), change=before.change)
    if at_a_place:
        return replace(told, counted_place=whose)
    return replace(told, subject=whose)


def is_of_a_place(found: Found, span: tuple[int, int]) -> bool:
    """Tell whether what stands before a figure is a place: "12 died in Orlo and Denby 7"."""
    return found.tree.label_of(span[1] - 1) in PLACES


def of_them(found: Found, figure: Figure, before: Figure) -> Figure:
    """Give the 23 of "400 pupils, 23 of them new" its unit: they are pupils.

    So is the noun of "400 pupils, 23 of whom are new", "400 pupils, including 23 from Orlo".
    """
    noun = found.counted.noun
    if _is_of_the_same(found, figure, before):
        return replace(figure, unit=before.unit)
    pronoun = noun is not None and found.tree.tokens[noun].word_class == "pronoun"
    counted = before.unit is not None and before.unit == (before.counted_head or "").lower()
    fewer = (
        _fewest(figure) < _fewest(before)
        and (before.counted_head or "") not in found.tree.counts.relative
    )
    if not (pronoun and counted and fewer and figure.unit is None and is_beside(found, before)):
        return figure
    return replace(figure, unit=before.unit)


def _is_of_the_same(found: Found, figure: Figure, before: Figure) -> bool:
    """Tell a count of what was counted one by one before; in "children under five" five is no count."""
    if figure.unit is not None or not is_count(found.quantity) or not is_beside(found, before):
        return False
    each = before.unit is not None and before.unit.endswith((before.counted_head or " ").lower())
    behind = found.paragraph.token_of[found.quantity.first] - 1 == found.counted.noun
    return each and not behind and figure.counted is not None and figure.counted == before.counted


def _fewest(figure: Figure) -> Decimal:
    return Decimal(figure.low or figure.high or figure.value or 0)

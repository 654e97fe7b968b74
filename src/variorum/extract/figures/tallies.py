"""Tallies: the two sides of a vote or a result, "7-4", "by seven votes to five", "won 3-1".

Enters: a paragraph's lexemes and what is barred from figures. Leaves: `Quantity`s in order, whose
`low` and `high` are the two sides, the smaller first: who won is told by other words, and "lost
0-3" is the same result as "won 3-0".
"""

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Final

from variorum.extract.figures.excluded import in_patterns
from variorum.extract.figures.lexemes import LexedParagraph
from variorum.extract.figures.numbers import numeral_at
from variorum.extract.figures.ranges import Quantity
from variorum.extract.figures.words import Numeral
from variorum.languages.units import SCORE, VOTE, Unit
from variorum.syntax import PLURAL

REACH: Final = 8
"""Lexemes on either side among which a word must show that the pair is a tally."""
HYPHENS: Final = ("-", "–")
LARGEST_TALLY: Final = 1000
"""No side of a vote or a match has more than this."""
HIGHEST_SCORE: Final = 200
"""No side of a match has more than this ("the 737-200")."""


def tallies(paragraph: LexedParagraph, barred: Collection[int]) -> list[Quantity]:
    """Return the tallies of a paragraph, in text order.

    `barred` are the lexemes of dates, names and codes; no tally uses them.
    """
    cues = paragraph.units.vote_cues | paragraph.units.score_cues
    if not any(word.plain in cues for word in paragraph.words):
        return []
    dates = frozenset(in_patterns(paragraph))
    found: list[Quantity] = []
    for index, word in enumerate(paragraph.words):
        if word.text not in (*HYPHENS, paragraph.numbers.to):
            continue
        tally = _hyphened(paragraph, index) if word.text in HYPHENS else _spelled(paragraph, index)
        free = found[-1].last if found else 0
        if tally is None or tally.first < free:
            continue
        if not _is_barred(paragraph, tally, dates if _is_descending(paragraph, index) else barred):
            found.append(tally)
    return found


def _is_descending(paragraph: LexedParagraph, at: int) -> bool:
    """Tell "beat United 3-1" from "pages 3-7": a name before the larger number does not own it."""
    left, right = paragraph.words[at - 1].number, paragraph.words[at + 1].number
    return left is not None and right is not None and left >= right


def _is_barred(paragraph: LexedParagraph, tally: Quantity, barred: Collection[int]) -> bool:
    """Tell whether a tally touches something else; "one" may be a side ("six to one")."""
    inside = range(tally.first, tally.last)
    return any(at in barred and paragraph.word(at) != "one" for at in inside)


def _hyphened(paragraph: LexedParagraph, at: int) -> Quantity | None:
    """Read "7-4", or "7 - 4", between marks or spaces: two whole numbers with nothing glued to them."""
    words = paragraph.words
    if not 0 < at < len(words) - 1 or words[at].glued != words[at + 1].glued:
        return None
    left, right = words[at - 1], words[at + 1]
    if not (left.text.isdigit() and right.text.isdigit()) or left.glued:
        return None
    after = words[at + 2] if at + 2 < len(words) else None
    if after is not None and after.glued and (after.kind != "mark" or after.text in "-–/%:"):
        return None
    if after is not None and paragraph.token(at + 2).form in PLURAL:
        return None
    listed = at > 1 and paragraph.token(at - 2).form == "plural"
    if listed and not _is_descending(paragraph, at):
        return None
    unit = _unit(paragraph, at)
    return _tally(at - 1, at + 2, (Decimal(left.text), Decimal(right.text)), unit)


def _spelled(paragraph: LexedParagraph, at: int) -> Quantity | None:
    """Read "seven to five", "7 votes to 5", with what must stand around it."""
    words = paragraph.words
    named = paragraph.word(at - 1) in paragraph.units.own_nouns
    left = _ending_at(paragraph, at - named)
    right = numeral_at(words, at + 1)
    if left is None or right is None or not _is_plain(right):
        return None
    framed = paragraph.word(left.first - 1) in paragraph.units.before_spelled
    framed = framed or paragraph.word(right.last) in paragraph.units.after_spelled
    counts = right.last < len(words) and paragraph.token(right.last).form in PLURAL
    if not (named or framed) or counts:
        return None
    return _tally(left.first, right.last, (left.low, right.low), _unit(paragraph, at))


def _ending_at(paragraph: LexedParagraph, end: int) -> Numeral | None:
    """Return the number of one to three lexemes that ends before `end`, the longest reading."""
    for first in range(max(0, end - 3), end):
        found = numeral_at(paragraph.words, first)
        if found is not None and found.last == end and _is_plain(found):
            return found
    return None


def _is_plain(numeral: Numeral) -> bool:
    return numeral.form == "cardinal" and numeral.low == numeral.low.to_integral_value()


def _unit(paragraph: LexedParagraph, at: int) -> Unit | None:
    near = [paragraph.word(index) for index in range(at - REACH, at + REACH + 1)]
    if any(word in paragraph.units.no_tally for word in near):
        return None
    if any(word in paragraph.units.vote_cues for word in near):
        return VOTE
    return SCORE if any(word in paragraph.units.score_cues for word in near) else None


def _tally(
    first: int, last: int, sides: tuple[Decimal, Decimal], unit: Unit | None
) -> Quantity | None:
    if unit is None or max(sides) > (HIGHEST_SCORE if unit == SCORE else LARGEST_TALLY):
        return None
    return Quantity(
        first=first,
        last=last,
        core=first,
        tail=last,
        low=min(sides),
        high=max(sides),
        value=None,
        unit=unit,
        form="tally",
        digits=True,
    )


def merged(found: list[Quantity], others: list[Quantity]) -> Iterator[Quantity]:
    """Yield tallies and other quantities in text order."""
    yield from sorted([*found, *others], key=lambda quantity: quantity.first)

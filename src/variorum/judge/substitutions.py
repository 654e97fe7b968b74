"""Substitutions: rules for a word, a name or a number that one account has and the other has not.

Enters: a `Pair`. Leaves: `Marks`, or ``None`` where the rule does not fire.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.align.coverage import COVERED
from variorum.annotations import Token
from variorum.judge.details import Detail, is_number, names_differ, numbers_differ
from variorum.judge.english_kinds import KIND_OF, ORDINALS
from variorum.judge.english_sense import ANTONYMS, OPPOSING_PREFIXES
from variorum.judge.marks import SAME_CLAIM, Marks
from variorum.judge.pairs import Pair, Side
from variorum.judge.sameness import SAME
from variorum.judge.slots import own_words, same_place, same_slot

ADDRESS = 3
"""Slashes from which a passage is an address on the web."""
SHORTEST_STEM = 4
"""Letters of the plain word below which a beginning is no prefix ("in" and "inert")."""


def opposite_words(pair: Pair) -> Marks | None:
    """The accounts use words of opposite meaning in the same place."""
    if not _comparable(pair):
        return None
    return _replaced(pair, _opposed)


def _opposed(left: Token, right: Token) -> bool:
    one, other = _lemma(left), _lemma(right)
    if (one, other) in ANTONYMS or (other, one) in ANTONYMS:
        return True
    if not {left.pos, right.pos} <= {"ADJ", "ADV"}:
        return False
    short, long = sorted((one, other), key=len)
    prefix = long.removesuffix(short)
    return len(short) >= SHORTEST_STEM and prefix in OPPOSING_PREFIXES


def other_of_a_kind(pair: Pair) -> Marks | None:
    """The accounts use words in the same place of which one excludes the other."""
    if not _comparable(pair):
        return None
    return _replaced(pair, _of_a_kind)


def _of_a_kind(left: Token, right: Token) -> bool:
    one, other = _lemma(left), _lemma(right)
    if ORDINALS.get(one, one) == ORDINALS.get(other, other):
        return False
    return one in KIND_OF and KIND_OF[one] == KIND_OF.get(other)


def other_number(pair: Pair) -> Marks | None:
    """The accounts have different numbers in the same place; neither has the other's anywhere."""
    return _other_detail(pair, numbers=True)


def other_name(pair: Pair) -> Marks | None:
    """The accounts have different names in the same place, and neither has the other's anywhere."""
    return _other_detail(pair, numbers=False)


def _other_detail(pair: Pair, *, numbers: bool) -> Marks | None:
    if not all(pair.own) or not _comparable(pair):
        return None
    mine, theirs = (_undated(*one) for one in zip((pair.left, pair.right), pair.own, strict=True))
    differ = numbers_differ if numbers else names_differ
    for left in mine:
        for right in theirs:
            alike = is_number(left) == is_number(right) == numbers
            if alike and differ(left, right) and same_place((pair.left, left), (pair.right, right)):
                return Marks(left=pair.left.span(*left), right=pair.right.span(*right))
    return None


def _undated(side: Side, details: tuple[Detail, ...]) -> list[Detail]:
    """Leave out what is part of a date, a time or an address, or stands beside another number."""
    if side.place.text.count("/") >= ADDRESS:
        return []
    dated = [(moment.place.start, moment.place.end) for moment in side.moments]
    return [
        detail
        for detail in details
        if not any(start <= detail[0].start < end for start, end in dated)
        and not (is_number(detail) and _beside_number(side, detail))
    ]


def _beside_number(side: Side, detail: Detail) -> bool:
    at = side.tokens.index(detail[0])
    near = (*side.tokens[max(0, at - 1) : at], *side.tokens[at + 1 : at + 2])
    return any(token.text[:1].isdigit() for token in near)


def _comparable(pair: Pair) -> bool:
    """Tell whether the two are forms of one claim, or one is a part of the other."""
    return pair.likeness >= SAME_CLAIM or pair.sameness >= SAME or max(pair.had) >= COVERED


def _replaced(pair: Pair, excludes: Callable[[Token, Token], bool]) -> Marks | None:
    """Return the first words of either side alone that fill one slot and exclude each other."""
    others = own_words(pair.right, pair.left)
    for left in own_words(pair.left, pair.right):
        for right in others:
            if excludes(left, right) and same_slot((pair.left, left), (pair.right, right)):
                return Marks(left=pair.left.span(left), right=pair.right.span(right))
    return None


def _lemma(token: Token) -> str:
    return token.lemma.lower()

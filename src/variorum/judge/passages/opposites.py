"""Opposites: words of opposite meaning in the same place of two passages.

Enters: a `Pair`. Leaves: `Marks`, or ``None`` where the rule does not fire.
"""

from __future__ import annotations

from variorum.annotations import Token
from variorum.judge.passages.marks import SAME_CLAIM, Marks
from variorum.judge.passages.pairs import Pair
from variorum.judge.passages.slots import own_words, same_slot
from variorum.languages.sense import Sense

SHORTEST_STEM = 4
"""Letters of the plain word below which a beginning is no prefix ("in" and "inert")."""


def opposite_words(pair: Pair) -> Marks | None:
    """The accounts use words of opposite meaning in the same place."""
    if pair.likeness < SAME_CLAIM:
        return None
    others = own_words(pair.right, pair.left)
    for left in own_words(pair.left, pair.right):
        for right in others:
            if _opposed(pair.left.language.sense, left, right) and same_slot(
                (pair.left, left), (pair.right, right)
            ):
                return Marks(left=pair.left.span(left), right=pair.right.span(right))
    return None


def _opposed(sense: Sense, left: Token, right: Token) -> bool:
    one, other = left.lemma.lower(), right.lemma.lower()
    if (one, other) in sense.antonyms or (other, one) in sense.antonyms:
        return True
    if not {left.word_class, right.word_class} <= {"adjective", "adverb"}:
        return False
    short, long = sorted((one, other), key=len)
    prefix = long.removesuffix(short)
    return len(short) >= SHORTEST_STEM and prefix in sense.opposing_prefixes

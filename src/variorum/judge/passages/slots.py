"""Slots: two words that stand in the same place of two passages, where one is put for the other.

Enters: `Side`s and tokens of them. Leaves: whether two tokens fill the same slot.

A word's slot is known by its neighbours: the content word before it, or after it, is the same on
both sides. Parses of small models differ too often between two wordings to be asked for more.
"""

from __future__ import annotations

from variorum.align.cutting import content_tokens
from variorum.annotations import Token
from variorum.judge.passages.pairs import Side


def own_words(side: Side, other: Side) -> list[Token]:
    """Return the words of a side whose lemma is not on the other side."""
    theirs = {token.lemma.lower() for token in other.tokens}
    return [token for token in side.tokens if token.lemma.lower() not in theirs]


def neighbours(side: Side, token: Token) -> tuple[str | None, str | None]:
    """Return the lemmas of the content words before and after a token of the passage."""
    content = content_tokens(side.tokens)
    before = [t.lemma.lower() for t in content if t.end <= token.start]
    after = [t.lemma.lower() for t in content if t.start >= token.end]
    return (before[-1] if before else None, after[0] if after else None)


def same_slot(left: tuple[Side, Token], right: tuple[Side, Token]) -> bool:
    """Tell whether the word before, or the word after, is the same on both sides."""
    return any(_agree(left[0], *pair) for pair in _beside(left, right))


def _beside(
    left: tuple[Side, Token], right: tuple[Side, Token]
) -> list[tuple[str | None, str | None]]:
    return list(zip(neighbours(*left), neighbours(*right), strict=True))


def _agree(side: Side, left: str | None, right: str | None) -> bool:
    """Tell whether two neighbours are one word, and no verb that may stand beside anything."""
    return left is not None and left == right and left not in side.language.sense.light_verbs

"""Roles: what part in its clause is played by what a number counts.

Enters: the tokens of a sentence, the index of a number in it. Leaves: a `Role`.

"Three cables were damaged" and "two cables suffered damage" tell of cables that something befell; "he
caught three passes" tells of one who did something, and another may have caught two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from msgspec import Struct

from variorum.annotations import Token
from variorum.records import Figure
from variorum.syntax import NOUNS, Relation, WordClass

ClausePart = Literal["subject", "patient", "object", "attached", "other"]

MOST_NESTED: Final = 6
"""Words that are climbed from a number to its clause: deeper nesting is a broken parse."""
NOMINAL: Final = frozenset[Relation](
    {
        "numeric modifier",
        "quantity modifier",
        "nominal modifier",
        "compound",
        "adjectival modifier",
        "determiner",
        "adverbial modifier",
        "noun adverbial",
        "predeterminer",
        "possessor",
        "conjunct",
    }
)
"""How a number hangs on what it counts, or a part of its phrase on the head."""
NOMINAL_WORDS: Final = frozenset[WordClass]({*NOUNS, "numeral", "symbol"})
CLAUSE_PARTS: Final[dict[Relation, ClausePart]] = {
    "subject": "subject",
    "passive subject": "patient",
    "object": "object",
    "prepositional object": "attached",
}


class Role(Struct, frozen=True):
    """The part of what is counted in its clause, and the lemma of a noun it hangs on: "names of three"."""

    part: ClausePart = "other"
    on: str | None = None


def position(tokens: Sequence[Token], figure: Figure) -> int | None:
    """Return the index of the first token of a figure in its sentence."""
    return next((i for i, t in enumerate(tokens) if t.end > figure.place.start), None)


def role(tokens: Sequence[Token], offset: int, at: int | None) -> Role:
    """Return the role of what the number `at` counts; heads are counted from `offset` in the account."""
    if at is None:
        return Role()
    top = _top(tokens, offset, at)
    part = CLAUSE_PARTS.get(tokens[top].relation, "other")
    return Role(part, _on(tokens, offset, top) if part == "attached" else None)


def _above(tokens: Sequence[Token], offset: int, index: int) -> int | None:
    above = tokens[index].head - offset
    return above if above != index and 0 <= above < len(tokens) else None


def _top(tokens: Sequence[Token], offset: int, index: int) -> int:
    """Return the head of the noun phrase that a number stands in; a conjunct has the part of the first."""
    for _ in range(MOST_NESTED):
        above = _above(tokens, offset, index)
        if above is None or tokens[above].word_class not in NOMINAL_WORDS:
            return index
        if tokens[index].relation not in NOMINAL:
            return index
        index = above
    return index


def _on(tokens: Sequence[Token], offset: int, index: int) -> str | None:
    """Return the noun that "of three victims" hangs on, ``None`` where it hangs on a verb."""
    preposition = _above(tokens, offset, index)
    above = None if preposition is None else _above(tokens, offset, preposition)
    if above is None or tokens[above].word_class not in NOUNS:
        return None
    return tokens[above].lemma.lower()

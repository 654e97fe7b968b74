"""Actors: who does what a verb says.

Enters: `Side`s and their predicates. Leaves: the words of a name that does an act, and whether two
such names are certain to be apart.

An entity of its own is no proof: names that linking did not dare to merge have two. Only where no
word of either name stands in the other passage, and neither can be a form of the other, are two actors
taken to differ.
"""

from __future__ import annotations

from variorum.annotations import Token
from variorum.judge.details import names_differ
from variorum.judge.pairs import Pair, Side
from variorum.judge.predicates import Predicate


def actor(side: Side, predicate: Predicate) -> tuple[Token, ...]:
    """Return the words of the name that does the act, if nothing else stands beside it."""
    for index, token in enumerate(side.tokens):
        above = token.head - side.offset
        by_agent = token.dep == "pobj" and 0 <= above < len(side.tokens)
        agent = by_agent and side.tokens[above].dep == "agent"
        verb = side.tokens[above].head - side.offset if agent else above
        does = agent or (token.dep == "nsubj" and token.pos == "PROPN")
        alone = not any(t.dep == "conj" and t.head - side.offset == index for t in side.tokens)
        if does and alone and verb == predicate.index and index in side.names:
            return _name_at(side, index)
    return ()


def _name_at(side: Side, index: int) -> tuple[Token, ...]:
    """Return the words of the name around a token, which must be one of them."""
    first = last = index
    while side.names.get(first - 1) == side.names[index]:
        first -= 1
    while side.names.get(last + 1) == side.names[index]:
        last += 1
    return side.tokens[first : last + 1]


def named_apart(pair: Pair, mine: tuple[Token, ...], theirs: tuple[Token, ...]) -> bool:
    """Tell whether no word of either name stands anywhere in the other passage."""
    for name, other in ((mine, pair.right), (theirs, pair.left)):
        there = {token.text.lower() for token in other.tokens}
        if any(token.text.lower() in there for token in name if token.pos == "PROPN"):
            return False
    return names_differ(mine, theirs)

"""Rises and falls: is a number how much there is, or by how much it changed?

Enters: a sentence's `Syntax` and the token of a number in it. Leaves: "up", "down" or ``None``.
"""

from variorum.annotations import Token
from variorum.extract.english_figures import CHANGE_AS_OBJECT, FALL, RISE
from variorum.extract.figure_syntax import Syntax
from variorum.vocabulary import Direction

CHAIN = 4
"""How many coordinations are followed: "rose 9 points, or 0.6%"."""


def change(tree: Syntax, anchor: int, *, measured: bool) -> Direction | None:
    """Return the way something moved by this number: "rose 5%", "by 12", "a 5% fall"."""
    token = tree.tokens[anchor]
    if token.dep in ("nummod", "compound", "amod", "quantmod", "nmod"):
        noun = tree.tokens[token.head]
        if measured and _direction(noun) and token.head > anchor:
            return _direction(noun)
        token = noun
    for _ in range(CHAIN):
        if token.dep not in ("conj", "appos"):
            break
        token = tree.tokens[token.head]
    return _under(tree, token, measured=measured)


def _under(tree: Syntax, token: Token, *, measured: bool) -> Direction | None:
    head = tree.tokens[token.head]
    if token.dep == "pobj":
        above = tree.tokens[head.head]
        named = head.lemma.lower() == "of" and above.pos == "NOUN"
        return _direction(above) if head.lemma.lower() == "by" or named else None
    moved = token.dep in ("npadvmod", "advmod")
    taken = token.dep == "dobj" and (measured or head.lemma.lower() in CHANGE_AS_OBJECT)
    return _direction(head) if moved or taken else None


def _direction(token: Token) -> Direction | None:
    lemma = token.lemma.lower()
    if token.pos not in ("VERB", "NOUN"):
        return None
    return "up" if lemma in RISE else "down" if lemma in FALL else None

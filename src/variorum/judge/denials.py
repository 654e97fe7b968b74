"""Denials: a word that one passage denies and the other affirms.

Enters: a `Pair`. Leaves: `Marks`, or ``None`` where the rule does not fire.

The verb's own group is read in `judge.predicates`; here stands what a negation bears on wherever it
stands: "pleaded not guilty", "no evidence".
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.align.passages import content_tokens
from variorum.annotations import Token
from variorum.judge.english_sense import LIGHT_VERBS, NEGATIONS, NO_DENIALS, UNSURE
from variorum.judge.marks import Marks
from variorum.judge.pairs import Pair, Side
from variorum.judge.sameness import SAME

FEWEST = 4
"""Content words of a passage below which a negation in it cannot be placed."""
FARTHEST = 5
"""Tokens after a negation among which stands the word that it denies."""


def denied_word(pair: Pair) -> Marks | None:
    """One account denies of a word what the other affirms."""
    left, right = list(_denials(pair.left)), list(_denials(pair.right))
    if bool(left) == bool(right):
        return None
    denying, affirming = (pair.left, pair.right) if left else (pair.right, pair.left)
    if _unsure(denying) or _unsure(affirming) or len(denying.words) < FEWEST:
        return None
    if pair.sameness < SAME:
        return None
    for negation, word in left or right:
        said = [t for t in affirming.tokens if t.lemma.lower() == word.lemma.lower()]
        if said:
            denial, claim = denying.span(negation, word), affirming.span(said[0])
            return Marks(denial, claim) if left else Marks(claim, denial)
    return None


def denies(side: Side) -> bool:
    """Tell whether anything is denied in a passage: then two denials may be one put elsewhere."""
    return next(_denials(side), None) is not None


def _unsure(side: Side) -> bool:
    return any(token.lemma.lower() in UNSURE for token in side.tokens)


def _denials(side: Side) -> Iterator[tuple[Token, Token]]:
    """Yield negations with the word that each bears on: the next that says more than "be"."""
    for index, token in enumerate(side.tokens):
        if token.lemma.lower() not in NEGATIONS and token.dep != "neg":
            continue
        after = side.tokens[index + 1 : index + 1 + FARTHEST]
        if after and after[0].lemma.lower() in NO_DENIALS:
            continue
        words = [t for t in content_tokens(after) if t.lemma.lower() not in LIGHT_VERBS]
        if words and words[0].pos != "NUM":
            yield token, words[0]

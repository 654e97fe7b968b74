"""Denials: the words that a passage denies.

Enters: a `Side`. Leaves: whether anything in it is denied.

The verb's own group is read in `judge.passages.predicates`; here stands what a negation bears on wherever it
stands: "pleaded not guilty", "no evidence".
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.align.cutting import content_tokens
from variorum.annotations import Token
from variorum.judge.passages.pairs import Side

NEGATION_SCOPE = 5
"""Tokens after a negation among which stands the word that it denies."""


def denies(side: Side) -> bool:
    """Tell whether anything is denied in a passage: then two denials may be one put elsewhere."""
    return next(_denials(side), None) is not None


def _denials(side: Side) -> Iterator[tuple[Token, Token]]:
    """Yield negations with the word that each bears on: the next that says more than "be"."""
    for index, token in enumerate(side.tokens):
        if (
            token.lemma.lower() not in side.language.sense.negations
            and token.relation != "negation"
        ):
            continue
        after = side.tokens[index + 1 : index + 1 + NEGATION_SCOPE]
        if after and after[0].lemma.lower() in side.language.sense.no_denials:
            continue
        words = [
            t
            for t in content_tokens(after)
            if t.lemma.lower() not in side.language.sense.light_verbs
        ]
        if words and words[0].word_class != "numeral":
            yield token, words[0]

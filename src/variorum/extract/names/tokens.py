"""Tokens: an account's tokens, with the words by which their language shows what a name is of.

Enters: an `Annotation`. Leaves: `Tokens`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from variorum.annotations import Annotation, Token
from variorum.languages.names import Names
from variorum.languages.registry import language_of


class Tokens(tuple[Token, ...]):
    """All tokens of an account in order."""

    names: Names

    def __new__(cls, tokens: Iterable[Token], names: Names) -> Self:
        """Make them of tokens and the words of their language."""
        made = super().__new__(cls, tokens)
        made.names = names
        return made


def tokens_of(annotation: Annotation) -> Tokens:
    """Return the tokens of an annotation with the words of its language."""
    return Tokens(annotation.tokens, language_of(annotation.language).names)

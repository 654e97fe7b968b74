"""The parse as a tree: children, the stretch of text a token governs, the clause it heads.

Enters: an `Annotation`. Leaves: a `Tree` that answers in constant time.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from variorum.annotations import Annotation, Token
from variorum.languages.language import Language
from variorum.languages.registry import language_of
from variorum.languages.reporting import Reporting
from variorum.syntax import Relation


class Tree(Struct, frozen=True):
    """`children`, `left` and `right` are indexed by token; `right` is the last token governed.

    `language` is the one that the account is read in, `reporting` its words of reporting.
    """

    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    sentence_of: tuple[int, ...]
    sentence_first: tuple[int, ...]
    language: Language
    reporting: Reporting

    def word(self, index: int) -> str:
        """Return a token in lower case."""
        return self.tokens[index].text.lower()

    def lemma(self, index: int) -> str:
        """Return a token's lemma in lower case."""
        return self.tokens[index].lemma.lower()

    def first_of(self, index: int) -> int:
        """Return the first token of the sentence that a token stands in."""
        return self.sentence_first[self.sentence_of[index]]

    def last_of(self, index: int) -> int:
        """Return the end (excluded) of the sentence that a token stands in."""
        number = self.sentence_of[index] + 1
        return (
            self.sentence_first[number] if number < len(self.sentence_first) else len(self.tokens)
        )

    def child(self, index: int, *relations: Relation) -> int | None:
        """Return the first child in one of these relations, or ``None``."""
        for child in self.children[index]:
            if self.tokens[child].relation in relations:
                return child
        return None

    def inner(self, link: int) -> tuple[int, ...]:
        """Return the one word that a preposition leads to, quotation marks passed over."""
        return tuple(c for c in self.children[link] if self.tokens[c].word_class != "punctuation")[
            :1
        ]

    def all(self, index: int, *relations: Relation) -> list[int]:
        """Return all children in one of these relations, in the order of the text."""
        return [child for child in self.children[index] if self.tokens[child].relation in relations]


def tree(annotation: Annotation) -> Tree:
    """Turn the heads of an annotation's tokens round; linear in their number.

    Heads of a parser or a dossier from elsewhere may run in a circle: each word of one is its own head
    here, so that no rule that climbs them climbs for ever.
    """
    tokens = _uncircled(annotation.tokens)
    children = _children(tokens)
    left, right = list(range(len(tokens))), list(range(len(tokens)))
    for index in reversed(_parents_first(children, _roots(tokens))):
        for child in children[index]:
            left[index] = min(left[index], left[child])
            right[index] = max(right[index], right[child])
    sentence_of = [0] * len(tokens)
    for number, sentence in enumerate(annotation.sentences):
        sentence_of[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
    language = language_of(annotation.language)
    return Tree(
        tokens=tokens,
        children=tuple(map(tuple, children)),
        left=tuple(left),
        right=tuple(right),
        sentence_of=tuple(sentence_of),
        sentence_first=tuple(sentence.first for sentence in annotation.sentences),
        language=language,
        reporting=language.reporting,
    )


def _uncircled(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens, those that lead to no root made roots of their own."""
    reached = _parents_first(_children(tokens), _roots(tokens))
    lost = set(range(len(tokens))).difference(reached) if len(reached) < len(tokens) else ()
    if not lost:
        return tokens
    return tuple(replace(t, head=i) if i in lost else t for i, t in enumerate(tokens))


def _children(tokens: tuple[Token, ...]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index:
            children[token.head].append(index)
    return children


def _roots(tokens: Iterable[Token]) -> list[int]:
    return [index for index, token in enumerate(tokens) if token.head == index]


def _parents_first(children: list[list[int]], roots: list[int]) -> list[int]:
    order = list(roots)
    for index in order:
        order.extend(children[index])
    return order

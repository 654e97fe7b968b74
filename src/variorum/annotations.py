"""Annotations: what the language pipeline saw in an account, as our own frozen records.

Enters: nothing. Leaves: `Token`, `Sentence`, `NamedSpan` and `Annotation`; offsets are the account's.

`gc=False`: frozen values form no cycles, so Python's cycle collector need not visit the many
thousands of them; with it, comparing took twice as long (decision 0005).
"""

from __future__ import annotations

from msgspec import Struct

from variorum.syntax import Form, NamedKind, Relation, WordClass


class Token(Struct, frozen=True, gc=False):
    """A word or mark: what it is, what its form shows, and how it hangs on its head (`syntax`).

    `head` is the index of its head in `Annotation.tokens` (its own index at a root).
    """

    start: int
    end: int
    text: str
    lemma: str
    word_class: WordClass
    form: Form
    relation: Relation
    head: int


class Sentence(Struct, frozen=True, gc=False):
    """Tokens `first` to `last` (excluded) and their characters, with where they stand.

    `region` is an index into `Account.regions`; `paragraph` numbers the block of text.
    """

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    region: int


class NamedSpan(Struct, frozen=True, gc=False):
    """Tokens `first` to `last` (excluded) that the pipeline called a name or a quantity."""

    first: int
    last: int
    kind: NamedKind


class Annotation(Struct, frozen=True, kw_only=True):
    """The language pipeline's reading of one account; furniture is not read.

    `language` is the code of the one it was read in, ``None`` for that of accounts of no known one.
    """

    account: str
    language: str | None = None
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    named: tuple[NamedSpan, ...] = ()
    noun_chunks: tuple[tuple[int, int], ...] = ()

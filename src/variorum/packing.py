"""Packing: a dossier as bytes, small enough to keep in a ledger and to send to a worker.

Enters: `Dossier`s. Leaves: bytes, and the same dossiers again, given their accounts.

What stands once a token or once a passage is kept in columns of numbers, each in as few bytes as it
needs, counted from where the number is expected: a start from the end before it, a head from its
own word. Labels are numbers in a table. What the account's text tells is left out: the words of a
token, a lemma that is its word, the place of a passage. All of it is packed with the account's own
text as dictionary, since most strings of a dossier are words of it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import cast

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from variorum.align.cutting import passage
from variorum.annotations import Annotation, NamedSpan, Sentence, Token
from variorum.errors import LedgerError
from variorum.ledgers.compression import COLLATE_AGAIN, inflated
from variorum.records import Account, Dossier, Passage, Problem, Statements
from variorum.sparing import FAULTS
from variorum.syntax import Form, NamedKind, Relation, WordClass


class Labels(Struct, frozen=True, array_like=True):
    """Strings, or ``None``, by their numbers in a table."""

    table: tuple[str | None, ...]
    numbers: bytes


class TokenColumns(Struct, frozen=True, array_like=True):
    """Tokens in columns: `spans` of characters, `heads` from the word itself; a lemma is ``None`` where
    it is the word.
    """

    spans: bytes
    lemmas: Labels
    word_classes: Labels
    forms: Labels
    relations: Labels
    heads: bytes


class Packed(Struct, frozen=True, array_like=True):
    """A dossier's parts but its account: `sentences` as characters, tokens, paragraphs and regions."""

    tokens: TokenColumns
    sentences: tuple[bytes, bytes, bytes, bytes]
    named: tuple[bytes, Labels]
    noun_chunks: bytes
    statements: Statements
    passages: tuple[bytes, bytes, Labels]
    problems: tuple[Problem, ...]


LEVEL = 7
"""How hard DEFLATE tries: 9 makes dossiers a seventieth smaller and takes four times as long."""
LOOKED_BACK = 32_000
"""Bytes that DEFLATE can look back on."""
NUMBER_BYTES = (1, 2, 4)
"""Bytes of a number."""
_DECODER = msgspec.msgpack.Decoder(Packed)
_ENCODER = msgspec.msgpack.Encoder()


def pack(dossier: Dossier) -> bytes:
    """Return a dossier as bytes; equal dossiers give equal bytes."""
    annotation, passages = dossier.annotation, dossier.passages
    sentences, named = annotation.sentences, annotation.named
    packed = Packed(
        tokens=_tokens(annotation.tokens),
        sentences=(
            _spans((s.start, s.end) for s in sentences),
            _spans((s.first, s.last) for s in sentences),
            _steps([s.paragraph for s in sentences]),
            _steps([s.region for s in sentences]),
        ),
        named=(_spans((n.first, n.last) for n in named), _labels(n.kind for n in named)),
        noun_chunks=_spans(annotation.noun_chunks),
        statements=dossier.statements,
        passages=(
            _spans((p.first, p.last) for p in passages),
            _steps([p.sentence for p in passages]),
            _labels(p.quotation for p in passages),
        ),
        problems=dossier.problems,
    )
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, zdict=_words(dossier.account))
    return stream.compress(_ENCODER.encode(packed)) + stream.flush()


def unpack(body: bytes, account: Account) -> Dossier:
    """Return the dossier of an account; LedgerError if the bytes are no dossier of such a text."""
    where = f"What is kept of {account.source}"
    whole = inflated(body, where, words=_words(account))
    try:
        return _unpacked(whole, account)
    except (*FAULTS, msgspec.DecodeError) as error:  # columns that do not fit raise any of them
        raise LedgerError(
            f"{where} is damaged: it is no dossier of its text. {COLLATE_AGAIN}"
        ) from error


def _unpacked(whole: bytes, account: Account) -> Dossier:
    packed = _DECODER.decode(whole)
    annotation = _annotation(account, packed)
    return Dossier(
        account=account,
        annotation=annotation,
        statements=packed.statements,
        passages=_passages(account, annotation.tokens, packed),
        problems=packed.problems,
    )


def linkable(body: bytes, account: Account) -> Dossier:
    """Return an account's dossier without what linking does not look at, most of its size.

    The dossier may have been made when the account's source had another name.
    """
    dossier = unpack(body, account)
    problems = tuple(replace(problem, where=account.source) for problem in dossier.problems)
    return replace(dossier, passages=(), problems=problems)


def _words(account: Account) -> bytes:
    return account.text.encode()[-LOOKED_BACK:]


def _tokens(tokens: Sequence[Token]) -> TokenColumns:
    return TokenColumns(
        spans=_spans((t.start, t.end) for t in tokens),
        lemmas=_labels(None if t.lemma == t.text else t.lemma for t in tokens),
        word_classes=_labels(t.word_class for t in tokens),
        forms=_labels(t.form for t in tokens),
        relations=_labels(t.relation for t in tokens),
        heads=_numbers([t.head - index for index, t in enumerate(tokens)]),
    )


def _annotation(account: Account, packed: Packed) -> Annotation:
    characters, first_last, paragraphs, regions = packed.sentences
    places = zip(
        _pairs(characters), _pairs(first_last), _sums(paragraphs), _sums(regions), strict=True
    )
    spans, kinds = packed.named
    named = zip(_pairs(spans), _strings(kinds), strict=True)
    return Annotation(
        account=account.id,
        language=account.language,
        tokens=_whole_tokens(account.text, packed.tokens),
        sentences=tuple(Sentence(*chars, *words, p, r) for chars, words, p, r in places),
        named=tuple(NamedSpan(*span, cast(NamedKind, kind)) for span, kind in named),
        noun_chunks=tuple(_pairs(packed.noun_chunks)),
    )


def _whole_tokens(text: str, tokens: TokenColumns) -> tuple[Token, ...]:
    labels = (tokens.lemmas, tokens.word_classes, tokens.forms, tokens.relations)
    columns = zip(_pairs(tokens.spans), *map(_strings, labels), _whole(tokens.heads), strict=True)
    return tuple(
        Token(
            start=start,
            end=end,
            text=(word := text[start:end]),
            lemma=word if lemma is None else lemma,
            word_class=cast(WordClass, word_class),
            form=cast(Form, form),
            relation=cast(Relation, relation),
            head=index + head,
        )
        for index, ((start, end), lemma, word_class, form, relation, head) in enumerate(columns)
    )


def _passages(account: Account, tokens: Sequence[Token], packed: Packed) -> tuple[Passage, ...]:
    spans, sentences, quotations = packed.passages
    columns = zip(_pairs(spans), _sums(sentences), _strings(quotations), strict=True)
    return tuple(passage(account, tokens, place, (s, quoted)) for place, s, quoted in columns)


def _numbers(values: Sequence[int] | np.ndarray) -> bytes:
    """Return whole numbers in as few bytes each as all of them need, after that width."""
    whole = np.array(values, dtype=np.int32)
    narrow = (whole.astype(f"<i{width}") for width in NUMBER_BYTES)
    small = next(some for some in narrow if np.array_equal(some, whole))
    return bytes([small.itemsize]) + small.tobytes()


def _whole(numbers: bytes) -> list[int]:
    whole: list[int] = _array(numbers).tolist()
    return whole


def _array(numbers: bytes) -> np.ndarray:
    return np.frombuffer(numbers, dtype=f"<i{numbers[0]}", offset=1).astype(np.int32)


def _steps(values: Sequence[int]) -> bytes:
    """Return numbers, each as its distance from the one before."""
    return _numbers(np.diff(np.array(values, dtype=np.int32), prepend=0))


def _sums(steps: bytes) -> list[int]:
    """Return the numbers that `_steps` gave."""
    whole: list[int] = np.cumsum(_array(steps)).tolist()
    return whole


def _spans(pairs: Iterable[tuple[int, int]]) -> bytes:
    """Return pairs of start and end: all starts from the end before, then all ends from their start."""
    flat = np.diff(np.fromiter(chain.from_iterable(pairs), dtype=np.int32), prepend=0)
    return _numbers(flat.reshape(-1, 2).T.ravel())


def _pairs(spans: bytes) -> list[tuple[int, int]]:
    """Return the pairs that `_spans` gave."""
    flat = np.cumsum(_array(spans).reshape(2, -1).T.ravel()).tolist()
    return list(zip(flat[::2], flat[1::2], strict=True))


def _labels(values: Iterable[str | None]) -> Labels:
    """Return strings as numbers in a table of them, in the order in which they first stand."""
    table: dict[str | None, int] = {}
    numbers = [table.setdefault(value, len(table)) for value in values]
    return Labels(tuple(table), _numbers(numbers))


def _strings(labels: Labels) -> list[str | None]:
    """Return the strings that `_labels` gave."""
    return [labels.table[number] for number in _whole(labels.numbers)]

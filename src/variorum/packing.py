"""Packing: a dossier as bytes, small enough to keep in a ledger and to send to a worker.

Enters: `Dossier`s. Leaves: bytes, and the same dossiers again, given their accounts.

Tokens are kept as columns of numbers over a table of strings, each number as its distance from
where it is expected: a fiftieth of their size as objects, and strings that recur are shared when
they are unpacked. All of it is packed with the account's own text as dictionary, since most strings
of a dossier are words of it; the account itself is left out, for it is kept anyway.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import cast

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from variorum.annotations import Annotation, NamedSpan, Sentence, Token
from variorum.records import Account, Dossier, Passage, Problem, Statements
from variorum.syntax import Form, Relation, WordClass


class Columns(Struct, frozen=True, array_like=True):
    """An annotation: `numbers` are the columns start, end, lemma, word class, form, relation, head of
    its tokens, `sentences` those of its sentences, as int32.
    """

    strings: tuple[str, ...]
    numbers: bytes
    sentences: bytes
    named: tuple[NamedSpan, ...]
    noun_chunks: tuple[tuple[int, int], ...]


class Packed(Struct, frozen=True, array_like=True):
    """A dossier's parts but its account, its annotation as columns."""

    columns: Columns
    statements: Statements
    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...]


TOKEN_COLUMNS = 7
SENTENCE_COLUMNS = 6
LEVEL = 7
"""How hard DEFLATE tries: 9 makes dossiers a seventieth smaller and takes four times as long."""
LOOKED_BACK = 32_000
"""Bytes that DEFLATE can look back on."""
_DECODER = msgspec.msgpack.Decoder(Packed)
_ENCODER = msgspec.msgpack.Encoder()


def pack(dossier: Dossier) -> bytes:
    """Return a dossier as bytes; equal dossiers give equal bytes."""
    packed = Packed(
        columns=_columns(dossier.annotation),
        statements=dossier.statements,
        passages=dossier.passages,
        problems=dossier.problems,
    )
    stream = zlib.compressobj(LEVEL, zlib.DEFLATED, zdict=_words(dossier.account))
    return stream.compress(_ENCODER.encode(packed)) + stream.flush()


def unpack(body: bytes, account: Account) -> Dossier:
    """Return the dossier of an account.

    msgspec.DecodeError, ValidationError or zlib.error if the bytes are no dossier of such a text.
    """
    stream = zlib.decompressobj(zdict=_words(account))
    packed = _DECODER.decode(stream.decompress(body) + stream.flush())
    return Dossier(
        account=account,
        annotation=_annotation(account, packed.columns),
        statements=packed.statements,
        passages=packed.passages,
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


def _columns(annotation: Annotation) -> Columns:
    index: dict[str, int] = {}
    rows = [
        (
            t.start,
            t.end,
            *(
                index.setdefault(text, len(index))
                for text in (t.lemma, t.word_class, t.form, t.relation)
            ),
            t.head,
        )
        for t in annotation.tokens
    ]
    sentences = [
        (s.start, s.end, s.first, s.last, s.paragraph, s.region) for s in annotation.sentences
    ]
    return Columns(
        strings=tuple(index),
        numbers=_small(_array(rows, TOKEN_COLUMNS)),
        sentences=_small(_array(sentences, SENTENCE_COLUMNS)),
        named=annotation.named,
        noun_chunks=annotation.noun_chunks,
    )


def _array(rows: Sequence[Sequence[int]], columns: int) -> np.ndarray:
    return np.array(rows, dtype=np.int32).reshape(-1, columns)


def _small(rows: np.ndarray) -> bytes:
    """Return columns one after the other: an end from its start, all else from the row before."""
    small = np.diff(rows, axis=0, prepend=0)
    small[:, 1] = rows[:, 1] - rows[:, 0]
    return np.ascontiguousarray(small.T, dtype=np.int32).tobytes()


def _whole(small: bytes, columns: int) -> list[list[int]]:
    """Return the rows that `_small` gave."""
    found = np.frombuffer(small, dtype=np.int32).reshape(columns, -1).T
    rows = np.cumsum(found, axis=0, dtype=np.int32)
    rows[:, 1] = rows[:, 0] + found[:, 1]
    whole: list[list[int]] = rows.tolist()
    return whole


def _annotation(account: Account, columns: Columns) -> Annotation:
    text, strings = account.text, columns.strings
    rows = _whole(columns.numbers, TOKEN_COLUMNS)
    return Annotation(
        account=account.id,
        language=account.language,
        tokens=tuple(
            Token(
                start=start,
                end=end,
                text=text[start:end],
                lemma=strings[lemma],
                word_class=cast(WordClass, strings[word_class]),
                form=cast(Form, strings[form]),
                relation=cast(Relation, strings[relation]),
                head=head,
            )
            for start, end, lemma, word_class, form, relation, head in rows
        ),
        sentences=tuple(Sentence(*row) for row in _whole(columns.sentences, SENTENCE_COLUMNS)),
        named=columns.named,
        noun_chunks=columns.noun_chunks,
    )

"""Packing: a dossier as bytes, small enough to keep in a ledger and to send to a worker.

Enters: `Dossier`s. Leaves: bytes, and the same dossiers again.

Tokens are kept as columns of numbers over a table of strings: a tenth of their size as objects,
and strings that recur are shared when they are unpacked.
"""

from __future__ import annotations

from typing import cast

import msgspec
import numpy as np
from msgspec import Struct

from variorum.annotations import Annotation, NamedSpan, Sentence, Token
from variorum.records import Account, Dossier, Passage, Problem, Statements
from variorum.syntax import Form, Relation, WordClass


class Columns(Struct, frozen=True, array_like=True):
    """An annotation: `numbers` are rows of int32 (start, end, lemma, word class, form, relation, head)."""

    strings: tuple[str, ...]
    numbers: bytes
    sentences: tuple[Sentence, ...]
    named: tuple[NamedSpan, ...]
    noun_chunks: tuple[tuple[int, int], ...]


class Packed(Struct, frozen=True, array_like=True):
    """A dossier's parts, its annotation as columns."""

    account: Account
    columns: Columns
    statements: Statements
    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...]


_DECODER = msgspec.msgpack.Decoder(Packed)
_ENCODER = msgspec.msgpack.Encoder()


def pack(dossier: Dossier) -> bytes:
    """Return a dossier as bytes; equal dossiers give equal bytes."""
    packed = Packed(
        account=dossier.account,
        columns=_columns(dossier.annotation),
        statements=dossier.statements,
        passages=dossier.passages,
        problems=dossier.problems,
    )
    return _ENCODER.encode(packed)


def unpack(body: bytes) -> Dossier:
    """Return the dossier; msgspec.DecodeError or ValidationError if the bytes are no dossier."""
    packed = _DECODER.decode(body)
    return Dossier(
        account=packed.account,
        annotation=_annotation(packed.account, packed.columns),
        statements=packed.statements,
        passages=packed.passages,
        problems=packed.problems,
    )


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
    return Columns(
        strings=tuple(index),
        numbers=np.array(rows, dtype=np.int32).tobytes(),
        sentences=annotation.sentences,
        named=annotation.named,
        noun_chunks=annotation.noun_chunks,
    )


def _annotation(account: Account, columns: Columns) -> Annotation:
    text, strings = account.text, columns.strings
    rows = np.frombuffer(columns.numbers, dtype=np.int32).reshape(-1, 7).tolist()
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
        sentences=columns.sentences,
        named=columns.named,
        noun_chunks=columns.noun_chunks,
    )

"""Sentences by meaning: the sentence of a record nearest to the one that holds a quotation.

Enters: dossiers with sentence vectors. Leaves: a `NearSentence`, or ``None`` where there are no vectors.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from variorum.annotations import Sentence
from variorum.records import Dossier, Region, Span


class NearSentence(Struct, frozen=True):
    """A sentence of the record and its cosine to the quotation's, -1 to 1."""

    place: Span
    cosine: float


def closest(
    dossier: Dossier, parts: Sequence[Span], record: Dossier, turns: Sequence[Region]
) -> NearSentence | None:
    """Return the sentence of `turns` nearest to the sentences that hold the quoted parts.

    The vectors are of whole sentences, the narrator's words among them: a lower bound, since
    they can only dilute the likeness.
    """
    mine = _holding(dossier.annotation.sentences, parts)
    theirs = _within(record.annotation.sentences, turns)
    if not (mine and theirs and len(dossier.vectors) and len(record.vectors)):
        return None
    if dossier.vectors.shape[1] != record.vectors.shape[1]:
        return None
    likeness = dossier.vectors[mine] @ record.vectors[theirs].T
    best = np.max(likeness, axis=0)
    at = int(np.argmax(best))
    sentence = record.annotation.sentences[theirs[at]]
    return NearSentence(record.account.span(sentence.start, sentence.end), float(best[at]))


def _holding(sentences: Sequence[Sentence], parts: Sequence[Span]) -> list[int]:
    return [
        index
        for index, sentence in enumerate(sentences)
        if any(c.start < sentence.end and sentence.start < c.end for c in parts)
    ]


def _within(sentences: Sequence[Sentence], turns: Sequence[Region]) -> list[int]:
    return [
        index
        for index, sentence in enumerate(sentences)
        if any(turn.start <= sentence.start < turn.end for turn in turns)
    ]

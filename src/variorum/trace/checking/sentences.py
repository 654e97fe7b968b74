"""Sentences by meaning: the sentence of a record nearest to the one that holds a quotation.

Enters: dossiers, an encoder. Leaves: a `NearSentence`, or ``None`` where either side has no sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from variorum.annotations import Sentence
from variorum.records import Dossier, Region, Span
from variorum.seams import Encoder


class NearSentence(Struct, frozen=True):
    """A sentence of the record and its cosine to the quotation's, -1 to 1."""

    place: Span
    cosine: float


def closest(
    dossier: Dossier,
    parts: Sequence[Span],
    record: Dossier,
    turns: Sequence[Region],
    encoder: Encoder,
) -> NearSentence | None:
    """Return the sentence of `turns` nearest to the sentences that hold the quoted parts.

    The vectors are of whole sentences, the narrator's words among them: a lower bound, since
    they can only dilute the likeness.
    """
    mine = [_sentence_span(dossier, s) for s in _holding(dossier.annotation.sentences, parts)]
    theirs = [
        _sentence_span(record, s) for s in _sentences_within(record.annotation.sentences, turns)
    ]
    if not (mine and theirs):
        return None
    left, right = (encoder.encode([place.text for place in places]) for places in (mine, theirs))
    best = np.max(left @ right.T, axis=0)
    at = int(np.argmax(best))
    return NearSentence(theirs[at], float(best[at]))


def _sentence_span(dossier: Dossier, sentence: Sentence) -> Span:
    return dossier.account.span(sentence.start, sentence.end)


def _holding(sentences: Sequence[Sentence], parts: Sequence[Span]) -> list[Sentence]:
    return [
        sentence
        for sentence in sentences
        if any(c.start < sentence.end and sentence.start < c.end for c in parts)
    ]


def _sentences_within(sentences: Sequence[Sentence], turns: Sequence[Region]) -> list[Sentence]:
    return [
        sentence
        for sentence in sentences
        if any(turn.start <= sentence.start < turn.end for turn in turns)
    ]

"""Evidence: the sentences of the sources that are nearest to a sentence of a draft.

Enters: dossiers and an encoder. Leaves: `IndexedSources`, indexed once, and for each sentence of the draft its
`NearSentences`, nearest first.

How near a sentence is: half its cosine, half the weight of the draft's words that stand in it or beside it. Rare words
weigh more than those that every sentence of the sources has.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence

import numpy as np
from msgspec import Struct

from variorum.align.cutting import content_tokens
from variorum.annotations import Sentence
from variorum.records import Dossier, Span
from variorum.seams import Encoder
from variorum.trace.drafts.by_place import ByPlace

NEAREST_SENTENCES = 4
"""Sentences of the sources that a sentence of the draft is held against."""
NEIGHBOURS = 1
"""Sentences before and after one, in which a name or a day may stand that it leaves out."""

Keys = frozenset[str]


class SourceSentence(Struct, frozen=True):
    """A sentence of a source: its dossier, its number there, its words as lemmas, and those of it and its neighbours."""

    dossier: Dossier
    number: int
    place: Span
    keys: Keys
    around: Keys

    @property
    def sentence(self) -> Sentence:
        """Return it as its dossier has it."""
        return self.dossier.annotation.sentences[self.number]

    @property
    def beside(self) -> Span:
        """Return the place of it and its neighbours."""
        sentences, here = self.dossier.annotation.sentences, self.number
        near = sentences[max(0, here - NEIGHBOURS) : here + NEIGHBOURS + 1]
        return self.dossier.account.span(near[0].start, near[-1].end)


class IndexedSources(Struct, frozen=True):
    """The sources of a draft, sentence by sentence, with a vector and the weight of each word.

    `holding` are the numbers of the sentences that have a word, or stand beside one that has it.
    """

    dossiers: tuple[Dossier, ...]
    sentences: tuple[SourceSentence, ...]
    vectors: np.ndarray
    weights: Mapping[str, float]
    holding: Mapping[str, np.ndarray]


class NearSentences(Struct, frozen=True):
    """What the sources have that is near to a sentence: `found`, nearest first, 0 to 1 each.

    `covered` is the weight of the sentence's words that stand in any of them, 0 to 1; `cosine` the best.
    """

    found: tuple[SourceSentence, ...] = ()
    scores: tuple[float, ...] = ()
    covered: float = 0.0
    cosine: float = 0.0

    @property
    def best(self) -> SourceSentence | None:
        """Return the nearest sentence."""
        return self.found[0] if self.found else None

    def holds(self, place: Span) -> bool:
        """Tell whether a place of a source stands in the evidence, or beside it."""
        return any(one.beside.overlaps(place) for one in self.found)


def indexed(dossiers: Sequence[Dossier], encoder: Encoder) -> IndexedSources:
    """Return sources with what their sentences are found by."""
    ordered = tuple(sorted(dossiers, key=lambda dossier: dossier.account.id))
    sentences = tuple(one for dossier in ordered for one in sentences_of(dossier))
    often = Counter(key for one in sentences for key in one.keys)
    weights = {key: math.log(1 + len(sentences) / count) for key, count in often.items()}
    vectors = encoder.encode([one.place.text for one in sentences])
    return IndexedSources(ordered, sentences, vectors, weights, _holding(sentences))


def within(sources: IndexedSources, accounts: Container[str]) -> IndexedSources:
    """Return the index of some of the sources, with words weighed as among all."""
    kept = [n for n, one in enumerate(sources.sentences) if one.place.account in accounts]
    sentences = tuple(sources.sentences[n] for n in kept)
    dossiers = tuple(one for one in sources.dossiers if one.account.id in accounts)
    return IndexedSources(
        dossiers, sentences, sources.vectors[kept], sources.weights, _holding(sentences)
    )


def _holding(sentences: Sequence[SourceSentence]) -> dict[str, np.ndarray]:
    numbers: dict[str, list[int]] = {}
    for number, one in enumerate(sentences):
        for key in one.around:
            numbers.setdefault(key, []).append(number)
    return {key: np.array(found) for key, found in numbers.items()}


def evidence(
    own: Sequence[SourceSentence], sources: IndexedSources, encoder: Encoder
) -> dict[int, NearSentences]:
    """Return the evidence for each of some sentences of a draft, by its number."""
    if not own or not sources.sentences:
        return {one.number: NearSentences() for one in own}
    cosines = encoder.encode([one.place.text for one in own]) @ sources.vectors.T
    return {
        one.number: _near(one.keys, row, sources) for one, row in zip(own, cosines, strict=True)
    }


def _near(keys: Keys, cosines: np.ndarray, sources: IndexedSources) -> NearSentences:
    shares = _shares(keys, sources)
    scores = (np.clip(cosines, 0, 1) + shares) / 2
    order = np.argsort(-scores, kind="stable")[:NEAREST_SENTENCES]
    found = tuple(sources.sentences[index] for index in order)
    return NearSentences(
        found,
        tuple(float(scores[index]) for index in order),
        _share(keys, frozenset().union(*(one.around for one in found)), sources),
        float(max(cosines[index] for index in order)),
    )


def _shares(keys: Keys, sources: IndexedSources) -> np.ndarray:
    """Return the weight of words that stand in each sentence of the sources or beside it, 0 to 1."""
    found = np.zeros(len(sources.sentences))
    for key in sorted(keys & sources.holding.keys()):
        found[sources.holding[key]] += sources.weights[key]
    return found / (_weight(keys, sources) or 1.0)


def _share(keys: Keys, others: Keys, sources: IndexedSources) -> float:
    """Return the weight of words that stand among others, 0 to 1."""
    held = sum(sources.weights[key] for key in sorted(keys & others & sources.weights.keys()))
    return held / (_weight(keys, sources) or 1.0)


def _weight(keys: Keys, sources: IndexedSources) -> float:
    """Return what words weigh together; one of no source weighs most."""
    heaviest = math.log(1 + len(sources.sentences))
    return sum(sources.weights.get(key, heaviest) for key in sorted(keys))


def sentences_of(dossier: Dossier, apart: ByPlace[Span] | None = None) -> list[SourceSentence]:
    """Return the sentences of an account with what they are found by; words that stand `apart` are left out."""
    sentences = dossier.annotation.sentences
    keys = [_keys(dossier, one, apart) for one in sentences]
    return [
        SourceSentence(
            dossier,
            number,
            dossier.account.span(one.start, one.end),
            keys[number],
            frozenset().union(*keys[max(0, number - NEIGHBOURS) : number + NEIGHBOURS + 1]),
        )
        for number, one in enumerate(sentences)
    ]


def _keys(dossier: Dossier, sentence: Sentence, apart: ByPlace[Span] | None) -> Keys:
    account, inside = dossier.account, dossier.annotation.tokens[sentence.first : sentence.last]
    return frozenset(
        token.lemma.lower()
        for token in content_tokens(inside)
        if apart is None or not apart.meets(account.span(token.start, token.end))
    )

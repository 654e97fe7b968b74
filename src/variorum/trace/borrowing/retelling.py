"""Retelling: an account that says sentence for sentence, in other words, what another says.

Enters: `AccountWords`s, the pairs already tied, an encoder. Leaves: `Borrowing`s.

Two reporters at one event share some sentences by sense; most of one's own sentences in another's
they do not. Rare words find the pairs worth comparing, so that cost does not grow with all pairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from msgspec import Struct

from variorum.annotations import Sentence
from variorum.languages.stems import RAREST
from variorum.link.events.terms import stem
from variorum.read.naming import pair_names
from variorum.records import Borrowing, Span, new_id
from variorum.seams import Encoder
from variorum.trace.borrowing.direction import Meeting, direction
from variorum.trace.borrowing.reuse import CROWDED_SHINGLE, MOST_EVIDENCE, AccountWords
from variorum.vocabulary import BorrowingKind

LEAST_COSINE = 0.8
"""Cosine at which two sentences say the same."""
RETOLD_SHARE = 0.5
"""Share of a narrator's sentences that must be said in the other account."""
FEWEST_SENTENCES = 4
"""Such sentences without which a share says nothing."""
SHORTEST_SENTENCE = 8
"""Tokens below which a sentence is not looked at."""
COMPANY = 3
"""Rare words that two accounts must have in common to be compared."""


class SensedAccount(Struct, frozen=True):
    """An account with a vector for each sentence; `own` are the narrator's sentences, by index."""

    words: AccountWords
    own: list[int]
    vectors: np.ndarray


def retellings(
    tellings: Sequence[AccountWords], tied: set[frozenset[str]], encoder: Encoder
) -> Iterator[Borrowing]:
    """Yield a borrowing for each pair, not yet tied, of which one retells most of the other.

    The kind is "copies" where something says which came first, else "common origin"; `share` is
    the share of the retelling narrator's sentences that the other account has too.
    """
    own = [_own(one) for one in tellings]
    met = [
        (left, right)
        for left, right in _company(tellings)
        if frozenset((tellings[left].id, tellings[right].id)) not in tied
        and max(len(own[left]), len(own[right])) >= FEWEST_SENTENCES
    ]
    sensed = {
        number: SensedAccount(tellings[number], own[number], vectors)
        for number, vectors in _vectors(tellings, met, encoder).items()
    }
    for left, right in met:
        mine, theirs = sensed[left], sensed[right]
        share, pairs = max(_matched(mine, theirs), _matched(theirs, mine), key=lambda one: one[0])
        if share >= RETOLD_SHARE and len(pairs) >= FEWEST_SENTENCES:
            yield _retold(Meeting(mine.words, theirs.words, ()), share, pairs)


def _company(tellings: Sequence[AccountWords]) -> list[tuple[int, int]]:
    """Return pairs of accounts that have enough rare words in common, in order."""
    holders: dict[str, list[int]] = {}
    for number, one in enumerate(tellings):
        stems = one.language.stems
        for key in sorted(set(one.keys)):
            if not key[0].isdigit() and stems.rarity(stem(stems, key)) >= RAREST:
                holders.setdefault(key, []).append(number)
    counts: dict[tuple[int, int], int] = {}
    for holding in holders.values():
        if len(holding) <= CROWDED_SHINGLE:
            for pair in combinations(holding, 2):
                counts[pair] = counts.get(pair, 0) + 1
    return sorted(pair for pair, count in counts.items() if count >= COMPANY)


def _own(one: AccountWords) -> list[int]:
    """Return the sentences in the narrator's voice, by index."""
    contents = [c for q in one.dossier.statements.quotations for c in q.contents]
    return [
        index
        for index, sentence in enumerate(one.dossier.annotation.sentences)
        if sentence.last - sentence.first >= SHORTEST_SENTENCE
        and not any(c.start < sentence.end and sentence.start < c.end for c in contents)
    ]


def _vectors(
    tellings: Sequence[AccountWords], met: Sequence[tuple[int, int]], encoder: Encoder
) -> dict[int, np.ndarray]:
    """Return the vectors of all sentences of the accounts that meet, by their number."""
    numbers = sorted({number for pair in met for number in pair})
    texts = [_texts(tellings[number]) for number in numbers]
    vectors = encoder.encode([text for some in texts for text in some])
    ends = np.cumsum([len(some) for some in texts])[:-1]
    return dict(zip(numbers, np.split(vectors, ends), strict=True)) if numbers else {}


def _texts(one: AccountWords) -> list[str]:
    sentences = one.dossier.annotation.sentences
    return [one.dossier.account.text[s.start : s.end] for s in sentences]


def _matched(mine: SensedAccount, theirs: SensedAccount) -> tuple[float, list[tuple[Span, Span]]]:
    """Return the share of the narrator's sentences that the other account has, and these pairs."""
    own = mine.own
    if len(own) < FEWEST_SENTENCES or not len(theirs.vectors):
        return 0.0, []
    likeness = mine.vectors[own] @ theirs.vectors.T
    best = np.argmax(likeness, axis=1)
    pairs = [
        (_sentence_span(mine.words, own[row]), _sentence_span(theirs.words, int(best[row])))
        for row in range(len(own))
        if likeness[row, best[row]] >= LEAST_COSINE
    ]
    return len(pairs) / len(own), pairs


def _sentence_span(one: AccountWords, index: int) -> Span:
    sentence: Sentence = one.dossier.annotation.sentences[index]
    return one.dossier.account.span(sentence.start, sentence.end)


def _retold(meeting: Meeting, share: float, pairs: Sequence[tuple[Span, Span]]) -> Borrowing:
    ground = direction(meeting)
    source, taker = meeting.left, meeting.right
    if ground is not None and ground.source == "right":
        source, taker = taker, source
    kind: BorrowingKind = "copies" if ground else "common origin"
    both = pair_names(source.dossier.account, taker.dossier.account)
    told = f"{both} have sentences that are close in meaning."
    return Borrowing(
        id=new_id("b", source.id, taker.id, kind),
        from_=source.id,
        to=taker.id,
        kind=kind,
        because=f"{told} {ground.why}." if ground else told,
        share=round(share, 3),
        evidence=tuple(place for pair in pairs[:MOST_EVIDENCE] for place in pair),
    )

"""Retelling: an account that says sentence for sentence, in other words, what another says.

Enters: `AccountWords`s with sentence vectors, and the pairs already tied. Leaves: `Borrowing`s.

Two reporters at one event share some sentences by sense; most of one's own sentences in another's
they do not. Rare words find the pairs worth comparing, so that cost does not grow with all pairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from variorum.annotations import Sentence
from variorum.languages.en.rates import RAREST, rarity
from variorum.link.events.terms import stem
from variorum.records import Borrowing, Span, new_id
from variorum.trace.borrowing.direction import Meeting, direction
from variorum.trace.borrowing.naming import pair_names
from variorum.trace.borrowing.reuse import CROWDED_SHINGLE, AccountWords
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
SHOWN = 12
"""Most pairs of sentences given as evidence."""


def retellings(tellings: Sequence[AccountWords], tied: set[frozenset[str]]) -> Iterator[Borrowing]:
    """Yield a borrowing for each pair, not yet tied, of which one retells most of the other.

    The kind is "copies" where something says which came first, else "common origin"; `share` is
    the share of the retelling narrator's sentences that the other account has too.
    """
    own = [_own(one) for one in tellings]
    for left, right in _company(tellings):
        mine, theirs = tellings[left], tellings[right]
        if frozenset((mine.id, theirs.id)) in tied:
            continue
        found = [_matched(mine, theirs, own[left]), _matched(theirs, mine, own[right])]
        share, pairs = max(found, key=lambda one: one[0])
        if share >= RETOLD_SHARE and len(pairs) >= FEWEST_SENTENCES:
            yield _retold(Meeting(mine, theirs, ()), share, pairs)


def _company(tellings: Sequence[AccountWords]) -> list[tuple[int, int]]:
    """Return pairs of accounts that have enough rare words in common, in order."""
    holders: dict[str, list[int]] = {}
    for number, one in enumerate(tellings):
        for key in sorted({word.key for word in one.words}):
            if not key[0].isdigit() and rarity(stem(key)) >= RAREST:
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


def _matched(
    mine: AccountWords, theirs: AccountWords, own: Sequence[int]
) -> tuple[float, list[tuple[Span, Span]]]:
    left, right = mine.dossier.vectors, theirs.dossier.vectors
    if len(own) < FEWEST_SENTENCES or not len(right) or left.shape[1:] != right.shape[1:]:
        return 0.0, []
    likeness = left[list(own)] @ right.T
    best = np.argmax(likeness, axis=1)
    pairs = [
        (_place(mine, own[row]), _place(theirs, int(best[row])))
        for row in range(len(own))
        if likeness[row, best[row]] >= LEAST_COSINE
    ]
    return len(pairs) / len(own), pairs


def _place(one: AccountWords, index: int) -> Span:
    sentence: Sentence = one.dossier.annotation.sentences[index]
    return one.dossier.account.span(sentence.start, sentence.end)


def _retold(meeting: Meeting, share: float, pairs: Sequence[tuple[Span, Span]]) -> Borrowing:
    ground = direction(meeting)
    source, taker = meeting.left, meeting.right
    if ground is not None and ground.source == "right":
        source, taker = taker, source
    kind: BorrowingKind = "copies" if ground else "common origin"
    both = pair_names(source.dossier.account, taker.dossier.account)
    told = f"{both} have sentences that are much alike in sense."
    return Borrowing(
        id=new_id("b", source.id, taker.id, kind),
        from_=source.id,
        to=taker.id,
        kind=kind,
        because=f"{told} {ground.why}." if ground else told,
        share=round(share, 3),
        evidence=tuple(place for pair in pairs[:SHOWN] for place in pair),
    )

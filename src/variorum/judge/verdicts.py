"""Verdicts: who meets at each place of an event, and what the judge says of them.

Enters: `Aligned`s, the event's dossiers, a way to ask the judge. Leaves: alignments with a verdict,
and `Verdict`s.

Two passes: all pairs of all places are gathered first, and asked about together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from variorum.align.alignments import ASKED, Aligned
from variorum.align.splitting import account_pairs
from variorum.judge.passages.details import heard, own_details
from variorum.judge.precision import confidence
from variorum.languages.registry import language_of
from variorum.records import Alignment, Dossier, Passage, Span, Verdict, new_id
from variorum.seams import Judgement, PassageInContext, PassagePair
from variorum.vocabulary import VerdictKind

Ask = Callable[[Sequence[PassagePair]], Sequence[Judgement | None]]
"""A judge's own method, or what stands before one: judgements in the order of the pairs."""

ABSTAINED: Final = "abstained"
"""The rule of a verdict on a pair of which the judge says nothing."""
GRAVEST_FIRST: tuple[VerdictKind, ...] = (
    "contradicted",
    "figure differs",
    "time differs",
    "sense differs",
    "update",
    "scope differs",
    "attribution differs",
    "wording differs",
    "unclear",
    "agree",
    "only here",
)


def judge(
    aligned: Sequence[Aligned], dossiers: Mapping[str, Dossier], ask: Ask
) -> tuple[tuple[Alignment, ...], tuple[Verdict, ...]]:
    """Return the alignments with their gravest verdict, and the verdict of each pair.

    What is left open of a passage at another place says nothing of this one.
    """
    met = [tuple(pairs(place, dossiers)) for place in aligned]
    judgements = iter(ask([pair for here in met for pair in here]))
    shared = _shared_forms(dossiers)
    alignments: list[Alignment] = []
    verdicts: list[Verdict] = []
    for place, here in zip(aligned, met, strict=True):
        found = [_verdict(place, pair, next(judgements)) for pair in here]
        open_beyond = {
            verdict.id
            for verdict, pair in zip(found, here, strict=True)
            if verdict.kind == "unclear" and _passages(pair) in place.beyond
        }
        found += _alone(place)
        found += _own_details(place, dossiers, shared)
        verdicts.extend(found)
        told = [verdict for verdict in found if verdict.id not in open_beyond]
        alignments.append(replace(place.alignment, verdict=gravest(told)))
    return tuple(alignments), tuple(verdicts)


def _passages(pair: PassagePair) -> tuple[Passage, Passage]:
    return pair.left.passage, pair.right.passage


def gravest(verdicts: Sequence[Verdict]) -> VerdictKind:
    """Return the kind that a reader of the whole place should see."""
    found = {verdict.kind for verdict in verdicts}
    return next((kind for kind in GRAVEST_FIRST if kind in found), "unclear")


# --- who meets ------------------------------------------------------------------------------------


def pairs(place: Aligned, dossiers: Mapping[str, Dossier]) -> Iterator[PassagePair]:
    """Yield the pairs of a place: each passage and the other account's that likeliest answers its question.

    Two accounts may give several pairs, or none where no pair is likely enough (`ASKED`). A reading that
    met none is held against what another account says of it at other places, and every reading against
    what may answer its question there.
    """
    if len(place.passages) == 1:
        (passage,) = next(iter(place.passages.values()))
        closest = [(passage, met) for met in place.elsewhere[:1]]
    else:
        accounts = account_pairs(sorted(place.passages))
        closest = [pair for left, right in accounts for pair in _closest(place, left, right)]
    for left, right in dict.fromkeys([*closest, *place.beyond]):
        yield PassagePair(
            PassageInContext(dossiers[left.place.account], left),
            PassageInContext(dossiers[right.place.account], right),
            place.alike(left, right),
        )


def _closest(place: Aligned, left: str, right: str) -> list[tuple[Passage, Passage]]:
    """Return each passage of two accounts with the other's that likeliest answers its question."""
    mine, theirs = place.passages[left], place.passages[right]
    forth = {(one, max(theirs, key=lambda other: place.likely(one, other))) for one in mine}
    back = {(max(mine, key=lambda one: place.likely(one, other)), other) for other in theirs}
    likely = [pair for pair in forth | back if place.likely(*pair) >= ASKED]
    return sorted(likely, key=lambda pair: (pair[0].place, pair[1].place))


# --- what is said of them -------------------------------------------------------------------------


def _verdict(place: Aligned, pair: PassagePair, said: Judgement | None) -> Verdict:
    """Return a judgement as a verdict; a pair of two questions, or of none that is known, is open."""
    left, right = pair.left.passage, pair.right.passage
    told = said or Judgement(
        relation="unclear",
        rule=ABSTAINED,
        because="Whether these say the same was not settled.",
    )
    return Verdict(
        id=new_id("v", place.alignment.id, left.id, right.id),
        alignment=place.alignment.id,
        left=left.place,
        right=right.place,
        kind="unclear" if told.question == "no" else told.relation,
        rule=told.rule,
        because=told.because,
        confidence=told.probability,
        marks=told.marks,
    )


# --- what met nothing -----------------------------------------------------------------------------


def _alone(place: Aligned) -> Iterator[Verdict]:
    """Yield the verdict on a reading of which no other account has anything."""
    if len(place.passages) == 1 and not place.elsewhere:
        (passage,) = next(iter(place.passages.values()))
        because = "Nothing in the other accounts was matched with it."
        yield _only_here(place, passage.place, "only_here", because)


def _shared_forms(dossiers: Mapping[str, Dossier]) -> frozenset[str]:
    """Return the forms of words that two accounts or more have."""
    words = [heard(dossiers[account]) for account in sorted(dossiers)]
    accounts = Counter(word for had in words for word in had)
    return frozenset(word for word, count in accounts.items() if count > 1)


def _own_details(
    place: Aligned, dossiers: Mapping[str, Dossier], shared: frozenset[str]
) -> Iterator[Verdict]:
    """Yield a verdict for each name or number that stands in no other account of the event."""
    because = "This name or number was not found in the other accounts, as far as its spellings are known."
    for account in sorted(place.passages):
        dossier = dossiers[account]
        language = language_of(dossier.account.language)
        for passage in place.passages[account]:
            tokens = dossier.annotation.tokens[passage.first : passage.last]
            for detail in own_details(language, tokens, shared):
                here = dossier.account.span(detail[0].start, detail[-1].end)
                yield _only_here(place, here, "own_detail", because)


def _only_here(place: Aligned, span: Span, rule: str, because: str) -> Verdict:
    return Verdict(
        id=new_id("v", place.alignment.id, span.account, span.start, rule),
        alignment=place.alignment.id,
        left=span,
        right=None,
        kind="only here",
        rule=rule,
        because=because,
        confidence=confidence(rule),
    )

"""Verdicts: every pair of readings of a place, held against the table of rules.

Enters: `Aligned`s and the event's dossiers. Leaves: alignments with a verdict, and `Verdict`s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from variorum.align import Aligned
from variorum.align.splitting import account_pairs
from variorum.judge.pairs import Mentions, Pair, Side, side
from variorum.judge.rules import RULES, Marks, Rule
from variorum.records import Alignment, Dossier, Passage, Span, Verdict, new_id
from variorum.vocabulary import VerdictKind

GRAVEST_FIRST: tuple[VerdictKind, ...] = (
    "contradicted",
    "figure differs",
    "sense differs",
    "scope differs",
    "attribution differs",
    "wording differs",
    "unclear",
    "agree",
    "only here",
)


def judge(
    aligned: Sequence[Aligned], dossiers: Mapping[str, Dossier], mentions: Mentions
) -> tuple[tuple[Alignment, ...], tuple[Verdict, ...]]:
    """Return the alignments with their gravest verdict, and the verdict of each pair."""
    alignments: list[Alignment] = []
    verdicts: list[Verdict] = []
    for place in aligned:
        found = tuple(_place_verdicts(place, dossiers, mentions))
        verdicts.extend(found)
        alignments.append(replace(place.alignment, verdict=gravest(found)))
    return tuple(alignments), tuple(verdicts)


def gravest(verdicts: Sequence[Verdict]) -> VerdictKind:
    """Return the kind that a reader of the whole place should see."""
    found = {verdict.kind for verdict in verdicts}
    return next((kind for kind in GRAVEST_FIRST if kind in found), "unclear")


def compare(pair: Pair) -> tuple[VerdictKind, Rule, Marks]:
    """Return the first row of the table that fires, with its marks."""
    for kind, rule in RULES:
        marks = rule(pair)
        if marks is not None:
            return kind, rule, marks
    raise AssertionError("the last rule of the table always fires")


def sentence(rule: Rule, marks: Marks) -> str:
    """Return a rule's sentence, with the words that carry the difference."""
    if marks.because is not None:
        return marks.because
    text = (rule.__doc__ or "").strip().splitlines()[0]
    words = [f"“{mark.text}”" for mark in (marks.left, marks.right) if mark is not None]
    return f"{text.rstrip('.')}: {' / '.join(words)}." if words else text


def _place_verdicts(
    place: Aligned, dossiers: Mapping[str, Dossier], mentions: Mentions
) -> Iterator[Verdict]:
    if len(place.passages) == 1:
        yield _alone(place, dossiers, mentions)
        return
    sides = {
        passage.id: side(dossiers[account], passage, mentions)
        for account, passages in place.passages.items()
        for passage in passages
    }
    for left, right in account_pairs(sorted(place.passages)):
        yield _verdict(place, _closest(place, left, right), sides)


def _closest(place: Aligned, left: str, right: str) -> tuple[Passage, Passage]:
    pairs = [(a, b) for a in place.passages[left] for b in place.passages[right]]
    return max(pairs, key=lambda pair: (place.alike(*pair), pair[0].quotation is not None))


def _verdict(
    place: Aligned, passages: tuple[Passage, Passage], sides: Mapping[str, Side]
) -> Verdict:
    left, right = passages
    pair = Pair(
        sides[left.id],
        sides[right.id],
        place.alike(left, right),
        had=(place.had(left, right), place.had(right, left)),
    )
    kind, rule, marks = compare(pair)
    return Verdict(
        id=new_id("v", place.alignment.id, left.id, right.id),
        alignment=place.alignment.id,
        left=left.place,
        right=right.place,
        kind=kind,
        rule=rule.__name__,
        because=sentence(rule, marks),
        marks=tuple(mark for mark in (marks.left, marks.right) if mark is not None),
    )


def _alone(place: Aligned, dossiers: Mapping[str, Dossier], mentions: Mentions) -> Verdict:
    """Judge a reading that met none: another account may have what it says at other places."""
    (passage,) = next(iter(place.passages.values()))
    if not place.elsewhere:
        return _only_here(place, passage.place)
    met = (passage, place.elsewhere[0])
    sides = {one.id: side(dossiers[one.place.account], one, mentions) for one in met}
    return _verdict(place, met, sides)


def _only_here(place: Aligned, span: Span) -> Verdict:
    return Verdict(
        id=new_id("v", place.alignment.id, span.account, span.start),
        alignment=place.alignment.id,
        left=span,
        right=None,
        kind="only here",
        rule="only_here",
        because="No other account of this event has it.",
    )

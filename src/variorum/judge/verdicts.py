"""Verdicts: every pair of readings of a place, held against the table of rules.

Enters: `Aligned`s and the event's dossiers. Leaves: alignments with a verdict, and `Verdict`s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from variorum.align import Aligned
from variorum.align.splitting import account_pairs
from variorum.judge.passages.details import heard, own_details
from variorum.judge.passages.marks import Marks, PassageRule
from variorum.judge.passages.pairs import Pair, Side, side
from variorum.judge.passages.rules import RULES
from variorum.judge.precision import allowed, confidence
from variorum.records import Alignment, Dossier, Passage, Span, Verdict, new_id
from variorum.vocabulary import VerdictKind

GRAVEST_FIRST: tuple[VerdictKind, ...] = (
    "contradicted",
    "figure differs",
    "time differs",
    "sense differs",
    "scope differs",
    "attribution differs",
    "wording differs",
    "unclear",
    "agree",
    "only here",
)


class Known(Struct, frozen=True):
    """What judging knows of an event: its dossiers, and the words that two accounts or more have."""

    dossiers: Mapping[str, Dossier]
    shared: frozenset[str]

    def side(self, passage: Passage) -> Side:
        """Return a passage as one side of a pair."""
        return side(self.dossiers[passage.place.account], passage)


def judge(
    aligned: Sequence[Aligned], dossiers: Mapping[str, Dossier]
) -> tuple[tuple[Alignment, ...], tuple[Verdict, ...]]:
    """Return the alignments with their gravest verdict, and the verdict of each pair."""
    known = _known(dossiers)
    alignments: list[Alignment] = []
    verdicts: list[Verdict] = []
    for place in aligned:
        found = tuple(_place_verdicts(place, known))
        verdicts.extend(found)
        alignments.append(replace(place.alignment, verdict=gravest(found)))
    return tuple(alignments), tuple(verdicts)


def _known(dossiers: Mapping[str, Dossier]) -> Known:
    words = [heard(dossiers[account]) for account in sorted(dossiers)]
    accounts = Counter(word for had in words for word in had)
    shared = frozenset(word for word, count in accounts.items() if count > 1)
    return Known(dossiers, shared)


def gravest(verdicts: Sequence[Verdict]) -> VerdictKind:
    """Return the kind that a reader of the whole place should see."""
    found = {verdict.kind for verdict in verdicts}
    return next((kind for kind in GRAVEST_FIRST if kind in found), "unclear")


def compare(pair: Pair) -> tuple[VerdictKind, PassageRule, Marks]:
    """Return the first row of the table that fires, with its marks."""
    for kind, rule in RULES:
        marks = rule(pair)
        if marks is not None:
            return kind, rule, marks
    raise AssertionError("the last rule of the table always fires")


def sentence(rule: PassageRule, marks: Marks) -> str:
    """Return a rule's sentence, with the words that carry the difference."""
    text = (rule.__doc__ or "").strip().splitlines()[0]
    words = [f"“{mark.text}”" for mark in (marks.left, marks.right) if mark is not None]
    return f"{text.rstrip('.')}: {' / '.join(words)}." if words else text


def open_(because: str) -> str:
    """Return the sentence of a rule that is not right often enough to say so."""
    return f"Left open; a rule that is not right often enough says: {because}"


def _place_verdicts(place: Aligned, known: Known) -> Iterator[Verdict]:
    if len(place.passages) == 1:
        yield from _alone(place, known)
        return
    sides = {one.id: known.side(one) for here in place.passages.values() for one in here}
    for left, right in account_pairs(sorted(place.passages)):
        yield _verdict(place, _closest(place, left, right), sides)
    for account in sorted(place.passages):
        for passage in place.passages[account]:
            yield from _own_details(place, sides[passage.id], known)


def _closest(place: Aligned, left: str, right: str) -> tuple[Passage, Passage]:
    pairs = [(a, b) for a in place.passages[left] for b in place.passages[right]]
    return max(pairs, key=lambda pair: (place.alike(*pair), pair[0].quotation is not None))


def _verdict(
    place: Aligned,
    passages: tuple[Passage, Passage],
    sides: Mapping[str, Side],
) -> Verdict:
    left, right = passages
    said, rule, marks = compare(Pair(sides[left.id], sides[right.id], place.alike(left, right)))
    kind = allowed(said, rule.__name__)
    return Verdict(
        id=new_id("v", place.alignment.id, left.id, right.id),
        alignment=place.alignment.id,
        left=left.place,
        right=right.place,
        kind=kind,
        rule=rule.__name__,
        because=open_(sentence(rule, marks)) if kind != said else sentence(rule, marks),
        confidence=confidence(rule.__name__),
        marks=tuple(mark for mark in (marks.left, marks.right) if mark is not None),
    )


def _alone(place: Aligned, known: Known) -> Iterator[Verdict]:
    """Judge a reading that met none: another account may have what it says at other places."""
    (passage,) = next(iter(place.passages.values()))
    alone = known.side(passage)
    if place.elsewhere:
        met = place.elsewhere[0]
        sides = {passage.id: alone, met.id: known.side(met)}
        yield _verdict(place, (passage, met), sides)
    else:
        yield _only_here(
            place, passage.place, "only_here", "Nothing in the other accounts was matched with it."
        )
    yield from _own_details(place, alone, known)


def _own_details(place: Aligned, here: Side, known: Known) -> Iterator[Verdict]:
    """Yield a verdict for each name or number that stands in no other account of the event."""
    for detail in own_details(here, known.shared):
        because = "This name or number was not found in the other accounts, as far as its spellings are known."
        yield _only_here(place, here.span(*detail), "own_detail", because)


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

"""Counts: figures of one thing, gathered from sentences that do not otherwise meet.

Enters: an event's dossiers and what was aligned already. Leaves: further alignments, one for each
count (or for counts that may be taken for one another), with the verdicts of their figures.

A toll in a headline and the same toll deep in another account's text share few words. Figures meet
by what they count, so only those of one head or unit are compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from variorum.align import Aligned
from variorum.align.alignments import reading
from variorum.judge.comparability import content_words
from variorum.judge.counted import Counted, FigureMeeting, meetings
from variorum.judge.figure_ranges import kind
from variorum.judge.pairs import context
from variorum.judge.verdicts import gravest
from variorum.records import (
    Alignment,
    Dossier,
    Figure,
    Passage,
    Span,
    Verdict,
    VerdictKind,
    new_id,
)

MOST_IN_A_BLOCK = 400
"""Figures of one head compared with each other; the first in the order of accounts are kept."""
KINDS: dict[str, VerdictKind] = {
    "agree": "agree",
    "update": "scope differs",
    "figure differs": "figure differs",
    "scope differs": "scope differs",
}


class Item(Struct, frozen=True):
    """A figure with its context, the words around it that are shown, and the place it met in."""

    counted: Counted
    shown: Span
    passage: str

    @property
    def figure(self) -> Figure:
        """Return the figure itself."""
        return self.counted.figure


def counts(
    event: str, aligned: Sequence[Aligned], dossiers: Mapping[str, Dossier]
) -> tuple[tuple[Alignment, ...], tuple[Verdict, ...]]:
    """Return alignments of figures that no alignment of passages has brought together."""
    met = _met(aligned)
    items = [item for key in sorted(dossiers) for item in _items(dossiers[key])]
    found: dict[str, tuple[Item, Item, FigureMeeting]] = {}
    for block in _blocks(items):
        for left, right, meeting in _block_meetings(block):
            if met.get(left.passage) is None or met.get(left.passage) != met.get(right.passage):
                found[new_id("v", left.figure.id, right.figure.id)] = (left, right, meeting)
    groups = _components(found)
    made = [_count(event, group, found, sorted(dossiers)) for group in groups]
    alignments = tuple(sorted((alignment for alignment, _ in made), key=lambda a: a.id))
    return alignments, tuple(verdict for _, verdicts in made for verdict in verdicts)


def _met(aligned: Sequence[Aligned]) -> dict[str, str]:
    return {
        passage.id: place.alignment.id
        for place in aligned
        if len(place.passages) > 1
        for passages in place.passages.values()
        for passage in passages
    }


def _items(dossier: Dossier) -> Iterator[Item]:
    speakers = {q.id: q.speaker.entity or q.speaker.name for q in dossier.statements.quotations}
    for figure in dossier.statements.figures:
        if not figure.counted_head:
            continue
        passage = _holding(dossier.passages, figure)
        sentence = passage.sentence if passage else _sentence(dossier, figure)
        if sentence is None:
            continue
        found = dossier.annotation.sentences[sentence]
        shown = passage.place if passage else dossier.account.span(found.start, found.end)
        near = context(dossier, sentence, speakers.get(figure.quotation or ""))
        yield Item(Counted(figure, near), shown, passage.id if passage else "")


def _holding(passages: Sequence[Passage], figure: Figure) -> Passage | None:
    place = figure.place
    return next(
        (p for p in passages if p.place.start <= place.start and place.end <= p.place.end), None
    )


def _sentence(dossier: Dossier, figure: Figure) -> int | None:
    sentences = dossier.annotation.sentences
    return next((i for i, s in enumerate(sentences) if s.start <= figure.place.start < s.end), None)


def _blocks(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield figures that may count one thing: those whose counted phrases share a word."""
    blocks: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        unit = kind(item.figure) or ""
        for word in sorted(content_words(item.figure.counted) | {item.figure.counted_head or ""}):
            blocks[unit, word].append(item)
    for key in sorted(blocks):
        yield blocks[key][:MOST_IN_A_BLOCK]


def _block_meetings(block: Sequence[Item]) -> Iterator[tuple[Item, Item, FigureMeeting]]:
    by_account: dict[str, list[Item]] = defaultdict(list)
    for item in block:
        by_account[item.figure.place.account].append(item)
    for one, other in combinations(sorted(by_account), 2):
        items = {item.figure.id: item for item in (*by_account[one], *by_account[other])}
        left = [item.counted for item in by_account[one]]
        right = [item.counted for item in by_account[other]]
        for meeting in meetings(left, right):
            yield items[meeting.left.id], items[meeting.right.id], meeting


def _components(
    found: Mapping[str, tuple[Item, Item, FigureMeeting]],
) -> list[list[str]]:
    """Gather meetings that share a figure, directly or through others."""
    root: dict[str, str] = {}

    def find(key: str) -> str:
        while root.setdefault(key, key) != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    for _, (left, right, _meeting) in sorted(found.items()):
        one, other = sorted((find(left.figure.id), find(right.figure.id)))
        root[other] = one
    groups: dict[str, list[str]] = defaultdict(list)
    for key, (left, _, _) in sorted(found.items()):
        groups[find(left.figure.id)].append(key)
    return [groups[key] for key in sorted(groups)]


def _count(
    event: str,
    group: Sequence[str],
    found: Mapping[str, tuple[Item, Item, FigureMeeting]],
    accounts: Sequence[str],
) -> tuple[Alignment, list[Verdict]]:
    items = {item.figure.id: item for key in group for item in found[key][:2]}
    ordered = sorted(items.values(), key=lambda i: (i.figure.place.account, i.figure.place.start))
    identity = new_id("l", event, "count", *sorted(items))
    verdicts = [_verdict(identity, key, *found[key]) for key in group]
    readings = tuple(
        reading(
            account,
            _distinct(i.shown for i in ordered if i.figure.place.account == account),
            [
                (i.figure.place.start, i.figure.place.end, i.figure.id)
                for i in ordered
                if i.figure.place.account == account
            ],
        )
        for account in accounts
    )
    alignment = Alignment(
        id=identity,
        event=event,
        about=_about(ordered),
        readings=readings,
        verdict=gravest(verdicts),
    )
    return alignment, verdicts


def _distinct(places: Iterator[Span]) -> list[Span]:
    return list(dict.fromkeys(places))


def _verdict(
    alignment: str, identity: str, left: Item, right: Item, meeting: FigureMeeting
) -> Verdict:
    return Verdict(
        id=identity,
        alignment=alignment,
        left=left.shown,
        right=right.shown,
        kind=KINDS[meeting.kind],
        rule=meeting.rule,
        because=meeting.because,
        marks=(left.figure.place, right.figure.place),
    )


def _about(items: Sequence[Item]) -> str:
    """Return the longest phrase that says what is counted."""
    phrases = [item.figure.counted or item.figure.counted_head or "" for item in items]
    return max(phrases, key=lambda phrase: (len(phrase), phrase))

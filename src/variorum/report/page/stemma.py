"""Page stemma: the picture, and the evidence behind each of its edges.

Enters: a `Quoting`, addresses for deciding, what people decided. Leaves: a `Picture` and `EdgeEvidence`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.records import Borrowing
from variorum.report.page.cards import CardMaker
from variorum.report.page.decisions import DecisionViews, decision_views
from variorum.report.page.houses import MOST_BOXED_ALONE, Houses, houses
from variorum.report.page.picture import Pair, Stemma, by_pair, stemma
from variorum.report.quoting import Quote, Quoting, Use

MOST_NODES = 32
MOST_BOXES = 16
"""As many are drawn of a crowd: the list below has the others."""
MOST_STEMMA_PAIRS = 80
"""Pairs whose evidence stands under the picture."""
MOST_EDGE_GROUNDS = 12
"""Borrowings told of one pair."""
MOST_BORROWING_PLACES = 4
"""Places quoted for one borrowing."""


class EdgeGround(Struct, frozen=True):
    """One borrowing: why, the share of the text it covers in percent, words, what people say."""

    anchor: str
    kind: str
    because: str
    share: int | None
    quotes: tuple[Quote, ...]
    more: int
    decide: str | None
    views: DecisionViews | None


class EdgeEvidence(Struct, frozen=True):
    """What an edge rests on; `anchor` is the id of its first borrowing, `more` are not shown."""

    anchor: str
    to: str
    source: str
    kinds: str
    grounds: tuple[EdgeGround, ...]
    more: int


class Picture(Struct, frozen=True):
    """The drawing, the evidence of its edges, how many pairs are not shown, whether boxes are houses."""

    drawn: Stemma
    evidence: tuple[EdgeEvidence, ...]
    anchors: frozenset[str]
    more: int
    bundled: bool


def picture(maker: CardMaker) -> Picture:
    """Return the stemma with the evidence of its edges, drawn ones first."""
    known = maker.quoting.known
    boxes = houses(known)
    drawn = stemma(
        known, boxes, most=MOST_BOXES if len(known.accounts) > MOST_BOXED_ALONE else MOST_NODES
    )
    ordered = sorted(known.borrowings.values(), key=lambda b: known.label(b.to))
    pairs = by_pair(boxes, ordered)
    shown = {edge.ends for edge in drawn.edges}
    first = sorted(pairs, key=lambda pair: pair not in shown)  # stable: else by label
    evidence = tuple(
        _evidence(maker, boxes, pair, pairs[pair]) for pair in first[:MOST_STEMMA_PAIRS]
    )
    anchors = frozenset(one.anchor for one in evidence)
    return Picture(drawn, evidence, anchors, max(0, len(pairs) - MOST_STEMMA_PAIRS), boxes.bundled)


def _evidence(
    maker: CardMaker, boxes: Houses, pair: Pair, ones: Sequence[Borrowing]
) -> EdgeEvidence:
    def label(key: str) -> str:
        return boxes.labels.get(key) or maker.quoting.known.label(key)

    kinds = Counter(one.kind for one in ones)
    return EdgeEvidence(
        anchor=min(one.id for one in ones),
        to=label(pair[1]),
        source=label(pair[0]),
        kinds=", ".join(k if n == 1 else f"{k} × {n}" for k, n in sorted(kinds.items())),
        grounds=tuple(_grounds(maker, ones[:MOST_EDGE_GROUNDS])),
        more=max(0, len(ones) - MOST_EDGE_GROUNDS),
    )


def _grounds(maker: CardMaker, ones: Sequence[Borrowing]) -> Iterator[EdgeGround]:
    for one in ones:
        quotes = _quotes(maker.quoting, one)
        yield EdgeGround(
            anchor=one.id,
            kind=one.kind,
            because=one.because,
            share=None if one.share is None else round(100 * one.share),
            quotes=quotes,
            more=len(one.evidence) - len(quotes),
            decide=maker.decide(one.id),
            views=decision_views(maker.said, [one.id]),
        )


def _quotes(quoting: Quoting, one: Borrowing) -> tuple[Quote, ...]:
    use = Use(one.id, f"stemma: {one.kind}", "s")
    return tuple(quoting.quote(place, use=use) for place in one.evidence[:MOST_BORROWING_PLACES])

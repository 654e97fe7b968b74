"""Page figures: the axes with who gives each range, on whose word, and for when.

Enters: a `Quoting`, a `Tagging`. Leaves: `Drawing`s.
"""

from __future__ import annotations

from msgspec import Struct

from variorum.records import Figure
from variorum.report.page.axes import Axis, axes
from variorum.report.page.filters import Tagging
from variorum.report.page.matrix import topics_of
from variorum.report.quoting import Quote, Quoting, Use
from variorum.report.timeline import short_days


class Giver(Struct, frozen=True):
    """One account's figure: its words, on whose word, for when; `printed` is the account's own day."""

    quote: Quote
    by: str | None
    as_of: str | None
    printed: str


class Drawing(Struct, frozen=True):
    """An axis; `givers` has one list for each of its bars."""

    axis: Axis
    givers: tuple[tuple[Giver, ...], ...]
    tags: str

    @property
    def accounts(self) -> int:
        """How many accounts give a figure."""
        return len({place.account for bar in self.axis.bars for place in bar.places})


def drawings(quoting: Quoting, tagging: Tagging, *, most: int) -> list[Drawing]:
    """Return the axes, at most `most`."""
    return [_drawing(quoting, tagging, axis) for axis in axes(quoting.known, most=most)]


def _drawing(quoting: Quoting, tagging: Tagging, axis: Axis) -> Drawing:
    use = Use(axis.alignment, f"figures: {axis.about}", "#")
    givers = tuple(tuple(_giver(quoting, f, use) for f in bar.figures) for bar in axis.bars)
    topics = topics_of(quoting, quoting.known.alignments[axis.alignment])
    places = [place for bar in axis.bars for place in bar.places]
    return Drawing(axis, givers, tagging.tags(places, (axis.verdict,), topics=topics))


def _giver(quoting: Quoting, figure: Figure, use: Use) -> Giver:
    known = quoting.known
    quote = quoting.quote(figure.place, use=use)
    stated = known.accounts[figure.place.account].published
    return Giver(
        quote=quote,
        by=known.speaker(figure.asserted_by) or quote.speaker,
        as_of=figure.as_of,
        printed=short_days(stated.earliest, stated.latest) if stated.earliest else "",
    )

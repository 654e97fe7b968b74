"""Axes: the figures of one count as ranges on one axis.

Enters: `Material`. Leaves: frozen positions, from which the page's template draws; no markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.records import Alignment, Figure, Span

DRAWING_WIDTH = 360.0
"""Width of a drawing, in its own units; the page stretches it to the room there is."""
MARGIN = 12.0
ARROW = 30.0
"""Length of the arrow that stands for an open end."""
LABEL_DISTANCE = 70.0
"""Least distance between two labels of the axis."""
MAGNITUDES = 50
"""From this ratio of the largest to the smallest figure on, equal steps are equal ratios."""
MOST_BARS = 16
LARGEST_WRITTEN = Decimal(10) ** 15
"""From here on a label gives a power of ten."""
SHOWN_VERDICTS = ("figure differs", "update", "scope differs", "agree")

Scale = Callable[[Decimal], float]


class Bar(Struct, frozen=True):
    """One range, and the figures that give it: its ends on the axis and whether they are open."""

    left: float
    right: float
    open_left: bool
    open_right: bool
    figures: tuple[Figure, ...]

    @property
    def places(self) -> tuple[Span, ...]:
        """Where the range is given, one place an account."""
        return tuple(figure.place for figure in self.figures)


class Tick(Struct, frozen=True):
    """A number under the axis; `anchor` is SVG's "start", "middle" or "end"."""

    x: float
    label: str
    anchor: str


class Axis(Struct, frozen=True):
    """Ranges of one count, smallest first; `ratios` tells that equal steps are equal ratios.

    `alignment` is the id of the count; `more` counts the ranges that are not drawn.
    """

    alignment: str
    about: str
    verdict: str
    because: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    ratios: bool
    more: int


def axes(material: Material, *, most: int) -> list[Axis]:
    """Return one axis for each count whose figures are not all the same, at most `most`."""
    counts = [a for a in material.alignments.values() if material.is_count(a)]
    drawn = [(a, _ranges(material, a)) for a in counts if a.verdict in SHOWN_VERDICTS]
    drawn = [(a, ranges) for a, ranges in drawn if len(ranges) > 1]
    drawn.sort(key=lambda pair: (SHOWN_VERDICTS.index(pair[0].verdict), pair[0].about))
    return [_axis(material, alignment, ranges) for alignment, ranges in drawn[:most]]


def _ranges(material: Material, alignment: Alignment) -> list[list[Figure]]:
    """Return figures by the range they give, smallest first, one of each account."""
    together: dict[tuple[str | None, ...], dict[str, Figure]] = {}
    for figure in sorted(_figures(material, alignment), key=_smallest):
        same = together.setdefault((figure.low, figure.high, figure.value), {})
        same.setdefault(figure.place.account, figure)
    return [list(same.values()) for same in together.values()]


def _figures(material: Material, alignment: Alignment) -> Iterator[Figure]:
    for reading in alignment.readings:
        for statement in reading.statements:
            figure = material.figures[statement]
            if _stated_numbers(figure):
                yield figure


def _smallest(figure: Figure) -> tuple[Decimal, str, int]:
    return _stated_numbers(figure)[0], figure.place.account, figure.place.start


def _stated_numbers(figure: Figure) -> list[Decimal]:
    """Return the numbers that a figure gives: as stated, lowest, highest."""
    return [Decimal(n) for n in (figure.value, figure.low, figure.high) if n is not None]


def _axis(material: Material, alignment: Alignment, ranges: Sequence[Sequence[Figure]]) -> Axis:
    shown = ranges[:MOST_BARS]
    ends = [end for figures in shown for end in _stated_numbers(figures[0])]
    least, most = min(ends), max(ends)
    ratios = least > 0 and most / least >= MAGNITUDES
    scale = _scale(least, most, ratios=ratios)
    verdicts = material.verdicts_of.get(alignment.id, ())
    return Axis(
        alignment=alignment.id,
        about=alignment.about,
        verdict=alignment.verdict,
        because=next((v.because for v in verdicts if v.kind == alignment.verdict), ""),
        bars=tuple(_bar(figures, scale) for figures in shown),
        ticks=_ticks(least, most, scale, ratios=ratios),
        ratios=ratios,
        more=len(ranges) - len(shown),
    )


def _scale(least: Decimal, most: Decimal, *, ratios: bool) -> Scale:
    """Return the way from a number to its position; room is left for arrows on either side."""
    start, room = MARGIN + ARROW, DRAWING_WIDTH - 2 * (MARGIN + ARROW)

    def position(number: Decimal) -> float:
        if least == most:
            share = Decimal("0.5")
        elif ratios:
            share = (number / least).log10() / (most / least).log10()
        else:
            share = (number - least) / (most - least)
        return round(start + float(share) * room, 1)

    return position


def _bar(figures: Sequence[Figure], scale: Scale) -> Bar:
    one = figures[0]
    stated = scale(_stated_numbers(one)[0])
    return Bar(
        left=stated - ARROW if one.low is None else scale(Decimal(one.low)),
        right=stated + ARROW if one.high is None else scale(Decimal(one.high)),
        open_left=one.low is None,
        open_right=one.high is None,
        figures=tuple(figures),
    )


def _ticks(least: Decimal, most: Decimal, scale: Scale, *, ratios: bool) -> tuple[Tick, ...]:
    """Return the ends of the axis and, where ratios are shown, the powers of ten with room."""
    ends = [scale(least), scale(most)]
    found = [_tick(least, scale), *([_tick(most, scale)] if most != least else [])]
    if ratios:
        for power in range(least.adjusted() + 1, most.adjusted() + 1):
            x = scale(Decimal(10) ** power)
            if all(abs(x - other) >= LABEL_DISTANCE for other in ends):
                ends.append(x)
                found.append(_tick(Decimal(10) ** power, scale))
    return tuple(sorted(found, key=lambda tick: tick.x))


def _tick(number: Decimal, scale: Scale) -> Tick:
    x = scale(number)
    anchor = (
        "start" if x < LABEL_DISTANCE else "end" if x > DRAWING_WIDTH - LABEL_DISTANCE else "middle"
    )
    return Tick(x, _written(number), anchor)


def _written(number: Decimal) -> str:
    if abs(number) >= LARGEST_WRITTEN:
        return f"{number:.2E}"
    plain = f"{number:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain

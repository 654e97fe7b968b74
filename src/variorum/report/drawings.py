"""Drawings: figures on one axis, and the stemma, as positions that a template draws as SVG.

Enters: `Material`. Leaves: frozen shapes in pixels; no markup and no randomness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from variorum.records import Alignment, Borrowing, Figure, Span
from variorum.report.material import Material

AXIS = (190.0, 560.0)
"""Where an axis begins and ends, in pixels."""
ROW = 30
NODE = (176, 40)
GAP = (28, 86)
A_ROW = 4
"""Most nodes of a stemma side by side."""
ARROW = 44.0
"""Length of the arrow that stands for an open end."""


class Bar(Struct, frozen=True):
    """One figure: its row, its ends on the axis, whether an end is open, and its words."""

    y: int
    left: float
    right: float
    open_left: bool
    open_right: bool
    label: str
    words: str
    place: Span


class Axis(Struct, frozen=True):
    """Figures of one count: `ticks` are (position, label); `height` in pixels."""

    about: str
    verdict: str
    because: str
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    height: int


class Node(Struct, frozen=True):
    """An account, or a source that is not in hand (`absent`); x and y are its left top corner."""

    key: str
    label: str
    x: int
    y: int
    absent: bool


class Edge(Struct, frozen=True):
    """One or more borrowings from one node to another; the path's points and its words."""

    x1: float
    y1: float
    x2: float
    y2: float
    kinds: str
    because: str
    certain: bool


class Stemma(Struct, frozen=True):
    """Nodes in layers, sources above those that depend on them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int


def axes(material: Material, *, most: int) -> list[Axis]:
    """Return one axis for each count whose figures are not all the same, at most `most`."""
    order = ("figure differs", "scope differs", "agree")
    counts = [a for a in material.alignments.values() if material.is_count(a)]
    counts = [a for a in counts if a.verdict in order and len(_numbers(material, a)) > 1]
    counts.sort(key=lambda a: (order.index(a.verdict), a.about, a.id))
    return [_axis(material, alignment) for alignment in counts[:most]]


def _numbers(material: Material, alignment: Alignment) -> set[str]:
    found = [material.figures[s] for r in alignment.readings for s in r.statements]
    return {f.value for f in found if f.value is not None}


def _axis(material: Material, alignment: Alignment) -> Axis:
    figures = list(_one_each(material, alignment))
    ends = [Decimal(e) for f in figures for e in (f.low, f.high, f.value) if e is not None]
    least, most = min(ends), max(ends)
    span = (most - least) or Decimal(1)

    def position(value: str | None, default: float) -> float:
        if value is None:
            return default
        inner = AXIS[1] - AXIS[0] - 2 * ARROW
        return round(AXIS[0] + ARROW + float((Decimal(value) - least) / span) * inner, 1)

    bars = []
    for row, figure in enumerate(figures):
        value = position(figure.value, AXIS[0])
        left = position(figure.low, value - ARROW)
        right = position(figure.high, value + ARROW if figure.value else AXIS[1])
        label, words = material.label(figure.place.account), figure.place.text
        opened = (figure.low is None, figure.high is None)
        bars.append(Bar(ROW * row + 22, left, right, *opened, label, words, figure.place))
    verdicts = material.verdicts_of.get(alignment.id, ())
    because = next((v.because for v in verdicts if v.kind == alignment.verdict), "")
    ticks = tuple((position(str(end), 0), f"{end:,}") for end in sorted({least, most}))
    height = ROW * len(bars) + 40
    return Axis(alignment.about, alignment.verdict, because, tuple(bars), ticks, height)


def _one_each(material: Material, alignment: Alignment) -> Iterator[Figure]:
    """Yield each distinct range that an account gives, smallest first."""
    seen = set()
    found = [material.figures[s] for r in alignment.readings for s in r.statements]
    found = [f for f in found if f.low is not None or f.high is not None]
    for figure in sorted(found, key=_smallest):
        key = (figure.place.account, figure.low, figure.high)
        if key not in seen:
            seen.add(key)
            yield figure


def _smallest(figure: Figure) -> tuple[Decimal, str, int]:
    number = Decimal(figure.value or figure.low or figure.high or "0")
    return number, figure.place.account, figure.place.start


def stemma(material: Material, *, most: int) -> Stemma:
    """Return the picture of who depends on whom, for at most `most` accounts."""
    accounts = sorted(material.accounts)[:most]
    borrowings = [
        b
        for b in material.borrowings.values()
        if b.to in accounts and (b.from_ in accounts or b.from_ not in material.accounts)
    ]
    keys = [*accounts, *sorted({b.from_ for b in borrowings} - set(accounts))]
    layers = _layers(keys, borrowings)
    nodes = {node.key: node for node in _placed(material, layers)}
    edges = tuple(_edges(nodes, borrowings))
    width = max((n.x for n in nodes.values()), default=0) + NODE[0] + GAP[0]
    height = max((n.y for n in nodes.values()), default=0) + NODE[1] + GAP[0]
    return Stemma(tuple(nodes.values()), edges, width, height)


def _layers(keys: Sequence[str], borrowings: Sequence[Borrowing]) -> list[list[str]]:
    """Put each node below what it depends on; a circle is cut where it was entered."""
    sources: dict[str, set[str]] = defaultdict(set)
    for one in borrowings:
        if one.kind != "common origin":
            sources[one.to].add(one.from_)
    depth: dict[str, int] = dict.fromkeys(keys, 0)
    for _ in range(min(len(keys), A_ROW * 2)):
        for key in keys:
            above = [depth[source] + 1 for source in sources[key] if key not in sources[source]]
            depth[key] = min(max([0, *above]), A_ROW * 2)
    rows: dict[int, list[str]] = defaultdict(list)
    for key in keys:
        rows[depth[key]].append(key)
    return [
        row[start : start + A_ROW]
        for _, row in sorted(rows.items())
        for start in range(0, len(row), A_ROW)
    ]


def _placed(material: Material, layers: Sequence[Sequence[str]]) -> Iterator[Node]:
    widest = max((len(layer) for layer in layers), default=0)
    step = NODE[0] + GAP[0]
    for row, layer in enumerate(layers):
        indent = (widest - len(layer)) * step // 2 + GAP[0] // 2
        for column, key in enumerate(layer):
            x, y = indent + column * step, GAP[0] // 2 + row * (NODE[1] + GAP[1])
            yield Node(key, material.label(key), x, y, key not in material.accounts)


def _edges(nodes: dict[str, Node], borrowings: Sequence[Borrowing]) -> Iterator[Edge]:
    together: dict[tuple[str, str], list[Borrowing]] = defaultdict(list)
    for one in borrowings:
        together[one.from_, one.to].append(one)
    for (source, target), ones in sorted(together.items()):
        if source == target or source not in nodes or target not in nodes:
            continue
        above, below = nodes[source], nodes[target]
        down = below.y > above.y
        yield Edge(
            x1=above.x + NODE[0] / 2,
            y1=above.y + (NODE[1] if down else 0),
            x2=below.x + NODE[0] / 2,
            y2=below.y + (0 if down else NODE[1]),
            kinds=", ".join(sorted({one.kind for one in ones})),
            because=" ".join(one.because for one in ones),
            certain=all(one.kind != "common origin" for one in ones),
        )

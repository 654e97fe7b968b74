"""Stemma: the picture of who depends on whom.

Enters: `Material`, `Houses`. Leaves: frozen positions in pixels, from which the page's template draws.

Sources stand above those that depend on them. Edges enter a node side by side, so that the words
on them stay apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.records import Borrowing
from variorum.report.page.houses import Houses

NODE = (208, 48)
GAP = (24, 104)
A_ROW = 4
"""Most nodes side by side."""
MOST_LAYERS = 8
NODE_LINE = 28
"""Characters in a line of a node; a node has two lines."""
MOST_EDGE_LABELS = 4
"""Edges into one node that carry their words; where there are more, the list below has them."""
MOST_EDGES = 40
"""Edges that a reader can follow; where there are more, fewer nodes are drawn."""
FEW_NODES = 8
"""Nodes that are drawn however many edges there are between them."""
BEND = 40
"""How far an edge between neighbours of one row hangs below them."""

Pair = tuple[str, str]
EdgePairs = Mapping[Pair, Sequence[Borrowing]]


class Node(Struct, frozen=True):
    """An account or house, or a source that is not in hand (`absent`); x and y: its left top corner."""

    key: str
    label: str
    lines: tuple[str, ...]
    x: int
    y: int
    absent: bool


class Edge(Struct, frozen=True):
    """What leads from one node to another: an SVG path, its kinds, and their words' place.

    `words` is empty where they would stand on one another; `key` is the id of its first borrowing,
    `number` counts them, `said` is what a screen reader says.
    """

    key: str
    ends: Pair
    path: str
    kinds: str
    certain: bool
    number: int
    said: str
    words: str
    x: float
    y: float


class Stemma(Struct, frozen=True):
    """Nodes in layers, edges, and the labels of accounts that nothing was found of."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    alone: tuple[str, ...]
    unshown: int


def stemma(material: Material, boxes: Houses, *, most: int) -> Stemma:
    """Return the picture of at most `most` nodes, those with most borrowings first."""
    borrowings = [b for b in material.borrowings.values() if len(set(boxes.ends(b))) > 1]
    pairs = by_pair(boxes, borrowings)
    weight = Counter(end for b in borrowings for end in boxes.ends(b))
    ranked = sorted(weight, key=lambda key: (-weight[key], key))[:most]
    while len(ranked) > FEW_NODES and len(_among(ranked, pairs)) > MOST_EDGES:
        ranked.pop()
    in_hand = {boxes.of(account) for account in material.accounts}
    keys = sorted(ranked, key=lambda key: (key not in in_hand, key))
    kept = _among(keys, pairs)
    labels = {key: boxes.labels.get(key) or material.label(key) for key in keys}
    nodes = {node.key: node for node in _placed(labels, in_hand, _layers(keys, kept))}
    return Stemma(
        nodes=tuple(nodes.values()),
        edges=tuple(_edges(nodes, kept)),
        width=max((n.x for n in nodes.values()), default=0) + NODE[0] + GAP[0] // 2,
        height=max((n.y for n in nodes.values()), default=0) + NODE[1] + BEND,
        alone=_alone(material),
        unshown=len(weight) - len(keys),
    )


def _alone(material: Material) -> tuple[str, ...]:
    """Return the labels of accounts that nothing was found of."""
    found = {
        end for b in material.borrowings.values() for end in (b.from_, b.to) if b.from_ != b.to
    }
    return tuple(material.label(a) for a in material.accounts if a not in found)


def _among(keys: Sequence[str], pairs: EdgePairs) -> EdgePairs:
    """Return the pairs both of whose ends are among `keys`."""
    chosen = frozenset(keys)
    return {pair: ones for pair, ones in pairs.items() if chosen.issuperset(pair)}


def _layers(keys: Sequence[str], pairs: EdgePairs) -> list[list[str]]:
    """Put each node below what it depends on; a circle is cut where it was entered."""
    sources: dict[str, set[str]] = defaultdict(set)
    for (above, below), ones in pairs.items():
        if any(one.kind != "common origin" for one in ones):
            sources[below].add(above)
    depth: dict[str, int] = dict.fromkeys(keys, 0)
    for _ in range(min(len(keys), MOST_LAYERS)):
        for key in keys:
            upper = [depth[source] + 1 for source in sources[key] if key not in sources[source]]
            depth[key] = min(max([0, *upper]), MOST_LAYERS)
    rows: dict[int, list[str]] = defaultdict(list)
    for key in keys:
        rows[depth[key]].append(key)
    return _broken(_ordered([row for _, row in sorted(rows.items())], sources))


def _ordered(rows: Sequence[list[str]], sources: Mapping[str, set[str]]) -> list[list[str]]:
    """Put each node near the middle of its sources, so that few edges cross."""
    column: dict[str, float] = {}
    ordered = []
    for row in rows:
        middle = {key: _middle(column, sources.get(key, set())) for key in row}
        ordered.append(sorted(row, key=lambda key: (middle[key], key)))
        shift = (len(row) - 1) / 2
        column |= {key: place - shift for place, key in enumerate(ordered[-1])}
    return ordered


def _middle(column: Mapping[str, float], sources: set[str]) -> float:
    places = [column[source] for source in sorted(sources) if source in column]
    return sum(places) / len(places) if places else 0.0


def _broken(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Break rows that are too wide."""
    return [list(row[at : at + A_ROW]) for row in rows for at in range(0, len(row), A_ROW)]


def _placed(
    labels: Mapping[str, str], in_hand: Collection[str], layers: Sequence[Sequence[str]]
) -> Iterator[Node]:
    widest = max((len(layer) for layer in layers), default=0)
    step = NODE[0] + GAP[0]
    for row, layer in enumerate(layers):
        indent = (widest - len(layer)) * step // 2 + GAP[0] // 2
        for column, key in enumerate(layer):
            label = labels[key]
            x, y = indent + column * step, GAP[0] // 2 + row * (NODE[1] + GAP[1])
            yield Node(key, label, _lines(label), x, y, key not in in_hand)


def _lines(label: str) -> tuple[str, ...]:
    lines = wrap(label, NODE_LINE)
    if len(lines) <= 2:
        return tuple(lines)
    return lines[0], f"{lines[1][: NODE_LINE - 2].rstrip()} …"


def _edges(nodes: Mapping[str, Node], together: EdgePairs) -> Iterator[Edge]:
    leaving = _ports(nodes, together, end=0)
    entering = _ports(nodes, together, end=1)
    arriving = Counter(target for _, target in together)
    order: Counter[str] = Counter()
    for pair in sorted(together, key=lambda pair: (entering[pair], pair)):
        order[pair[1]] += 1
        yield _edge(
            (nodes[pair[0]], nodes[pair[1]]),
            (leaving[pair], entering[pair]),
            together[pair],
            height=order[pair[1]] % 2,
            named=arriving[pair[1]] <= MOST_EDGE_LABELS,
        )


def by_pair(boxes: Houses, borrowings: Iterable[Borrowing]) -> dict[Pair, list[Borrowing]]:
    """Return borrowings by the boxes at their ends; each pair is one edge."""
    together: dict[Pair, list[Borrowing]] = defaultdict(list)
    for one in borrowings:
        together[boxes.ends(one)].append(one)
    return together


def _ports(
    nodes: Mapping[str, Node], pairs: Mapping[Pair, object], *, end: int
) -> dict[Pair, float]:
    """Return where each edge leaves (`end` 0) or enters (1) its node, from left to right."""
    at: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        at[pair[end]].append(pair)
    ports = {}
    for key, edges in at.items():
        edges.sort(key=lambda pair: (nodes[pair[1 - end]].x, nodes[pair[1 - end]].y, pair))
        for place, pair in enumerate(edges, start=1):
            ports[pair] = round(nodes[key].x + NODE[0] * place / (len(edges) + 1), 1)
    return ports


def _edge(
    ends: tuple[Node, Node],
    ports: tuple[float, float],
    ones: Sequence[Borrowing],
    *,
    height: int,
    named: bool,
) -> Edge:
    (above, below), (x1, x2) = ends, ports
    kinds = sorted({one.kind for one in ones})
    more = f" +{len(kinds) - 1}" if len(kinds) > 1 else ""
    tellers = len({(one.from_, one.to) for one in ones})
    times = f" × {tellers}" if tellers > 1 else ""
    if above.y == below.y:
        y1 = y2 = above.y + NODE[1]
        turn, x, y = (y1 + BEND,) * 2, (x1 + x2) / 2, y1 + BEND - 8
    else:
        down = below.y > above.y
        y1, y2 = above.y + NODE[1] * down, below.y + NODE[1] * (not down)
        turn, x = ((y1 + y2) // 2,) * 2, x2
        y = y2 + (-16 - 15 * height if down else 24 + 15 * height)
    return Edge(
        key=min(one.id for one in ones),
        ends=(above.key, below.key),
        path=f"M{x1},{y1} C{x1},{turn[0]} {x2},{turn[1]} {x2},{y2}",
        kinds=", ".join(kinds),
        certain=all(one.kind != "common origin" for one in ones),
        number=tellers,
        said=f"{below.label}, {', '.join(kinds)}{times}, {above.label}",
        words=kinds[0] + more + times if named else times.removeprefix(" "),
        x=round(x, 1),
        y=y,
    )

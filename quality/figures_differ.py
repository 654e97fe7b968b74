"""Figures that differ between accounts of one event: the civilians killed, on FA-KES.

Enters: `shared/data/fakes` (123 accounts of 36 events, grouped by hand once; 372 pairs inside an
event whose numbers of civilians are both coded). Leaves: `Score`s: balanced accuracy of "the
figures differ" over all pairs and over those that do not belong to the two chemical attacks; of the
pairs said to differ, the share that does; and how often the coded number is among the figures of
its account ("read"). Beside the first: peers, each with the simplest reading that is fair.

The accounts of an event are collated, and the ledger's verdicts are what is measured. A pair is
said to differ where a verdict says "figure differs" or "contradicted" of figures of which one is
its account's coded number: what is said of the wounded or of children is another matter. Gold says
"differ" where the codes do; a coded 0 can mean "not stated", so that pairs with a 0 are left out.
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import combinations
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from quality.collating import Collation, collation
from quality.figures_differ_peers import Reader, peers
from quality.halves import half
from quality.intervals import by_text
from quality.score import Score, share, shared
from variorum.records import Figure, Span

CHEMICAL = ("ghouta-2013-08", "khan-sheikhoun-2017-04")
DIFFER = frozenset({"figure differs", "contradicted"})


class Report(Struct, frozen=True):
    """An account of an event, with its coded number of civilians killed."""

    event: str
    text: str
    date: str
    gold: int


class Row(Struct, frozen=True):
    """Two accounts of one event: whether the codes differ, and whether that is said."""

    event: str
    gold: bool
    said: bool


class Read(Struct, frozen=True):
    """Whether an account's coded number is among the figures that were read from it."""

    event: str
    right: bool


@cache
def reports(folder: Path) -> dict[str, list[Report]]:
    """Return the accounts of each event."""
    with (folder / "fakes.dev.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["unit_id"]: row for row in csv.DictReader(file)}
    found: dict[str, list[Report]] = defaultdict(list)
    with (folder / "events.dev.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            article = texts[row["unit_id"]]
            text = f"{article['article_title']}\n{article['article_content']}"
            day = f"{datetime.strptime(row['date'], '%m/%d/%y'):%Y-%m-%d}"
            found[row["event_id"]].append(
                Report(row["event_id"], text, day, int(row["nb_civilians"]))
            )
    return found


def told(group: Sequence[Report]) -> tuple[list[Row], list[Read]]:
    """Return what a ledger of an event's accounts says of its pairs, and what it read."""
    found = collation([{"text": one.text, "date": one.date} for one in group])
    rows = [
        Row(left.event, left.gold != right.gold, is_said(found, (one, other), group))
        for (one, left), (other, right) in combinations(enumerate(group), 2)
        if left.gold and right.gold
    ]
    read = [
        Read(one.event, any(number(f) == one.gold for f in found.of(place)))
        for place, one in enumerate(group)
        if one.gold
    ]
    return rows, read


def is_said(found: Collation, pair: tuple[int, int], group: Sequence[Report]) -> bool:
    """Say whether a verdict tells of a difference in which one has its coded number."""
    one, other = pair
    return any(
        is_of(found, left, group[one].gold) or is_of(found, right, group[other].gold)
        for verdict, left, right in found.between(one, other)
        if verdict.kind in DIFFER
    )


def is_of(found: Collation, place: Span, gold: int) -> bool:
    """Say whether a figure of the coded number stands at a place."""
    return any(
        number(figure) == gold
        for figure in found.figures
        if figure.place.account == place.account
        and figure.place.start < place.end
        and place.start < figure.place.end
    )


def number(figure: Figure) -> float | None:
    """Return the number as stated, else the lower end."""
    stated = figure.value or figure.low
    return None if stated is None else float(stated)


def by_peer(folder: Path, reader: Reader) -> list[Row]:
    """Return what a peer says of the same pairs: their numbers, where it reads both, differ."""
    rows = []
    for event, group in reports(folder).items():
        figures = [reader(one.text) for one in group]
        for (one, left), (other, right) in combinations(zip(group, figures, strict=True), 2):
            if one.gold and other.gold:
                said = left is not None and right is not None and number(left) != number(right)
                rows.append(Row(event, one.gold != other.gold, said))
    return rows


def balanced(rows: Sequence[Row]) -> float:
    """Return balanced accuracy, 0 to 100; none where a class is missing."""
    right = [[row.said == row.gold for row in rows if row.gold == gold] for gold in (True, False)]
    return 100 * sum(sum(hits) / len(hits) if hits else math.nan for hits in right) / 2


def right(rows: Sequence[Row]) -> float:
    """Return the share, 0 to 100, of what is said to differ that does."""
    said = [row.gold for row in rows if row.said]
    return 100 * sum(said) / len(said) if said else math.nan


def scores() -> list[Score]:
    folder = shared("data/fakes")
    if folder is None:
        return []
    found = [told(group) for group in reports(folder).values()]
    rows = [row for pairs, _ in found for row in pairs]
    read = [one for _, ones in found for one in ones]
    small = [row for row in rows if row.event not in CHEMICAL]
    beside = {name: by_peer(folder, reader) for name, reader in peers().items()}
    return [
        _peered(_score("differs.all", rows, balanced), beside),
        _score("differs.without_chemical", small, balanced),
        *([_score("differs.right", rows, right)] if any(row.said for row in rows) else []),
        share("figures.fakes.civilians.read", sum(one.right for one in read), len(read)),
    ]


def _score(key: str, rows: Sequence[Row], measure: Callable[[Sequence[Row]], float]) -> Score:
    halves = {name: [row for row in rows if half(row.event) == name] for name in ("work", "watch")}
    return Score(
        key=f"figures.fakes.{key}",
        value=round(measure(rows), 1),
        rows=sum(row.said for row in rows) if measure is right else len(rows),
        texts=len({row.event for row in rows}),
        interval=by_text(rows, lambda row: row.event, measure),
        work=round(measure(halves["work"]), 1),
        watch=round(measure(halves["watch"]), 1),
    )


def _peered(ours: Score, beside: Mapping[str, Sequence[Row]]) -> Score:
    (name, rows), *rest = beside.items()
    others = "".join(f"; {peer} {balanced(found):.1f}" for peer, found in rest)
    basis = f"same rows{others}"
    return replace(ours, peer=name, peer_value=round(balanced(rows), 1), peer_basis=basis)

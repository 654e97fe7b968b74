"""Figures that differ between accounts of one event: the civilians killed, on FA-KES.

Enters: `shared/data/fakes` (123 accounts of 36 events, grouped by hand once; 389 pairs inside an
event). Leaves: `Score`s: balanced accuracy of "the figures differ" over all pairs and over the
pairs that do not belong to the two chemical attacks, and how often the civilians killed are read
exactly.

Gold says "differ" where the coded numbers of civilians differ; a coded 0 can mean "not stated",
so pairs with a 0 are left out of the balanced accuracy and kept for the exact one.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from quality.score import Score, shared
from variorum.annotations import Annotation
from variorum.backends.parser import SpacyParser
from variorum.extract.figures import figures
from variorum.judge.comparability import fate, group
from variorum.judge.contrast import compare
from variorum.judge.figure_ranges import kind
from variorum.records import Account, Figure, Region
from variorum.seams import Parser
from variorum.segment import annotate

CHEMICAL = ("ghouta-2013-08", "khan-sheikhoun-2017-04")
BACKGROUND = re.compile(
    r"\b(?:since|in|of) (?:\w+ )?(?:19|20)\d\d\b|\b(?:civil war|years of|conflict)\b"
)
"""Words by which a sentence tells of the whole war, or of another attack."""
UNCOUNTED = frozenset({"fighters", "officers", "children", "women", "journalists"})


class Stated(Struct, frozen=True):
    """An account's coded number of civilians and the figure read from it."""

    event: str
    gold: int
    figure: Figure | None


def scores() -> list[Score]:
    folder = shared("data/fakes")
    if folder is None:
        return []
    rows = read(folder, SpacyParser())
    small = [row for row in rows if row.event not in CHEMICAL]
    exact = 100 * sum(is_exact(row) for row in rows) / len(rows)
    return [
        _balanced("all", rows, 74.0),
        _balanced("without_chemical", small, None),
        Score(
            key="figures.fakes.civilians.exact",
            value=round(exact, 1),
            rows=len(rows),
            peer="regular expression",
            peer_value=56.7,
            peer_basis="FA-KES dev, run by others",
        ),
    ]


def _balanced(name: str, rows: Sequence[Stated], peer: float | None) -> Score:
    value, pairs = balanced(rows)
    return Score(
        key=f"figures.fakes.differs.{name}",
        value=round(value, 1),
        rows=pairs,
        peer="regular expression",
        peer_value=peer,
        peer_basis="FA-KES dev, run by others",
    )


def read(folder: Path, parser: Parser) -> list[Stated]:
    with (folder / "fakes.dev.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["unit_id"]: _text(row) for row in csv.DictReader(file)}
    with (folder / "events.dev.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Stated(row["event_id"], int(row["nb_civilians"]), toll(texts[row["unit_id"]], parser))
            for row in csv.DictReader(file, delimiter="\t")
        ]


def _text(row: dict[str, str]) -> str:
    return f"{row['article_title']}\n{row['article_content']}"


def toll(text: str, parser: Parser) -> Figure | None:
    """Return the civilians killed as an account states them: named as such, or else the dead."""
    body = Region(kind="body", start=0, end=len(text))
    account = Account(id="a", source="a", text=text, regions=(body,))
    annotation = annotate(account, parser)
    found = [f for f in figures(account, annotation, ()) if _is_dead(f)]
    told = [f for f in found if not _is_background(f, account, annotation)] or found
    counted = [f for f in told if f.value is not None] or told
    civilians = [f for f in counted if group(f) == "civilians"]
    return next(iter(civilians + counted), None)


def _is_dead(figure: Figure) -> bool:
    return fate(figure) == "killed" and group(figure) not in UNCOUNTED and kind(figure) is None


def _is_background(figure: Figure, account: Account, annotation: Annotation) -> bool:
    sentences = annotation.sentences
    at = bisect([sentence.start for sentence in sentences], figure.place.start) - 1
    return bool(BACKGROUND.search(account.text[sentences[at].start : sentences[at].end]))


def balanced(rows: Sequence[Stated]) -> tuple[float, int]:
    """Return balanced accuracy, 0 to 100, and the number of pairs."""
    right: dict[bool, list[bool]] = defaultdict(list)
    by_event: dict[str, list[Stated]] = defaultdict(list)
    for row in rows:
        by_event[row.event].append(row)
    for event in by_event.values():
        for left, other in combinations(event, 2):
            if left.gold and other.gold:
                gold = left.gold != other.gold
                right[gold].append(differ(left.figure, other.figure) == gold)
    recalls = [100 * sum(hits) / len(hits) for hits in right.values()]
    return sum(recalls) / len(recalls), sum(len(hits) for hits in right.values())


def differ(left: Figure | None, right: Figure | None) -> bool:
    """Two figures differ where their numbers do; a silent account differs from nobody."""
    if left is None or right is None:
        return False
    return compare(left, right).how not in ("equal", "compatible") and _number(left) != _number(
        right
    )


def is_exact(row: Stated) -> bool:
    return (_number(row.figure) or "0") == str(row.gold)


def _number(figure: Figure | None) -> str | None:
    return None if figure is None else figure.value or figure.low


if __name__ == "__main__":
    for score in scores():
        print(f"{score.key:44} {score.value:6.1f}  ({score.rows} rows; peer {score.peer_value})")

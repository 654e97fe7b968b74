"""Figures that differ between accounts of one event: the civilians killed, on FA-KES.

Enters: `shared/data/fakes` (123 accounts of 36 events, grouped by hand once; 389 pairs inside an
event). Leaves: `Score`s: balanced accuracy of "the figures differ" over all pairs and over the
pairs that do not belong to the two chemical attacks, and how often the civilians killed are read
exactly, over all accounts ("exact") and over those whose code is not 0 ("stated"); each beside the
peers that are installed, on the same rows.

Gold says "differ" where the coded numbers of civilians differ; a coded 0 can mean "not stated",
so pairs with a 0 are left out of the balanced accuracy and kept for the exact one.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from quality.figures_differ_peers import Reader, peers
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

ELSEWHERE = {"differs.all": 74.0, "civilians.exact": 56.7}
"""What a regular expression of others measured on these rows."""
CHEMICAL = ("ghouta-2013-08", "khan-sheikhoun-2017-04")
BACKGROUND = re.compile(r"\b(?:since|in|of) (?:\w+ )?(?:19|20)\d\d\b")
"""Words by which a sentence tells of the whole war, or of another attack."""
WHOLE = frozenset({"civilians", "people", "fighters"})
"""Groups whose toll may be an account's; children, women or teachers are a part of it."""
SOON = 4
"""Sentences after a toll within which it may be said more exactly."""
REFINED = Decimal("1.2")
"""A toll up to this much larger is the same one said more exactly ("more than 30", "31")."""


class Stated(Struct, frozen=True):
    """An account's coded number of civilians and the figure read from it."""

    event: str
    gold: int
    figure: Figure | None


def scores() -> list[Score]:
    folder = shared("data/fakes")
    if folder is None:
        return []
    ours = measured(read(folder, partial(toll, parser=SpacyParser())))
    beside = {name: measured(read(folder, reader)) for name, reader in peers().items()}
    return [_score(key, ours[key], beside) for key in ours]


def measured(rows: Sequence[Stated]) -> dict[str, tuple[float, int]]:
    """Return each measure, 0 to 100, with the number of its rows."""
    small = [row for row in rows if row.event not in CHEMICAL]
    return {
        "differs.all": balanced(rows),
        "differs.without_chemical": balanced(small),
        "civilians.exact": _exact(rows),
        "civilians.stated": _exact([row for row in rows if row.gold]),
    }


def _exact(rows: Sequence[Stated]) -> tuple[float, int]:
    return 100 * sum(map(is_exact, rows)) / len(rows), len(rows)


def _score(
    key: str, ours: tuple[float, int], beside: Mapping[str, Mapping[str, tuple[float, int]]]
) -> Score:
    (peer, worth), *rest = [(name, one[key][0]) for name, one in beside.items()]
    said = [f"{name} {value:.1f}" for name, value in rest]
    if key in ELSEWHERE:
        said.append(f"an expression run by others {ELSEWHERE[key]}")
    return Score(
        key=f"figures.fakes.{key}",
        value=round(ours[0], 1),
        rows=ours[1],
        peer=peer,
        peer_value=round(worth, 1),
        peer_basis="; ".join(["same rows", *said]),
    )


def read(folder: Path, reader: Reader) -> list[Stated]:
    """Return each account's coded number beside the figure that a reader takes from its text."""
    with (folder / "fakes.dev.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["unit_id"]: _text(row) for row in csv.DictReader(file)}
    with (folder / "events.dev.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Stated(row["event_id"], int(row["nb_civilians"]), reader(texts[row["unit_id"]]))
            for row in csv.DictReader(file, delimiter="\t")
        ]


def _text(row: dict[str, str]) -> str:
    return f"{row['article_title']}\n{row['article_content']}"


class Told(Struct, frozen=True):
    """A number of dead as an account tells it: the group counted, and its sentence's place."""

    figure: Figure
    group: str | None
    sentence: int

    @property
    def number(self) -> Decimal:
        """The number as stated, else the lower end."""
        return Decimal(self.figure.value or self.figure.low or 0)


def toll(text: str, parser: Parser) -> Figure | None:
    """Return the civilians killed as an account states them: named as such, or else the dead."""
    body = Region(kind="body", start=0, end=len(text))
    account = Account(id="a", source="a", text=text, regions=(body,))
    return stands_for(dead(account, annotate(account, parser)))


def dead(account: Account, annotation: Annotation) -> list[Told]:
    """Return the numbers of dead that are not told of other years, the exact ones if there are any."""
    starts = [sentence.start for sentence in annotation.sentences]
    found = [
        Told(figure, group(figure), bisect(starts, figure.place.start) - 1)
        for figure in figures(account, annotation, ())
        if fate(figure) == "killed" and kind(figure) is None
    ]
    told = [one for one in found if not _is_background(one, account, annotation)] or found
    return [one for one in told if one.figure.value is not None] or told


def _is_background(told: Told, account: Account, annotation: Annotation) -> bool:
    sentence = annotation.sentences[told.sentence]
    return bool(BACKGROUND.search(account.text[sentence.start : sentence.end]))


def stands_for(told: Sequence[Told]) -> Figure | None:
    """Return the civilians of the toll that an account stands for, the first that it tells.

    Where that counts people, its civilians are those of the same sentence, else those of a later
    sentence that splits it into groups ("nine civilians and 20 fighters"), else all. Where it counts
    fighters, none are stated.
    """
    whole = [one for one in told if one.group in WHOLE or one.figure.counted is None]
    if not whole:
        return told[0].figure if told else None
    lead = whole[0]
    part = lead if lead.group == "civilians" else _civilians(lead, told)
    if part is not None:
        return part.figure
    alike = (one.group for one in whole if one.number == lead.number)
    return None if "fighters" in alike else _refined(lead, whole).figure


def _civilians(lead: Told, told: Sequence[Told]) -> Told | None:
    """Return the civilians among a toll of people or fighters, where a sentence says how many."""
    civilians = [one for one in told if one.group == "civilians"]
    beside = [one for one in civilians if one.sentence == lead.sentence]
    split = [one for one in civilians if one.number < lead.number and _is_split(one, told)]
    return next(iter(beside + split), None)


def _is_split(civilians: Told, told: Sequence[Told]) -> bool:
    others = WHOLE - {"civilians"}
    return any(one.sentence == civilians.sentence and one.group in others for one in told)


def _refined(lead: Told, whole: Sequence[Told]) -> Told:
    """Return the same toll as it is said more exactly soon after: "more than 30", then "31"."""
    soon = (
        one
        for one in whole
        if one.group == "people"
        and one.sentence <= lead.sentence + SOON
        and lead.number < one.number <= REFINED * lead.number
    )
    return next(soon, lead)


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

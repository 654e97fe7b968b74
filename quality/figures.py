"""Figures on NewsQuant: value, with unit, with bound, with what they count.

Enters: `shared/data/newsquant/NewsQuant.dev.json` (144 sentences, 231 quantities) and the four
sets for ages, currencies, dimensions and temperatures. Leaves: `Score`s, F1 over all quantities.

A quantity is right when its value is (for a range, both ends); a unit counts with it when it is
the gold unit as written or as normalised. What a plain count counts is NewsQuant's "unit", and
whom it is said of its "concept"; for a measure the concept is what is measured.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import chain
from pathlib import Path
from typing import Any

from msgspec import Struct

from quality.score import Score, shared
from variorum.backends.parser import SpacyParser
from variorum.extract.english_figure_units import CURRENCY_AFTER, UNITS
from variorum.extract.figures import figures
from variorum.records import Account, Figure, Region
from variorum.segment import annotate

PEERS = {
    "value": 92.0,
    "unit": 85.6,
    "bound": 88.1,
    "concept.complete": 57.0,
    "concept.partial": 76.1,
}
OTHER_SETS = ("age", "currency", "dimension", "temperature")
STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "for",
        "and",
        "to",
        "at",
        "on",
        "by",
        "'s",
        "with",
        "its",
        "their",
        "his",
        "her",
        "from",
        "across",
        "among",
        "during",
        "as",
        "this",
        "that",
        "these",
        "those",
        "into",
        "over",
        "about",
        "between",
    ]
)
MEASURES = {unit.name for unit in chain(UNITS.values(), CURRENCY_AFTER.values())} | {"times"}

Gold = dict[str, Any]
Same = Callable[[Figure, Gold], bool]


class Row(Struct, frozen=True):
    """A sentence with its gold quantities and the figures read from it."""

    text: str
    gold: tuple[Gold, ...]
    found: tuple[Figure, ...]


def scores() -> list[Score]:
    folder = shared("data/newsquant")
    if folder is None:
        return []
    parser = SpacyParser()
    rows = read(folder / "NewsQuant.dev.json", parser)
    made = [
        Score(
            key=f"figures.newsquant.{name}",
            value=round(f1(rows, same), 1),
            rows=len(rows),
            peer="CQE",
            peer_value=PEERS[name],
            peer_basis="all 590 sentences, these among them",
        )
        for name, same in MEASURED.items()
    ]
    return made + [_other(folder, name, parser) for name in OTHER_SETS]


def _other(folder: Path, name: str, parser: SpacyParser) -> Score:
    rows = read(folder / f"{name}-model.json", parser)
    value = round(f1(rows, same_unit), 1)
    return Score(key=f"figures.newsquant.{name}.unit", value=value, rows=len(rows))


def read(path: Path, parser: SpacyParser) -> list[Row]:
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [
        Row(row["text"], tuple(row["quantities"]), extract(row["text"], parser)) for row in rows
    ]


def extract(text: str, parser: SpacyParser) -> tuple[Figure, ...]:
    body = Region(kind="body", start=0, end=len(text))
    account = Account(id="a", source="a", text=text, regions=(body,))
    return figures(account, annotate(account, parser), ())


def f1(rows: Sequence[Row], same: Same) -> float:
    """Return F1, 0 to 100, over all quantities of all rows; each gold one is met once."""
    hits = sum(len(list(matches(row, same))) for row in rows)
    total = sum(len(row.gold) + len(row.found) for row in rows)
    return 200 * hits / total if total else 100.0


def matches(row: Row, same: Same) -> Iterator[tuple[Figure, Gold]]:
    left = list(row.gold)
    for figure in row.found:
        hit = next((gold for gold in left if same_value(figure, gold) and same(figure, gold)), None)
        if hit is not None:
            left.remove(hit)
            yield figure, hit


# --- what is compared ----------------------------------------------------------------------------


def same_value(figure: Figure, gold: Gold) -> bool:
    ends = gold_ends(str(gold["value"]))
    mine = (figure.value, figure.value) if figure.value else (figure.low, figure.high)
    return None not in mine and all(
        abs(Decimal(one or 0) - other) <= Decimal("0.005") * max(1, abs(other))
        if other % 1
        else Decimal(one or 0) == other
        for one, other in zip(mine, ends, strict=True)
    )


def gold_ends(value: str) -> tuple[Decimal, Decimal]:
    match = re.fullmatch(r"(-?[\d.]+(?:E-?\d+)?)(?:\s*-\s*([\d.]+))?", value)
    try:
        first = Decimal(match[1] if match else "NaN")
        second = Decimal(match[2]) if match and match[2] else first
        return min(first, second), max(first, second)
    except InvalidOperation:
        return Decimal("NaN"), Decimal("NaN")


def is_count(figure: Figure) -> bool:
    return figure.unit is None or figure.unit.split(" per ")[0] not in MEASURES


def same_unit(figure: Figure, gold: Gold) -> bool:
    mine = _unit(figure)
    golds = {_plain(str(gold.get(key) or "-")) for key in ("unit", "normalized_unit")}
    return bool(golds & {mine, mine.split(" ")[-1]}) or (mine == "-" and "-" in golds)


def _unit(figure: Figure) -> str:
    if figure.unit == "fraction":
        return _plain("% " + " ".join(_words(figure.counted)))
    return _plain(figure.unit or "-")


def _plain(unit: str) -> str:
    words = [word for word in re.findall(r"[^\s,]+", unit.lower()) if word not in STOP]
    return " ".join(word.rstrip("s") if len(word) > 3 else word for word in words) or "-"


def same_bound(figure: Figure, gold: Gold) -> bool:
    return change(figure) == gold["change"]


def change(figure: Figure) -> str:
    if figure.approximator is not None:
        signs = {"over": ">", "at least": ">", "under": "<", "at most": "<"}
        return signs.get(figure.approximator, "~")
    return figure.change if figure.change and figure.value else "="


def same_concept(figure: Figure, gold: Gold) -> bool:
    return _mine(figure) == concept_words(gold["referred_concepts"])


def near_concept(figure: Figure, gold: Gold) -> bool:
    mine, theirs = _mine(figure), concept_words(gold["referred_concepts"])
    return bool(mine & theirs) or mine == theirs


def _mine(figure: Figure) -> frozenset[str]:
    if is_count(figure) and figure.unit:
        return concept_words(figure.subject)
    return concept_words(figure.counted) | concept_words(figure.subject)


def concept_words(phrase: str | None) -> frozenset[str]:
    return frozenset(_words(phrase))


def _words(phrase: str | None) -> list[str]:
    """Return the telling words of a phrase in its own order."""
    words = re.findall(r"[\w'-]+", (phrase or "-").lower())
    return [word for word in words if word not in STOP and word.strip("-")]


MEASURED: dict[str, Same] = {
    "value": lambda figure, gold: True,
    "unit": same_unit,
    "bound": same_bound,
    "concept.complete": same_concept,
    "concept.partial": near_concept,
}

if __name__ == "__main__":
    for score in scores():
        print(
            f"{score.key:44} {score.value:6.1f}  ({score.rows} rows; {score.peer} {score.peer_value})"
        )

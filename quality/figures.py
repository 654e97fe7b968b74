"""Figures on NewsQuant: value, with unit, with bound, with what they count; beside peers.

Enters: `shared/data/newsquant`: 144 sentences whose errors were read (work), 146 that were only
counted (watch), and the four sets for ages, currencies, dimensions and temperatures. Each sentence
is collated as an account. Leaves: `Score`s, F1 over all quantities of the ledger's figures.

NewsQuant's "concept" is read off a `Figure` without bending it: what a plain count counts is the
set's "unit", so its concept is `subject`; of a measure it is `counted` with `subject`; of a share
of something ("60% of the list") it is that alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from quality.collating import collation
from quality.figures_answers import MEASURED, Answer, Row, concept, f1, gold, plain
from quality.figures_peers import MEASURES as SAID
from quality.figures_peers import peers
from quality.intervals import by_text
from quality.score import Score, shared
from variorum.languages.en.money import CURRENCY_AFTER
from variorum.languages.en.numbers import FALL, RISE
from variorum.languages.en.units import UNITS
from variorum.records import Figure

PUBLISHED: Final = {
    "value": 92.0,
    "unit": 85.6,
    "bound": 88.1,
    "concept.complete": 57.0,
    "concept.partial": 76.1,
}
"""CQE's F1 on all 590 sentences (Almasian et al. 2023), said where CQE is not installed."""
OTHER_SETS: Final = ("age", "currency", "dimension", "temperature")
MEASURES: Final = {unit.name for unit in chain(UNITS.values(), CURRENCY_AFTER.values())} | {"times"}
RENAMED: Final = {"times": "count", "pound": plain("pound-mass"), "tonne": "metric ton"}
"""What NewsQuant calls a unit that goes by another name here."""
SHARES: Final = ("percentage", "fraction")
SIGNS: Final = {"over": ">", "at least": ">", "under": "<", "at most": "<"}

Quantities = Sequence[dict[str, Any]]


def scores() -> list[Score]:
    folder = shared("data/newsquant")
    if folder is None:
        return []
    read_ = quantities(folder / "NewsQuant.dev.json")
    unread = quantities(folder / "NewsQuant.more.json")
    halves = {"work": read(read_), "watch": read(unread)}
    beside = _beside([*read_, *unread])
    made = [_score(name, halves, beside) for name in MEASURED]
    return made + [_other(folder / f"{name}-model.json", name) for name in OTHER_SETS]


def _score(
    name: str, halves: Mapping[str, Sequence[Row]], beside: Mapping[str, Sequence[Row]]
) -> Score:
    """Return a score beside every peer that says anything about it, the best known one first."""
    others = [
        (peer, round(f1(read_, MEASURED[name]), 1))
        for peer, read_ in beside.items()
        if name in SAID[peer]
    ]
    (peer, value), *rest = others or [("CQE", PUBLISHED[name])]
    basis = "same rows" if others else "all 590 sentences, these among them"
    ours = _measured(f"figures.newsquant.{name}", [*halves["work"], *halves["watch"]], name)
    return replace(
        ours,
        work=round(f1(halves["work"], MEASURED[name]), 1),
        watch=round(f1(halves["watch"], MEASURED[name]), 1),
        peer=peer,
        peer_value=value,
        peer_basis="; ".join([basis, *(f"{other} {worth}" for other, worth in rest)]),
    )


def _other(path: Path, name: str) -> Score:
    return _measured(f"figures.newsquant.{name}.unit", read(quantities(path)), "unit")


def _measured(key: str, rows: Sequence[Row], name: str) -> Score:
    """Return the F1 of a measure; a sentence is a text of its own."""
    within = by_text(rows, lambda row: row.text, lambda drawn: f1(drawn, MEASURED[name]))
    value = round(f1(rows, MEASURED[name]), 1)
    return Score(key=key, value=value, rows=len(rows), interval=within)


def quantities(path: Path) -> list[tuple[str, Quantities]]:
    """Return a set's sentences with their gold quantities."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [(row["text"], row["quantities"]) for row in rows]


def read(told: Sequence[tuple[str, Quantities]]) -> list[Row]:
    """Collate each sentence as an account, and return its figures beside the gold's."""
    return [
        Row(
            text,
            tuple(map(gold, golds)),
            tuple(answer(figure, text) for figure in collation([{"text": text}]).figures),
        )
        for text, golds in told
    ]


def _beside(told: Sequence[tuple[str, Quantities]]) -> dict[str, list[Row]]:
    """Return what each installed peer reads in the same sentences."""
    return {
        peer: [Row(text, tuple(map(gold, golds)), reader(text)) for text, golds in told]
        for peer, reader in peers().items()
    }


# --- from a record to an answer --------------------------------------------------------------------


def answer(figure: Figure, text: str) -> Answer:
    """Put a `Figure` of `text` in NewsQuant's terms; an open end is taken as nothing."""
    low, high = (figure.value,) * 2 if figure.value else (figure.low, figure.high)
    return Answer(
        Decimal(low) if low else None,
        Decimal(high) if high else None,
        _units(figure),
        _bound(figure),
        concept(_concept(figure, text)),
    )


def is_count(figure: Figure) -> bool:
    """Tell a count, that of a unit's own name among them ("517 rushing yards")."""
    if figure.unit is None or figure.unit == figure.counted_head:
        return figure.unit is not None
    return figure.unit not in MEASURES and figure.unit.split(" per ")[0] not in MEASURES


def _units(figure: Figure) -> frozenset[str]:
    """A count is right by its noun alone or its whole phrase as well; some units are renamed."""
    if figure.unit == "fraction":
        return frozenset({plain(f"% {figure.counted or ''}")})
    whole = plain(figure.unit or "-")
    names = {whole, whole.split(" ")[-1]}
    if is_count(figure):
        names.add(plain(figure.counted or "-"))
    return frozenset(names | ({RENAMED[figure.unit]} if figure.unit in RENAMED else set()))


def _bound(figure: Figure) -> str:
    """Changes told by a noun ("a 5% rise") or by both ends of a range are "=" there."""
    if figure.approximator is not None:
        return SIGNS.get(figure.approximator, "~")
    named = figure.counted_head in RISE | FALL
    return figure.change if figure.change and figure.value and not named else "="


def _concept(figure: Figure, text: str) -> tuple[str | None, ...]:
    if is_count(figure):
        return (figure.subject,)
    share = figure.unit in SHARES and text[figure.place.end :].startswith(" of ")
    return (figure.counted,) if share else (figure.counted, figure.subject)


if __name__ == "__main__":
    for score in scores():
        print(
            f"{score.key:44} {score.value:6.1f}  ({score.rows} rows; {score.peer} {score.peer_value} {score.peer_basis})"
        )

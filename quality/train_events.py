"""Train the event model: `python -m quality.train_events` writes its weights (about two minutes).

Enters: ECB+ topics 1 to 35 (CC BY 3.0). Leaves: `src/variorum/link/event_weights.py`, trained on
all of them, and `quality/event_folds.json`, trained on even and on odd topics, by which
`quality.linking` scores what a half has not seen.

Small stories are drawn from the collection (one event alone, two look-alike events mixed), since a
folder of six accounts is not like a collection of hundreds; each kind of story has the same
weight, but those of one event half. ECB+ does not say when an account was published and its leads
nearly always give a day, so what it cannot teach of days is set by hand (`by_hand`).
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct

from quality.event_data import Told, dossiers, ecb, join
from variorum.backends.parser import SpacyParser
from variorum.link.candidates import candidates
from variorum.link.event_features import FEATURES, features
from variorum.link.event_model import BIAS
from variorum.link.tellings import tellings
from variorum.records import Dossier

WEIGHTS = Path(__file__).parents[1] / "src" / "variorum" / "link" / "event_weights.py"
FOLDS = Path(__file__).with_name("event_folds.json")
SEED = 7
KINDS = {"topic": 1.0, "one": 0.5, "mixed": 1.0, "half": 0.5}
DAYS_BETWEEN = -0.8
"""Log-odds for each natural logarithm of 1 + days between publications."""
NO_DAY = -6.0
"""Least weight of a lead without a day: undated leads are rare in ECB+ and common elsewhere."""
MIXTURES = ((5, 1), (1, 5), (4, 1), (3, 2), (2, 3), (4, 4))


class Drawn(Struct, frozen=True):
    """A story: its kind, the positions of its accounts, and the half of topics it is of."""

    kind: str
    members: list[int]
    half: int


class Rows(Struct, frozen=True):
    """Pairs of a story: features, and whether they are one event."""

    kind: str
    features: np.ndarray
    same: np.ndarray
    half: int


def main() -> None:
    """Train on both halves and on each, and write the weights."""
    told = ecb()
    made = dossiers(told, SpacyParser())
    rows = [_rows(story, told, made) for story in stories(told)]
    parts = [[one for one in rows if one.half == half] for half in (0, 1)]
    folds = [by_hand(trained(part)) for part in parts]
    FOLDS.write_text(json.dumps(folds, indent=1) + "\n", encoding="utf-8")
    WEIGHTS.write_text(_module(by_hand(trained(rows))), encoding="utf-8")


# --- stories ---------------------------------------------------------------------------------


def stories(told: Sequence[Told]) -> list[Drawn]:
    """Return topics, single events, mixtures of two look-alikes, and the two halves of topics."""
    draw = random.Random(SEED)  # noqa: S311
    found: list[Drawn] = []
    for topic in sorted({one.topic for one in told}):
        events = [_with(told, name) for name in (f"{topic}e", f"{topic}p")]
        half = topic % 2
        found.append(Drawn("topic", events[0] + events[1], half))
        for event in events:
            found.append(Drawn("one", event, half))
            found.append(Drawn("one", draw.sample(event, min(5, len(event))), half))
        for some in MIXTURES if all(events) else ():
            mixed = [draw.sample(e, min(n, len(e))) for e, n in zip(events, some, strict=True)]
            found.append(Drawn("mixed", mixed[0] + mixed[1], half))
    return found + [
        Drawn("half", [i for i, one in enumerate(told) if one.topic % 2 == half], half)
        for half in (0, 1)
    ]


def _with(told: Sequence[Told], event: str) -> list[int]:
    return [index for index, one in enumerate(told) if one.event == event]


def _rows(story: Drawn, told: Sequence[Told], made: Sequence[Dossier]) -> Rows:
    seen = tellings([made[i] for i in story.members])
    left, right = candidates(seen, join)
    events = np.array([told[i].event for i in story.members])
    same = events[left] == events[right]
    return Rows(story.kind, features(seen, (left, right)), same, story.half)


# --- training --------------------------------------------------------------------------------


def trained(rows: Sequence[Rows]) -> dict[str, float]:
    """Return the weights by name; the pairs of each kind of story weigh as much together."""
    totals: Counter[str] = Counter()
    for row in rows:
        totals[row.kind] += len(row.same)
    found = logistic(
        np.vstack([row.features for row in rows]),
        np.concatenate([row.same for row in rows]).astype(np.float64),
        np.concatenate(
            [
                np.full(len(row.same), KINDS[row.kind] * 10_000 / max(1, totals[row.kind]))
                for row in rows
            ]
        ),
    )
    return {n: float(w) for n, w in zip((BIAS, *FEATURES), found, strict=True)}


def by_hand(weights: dict[str, float]) -> dict[str, float]:
    """Return rounded weights with what ECB+ cannot teach; what a cap takes goes to the bias."""
    missing = min(0.0, weights["no day in a lead"] - NO_DAY)
    changed = {
        BIAS: weights[BIAS] + missing,
        "no day in a lead": weights["no day in a lead"] - missing,
        "days between": DAYS_BETWEEN,
        "date unknown": 0.0,
    }
    return {name: round(weight, 3) for name, weight in {**weights, **changed}.items()}


def logistic(values: np.ndarray, same: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return bias and weights of a logistic regression (Newton's method, ridge 1 on z-scores)."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    scaled = np.column_stack([np.ones(len(values)), (values - mean) / spread])
    ridge = np.diag([0.0] + [1.0] * values.shape[1])
    found = np.zeros(scaled.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (weights * (likely - same)) + ridge @ found
        bend = (scaled * (weights * likely * (1 - likely))[:, None]).T @ scaled + ridge
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-7:
            break
    slopes = found[1:] / spread
    return np.concatenate([[found[0] - slopes @ mean], slopes])


def _module(weights: dict[str, float]) -> str:
    lines = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
    return (
        '"""Event weights: log-odds of one event for each feature of `event_features`.\n\n'
        "Enters: nothing. Leaves: the table. Written by `quality/train_events.py`, trained on ECB+\n"
        "topics 1 to 35 (Cybulska and Vossen, CC BY 3.0) but for two weights of days set by hand.\n"
        '"""\n\nfrom __future__ import annotations\n\nWEIGHTS = {\n' + lines + "}\n"
    )


if __name__ == "__main__":
    main()

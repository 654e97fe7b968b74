"""Train the event model: `python -m quality.train_events` writes its weights (about two minutes).

Enters: ECB+ topics 1 to 35 (CC BY 3.0). Leaves: `src/variorum/link/events/weights.py`, trained on
all of them, and `quality/event_folds.json`, trained on even and on odd topics, by which
`quality.linking` scores what a half has not seen.

The model judges a pair by its two accounts alone, so pairs are all it learns from: of one topic
(one event, or two look-alikes), of two topics, of whole accounts and of briefs (their first
sentences). What ECB+ cannot teach is set by hand (`BY_HAND`).
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from quality.event_data import Told, dossiers, ecb
from variorum.link.events.features import FEATURES, features
from variorum.link.events.model import BIAS, SUREST
from variorum.link.events.profiles import AccountProfile, profiles
from variorum.models.parser import SpacyParser
from variorum.records import Dossier

WEIGHTS = Path(__file__).parents[1] / "src" / "variorum" / "link" / "events" / "weights.py"
FOLDS = Path(__file__).with_name("event_folds.json")
SEED = 7
KINDS = {
    "topic": 1.0,
    "far": 2.0,
    "brief": 0.4,
    "brief and whole": 0.2,
    "far briefs": 1.0,
}
"""How much the pairs of each kind weigh together, whatever their number."""
WHOLE = 10_000
"""Pairs that a weight of 1 stands for."""
FAR = 20_000
"""Pairs of two topics that are drawn in each half."""
BRIEF = (2, 3)
"""Sentences of a brief: two in two of three accounts, else three."""
RIDGE = 20.0
BY_HAND = {
    "days between": -0.53,
    "date unknown": 0.0,
    "other company": -3.7,
    "news of other days": -2 * SUREST,
    "one name of one day": -3.0,
    "a private person of one week": 3.0,
}
"""Weights that ECB+ cannot teach: it does not say when an account was published, and has no two
happenings of one place and day, and few meetings of one person with several."""


class Rows(Struct, frozen=True):
    """Pairs of a kind: features, and whether they are one event."""

    kind: str
    features: np.ndarray
    same: np.ndarray


def main() -> None:
    """Train on both halves and on each, and write the weights."""
    told = ecb()
    made = dossiers(told, SpacyParser())
    halves = []
    for half in (0, 1):
        here = [index for index, one in enumerate(told) if one.topic % 2 == half]
        halves.append(rows([told[i] for i in here], [made[i] for i in here]))
    FOLDS.write_text(json.dumps([by_hand(trained(h)) for h in halves], indent=1) + "\n", "utf-8")
    WEIGHTS.write_text(_module(by_hand(trained([*halves[0], *halves[1]]))), "utf-8")


# --- pairs -----------------------------------------------------------------------------------


def rows(told: Sequence[Told], made: Sequence[Dossier]) -> list[Rows]:
    """Return the pairs of all kinds among some accounts."""
    draw = random.Random(SEED)  # noqa: S311
    whole = profiles(made)
    brief = profiles([shortened(d, BRIEF[i % 3 == 0]) for i, d in enumerate(made)])
    topic = [(i, j) for i, j in combinations(range(len(told)), 2) if told[i].topic == told[j].topic]
    apart = [(i, j) for i, j in combinations(range(len(told)), 2) if told[i].topic != told[j].topic]
    far = draw.sample(apart, min(FAR, len(apart)))
    drawn = (
        ("topic", whole, whole, topic),
        ("far", whole, whole, far),
        ("brief", brief, brief, topic),
        ("brief and whole", whole, brief, topic),
        ("far briefs", brief, brief, far),
    )
    return [_rows(kind, (left, right), pairs, told) for kind, left, right, pairs in drawn]


def _rows(
    kind: str,
    sides: tuple[Sequence[AccountProfile], Sequence[AccountProfile]],
    pairs: Sequence[tuple[int, int]],
    told: Sequence[Told],
) -> Rows:
    left, right = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    events = np.array([one.event for one in told])
    both = [*sides[0], *sides[1]]
    seen = features(both, (left, right + len(sides[0])))
    return Rows(kind, seen, events[left] == events[right])


def shortened(dossier: Dossier, count: int) -> Dossier:
    """Return an account's first sentences as an account of their own."""
    sentences = dossier.annotation.sentences[:count]
    if not sentences:
        return dossier
    end, last = sentences[-1].end, sentences[-1].last
    account, annotation = dossier.account, dossier.annotation
    body = replace(account.regions[-1], end=end)
    return replace(
        dossier,
        account=replace(account, text=account.text[:end], regions=(*account.regions[:-1], body)),
        annotation=replace(
            annotation,
            tokens=annotation.tokens[:last],
            sentences=sentences,
            named=tuple(span for span in annotation.named if span.last <= last),
        ),
        statements=replace(
            dossier.statements,
            moments=tuple(m for m in dossier.statements.moments if m.place.end <= end),
        ),
    )


# --- training --------------------------------------------------------------------------------


def trained(rows: Sequence[Rows]) -> dict[str, float]:
    """Return the weights by name; the pairs of each kind weigh as much together as `KINDS` says."""
    totals = {kind: sum(len(row.same) for row in rows if row.kind == kind) for kind in KINDS}
    found = logistic(
        np.vstack([row.features for row in rows]),
        np.concatenate([row.same for row in rows]).astype(np.float64),
        np.concatenate(
            [np.full(len(r.same), KINDS[r.kind] * WHOLE / totals[r.kind]) for r in rows]
        ),
    )
    return {n: float(w) for n, w in zip((BIAS, *FEATURES), found, strict=True)}


def by_hand(weights: dict[str, float]) -> dict[str, float]:
    """Return rounded weights with what ECB+ cannot teach."""
    return {name: round(weight, 3) for name, weight in {**weights, **BY_HAND}.items()}


def logistic(
    values: np.ndarray, same: np.ndarray, weights: np.ndarray, *, ridge: float = RIDGE
) -> np.ndarray:
    """Return bias and weights of a logistic regression (Newton's method, ridge on z-scores)."""
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    scaled = np.column_stack([np.ones(len(values)), (values - mean) / spread])
    shrink = np.diag([0.0] + [ridge] * values.shape[1])
    found = np.zeros(scaled.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (weights * (likely - same)) + shrink @ found
        bend = (scaled * (weights * likely * (1 - likely))[:, None]).T @ scaled + shrink
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-7:
            break
    slopes = found[1:] / spread
    return np.concatenate([[found[0] - slopes @ mean], slopes])


def _module(weights: dict[str, float]) -> str:
    lines = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
    return (
        '"""Event weights: log-odds of one event for each feature of `features`.\n\n'
        "Enters: nothing. Leaves: the table. Written by `quality/train_events.py`, trained on ECB+\n"
        "topics 1 to 35 (Cybulska and Vossen, CC BY 3.0) but for those set by hand (`BY_HAND` there).\n"
        '"""\n\nfrom __future__ import annotations\n\nWEIGHTS = {\n' + lines + "}\n"
    )


if __name__ == "__main__":
    main()

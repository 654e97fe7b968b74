"""Train the event model: `python -m quality.train_events` writes its weights (about six minutes).

Enters: `event_data`. Leaves: `src/variorum/link/event_weights.py`, trained on everything, and
`quality/event_folds.json`, trained on even and on odd topics and incidents, by which
`quality.linking` scores what a half has not seen.

Small stories are drawn from the collections (one event alone, two look-alike events mixed, an
incident among its nearest neighbours), since a folder of six accounts is not like a collection
of three thousand; each kind of story has the same weight, but those of one event half.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct

from quality.event_data import Told, dossiers, ecb, gva, join
from variorum.backends.parser import SpacyParser
from variorum.link.candidates import candidates
from variorum.link.event_features import FEATURES, features, weighted
from variorum.link.event_model import BIAS
from variorum.link.tellings import tellings
from variorum.link.terms import terms
from variorum.records import Dossier

WEIGHTS = Path(__file__).parents[1] / "src" / "variorum" / "link" / "event_weights.py"
FOLDS = Path(__file__).with_name("event_folds.json")
SEED = 7
KINDS = {"topic": 1.0, "one": 0.5, "mixed": 1.0, "half": 0.5, "incident": 0.3, "near": 1.0,
         "all": 1.0}  # fmt: skip
MIXTURES = ((5, 1), (1, 5), (4, 1), (3, 2), (2, 3), (4, 4))


class Drawn(Struct, frozen=True):
    """A story: its kind and the positions of its accounts; `half` is None if it spans both."""

    kind: str
    members: list[int]
    half: int | None


class Rows(Struct, frozen=True):
    """Pairs of a story: features, whether they are one event, a half each (-1 if mixed)."""

    kind: str
    features: np.ndarray
    same: np.ndarray
    half: np.ndarray


def main() -> None:
    """Train on both halves and on each, and write the weights."""
    parser = SpacyParser()
    rows: list[Rows] = []
    for told, draw in ((ecb(), ecb_stories), (gva(), gva_stories)):
        made = dossiers(told, parser)
        rows += [_rows(story, told, made) for story in draw(told)]
    folds = [trained(rows, half) for half in (0, 1)]
    FOLDS.write_text(json.dumps(folds, indent=1) + "\n", encoding="utf-8")
    WEIGHTS.write_text(_module(trained(rows, None)), encoding="utf-8")


# --- stories ---------------------------------------------------------------------------------


def ecb_stories(told: Sequence[Told]) -> list[Drawn]:
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


def gva_stories(told: Sequence[Told]) -> list[Drawn]:
    """Return every third incident of several reports, alone or among its two nearest; and all."""
    matrix = weighted([found.words for found in terms([o.account for o in told])], local=True)
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).ravel()
    several = sorted(name for name, n in Counter(o.event for o in told).items() if n > 1)
    found = [Drawn("all", list(range(len(told))), None)]
    for count, name in enumerate(several[::3]):
        members = _with(told, name)
        half = told[members[0]].topic % 2
        if count % 3 == 0:
            found.append(Drawn("incident", members, half))
            continue
        alike = np.asarray((matrix[members] @ matrix.T).todense()).max(axis=0) / norms
        order = [told[i].event for i in np.argsort(-alike, kind="stable")]
        near = [event for event in dict.fromkeys(order) if event != name][:2]
        found.append(Drawn("near", members + [i for e in near for i in _with(told, e)], half))
    return found


def _with(told: Sequence[Told], event: str) -> list[int]:
    return [index for index, one in enumerate(told) if one.event == event]


def _rows(story: Drawn, told: Sequence[Told], made: Sequence[Dossier]) -> Rows:
    seen = tellings([made[i] for i in story.members])
    left, right = candidates(seen, join)
    events = np.array([told[i].event for i in story.members])
    halves = np.array([told[i].topic % 2 for i in story.members], dtype=np.int64)
    if story.half is None:
        half = np.where(halves[left] == halves[right], halves[left], -1)
    else:
        half = np.full(len(left), story.half)
    return Rows(story.kind, features(seen, (left, right)), events[left] == events[right], half)


# --- training --------------------------------------------------------------------------------


def trained(rows: Sequence[Rows], half: int | None) -> dict[str, float]:
    """Return the weights by name, trained on one half's pairs or (None) on all."""
    kept = [np.ones(len(r.half), dtype=bool) if half is None else r.half == half for r in rows]
    totals: Counter[str] = Counter()
    for row, keep in zip(rows, kept, strict=True):
        totals[row.kind] += int(keep.sum())
    found = logistic(
        np.vstack([r.features[k] for r, k in zip(rows, kept, strict=True)]),
        np.concatenate([r.same[k] for r, k in zip(rows, kept, strict=True)]).astype(np.float64),
        np.concatenate(
            [
                np.full(int(k.sum()), KINDS[r.kind] * 10_000 / max(1, totals[r.kind]))
                for r, k in zip(rows, kept, strict=True)
            ]
        ),
    )
    return {n: round(float(w), 3) for n, w in zip((BIAS, *FEATURES), found, strict=True)}


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
        "Enters: nothing. Leaves: the table. Written by `quality/train_events.py`, trained on\n"
        "gva_accounts dev and ECB+ topics 1 to 35; weights are numbers, no text of either is here.\n"
        '"""\n\nfrom __future__ import annotations\n\nWEIGHTS = {\n' + lines + "}\n"
    )


if __name__ == "__main__":
    main()

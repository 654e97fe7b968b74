"""Train the question model: `python -m quality.train_questions` writes its weights (some minutes).

Enters: the real stories with their labelled pairs, and `quality/meetings.jsonl`: passages drawn from
all that the model is asked about in these stories, by how likely an earlier model found them, each
read by one or two readers (language models) who saw only the two passages with the sentences around
them. Leaves:
`src/variorum/align/weights.py`, trained on all of them, and `quality/question_folds.json`, one set of
weights a story, trained on all the others: the scorers of the real stories use these, so that no story
is judged by what it taught.

What ships are coefficients: no text is kept. The labelled pairs were chosen because they answer one
question or look as if they did; of the pairs that are met in a run nine in ten answer two, and a model
that never saw these finds likely whatever is told of one event. A labelled pair teaches by the
passages in which its words stand; pairs that cannot meet (another event, nothing in common) teach
nothing, and count as missed when recall is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from msgspec import Struct

from quality.story_exports import folder, names, rows
from quality.train_events import logistic
from variorum.align.alignments import LEAST_ALIKE
from variorum.align.features import QUESTION_FEATURES
from variorum.align.questions import BIAS, likelihoods, question_features
from variorum.align.similarity import candidates, similar_pairs
from variorum.link.story import link
from variorum.read.ingestion import read_source
from variorum.read.inputs import find_sources
from variorum.records import Dossier, Passage
from variorum.settings import Settings
from variorum.stages import opening
from variorum.stages.studying import study

WEIGHTS = Path(__file__).parents[1] / "src" / "variorum" / "align" / "weights.py"
FOLDS = Path(__file__).with_name("question_folds.json")
DRAWN = Path(__file__).with_name("meetings.jsonl")
RIDGE = 30.0
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
SHARED = 0.5
"""Part of the shorter of two stretches that both must cover to be the same words, as the scorer has it."""

Meeting = dict[tuple[str, str], tuple[float, np.ndarray]]
"""The score and the features of two passages that are asked about, by their ids."""


class Labelled(Struct, frozen=True):
    """A labelled pair: whether both answer one question, and its features if it can meet in a run.

    `drawn` tells that it was drawn from what is met, and not chosen by a reader.
    """

    story: str
    same: bool
    features: np.ndarray | None
    drawn: bool = False


def main() -> None:
    """Train without each story and with all, print what the left-out ones tell, write the weights."""
    found = [one for story in names() for one in labelled(story)]
    folds = {story: trained([one for one in found if one.story != story]) for story in names()}
    FOLDS.write_text(json.dumps(folds, indent=1) + "\n", "utf-8")
    WEIGHTS.write_text(_module(trained(found)), "utf-8")
    print("\n".join(told(found, folds)))


def labelled(story: str) -> list[Labelled]:
    """Return the pairs of a story that are not arguable, and those that were drawn from it."""
    linked, files = linked_story(folder(story) / "accounts")
    meetings: Meeting = {}
    for event in linked.events:
        dossiers = [dossier for dossier in linked.dossiers if dossier.account.id in event.accounts]
        meetings.update(_meetings(dossiers) if len(dossiers) > 1 else {})
    chosen = [p for p in rows(folder(story) / "pairs.jsonl") if not p.get("arguable")]
    drawn = [pair for pair in rows(DRAWN) if pair["story"] == story]
    return [
        Labelled(
            story,
            pair["same_question"] == "yes",
            _met(meetings, *(_passages(files, pair[side]) for side in ("left", "right"))),
            pair in drawn,
        )
        for pair in (*chosen, *drawn)
    ]


def linked_story(accounts: Path) -> tuple[Any, dict[str, Dossier]]:
    """Return what linking makes of the accounts in a folder, and its dossiers by name of file."""
    settings = Settings()
    sources = find_sources([accounts], settings)
    read = [read_source(one, settings, opening.identifier(settings))[0] for one in sources]
    linked = link([study(account, settings) for accounts in read for account in accounts])
    return linked, {Path(one.account.source).name: one for one in linked.dossiers}


def _meetings(dossiers: Sequence[Dossier]) -> Meeting:
    encoder, found = opening.encoder(Settings()), candidates(dossiers)
    scored = similar_pairs(found, encoder, least=LEAST_ALIKE)
    seen = question_features(dossiers, scored, encoder)
    ids = [candidate.passage.id for candidate in found]
    columns = zip(scored.left.tolist(), scored.right.tolist(), scored.steps.tolist(), strict=True)
    return {
        (ids[min(one, other)], ids[max(one, other)]): (steps, seen[row])
        for row, (one, other, steps) in enumerate(columns)
    }


def _passages(files: Mapping[str, Dossier], side: Mapping[str, Any]) -> list[Passage]:
    """Return the passages that share most of a labelled stretch or lie mostly within it."""
    dossier = files[side["account"]]
    start = side["start"] if "start" in side else dossier.account.text.find(side["text"])
    end = side["end"] if "end" in side else start + len(side["text"])
    return [
        passage
        for passage in dossier.passages
        if start >= 0 and _covers(passage.place.start, passage.place.end, start, end)
    ]


def _covers(start: int, end: int, first: int, last: int) -> bool:
    common = min(end, last) - max(start, first)
    return common > 0 and common >= SHARED * min(end - start, last - first)


def _met(
    meetings: Meeting,
    left: Sequence[Passage],
    right: Sequence[Passage],
) -> np.ndarray | None:
    """Return the features of the two passages that score best, ``None`` if none can meet."""
    keys = [key for one in left for other in right for key in _orders(one.id, other.id)]
    found = [meetings[key] for key in keys if key in meetings]
    return max(found, key=lambda one: one[0])[1] if found else None


def _orders(one: str, other: str) -> Iterator[tuple[str, str]]:
    yield one, other
    yield other, one


def trained(found: Sequence[Labelled]) -> dict[str, float]:
    """Return the weights by name."""
    taught = [one for one in found if one.features is not None]
    values = np.array([one.features for one in taught])
    same = np.array([float(one.same) for one in taught])
    weights = logistic(values, same, np.ones(len(same)), ridge=RIDGE)
    return {n: round(float(w), 4) for n, w in zip((BIAS, *QUESTION_FEATURES), weights, strict=True)}


def told(found: Sequence[Labelled], folds: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Yield what weights tell of the stories that they were not trained on."""
    met = [one for one in found if one.features is not None]
    likely = np.array([likelihoods(np.array([one.features]), folds[one.story])[0] for one in met])
    same, drawn = np.array([one.same for one in met]), np.array([one.drawn for one in met])
    asked = sum(one.same for one in found if not one.drawn)
    yield f"{(same & ~drawn).sum()} of {asked} chosen pairs with one question can meet"
    for least in THRESHOLDS:
        above = likely >= least
        chosen, random = same[above & ~drawn], same[above & drawn]
        yield (
            f"likelihood {least:.1f} and more: recall {chosen.sum() / asked:.2f}, precision "
            f"{chosen.mean():.2f} of chosen pairs, {random.mean():.2f} of {len(random)} drawn ones"
        )


def _module(weights: Mapping[str, float]) -> str:
    lines = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
    return (
        '"""Question weights: log-odds of one question for each feature of `features`.\n\n'
        "Enters: nothing. Leaves: the table. Written by `quality/train_questions.py`, trained on labelled\n"
        "pairs of sixteen real stories: numbers only; no text of theirs is kept.\n"
        '"""\n\nfrom __future__ import annotations\n\nQUESTION_WEIGHTS = {\n' + lines + "}\n"
    )


if __name__ == "__main__":
    main()

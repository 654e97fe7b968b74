"""Clusters: small stories of labelled collections, beside the real stories, for training.

Enters: `shared/data/ecbplus` (each topic's two halves, but for the topics that are real stories) and
`shared/data/gva_accounts` (incidents of five reports and more). Leaves: the texts of a cluster by name of file.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from quality.event_data import ecb
from quality.score import shared
from quality.story_exports import names as real_stories

FEWEST_REPORTS = 5
"""Reports of an incident below which it makes no cluster."""
HALF_NAMES = {"e": "ecb", "p": "ecbplus"}


@cache
def clusters() -> Mapping[str, Mapping[str, str]]:
    """Return the texts of every cluster by its name and the name of their file."""
    return {**_topics(), **_incidents()}


@contextmanager
def accounts_folder(name: str) -> Iterator[Path]:
    """Write the accounts of a cluster into a folder that goes when it is left."""
    with TemporaryDirectory() as folder:
        for file, text in clusters()[name].items():
            (Path(folder) / file).write_text(text, encoding="utf-8")
        yield Path(folder)


def _topics() -> Mapping[str, Mapping[str, str]]:
    taken = {name.removeprefix("topic") for name in real_stories() if name.startswith("topic")}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for told in ecb():
        if str(told.topic) not in taken:
            name = f"ecb-{told.topic}-{HALF_NAMES[told.event[-1]]}"
            found[name][f"{Path(told.account.id).stem}.txt"] = told.account.text
    return found


def _incidents() -> Mapping[str, Mapping[str, str]]:
    path = shared("data/gva_accounts/docs.dev.jsonl")
    if path is None:
        return {}
    reports: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reports[row["incident_id"]].append(f"{row['title']}\n\n{row['dct']}\n\n{row['content']}")
    return {
        f"gva-{incident}": {f"{i}.txt": text for i, text in enumerate(texts)}
        for incident, texts in reports.items()
        if len(texts) >= FEWEST_REPORTS
    }

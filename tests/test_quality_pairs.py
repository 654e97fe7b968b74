"""The invented pairs are in their form: stretches stand in their contexts, words in their stretches."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "quality" / "pairs"
FILES = sorted(FOLDER.glob("*.jsonl"))
RELATIONS = {
    "yes": {"same", "more", "differs", "contradicts", "update"},
    "part": {"part", "differs", "more", "same", "update"},
    "no": {"not comparable"},
}


def pairs(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_there_are_as_many_as_their_page_says() -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [
        path.name for path in FILES if f"`{path.name}` | {len(pairs(path))} |" not in told
    ] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_compared_stands_in_its_context(path: Path) -> None:
    astray = [
        pair["story"]
        for pair in pairs(path)
        for side in ("left", "right")
        if pair[side] not in pair[f"{side}_context"]
    ]
    assert astray == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_words_that_carry_a_difference_stand_in_what_is_compared(path: Path) -> None:
    astray = [
        (pair["story"], word)
        for pair in pairs(path)
        for side, words in zip(("left", "right"), pair["carried"], strict=False)
        for word in words
        if word not in pair[side]
    ]
    assert astray == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_relation_fits_its_question(path: Path) -> None:
    found = Counter((pair["same_question"], pair["relation"]) for pair in pairs(path))
    assert [one for one in found if one[1] not in RELATIONS[one[0]]] == []


def test_no_story_stands_in_two_files() -> None:
    stories = [{pair["story"] for pair in pairs(path)} for path in FILES]
    assert sum(map(len, stories)) == len(set().union(*stories))


def test_what_readers_read_of_real_accounts_holds_offsets_and_labels_alone() -> None:
    folder = Path(__file__).parents[1] / "quality" / "read"
    relations = set[str]().union(*RELATIONS.values(), {"contradicts", "unclear"}) - RELATIONS["no"]
    for row in map(json.loads, (folder / "passages.jsonl").read_text("utf-8").splitlines()):
        places = [row["left"][1:], row["right"][1:], row.get("left_words"), row.get("right_words")]
        assert all(start < end for start, end in filter(None, places)), row
        assert row["question"] in RELATIONS
        assert (row["question"] == "no") == ("relation" not in row)
        assert row.get("relation", "same") in relations
    for row in map(json.loads, (folder / "figures.jsonl").read_text("utf-8").splitlines()):
        assert set(row) == {"story", "left", "right", "same", "drawn"}
        assert isinstance(row["same"], bool)

"""Rows for a judge of entailment: what our pairs and triplets teach, and what a planted change is."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from quality import entailment_rows
from quality.entailment_rows import (
    CHANGED,
    NOT_STATED,
    STANDS,
    Taught,
    changed_words,
    invented,
    planted,
    sentences,
    triplets,
)

SOURCE = "The court freed Ada Holm. It will hear Lena Voss if the ministry agrees to it on 3 May."


def carried(row: Taught) -> list[str]:
    return [row.sentence[start:end] for start, end in row.carried or ()]


def test_a_word_that_is_another_carries_the_fault() -> None:
    spans = changed_words("The court freed Ada Holm.", "The court jailed Ada Holm.")
    assert spans == ((10, 16),)


def test_where_words_were_cut_the_word_after_the_cut_carries_the_fault() -> None:
    other = "It may reopen on Monday."
    spans = changed_words("It may, if tests are clean, reopen on Monday.", other)
    assert [other[start:end] for start, end in spans] == ["reopen"]


def test_sentences_end_at_a_mark_before_a_capital() -> None:
    assert sentences(SOURCE) == (
        "The court freed Ada Holm.",
        "It will hear Lena Voss if the ministry agrees to it on 3 May.",
    )


def test_a_triplet_teaches_what_stands_and_what_was_changed(tmp_path: Path) -> None:
    case = {
        "story": "s1",
        "source": SOURCE,
        "faithful": "Ada Holm is free.",
        "fault": "Ada Holm is jailed.",
        "kind": "sense",
    }
    (tmp_path / "triplets-1.jsonl").write_text(json.dumps(case) + "\n", "utf-8")
    faithful, fault = triplets(tmp_path)
    assert (faithful.label, carried(faithful)) == (STANDS, [])
    assert (fault.label, carried(fault)) == (CHANGED, ["jailed"])


def test_what_says_more_is_not_stated_by_what_says_less(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = {
        "story": "s1",
        "left": "Three drivers died",
        "right": "Three drivers died in the blaze at Holt",
        "relation": "more",
        "carried": [[], ["in the blaze at Holt"]],
    }
    (tmp_path / "ours.jsonl").write_text(json.dumps(case) + "\n", "utf-8")
    monkeypatch.setattr(entailment_rows, "OURS", tmp_path)
    monkeypatch.setattr(entailment_rows, "shared", lambda name: None)
    (more,) = invented()  # the shorter stands word for word in the longer, and teaches nothing
    assert more.label == NOT_STATED
    assert carried(more) == ["in the blaze at Holt"]


def test_a_planted_change_stands_beside_the_sentence_it_was_made_of() -> None:
    story = next(name for name in map(str, range(99)) if not entailment_rows.is_left_out(name))
    row = Taught(sentences(SOURCE), "Ada Holm is free.", STANDS, "pairs", story, ())
    own, other = planted([row], Random(1))  # noqa: S311
    assert own.sentence in own.source
    assert own.label == STANDS
    assert other.sentence not in other.source
    assert other.label == CHANGED

"""Sheets: a fresh reader gets what nobody has marked, with the words that are meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quality import marks, marks_kept
from quality.marks_kept import Marked, Place, Told

GULL = "The ferry ran aground at dawn. Twelve people were hurt."
TERN = "Fifteen people were hurt."
BRIEF = "# Ferry\n\n- The Gull counts 12 hurt, the Tern 15.\n"
PLACES = (Place("gull.txt", 31, 37), Place("tern.txt", 0, 7))
TEXT = "Twelve or fifteen hurt."


@pytest.fixture
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    story = tmp_path / "stories" / "ferry"
    (story / "accounts").mkdir(parents=True)
    (story / "accounts" / "gull.txt").write_text(GULL, encoding="utf-8")
    (story / "accounts" / "tern.txt").write_text(TERN, encoding="utf-8")
    monkeypatch.setattr(marks, "folder", lambda name: tmp_path / "stories" / name)
    folder = tmp_path / "export"
    folder.mkdir()
    accounts = [{"id": "a-1", "source": "gull.txt"}, {"id": "a-2", "source": "tern.txt"}]
    (folder / "accounts.jsonl").write_text("\n".join(map(json.dumps, accounts)), encoding="utf-8")
    ids = {"gull.txt": "a-1", "tern.txt": "a-2"}
    places = [{"account": ids[p.account], "start": p.start, "end": p.end} for p in PLACES]
    finding = {"id": "f", "kind": "figure differs", "text": TEXT, "weight": 1.0, "places": places}
    (folder / "findings.jsonl").write_text(json.dumps(finding), encoding="utf-8")
    (folder / "brief.md").write_text(BRIEF, encoding="utf-8")
    return folder


def numbers(entries: list[marks.Entry]) -> list[str]:
    return [entry.number for entry in entries]


def kept(root: Path, words: str) -> None:
    one = Marked("figure differs", PLACES, "right", words)
    marks_kept.write(marks_kept.file("ferry", root), [one])


def test_a_sheet_shows_the_words_that_a_finding_rests_on(export: Path, tmp_path: Path) -> None:
    text, _ = marks.sheet("ferry", export, root=tmp_path)
    assert "**f1** (figure differs) Twelve or fifteen hurt." in text
    assert "gull.txt 31: …The ferry ran aground at dawn. [[Twelve]] people were hurt.…" in text


def test_a_sheet_has_what_nobody_has_marked(export: Path, tmp_path: Path) -> None:
    assert numbers(marks.sheet("ferry", export, root=tmp_path)[1]) == ["f1", "b1"]


def test_a_sheet_leaves_out_what_is_marked(export: Path, tmp_path: Path) -> None:
    kept(tmp_path, "0" * 16)
    sentence = marks_kept.digest("The Gull counts 12 hurt, the Tern 15.")
    marks_kept.write(marks_kept.briefs("ferry", tmp_path), [Told(sentence, "true")])
    assert numbers(marks.sheet("ferry", export, root=tmp_path)[1]) == []


def test_a_sentence_that_changed_can_be_asked_for_again(export: Path, tmp_path: Path) -> None:
    kept(tmp_path, "0" * 16)
    assert "f1" in numbers(marks.sheet("ferry", export, root=tmp_path, changed=True)[1])
    kept(tmp_path, marks_kept.digest(TEXT))
    assert "f1" not in numbers(marks.sheet("ferry", export, root=tmp_path, changed=True)[1])


def test_a_brief_may_stand_beside_its_export(export: Path) -> None:
    (export / "brief.md").rename(export.with_name("export.brief.md"))
    assert marks_kept.sentences(export) == ["The Gull counts 12 hurt, the Tern 15."]

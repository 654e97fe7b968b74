"""Marks: a reader's marks are kept without the accounts' words, and the next run needs only the new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quality import marks, marks_kept
from quality.marks_kept import Found, Marked, Place, Told

BRIEF = """# Ferry runs aground

2 accounts of 1 event.

## Where the accounts differ

- The Gull counts 12 hurt, the Tern 15.

3 more in the ledger.

## What independent accounts agree on

Nothing that could be shown.

## The accounts

- gull: report, gull.txt
"""


def place(account: str, start: int, end: int) -> Place:
    return Place(account, start, end)


def mark(*places: Place, kind: str = "figure differs", said: marks_kept.Mark = "right") -> Marked:
    return Marked(kind, places, said, "0" * 16)


def found(*places: Place, kind: str = "figure differs") -> Found:
    return Found(kind, "12 or 15 hurt", places)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    folder = tmp_path / "export"
    folder.mkdir()
    accounts = [{"id": "a-1", "source": "in/gull.txt"}, {"id": "a-2", "source": "in/tern.txt#2"}]
    places = [{"account": "a-1", "start": 0, "end": 4}, {"account": "a-2", "start": 5, "end": 9}]
    findings = [
        {"id": "f-2", "kind": "left out", "text": "less", "weight": 1.0, "places": places},
        {"id": "f-1", "kind": "figure differs", "text": "more", "weight": 2.0, "places": places},
    ]
    for name, rows in (("accounts", accounts), ("findings", findings)):
        lines = "\n".join(json.dumps(row) for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    (folder / "brief.md").write_text(BRIEF, encoding="utf-8")
    return folder


def test_a_mark_survives_a_small_shift_of_its_places() -> None:
    given = mark(place("gull.txt", 100, 120), place("tern.txt", 40, 60))
    assert marks_kept.belongs(given, found(place("tern.txt", 45, 70), place("gull.txt", 95, 115)))


def test_a_mark_does_not_pass_to_another_kind() -> None:
    given = mark(place("gull.txt", 100, 120))
    assert not marks_kept.belongs(given, found(place("gull.txt", 100, 120), kind="left out"))


def test_a_mark_does_not_pass_to_a_finding_of_more_accounts() -> None:
    given = mark(place("gull.txt", 100, 120))
    more = found(place("gull.txt", 100, 120), place("tern.txt", 4, 9))
    assert not marks_kept.belongs(given, more)


def test_places_that_hardly_touch_are_not_the_same() -> None:
    assert not marks_kept.touch(place("gull.txt", 0, 20), place("gull.txt", 15, 40))


def test_findings_come_in_the_order_in_which_a_user_sees_them(export: Path) -> None:
    assert [one.kind for one in marks_kept.findings(export)] == ["figure differs", "left out"]


def test_a_place_is_named_by_the_file_of_its_account(export: Path) -> None:
    first = marks_kept.findings(export)[0]
    assert first.places == (place("gull.txt", 0, 4), place("tern.txt", 5, 9))


def test_sentences_of_a_brief_leave_out_headings_and_what_says_nothing(export: Path) -> None:
    assert marks_kept.sentences(export) == [
        "2 accounts of 1 event.",
        "The Gull counts 12 hurt, the Tern 15.",
    ]


def test_a_sentence_is_the_same_however_it_is_spaced() -> None:
    assert marks_kept.digest("12  hurt\n") == marks_kept.digest("12 hurt")


def entries() -> dict[str, marks.Entry]:
    both = (place("gull.txt", 0, 4), place("tern.txt", 5, 9))
    return {
        "f1": marks.Entry("f1", "aa", "figure differs", both),
        "b1": marks.Entry("b1", "bb"),
    }


def test_a_line_of_marks_is_a_number_a_mark_and_what_follows() -> None:
    said = marks.read_marks("f1 wrong the Tern says 12\n\nb1 true\n", entries())
    assert [(entry.number, mark) for entry, mark in said] == [("f1", "wrong"), ("b1", "true")]


@pytest.mark.parametrize("line", ["f9 right", "f1 great", "f1", "b1 right"])
def test_a_mark_that_does_not_exist_is_refused(line: str) -> None:
    with pytest.raises(marks.MarkError, match=line):
        marks.read_marks(line, entries())


def taken(into: Path, lines: str, root: Path) -> list[str]:
    import msgspec

    keys = [msgspec.json.encode(entry).decode() for entry in entries().values()]
    (into / "ferry.keys").write_text("\n".join(keys), encoding="utf-8")
    (into / "ferry.marks").write_text(lines, encoding="utf-8")
    return list(marks.take(into, ["ferry"], root))


def test_marks_are_kept_by_offsets_and_hashes(tmp_path: Path) -> None:
    assert taken(tmp_path, "f1 wrong\nb1 false\n", tmp_path / "kept") == ["ferry: 2 marks of 2"]
    kept = marks_kept.marks("ferry", tmp_path / "kept")
    assert kept == [
        Marked("figure differs", (place("gull.txt", 0, 4), place("tern.txt", 5, 9)), "wrong", "aa")
    ]
    assert marks_kept.sentence_marks("ferry", tmp_path / "kept") == {"bb": "false in part"}


def test_a_new_mark_of_a_finding_takes_the_place_of_the_old(tmp_path: Path) -> None:
    shifted = mark(place("gull.txt", 1, 4), place("tern.txt", 5, 9), said="right")
    other = mark(place("gull.txt", 50, 54), place("tern.txt", 5, 9), said="noise")
    marks_kept.write(marks_kept.file("ferry", tmp_path), [shifted, other])
    taken(tmp_path, "f1 wrong\n", tmp_path)
    assert sorted(one.mark for one in marks_kept.marks("ferry", tmp_path)) == ["noise", "wrong"]


def test_marks_of_sentences_are_added_to_those_that_stand(tmp_path: Path) -> None:
    marks_kept.write(marks_kept.briefs("ferry", tmp_path), [Told("cc", "true")])
    taken(tmp_path, "b1 false\n", tmp_path)
    assert marks_kept.sentence_marks("ferry", tmp_path) == {"bb": "false in part", "cc": "true"}


def test_a_sheet_is_not_written_into_the_checkout() -> None:
    inside = Path(marks.__file__).parent / "sheets"
    with pytest.raises(marks.MarkError, match="inside the checkout"):
        list(marks.write_sheets(inside, []))


def test_marks_that_are_kept_hold_no_words() -> None:
    root = marks_kept.ROOT
    stories = [path.stem for path in root.glob("*.jsonl")]
    for story in stories:
        for one in marks_kept.marks(story):
            assert len(one.words) == 16 and set(one.words) <= set("0123456789abcdef")
    for path in root.glob("briefs/*.jsonl"):
        for key in marks_kept.sentence_marks(path.stem):
            assert len(key) == 16 and set(key) <= set("0123456789abcdef")

"""Turns of people who are cut short, and go on in the middle of a sentence."""

from pathlib import Path

from tests.read.reading_room import read_text

DEBATE = """Transcript of the council debate in Orrin

MARLOW: I would lower the water rate for every house. We pay and we pay. Lester, how much?

VANCE: as I said, lower rates never paid for a dam. We should mend the pipes first.

MARLOW: We pay too much.

Note: the clerk shut the window.

VANCE: Thank you. I will say no more.
"""


def test_a_turn_may_begin_in_lower_case_after_a_label_that_stands_elsewhere(tmp_path: Path) -> None:
    account = read_text(tmp_path, DEBATE)
    turns = [region for region in account.regions if region.kind == "turn"]
    assert [turn.speaker for turn in turns] == ["MARLOW", "VANCE", "MARLOW", "VANCE"]
    assert account.text[turns[1].start : turns[1].end].endswith("mend the pipes first.")

"""Minutes: speeches are turns, lists of people and votes are not."""

from pathlib import Path

from tests.read.reading_room import read_text

MINUTES = """FERRIN ROWING CLUB
Minutes of the annual meeting held on 4 May 2029

Present: M. Adler (chair), P. Brand, C. Coles
Apologies: D. Dorn

4. The boathouse
Mr Brand: I move that we sell the old boathouse. We cannot pay for its roof, and I will not ask you.
Ms Coles: I learned to row there. I ask that we wait until we have heard the insurers.
[The chair closed the window because of the band outside and asked for order.]

The motion was put to the vote.
For: 12
Against: 31
RESOLVED: That the boathouse be kept.
Action: the treasurer
"""


def turns(folder: Path, text: str) -> list[tuple[str | None, str]]:
    account = read_text(folder, text)
    found = [region for region in account.regions if region.kind == "turn"]
    return [(turn.speaker, account.text[turn.start : turn.end].split()[-1]) for turn in found]


def test_only_those_who_speak_have_turns_in_minutes(tmp_path: Path) -> None:
    assert turns(tmp_path, MINUTES) == [("Mr Brand", "you."), ("Ms Coles", "insurers.")]


def test_minutes_with_speeches_are_a_transcript(tmp_path: Path) -> None:
    assert read_text(tmp_path, MINUTES).kind == "transcript"


def test_a_turn_of_a_hearing_runs_over_blank_lines_in_spite_of_a_list(tmp_path: Path) -> None:
    text = (
        "Hearing on the lock\n\nPresent: Adler, Brand\n\n"
        "Chair Adler: I thank you all for coming.\n\nWe have an hour, and I want to use it.\n\n"
        "Mr Brand: I have two questions for the keeper.\n\nMy first is about the gate.\n"
    )
    assert turns(tmp_path, text) == [("Chair Adler", "it."), ("Mr Brand", "gate.")]

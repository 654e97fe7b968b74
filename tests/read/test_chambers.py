"""Records of chambers: labels that end in a full stop, the chair's too, and what the clerk tells."""

from pathlib import Path

import pytest

from tests.read.reading_room import read_text

DEBATE = (
    "  Mr. ARDEN. Madam Speaker, I rise to oppose the toll. I have seen no plan for the ferry.\n"
    "  Ms. O'BRAY of New Selm. I thank the gentleman, and I have the plan here in my hand.\n"
    "  {label}. I ask my colleagues to wait until we have read the whole of it.\n"
    "  Ms. O'BRAY of New Selm. I yield back the rest of my time, and I thank you.\n"
)


def speakers(folder: Path, text: str) -> list[str | None]:
    account = read_text(folder, text)
    return [
        region.speaker
        for region in account.regions
        if region.kind == "turn" and region.label_end != region.start
    ]


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Mr. ARDEN (during the vote)", "Mr. ARDEN"),
        ("The SPEAKER pro tempore", "The SPEAKER pro tempore"),
        ("The Acting CHAIR", "The Acting CHAIR"),
        ("Mr. JOHN Q. McARDEN", "Mr. JOHN Q. McARDEN"),
    ],
)
def test_a_label_of_a_chamber_opens_a_turn(tmp_path: Path, label: str, speaker: str) -> None:
    found = speakers(tmp_path, DEBATE.format(label=label))
    assert found == ["Mr. ARDEN", "Ms. O'BRAY of New Selm", speaker, "Ms. O'BRAY of New Selm"]


def test_what_a_record_says_of_a_turn_is_its_note(tmp_path: Path) -> None:
    account = read_text(tmp_path, DEBATE.format(label="Mr. ARDEN (during the vote)"))
    assert [region.note for region in account.regions] == [None, None, "during the vote", None]


def test_a_change_of_vote_is_told_by_the_clerk(tmp_path: Path) -> None:
    vote = "  Mr. KARL S. VENN of Tolm changed his vote from ``aye'' to ``no.''\n  The toll fell.\n"
    account = read_text(tmp_path, DEBATE.format(label="The CHAIR") + vote)
    assert speakers(tmp_path, account.text)[2:] == ["The CHAIR", "Ms. O'BRAY of New Selm"]
    told = [account.text[r.start : r.end] for r in account.regions if r.kind == "body"]
    assert told == [vote.strip()]


def test_a_name_in_capitals_ends_no_turn_where_turns_open_with_a_colon(tmp_path: Path) -> None:
    text = (
        "Ms. Bray: I have seen the plan of the county for the ferry, and I like it.\n"
        "Mr. Arden: I have not seen it. We asked you for it in May.\n"
        "Mr. VENN of Tolm wrote it, I think, and I was never told of it by you.\n"
        "Ms. Bray: I was told of it in June. I sent you a copy at once.\n"
    )
    account = read_text(tmp_path, text)
    assert {region.kind for region in account.regions} == {"turn"}


@pytest.mark.parametrize(
    "told", ["There was no objection.", "The amendment was agreed to.", "So the bill was passed."]
)
def test_what_became_of_a_question_is_told_by_the_clerk(tmp_path: Path, told: str) -> None:
    account = read_text(tmp_path, DEBATE.format(label="The CHAIR") + f"  {told}\n")
    assert [account.text[r.start : r.end] for r in account.regions if r.kind == "body"] == [told]


def test_a_member_who_tells_of_a_vote_goes_on_speaking(tmp_path: Path) -> None:
    more = "  The bill was passed in May, and I was there with my wife.\n"
    account = read_text(tmp_path, DEBATE.format(label="The CHAIR") + more)
    assert {region.kind for region in account.regions} == {"turn"}

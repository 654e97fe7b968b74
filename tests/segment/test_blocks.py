"""Blocks: what is read together."""

from tests.factory import account
from variorum.segment import blocks


def read(text: str) -> list[str]:
    return [text[block.start : block.end] for block in blocks(account(text))]


def test_each_line_is_a_block() -> None:
    assert read("Dam gives way\nThe dam at Orrin gave way on Monday.\n\nMore follows.") == [
        "Dam gives way",
        "The dam at Orrin gave way on Monday.",
        "More follows.",
    ]


def test_a_wrapped_paragraph_is_one_block() -> None:
    text = (
        "The dam at Orrin gave way on Monday night after three days\n"
        "of rain, and two hundred families were taken to the school\n"
        "on the hill.\n\nNo one was hurt."
    )
    assert read(text) == [text.split("\n\n", maxsplit=1)[0], "No one was hurt."]


def test_lines_that_end_sentences_are_not_joined() -> None:
    text = (
        "The dam at Orrin gave way on Monday night in the rain.\n"
        "Two hundred families were taken to the school at once."
    )
    assert read(text) == text.split("\n")


def test_a_list_of_short_lines_is_not_joined() -> None:
    assert read("Topics\nDams\nFloods and rain") == ["Topics", "Dams", "Floods and rain"]


def test_windows_line_ends_do_not_end_a_wrapped_paragraph() -> None:
    text = (
        "The dam at Orrin gave way on Monday night after three days\r\n"
        "of rain, and two hundred families were taken to the school."
    )
    assert read(text) == [text]


def test_a_very_long_line_is_cut_at_a_space() -> None:
    found = read("word " * 2_000)
    assert all(len(block) <= 4_000 for block in found)
    assert " ".join(found).split() == ["word"] * 2_000

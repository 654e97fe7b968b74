"""A list of quotations as people type one, and what is no such list."""

from __future__ import annotations

import pytest

from tests.effort import times_as_much
from variorum.read.quote_lines import is_list, list_account, listed_quotations


@pytest.mark.parametrize(
    ("line", "words", "speaker"),
    [
        ("“The dam held.”", "The dam held.", None),
        ('Ada Voss: "The dam held."', "The dam held.", "Ada Voss"),
        ("“The dam held.” — Ada Voss", "The dam held.", "Ada Voss"),
        ("1. “The dam held”.", "The dam held", None),
        ("- «The dam held», - Voss", "The dam held", "Voss"),
        ("“It wasn’t ours.”", "It wasn’t ours.", None),
    ],
)
def test_a_line_is_words_between_marks_and_perhaps_a_speaker(
    line: str, words: str, speaker: str | None
) -> None:
    (found,) = listed_quotations(line)
    assert line[found.start : found.end] == words
    assert (line[slice(*found.speaker)] if found.speaker else None) == speaker
    assert is_list(line)


@pytest.mark.parametrize(
    "text",
    ["", "The dam held.", "“The dam held,” she said.", "“One.”\nAnd then an article goes on."],
)
def test_an_article_is_no_list(text: str) -> None:
    assert not is_list(text)


def test_a_line_without_marks_is_taken_whole() -> None:
    made, quotations = list_account("The dam held.\n\nIt rained.", "q.txt", speaker="Ada Voss")
    assert [q.contents[0].text for q in quotations] == ["The dam held.", "It rained."]
    assert {q.speaker.name for q in quotations} == {"Ada Voss"}
    assert [made.text[r.start : r.end] for r in made.regions] == ["The dam held.", "It rained."]


@pytest.mark.parametrize("piece", ["“", "a: "])
def test_the_work_of_a_line_of_marks_grows_with_its_length(piece: str) -> None:
    assert (
        times_as_much(
            lambda: listed_quotations(piece * 300_000), lambda: listed_quotations(piece * 30_000)
        )
        < 40
    )

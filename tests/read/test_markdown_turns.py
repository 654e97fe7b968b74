"""Transcripts in Markdown: headings, or lines in bold, that say who speaks."""

from pathlib import Path

import pytest

from tests.read.reading_room import kinds, read_text

HEARING = (
    "# Hearing on the dam\n\n"
    "{0}Ada Voss{1}\n\nI have read the report, and I will not open the dam before June.\n\n"
    "{0}Karl Venn{1}\n\nWhen were you told of it? My house stands below.\n\n"
    "{0}Ada Voss{1}\n\nIn May. I wish I had known of it before.\n"
)


@pytest.mark.parametrize(("before", "after"), [("#### ", ""), ("## ", " ##"), ("**", "**")])
def test_headings_that_name_who_speaks_open_turns(tmp_path: Path, before: str, after: str) -> None:
    text = HEARING.format(before, after)
    account = read_text(tmp_path, text, "a.md")
    assert account.text == text
    turns = [region for region in account.regions if region.kind == "turn"]
    assert [text[turn.label_end : turn.end].split()[0] for turn in turns] == ["I", "When", "In"]
    assert [turn.speaker for turn in turns] == [
        "Ada Voss",
        "Karl Venn",
        "Ada Voss",
    ]


def test_headings_of_an_article_open_no_turn(tmp_path: Path) -> None:
    text = (
        "# The dam at Selm\n\nI went to see it on Monday, and I was not alone.\n\n"
        "## Ada Voss\n\nI met the mayor first. She told me of the report, and I read it.\n\n"
        "## Karl Venn\n\nI saw him below the dam. We spoke for an hour, and I took notes.\n\n"
        "## What comes next\n\nI do not know, and nobody told me.\n"
    )
    assert "turn" not in [kind for kind, _ in kinds(read_text(tmp_path, text, "a.md"))]


def test_sections_that_come_again_open_no_turn(tmp_path: Path) -> None:
    text = (
        "# My two walks\n\n## Monday\n\nI went up to the dam, and I met nobody.\n\n"
        "## What I saw of it\n\nI saw a crack in the wall, as I wrote to you.\n\n"
        "## Tuesday\n\nI went down, and I met the mayor.\n\n"
        "## What I saw of it\n\nI saw my own house from above.\n"
    )
    assert "turn" not in [kind for kind, _ in kinds(read_text(tmp_path, text, "a.md"))]


@pytest.mark.parametrize("note", ["[^1]", "[2]", "[^a][^b]", " [its end.](/end)"])
def test_a_sentence_with_a_footnote_or_link_at_its_end_is_no_heading(
    tmp_path: Path, note: str
) -> None:
    text = (
        "# The dam at Selm\n\nThe dam at Selm was closed on Monday by the council.\n\n"
        f"Some 9,000 families live below it.{note}\n\n"
        "The council will meet again on Friday to hear the engineers.\n"
    )
    titles = [words for kind, words in kinds(read_text(tmp_path, text, "a.md")) if kind == "title"]
    assert titles == ["# The dam at Selm"]

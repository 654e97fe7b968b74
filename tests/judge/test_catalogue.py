"""The page of verdicts says what the rules say."""

from pathlib import Path

from variorum.judge.catalogue import catalogue

PAGE = Path(__file__).parents[2] / "docs" / "verdicts.md"


def test_the_page_of_verdicts_is_made_from_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == catalogue()

"""The page of checks says what the rules say."""

from pathlib import Path
from typing import get_args

from variorum.trace.checking.catalogue import catalogue
from variorum.trace.checking.rules import RULES
from variorum.vocabulary import CheckKind

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"


def test_the_page_of_checks_is_made_from_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == catalogue()


def test_every_kind_of_check_has_a_rule() -> None:
    assert {kind for kind, _ in RULES} == set(get_args(CheckKind))

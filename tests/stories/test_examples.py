"""The page of examples shows what is read in the stories now."""

from __future__ import annotations

from pathlib import Path

import pytest
from quality.examples import page

PAGE = Path(__file__).parents[2] / "docs" / "examples.md"


@pytest.mark.model
def test_the_page_of_examples_shows_what_is_read_now() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), (
        "python -m quality.examples > docs/examples.md"
    )

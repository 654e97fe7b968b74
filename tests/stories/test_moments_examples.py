"""The page of moments shows what is read in the stories now."""

from __future__ import annotations

from pathlib import Path

import pytest

from quality.moments_examples import page

PAGE = Path(__file__).parents[2] / "docs" / "steps" / "moments-examples.md"


@pytest.mark.model
def test_the_page_of_examples_shows_what_is_read_now() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), (
        "python -m quality.moments_examples > docs/steps/moments-examples.md"
    )

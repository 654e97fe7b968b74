"""The page of examples shows the quotations that are found now."""

from __future__ import annotations

from pathlib import Path

import pytest

from quality.quotations_examples import page

PAGE = Path(__file__).parents[2] / "docs" / "steps" / "quotations-examples.md"


@pytest.mark.model
def test_the_page_of_quotations_shows_what_is_found_now() -> None:
    assert page() == PAGE.read_text(encoding="utf-8"), (
        "python -m quality.quotations_examples > docs/steps/quotations-examples.md"
    )

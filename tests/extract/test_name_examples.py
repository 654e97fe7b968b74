"""The page of names shows what is read now."""

import pytest

from quality.figures_examples import page
from quality.names_examples import PAGE, table
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


def test_the_examples_on_the_page_are_what_is_read(parser: SpacyParser) -> None:
    text = PAGE.read_text("utf-8")
    assert page(text, table(parser)) == text, "run python -m quality.names_examples"

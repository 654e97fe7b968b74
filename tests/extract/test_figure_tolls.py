"""Which toll an account stands for, on invented accounts."""

import pytest
from quality.figures_differ import toll

from variorum.backends.parser import SpacyParser

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "civilians"),
    [
        ("A raid killed 12 people in the port. Elsewhere, three civilians were killed.", "12"),
        ("A raid killed 12 civilians in the port. In all, 40 people were killed.", "12"),
        ("A raid killed 12 people. It killed nine civilians and three soldiers.", "9"),
        ("A raid killed more than 30 people. At least 31 people were killed, medics said.", "31"),
        ("A raid killed 30 rebels near the port. Since 2011, 9,000 people were killed.", None),
    ],
)
def test_an_account_stands_for_the_first_toll_it_tells(
    text: str, civilians: str | None, parser: SpacyParser
) -> None:
    found = toll(text, parser)
    assert (found.value if found else None) == civilians

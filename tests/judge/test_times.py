"""One act on two days: only what stands on the page is compared."""

import pytest

from tests.judge.both import compared, studied

pytestmark = pytest.mark.model

SOLD = "The council sold the old mill to a brewer"


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        (f"{SOLD} on Monday.", f"On Tuesday {SOLD.lower()}.", True),
        (f"{SOLD} on 3 May 2019.", f"{SOLD} on 5 May 2019.", True),
        (f"{SOLD} in May 2019.", f"{SOLD} on 5 May 2019.", False),
        (f"{SOLD} on Monday.", f"{SOLD} yesterday.", False),
        ("Monday, 3 May 2019, updated.", "Friday, 7 June 2019, updated.", False),
    ],
)
def test_days_differ_where_both_name_one_and_an_act_stands_with_it(
    left: str, right: str, differ: bool
) -> None:
    found = compared(studied("a-1", left), studied("a-2", right)).verdicts
    assert ("other_time" in {verdict.rule for verdict in found}) == differ

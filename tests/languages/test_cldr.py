"""What is generated from CLDR is what CLDR has."""

from __future__ import annotations

from quality.cldr import TABLE, module


def test_the_table_of_months_and_weekdays_is_the_one_that_cldr_gives() -> None:
    assert TABLE.read_text(encoding="utf-8") == module()

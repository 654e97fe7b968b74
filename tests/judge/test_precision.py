"""A rule's confidence is its precision on texts left out."""

import pytest

from variorum.judge import rule_precision
from variorum.judge.precision import FEWEST_ROWS, confidence
from variorum.judge.rule_precision import MEASURED, Measured


def test_a_rule_that_fired_on_no_row_has_no_confidence() -> None:
    assert confidence("a_rule_of_nobody") is None


def test_few_rows_are_no_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(rule_precision.MEASURED, "rare", Measured(FEWEST_ROWS - 1, FEWEST_ROWS - 1))
    assert confidence("rare") is None


def test_confidence_is_the_lower_end_of_the_interval(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(rule_precision.MEASURED, "sure", Measured(40, 40))
    assert confidence("sure") == 0.91


def test_no_rule_was_right_more_often_than_it_fired() -> None:
    assert [rule for rule, found in MEASURED.items() if not 0 <= found.right <= found.of] == []

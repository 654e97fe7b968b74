"""A rule's confidence is its measured precision, and a weak rule's verdict is withheld."""

import pytest

from variorum.judge import precision
from variorum.judge.precision import FEWEST, MEASURED, Measured, confidence


def test_a_rule_that_fired_on_no_row_has_no_confidence() -> None:
    assert confidence("a_rule_of_nobody") is None


def test_few_rows_are_no_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(precision.MEASURED, "rare", Measured(FEWEST - 1, FEWEST - 1, "rows"))
    assert confidence("rare") is None


def test_confidence_stays_below_certainty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(precision.MEASURED, "sure", Measured(8, 8, "rows"))
    assert confidence("sure") == 0.9


def test_no_rule_was_right_more_often_than_it_fired() -> None:
    assert [rule for rule, found in MEASURED.items() if not 0 <= found.right <= found.of] == []

"""Every fault that was mended stays so."""

from __future__ import annotations

import json

import pytest

from quality import faults
from quality.score import SHARED


@pytest.mark.shared
@pytest.mark.model
@pytest.mark.skipif(not SHARED.is_dir(), reason="the inputs of faults are not beside the checkout")
@pytest.mark.parametrize("case", faults.CASES)
def test_a_fault_that_was_mended_stays_mended(case: str) -> None:
    assert faults.is_right(case), faults.CASES[case].right


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the inputs of faults are not beside the checkout")
def test_every_case_of_reading_has_a_check() -> None:
    lines = (SHARED / "faults" / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    listed = {row["id"]: row["kind"] for row in map(json.loads, lines)}
    reading = {case for case, kind in listed.items() if "reading" in kind}
    assert reading <= faults.CASES.keys()
    assert faults.CASES.keys() <= listed.keys()

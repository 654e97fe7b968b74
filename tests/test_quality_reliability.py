"""Reliability: a confidence that a user sees was measured on texts that nobody tuned to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from quality import reliability
from quality.quotations_reliability import name
from quality.reliability import Claim, Measured, kept, left_out, measured, table, unmeasured
from variorum.judge import precision
from variorum.judge.rule_precision import MEASURED
from variorum.languages.en.reliability import RELIABILITY

WAITING: dict[str, set[str]] = {"verdicts": set(), "quotations": set()}
"""What still shows a confidence that left-out texts do not bear out; nothing may be added."""


def claims(kind: str, text: str, right: int, wrong: int) -> list[Claim]:
    return [Claim(kind, True, text)] * right + [Claim(kind, False, text)] * wrong


def test_rows_and_texts_of_a_kind_are_counted() -> None:
    found = measured([*claims("toll", "a", 3, 1), *claims("toll", "b", 2, 0)], "set")
    assert found == {"toll": Measured(5, 6, 2, "set")}


def test_fewer_than_thirty_rows_are_no_measurement() -> None:
    assert Measured(29, 29, 9, "set").confidence is None
    assert Measured(30, 30, 9, "set").confidence == 0.97


def test_the_confidence_of_a_claim_comes_from_other_texts_than_its_own() -> None:
    found = list(left_out([*claims("toll", "a", 38, 0), *claims("toll", "b", 0, 38)]))
    assert {(claim.text, said) for claim, said in found} == {("a", 0.03), ("b", 0.97)}


def test_a_claim_that_other_texts_cannot_tell_of_has_no_confidence() -> None:
    assert list(left_out(claims("toll", "a", 50, 0))) == []


def test_a_tenth_says_what_was_said_and_what_was_found() -> None:
    rows = [(claim, 0.95) for claim in claims("toll", "a", 6, 4)]
    (one,) = table(rows)
    assert (one.said, one.found, one.rows, one.texts) == (0.95, 0.6, 10, 1)
    assert [round(end) for end in one.interval] == [31, 83]


def test_a_confidence_without_left_out_rows_is_named() -> None:
    assert unmeasured("verdicts", {"toll": 0.9}, {}) == [
        "toll: 0.9 is shown, on 0 rows of left-out texts"
    ]


def test_a_confidence_above_what_was_found_is_named() -> None:
    among = {"verdicts: toll": Measured(20, 40, 5, "set")}
    assert unmeasured("verdicts", {"toll": 0.9}, among) == ["toll: 0.9 is shown, found 35 to 65"]
    assert unmeasured("verdicts", {"toll": 0.5}, among) == []


def test_no_confidence_needs_no_rows() -> None:
    assert unmeasured("verdicts", {"toll": None}, {}) == []


def test_measurements_of_one_part_take_the_place_of_its_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    reliability.keep("verdicts", {"old": Measured(1, 2, 1, "set")}, path)
    reliability.keep("quotations", {"direct": Measured(3, 4, 2, "set")}, path)
    reliability.keep("verdicts", {"new": Measured(5, 6, 3, "set")}, path)
    assert kept(path) == {
        "quotations: direct": Measured(3, 4, 2, "set"),
        "verdicts: new": Measured(5, 6, 3, "set"),
    }


def test_every_confidence_that_is_shown_was_measured_on_texts_left_out() -> None:
    shown: dict[str, Mapping[str, float | None]] = {
        "verdicts": {rule: precision.confidence(rule) for rule in MEASURED},
        "quotations": {name(construction): share for construction, share in RELIABILITY.items()},
    }
    found = {
        part: [
            line
            for line in unmeasured(part, shares, kept())
            if line.split(": ")[0] not in WAITING[part]
        ]
        for part, shares in shown.items()
    }
    assert found == {"verdicts": [], "quotations": []}

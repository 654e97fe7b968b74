"""Confidence: the measured share of right quotations among those of one construction."""

from __future__ import annotations

import pytest

from quality.quotations_reliability import counted, rates
from tests.factory import account as make_account
from variorum.extract.names.extraction import names
from variorum.extract.quotations.confidence import confidence
from variorum.extract.quotations.extraction import quotations
from variorum.languages.en.reliability import RELIABILITY
from variorum.models.parser import SpacyParser
from variorum.segment import annotate


def test_the_narrowest_construction_that_was_measured_counts() -> None:
    assert (
        confidence(("direct", "verb quote", "name"), RELIABILITY)
        == RELIABILITY["direct", "verb quote", "name"]
    )


def test_a_rare_construction_falls_back_on_its_frame() -> None:
    assert (
        confidence(("direct", "verb quote", "never seen"), RELIABILITY)
        == RELIABILITY["direct", "verb quote"]
    )


def test_a_rare_frame_has_no_confidence() -> None:
    assert confidence(("direct", "never seen", "name"), RELIABILITY) is None


def test_what_was_never_measured_has_no_confidence() -> None:
    assert confidence(("turn", "", "name"), RELIABILITY) is None


def test_shares_are_shares() -> None:
    assert all(share is None or 0.6 <= share <= 1 for share in RELIABILITY.values())


def test_a_construction_that_was_seldom_right_has_no_confidence() -> None:
    rows = [
        *((("direct", "a"), None, True, f"article {n}") for n in range(30)),
        *((("direct", "b"), None, n < 10, f"article {n}") for n in range(30)),
        *((("mixed", "c"), None, True, f"article {n}") for n in range(29)),
    ]
    assert rates(counted(rows)) == {
        ("direct", "a"): 0.97,
        ("direct", "b"): None,
    }


@pytest.mark.model
def test_quoted_words_with_a_named_speaker_are_surer_than_a_denial(parser: SpacyParser) -> None:
    text = "“The bridge is safe,” said Mara Quill. The council denied the plan."
    account = make_account(text)
    annotation = annotate(account, parser)
    direct, denied = quotations(account, annotation, names(account, annotation))
    assert direct.confidence is not None
    assert direct.confidence > 0.85 > (denied.confidence or 0)

"""Confidence: the measured share of right quotations among those of one construction."""

from __future__ import annotations

import pytest

from tests.factory import account as make_account
from variorum.backends.parser import SpacyParser
from variorum.extract import names, quotations
from variorum.extract.quotation_confidence import confidence
from variorum.extract.quotation_rates import RATES
from variorum.segment import annotate


def test_the_narrowest_construction_that_was_measured_counts() -> None:
    assert confidence(("direct", "verb quote", "name")) == RATES["direct", "verb quote", "name"]


def test_a_rare_construction_falls_back_on_its_frame_then_on_its_manner() -> None:
    assert confidence(("direct", "verb quote", "never seen")) == RATES["direct", "verb quote"]
    assert confidence(("direct", "never seen", "name")) == RATES["direct",]


def test_what_was_never_measured_has_no_confidence() -> None:
    assert confidence(("turn", "", "name")) is None


def test_shares_are_shares() -> None:
    assert all(0 <= share <= 1 for share in RATES.values())


@pytest.mark.model
def test_quoted_words_with_a_named_speaker_are_surer_than_a_denial(parser: SpacyParser) -> None:
    text = "“The bridge is safe,” said Mara Quill. The council denied the plan."
    account = make_account(text)
    annotation = annotate(account, parser)
    direct, denied = quotations(account, annotation, names(account, annotation))
    assert direct.confidence is not None
    assert denied.confidence is not None
    assert direct.confidence > 0.85 > denied.confidence

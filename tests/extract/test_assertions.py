"""What the narrator says with no one else to answer for it."""

import pytest

from tests.factory import account as make_account
from variorum.extract.names.extraction import names
from variorum.extract.narration import assertions
from variorum.extract.quotations.extraction import quotations
from variorum.models.parser import SpacyParser
from variorum.segment import annotate

pytestmark = pytest.mark.model


def asserted(text: str, parser: SpacyParser) -> list[str]:
    account = make_account(text)
    annotation = annotate(account, parser)
    found = quotations(account, annotation, names(account, annotation))
    return [one.place.text for one in assertions(account, annotation, found)]


def test_a_plain_sentence_is_the_narrators(parser: SpacyParser) -> None:
    assert asserted("Water filled the old mill.", parser) == ["Water filled the old mill."]


def test_a_reported_sentence_is_not(parser: SpacyParser) -> None:
    assert asserted("Ann Wu said that water filled the old mill.", parser) == []


def test_a_sentence_with_a_term_in_marks_is_the_narrators(parser: SpacyParser) -> None:
    text = "Reda will attend the conference as an “observer”."
    assert asserted(text, parser) == [text]

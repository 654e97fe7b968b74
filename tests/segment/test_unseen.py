"""What no reader sees is in no word: controls, and the marks that turn the direction of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import account
from variorum.align.differences import differences, words
from variorum.extract.extraction import statements
from variorum.folding import visible
from variorum.models.parser import SpacyParser
from variorum.segment import annotate


@given(st.text())
def test_the_length_stays_so_that_places_stay(text: str) -> None:
    assert len(visible(text)) == len(text)


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u061c", "\u202b", "\u2068", "\x02", "\x9b"])
def test_a_mark_or_a_control_is_a_space(mark: str) -> None:
    assert visible(f"{mark}Amal{mark} said") == " Amal  said"


def test_plain_text_of_any_script_stays() -> None:
    text = "Amal Haddad, أمل حداد, said: “Naïve – 3 500 m²”."
    assert visible(text) == text


@pytest.mark.model
def test_a_name_between_marks_of_direction_is_the_same_name_as_without(parser: SpacyParser) -> None:
    told = account(
        "The baker \u200fAmal Haddad\u200e was freed on \u200eFriday\u200f. Amal Haddad bakes bread. "
        "\u061cSome \u200e12\u200f men remain in jail, and 9 people\x02 fled."
    )
    said = statements(told, annotate(told, parser))
    (baker,) = (name for name in said.names if name.name == "Amal Haddad")
    assert baker.kind == "person"
    assert [place.text for place in baker.mentions] == ["Amal Haddad", "Amal Haddad"]
    assert [figure.counted for figure in said.figures if figure.counted] == ["men", "people"]


@pytest.mark.model
def test_hyphens_and_joiners_that_nobody_sees_part_no_words(parser: SpacyParser) -> None:
    told = account("The bak\u00ader, A\u00admal Had\u200bdad, said: “I was in the cel\u2060lar.”")
    annotation = annotate(told, parser)
    said = statements(told, annotation)
    assert [t.text for t in annotation.tokens[:5]] == ["The", "baker", ",", "Amal", "Haddad"]
    assert told.text[annotation.tokens[1].start : annotation.tokens[1].end] == "bak\u00ader"
    (quotation,) = said.quotations
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Amal Haddad"


def test_words_with_a_soft_hyphen_are_the_words_without() -> None:
    assert (
        differences(words("We mend\u00aded it by sum\u00admer"), words("We mended it by summer"))
        == ()
    )

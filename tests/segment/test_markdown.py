"""Marks of Markdown stay in an account's text and stand in no word's, name's or figure's way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import account
from variorum.align.differences import differences, words
from variorum.extract.extraction import statements
from variorum.folding import unmarked
from variorum.models.parser import SpacyParser
from variorum.segment import annotate


@given(st.text(alphabet="ab1*_[]()^!>#/:. \n") | st.text())
def test_the_length_stays_so_that_places_stay(text: str) -> None:
    assert len(unmarked(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the **dam** at _Selm_", "the dam at Selm"),
        ("***all*** of __it__", "all of it"),
        ("**a *b* c**", "a b c"),
        ("[Ada Voss](https://selm.example/a_b_c) said", "Ada Voss said"),
        ('[the plan](/plan "Read it") and [its end](#end)', "the plan and its end"),
        ("![The dam](dam.png) ![It](/a.png)", "![The dam](dam.png)"),
        ("It fell.[^2]\n\n[^2]: So she said.", "It fell. So she said."),
        ("> “It fell,” she said.", "“It fell,” she said."),
        ("### Ada Voss", "Ada Voss"),
        ("about ~~8,000~~ 7,500 people", "about 8,000 7,500 people"),
    ],
)
def test_a_mark_is_a_space(text: str, words: str) -> None:
    assert unmarked(text).split() == words.split()


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4, 5* hotels, snake_case_names and a_b",
        "*Offer ends in May. *Terms apply.",
        "Section 5[1](a), [sic] and an open [bracket",
        "#flood and > 9",
        "~8,000 people and ~~ 9",
        "A line.\n* an item\n* an item",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert unmarked(text) == text


@pytest.mark.model
def test_a_token_carries_the_words_of_the_account_at_its_place(parser: SpacyParser) -> None:
    told = account("> **Some** [9,000](https://selm.example/n) cars cross it.[^1]")
    tokens = annotate(told, parser).tokens
    assert [token.text for token in tokens] == ["Some", "9,000", "cars", "cross", "it", "."]
    assert all(told.text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.model
def test_names_speakers_figures_and_days_are_read_through_marks(parser: SpacyParser) -> None:
    told = account(
        "[Ada Voss](https://selm.example/voss), the **mayor**, met the council on _4 May 2031_.\n\n"
        '> "We will **not** open the dam," [Voss](https://selm.example/voss) said.\n\n'
        "Some **9,000** families live below it.[^1]\n"
    )
    said = statements(told, annotate(told, parser))
    assert "Ada Voss" in [name.name for name in said.names if name.kind == "person"]
    (quotation,) = (one for one in said.quotations if one.manner == "direct")
    assert [place.text for place in quotation.contents] == ["We will **not** open the dam,"]
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Ada Voss"
    assert [(f.value, f.counted) for f in said.figures] == [("9000", "families")]
    assert "2031-05-04" in [moment.earliest for moment in said.moments]


@pytest.mark.model
def test_a_block_of_nothing_but_marks_is_no_error(parser: SpacyParser) -> None:
    told = account("![The dam](https://selm.example/dam.png)\n\n[^1]:\n\nThe dam fell.")
    assert annotate(told, parser).sentences


def test_words_in_bold_or_in_a_link_differ_in_nothing() -> None:
    marked = "We will **not** open [the dam](https://selm.example/dam)."
    assert differences(words(marked), words("We will not open the dam.")) == ()


@pytest.mark.model
def test_a_speakers_name_has_no_mark_of_emphasis(parser: SpacyParser) -> None:
    told = account(
        "The board of *Selm* said that the quay would be shut until the wall was mended."
    )
    (quotation,) = statements(told, annotate(told, parser)).quotations
    assert quotation.speaker is not None
    assert quotation.speaker.name == "The board of Selm"

"""Context: a place in its paragraph, cut at spaces, and the words that carry what differs."""

from __future__ import annotations

import pytest

from variorum.folding import cut
from variorum.serve.web.context import excerpt_bounds

TEXT = "First line here.\nThe second line holds the place we want to see.\nThird."
START = TEXT.index("place")


def test_a_window_is_the_paragraph_of_its_place() -> None:
    first, last = excerpt_bounds(TEXT, START, START + 5, 400)
    assert TEXT[first:last] == "The second line holds the place we want to see."


def test_a_window_is_cut_at_spaces() -> None:
    first, last = excerpt_bounds(TEXT, START, START + 5, 8)
    assert TEXT[first:last] == "the place we"


def test_a_place_over_several_paragraphs_is_whole() -> None:
    first, last = excerpt_bounds(TEXT, 6, START, 400)
    assert TEXT[first:last].startswith("First line here.\nThe second")


@pytest.mark.parametrize("text", ["", "x", "x" * 5000, "\n", " "])
def test_any_text_has_a_window(text: str) -> None:
    first, last = excerpt_bounds(text, 0, len(text), 10)
    assert (first, last) == (0, len(text))


def test_a_long_token_around_a_place_is_cut_where_it_must_be() -> None:
    first, last = excerpt_bounds("x" * 5000, 2000, 2010, 100)
    assert (first, last) == (1900, 2110)


def test_a_text_that_is_too_long_ends_in_an_ellipsis() -> None:
    assert cut("four", 4) == "four"
    assert cut("fiver", 4) == "fiv…"

"""Quoted words of a draft that a source has in two places, or of another day."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import variorum
from variorum.settings import Settings

pytestmark = pytest.mark.model

SOURCE = """Council debates the weir

KELLBY, 3 May 2022 — The mayor, Ines Voll, spoke for an hour on Tuesday. "I do not think that the weir is safe," Voll
said. "We have asked the ministry for new pumps since January. Nobody has answered our letters. The people of this
valley deserve a straight answer."

The engineer Piet Aldous denied that the wall had been inspected in March.

Aldous said on 24 April: "The old turbines will be sold to the highest bidder in autumn."
"""


@cache
def rules(draft: str) -> tuple[str, ...]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
        (folder / "draft.txt").write_text(draft, encoding="utf-8")
        found = variorum.check(
            folder / "draft.txt", folder / "source.txt", settings=Settings(workers=1)
        )
    return tuple(one.rule for one in found.assessments if one.kind == "quotation")


def test_words_of_two_sentences_apart_quoted_as_one_are_joined() -> None:
    draft = 'Voll said: "We have asked the ministry for new pumps since January, the people of this valley deserve a straight answer."'
    assert rules(draft) == ("joined",)


def test_an_ellipsis_between_two_places_is_a_permitted_edit() -> None:
    draft = 'Voll said: "We have asked the ministry for new pumps since January … The people of this valley deserve a straight answer."'
    assert rules(draft) == ("permitted_edits",)


def test_a_word_left_out_inside_a_sentence_is_no_joining() -> None:
    draft = 'Voll said: "We have asked the ministry for pumps since January."'
    assert rules(draft) == ("other_words",)


def test_words_without_the_thought_that_denies_them_differ() -> None:
    assert rules('"The weir is safe," said Ines Voll.') == ("negation_cut",)


def test_words_without_the_denial_that_reports_them_differ() -> None:
    draft = 'Piet Aldous said that "the wall had been inspected in March".'
    assert rules(draft) == ("negation_cut",)


def test_words_of_another_day_differ() -> None:
    draft = 'Aldous said on 29 April 2022: "The old turbines will be sold to the highest bidder in autumn."'
    assert rules(draft) == ("other_occasion",)


def test_words_of_the_same_day_stand() -> None:
    draft = 'Aldous said on 24 April 2022: "The old turbines will be sold to the highest bidder in autumn."'
    assert rules(draft) == ("same_words",)


def test_words_of_no_day_stand() -> None:
    draft = 'Aldous said: "The old turbines will be sold to the highest bidder in autumn."'
    assert rules(draft) == ("same_words",)

"""Passages: sentences cut into what can be compared."""

import pytest

from tests.dossiers import quotation
from tests.factory import account
from variorum.align.cutting import passages
from variorum.models.parser import SpacyParser
from variorum.segment import annotate

pytestmark = pytest.mark.model


def cut(text: str, parser: SpacyParser, *said: tuple[str, str]) -> list[str]:
    made = account(text)
    quotations = [quotation(made, words, speaker) for words, speaker in said]
    return [p.place.text for p in passages(made, annotate(made, parser), quotations)]


def test_a_sentence_of_one_clause_stays_whole(parser: SpacyParser) -> None:
    text = "The old bridge over the Lerne collapsed early on Sunday."
    assert cut(text, parser) == [text.rstrip(".")]


def test_clauses_with_subjects_of_their_own_are_cut(parser: SpacyParser) -> None:
    text = "The ferry sank near the northern pier, and rescuers saved forty passengers."
    assert cut(text, parser) == [
        "The ferry sank near the northern pier",
        "rescuers saved forty passengers",
    ]


def test_joined_nouns_are_not_cut(parser: SpacyParser) -> None:
    text = "Many farmers and river fishermen were driven from their homes."
    assert cut(text, parser) == [text.rstrip(".")]


def test_quoted_words_stand_free_of_who_says_them(parser: SpacyParser) -> None:
    text = '"The harbour will reopen before the winter storms," the mayor said.'
    words = "The harbour will reopen before the winter storms,"
    assert cut(text, parser, (words, "mayor")) == [words.rstrip(",")]


def test_the_words_between_two_quotations_do_not_stand_alone(parser: SpacyParser) -> None:
    first, second = "The harbour will reopen in spring", "No ship was ever lost here"
    text = f'"{first}," the mayor said, adding: "{second}."'
    assert cut(text, parser, (first, "mayor"), (second, "mayor")) == [first, second]

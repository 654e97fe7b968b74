"""The part in its clause of what a number counts."""

from __future__ import annotations

import pytest

from tests.judge.test_counts import counted
from variorum.judge.figures.roles import Role, position, role
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


def found(text: str, number: str, parser: SpacyParser) -> Role:
    made = counted(text, parser, "a-1")
    figure = next(one for one in made.statements.figures if one.place.text == number)
    sentence = made.annotation.sentences[0]
    tokens = made.annotation.tokens[sentence.first : sentence.last]
    return role(tokens, sentence.first, position(tokens, figure))


@pytest.mark.parametrize(
    ("text", "number", "part"),
    [
        ("Three submarine cables suffered damage on Friday.", "Three", "subject"),
        ("Three submarine cables were damaged on Friday.", "Three", "patient"),
        ("The quake damaged three villages on Friday.", "three", "object"),
        ("He shared the prize with three friends on Friday.", "three", "attached"),
    ],
)
def test_the_part_of_what_is_counted(
    text: str, number: str, part: str, parser: SpacyParser
) -> None:
    assert found(text, number, parser).part == part


def test_what_the_counted_hang_on_is_told(parser: SpacyParser) -> None:
    text = "Police released the identities of three victims on Friday."
    assert found(text, "three", parser).on == "identity"

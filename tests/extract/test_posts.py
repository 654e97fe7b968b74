"""Posts: what is set into an account with a handle and a date is its author's."""

import pytest

from tests.extract.extracted import quoted
from variorum.models.parser import SpacyParser
from variorum.records import Quotation

pytestmark = pytest.mark.model


def post(text: str, parser: SpacyParser) -> Quotation:
    (one,) = [q for q in quoted(text, parser) if q.cue is not None and q.cue.text == "—"]
    return one


def test_a_post_is_its_authors_word_for_word(parser: SpacyParser) -> None:
    text = (
        "The dam broke at noon.\n\nHere is the hole in the wall pic.example.com/8RC — Ada Holm "
        "(@ada_vale) July 7, 2016\n\nNobody was hurt."
    )
    one = post(text, parser)
    assert (one.speaker.name, one.manner) == ("Ada Holm", "direct")
    assert [c.text for c in one.contents] == ["Here is the hole in the wall pic.example.com/8RC"]


def test_a_post_about_a_person_is_not_his(parser: SpacyParser) -> None:
    text = (
        "Jan Volk spoke at noon.\n\nJan Volk says the dam is safe and I do not believe him — Ada Holm "
        "(@ada_vale) July 7, 2016"
    )
    assert post(text, parser).speaker.name == "Ada Holm"


def test_a_handle_tells_which_person_of_the_account_posts_under_another_name(
    parser: SpacyParser,
) -> None:
    text = (
        "We spoke to Kilian Lind, who saw it.\n\nI watched it break with my own eyes. — The Vale Fox "
        "(@KilianAtVale) July 7, 2016"
    )
    one = post(text, parser)
    assert one.speaker.name == "Kilian Lind"
    assert one.speaker.path == ("The Vale Fox", "Kilian Lind")


def test_words_too_long_for_a_post_are_nobodys(parser: SpacyParser) -> None:
    text = "The dam broke. " * 30 + "I saw it — Ada Holm (@ada_vale) July 7, 2016"
    assert [q for q in quoted(text, parser) if q.manner == "direct"] == []

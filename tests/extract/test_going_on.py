"""Going on: quoted sentences without a cue of their own are those of who was just reported."""

import pytest

from tests.extract.extracted import quoted
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


def last_speaker(text: str, parser: SpacyParser) -> str | None:
    return quoted(text, parser)[-1].speaker.name


def test_a_quoted_paragraph_goes_on_from_the_report_before_it(parser: SpacyParser) -> None:
    text = (
        "Two slides so close together were unusual, Inspector Ann Wu said.\n\n“We do not see many "
        "of them before the thaw begins.”"
    )
    assert last_speaker(text, parser) == "Ann Wu"
    assert quoted(text, parser)[-1].speaker.place is None


def test_a_quoted_sentence_goes_on_within_its_paragraph(parser: SpacyParser) -> None:
    text = "Jan Volk left the hall saying that he bore nobody a grudge. “The farm is gone and that is that.”"
    assert last_speaker(text, parser) == "Jan Volk"


def test_further_quoted_paragraphs_are_the_same_speakers(parser: SpacyParser) -> None:
    text = (
        "Ann Wu told the council that the dam had held.\n\n“We were lucky with the wind that night.”"
        "\n\n“The next storm will be another matter.”"
    )
    assert last_speaker(text, parser) == "Ann Wu"


def test_who_is_quoted_by_a_paper_goes_on_and_not_the_paper(parser: SpacyParser) -> None:
    text = (
        "“The pump failed twice,” Ann Wu said, according to the Herald. “It will not fail a third "
        "time.”"
    )
    assert last_speaker(text, parser) == "Ann Wu"


def test_nobody_goes_on_where_two_spoke(parser: SpacyParser) -> None:
    text = (
        "Ann Wu said the dam had held, and Jan Volk said it had not.\n\n“I saw the water come over "
        "the wall.”"
    )
    assert last_speaker(text, parser) is None


def test_nobody_goes_on_after_a_sentence_of_the_narrators(parser: SpacyParser) -> None:
    text = (
        "Ann Wu said the dam had held. The rain stopped at noon.\n\n“I saw the water come over it.”"
    )
    assert last_speaker(text, parser) is None


def test_nobody_goes_on_where_the_words_end_in_a_comma(parser: SpacyParser) -> None:
    text = (
        "Ann Wu told the council that the dam had held.\n\n“We were lucky with the wind that night,” Jan "
        "Volk, who runs the pumps, notified the council."
    )
    assert "Ann Wu" not in [one.speaker.name for one in quoted(text, parser)[1:]]


def test_a_poll_does_not_go_on(parser: SpacyParser) -> None:
    text = (
        "A poll that the Vale Herald ran said most were against the dam.\n\n“I have no more hope for the "
        "farm this year.”"
    )
    assert last_speaker(text, parser) is None

"""Leads: a role that news gives first is of whom it names later."""

import pytest

from tests.extract.extracted import quoted
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


def first_speaker(text: str, parser: SpacyParser) -> str | None:
    return quoted(text, parser)[0].speaker.name


def test_her_lawyer_is_the_lawyer_who_is_named_next(parser: SpacyParser) -> None:
    text = (
        "Ada Holm left the island on Monday, her lawyer said.\n\nLawyer Emil Orr told Vale FM that she was "
        "well."
    )
    assert first_speaker(text, parser) == "Emil Orr"


def test_a_judge_who_speaks_first_is_the_only_judge_named(parser: SpacyParser) -> None:
    text = "A Tarn judge said on Monday that the ferry was safe.\n\nJudge Ann Wu said the harbour could open."
    assert first_speaker(text, parser) == "Ann Wu"


def test_a_judge_is_nobody_where_two_are_named(parser: SpacyParser) -> None:
    text = (
        "A Tarn judge said on Monday that the ferry was safe.\n\nJudge Ann Wu said the harbour could open. "
        "Judge Jan Volk said it could not."
    )
    assert first_speaker(text, parser) == "A Tarn judge"


def test_a_spokesman_is_as_printed_where_others_spoke_first(parser: SpacyParser) -> None:
    text = (
        "Norway Telecom said that two cables were cut. A spokesman said that a ship was on its way.\n\n"
        "“It will take a week,” said spokesman Emil Orr."
    )
    assert quoted(text, parser)[1].speaker.name == "A spokesman"


def test_the_police_chief_is_not_the_fire_chief_named_next(parser: SpacyParser) -> None:
    text = "The police chief said the harbour was closed.\n\nFire Chief Ann Wu said that the pumps had failed."
    assert first_speaker(text, parser) != "Ann Wu"


def test_the_prosecutor_is_not_a_defence_attorney(parser: SpacyParser) -> None:
    text = "Defense attorney Emil Orr said the trial was late. The prosecutor said two clerks were ill."
    assert quoted(text, parser)[-1].speaker.name == "The prosecutor"


def test_who_is_listed_before_a_suspect_and_others_is_no_suspect(parser: SpacyParser) -> None:
    text = (
        "In the house were Jan Volk, the suspect and a third boy, police said. The suspect told police that "
        "he was cold."
    )
    assert "Jan Volk" not in [one.speaker.name for one in quoted(text, parser)]

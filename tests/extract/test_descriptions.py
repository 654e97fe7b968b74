"""Descriptions: "the pilot", "his wife", "the observatory", "a statement" are whom the text says."""

import pytest

from tests.extract.extracted import quoted
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


def last_speaker(text: str, parser: SpacyParser) -> str | None:
    return quoted(text, parser)[-1].speaker.name


# --- persons ---------------------------------------------------------------------------------------------


def test_who_is_called_a_pilot_once_is_the_pilot(parser: SpacyParser) -> None:
    text = "The boat met pilot Ada Lind at Tarn. The rain fell. The pilot said the river had risen."
    assert last_speaker(text, parser) == "Ada Lind"


def test_the_pilot_is_nobody_where_another_pilot_came_too(parser: SpacyParser) -> None:
    text = (
        "The boat met pilot Ada Lind at Tarn and a pilot from Vale. The pilot said the river rose."
    )
    assert last_speaker(text, parser) == "The pilot"


def test_a_former_president_is_not_the_president(parser: SpacyParser) -> None:
    text = "Former President Ann Orr came to Tarn. The president said the dam would hold."
    assert last_speaker(text, parser) == "The president"


def test_his_wife_is_whom_the_text_calls_so(parser: SpacyParser) -> None:
    text = (
        "The video was made by Jan Holm's wife Ada Lind. Jan Holm ran while his wife shouted “he has "
        "no gun” at the men."
    )
    assert last_speaker(text, parser) == "Ada Lind"


def test_his_wife_is_not_the_wife_of_somebody_else(parser: SpacyParser) -> None:
    text = (
        "The video was made by Jan Holm's wife Ada Lind. Emil Orr ran while his wife shouted “he has "
        "no gun” at the men."
    )
    assert last_speaker(text, parser) == "his wife"


def test_an_age_tells_who_is_meant(parser: SpacyParser) -> None:
    text = "Jan Holm, 29, met Ann Orr. The 29-year-old said the dam had failed."
    assert last_speaker(text, parser) == "Jan Holm"


def test_an_age_that_is_not_printed_means_the_one_person_just_named(parser: SpacyParser) -> None:
    text = "We met Jan Holm at Tarn. The 29-year-old said the dam had failed."
    assert last_speaker(text, parser) == "Jan Holm"


def test_an_age_means_nobody_of_another_age(parser: SpacyParser) -> None:
    text = "We met Jan Holm, 31, at Tarn. The 29-year-old said the dam had failed."
    assert last_speaker(text, parser) == "The 29-year-old"


# --- bodies and documents --------------------------------------------------------------------------------


def test_a_word_of_one_bodys_name_means_that_body(parser: SpacyParser) -> None:
    text = (
        "The Tarn Observatory for Human Rights counted the dead. The observatory said most were "
        "children."
    )
    assert last_speaker(text, parser) == "Tarn Observatory for Human Rights"


def test_a_firm_is_described_by_the_stem_of_its_name(parser: SpacyParser) -> None:
    text = (
        "Two cables were cut, according to Norway Telecom. The telecommunications company said a ship "
        "was on its way."
    )
    assert last_speaker(text, parser) == "Norway Telecom"


def test_a_firm_is_not_meant_by_what_its_name_does_not_bear_out(parser: SpacyParser) -> None:
    text = (
        "Two cables were cut, according to Norway Telecom. The shipping company said a ship was on "
        "its way."
    )
    assert last_speaker(text, parser) == "The shipping company"


def test_a_paper_of_another_name_is_not_the_paper_named_before(parser: SpacyParser) -> None:
    text = "The Vale Post had the plans. The dam was old, said the Orrin Courier newspaper in Tarn."
    assert last_speaker(text, parser) == "the Orrin Courier newspaper in Tarn"


def test_the_company_is_not_one_called_so_where_another_was_named_since(
    parser: SpacyParser,
) -> None:
    text = (
        "Two cables were cut, the shipping company Orrin said. Norway Telecom sent a ship. The cause is "
        "not known, the company said."
    )
    assert last_speaker(text, parser) != "Orrin"


def test_a_statement_is_the_bodys_that_just_spoke(parser: SpacyParser) -> None:
    text = "Two cables were cut, Norway Telecom said. “The cause is not known,” a statement said."
    assert last_speaker(text, parser) == "Norway Telecom"


def test_a_statement_from_a_court_is_the_courts(parser: SpacyParser) -> None:
    text = "It was late on Monday. A statement from the Tarn County Court said the case was over."
    assert last_speaker(text, parser) == "Tarn County Court"


def test_a_report_is_whose_it_was_said_to_be(parser: SpacyParser) -> None:
    text = "A report by the Tarn Bureau of Water came out. The report said the dam was old."
    assert last_speaker(text, parser) == "Tarn Bureau of Water"


# --- who is told of before --------------------------------------------------------------------------------


def test_a_girl_whom_nothing_ties_to_a_name_is_nobody_known(parser: SpacyParser) -> None:
    (one,) = quoted("“It was dark in the harbour,” the girl said.", parser)
    assert one.speaker.name is None
    assert one.speaker.place is not None and one.speaker.place.text == "the girl"


def test_a_report_that_nobody_is_said_to_have_issued_is_nobodys(parser: SpacyParser) -> None:
    (one,) = quoted("The report said the dam was old.", parser)
    assert one.speaker.name is None


def test_a_girl_who_is_first_told_of_stays_as_printed(parser: SpacyParser) -> None:
    assert last_speaker("“It was dark in the harbour,” a girl said.", parser) == "a girl"

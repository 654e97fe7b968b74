"""He and she: whom they mean beside persons who are not named, and who has which gender."""

import pytest

from tests.extract.extracted import quoted
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


def last_speaker(text: str, parser: SpacyParser) -> str | None:
    return quoted(text, parser)[-1].speaker.name


# --- persons who are not named ----------------------------------------------------------------------


def test_he_is_not_the_officer_where_a_boy_stands_nearer(parser: SpacyParser) -> None:
    text = (
        "Inspector Jan Holm told reporters that the pump failed. When the boy could speak again, he "
        "said that it was dark."
    )
    assert last_speaker(text, parser) is None


def test_he_goes_on_after_telling_of_another_man(parser: SpacyParser) -> None:
    text = "Jan Holm told the court that he walked to where the other man was standing. He said he was cold."
    assert last_speaker(text, parser) == "Jan Holm"


def test_he_is_who_spoke_and_not_whom_he_named(parser: SpacyParser) -> None:
    text = "Jan Volk runs the ferry. A judge said that Volk was late; he did not know the reason."
    assert last_speaker(text, parser) == "A judge"


def test_a_noun_that_the_account_tells_of_with_who_is_a_persons(parser: SpacyParser) -> None:
    text = (
        "A rower, who lives in Tarn, saw the boat. Jan Holm was on board. The rower said the boat was full. "
        "He said it sank."
    )
    assert last_speaker(text, parser) == "The rower"


def test_an_owner_with_its_insurance_is_no_she(parser: SpacyParser) -> None:
    text = (
        "Robin Orr told Vale FM that the harbour was open. The owner of the boat says that its insurance "
        "pays. “We will meet in court,” she said."
    )
    assert last_speaker(text, parser) == "Robin Orr"


# --- what he tells of -------------------------------------------------------------------------------


def test_he_said_after_words_about_a_man_is_nobody_where_another_spoke_before(
    parser: SpacyParser,
) -> None:
    text = "“The pump failed,” Emil Orr said. Jan Volk lived in the pump house, he said."
    assert last_speaker(text, parser) is None


def test_he_said_after_words_about_a_man_is_that_man_where_nobody_spoke_before(
    parser: SpacyParser,
) -> None:
    text = "It was late. Jan Volk is leaving the pump house, he said."
    assert last_speaker(text, parser) == "Jan Volk"


# --- genders ----------------------------------------------------------------------------------------


def test_she_is_not_who_left_with_his_dog(parser: SpacyParser) -> None:
    text = "Kim Volk left the farm with his dog. Kim Volk fell. “It was dark,” she said."
    assert last_speaker(text, parser) is None


def test_she_goes_back_over_a_man_to_who_spoke(parser: SpacyParser) -> None:
    text = (
        "Kim Volk sold the boat with his brother. Robin Orr told Vale FM that the harbour was closed. Kim "
        "Volk stayed ashore. “It was dark,” she said."
    )
    assert last_speaker(text, parser) == "Robin Orr"


def test_one_pronoun_in_what_somebody_says_gives_no_gender(parser: SpacyParser) -> None:
    text = "Kim Volk said she had run. Kim Volk sold the boat. “It was dark,” he said."
    assert last_speaker(text, parser) == "Kim Volk"


# --- relatives and lists ----------------------------------------------------------------------------


def test_which_is_no_person(parser: SpacyParser) -> None:
    text = "The vote follows the death of Jan Volk, which showed that the dam was old."
    assert last_speaker(text, parser) is None


def test_anyone_with_news_who_hopes_is_anyone(parser: SpacyParser) -> None:
    text = "Anyone with news who wants to stay unnamed may call the harbour."
    assert last_speaker(text, parser) == "Anyone"


def test_three_speakers_are_not_the_first_of_them(parser: SpacyParser) -> None:
    text = "Jan Volk, Emil Orr and Ada Holm said the dam was old."
    (one,) = quoted(text, parser)
    assert (one.speaker.name, one.speaker.within) == ("Jan Volk, Emil Orr and Ada Holm", None)

"""Through whom words reach an account: who is cited speaks, and the paper carries."""

import pytest

from tests.extract.extracted import quoted
from variorum.models.parser import SpacyParser

pytestmark = pytest.mark.model


def chains(text: str, parser: SpacyParser) -> list[tuple[str | None, list[str]]]:
    """Return each speaker with those through whom the words came."""
    return [(one.speaker.name, [link.name for link in one.via]) for one in quoted(text, parser)]


@pytest.mark.parametrize(
    ("text", "speaker", "paper"),
    [
        ("“We need tents,” Vale Press quoted Ali Karimi as saying.", "Ali Karimi", "Vale Press"),
        (
            "Vale Press, quoting Governor Ali Karimi, said 40 people were hurt.",
            "Ali Karimi",
            "Vale Press",
        ),
        ("Forty people were hurt, Vale Press said, citing police.", "police", "Vale Press"),
        (
            "State radio said, quoting officials, that forty people were hurt.",
            "officials",
            "State radio",
        ),
        (
            "The Vale Herald reported, citing two unnamed officials, that the port had been sold.",
            "two unnamed officials",
            "Vale Herald",
        ),
        ("Kerr, quoted by the Vale Herald, said the dam was safe.", "Kerr", "Vale Herald"),
        (
            "The mayor is quoted in the Vale Herald as saying the pumps had failed.",
            "The mayor",
            "Vale Herald",
        ),
        (
            "The mayor was quoted by local media: “The pumps had failed.”",
            "The mayor",
            "local media",
        ),
        ("Speaking to Vale FM, Ada Kerr said the plan was illegal.", "Ada Kerr", "Vale FM"),
    ],
)
def test_who_is_cited_speaks_by_way_of_the_paper(
    text: str, speaker: str, paper: str, parser: SpacyParser
) -> None:
    assert chains(text, parser) == [(speaker, [paper])]


def test_a_person_who_cites_others_speaks_himself(parser: SpacyParser) -> None:
    text = "Ada Kerr said the plan was illegal, citing two lawyers."
    assert chains(text, parser) == [("Ada Kerr", [])]


def test_a_tweet_speaks_for_who_wrote_it(parser: SpacyParser) -> None:
    text = "“The valley is lost,” according to a tweet from Ada Holm."
    assert chains(text, parser) == [("Ada Holm", [])]


def test_a_report_is_of_the_station_that_the_sentence_before_tells_of(parser: SpacyParser) -> None:
    text = (
        "Iranian television ran video from Keld showing damage to some houses. The report said the "
        "villages of Orlo and Tarn were worst hit."
    )
    assert chains(text, parser) == [("Iranian television", [])]


def test_a_wire_before_a_firms_name_is_no_part_of_it(parser: SpacyParser) -> None:
    text = (
        "ORLO, May 3, 2025 /PRNewswire/ -- Halden Concrete, a maker of bridges, today announced "
        "that it will open a plant in Keld."
    )
    assert chains(text, parser) == [("Halden Concrete", [])]


def test_nobody_is_both_he_and_she(parser: SpacyParser) -> None:
    text = "Rosa Lind met Ivo Stern on Monday. He said the mill would close, and she said it would not."
    assert chains(text, parser) == [(None, []), (None, [])]


def test_nobody_carries_his_own_words(parser: SpacyParser) -> None:
    assert chains("The agency declined to say more.", parser) == [("The agency", [])]


def test_words_of_nobody_known_have_no_carrier(parser: SpacyParser) -> None:
    text = "“The pump failed twice that night.” The town was quiet."
    assert chains(text, parser) == [(None, [])]


@pytest.mark.parametrize(
    ("text", "speaker", "carrier"),
    [
        (
            "Quoting an official, the newspaper reported that four men had drowned.",
            "an official",
            "the newspaper",
        ),
        (
            '"The lock is open," Ilse Brandt said in remarks carried by state television.',
            "Ilse Brandt",
            "state television",
        ),
    ],
)
def test_who_quotes_before_a_report_or_carries_remarks_hands_the_words_on(
    text: str, speaker: str, carrier: str, parser: SpacyParser
) -> None:
    (found,) = quoted(text, parser)
    assert found.speaker is not None
    assert (found.speaker.name, [one.name for one in found.via]) == (speaker, [carrier])

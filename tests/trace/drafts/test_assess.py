"""A draft held against its sources: each statement of one draft, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import variorum
from variorum.settings import Settings
from variorum.trace.drafts import AssessedDraft, Assessment

pytestmark = pytest.mark.model

HERALD = """Ferry runs aground off Skarne

SKARNE, 3 May 2022 — The ferry Halcyon ran aground on a sandbank off Skarne on Tuesday morning with 212 people on
board, the coastguard said. Nobody was hurt. Two tugs pulled the ferry free at 4 p.m.

Captain Ines Voll told reporters: "I do not believe that the engines failed." The harbour master, Piet Aldous, said
that the buoy had been moved by a storm in April.

The harbour authority will pay for hotel rooms if the passengers ask for them by Friday.
"""
COURIER = """Passengers wait twelve hours on stranded ferry

By Jon Hask. 4 May 2022

Passengers of the Halcyon spent twelve hours on board before the ferry reached the port of Lunde. The company, Orvik
Lines, denied that the captain had been asleep. "We slept on the floor," said Mira Tann, a nurse.

Orvik Lines has cancelled nine crossings this week. Bookings can be changed by telephone until Sunday, without a fee. A
spokeswoman thanked the crew. The museum in Brevik is showing models of old steamers. Children enter free.

Orvik Lines plans to build a second pier in Lunde.
"""


POLICE = """Search goes on below burst dam

By Ana Holt. 15 March 2023

Fifty-eight people were still missing on Wednesday evening after the collapse of the Kellmar dam, provincial police said.
"""
FIRE_SERVICE = """Dead rise to 17 at Kellmar

KELLMAR, 15 March 2023 — The number of dead rose to 17 on Wednesday, with 31 people missing, the fire service said.
"""
MISSING = "On Wednesday evening {} people were still missing after the collapse of the Kellmar dam"


@cache
def assessed(
    draft: str, sources: tuple[tuple[str, str], ...] = (("herald", HERALD), ("courier", COURIER))
) -> AssessedDraft:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sources").mkdir()
        for source, text in sources:
            (folder / "sources" / f"{source}.txt").write_text(text, encoding="utf-8")
        (folder / "draft.txt").write_text(draft, encoding="utf-8")
        return variorum.check(
            folder / "draft.txt", folder / "sources", settings=Settings(workers=1)
        )


def told(draft: str, kind: str) -> list[tuple[str, str]]:
    return [(one.place.text, one.rule) for one in assessed(draft).assessments if one.kind == kind]


def flagged(draft: str) -> Sequence[Assessment]:
    return [one for one in assessed(draft).assessments if one.is_flagged]


def test_a_sentence_of_a_source_stands_word_for_word() -> None:
    (one,) = assessed("Two tugs pulled the ferry free at 4 p.m.").sentences
    assert (one.verdict, one.rule) == ("verbatim", "same_words")


def test_a_sentence_in_other_words_that_a_source_has_stands() -> None:
    draft = "At 4 p.m. the ferry was pulled free by two tugs."
    assert not flagged(draft)
    assert [one.verdict for one in assessed(draft).sentences] == ["says the same"]


def test_another_number_of_the_same_differs() -> None:
    draft = "The ferry Halcyon ran aground on a sandbank with 312 people on board."
    assert told(draft, "figure") == [("312", "other_figure")]
    assert [one.verdict for one in assessed(draft).sentences] == ["differs"]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (MISSING.format(41) + ", the service said.", "31"),
        (MISSING.format(41) + ", police said.", "Fifty-eight"),
        (MISSING.format(58) + ", the fire service said.", "31"),
        (MISSING.format(41) + ", the mayor said.", "Fifty-eight"),
    ],
)
def test_a_number_is_held_first_against_that_of_the_body_whom_the_draft_names(
    draft: str, source: str
) -> None:
    found = assessed(draft, (("police", POLICE), ("fire", FIRE_SERVICE))).assessments
    (figure,) = (one for one in found if one.kind == "figure")
    assert (figure.rule, figure.source and figure.source.text) == ("other_figure", source)


def test_a_number_that_no_source_has_is_not_found() -> None:
    assert told("Orvik Lines will pay a fine of 40,000 euros.", "figure") == [
        ("40,000 euros", "absent_number")
    ]


def test_a_rounded_number_stands() -> None:
    draft = "The ferry Halcyon ran aground off Skarne with about 210 people on board."
    assert told(draft, "figure") == [("about 210", "same_figure")]


def test_a_name_that_no_source_has_is_not_found() -> None:
    assert ("Bram Ostler", "absent_name") in told(
        "The harbour master, Bram Ostler, agreed.", "name"
    )


def test_a_person_of_that_surname_with_another_given_name_differs() -> None:
    draft = (
        "The harbour master, Willem Aldous, said that the buoy had been moved by a storm in April."
    )
    assert ("Willem Aldous", "other_given_name") in told(draft, "name")


def test_a_name_from_elsewhere_in_the_sources_is_at_odds_with_the_one_in_its_place() -> None:
    draft = "Passengers of the Halcyon spent twelve hours on board before the ferry reached the port of Brevik."
    assert ("Brevik", "other_name") in told(draft, "name")


def test_quoted_words_stand_with_their_speaker() -> None:
    assert told('"We slept on the floor," said Mira Tann.', "quotation") == [
        ("We slept on the floor,", "same_words")
    ]


def test_words_given_to_another_speaker_differ() -> None:
    assert told('"We slept on the floor," said Ines Voll.', "quotation") == [
        ("We slept on the floor,", "other_speaker")
    ]


def test_a_word_put_for_another_in_a_quotation_differs() -> None:
    draft = 'Ines Voll told reporters: "I do not believe that the pilots failed."'
    assert [rule for _, rule in told(draft, "quotation")] == ["other_words"]


def test_a_negation_cut_off_before_quoted_words_differs() -> None:
    draft = 'Ines Voll told reporters that she did "believe that the engines failed".'
    assert told(draft, "quotation") == [("believe that the engines failed", "negation_cut")]


def test_a_negation_that_the_draft_tells_before_the_marks_is_kept() -> None:
    draft = 'Ines Voll told reporters that she did not "believe that the engines failed".'
    assert told(draft, "quotation") == [("believe that the engines failed", "same_words")]


def test_invented_words_are_not_found() -> None:
    draft = '"We were frightened for our lives the whole night," said Mira Tann.'
    assert [rule for _, rule in told(draft, "quotation")] == ["absent_words"]


def test_two_quoted_words_of_no_source_are_left_open() -> None:
    assert told('It was a "ghost ship".', "quotation") == [("ghost ship", "too_few_words")]


def test_a_day_that_no_source_names_is_not_found() -> None:
    draft = "The ferry Halcyon ran aground off Skarne on 17 June 2022."
    assert told(draft, "date") == [("17 June 2022", "absent_time")]


def test_a_day_that_a_source_names_otherwise_stands() -> None:
    draft = "The ferry Halcyon ran aground off Skarne on 3 May 2022."
    assert told(draft, "date") == [("3 May 2022", "same_time")]


def test_a_claim_that_a_source_denies_differs() -> None:
    draft = "Orvik Lines confirmed that the captain had been asleep."
    assert [one.verdict for one in assessed(draft).sentences] != ["says the same"]


def test_the_words_of_a_source_come_with_the_sentence_they_stand_in() -> None:
    (figure,) = (
        one for one in flagged("The ferry had 312 people on board.") if one.kind == "figure"
    )
    assert figure.source is not None and figure.around is not None
    assert figure.source.text == "212"
    assert figure.around.text.startswith("The ferry Halcyon ran aground")
    assert figure.around.text.endswith("the coastguard said.")


def test_what_no_source_touches_is_not_found() -> None:
    (one,) = assessed("A brass band played for schoolchildren in the market.").sentences
    assert one.rule == "nothing_near"


def test_each_source_place_is_in_a_source_and_each_draft_place_in_the_draft() -> None:
    found = assessed('"We slept on the floor," said Mira Tann. Two tugs pulled the ferry free.')
    for one in found.assessments:
        assert one.place.text == found.draft.text[one.place.start : one.place.end]
        if one.source is not None:
            text = found.sources[one.source.account].text
            assert one.source.text == text[one.source.start : one.source.end]


def test_a_draft_that_stands_among_its_sources_is_not_held_against_itself() -> None:
    with TemporaryDirectory() as name:
        draft = Path(name) / "draft.txt"
        draft.write_text("Two tugs pulled the ferry free at 4 p.m.", encoding="utf-8")
        (Path(name) / "herald.txt").write_text(HERALD, encoding="utf-8")
        found = variorum.check(draft, Path(name), settings=Settings(workers=1))
    assert [Path(one.source).name for one in found.sources.values()] == ["herald.txt"]


@pytest.mark.parametrize(
    ("draft", "rule"),
    [
        ("The museum in Skarne is showing models of old steamers.", "exchanged"),
        ("Orvik Lines has built a second pier in Lunde.", "told_as_done"),
        ("Bookings cannot be changed by telephone until Sunday.", "denied"),
        ("Bookings can be changed by telephone until Sunday, with a fee.", "denied"),
        ("The harbour authority will pay for hotel rooms.", "conditional"),
    ],
)
def test_a_sentence_of_a_source_that_is_told_otherwise_differs(draft: str, rule: str) -> None:
    assert [(one.verdict, one.rule) for one in assessed(draft).sentences] == [("differs", rule)]


@pytest.mark.parametrize(
    "draft",
    [
        "On Tuesday morning the ferry Halcyon ran aground off Skarne.",
        "The ferry was pulled free by two tugs.",
        "A storm had moved the buoy in April, said the harbour master.",
        "If passengers ask for them by Friday, the harbour authority will pay for hotel rooms.",
        "Nobody was hurt when the ferry ran aground.",
    ],
)
def test_a_sentence_of_a_source_in_another_order_is_not_flagged(draft: str) -> None:
    assert not flagged(draft)


def test_an_office_that_the_sources_give_to_another_alone_differs() -> None:
    draft = "Captain Mira Tann told reporters that she did not believe that the engines failed."
    assert told(draft, "name") == [("Mira Tann", "other_office")]


def test_what_is_said_of_an_outlet_among_the_sources_need_not_stand_in_any() -> None:
    assert not flagged("The Courier keeps quiet about tugs, engines and sandbanks alike.")
    assert flagged("The company keeps quiet about trolleys, biscuits and umbrellas alike.")


def test_a_sentence_that_is_left_open_names_the_words_that_no_near_sentence_has() -> None:
    draft = "Two green tugs pulled the ferry free, and the pilots celebrated."
    (one,) = assessed(draft).sentences
    assert (one.verdict, one.rule) == ("cannot tell", "words_missing")
    assert "“green”, “pilots”, “celebrated”" in one.because


def test_a_sentence_that_is_left_open_for_a_part_names_the_part() -> None:
    (one,) = assessed("The ferry Halcyon ran aground off Skarne today.").sentences
    assert (one.verdict, one.rule) == ("cannot tell", "a_part_open")
    assert "“today” could not be settled" in one.because

"""Titles, lists and labels: who is a person, and who is nobody alone."""

import pytest

from tests.extract.extracted import named
from tests.factory import account as make_account
from variorum.extract.names.extraction import names
from variorum.extract.names.titles import bodily, names_several
from variorum.extract.quotations.extraction import quotations
from variorum.languages.registry import language_of
from variorum.models.parser import SpacyParser
from variorum.records import Region
from variorum.segment import annotate

ENGLISH = language_of("en").names


@pytest.mark.parametrize(
    ("label", "more"),
    [
        ("Orr, Bexley", True),
        ("Jane Orr and Sam Bexley", True),
        ("Cllrs Orr & Bexley", True),
        ("Orr, KC", False),
        ("Jane Orr, Head of Roads", False),
        ("Minister of Trade and Industry Jane Orr", False),
        ("Jane Orr", False),
    ],
)
def test_a_label_of_several_speakers_is_told_from_a_name_with_its_office(
    label: str, more: bool
) -> None:
    assert names_several(ENGLISH, label) is more


def test_the_last_word_tells_a_body() -> None:
    assert bodily(ENGLISH, ("harlow", "estates"))
    assert not bodily(ENGLISH, ("estates",))


TITLES = (
    *("Cllr", "Coun.", "Ald.", "Rep.", "Sen.", "Gov.", "Lt.", "Sgt.", "Det. Insp.", "Supt."),
    *("Rev.", "Fr.", "Sheikh", "Dr", "Prof.", "Mme", "Herr", "Frau", "Señor", "Justice"),
    "Magistrate",
)


@pytest.mark.model
@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_no_part_of_a_name_and_the_surname_joins(
    title: str, parser: SpacyParser
) -> None:
    found = named(f"The storm came late. {title} Martin Bexley spoke. Bexley sat down.", parser)
    assert [mention.text for mention in found["Martin Bexley"].mentions] == [
        "Martin Bexley",
        "Bexley",
    ]


@pytest.mark.model
def test_a_title_alone_makes_a_surname_a_person(parser: SpacyParser) -> None:
    assert named("We wrote to Cllr Orr about the culvert.", parser)["Orr"].kind == "person"


@pytest.mark.model
def test_letters_after_a_name_are_no_part_of_it(parser: SpacyParser) -> None:
    assert "Alan Wick" in named("The family was represented by Alan Wick KC on Monday.", parser)


@pytest.mark.model
def test_a_list_of_those_present_is_several_persons(parser: SpacyParser) -> None:
    text = "Present: Councillors Bexley, Orr, Tandy and Quill\n\nBexley opened the meeting."
    found = named(text, parser)
    assert {"Bexley", "Orr", "Tandy", "Quill"} <= found.keys()
    assert {found[name].kind for name in ("Bexley", "Orr", "Tandy", "Quill")} == {"person"}


@pytest.mark.model
def test_a_company_named_like_a_person_is_a_body(parser: SpacyParser) -> None:
    text = "The site was sold to Harlow Row Estates. Harlow Row Estates paid in cash."
    assert named(text, parser)["Harlow Row Estates"].kind == "organisation"


@pytest.mark.model
def test_a_turn_of_several_speakers_is_nobodys_alone(parser: SpacyParser) -> None:
    text = "Orr and Bexley: We resign."
    regions = (Region(kind="turn", start=0, end=len(text), speaker="Orr and Bexley", label_end=16),)
    account = make_account(text, regions=regions)
    annotation = annotate(account, parser)
    (one,) = quotations(account, annotation, names(account, annotation))
    assert one.speaker.name == "Orr and Bexley"
    assert one.speaker.within is None


@pytest.mark.model
def test_an_office_that_presides_is_nobodys_name(parser: SpacyParser) -> None:
    text = "The SPEAKER pro tempore. Is there objection?"
    turn = Region(
        kind="turn", start=0, end=len(text), speaker="The SPEAKER pro tempore", label_end=25
    )
    account = make_account(text, regions=(turn,))
    annotation = annotate(account, parser)
    found = names(account, annotation)
    assert found == ()
    (said,) = quotations(account, annotation, found)
    assert said.speaker.name == "The SPEAKER pro tempore"

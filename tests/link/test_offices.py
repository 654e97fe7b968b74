"""Offices: "THE PRESIDENT" is whom the accounts of one event call so, and nobody where two may be."""

from __future__ import annotations

import pytest

from tests.factory import account as make_account
from variorum.annotations import Annotation
from variorum.languages.registry import language_of
from variorum.link.names.offices import office_of, with_office_holders
from variorum.records import Dossier, Entity, Event, Quotation, Span, Speaker, Statements, new_id

TEXT = "THE PRESIDENT: We will rebuild the harbour."


def spoken(printed: str) -> Dossier:
    """Return a transcript of one turn under a label."""
    account = make_account(TEXT, id="a-1")
    said = Quotation(
        id="q-1",
        place=account.span(0, len(TEXT)),
        manner="turn",
        contents=(account.span(15, len(TEXT)),),
        speaker=Speaker(name=printed, place=account.span(0, 13)),
    )
    statements = Statements(account="a-1", quotations=(said,))
    return Dossier(account=account, annotation=Annotation(account="a-1"), statements=statements)


def person(name: str, role: str, mentions: int = 1, account: str = "a-2") -> Entity:
    places = tuple(Span(account, at, at + 1, name[0]) for at in range(mentions))
    return Entity(
        id=new_id("e", name),
        name=name,
        kind="person",
        roles=(role,),
        mentions=places,
        names=(name,),
    )


def holder(printed: str, *persons: Entity) -> str | None:
    """Return whom an office is tied to in a story of two accounts of one event."""
    event = Event(id="v-1", label="", accounts=("a-1", "a-2"))
    (made,) = with_office_holders([spoken(printed)], persons, [event])
    speaker = made.statements.quotations[0].speaker
    assert speaker.name == printed
    return next((one.name for one in persons if one.id == speaker.entity), None)


def test_an_office_is_its_one_holders_in_the_story() -> None:
    assert holder("THE PRESIDENT", person("Ann Wu", "President")) == "Ann Wu"


def test_an_office_is_the_one_whom_the_accounts_tell_of_by_far() -> None:
    persons = person("Ann Wu", "President", 9), person("Emil Orr", "President", 2)
    assert holder("the president", *persons) == "Ann Wu"


def test_an_office_is_nobodys_where_two_are_told_of() -> None:
    persons = person("Ann Wu", "President", 3), person("Emil Orr", "President", 2)
    assert holder("the president", *persons) is None


@pytest.mark.parametrize(
    "role", ["former President", "Vice President", "president of the Tarn Club", "French President"]
)
def test_an_office_is_not_another_one(role: str) -> None:
    assert holder("THE PRESIDENT", person("Ann Wu", role)) is None


def test_a_country_tells_offices_apart() -> None:
    persons = person("Ann Wu", "French President"), person("Emil Orr", "German President")
    assert holder("the French president", *persons) == "Ann Wu"


def test_who_is_told_of_elsewhere_only_holds_no_office_here() -> None:
    assert holder("THE PRESIDENT", person("Ann Wu", "President", account="a-9")) is None


@pytest.mark.parametrize("printed", ["a spokesman", "the driver", "Ann Wu", "the club president"])
def test_only_an_office_alone_is_one(printed: str) -> None:
    assert office_of(language_of("en").names, printed) is None

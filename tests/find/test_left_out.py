"""Whom most accounts of an event name, and others have no word of."""

from __future__ import annotations

from msgspec.structs import replace

from tests.factory import account as make_account
from tests.find.test_matters import known
from variorum.find.kinds.left_out import left_out
from variorum.records import Entity, Event, Finding, Published, Record

NAME = "Harbour Pilots Guild"
NAMING = f"The {NAME} says the ferry sank off Orla."
SILENT = "The ferry sank off Orla, officials say."


def story(
    *texts: str, name: str = NAME, kind: str = "organisation", days: dict[int, str] | None = None
) -> list[Finding]:
    """Return what is told of accounts of one event, each with its day of publication."""
    papers = [make_account(text, id=f"n-{n}", source=f"{n}.txt") for n, text in enumerate(texts)]
    for number, day in (days or {}).items():
        when = Published(earliest=day, latest=day, basis="page")
        papers[number] = replace(papers[number], published=when)
    mentions = tuple(
        paper.span(paper.text.index(name), paper.text.index(name) + len(name))
        for paper in papers
        if name in paper.text
    )
    who = Entity(id="e-1", name=name, kind=kind, mentions=mentions)  # type: ignore[arg-type]
    event = Event(id="ev-1", label="A ferry", accounts=tuple(paper.id for paper in papers))
    records: list[Record] = [*papers, who, event]
    return list(left_out(known(*records)))


def test_whom_most_accounts_name_and_one_has_no_word_of_is_told() -> None:
    (found,) = story(*[NAMING] * 4, SILENT)
    assert found.kind == "left out"
    assert found.because == (
        f"{NAME} (4 of 5) is named by most accounts of the event; "
        "no word of that name was found in 4."
    )
    assert {place.account for place in found.places} == {"n-0", "n-1", "n-2", "n-3"}


def test_any_word_of_the_name_in_any_spelling_or_its_initials_is_enough() -> None:
    assert story(*[NAMING] * 4, "The harbour was closed after the ferry sank, they say.") == []
    assert story(*[NAMING] * 4, "The HPG says the ferry sank off Orla, and no more.") == []
    assert story(*[NAMING.replace(NAME, "Ina Volk")] * 4, f"{SILENT} Wolk.", name="Ina Volk") == []


def test_a_name_that_no_more_than_half_have_is_not_told() -> None:
    assert story(*[NAMING] * 4, *[SILENT] * 4) == []


def test_a_fragment_and_an_older_account_leave_nothing_out() -> None:
    assert story(*[NAMING] * 4, "A ferry sank.") == []
    days = dict.fromkeys(range(4), "2021-05-04")
    assert story(*[NAMING] * 4, SILENT, days={**days, 4: "2021-05-03"}) == []
    assert len(story(*[NAMING] * 4, SILENT, days={**days, 4: "2021-05-05"})) == 1


def test_who_comes_late_in_the_accounts_is_background() -> None:
    late = f"{SILENT} Rain fell all night. So the {NAME} says."
    assert story(*[late] * 4, f"{SILENT} Rain fell all night.") == []


def test_places_are_not_told() -> None:
    assert (
        story(*[NAMING.replace(NAME, "Great Orla")] * 4, SILENT, name="Great Orla", kind="place")
        == []
    )

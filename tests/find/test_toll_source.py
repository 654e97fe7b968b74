"""One source of which several accounts have a number of those killed."""

from __future__ import annotations

from tests.factory import account as make_account
from tests.find.test_matters import known
from variorum.find.kinds.toll_source import toll_sources
from variorum.records import Entity, Event, Figure, Finding, Quotation, Record, Speaker

SOURCE = "Orla Rescue Service"


def report(number: int, text: str, toll: str, *, predicate: str = "kill") -> list[Record]:
    """Return an account that gives a number of people to a source, under the words before "said"."""
    told = make_account(text, id=f"t-{number}", source=f"daily-{number}.txt")
    printed = text[: text.index(" said")]
    at = text.index(toll)
    quotation = Quotation(
        id=f"q-{number}",
        place=told.span(0, len(text) - 1),
        manner="indirect",
        contents=(told.span(at, len(text) - 1),),
        speaker=Speaker(name=SOURCE, place=told.span(0, len(printed)), entity="e-1"),
        cue=told.span(len(printed) + 1, len(printed) + len(" said")),
    )
    figure = Figure(
        id=f"f-{number}",
        place=told.span(at, at + len(toll)),
        value=toll,
        counted="people",
        counted_head="people",
        predicate=predicate,
        quotation=quotation.id,
        asserted_by="e-1",
    )
    return [told, quotation, figure]


def story(*reports: list[Record]) -> list[Finding]:
    accounts = tuple(f"t-{number}" for number in range(len(reports)))
    source = Entity(id="e-1", name=SOURCE, kind="organisation", mentions=())
    event = Event(id="ev-1", label="A flood", accounts=accounts)
    return list(toll_sources(known(*(r for some in reports for r in some), source, event)))


FIRST = f"The {SOURCE} said 12 people were killed."
LATER = f"The {SOURCE} said 19 people were killed."


def test_tolls_that_several_accounts_have_of_one_source_are_one_origin() -> None:
    (found,) = story(report(0, FIRST, "12"), report(1, LATER, "19"))
    assert found.kind == "one origin"
    assert found.text == (
        f"{SOURCE} is the source, in each of these accounts, of a number of those killed. "
        f"daily-0: “{FIRST}”; daily-1: “{LATER}”"
    )
    assert found.about == ("f-0", "f-1")


def test_an_account_that_does_not_print_the_name_there_is_left_out() -> None:
    assert story(report(0, FIRST, "12"), report(1, "It said 19 people were killed.", "19")) == []


def test_a_number_of_those_whom_nothing_befell_has_no_such_source() -> None:
    arrived = f"The {SOURCE} said 19 people came."
    assert story(report(0, FIRST, "12"), report(1, arrived, "19", predicate="come")) == []


def test_one_account_is_no_common_source() -> None:
    assert story(report(0, FIRST, "12")) == []

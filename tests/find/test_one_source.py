"""One source of which several accounts have a number of those killed, or a date."""

from __future__ import annotations

from msgspec.structs import replace

from tests.factory import account as make_account
from tests.find.test_matters import known
from variorum.find.kinds.one_source import one_source
from variorum.records import (
    Account,
    Entity,
    Event,
    Figure,
    Finding,
    Moment,
    Quotation,
    Record,
    Speaker,
)

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
    return list(one_source(known(*(r for some in reports for r in some), source, event)))


FIRST = f"The {SOURCE} said 12 people were killed."
LATER = f"The {SOURCE} said 19 people were killed."


def test_tolls_that_several_accounts_have_of_one_source_are_one_origin() -> None:
    (found,) = story(report(0, FIRST, "12"), report(1, LATER, "19"))
    assert found.kind == "one origin"
    assert found.text == (
        f"Who is named as the source of figures on those killed? {SOURCE}: daily-0, daily-1."
    )
    assert found.about == ("f-0", "f-1")


def test_an_account_that_does_not_print_the_name_there_is_left_out() -> None:
    assert story(report(0, FIRST, "12"), report(1, "It said 19 people were killed.", "19")) == []


def test_a_number_of_those_whom_nothing_befell_has_no_such_source() -> None:
    arrived = f"The {SOURCE} said 19 people came."
    assert story(report(0, FIRST, "12"), report(1, arrived, "19", predicate="come")) == []


def test_one_account_is_no_common_source() -> None:
    assert story(report(0, FIRST, "12")) == []


def reopening(number: int, text: str, day: str, value: str) -> list[Record]:
    """Return an account that gives a day to a source."""
    told, said, figure = report(number, text, day)
    assert isinstance(figure, Figure)
    return [told, said, Moment(id=f"m-{number}", place=figure.place, kind="date", value=value)]


def test_a_date_that_several_accounts_have_of_one_source_is_one_origin() -> None:
    texts = (f"The {SOURCE} said 9 May would do.", f"The {SOURCE} said May 9 is the day.")
    days = ("9 May", "May 9")
    both = [
        reopening(number, text, days[number], "XXXX-05-09") for number, text in enumerate(texts)
    ]
    (found,) = story(*both)
    assert found.question == "Who is named as the source of the date 9 May?"
    other = reopening(1, texts[1], days[1], "XXXX-05-10")
    assert story(both[0], other) == []


def test_of_sources_one_within_the_other_it_is_the_innermost() -> None:
    text = f"The {SOURCE} said the mayor told it that 19 people were killed."
    told, outer, figure = report(1, text, "19")
    assert isinstance(told, Account)
    assert isinstance(outer, Quotation)
    mayor = told.span(text.index("the mayor"), text.index(" told"))
    (inner,) = outer.contents
    whole = replace(outer, contents=(told.span(mayor.start, inner.end),))
    within = replace(outer, id="q-9", speaker=Speaker(name="the mayor", place=mayor))
    assert len(story(report(0, FIRST, "12"), [told, whole, figure])) == 1
    assert story(report(0, FIRST, "12"), [told, whole, within, figure]) == []

"""Persons whom one account of an event alone names."""

from __future__ import annotations

from tests.factory import account as make_account
from tests.find.test_matters import known
from variorum.find.kinds.named_once import named_once
from variorum.records import Entity, Event, Finding, Quotation, Record, Speaker

TOLD = "The wall fell on a van that Ina Volk drove."
OTHERS = "The wall fell on a van.", "A van was crushed, and the driver was hurt."


def story(text: str, *others: str, quoted: bool = False) -> list[Finding]:
    """Return what is told of a report that names a person, beside other reports of the event."""
    papers = [
        make_account(t, id=f"p-{n}", source=f"{n}.txt") for n, t in enumerate((text, *others))
    ]
    at = text.index("Ina Volk")
    place = papers[0].span(at, at + len("Ina Volk"))
    person = Entity(id="e-1", name="Ina Volk", kind="person", mentions=(place,))
    event = Event(id="ev-1", label="A wall", accounts=tuple(paper.id for paper in papers))
    said = Quotation(
        id="q-1",
        place=papers[0].span(0, len(text)),
        manner="direct",
        contents=(papers[0].span(0, at),),
        speaker=Speaker(name="Ina Volk", place=place, entity="e-1"),
    )
    records: list[Record] = [*papers, person, event, *([said] if quoted else [])]
    return list(named_once(known(*records)))


def test_a_person_whom_one_account_alone_names_is_told_with_the_sentence() -> None:
    (found,) = story(TOLD, *OTHERS)
    assert found.kind == "only here"
    assert (
        found.text == "Named in only one account: Ina Volk (0). "
        "No other account of the event has that name in any spelling."
    )
    assert found.about == ("e-1",)


def test_a_name_that_another_account_prints_in_any_spelling_is_not_told() -> None:
    assert story(TOLD, OTHERS[0], "Ms Wolk was hurt.") == []


def test_who_is_quoted_is_told_as_a_source_and_not_here() -> None:
    assert story(TOLD, *OTHERS, quoted=True) == []


def test_who_wrote_a_post_that_is_shown_is_no_person_of_the_story() -> None:
    assert story("The wall fell. Ina Volk (@inavolk) May 4", *OTHERS) == []


def test_of_two_accounts_nothing_is_told() -> None:
    assert story(TOLD, OTHERS[0]) == []

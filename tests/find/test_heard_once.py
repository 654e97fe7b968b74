"""Persons who are a source of one account of an event alone."""

from __future__ import annotations

from tests.factory import account as make_account
from tests.find.test_matters import known
from variorum.find.kinds.heard_once import heard_once
from variorum.records import Entity, Event, Finding, Quotation, Record, Speaker

SAID = "the wall was cracked before the storm came in"


def story(
    *others: str, name: str = "Ina Volk", marked: bool = True, apart: str = ""
) -> list[Finding]:
    """Return what is told of a report that quotes a person, beside other reports of the event."""
    words = f"“{SAID},” {name} said." if marked else f"{name} said {SAID}."
    told = make_account(words, id="h-0", source="gazette.txt")
    at = words.index(SAID)
    place = told.span(words.index(name), words.index(name) + len(name))
    person = Entity(id="e-1", name=name, kind="person", mentions=(place,))
    quotation = Quotation(
        id="q-1",
        place=told.span(0, len(words) - 1),
        manner="direct" if marked else "indirect",
        contents=(told.span(at, at + len(SAID)),),
        speaker=Speaker(name=name, place=place, entity="e-1"),
        cue=told.span(len(words) - 5, len(words) - 1) if marked else None,
    )
    texts = [make_account(t, id=f"h-{n}", source=f"{n}.txt") for n, t in enumerate(others, 1)]
    far = [make_account(apart, id="a-far", source="far.txt")] if apart else []
    event = Event(id="ev-1", label="A wall", accounts=("h-0", *(one.id for one in texts)))
    records: list[Record] = [told, person, quotation, event, *texts, *far]
    return list(heard_once(known(*records)))


def test_a_person_whom_one_account_alone_quotes_is_told_with_the_words() -> None:
    (found,) = story("The wall fell.", "Nobody was hurt.")
    assert found.kind == "only here"
    assert found.text == (
        "Quoted in only one account: Ina Volk (gazette). "
        "No other account of the event has that name in any spelling."
    )


def test_a_name_that_another_account_prints_in_any_spelling_is_not_told() -> None:
    assert story("Volk was there.", "The wall fell.") == []
    assert story("Ms Wolk was there.", "The wall fell.") == []
    assert story("President Kim spoke.", "The wall fell.", name="Kim Min-jun") == []
    assert story("Thanks, #inavolk!", "The wall fell.") == []
    assert story("The Volk-led council met.", "The wall fell.") == []


def test_an_account_of_another_event_changes_nothing() -> None:
    beside = story("The wall fell.", "Nobody was hurt.", apart="Ina Volk sings.")
    assert [one.text for one in beside] == [
        one.text for one in story("The wall fell.", "Nobody was hurt.")
    ]


def test_of_two_accounts_nothing_is_told() -> None:
    assert story("The wall fell.") == []


def test_a_single_name_is_not_enough() -> None:
    assert story("The wall fell.", "Nobody was hurt.", name="Volk") == []

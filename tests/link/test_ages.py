"""Two persons of one name whose ages are far apart are two."""

import pytest
from msgspec.structs import replace

from tests.factory import account as make_account
from tests.link.names import dossier
from variorum.languages.registry import name_parts
from variorum.link.names.across_events import across_events
from variorum.link.names.ages import AGE, ages, other_persons
from variorum.link.names.entities import entities
from variorum.records import Dossier, Figure, Name, Statements, new_id


def aged(account: str, text: str, name: str = "Alan Thorne") -> Dossier:
    """Return an account with one name, and the ages (two digits) that stand in its text."""
    made = make_account(text, id=account)
    at = text.index(name)
    mention = made.span(at, at + len(name))
    figures = tuple(
        Figure(
            id=new_id("g", account, i), place=made.span(i, i + 2), value=text[i : i + 2], unit=AGE
        )
        for i in range(len(text) - 1)
        if text[i : i + 2].isdigit()
    )
    named = Name(
        id=new_id("n", account), account=account, name=name, kind="person", mentions=(mention,)
    )
    said = Statements(account=account, names=(named,), figures=figures)
    return replace(dossier(account, (name, "person")), account=made, statements=said)


YOUNG = aged("a-1", "Alan Thorne, 31, is a teacher.")
OLD = aged("a-2", "Alan Thorne (64) opened the field.")


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Alan Thorne, 31, is a teacher.", [31]),
        ("Alan Thorne (31) is a teacher.", [31]),
        ("A girl of 31 told Alan Thorne to go.", []),
        ("Alan Thorne taught a girl of 12.", []),
        ("Alan Thorne, 31, said. Alan Thorne, 32", []),
    ],
)
def test_an_age_is_a_persons_where_it_stands_beside_the_name(text: str, age: list[int]) -> None:
    made = aged("a-1", text)
    if text.count("Alan") == 2:
        (name,) = made.statements.names
        at = text.rindex("Alan")
        second = made.account.span(at, at + len("Alan Thorne"))
        both = replace(name, mentions=(*name.mentions, second))
        made = replace(made, statements=replace(made.statements, names=(both,)))
    assert list(ages([made]).values()) == age


def test_ages_that_a_slip_can_explain_are_one_persons() -> None:
    assert not other_persons(32, 31)
    assert not other_persons(32, None)
    assert other_persons(31, 64)


def test_two_persons_of_one_name_and_other_ages_are_two() -> None:
    assert [one.mentions[0].account for one in entities([YOUNG, OLD])] == ["a-1", "a-2"]
    near = aged("a-2", "Alan Thorne, 32, spoke.")
    assert len(entities([YOUNG, near])) == 1


def test_who_has_no_age_is_neither_of_two() -> None:
    unaged = aged("a-3", "Alan Thorne spoke.")
    assert len(entities([YOUNG, OLD, unaged])) == 3
    assert len(entities([YOUNG, unaged])) == 1


def test_across_events_ages_part_them_too() -> None:
    found = (entities([YOUNG]), entities([OLD]))
    assert len(across_events(found, [name_parts([None])] * 2, {(0, 1)}, ages([YOUNG, OLD]))) == 2
    assert len(across_events(found, [name_parts([None])] * 2, {(0, 1)})) == 1

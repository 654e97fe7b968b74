"""How many of a group it befell, where one account alone has a number."""

from __future__ import annotations

from tests.factory import account as make_account
from tests.find.test_matters import known
from variorum.find.kinds.counted_once import counted_once
from variorum.records import Event, Figure, Finding, Record

TOLL = "The flood killed 14 children."


def story(*others: str, value: str = "14") -> list[Finding]:
    """Return what is told of a toll of children, beside other accounts with a figure each."""
    texts = [TOLL.replace("14", value), *others]
    papers = [make_account(text, id=f"c-{n}", source=f"{n}.txt") for n, text in enumerate(texts)]
    figures = [
        Figure(
            id=f"f-{paper.id}",
            place=paper.span(at, at + len(number)),
            value=number,
            low=number,
            high=number,
            counted=noun,
            counted_head="child" if noun == "children" else noun,
            predicate="kill",
        )
        for paper in papers
        for number, noun in [paper.text.rstrip(".").split()[3:5]]
        for at in [paper.text.index(number)]
    ]
    event = Event(id="ev-1", label="A flood", accounts=tuple(paper.id for paper in papers))
    records: list[Record] = [*papers, *figures, event]
    return list(counted_once(known(*records)))


def test_a_number_of_children_that_one_account_alone_gives_is_told() -> None:
    (found,) = story("The flood killed 40 people.", "A flood killed 41 people, officials say.")
    assert found.kind == "only here"
    assert found.text == (
        "Number of children, in only one account: 14 (0). "
        "No other account of the event gives their number."
    )
    assert [place.text for place in found.places] == [TOLL]


def test_a_number_in_any_sentence_that_names_them_is_a_number_of_them() -> None:
    assert story("The flood killed 40 people.", "A flood killed 13 children.") == []
    assert story("The flood killed 40 people.", "A flood killed 40 people, many children.") == []


def test_one_or_two_are_no_toll_and_two_accounts_are_too_few() -> None:
    others = "The flood killed 40 people.", "A flood killed 41 people."
    assert story(*others, value="2") == []
    assert story(others[0]) == []

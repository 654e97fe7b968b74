"""Key figures: what a finding of one count answers, at a glance, and nothing beyond it."""

from __future__ import annotations

from tests.factory import account as make_account
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import AnswerGiven, Event, Figure, Finding, FindingAnswer
from variorum.report.page.keys import KeyFigure, key_figures

Said = tuple[str, str, bool, str | None]
"""What an account gives, its number, whether that is exact, and its day."""


def keys(
    *said: Said, kind: str = "figure differs", question: str = "Killed: x?"
) -> list[KeyFigure]:
    """Return the key figures of a finding whose answers are given by one account each."""
    ledger = MemoryLedger()
    answers = []
    for number, (says, value, exact, day) in enumerate(said):
        account = make_account(f"{says} died.", id=f"a-{number}")
        place = account.span(0, len(says))
        ledger.add([account, _figure(f"n-{number}", place, value, exact=exact)])
        answers.append(FindingAnswer(says=says, given=(AnswerGiven(place=place),), day=day))
    places = tuple(one.place for answer in answers for one in answer.given)
    ledger.add([Event(id="ev-1", label="A flood", accounts=tuple(p.account for p in places))])
    ledger.add([Event(id="ev-2", label="A fire", accounts=())])
    found = Finding(
        id="f-1",
        kind=kind,
        text="",
        because="",
        weight=1.0,
        places=places,
        question=question,
        answers=tuple(answers),
    )
    return key_figures(material(ledger), [found])


def _figure(key: str, place: object, value: str, *, exact: bool) -> Figure:
    return Figure(id=key, place=place, value=value, low=value, high=value if exact else None)  # type: ignore[arg-type]


def test_figures_that_differ_are_alternatives_under_what_is_counted() -> None:
    made = keys(("58", "58", True, None), ("31", "31", True, None), question="Missing: 58 or 31?")
    assert made == [KeyFigure("58 or 31", "Missing", 2, "f-1")]


def test_a_count_by_day_is_told_in_the_order_of_its_days() -> None:
    said = (
        ("17", "17", True, "2031-03-15"),
        ("9", "9", True, "2031-03-14"),
        ("at least 9", "9", False, "2031-03-14"),
        ("23", "23", True, "2031-03-16"),
    )
    made = keys(*said, kind="update", question="Killed, by day of publication")
    assert [(key.value, key.accounts) for key in made] == [("9 → 17 → 23", 4)]


def test_bounds_that_exclude_nothing_are_no_key_figure() -> None:
    assert keys(("at least 24", "24", False, None), ("at least 100", "100", False, None)) == []


def test_an_answer_without_a_number_makes_no_key_figure() -> None:
    assert keys(("dozens", "24", True, None), ("40", "40", True, None)) == []


def test_more_answers_than_a_glance_takes_make_no_key_figure() -> None:
    said: list[Said] = [(str(n), str(n), True, None) for n in (1, 2, 3, 4)]
    assert keys(*said) == []


def test_other_kinds_of_findings_are_no_key_figures() -> None:
    assert keys(("58", "58", True, None), ("31", "31", True, None), kind="scope differs") == []

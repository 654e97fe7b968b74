"""Which numbers stand against each other: each distinct answer once, every two found to differ."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec.structs import replace

from tests.factory import account as make_account
from variorum.find.kinds.variants import differing_counts
from variorum.find.matter.material import material
from variorum.ledgers.memory import MemoryLedger
from variorum.records import (
    Account,
    Alignment,
    Event,
    Figure,
    Finding,
    Published,
    Region,
    Verdict,
)
from variorum.vocabulary import VerdictKind


def told(*texts: str, days: tuple[str, ...] = (), rule: str = "two bounds") -> list[str]:
    """Return the questions where the first account was held against all others.

    A text begins with a word, then its number: "Some 40 people were killed."
    """
    return [one.text for one in found(*texts, days=days, rule=rule)]


def found(
    *texts: str, days: tuple[str, ...] = (), rule: str = "two bounds", agree: bool = True
) -> list[Finding]:
    """Return the findings; `agree` tells whether the others were found to count the same."""
    papers = [
        make_account(text, id=f"a-{n}", source=f"paper-{n}.txt", published=_day(days, n))
        for n, text in enumerate(texts)
    ]
    figures = [_figure(paper) for paper in papers]
    kind: VerdictKind = "update" if rule == "later count" else "figure differs"
    about = Alignment(id="al", event="e", about="", readings=(), verdict=kind)
    ledger = MemoryLedger()
    ledger.add([*papers, *figures, about, *_verdicts(figures, rule)])
    ledger.add(_agreeing(figures[1:]) if agree else [])
    return list(differing_counts(material(ledger)))


def _day(days: tuple[str, ...], number: int) -> Published:
    if not days:
        return Published()
    return Published(earliest=days[number], latest=days[number], basis="page")


def _figure(paper: Account) -> Figure:
    start = len(paper.text.split()[0]) + 1
    number = paper.text.split()[1]
    least = paper.text.startswith("Over")
    return Figure(
        id=f"n-{paper.id}",
        place=paper.span(0 if least else start, start + len(number)),
        value=number,
        low=number,
        high=None if least else number,
        approximator="about" if paper.text.startswith("About") else None,
        counted="people",
        counted_head="people",
        predicate="kill",
    )


def _verdicts(figures: list[Figure], rule: str) -> Iterator[Verdict]:
    first, *others = figures
    for other in others:
        yield Verdict(
            id=f"v-{other.id}",
            alignment="al",
            left=first.place,
            right=other.place,
            kind="update" if rule == "later count" else "figure differs",
            rule=rule,
            because="They differ.",
            marks=(first.place, other.place),
        )


def _agreeing(figures: list[Figure]) -> Iterator[Verdict]:
    for left, right in combinations(figures, 2):
        yield Verdict(
            id=f"v-{left.id}-{right.id}",
            alignment="al",
            left=left.place,
            right=right.place,
            kind="agree",
            rule="same number",
            because="They agree.",
            marks=(left.place, right.place),
        )


def test_a_like_number_that_was_not_found_to_count_the_same_is_no_voice_for_an_answer() -> None:
    texts = ("Some 26 people were killed.", "The 31 people fell.", "Then 31 people came.")
    assert [len(one.places) for one in found(*texts)] == [3]
    assert [len(one.places) for one in found(*texts, agree=False)] == [2]


def test_a_number_loosely_near_another_is_an_answer_of_its_own_to_one_question() -> None:
    texts = ("Some 20 people were killed.", "The 86 people fell.", "About 80 people fell.")
    assert [one.question for one in found(*texts)] == ["People killed: 20, about 80 or 86?"]


def test_numbers_that_differ_and_never_met_are_two_questions() -> None:
    texts = ("Some 20 people were killed.", "The 86 people fell.", "The 60 people fell.")
    asked = [one.question for one in found(*texts)]
    assert asked == ["People killed: 20 or 86?", "People killed: 20 or 60?"]


def test_the_same_number_as_a_bound_and_plain_is_one_answer() -> None:
    found = told(
        "Some 26 people were killed.", "Over 31 people were killed.", "The 31 people fell."
    )
    assert found == ["People killed: 26 or 31? 26: paper-0. Over 31: paper-1. 31: paper-2."]


def test_a_rounded_number_and_the_number_itself_are_one_answer() -> None:
    found = told("Some 300 people died.", "About 200 people died.", "The 196 people died.")
    assert found == ["People killed: 196 or 300? About 200: paper-1. 196: paper-2. 300: paper-0."]


def test_a_toll_of_several_days_is_told_by_day_and_asks_nothing() -> None:
    texts = ("The 70 people were killed.", "Over 112 people were killed.")
    found = told(*texts, days=("2031-04-15", "2031-04-16"), rule="later count")
    assert found == [
        "People killed, by day of publication: "
        "70 (15 April: paper-0) → over 112 (16 April: paper-1)."
    ]


def test_a_count_that_its_account_says_to_rise_is_told_to_be_rising() -> None:
    (found,) = told("Some 40 people were killed.", "The 52 people, a new death toll, were named.")
    assert found.endswith("At least one account says that the count was rising.")


def test_a_count_that_is_told_by_days_and_said_to_rise_is_not_asked_about() -> None:
    days = ("2031-03-01", "2031-03-02", "2031-03-02")
    texts = ("Some 20 people were killed.", "The 31 people fell.", "Then 40 people fell.")
    assert rising(*texts, days=days) == [False, True]
    assert rising(*texts[:2], "Then 40 people: the toll is rising to more.", days=days) == [False]


def rising(*texts: str, days: tuple[str, ...]) -> list[bool]:
    """Tell for each finding whether it is a question, where the last two accounts differ."""
    papers = [
        make_account(text, id=f"a-{n}", source=f"paper-{n}.txt", published=_day(days, n))
        for n, text in enumerate(texts)
    ]
    figures = [_figure(paper) for paper in papers]
    about = Alignment(id="al", event="e", about="", readings=(), verdict="figure differs")
    grown = list(_verdicts(figures[:2], "later count"))
    ledger = MemoryLedger()
    ledger.add([*papers, *figures, about, *grown, *_verdicts(figures[1:], "beyond the bound")])
    return [one.question.endswith("?") for one in differing_counts(material(ledger))]


def test_a_chain_of_pairs_does_not_lead_to_the_toll_of_something_else() -> None:
    days = ("2031-03-01", "2031-03-01", "2031-03-02", "2031-03-03")
    texts = ("Elsewhere 30 fell.", "First 50 fell.", "Then 70 fell.", "Now 90 fell.")
    papers = [
        make_account(text, id=f"a-{n}", source=f"paper-{n}.txt", published=_day(days, n))
        for n, text in enumerate(texts)
    ]
    figures = [_figure(paper) for paper in papers]
    about = Alignment(id="al", event="e", about="", readings=(), verdict="figure differs")
    other, *same = figures
    pairs = [*combinations(same, 2), (other, same[1])]
    verdicts = [one for pair in pairs for one in _verdicts(list(pair), "later count")]
    verdicts = [replace(one, id=f"v-{n}") for n, one in enumerate(verdicts)]
    ledger = MemoryLedger()
    ledger.add([*papers, *figures, about, *verdicts])
    (toll,) = differing_counts(material(ledger))
    assert [number for number in ("30", "50", "70", "90") if f"{number} (" in toll.text] == [
        "50",
        "70",
        "90",
    ]


def test_an_account_that_gives_a_number_of_a_toll_stands_beside_those_that_were_compared() -> None:
    days = ("2031-03-01", "2031-03-02", "2031-03-02", "2031-03-02")
    texts = ("Some 9 people were killed.", "The 17 people fell.", "Then 17 fell.", "Only 12 fell.")
    papers = [
        make_account(text, id=f"a-{n}", source=f"paper-{n}.txt", published=_day(days, n))
        for n, text in enumerate(texts)
    ]
    figures = [_figure(paper) for paper in papers]
    about = Alignment(id="al", event="e", about="", readings=(), verdict="update")
    event = Event(id="e", label="", accounts=tuple(paper.id for paper in papers))
    ledger = MemoryLedger()
    ledger.add([*papers, *figures, about, event, *_verdicts(figures[:2], "later count")])
    (toll,) = differing_counts(material(ledger))
    assert toll.text == (
        "People killed, by day of publication: 9 (1 March: paper-0) → 17 (2 March: paper-1, paper-2)."
    )


def test_a_heading_that_shortens_what_its_text_limits_is_no_answer_of_its_own() -> None:
    text = "Some 9 dead.\nAt least 9 people were killed."
    head = Region(kind="title", start=0, end=len("Some 9 dead."))
    body = Region(kind="body", start=head.end + 1, end=len(text))
    paper = make_account(
        text,
        id="a-0",
        source="paper-0.txt",
        published=_day(("2031-03-01",), 0),
        regions=(head, body),
    )
    later = make_account(
        "Now 17 people were killed.",
        id="a-1",
        source="paper-1.txt",
        published=_day(("2031-03-02",), 0),
    )
    plain, grown = _figure(paper), _figure(later)
    at = text.index("At least")
    limited = replace(
        plain,
        id="n-limited",
        place=paper.span(at, at + len("At least 9")),
        high=None,
        approximator="at least",
    )
    verdicts = [
        replace(one, id=f"v-{n}")
        for n, pair in enumerate(((plain, grown), (limited, grown)))
        for one in _verdicts(list(pair), "later count")
    ]
    about = Alignment(id="al", event="e", about="", readings=(), verdict="update")
    ledger = MemoryLedger()
    ledger.add([paper, later, plain, limited, grown, about, *verdicts])
    (toll,) = differing_counts(material(ledger))
    assert toll.text.endswith(": at least 9 (1 March: paper-0) → 17 (2 March: paper-1).")

"""The brief: accounts' words and findings' sentences, and no mark of their own in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from tests.factory import account as make_account
from tests.report.ledgers import hostile
from variorum.ledgers.memory import MemoryLedger
from variorum.records import (
    AnswerGiven,
    Event,
    Finding,
    FindingAnswer,
    Problem,
    Published,
    Record,
)
from variorum.report import brief
from variorum.report.briefing import escaped


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("<b>bold</b>", r"\<b\>bold\</b\>"),
        ("[a](javascript:b)", r"\[a\](javascript:b)"),
        ("*a* _b_ `c` # d | e", r"\*a\* \_b\_ \`c\` \# d \| e"),
        ("a\n\n# heading\n- list", r"a \# heading - list"),
        ("a\u202eb", "a\ufffdb"),
        ("&#8238;a & b@c.example", r"\&\#8238;a \& b\@c.example"),
        ("see http://a.example or WWW.b.example", r"see http\://a.example or WWW\.b.example"),
    ],
)
def test_marks_of_a_text_are_not_markup(text: str, made: str) -> None:
    assert escaped(text) == made


def test_no_hostile_text_makes_html_or_a_link() -> None:
    made = brief(hostile())
    assert re.findall(r"(?<!\\)<", made) == []
    assert re.findall(r"(?<!\\)\]\(", made) == []


def test_an_empty_ledger_has_a_brief() -> None:
    assert brief(MemoryLedger()).startswith("# No events\n")


DAY = Published(earliest="2031-05-04", latest="2031-05-04", basis="page")
NEXT = Published(earliest="2031-05-05", latest="2031-05-05", basis="page")
PAPERS = [
    make_account("Forty houses burned by the river.", id="a-0", outlet="Wire", published=DAY),
    make_account("Fifty houses burned, she said.", id="a-1", outlet="Post", published=DAY),
    make_account("Fifty houses burned.", id="a-2", outlet="Wire", published=NEXT),
]
FIRE = Event(id="ev-1", label="Mill Street", accounts=("a-0", "a-1", "a-2"))


def said(kind: str, question: str, *answers: FindingAnswer, weight: float = 90.0) -> Finding:
    places = tuple(given.place for one in answers for given in one.given)
    return Finding(
        id=f"f-{question}",
        kind=kind,
        text=question,
        because="",
        weight=weight,
        places=places,
        question=question,
        answers=answers,
    )


def answered(says: str, *papers: int, day: str | None = None) -> FindingAnswer:
    given = [AnswerGiven(place=PAPERS[n].span(0, 5)) for n in papers]
    return FindingAnswer(says=says, given=tuple(given), day=day)


def told_of(*found: Finding, more: Sequence[Record] = ()) -> str:
    ledger = MemoryLedger()
    ledger.add([*PAPERS, FIRE, *found, *more])
    return brief(ledger)


def test_accounts_part_on_a_question_and_each_answer_is_told_once() -> None:
    made = told_of(
        said("figure differs", "Houses: 40 or 50?", answered("40", 0), answered("50", 1, 2))
    )
    assert (
        "## Where the accounts part\n\n"
        "- Houses: 40 or 50? 40: Wire, 4 May. 50: Post; Wire, 5 May.\n"
    ) in made


def test_a_source_stands_beside_the_account_that_names_it() -> None:
    named = AnswerGiven(place=PAPERS[1].span(0, 5), speaker="the mayor")
    asked = said("figure differs", "Houses?", FindingAnswer(says="50", given=(named,)))
    assert "50: Post (the mayor)." in told_of(asked)


def test_a_count_that_grew_is_told_day_by_day_and_no_account_with_its_day_twice() -> None:
    first, later = answered("40", 0, day="2031-05-04"), answered("50", 2, day="2031-05-05")
    made = told_of(said("update", "Houses, by day of publication", first, later))
    assert "Houses, by day of publication: 40 (4 May: Wire) → 50 (5 May: Wire)." in made


def test_findings_of_one_title_are_one_line() -> None:
    found = [
        said("only here", "Named in only one account", answered(name, n), weight=30.0 - n)
        for n, name in enumerate(("Ada Brook", "Lena Foss"))
    ]
    found = [replace(one, id=f"f-{n}") for n, one in enumerate(found)]
    line = "- Named in only one account: Ada Brook (Wire, 4 May); Lena Foss (Post).\n"
    assert line in told_of(*found)


def test_who_shares_wording_is_told_once_a_family_with_one_example() -> None:
    passages = (answered("“Forty houses burned”", 0, 1), answered("“by the river”", 1, 2))
    made = told_of(said("copies", "Wording in common, word for word", *passages))
    assert (
        "- Post; Wire, 4 May: “Forty houses burned”. Other passages are shared with: Wire, 5 May.\n"
        in made
    )


def test_wording_that_is_nearly_the_same_stands_as_each_account_has_it() -> None:
    passages = (answered("“Forty houses burned”", 0), answered("“Forty homes burned”", 1))
    made = told_of(said("copies", "Wording that is nearly the same", *passages))
    assert (
        "- Wording that is nearly the same: "
        "“Forty houses burned” (Wire, 4 May); “Forty homes burned” (Post).\n" in made
    )


def test_what_there_is_no_room_for_is_counted() -> None:
    found = [
        said("figure differs", f"{'Houses ' * 40}{n}?", answered("40", 0), weight=90.0 - n)
        for n in range(12)
    ]
    problem = Problem(where="x.txt", step="read", reason="Not UTF-8.")
    made = told_of(*found, more=[problem])
    assert len(made.split()) <= 320
    assert "Not shown here: 6 more findings, 1 problem. See the page" in made


def test_the_weightiest_findings_have_the_room() -> None:
    light = said("figure differs", f"{'Sheds ' * 200}?", answered("40", 0), weight=10.0)
    heavy = said("figure differs", f"{'Houses ' * 200}?", answered("40", 0), weight=90.0)
    made = told_of(light, heavy)
    assert "Houses" in made
    assert "Sheds" not in made


def test_the_title_has_the_days_of_publication() -> None:
    assert told_of().startswith("# Mill Street: 4–5 May 2031\n\n3 accounts, 4–5 May 2031.\n")


def test_a_date_that_others_imply_is_not_told() -> None:
    implied = Published(earliest="2031-05-04", latest="2031-05-06", basis="narrative")
    ledger = MemoryLedger()
    ledger.add([make_account("It rained.", id="a-1", published=implied)])
    assert "1 account.\n" in brief(ledger)


def test_accounts_that_were_not_compared_with_the_others_are_named() -> None:
    events = [
        Event(id="ev-1", label="Fire", accounts=("a-0", "a-1")),
        Event(id="ev-2", label="Flood", accounts=("a-2",)),
    ]
    ledger = MemoryLedger()
    ledger.add([*PAPERS, *events])
    assert "3 accounts, 4–5 May 2031; 2 compared, 1 set apart (Wire, 5 May)." in brief(ledger)


def test_a_finding_of_an_earlier_version_is_told_by_its_text() -> None:
    old = Finding(
        id="f-1",
        kind="time differs",
        text="When did the wall fall: at nine or at noon? Wire: “nine”.",
        because="When did the wall fall?",
        weight=90.0,
        places=(PAPERS[0].span(0, 5),),
    )
    assert "- When did the wall fall: at nine or at noon? Wire: “nine”.\n" in told_of(old)

"""Acts told with other words of degree are shown with the words of each account."""

from __future__ import annotations

from itertools import combinations

from tests.factory import account as make_account
from variorum.find.kinds.degrees import differing_degrees
from variorum.find.matter.material import material
from variorum.judge.grading import DEGREE_RULE
from variorum.ledgers.memory import MemoryLedger
from variorum.records import Account, Alignment, Finding, Span, Verdict

PAPERS = {
    "dawn": "The storm almost totally destroyed the Orrin mill.",
    "noon": "Rain fell. The Orrin mill was destroyed by a storm.",
    "dusk": "The Orrin mill was destroyed. Neighbours say the storm nearly destroyed the mill.",
}
WORDS = (
    ("dawn", "almost totally destroyed"),
    ("noon", "destroyed"),
    ("dusk", "destroyed"),
    ("dusk", "nearly destroyed"),
)


def told(*words: tuple[str, str]) -> list[Finding]:
    accounts = {
        name: make_account(text, id=name, source=f"{name}.txt") for name, text in PAPERS.items()
    }
    places = [_place(accounts[name], some) for name, some in words]
    verdicts = [
        Verdict(
            id=f"v-{n}",
            alignment="l-1",
            left=left,
            right=right,
            kind="unclear",
            rule=DEGREE_RULE,
            because="Other words of degree.",
            marks=(left, right),
        )
        for n, (left, right) in enumerate(combinations(places, 2))
        if left.account != right.account
    ]
    ledger = MemoryLedger()
    alignment = Alignment(id="l-1", event="e", about="mill destroy", readings=())
    ledger.add([*accounts.values(), alignment, *verdicts])
    return list(differing_degrees(material(ledger)))


def _place(account: Account, words: str) -> Span:
    start = account.text.index(words)
    return account.span(start, start + len(words))


def test_the_words_of_each_account_are_told_once() -> None:
    (one,) = told(*WORDS[:2])
    assert one.kind == "wording differs"
    assert one.text == (
        "“destroyed”: which words do the accounts use? “almost totally destroyed”: dawn. “destroyed”: noon."
    )


def test_an_account_that_tells_it_in_two_ways_is_left_out() -> None:
    (one,) = told(*WORDS)
    assert {place.account for place in one.places} == {"dawn", "noon"}
    assert told(WORDS[1], WORDS[3], WORDS[2]) == []

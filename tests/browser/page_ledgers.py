"""A small ledger for reading the page in a browser."""

from __future__ import annotations

from tests.factory import account as make_account
from variorum.ledgers.memory import MemoryLedger
from variorum.records import (
    Account,
    Alignment,
    Borrowing,
    Event,
    Finding,
    Quotation,
    Reading,
    Record,
    Span,
    Speaker,
    Verdict,
)

ACCOUNTS = {
    "a-1": (
        "Post",
        "en",
        "𝔉lood.\nThe mayor said: “The dam must hold until Friday.” People waited.",
    ),
    "a-2": ("Mail", "en", "The mayor said: “The dam may hold until Friday.” Some left."),
    "a-3": ("Layl", "ar", "غادر الناس المدينة ليلا."),
}
"""Outlet, language and text; the first text has a character outside the basic plane."""


def three() -> MemoryLedger:
    """Return two accounts of a flood that differ in one word, a silent third, and one borrowing."""
    accounts = {
        key: make_account(text, id=key, outlet=outlet, language=language)
        for key, (outlet, language, text) in ACCOUNTS.items()
    }
    quotations = [_quotation(accounts[key]) for key in ("a-1", "a-2")]
    left, right = (quotation.contents[0] for quotation in quotations)
    ledger = MemoryLedger()
    ledger.add([*accounts.values(), *quotations, *_compared(left, right)])
    ledger.add([*_found(left, right), _other_event(accounts["a-3"].span(0, 10))])
    return ledger


def _quotation(account: Account) -> Quotation:
    words = account.span(account.text.index("“") + 1, account.text.index("”"))
    return Quotation(
        id=f"q-{account.id}",
        place=words,
        manner="direct",
        contents=(words,),
        speaker=Speaker(name="the mayor"),
    )


def _compared(left: Span, right: Span) -> list[Record]:
    readings = (
        Reading(account="a-1", statements=("q-a-1",), places=(left,)),
        Reading(account="a-2", statements=("q-a-2",), places=(right,)),
        Reading(account="a-3"),
    )
    return [
        Event(id="ev-1", label="A flood", accounts=tuple(ACCOUNTS)),
        Alignment(
            id="al-1",
            event="ev-1",
            about="the dam",
            verdict="sense differs",
            origins=1,
            origin_of={"a-1": "the mayor", "a-2": "the mayor"},
            because="A speech of the mayor.",
            readings=readings,
        ),
        Verdict(
            id="v-1",
            alignment="al-1",
            left=left,
            right=right,
            kind="sense differs",
            rule="obligation",
            because="A word differs.",
        ),
    ]


def _found(left: Span, right: Span) -> list[Record]:
    return [
        Finding(
            id="f-1",
            kind="sense differs",
            text="A word differs.",
            because="A word differs.",
            weight=9.0,
            places=(left, right),
            about=("al-1", "v-1"),
        ),
        Borrowing(
            id="b-1",
            from_="a-1",
            to="a-2",
            kind="copies",
            because="Same words.",
            share=0.5,
            evidence=(left, right),
        ),
    ]


def _other_event(place: Span) -> Finding:
    told = "Layl has nothing of the dam."
    return Finding(
        id="f-2", kind="other event", text=told, because=told, weight=5.0, places=(place,)
    )

"""Ledgers for reading the page in a browser: a small one, and one of many accounts."""

from __future__ import annotations

from collections.abc import Iterator

from tests.factory import account as make_account
from variorum.ledgers.memory import MemoryLedger
from variorum.records import (
    Account,
    Alignment,
    AnswerGiven,
    Borrowing,
    Event,
    Finding,
    FindingAnswer,
    Moment,
    Published,
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


SENTENCES = 40
"""Sentences of each account of a crowd."""
OUTLETS = 15
EVENTS = 3


def crowd(accounts: int) -> MemoryLedger:
    """Return accounts of several events in which each sentence is told by many, and much is found."""
    made = [_teller(number) for number in range(accounts)]
    ledger = MemoryLedger()
    ledger.add(made)
    for event in range(EVENTS):
        ledger.add(_happening(event, made[event::EVENTS]))
    ledger.add(
        Borrowing(
            id=f"b-{one.id}",
            from_=made[number // 2].id,
            to=one.id,
            kind="copies",
            because="Same words.",
            evidence=(_sentence(one, 1),),
        )
        for number, one in enumerate(made)
        if number
    )
    return ledger


def _teller(number: int) -> Account:
    lines = [
        f"At post {line} of the Orl the water stood {line + number} hands high, the keeper said."
        for line in range(SENTENCES)
    ]
    day = f"2031-05-{1 + number % 20:02}"
    return make_account(
        "\n".join(lines),
        id=f"a-{number:03}",
        outlet=f"Outlet {number % OUTLETS}",
        title=f"Water at {number} posts",
        published=Published(earliest=day, latest=day, basis="dateline"),
    )


def _sentence(account: Account, line: int) -> Span:
    start = account.text.index(f"At post {line} ")
    return account.span(start, account.text.index(" said.", start) + 6)


def _happening(number: int, tellers: list[Account]) -> Iterator[Record]:
    event = f"ev-{number}"
    yield Event(id=event, label=f"Flood {number}", accounts=tuple(a.id for a in tellers))
    for line in range(SENTENCES):
        places = [_sentence(account, line) for account in tellers]
        key = f"{number}-{line}"
        yield Alignment(
            id=f"al-{key}",
            event=event,
            about=f"the water at post {line}",
            verdict="figure differs" if line % 2 else "unclear",
            readings=tuple(Reading(account=p.account, places=(p,)) for p in places),
            origins=1,
            because="They name one keeper. " * 20,
        )
        yield Verdict(
            id=f"v-{key}",
            alignment=f"al-{key}",
            left=places[0],
            right=places[1],
            kind="figure differs",
            rule="figures",
            because="The figures differ.",
        )
        if line % 2:
            yield _question(key, places)
    for teller in tellers:
        first = _sentence(teller, 0)
        yield Moment(
            id=f"m-{teller.id}",
            place=first,
            kind="date",
            earliest="2031-04-02",
            latest="2031-04-02",
        )


def _question(key: str, places: list[Span]) -> Finding:
    answers = (
        FindingAnswer(says="low", given=tuple(AnswerGiven(place=p) for p in places[:8])),
        FindingAnswer(says="high", given=tuple(AnswerGiven(place=p) for p in places[8:])),
    )
    return Finding(
        id=f"f-{key}",
        kind="figure differs",
        text="",
        because="",
        weight=9.0,
        places=tuple(places),
        about=(f"al-{key}", f"v-{key}"),
        question=f"How high was the water at post {key}?",
        answers=answers,
    )

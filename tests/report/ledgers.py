"""Ledgers made by hand for the report's tests: one of hostile text, one of many accounts."""

from __future__ import annotations

from variorum.ledgers.memory import MemoryLedger
from variorum.records import (
    Account,
    Alignment,
    Borrowing,
    Change,
    Check,
    Citation,
    Entity,
    Event,
    Figure,
    Finding,
    Moment,
    Problem,
    Published,
    Quotation,
    Reading,
    Region,
    Speaker,
    Verdict,
)

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}\u202e](javascript:x)"
"""Breaks out of an attribute, of text, of a template, of Markdown, and reorders what follows."""

FIRST = f"{EVIL}\nThe mayor said: “Forty houses burned {EVIL} on Sunday.”"
SECOND = f"{EVIL}\nThe mayor said: “Fifty houses burned {EVIL} on Sunday.”"


def told(identifier: str, text: str) -> Account:
    """Return an account all of whose free fields are hostile."""
    bare = Account(id=identifier, source=f"{EVIL}/{identifier}", text=text)
    return Account(
        id=identifier,
        source=bare.source,
        text=text,
        title=EVIL,
        outlet=f"{identifier} {EVIL}",
        published=Published(earliest=EVIL, latest=f"{EVIL}2", basis=EVIL),
        place=EVIL,
        url="javascript:alert(1)//http://",
        translated=EVIL,
        regions=(
            Region(kind="title", start=0, end=len(EVIL)),
            Region(kind="turn", start=len(EVIL), end=len(text), speaker=EVIL, note=EVIL),
        ),
        cites=(Citation(name=EVIL, place=bare.span(0, 4)),),
    )


def quotation(account: Account) -> Quotation:
    """Return the words between the account's quotation marks."""
    start, end = account.text.index("“") + 1, account.text.index("”")
    return Quotation(
        id=f"q-{account.id}",
        place=account.span(start - 1, end + 1),
        manner="direct",
        contents=(account.span(start, end),),
        speaker=Speaker(name=EVIL, entity="e-1", place=account.span(0, 4)),
        cue=account.span(account.text.index("said"), account.text.index("said") + 4),
    )


def figure(account: Account, value: str) -> Figure:
    """Return the account's number of houses."""
    start = account.text.index("“") + 1
    return Figure(
        id=f"n-{account.id}",
        place=account.span(start, account.text.index(" houses")),
        value=value,
        low=value,
        high=value,
        unit=EVIL,
        counted=EVIL,
    )


def moment(account: Account) -> Moment:
    """Return the account's Sunday, resolved against the other account."""
    start = account.text.index("Sunday")
    return Moment(
        id=f"m-{account.id}",
        place=account.span(start, start + 6),
        kind="date",
        earliest=f"2031-05-04{EVIL}",
        latest="2031-05-05",
        anchor=f"account a-1: {EVIL}",
    )


def hostile() -> MemoryLedger:
    """Return a ledger in which every text that a report could show is hostile."""
    accounts = (told("a-1", FIRST), told("a-2", SECOND))
    quotations = tuple(quotation(account) for account in accounts)
    figures = (figure(accounts[0], "40"), figure(accounts[1], "50"))
    left, right = (quotation.contents[0] for quotation in quotations)
    ledger = MemoryLedger()
    ledger.add([*accounts, *quotations, *figures, *(moment(account) for account in accounts)])
    ledger.add([Entity(id="e-1", name=EVIL, kind="person", mentions=(left,), because=EVIL)])
    ledger.add(_compared(quotations, figures))
    ledger.add(_traced(quotations))
    ledger.add(
        [
            Finding(
                id="f-1",
                kind="sense differs",
                text=f"{EVIL} “{EVIL}”",
                because=EVIL,
                weight=90.0,
                places=(left, right),
                about=("al-1", "v-1"),
            )
        ]
    )
    return ledger


def _compared(
    quotations: tuple[Quotation, ...], figures: tuple[Figure, ...]
) -> list[Event | Alignment | Verdict]:
    left, right = (quotation.contents[0] for quotation in quotations)
    readings = tuple(
        Reading(account=q.place.account, statements=(q.id,), places=q.contents) for q in quotations
    )
    counted = tuple(
        Reading(account=f.place.account, statements=(f.id,), places=(f.place,)) for f in figures
    )
    marks = tuple(figure.place for figure in figures)
    return [
        Event(id="ev-1", label=EVIL, accounts=("a-1", "a-2"), earliest=EVIL, because=EVIL),
        Alignment(
            id="al-1",
            event="ev-1",
            about=EVIL,
            readings=readings,
            verdict="sense differs",
            origins=1,
            because=EVIL,
        ),
        Alignment(
            id="al-2",
            event="ev-1",
            about=EVIL,
            readings=counted,
            verdict="figure differs",
            origins=2,
        ),
        Verdict(
            id="v-1",
            alignment="al-1",
            left=left,
            right=right,
            kind="sense differs",
            rule="degree",
            because=EVIL,
            marks=marks,
        ),
        Verdict(
            id="v-2",
            alignment="al-2",
            left=marks[0],
            right=marks[1],
            kind="figure differs",
            rule="figures",
            because=EVIL,
            marks=marks,
        ),
    ]


def _traced(quotations: tuple[Quotation, ...]) -> list[Check | Borrowing | Problem]:
    left, right = (quotation.contents[0] for quotation in quotations)
    return [
        Check(
            id="c-1",
            quotation=quotations[1].id,
            place=right,
            record="a-1",
            kind="differs",
            because=EVIL,
            match=left,
            changes=(Change(from_="Forty", to="Fifty", kind="figure"),),
        ),
        Borrowing(id="b-1", from_=EVIL, to="a-1", kind="cites", because=EVIL, evidence=(left,)),
        Borrowing(id="b-2", from_="a-1", to="a-2", kind="copies", because=EVIL, share=0.5),
        Problem(where=EVIL, step="read", reason=EVIL),
    ]


def many(accounts: int) -> MemoryLedger:
    """Return a ledger of one event with as many accounts, each place held by all of them."""
    ledger = MemoryLedger()
    texts = [
        f"Account {n}. The bridge over the Orl fell at noon, {n} say." for n in range(accounts)
    ]
    made = [
        Account(id=f"a-{n:05}", source=f"{n}.txt", outlet=f"Outlet {n % 7}", text=text)
        for n, text in enumerate(texts)
    ]
    readings = tuple(
        Reading(account=a.id, statements=(f"s-{a.id}",), places=(a.span(11, len(a.text)),))
        for a in made
    )
    ledger.add(made)
    ledger.add([Event(id="ev-1", label="The bridge", accounts=tuple(a.id for a in made))])
    ledger.add(
        [
            Alignment(id="al-1", event="ev-1", about="the bridge", readings=readings, origins=1),
            *(
                Borrowing(
                    id=f"b-{a.id}", from_=made[0].id, to=a.id, kind="copies", because="Same words."
                )
                for a in made[1:]
            ),
        ]
    )
    return ledger

"""Ledgers that every standard is tried on: a made story with all kinds of records, and real ones."""

from __future__ import annotations

from variorum.ledgers.memory import MemoryLedger
from variorum.records import (
    Account,
    Alignment,
    Borrowing,
    Change,
    Check,
    Entity,
    Event,
    Figure,
    Finding,
    Moment,
    Published,
    Quotation,
    Reading,
    Region,
    Span,
    Speaker,
    Verdict,
)

WIRE = Account(
    id="a-wire",
    source="01-wire.txt",
    title="Ferry sinks off Tarn",
    outlet="Northern Wire",
    kind="wire",
    language="en",
    published=Published(earliest="2031-05-04", latest="2031-05-04", basis="page"),
    url="https://wire.example/ferry?id=1&lang=en",
    text="Ferry sinks off Tarn\nThe mayor, Ada Brun, said: “Nine people drowned.” Nine people.",
    regions=(Region(kind="title", start=0, end=20),),
)
HERALD = Account(
    id="a-herald",
    source="02-herald.txt",
    title="Eleven drown at Tarn",
    outlet="Tarn Herald",
    language="en",
    published=Published(earliest="2031-05-04", latest="2031-05-05", basis="page"),
    text="Eleven drown at Tarn\n“Eleven people drowned,” said Brun on Sunday.",
)
RADIO = Account(
    id="a-radio", source="03-radio.txt", title="Search goes on", text="Divers search for the ferry."
)
LOST = "a log of the harbour office"


def at(account: Account, words: str) -> Span:
    """Return the first place of some words."""
    start = account.text.index(words)
    return account.span(start, start + len(words))


NINE = at(WIRE, "Nine people drowned.")
ELEVEN = at(HERALD, "Eleven people drowned,")


def ferry() -> MemoryLedger:
    """Return a ledger of three accounts, two of which differ on one figure."""
    ledger = MemoryLedger()
    ledger.add([WIRE, HERALD, RADIO, *_statements(), *_linked(), *_compared(), *_traced()])
    return ledger


def _statements() -> list[Quotation | Figure | Moment]:
    return [
        Quotation(
            id="q-wire",
            place=at(WIRE, "The mayor, Ada Brun, said: “Nine people drowned.”"),
            manner="direct",
            contents=(NINE,),
            speaker=Speaker(name="Ada Brun", entity="e-brun", place=at(WIRE, "Ada Brun")),
            cue=at(WIRE, "said"),
        ),
        Quotation(
            id="q-herald",
            place=at(HERALD, "“Eleven people drowned,” said Brun"),
            manner="direct",
            contents=(ELEVEN,),
            speaker=Speaker(name="Ada Brun", entity="e-brun", place=at(HERALD, "Brun")),
        ),
        Figure(id="f-wire", place=at(WIRE, "Nine people"), value="9", low="9", high="9"),
        Figure(id="f-herald", place=at(HERALD, "Eleven people"), value="11", low="11", high="11"),
        Moment(
            id="m-herald",
            place=at(HERALD, "Sunday"),
            kind="date",
            earliest="2031-05-04",
            latest="2031-05-04",
        ),
    ]


def _linked() -> list[Entity | Event]:
    return [
        Entity(
            id="e-brun",
            name="Ada Brun",
            kind="person",
            mentions=(at(WIRE, "Ada Brun"), at(HERALD, "Brun")),
            roles=("mayor",),
        ),
        Entity(id="e-tarn", name="Tarn", kind="place", mentions=(at(HERALD, "Tarn"),)),
        Entity(id="e-divers", name="Divers", kind="organisation", mentions=(at(RADIO, "Divers"),)),
        Event(
            id="v-ferry",
            label="Ferry sinks off Tarn",
            accounts=("a-herald", "a-radio", "a-wire"),
            earliest="2031-05-03",
            latest="2031-05-04",
            because="All three name the ferry.",
        ),
    ]


def _compared() -> list[Alignment | Verdict | Finding]:
    because = "“Nine” and “Eleven” cannot be the same number."
    readings = (
        Reading(account="a-herald", statements=("q-herald", "f-herald"), places=(ELEVEN,)),
        Reading(account="a-radio"),
        Reading(account="a-wire", statements=("q-wire", "f-wire"), places=(NINE,)),
    )
    return [
        Alignment(
            id="l-toll",
            event="v-ferry",
            about="people drowned",
            readings=readings,
            verdict="figure differs",
            origins=1,
            origin_of={"a-herald": "e-brun", "a-wire": "e-brun"},
            because="2 accounts, 1 origin: a speech of Ada Brun.",
        ),
        Verdict(
            id="v-toll",
            alignment="l-toll",
            left=ELEVEN,
            right=NINE,
            kind="figure differs",
            rule="figures",
            because=because,
            marks=(at(HERALD, "Eleven people"), at(WIRE, "Nine people")),
        ),
        Finding(
            id="f-toll",
            kind="figure differs",
            text=f"Different figures. {because}",
            because=because,
            weight=90.0,
            places=(ELEVEN, NINE),
            about=("l-toll", "v-toll"),
        ),
    ]


def _traced() -> list[Check | Borrowing]:
    return [
        Check(
            id="c-herald",
            quotation="q-herald",
            place=ELEVEN,
            record="a-wire",
            kind="differs",
            because="The record has “Nine”, the quotation “Eleven”.",
            match=NINE,
            changes=(Change(from_="Nine", to="Eleven", kind="figure"),),
        ),
        Borrowing(
            id="b-copies",
            from_="a-wire",
            to="a-herald",
            kind="copies",
            share=0.25,
            because="Both have “people drowned”.",
            evidence=(NINE, ELEVEN),
        ),
        Borrowing(
            id="b-cites",
            from_=LOST,
            to="a-radio",
            kind="cites",
            because=f"It names {LOST}.",
            evidence=(at(RADIO, "ferry"),),
        ),
        Borrowing(
            id="b-speech",
            from_="a-wire",
            to="a-herald",
            kind="same speech",
            because="Both quote Ada Brun.",
            evidence=(NINE, ELEVEN),
        ),
    ]

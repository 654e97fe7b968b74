"""A small ledger by hand: two accounts that give two tolls, one speaker under two names."""

from __future__ import annotations

from tests.factory import account
from variorum.records import (
    Alignment,
    Decision,
    Entity,
    Event,
    Finding,
    Quotation,
    Reading,
    Record,
    Speaker,
    Verdict,
)
from variorum.review import Signed, decide
from variorum.vocabulary import DecisionView, VerdictKind

FIRST = account("Forty died, Mayor Ada Quill said.", id="a-1")
SECOND = account("Fifty died, the mayor, A. Quill, said.", id="a-2")
THIRD = account("Ada Quill the painter opened a show.", id="a-3")


def verdict(kind: VerdictKind = "figure differs", *, confidence: float | None = 0.5) -> Verdict:
    """Return the verdict on the two tolls."""
    return Verdict(
        id="v-tolls",
        alignment="l-tolls",
        left=FIRST.span(0, 5),
        right=SECOND.span(0, 5),
        kind=kind,
        rule="disjoint",
        because="“Forty” and “Fifty” cannot be the same number.",
        confidence=confidence,
    )


def mayor(identity: str = "e-mayor") -> Entity:
    """Return the mayor, named in two accounts in two forms."""
    return Entity(
        id=identity,
        name="Ada Quill",
        kind="person",
        mentions=(FIRST.span(18, 27), SECOND.span(23, 31)),
        names=("n-1", "n-2"),
    )


PAINTER = Entity(
    id="e-painter", name="Ada Quill", kind="person", mentions=(THIRD.span(0, 9),), names=("n-3",)
)
EVENT = Event(id="v-event", label="A fire", accounts=("a-1", "a-2", "a-3"))
TOLLS = Alignment(
    id="l-tolls",
    event="v-event",
    about="dead",
    readings=(
        Reading(account="a-1", statements=("f-1",), places=(FIRST.span(0, 5),)),
        Reading(account="a-2", statements=("f-2",), places=(SECOND.span(0, 5),)),
    ),
    origins=2,
    origin_of={"a-1": "o-1", "a-2": "o-2"},
)
SAID = Quotation(
    id="q-1",
    place=FIRST.span(0, 32),
    manner="indirect",
    contents=(FIRST.span(0, 10),),
    speaker=Speaker(name="Ada Quill", place=FIRST.span(18, 27), entity="e-mayor"),
)
FINDING = Finding(
    id="f-tolls",
    kind="figure differs",
    text="Two tolls.",
    because="Two tolls.",
    weight=80.0,
    places=(FIRST.span(0, 5), SECOND.span(0, 5)),
    about=("l-tolls",),
)


def records() -> list[Record]:
    """Return all of the story's records."""
    return [verdict(), mayor(), PAINTER, EVENT, TOLLS, SAID, FINDING]


def signed(who: str = "Ana", minute: int = 0, note: str = "") -> Signed:
    """Return a signature at a minute past ten."""
    return Signed(who, f"2031-05-01T10:{minute:02}:00Z", note)


def view(name: DecisionView, who: str = "Ana", minute: int = 0) -> Decision:
    """Return a person's view of the verdict on the tolls."""
    return decide(verdict(), name, signed(who, minute))

"""Evidence: the words a record rests on, and what the machine says of it.

Enters: a record. Leaves: its class's name, its places, the machine's word for it. By these a decision
knows its record again after another run, in which ids may have changed.
"""

from __future__ import annotations

from collections.abc import Callable

from variorum.records import (
    Alignment,
    Assertion,
    Borrowing,
    Check,
    Entity,
    Event,
    Figure,
    Finding,
    Moment,
    Quotation,
    Record,
    Span,
    Verdict,
)


def identity(record: Record) -> str:
    """Return a record's id; the empty string for a class that has none (`Region`, `Speaker`)."""
    return str(getattr(record, "id", ""))


def kind_of(record: Record) -> str:
    """Return the name under which a ledger keeps records of this class."""
    return type(record).__name__.lower()


def evidence(record: Record) -> tuple[Span, ...]:
    """Return the places a record rests on, in its own order, each once; none if it has no words."""
    found = EVIDENCE.get(type(record))
    return tuple(dict.fromkeys(found(record))) if found else ()


def said(record: Record) -> str:
    """Return the machine's word for a record: its verdict, or the kind of thing it is."""
    if isinstance(record, Alignment):
        return record.verdict
    return str(getattr(record, "kind", ""))


def grows(record: Record) -> bool:
    """Tell whether more accounts may add to a record's evidence without making it another record."""
    return isinstance(record, Entity | Event | Alignment | Borrowing)


def account_place(account: str) -> Span:
    """Return the empty place that stands for a whole account, as in the evidence of an event."""
    return Span(account, 0, 0, "")


def _of_verdict(verdict: Verdict) -> list[Span]:
    return [verdict.left, verdict.right] if verdict.right else [verdict.left]


def _of_check(check: Check) -> list[Span]:
    return [check.place, check.match] if check.match else [check.place]


def _of_place(record: Quotation | Figure | Moment | Assertion) -> list[Span]:
    return [record.place]


EVIDENCE: dict[type[Record], Callable[..., list[Span]]] = {
    Verdict: _of_verdict,
    Check: _of_check,
    Borrowing: lambda borrowing: list(borrowing.evidence) or [account_place(borrowing.to)],
    Entity: lambda entity: list(entity.mentions),
    Event: lambda event: [account_place(account) for account in event.accounts],
    Alignment: lambda alignment: [p for reading in alignment.readings for p in reading.places],
    Finding: lambda finding: list(finding.places),
    Quotation: _of_place,
    Figure: _of_place,
    Moment: _of_place,
    Assertion: _of_place,
}
"""How each class of record that can be decided on names its words."""

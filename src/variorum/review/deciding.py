"""Deciding: one person's view of a record, made into a `Decision`.

Enters: a record, a view, who and when. Leaves: a `Decision` that carries the words it rests on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from variorum.errors import UsageError
from variorum.records import Decision, Event, Record, Span, new_id
from variorum.review.describing import account_place, evidence, identity, kind_of, said
from variorum.vocabulary import BorrowingKind, CheckKind, DecisionView, NameKind, VerdictKind

RETYPES: dict[str, tuple[str, ...]] = {
    "verdict": get_args(VerdictKind),
    "check": get_args(CheckKind),
    "borrowing": get_args(BorrowingKind),
    "entity": get_args(NameKind),
}
"""What a record of each kind can be retyped to."""
JOINED = ("entity", "event", "alignment")
"""Kinds of record that can be merged and split."""


class Signed(Struct, frozen=True):
    """Who answers for a decision, when it was taken (ISO 8601, UTC), and what they noted."""

    who: str
    when: str
    note: str = ""


def decide(
    record: Record, view: DecisionView, signed: Signed, *, to: str | None = None
) -> Decision:
    """Return a person's plain view of a record; `to` is the kind it is retyped to.

    UsageError for a view that does not suit the record, or without a name to answer for it.
    """
    if view == "retype" and to not in RETYPES.get(kind_of(record), ()):
        choices = ", ".join(RETYPES.get(kind_of(record), ())) or "nothing else"
        raise UsageError(f"This {kind_of(record)} can be retyped to: {choices}.")
    if view in {"merge", "split", "undo"}:
        raise UsageError(f"A {view} is made by the function of that name.")
    kinds = (to,) if view == "retype" and to else ()
    return _decision(record, view, signed, basis=evidence(record), to=kinds)


def merge(records: Sequence[Record], signed: Signed) -> Decision:
    """Return the view that two or more records of one kind are one; the first one stays.

    The basis is the first place of each. UsageError if they are not of one kind that can be merged.
    """
    kinds = {kind_of(record) for record in records}
    if len({identity(record) for record in records}) < 2 or len(kinds) != 1:
        raise UsageError("A merge needs two or more different records of the same kind.")
    first, *others = (_joinable(record) for record in records)
    basis = tuple(evidence(record)[0] for record in records)
    ids = tuple(identity(record) for record in others)
    return _decision(first, "merge", signed, basis=basis, to=ids)


def split(record: Record, places: Sequence[Span], signed: Signed) -> Decision:
    """Return the view that `places` of a record belong to another one.

    UsageError if they are not a part of its evidence, neither none of it nor all.
    """
    held = evidence(_joinable(record))
    taken = tuple(place for place in held if place in set(places))
    if not taken or len(taken) != len(set(places)) or len(taken) == len(held):
        raise UsageError("Choose some of this record's places to set apart, but not all of them.")
    left = tuple(place for place in held if place not in taken)
    made = _decision(record, "split", signed, basis=taken)
    return replace(made, beside=left) if kind_of(record) == "event" else made


def took_for_one(events: Sequence[Event], accounts: Sequence[str], signed: Signed) -> Decision:
    """Return the view that some accounts tell of one event; `events` are those that tell of them now.

    UsageError for less than two accounts.
    """
    if len(set(accounts)) < 2:
        raise UsageError("Name two or more accounts that tell of one event.")
    first, *others = (_of(events, account) for account in dict.fromkeys(accounts))
    ids = tuple(dict.fromkeys(event.id for event in others if event.id != first.id))
    basis = tuple(account_place(account) for account in dict.fromkeys(accounts))
    return _decision(first, "merge", signed, basis=basis, to=ids)


def set_apart(events: Sequence[Event], accounts: Sequence[str], signed: Signed) -> Decision:
    """Return the view that some accounts tell of another event than the others of theirs.

    UsageError if they are of several events already, or are all accounts of theirs.
    """
    told = {_of(events, account).id for account in accounts}
    if len(told) != 1:
        raise UsageError(
            f"These accounts belong to {len(told)} events. Name accounts of one event."
        )
    places = [account_place(account) for account in dict.fromkeys(accounts)]
    return split(_of(events, accounts[0]), places, signed)


def _of(events: Sequence[Event], account: str) -> Event:
    return next(event for event in events if account in event.accounts)


def undo(decision: Decision, signed: Signed) -> Decision:
    """Return the taking back of one's own decision; UsageError if it is somebody else's."""
    if decision.who != signed.who:
        raise UsageError(f"{decision.who} decided this. Record your own view instead.")
    return Decision(
        id=new_id("d", decision.id, "undo", signed.who, signed.when),
        target=decision.id,
        view="undo",
        who=signed.who,
        when=signed.when,
        note=signed.note,
        kind="decision",
        said=decision.view,
        basis=decision.basis,
    )


def _joinable(record: Record) -> Record:
    if kind_of(record) not in JOINED:
        raise UsageError(f"Only {', '.join(JOINED)} records can be merged or split.")
    return record


def _decision(
    record: Record,
    view: DecisionView,
    signed: Signed,
    *,
    basis: tuple[Span, ...],
    to: tuple[str, ...] = (),
) -> Decision:
    if not signed.who.strip():
        raise UsageError("A decision needs the name of the person who takes it.")
    target = identity(record)
    key = [(place.account, place.start, place.end) for place in basis]
    return Decision(
        id=new_id("d", target, view, signed.who, signed.when, signed.note, *to, *key),
        target=target,
        view=view,
        who=signed.who,
        when=signed.when,
        note=signed.note,
        kind=kind_of(record),
        said=said(record),
        basis=basis,
        to=to,
    )

"""Fitting: which record of this run a decision of an earlier run is about.

Enters: records and decisions. Leaves: the records each decision fits, or none: then it is an orphan.
A decision fits a record of its kind that rests on the same words and of which the machine says the
same. Nothing is moved to other words. Where several rest on just those words and say the same, it
is about all of them; where several could be meant otherwise, it is about none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from variorum.records import Decision, Record, Span
from variorum.review.describing import evidence, grows, identity, kind_of, said

Held = Mapping[tuple[str, Span], tuple[Record, ...]]


class Fit(Struct, frozen=True):
    """The record that a decision is about, and for a merge those that it joins to it.

    `alike` are records that rest on the same words as `target` and say the same.
    """

    target: Record
    others: tuple[Record, ...] = ()
    alike: tuple[Record, ...] = ()


def records_at(records: Iterable[Record]) -> Held:
    """Return the records that rest on each place, by the kind of record and the place."""
    found: dict[tuple[str, Span], tuple[Record, ...]] = {}
    for record in records:
        for place in evidence(record):
            key = (kind_of(record), place)
            found[key] = (*found.get(key, ()), record)
    return found


def fit(decision: Decision, holders: Held) -> Fit | None:
    """Return what a decision fits, or ``None``."""
    if decision.view == "merge":
        return _merged(decision, holders)
    if not decision.basis:
        return None
    near = holders.get((decision.kind, decision.basis[0]), ())
    fitting = [record for record in near if _rests(decision, record)]
    same = [record for record in fitting if identity(record) == decision.target]
    exact = [record for record in fitting if set(evidence(record)) == set(decision.basis)]
    chosen = same or exact or fitting
    if not chosen or (len(chosen) > 1 and chosen is not exact):
        return None
    alike = exact if chosen[0] in exact and decision.view != "split" else []
    return Fit(chosen[0], alike=tuple(record for record in alike if record is not chosen[0]))


def _rests(decision: Decision, record: Record) -> bool:
    """Tell whether a record rests on a decision's words, and the machine still says the same."""
    places, words = set(decision.basis), set(evidence(record))
    if decision.view == "split":
        return places <= words
    return said(record) == decision.said and (places <= words if grows(record) else places == words)


def _merged(decision: Decision, holders: Held) -> Fit | None:
    """Each place of a merge must be held by just one record; one that holds all needs no merge."""
    found = []
    for place in decision.basis:
        records = holders.get((decision.kind, place), ())
        if len(records) != 1:
            return None
        found.append(records[0])
    first, *others = found
    ids = dict.fromkeys(id(record) for record in others if record is not first)
    return Fit(first, tuple(next(r for r in others if id(r) == key) for key in ids))

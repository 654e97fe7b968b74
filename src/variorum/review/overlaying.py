"""Overlay: the records as people joined and parted them, for showing; the ledger keeps the machine's.

Enters: records and the merges and splits that fit them. Leaves: records, with the ids that pointed to
a merged one pointing to the one that stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from msgspec.structs import replace

from variorum.records import (
    Alignment,
    Decision,
    Entity,
    Event,
    Figure,
    Quotation,
    Reading,
    Record,
    Span,
    Verdict,
    new_id,
)
from variorum.review.describing import evidence, identity
from variorum.review.fitting import Fit
from variorum.review.standing import Standings

Records = dict[tuple[type[Record], str], Record]


def overlay(records: Iterable[Record], given: Standings) -> list[Record]:
    """Return `records` with all merges, then all splits, of `given` applied, in order of time."""
    kept: Records = {(type(record), identity(record)): record for record in records}
    stays: dict[str, str] = {}
    for decision, fit in given.joins:
        if decision.view == "merge":
            _merge(kept, decision, fit, stays)
    kept = {key: _pointed(record, stays) for key, record in kept.items()}
    for decision, fit in given.joins:
        if decision.view == "split":
            _split(kept, decision, stays.get(identity(fit.target), identity(fit.target)))
    return list(kept.values())


def _merge(kept: Records, decision: Decision, fit: Fit, stays: dict[str, str]) -> None:
    kind = type(fit.target)
    first = _last(identity(fit.target), stays)
    for other in fit.others:
        gone = _last(identity(other), stays)
        if gone == first:
            continue
        both = (kept[kind, first], kept.pop((kind, gone)))
        because = f"{decision.who} merged them."
        kept[kind, first] = _merged_record(*both, because)
        stays.update({key: first for key, to in stays.items() if to == gone}, **{gone: first})


def _last(identity: str, stays: dict[str, str]) -> str:
    return stays.get(identity, identity)


def _merged_record(one: Record, other: Record, because: str) -> Record:
    said = f"{getattr(one, 'because', '')} {because}".strip()
    if isinstance(one, Entity) and isinstance(other, Entity):
        return replace(
            one,
            mentions=tuple(sorted({*one.mentions, *other.mentions})),
            roles=tuple(dict.fromkeys((*one.roles, *other.roles))),
            names=tuple(dict.fromkeys((*one.names, *other.names))),
            because=said,
        )
    if isinstance(one, Event) and isinstance(other, Event):
        days = [day for event in (one, other) for day in (event.earliest, event.latest) if day]
        return replace(
            one,
            accounts=tuple(sorted({*one.accounts, *other.accounts})),
            places=tuple(sorted({*one.places, *other.places})),
            earliest=min(days, default=None),
            latest=max(days, default=None),
            because=said,
        )
    return _joined_alignments(cast(Alignment, one), cast(Alignment, other), said)


def _joined_alignments(one: Alignment, other: Alignment, because: str) -> Alignment:
    readings: dict[str, Reading] = {}
    for reading in (*one.readings, *other.readings):
        had = readings.get(reading.account, Reading(account=reading.account))
        readings[reading.account] = Reading(
            account=reading.account,
            statements=tuple(dict.fromkeys((*had.statements, *reading.statements))),
            places=tuple(dict.fromkeys((*had.places, *reading.places))),
        )
    return _with_readings(one, tuple(readings[key] for key in sorted(readings)), other, because)


def _with_readings(
    one: Alignment, readings: tuple[Reading, ...], other: Alignment, because: str
) -> Alignment:
    """Return `one` with other readings; a reading of no known origin adds none to their count."""
    origins = {**other.origin_of, **one.origin_of}
    told = [reading.account for reading in readings if reading.statements]
    origin_of = {account: origins[account] for account in told if account in origins}
    return replace(
        one,
        readings=readings,
        origin_of=origin_of,
        origins=len(set(origin_of.values())),
        because=because,
    )


def _pointed(record: Record, stays: dict[str, str]) -> Record:
    """Let a record point to what stays of merged records."""
    if isinstance(record, Quotation) and record.speaker.entity in stays:
        speaker = replace(record.speaker, entity=stays[record.speaker.entity])
        return replace(record, speaker=speaker)
    if isinstance(record, Figure) and record.asserted_by in stays:
        return replace(record, asserted_by=stays[record.asserted_by])
    if isinstance(record, Alignment) and record.event in stays:
        return replace(record, event=stays[record.event])
    if isinstance(record, Verdict) and record.alignment in stays:
        return replace(record, alignment=stays[record.alignment])
    return record


def _split(kept: Records, decision: Decision, target: str) -> None:
    """Set a decision's places apart from the record that holds them, unless they stand apart now."""
    taken = set(decision.basis)
    held = kept.get((Event, target))
    if decision.beside and held and taken.issuperset(evidence(held)):
        return
    apart = new_id("x", decision.id)
    because = f"{decision.who} set it apart."
    for kind, part in ((Entity, _part_entity), (Event, _part_event), (Alignment, _part_alignment)):
        record = kept.get((kind, target))
        if record is not None:
            kept[kind, target], kept[kind, apart] = part(record, taken, apart, because)
            _follow(kept, kind, (target, apart), taken)


def _part_entity(record: Record, taken: set[Span], apart: str, because: str) -> list[Record]:
    entity = cast(Entity, record)
    off = tuple(place for place in entity.mentions if place in taken)
    name = max((place.text for place in off), key=len)
    return [
        replace(entity, mentions=tuple(p for p in entity.mentions if p not in taken)),
        Entity(id=apart, name=name, kind=entity.kind, mentions=off, because=because),
    ]


def _part_event(record: Record, taken: set[Span], apart: str, because: str) -> list[Record]:
    event = cast(Event, record)
    off = {place.account for place in taken}
    return [
        replace(
            event,
            accounts=tuple(a for a in event.accounts if a not in off),
            places=tuple(p for p in event.places if p.account not in off),
        ),
        replace(
            event,
            id=apart,
            accounts=tuple(sorted(off)),
            places=tuple(p for p in event.places if p.account in off),
            because=because,
        ),
    ]


def _part_alignment(record: Record, taken: set[Span], apart: str, because: str) -> list[Record]:
    """Part readings by account: one that has a place taken goes with it."""
    alignment = cast(Alignment, record)
    off = {place.account for place in taken}
    stay = tuple(r for r in alignment.readings if r.account not in off)
    go = tuple(r for r in alignment.readings if r.account in off)
    left = _with_readings(alignment, stay, alignment, alignment.because)
    return [left, _with_readings(replace(alignment, id=apart), go, alignment, because)]


def _follow(kept: Records, kind: type[Record], ids: tuple[str, str], taken: set[Span]) -> None:
    """Let what hangs on a parted record go with its part; verdicts across the parting are left out."""
    target, apart = ids
    off = {place.account for place in taken}
    for key, record in list(kept.items()):
        if isinstance(record, Quotation) and record.speaker.entity == target:
            if record.speaker.place in taken:
                speaker = replace(record.speaker, entity=apart)
                kept[key] = replace(record, speaker=speaker)
        elif isinstance(record, Alignment) and kind is Event and record.event == target:
            stay = tuple(r for r in record.readings if r.account not in off)
            kept[key] = _with_readings(record, stay, record, record.because)
        elif isinstance(record, Verdict):
            alignment = kept.get((Alignment, record.alignment))
            if isinstance(alignment, Alignment) and target in {record.alignment, alignment.event}:
                _follow_verdict(kept, record, off, apart if kind is Alignment else None)


def _follow_verdict(kept: Records, verdict: Verdict, off: set[str], apart: str | None) -> None:
    sides = [place.account in off for place in (verdict.left, verdict.right) if place]
    if not any(sides):
        return
    if all(sides) and apart:
        kept[Verdict, verdict.id] = replace(verdict, alignment=apart)
    else:
        del kept[Verdict, verdict.id]

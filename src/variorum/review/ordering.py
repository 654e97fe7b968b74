"""Queue: what is worth a person's decision, in the order of how much deciding would settle.

Enters: records, among them findings in the order in which they are told. Leaves: `QueueItem`s: the findings in that
order, then the other records, those first on which the most telling findings rest and of which the machine is least sure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from msgspec import Struct

from variorum.folding import fold
from variorum.records import (
    Alignment,
    Borrowing,
    Check,
    Entity,
    Event,
    Finding,
    Quotation,
    Record,
    Span,
    Verdict,
)
from variorum.review.describing import evidence, identity, kind_of, said

WORTH_DECIDING: dict[type[Record], tuple[str, ...]] = {
    Verdict: (
        *("contradicted", "figure differs", "time differs", "sense differs", "update"),
        *("scope differs", "attribution differs", "unclear"),
    ),
    Check: ("differs", "not found", "translation variant"),
    Borrowing: ("copies", "translates", "same speech", "common origin"),
}
"""What the machine must say of a record for people to be asked about it."""
LEAST_DOUBT = 0.1
DOUBT_OF_UNMEASURED = 0.8
A_LINE = 2.0
"""What one line of the ledger that hangs on a merge weighs beside a finding (weights up to 100)."""


class QueueItem(Struct, frozen=True):
    """One record to decide on; `stake` grows with what a decision would settle.

    It is the weight of the findings that rest on the record, times how unsure the machine is of it,
    from `LEAST_DOUBT` to 1. `findings` are the ids of those findings; `number` is a finding's own.
    """

    id: str
    kind: str
    said: str
    because: str
    places: tuple[Span, ...]
    stake: float
    findings: tuple[str, ...] = ()
    number: int | None = None


def queue(records: Iterable[Record]) -> tuple[QueueItem, ...]:
    """Return the items of a ledger's records: its findings as they are given, then what settles most first.

    Items that settle as much stay in the order of their records.
    """
    given = list(records)
    findings = [record for record in given if isinstance(record, Finding)]
    resting = _resting(given, findings)
    speaking = _speaking(given)
    items = [
        _item(record, resting.get(identity(record), ()), speaking)
        for record in given
        if _is_asked(record)
    ]
    told = [_finding_item(number, finding) for number, finding in enumerate(findings, start=1)]
    return (*told, *sorted(items, key=lambda item: -item.stake))


def _is_asked(record: Record) -> bool:
    if isinstance(record, Entity):
        return len(record.names) > 1
    if isinstance(record, Event):
        return len(record.accounts) > 1
    return said(record) in WORTH_DECIDING.get(type(record), ())


def _resting(
    records: Iterable[Record], findings: Iterable[Finding]
) -> Mapping[str, tuple[Finding, ...]]:
    """Return the findings that rest on each record.

    A finding about an alignment rests on those of its verdicts that have the finding's kind; one
    about several alignments on none of them alone, but on the verdicts that it names.
    """
    alignments = {record.id for record in records if isinstance(record, Alignment)}
    found: dict[str, tuple[Finding, ...]] = {}
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        of_alignments = [key for key in finding.about if key in alignments]
        for key in finding.about:
            if key not in alignments or len(of_alignments) == 1:
                about.setdefault(key, []).append(finding)
    for record in records:
        own = list(about.get(identity(record), ()))
        if isinstance(record, Verdict):
            of_its_place = about.get(record.alignment, ())
            own += [f for f in of_its_place if f.kind == record.kind and f not in own]
        if own:
            found[identity(record)] = tuple(own)
    return found


def _speaking(records: Iterable[Record]) -> Mapping[str, int]:
    """Return how many quotations hang on each entity, and alignments on each event."""
    counted: dict[str, int] = {}
    for record in records:
        if isinstance(record, Quotation) and record.speaker.entity:
            counted[record.speaker.entity] = counted.get(record.speaker.entity, 0) + 1
        if isinstance(record, Alignment):
            counted[record.event] = counted.get(record.event, 0) + 1
    return counted


def _item(record: Record, findings: tuple[Finding, ...], hanging: Mapping[str, int]) -> QueueItem:
    weight = sum(finding.weight for finding in findings)
    weight += A_LINE * (1 + hanging.get(identity(record), 0))
    return QueueItem(
        id=identity(record),
        kind=kind_of(record),
        said=said(record),
        because=str(getattr(record, "because", "")),
        places=evidence(record),
        stake=round(weight * _doubt(record), 3),
        findings=tuple(finding.id for finding in findings),
    )


def _finding_item(number: int, finding: Finding) -> QueueItem:
    return QueueItem(
        id=finding.id,
        kind=kind_of(finding),
        said=said(finding),
        because=finding.because if finding.question else "",
        places=evidence(finding),
        stake=finding.weight,
        number=number,
    )


def _doubt(record: Record) -> float:
    """Return how unsure the machine is: 1 where its rule is right half of the time."""
    if isinstance(record, Entity):
        return 1.0 if len(set(_forms(record))) > 1 else LEAST_DOUBT
    confidence = cast("float | None", getattr(record, "confidence", None))
    if confidence is None:
        return DOUBT_OF_UNMEASURED
    return max(LEAST_DOUBT, 1 - abs(2 * confidence - 1))


def _forms(entity: Entity) -> Iterator[str]:
    """Yield the longest form of an entity's name in each account: alike, they need no one's eye."""
    longest: dict[str, str] = {}
    for mention in entity.mentions:
        if len(mention.text) > len(longest.get(mention.account, "")):
            longest[mention.account] = mention.text
    yield from (fold(form).casefold() for form in longest.values())

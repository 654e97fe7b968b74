"""Why: what a record rests on, so that nobody has to take it on trust.

Enters: a `Ledger` and the id of a record, or a finding's number. Leaves: a `Why`: what it says, by
which rule and on what ground, with the numbers and the words it rests on, and the records to ask
next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct

from variorum.errors import UsageError
from variorum.read.naming import account_labels
from variorum.records import (
    Account,
    Alignment,
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
from variorum.report.standing import told
from variorum.seams import Ledger


class Why(Struct, frozen=True, kw_only=True):
    """The answer for one record.

    `says` is what the record claims, `because` the ground in a sentence, `rule` the row of a table
    that decided. `scores` are the numbers behind it. `evidence` are the words it rests on, each
    with its part ("left", "mark"); `ask` are the ids of records that explain it further.
    """

    id: str
    kind: str
    says: str
    because: str = ""
    rule: str | None = None
    scores: dict[str, float] = {}
    evidence: tuple[tuple[str, Span], ...] = ()
    ask: tuple[str, ...] = ()


def why(ledger: Ledger, wanted: str) -> Why:
    """Return why a record is as it is; `wanted` is its id, or the number `show` gives a finding.

    An id may be copied with the comma or full stop behind it. UsageError where the ledger has no such record.
    """
    wanted = wanted.strip(" ,;.\n")
    if wanted.isdecimal():
        return _finding(ledger, _numbered(ledger, int(wanted)))
    for kind, answer in REASON_OF.items():
        found = next((r for r in ledger.read(kind) if getattr(r, "id", None) == wanted), None)
        if found is not None:
            return answer(ledger, found)
    raise UsageError(
        f"The ledger has no record {wanted}. Give a finding's number, as 'variorum show' prints it, or an "
        "id from 'variorum show --json', the page or an exported file."
    )


def _numbered(ledger: Ledger, number: int) -> Finding:
    found = told(ledger)
    if not 1 <= number <= len(found):
        raise UsageError(
            f"There is no finding {number}: the ledger has {len(found)}. List them with 'variorum show --all'."
        )
    return found[number - 1]


# --- what each kind of record rests on -------------------------------------------------------


def _finding(_: Ledger, it: Finding) -> Why:
    return Why(
        id=it.id,
        kind=it.kind,
        says=it.text,
        because=it.because,
        scores={"weight": it.weight},
        evidence=_all("place", it.places),
        ask=it.about,
    )


def _verdict(_: Ledger, it: Verdict) -> Why:
    sides = (("left", it.left), ("right", it.right))
    return Why(
        id=it.id,
        kind="verdict",
        says=it.kind,
        because=it.because,
        rule=it.rule,
        scores={} if it.confidence is None else {"precision of the rule": it.confidence},
        evidence=(*((part, place) for part, place in sides if place), *_all("mark", it.marks)),
        ask=(it.alignment,),
    )


def _alignment(ledger: Ledger, it: Alignment) -> Why:
    verdicts = (v.id for v in ledger.read(Verdict) if v.alignment == it.id)
    heard = [reading for reading in it.readings if reading.places]
    return Why(
        id=it.id,
        kind="alignment",
        says=f"{it.about}: {it.verdict}",
        because=it.because,
        scores={"accounts": len(heard), "origins": it.origins},
        evidence=tuple(("reading", place) for reading in heard for place in reading.places),
        ask=(it.event, *sorted(verdicts)),
    )


def _check(_: Ledger, it: Check) -> Why:
    record = (("record", it.match),) if it.match else ()
    return Why(
        id=it.id,
        kind="check",
        says=it.kind,
        because=it.because,
        evidence=(("quotation", it.place), *record),
        ask=(it.quotation,),
    )


def _borrowing(ledger: Ledger, it: Borrowing) -> Why:
    called = account_labels(ledger.read(Account))
    return Why(
        id=it.id,
        kind="borrowing",
        says=f"{called.get(it.to, it.to)} {it.kind} {called.get(it.from_, it.from_)}",
        because=it.because,
        scores={} if it.share is None else {"share": it.share},
        evidence=_all("evidence", it.evidence),
    )


def _entity(_: Ledger, it: Entity) -> Why:
    return Why(
        id=it.id,
        kind=it.kind,
        says=it.name,
        because=it.because,
        evidence=_all("mention", it.mentions),
    )


def _event(_: Ledger, it: Event) -> Why:
    return Why(
        id=it.id,
        kind="event",
        says=it.label,
        because=it.because,
        scores={"accounts": len(it.accounts)},
        evidence=_all("heading", it.places),
    )


def _quotation(_: Ledger, it: Quotation) -> Why:
    named = [("speaker", it.speaker.place), ("cue", it.cue)]
    carried = [("via", carrier.place) for carrier in it.via]
    return Why(
        id=it.id,
        kind="quotation",
        says=f"{it.manner} words of {it.speaker.name or 'somebody who is not named'}",
        because=" → ".join(it.speaker.path),
        scores={} if it.confidence is None else {"right of those alike": it.confidence},
        evidence=(
            *_all("content", it.contents),
            *((part, place) for part, place in (*named, *carried) if place),
        ),
        ask=(it.speaker.entity,) if it.speaker.entity else (),
    )


def _figure(_: Ledger, it: Figure) -> Why:
    span = it.low if it.low == it.high else f"{it.low or '…'} to {it.high or '…'}"
    return Why(
        id=it.id,
        kind="figure",
        says=" ".join(part for part in (span, it.unit) if part),
        because=f"It counts: {it.counted}." if it.counted else "",
        evidence=(("figure", it.place),),
        ask=tuple(found for found in (it.quotation, it.asserted_by) if found),
    )


def _moment(_: Ledger, it: Moment) -> Why:
    days = it.earliest if it.earliest == it.latest else f"{it.earliest} to {it.latest}"
    return Why(
        id=it.id,
        kind="moment",
        says=days or it.value or "not dated",
        because=f"It is dated by: {it.anchor}." if it.anchor else "",
        evidence=(("moment", it.place),),
    )


def _all(part: str, places: Iterable[Span]) -> tuple[tuple[str, Span], ...]:
    return tuple((part, place) for place in places)


REASON_OF: dict[type[Record], Callable[[Ledger, Any], Why]] = {
    Finding: _finding,
    Verdict: _verdict,
    Alignment: _alignment,
    Check: _check,
    Borrowing: _borrowing,
    Entity: _entity,
    Event: _event,
    Quotation: _quotation,
    Figure: _figure,
    Moment: _moment,
}

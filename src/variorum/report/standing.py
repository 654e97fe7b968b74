"""Standing: what people decided, beside the findings it is about.

Enters: `Material`, findings, decisions. Leaves: `Standings` of all records, and words for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from variorum.records import Decision, Finding, Record
from variorum.report.material import Material
from variorum.report.spelled import Spelled
from variorum.review import Standings, standings


def standing(known: Material, found: Sequence[Finding], decisions: Iterable[Decision]) -> Standings:
    """Return what people decided on everything that a report can show."""
    return standings(_everything(known, found), decisions)


def _everything(known: Material, found: Sequence[Finding]) -> Iterator[Record]:
    yield from found
    for held in structs.astuple(known):
        if isinstance(held, dict):
            yield from (record for record in held.values() if isinstance(record, Record))


def decided(views: Standings, one: Spelled) -> str | None:
    """Return what people say of a finding and of what it tells of: "confirm (Ada, Ben)"."""
    said = []
    for key in (one.finding.id, *one.finding.about):
        standing = views.of(key)
        if standing and standing.view:
            who = ", ".join(dict.fromkeys(decision.who for decision in standing.decisions))
            said.append(f"{standing.view} ({who})")
    return "\n".join(dict.fromkeys(said)) or None

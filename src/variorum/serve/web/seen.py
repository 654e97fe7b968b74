"""Seen: a ledger as the screen shows it, read at one moment.

Enters: a `Ledger` that does not change meanwhile. Leaves: `Seen`, from which every view is made.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from variorum.errors import LedgerError
from variorum.find.matter.material import Material, material
from variorum.find.ranking import ranked
from variorum.records import Decision, Figure, Finding, Record
from variorum.review import (
    Progress,
    QueueItem,
    Standing,
    Standings,
    decisions_in_force,
    identity,
    queue,
    standings,
)
from variorum.seams import Ledger


class FoundRecords(Struct, frozen=True):
    """What the machine found: `records` are those that people can decide on, by id.

    `items` are those they are asked about, in order, and `place_of` tells where an id stands there.
    `figures` are figures by account.
    """

    known: Material
    records: dict[str, Record]
    items: tuple[QueueItem, ...]
    place_of: dict[str, int]
    figures: dict[str, tuple[Figure, ...]]
    findings: dict[str, Finding]


class Seen(Struct, frozen=True):
    """What was found with what people decided, at one revision of the ledger.

    `live` are the decisions that were not taken back, in order of time.
    """

    revision: int
    found: FoundRecords
    decisions: tuple[Decision, ...]
    live: tuple[Decision, ...]
    given: Standings

    def record(self, identity: str) -> Record:
        """Return a record that can be decided on; LedgerError if there is none any more."""
        try:
            return self.found.records[identity]
        except KeyError:
            raise LedgerError(
                "This is no longer in the ledger: the accounts were collated again. "
                "Nothing was saved. Continue with the queue."
            ) from None

    def item(self, identity: str) -> QueueItem | None:
        """Return the queue's item of a record, ``None`` if people are not asked about it."""
        place = self.found.place_of.get(identity)
        return None if place is None else self.found.items[place]

    def target_of(self, decision: Decision) -> str:
        """Return the id that what a decision is about has in this run."""
        return self.given.about.get(decision.id, decision.target)

    def progress(self) -> Progress:
        """Return how far the queue is decided."""
        return self.given.progress(item.id for item in self.found.items)

    def findings_progress(self) -> Progress:
        """Return how far the findings are decided."""
        return self.given.progress(self.found.findings)

    def last_of(self, who: str) -> Decision | None:
        """Return the latest decision of a person that was not taken back."""
        return next((d for d in reversed(self.live) if d.who == who), None)


def own(standing: Standing | None, who: str) -> Decision | None:
    """Return a person's own view of a record."""
    given = standing.decisions if standing else ()
    return next((decision for decision in given if decision.who == who), None)


def look(ledger: Ledger) -> Seen:
    """Read all of a ledger."""
    return seen(found(ledger), tuple(ledger.read(Decision)), ledger.revision())


def seen(given: FoundRecords, decisions: tuple[Decision, ...], revision: int) -> Seen:
    """Return what `decisions` make of what was found."""
    return Seen(
        revision=revision,
        found=given,
        decisions=decisions,
        live=tuple(decisions_in_force(decisions)),
        given=standings(given.records.values(), decisions, given.known.anchors),
    )


def found(ledger: Ledger) -> FoundRecords:
    """Read what the machine found."""
    known = material(ledger)
    findings = {finding.id: finding for finding in ranked(ledger)}
    records = {identity(record): record for record in (*findings.values(), *_decidable(known))}
    items = queue([*records.values(), *known.quotations.values()])
    figures: dict[str, list[Figure]] = {}
    for figure in known.figures.values():
        figures.setdefault(figure.place.account, []).append(figure)
    return FoundRecords(
        known=known,
        records=records,
        items=items,
        place_of={item.id: place for place, item in enumerate(items)},
        figures={account: tuple(held) for account, held in figures.items()},
        findings=findings,
    )


def _decidable(known: Material) -> Iterator[Record]:
    yield from known.verdicts.values()
    yield from known.checks.values()
    yield from known.borrowings.values()
    yield from known.entities.values()
    yield from known.events.values()
    yield from known.alignments.values()

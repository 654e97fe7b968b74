"""Spelled: a finding with the words it rests on, for files and notebooks.

Enters: `Material` and `Finding`s. Leaves: `Spelled` findings: their readings with who says them, the
words that differ marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from variorum.find.matter.material import Material
from variorum.records import Alignment, Finding, Span
from variorum.report import marking
from variorum.report.quoting import Quoting
from variorum.report.runs import MarkedRun, within


class SpelledReading(Struct, frozen=True):
    """One reading: its place, the account's label, the speaker, and runs with what differs marked."""

    place: Span
    label: str
    speaker: str | None
    runs: tuple[MarkedRun, ...]


class Spelled(Struct, frozen=True):
    """A finding, its number in the ledger (from 1), and its readings."""

    number: int
    finding: Finding
    words: tuple[SpelledReading, ...]


def spelled(known: Material, found: Sequence[Finding]) -> Iterator[Spelled]:
    """Yield findings with their readings, each widened to the passage that was compared."""
    quoting = Quoting(known, ())
    for number, finding in enumerate(found, start=1):
        inner = list(carrying(known, finding))
        places = dict.fromkeys(quoting.widened(place) for place in finding.places)
        yield Spelled(
            number, finding, tuple(spelled_words(known, place, inner) for place in places)
        )


def readings(known: Material, alignment: Alignment) -> tuple[SpelledReading, ...]:
    """Return the readings of an alignment that are not silent, what differs marked."""
    inner = marking.of_row(known, known.verdicts_of.get(alignment.id, ()))
    places = [place for reading in alignment.readings for place in reading.places]
    return tuple(spelled_words(known, place, inner) for place in places)


def spelled_words(known: Material, place: Span, inner: Sequence[Span]) -> SpelledReading:
    """Return a place's words, those of the `inner` places marked."""
    speaker = known.whose(next(iter(known.quotations_at(place)), None))
    return SpelledReading(place, known.label(place.account), speaker, tuple(within(place, inner)))


def carrying(known: Material, finding: Finding) -> Iterator[Span]:
    """Yield the words that carry a finding: marks of its verdicts, changes of its checks."""
    for key in finding.about:
        if key in known.checks:
            yield from marking.of_check(known, known.checks[key])
        if key in known.verdicts:
            yield from marking.of_verdict(known, known.verdicts[key])
        for verdict in known.verdicts_of.get(key, ()):
            yield from verdict.marks

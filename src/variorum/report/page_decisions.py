"""Page decisions: what people said of a record, in a line each.

Enters: `Material`, findings, decisions. Leaves: `Spoken` lines by record: "confirmed by Ana".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from msgspec import Struct

from variorum.records import Decision, Finding, Record
from variorum.report.material import Material
from variorum.review import Standing, Standings, standings

PAST = {
    "confirm": "confirmed",
    "reject": "rejected",
    "unsure": "unsure",
    "retype": "seen as another kind",
    "note": "noted",
}
DAY = len("2031-05-01")


class Spoken(Struct, frozen=True):
    """One person's view: what it is, who has it, on which day, the note; `to` is the kind it names."""

    view: str
    who: str
    day: str
    note: str
    to: str


class Views(Struct, frozen=True):
    """What people say of one record; `disputed` where they do not say the same."""

    disputed: bool
    lines: tuple[Spoken, ...]


def standing(known: Material, found: Sequence[Finding], decisions: Sequence[Decision]) -> Standings:
    """Return what people decided on everything that the page shows."""
    kinds: tuple[dict[str, Record], ...] = (
        *(known.entities, known.events, known.alignments, known.verdicts),  # type: ignore[assignment]
        *(known.checks, known.borrowings, known.quotations, known.figures, known.moments),
    )
    records = chain(found, chain.from_iterable(kind.values() for kind in kinds))
    return standings(records if decisions else (), decisions)


def views(said: Standings, records: Iterable[str]) -> Views | None:
    """Return what people say of the first of `records` that anybody spoke of."""
    found = next((one for one in map(said.of, dict.fromkeys(records)) if one), None)
    return _views(found) if found else None


def _views(one: Standing) -> Views:
    lines = tuple(_spoken(decision) for decision in (*one.decisions, *one.notes))
    return Views(one.view == "disputed", lines)


def _spoken(decision: Decision) -> Spoken:
    return Spoken(
        view=PAST.get(decision.view, decision.view),
        who=decision.who,
        day=decision.when[:DAY],
        note=decision.note,
        to=", ".join(decision.to),
    )

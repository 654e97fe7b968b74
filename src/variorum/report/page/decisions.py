"""Page decisions: what people said of a record, in a line each.

Enters: `Standings`, the ids of records. Leaves: `Spoken` lines by record: "confirmed by Ana".
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from variorum.records import Decision
from variorum.review import Standing, Standings

PAST = {
    "confirm": "confirmed",
    "reject": "rejected",
    "unsure": "unsure",
    "retype": "seen as another kind",
    "note": "noted",
}
DAY = 10
"""Characters of an ISO date."""


class Spoken(Struct, frozen=True):
    """One person's view: what it is, who has it, on which day, the note; `to` is the kind it names."""

    view: str
    who: str
    day: str
    note: str
    to: str


class DecisionViews(Struct, frozen=True):
    """What people say of one record; `disputed` where they do not say the same."""

    disputed: bool
    lines: tuple[Spoken, ...]


def decision_views(said: Standings, records: Iterable[str]) -> DecisionViews | None:
    """Return what people say of the first of `records` that anybody spoke of."""
    found = next((one for one in map(said.of, dict.fromkeys(records)) if one), None)
    return _views(found) if found else None


def _views(one: Standing) -> DecisionViews:
    lines = tuple(_spoken_view(decision) for decision in (*one.decisions, *one.notes))
    return DecisionViews(one.view == "disputed", lines)


def _spoken_view(decision: Decision) -> Spoken:
    return Spoken(
        view=PAST.get(decision.view, decision.view),
        who=decision.who,
        day=decision.when[:DAY],
        note=decision.note,
        to=", ".join(decision.to),
    )

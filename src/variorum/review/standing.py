"""Standing: what all decisions together say of each record.

Enters: records and the log of decisions. Leaves: `Standings`. Decisions are only ever added: a later
view of the same person takes the place of the earlier, an "undo" takes one's own decision back, and
people who differ leave a record disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from variorum.records import Decision, Record
from variorum.review.anchoring import Anchors
from variorum.review.describing import identity
from variorum.review.fitting import Fit, fit, records_at

View = Literal["confirm", "reject", "unsure", "retype", "disputed"]
OPINIONS = ("confirm", "reject", "unsure", "retype")
JOINING = {"merge", "split"}
SETTLED = ("confirm", "reject", "retype")


class Standing(Struct, frozen=True):
    """What people say of one record.

    `decisions` holds the view of each person that counts now, in order of time; `notes` all notes
    that were not taken back. `view` is ``None`` where there are notes only. `to` is the kind that
    all retype it to.
    """

    target: str
    view: View | None
    decisions: tuple[Decision, ...] = ()
    notes: tuple[Decision, ...] = ()
    to: str | None = None

    @property
    def settled(self) -> bool:
        """Whether everybody who took a view took the same, and nobody is unsure."""
        return self.view in SETTLED


class Progress(Struct, frozen=True):
    """How far a review is: numbers of records settled, disputed, and to be decided in all."""

    settled: int
    disputed: int
    total: int


class Standings(Struct, frozen=True):
    """The standing of each record that anybody decided on, by its id.

    `orphans` fit no record of this run; `joins` are merges and splits that do, in order of time.
    `about` is the id of the record of this run that each of the other decisions is about. Their
    places are those where the words stand now.
    """

    of_record: dict[str, Standing]
    orphans: tuple[Decision, ...]
    joins: tuple[tuple[Decision, Fit], ...]
    about: dict[str, str] = {}

    def of(self, record: str) -> Standing | None:
        """Return the standing of a record, ``None`` if nobody decided on it."""
        return self.of_record.get(record)

    def progress(self, records: Iterable[str]) -> Progress:
        """Count how many of the records with these ids are settled or disputed."""
        views = [self.of_record.get(record) for record in records]
        return Progress(
            settled=sum(view is not None and view.settled for view in views),
            disputed=sum(view is not None and view.view == "disputed" for view in views),
            total=len(views),
        )


def decisions_in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions without those taken back or overruled, and without undoings, in order of time.

    An undoing counts only if it is of the same person as what it undoes; it can itself be undone. So
    does a later merge or split of events by which the same person says otherwise of the same accounts.
    """
    ordered = sorted(decisions, key=lambda decision: (decision.when, decision.id))
    author = {decision.id: decision.who for decision in ordered}
    dead: set[str] = set()
    for decision in reversed(ordered):
        mine = author.get(decision.target) == decision.who
        if decision.view == "undo" and mine and decision.id not in dead:
            dead.add(decision.target)
    left = [d for d in ordered if d.view != "undo" and d.id not in dead]
    return [d for at, d in enumerate(left) if not _is_overruled(d, left[at + 1 :])]


def _is_overruled(decision: Decision, later: Sequence[Decision]) -> bool:
    """Tell whether the same person said otherwise of the same accounts of events later."""
    if decision.kind != "event" or decision.view not in JOINING:
        return False
    return any(
        one.who == decision.who and one.kind == "event" and _differ(decision, one) for one in later
    )


def _differ(one: Decision, other: Decision) -> bool:
    """Tell whether one decision takes accounts for one event that the other sets apart."""
    if {one.view, other.view} != JOINING:
        return False
    merged, parted = (one, other) if one.view == "merge" else (other, one)
    together = {place.account for place in merged.basis}
    sides = (parted.basis, parted.beside)
    return all(not together.isdisjoint(place.account for place in side) for side in sides)


def standings(
    records: Iterable[Record], decisions: Iterable[Decision], anchors: Anchors | None = None
) -> Standings:
    """Return what `decisions` say of `records`; `anchors` find their words in edited accounts."""
    given = decisions_in_force(decisions)
    holders = records_at(records if given else ())
    opinions: dict[str, list[Decision]] = {}
    orphans, joins, about = [], [], {}
    for decision in given:
        moved = anchors.moved(decision) if anchors else decision
        found = fit(moved, holders) if moved else None
        if moved is None or found is None:
            orphans.append(decision)
            continue
        about[decision.id] = identity(found.target)
        if decision.view in JOINING:
            joins.append((moved, found))
        else:
            for record in (found.target, *found.alike):
                opinions.setdefault(identity(record), []).append(moved)
    of_record = {target: _standing(target, views) for target, views in sorted(opinions.items())}
    return Standings(of_record, tuple(orphans), tuple(joins), about)


def _standing(target: str, decisions: Sequence[Decision]) -> Standing:
    latest = {d.who: d for d in decisions if d.view in OPINIONS}
    current = tuple(d for d in decisions if latest.get(d.who) is d)
    views = {(d.view, d.to) for d in current}
    agreed = current[0] if len(views) == 1 else None
    view: View | None = "disputed" if views else None
    if agreed and agreed.view in OPINIONS:
        view = agreed.view  # type: ignore[assignment]  # narrowed by OPINIONS
    return Standing(
        target=target,
        view=view,
        decisions=current,
        notes=tuple(d for d in decisions if d.note),
        to=agreed.to[0] if agreed and agreed.view == "retype" else None,
    )

"""Times: acts that two accounts put at different times, gathered from wherever they stand.

Enters: an event's dossiers. Leaves: further alignments, one for each act, with the verdicts of the
times that lie apart. Times that may be one are no verdict: that they agree was not shown.

A pair of acts is judged by what these two accounts say and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Final

from msgspec import Struct

from variorum.align.alignments import MOST_SILENT, reading
from variorum.align.splitting import account_pairs
from variorum.judge.acts.extraction import Act, acts
from variorum.judge.acts.same_act import comparable
from variorum.judge.acts.windows import apart
from variorum.judge.precision import confidence
from variorum.link.grouping.groups import Groups
from variorum.records import Alignment, Dossier, Verdict, new_id

TIME_RULE: Final = "other_time"
MOST_TIMED_ACTS: Final = 200
"""Timed acts of one account that are looked at, the first in its text."""


class TimedPair(Struct, frozen=True):
    """Two acts that are one, at times that lie apart."""

    left: Act
    right: Act


def times(
    event: str, dossiers: Mapping[str, Dossier]
) -> tuple[tuple[Alignment, ...], tuple[Verdict, ...]]:
    """Return one alignment for each act that accounts put at different times, with its verdicts."""
    timed = {key: _timed_once(acts(dossiers[key])[:MOST_TIMED_ACTS]) for key in sorted(dossiers)}
    found = [
        TimedPair(left, right)
        for one, other in account_pairs(sorted(timed))
        for left, right in product(timed[one], timed[other])
        if _differ(left, right)
    ]
    made = [_act(event, group, sorted(dossiers)) for group in _together(found)]
    alignments = tuple(sorted((alignment for alignment, _ in made), key=lambda a: a.id))
    return alignments, tuple(verdict for _, verdicts in made for verdict in verdicts)


def _differ(left: Act, right: Act) -> bool:
    return comparable(left, right) == "yes" and apart(left.window, right.window)


def _timed_once(found: Sequence[Act]) -> list[Act]:
    """Leave out acts to which their own account gives two times: there may be two of them."""
    twice = {act.moment.id for pair in combinations(found, 2) if _differ(*pair) for act in pair}
    return [act for act in found if act.moment.id not in twice]


def _together(found: Sequence[TimedPair]) -> Iterator[list[TimedPair]]:
    """Yield what shares an act, directly or through others."""
    groups = Groups(len(found))
    first: dict[str, int] = {}
    for place, met in enumerate(found):
        for act in (met.left, met.right):
            groups.join(first.setdefault(act.moment.id, place), place)
    yield from ([found[place] for place in group] for group in groups.all())


def _act(
    event: str, group: Sequence[TimedPair], accounts: Sequence[str]
) -> tuple[Alignment, list[Verdict]]:
    told = {act.moment.id: act for met in group for act in (met.left, met.right)}
    ordered = sorted(told.values(), key=lambda act: act.told)
    identity = new_id("l", event, "time", *sorted(told))
    speaking = sorted({act.account for act in ordered})
    readings = tuple(
        reading(
            account,
            [act.told for act in ordered if act.account == account],
            [
                (act.moment.place.start, act.moment.place.end, act.moment.id)
                for act in ordered
                if act.account == account
            ],
        )
        for account in (accounts if len(accounts) <= MOST_SILENT else speaking)
    )
    verdicts = [_verdict(identity, met) for met in group]
    alignment = Alignment(
        id=identity,
        event=event,
        about=_about(ordered),
        readings=readings,
        verdict="time differs",
    )
    return alignment, verdicts


def _about(told: Sequence[Act]) -> str:
    """Return the question by the act whose words claim least: the shortest."""
    asked = [act.asked for act in told if act.asked]
    return min(asked, key=lambda words: (len(words), words), default="When was this")


def _verdict(alignment: str, met: TimedPair) -> Verdict:
    left, right = met.left.when, met.right.when
    return Verdict(
        id=new_id("v", alignment, met.left.moment.id, met.right.moment.id),
        alignment=alignment,
        left=left,
        right=right,
        kind="time differs",
        rule=TIME_RULE,
        because=f"The accounts give different times for one act: “{left.text}” / “{right.text}”.",
        confidence=confidence(TIME_RULE),
        marks=(left, right),
    )

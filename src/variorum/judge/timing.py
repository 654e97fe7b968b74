"""Times: acts that two accounts put at one time or at different times, gathered from wherever they stand.

Enters: an event's dossiers. Leaves: further alignments, one for each act, with the verdicts of the
times that are one, however they are written, and of those that lie apart. Times that may be one,
"8.49" and "around nine", are no verdict.

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
from variorum.judge.acts.windows import apart, one_time
from variorum.judge.precision import confidence
from variorum.judge.verdicts import gravest
from variorum.link.grouping.groups import Groups
from variorum.records import Alignment, Dossier, Verdict, new_id
from variorum.vocabulary import VerdictKind

OTHER_TIME: Final = "other_time"
SAME_TIME: Final = "same_time"
VERDICT_OF_TIMES: Final[dict[str, tuple[VerdictKind, str]]] = {
    OTHER_TIME: ("time differs", "The accounts give different times for one act"),
    SAME_TIME: ("agree", "The accounts give one time for one act, as far as each tells it"),
}
"""The kind and the sentence of each rule."""
MOST_TIMED_ACTS: Final = 200
"""Timed acts of one account that are looked at, the first in its text."""


class TimedPair(Struct, frozen=True):
    """Two acts that are one, at times that are one or lie apart: the rule that says so."""

    left: Act
    right: Act
    rule: str


def times(
    event: str, dossiers: Mapping[str, Dossier]
) -> tuple[tuple[Alignment, ...], tuple[Verdict, ...]]:
    """Return one alignment for each act whose times meet, with its verdicts."""
    timed = {key: _timed_once(acts(dossiers[key])[:MOST_TIMED_ACTS]) for key in sorted(dossiers)}
    found = [
        TimedPair(left, right, rule)
        for one, other in account_pairs(sorted(timed))
        for left, right in product(timed[one], timed[other])
        if (rule := _compared(left, right)) is not None
    ]
    told = _without_lesser(found)
    made = [_act(event, group, sorted(dossiers)) for group in _together(told)]
    alignments = tuple(sorted((alignment for alignment, _ in made), key=lambda a: a.id))
    return alignments, tuple(verdict for _, verdicts in made for verdict in verdicts)


def _compared(left: Act, right: Act) -> str | None:
    """Return the rule by which the times of two acts compare; ``None`` where that is not known."""
    if comparable(left, right) != "yes":
        return None
    if apart(left.window, right.window):
        return OTHER_TIME
    return SAME_TIME if one_time(left.window, right.window) else None


def _without_lesser(found: Sequence[TimedPair]) -> list[TimedPair]:
    """Leave out that two accounts agree on the day of an act where they differ on its hour."""
    differ = {_acts_of(met) for met in found if met.rule == OTHER_TIME}
    return [met for met in found if met.rule == OTHER_TIME or _acts_of(met) not in differ]


def _acts_of(met: TimedPair) -> tuple[tuple[str, str], ...]:
    return tuple((act.account, act.verb) for act in (met.left, met.right))


def _timed_once(found: Sequence[Act]) -> list[Act]:
    """Leave out acts to which their own account gives two times: there may be two of them."""
    pairs = (pair for pair in combinations(found, 2) if _compared(*pair) == OTHER_TIME)
    twice = {act.moment.id for pair in pairs for act in pair}
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
        verdict=gravest(verdicts),
    )
    return alignment, verdicts


def _about(told: Sequence[Act]) -> str:
    """Return the question by the act whose words claim least: the shortest."""
    asked = [act.asked for act in told if act.asked]
    return min(asked, key=lambda words: (len(words), words), default="When was this")


def _verdict(alignment: str, met: TimedPair) -> Verdict:
    left, right = met.left.when, met.right.when
    kind, told = VERDICT_OF_TIMES[met.rule]
    return Verdict(
        id=new_id("v", alignment, met.left.moment.id, met.right.moment.id),
        alignment=alignment,
        left=left,
        right=right,
        kind=kind,
        rule=met.rule,
        because=f"{told}: “{left.text}” / “{right.text}”.",
        confidence=confidence(met.rule),
        marks=(left, right),
    )

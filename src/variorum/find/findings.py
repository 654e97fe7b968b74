"""Findings: what a reader should see first, made from records and ranked.

Enters: `Material`. Leaves: `Finding`s, most telling first, near-duplicates folded.

Each kind of finding is a small function in the table `FINDERS`. Its weight says how much such a
thing would matter to a reader; a kind that has been shown already weighs less, so that the first
lines tell of different things. No sentence says whom to believe.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from variorum.find.kinds.act_times import differing_times
from variorum.find.kinds.counted_once import counted_once
from variorum.find.kinds.degrees import differing_degrees
from variorum.find.kinds.dependence import dependence
from variorum.find.kinds.heard_once import heard_once
from variorum.find.kinds.named_once import named_once
from variorum.find.kinds.one_source import one_source
from variorum.find.kinds.own_voice import own_voice
from variorum.find.kinds.requoted import requoted
from variorum.find.kinds.same_words import speakers
from variorum.find.kinds.variants import (
    differing_checks,
    differing_counts,
    differing_readings,
    headline_quotations,
)
from variorum.find.matter.material import Material
from variorum.find.ranking import in_rank
from variorum.records import Finding

AGAIN = 0.94
"""What the weight of a kind is multiplied with each time it has been shown."""
SOON_ENOUGH = {"one origin": 0.85, "attribution differs": 0.9, "headline": 0.8, "only here": 0.85}
"""The same for kinds of which one or two lines tell most."""
FOLDED = frozenset(
    {"figure differs", "sense differs", "check differs", "translation variant", "one origin"}
    | {"contradicted", "headline", "update", "scope differs", "time differs"}
)
"""Kinds that are not told again of the same words of the same accounts."""
WEIGHT_STEP = 0.01
"""Least distance of two weights, so that they alone order what is told."""

Finder = Callable[[Material], Iterator[Finding]]

FINDERS: tuple[Finder, ...] = (
    differing_readings,
    differing_counts,
    differing_degrees,
    differing_times,
    headline_quotations,
    differing_checks,
    speakers,
    dependence,
    requoted,
    own_voice,
    heard_once,
    counted_once,
    named_once,
    one_source,
)


def findings(material: Material) -> tuple[Finding, ...]:
    """Return all findings, most telling first.

    Those of one event are told and ranked among themselves, then merged by weight: another event
    changes neither their words nor their order. What rests on several events (`other_events`) is told
    beside them, by its own weight.
    """
    made = [finding for kind in FINDERS for finding in kind(material)]
    events = _by_event(material, sorted(made, key=in_rank))
    return tuple(sorted((f for found in events for f in _varied(_folded(found))), key=in_rank))


def _by_event(material: Material, found: Sequence[Finding]) -> Iterable[list[Finding]]:
    """Gather findings, in their order, by the event of the account that they quote first."""
    home = {account: e.id for e in material.events.values() for account in e.accounts}
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        groups[home.get(finding.places[0].account, "") if finding.places else ""].append(finding)
    return groups.values()


def _folded(made: Sequence[Finding]) -> list[Finding]:
    """Drop findings that tell of words of the same two accounts that a weightier one told of."""
    told: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    kept = []
    for finding in made:
        accounts = tuple(sorted({place.account for place in finding.places}))
        if finding.kind in FOLDED and any(_overlap(finding, other) for other in told[accounts]):
            continue
        told[accounts].append(finding)
        kept.append(finding)
    return kept


def _overlap(one: Finding, other: Finding) -> bool:
    """Tell whether every place of one finding shares characters with a place of the other."""
    return all(any(map(mine.overlaps, other.places)) for mine in one.places)


def _varied(made: Sequence[Finding]) -> tuple[Finding, ...]:
    """Order by weight, each kind weighing less every time it has been shown."""
    waiting: dict[str, deque[Finding]] = defaultdict(deque)
    for finding in made:
        waiting[finding.kind].append(finding)
    shown = dict.fromkeys(waiting, 0)
    ordered: list[Finding] = []
    while waiting:
        weights = {
            kind: queue[0].weight * SOON_ENOUGH.get(kind, AGAIN) ** shown[kind]
            for kind, queue in waiting.items()
        }
        kind = max(weights, key=lambda kind: (weights[kind], kind))
        most = ordered[-1].weight - WEIGHT_STEP if ordered else weights[kind]
        weight = round(min(most, weights[kind]), 2)
        ordered.append(replace(waiting[kind].popleft(), weight=weight))
        shown[kind] += 1
        if not waiting[kind]:
            del waiting[kind]
    return tuple(ordered)

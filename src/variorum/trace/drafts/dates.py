"""Dates of a draft: does a source put this on that day, at that time?

Enters: the draft, its sources, the evidence for each sentence. Leaves: an `Assessment` for each day or time that the
draft gives in words of its own.

Whether two timed verbs are one act, and their times apart, is for `judge.acts` to say. A day that no source names is
*not found*; one that a source names, of what is not clear, is left open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from variorum.judge.acts.extraction import Act
from variorum.judge.acts.same_act import comparable
from variorum.judge.acts.windows import apart
from variorum.records import Dossier, Moment
from variorum.trace.drafts.assessments import Assessment, assessed
from variorum.trace.drafts.evidence import NearSentences

TIMED = frozenset({"date", "time", "relative"})
LONGEST_DAYS = 31
"""Days that a span of time may last to be looked for: of "this year" every source may speak."""


class SourceTimes(Struct, frozen=True):
    """The moments and timed acts of the sources, the days on which they were published, and their words."""

    moments: tuple[Moment, ...]
    acts: tuple[Act, ...]
    published: frozenset[str]
    texts: tuple[str, ...]


def times_of(sources: Sequence[Dossier], told: Iterable[Act]) -> SourceTimes:
    """Gather what sources say of time; `told` are their timed acts."""
    days = (one.account.published for one in sources)
    return SourceTimes(
        tuple(moment for one in sources for moment in one.statements.moments),
        tuple(told),
        frozenset(day[:10] for one in days for day in (one.earliest, one.latest) if day),
        tuple(one.account.text.casefold() for one in sources),
    )


def assess_dates(
    draft: Dossier,
    own: Sequence[Act],
    found: SourceTimes,
    evidence: Mapping[str, NearSentences],
) -> Iterator[Assessment]:
    """Yield what each day or time of a draft comes to; `evidence` is that of its sentence, by the moment's id.

    `own` are the draft's timed acts.
    """
    timed = {act.moment.id: act for act in own}
    for moment in draft.statements.moments:
        if moment.kind in TIMED and moment.id in evidence and _is_telling(moment):
            yield _assessment(moment, timed.get(moment.id), found, evidence[moment.id])


def _assessment(
    moment: Moment, act: Act | None, found: SourceTimes, evidence: NearSentences
) -> Assessment:
    same = [other for other in found.moments if is_same_time(moment, other)]
    near = [other for other in same if evidence.holds(other.place)]
    if near:
        return assessed("date", moment.place, "same_time", near[0].place)
    rival = _rival(act, found)
    if rival is not None:
        return assessed("date", moment.place, "other_time", rival.when)
    if same:
        return assessed("date", moment.place, "time_elsewhere", same[0].place)
    if moment.earliest is None:
        return assessed("date", moment.place, "open_time")
    if moment.earliest[:10] in found.published or _stands(moment, found):
        return assessed("date", moment.place, "time_elsewhere")
    return assessed("date", moment.place, "absent_time")


def _rival(act: Act | None, found: SourceTimes) -> Act | None:
    """Return an act of a source that is this one, at a time that lies apart."""
    if act is None:
        return None
    return next(
        (a for a in found.acts if comparable(act, a) == "yes" and apart(act.window, a.window)), None
    )


def _is_telling(moment: Moment) -> bool:
    first, last = _day(moment.earliest), _day(moment.latest)
    return first is None or last is None or (last - first).days <= LONGEST_DAYS


def is_same_time(moment: Moment, other: Moment) -> bool:
    """Tell whether two expressions may mean one time: days that meet, and no other hour."""
    clocks = (_clock(moment), _clock(other))
    if None not in clocks and clocks[0] != clocks[1]:
        return False
    if clocks[0] is not None and clocks[1] is None:
        return False
    if moment.earliest is None or other.earliest is None:
        return _plain(moment) == _plain(other) or (
            moment.value is not None and moment.value == other.value
        )
    first, last = moment.earliest[:10], (moment.latest or moment.earliest)[:10]
    return (
        first <= (other.latest or other.earliest)[:10]
        and other.earliest[:10] <= last
        and _is_telling(other)
    )


def _stands(moment: Moment, found: SourceTimes) -> bool:
    """Tell whether a source has the very words."""
    return any(_plain(moment) in text for text in found.texts)


def _plain(moment: Moment) -> str:
    return " ".join(moment.place.text.casefold().split())


def _clock(moment: Moment) -> str | None:
    """Return hour and minutes, where the expression gives them."""
    _, mark, rest = (moment.value or "").partition("T")
    return rest[:5] if mark and rest[:2].isdigit() else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None

"""Times: two passages that put one act on different days.

Enters: a `Pair`. Leaves: `Marks`, or ``None`` where the rule does not fire.

Days that were worked out from a day of publication are not held against each other: one of the
anchors may be wrong. What is compared stands on the page: a date in full, or the name of a weekday.
"""

from __future__ import annotations

from variorum.align.passages import content_tokens
from variorum.judge.english_kinds import WEEKDAYS
from variorum.judge.marks import Marks
from variorum.judge.pairs import Pair, Side
from variorum.judge.predicates import governor
from variorum.judge.sameness import SAME
from variorum.records import Moment

FEWEST = 4
"""Content words beside a day below which a passage is more likely a dateline than a report."""
DAY = 10
"""Characters of an ISO date."""


def other_time(pair: Pair) -> Marks | None:
    """The accounts give different days for the same act."""
    if pair.sameness < SAME:
        return None
    left, right = _only_day(pair.left), _only_day(pair.right)
    if left is None or right is None or not _apart(left, right):
        return None
    acts = _act(pair.left, left), _act(pair.right, right)
    return Marks(left.place, right.place) if acts[0] is not None and acts[0] == acts[1] else None


def _only_day(side: Side) -> Moment | None:
    """Return the one moment of a passage, if it is a day or a longer stretch of the calendar."""
    found = [moment for moment in side.moments if moment.kind in ("date", "relative")]
    if len(found) != 1:
        return None
    place = found[0].place
    beside = [
        token
        for token in content_tokens(side.tokens)
        if not place.start <= token.start < place.end and token.pos != "NUM"
    ]
    return found[0] if len(beside) >= FEWEST else None


def _apart(left: Moment, right: Moment) -> bool:
    days = [_weekday(moment) for moment in (left, right)]
    if None not in days:
        return days[0] != days[1]
    if not all(m.anchor == "itself" and m.earliest and m.latest for m in (left, right)):
        return False
    first, second = sorted((left, right), key=lambda m: m.earliest or "")
    return (first.latest or "")[:DAY] < (second.earliest or "")[:DAY]


def _weekday(moment: Moment) -> str | None:
    words = moment.place.text.lower().split()
    return next((word.strip(".,") for word in words if word.strip(".,") in WEEKDAYS), None)


def _act(side: Side, moment: Moment) -> str | None:
    """Return the lemma of the verb under which a moment stands."""
    for index, token in enumerate(side.tokens):
        if token.start >= moment.place.start:
            above = governor(side.tokens, side.offset, index)
            return None if above is None else side.tokens[above].lemma.lower()
    return None

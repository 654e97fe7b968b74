"""Composing: matches of rules become the expressions of a line, joined where they belong together.

Enters: a `LexemeLine`. Leaves: `FoundExpression`s in order, none overlapping: a weekday and its date are one, a
day and its hour are one, "March–May" is one; "from May to July" are two that know of each other.
What has been joined is not joined again, so that a line of a thousand dates stays flat.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from variorum.extract.moments import clock as moment_clock
from variorum.extract.moments import dates as moment_dates
from variorum.extract.moments import narrative as moment_narrative
from variorum.extract.moments import relatives as moment_relatives
from variorum.extract.moments import spells as moment_spells
from variorum.extract.moments.calendar import (
    FINER,
    Period,
    containing,
    day,
    shifted,
    span_of,
    timed,
)
from variorum.extract.moments.grammar import FUTURE, PAST, Expression, FoundExpression
from variorum.extract.moments.lexemes import CODES, LexemeLine
from variorum.extract.moments.shifts import At

RULES = (
    *moment_dates.RULES,
    *moment_relatives.RULES,
    *moment_narrative.RULES,
    *moment_spells.RULES,
    *moment_clock.RULES,
)


def expressions(line: LexemeLine) -> list[FoundExpression]:
    """Return what a line says of time; of overlapping matches the first, then the longest stays."""
    found = [f for rule in RULES for f in rule.find(line) if not _is_a_title(line, f)]
    found.sort(key=lambda match: (match.first, -match.last))
    return [f for f in _joined(line, _apart(found)) if f.means.needs != "partner"]


def _is_a_title(line: LexemeLine, found: FoundExpression) -> bool:
    """Tell "60 Minutes" and "This Week" in running text from time: a capital betrays a title."""
    words = line.lexemes[found.first : found.last]
    named = [word for word in words if word.kind in _NOT_CAPITAL and word.word[:1].isupper()]
    if not named or (found.first == 0 and words[0] in named):
        return False
    around = (*line.lexemes[max(found.first - 3, 0) : found.first], *line.lexemes[found.last :][:3])
    starts = found.first == 0 or line.lexemes[found.first - 1].word in _OPENING
    return not (starts and words[0] in named) and any(word.word[:1].islower() for word in around)


_OPENING = frozenset(".!?:\"'`([-")
"""Marks behind which a sentence may begin."""

_NOT_CAPITAL = frozenset(
    CODES[name]
    for name in ("UNIT", "UNITS", "TODAY", "NOON", "QUARTER", "PERIOD", "FUTURE", "OFTEN")
)
"""Words that running text does not write with a capital unless they name something else."""


def _apart(found: Sequence[FoundExpression]) -> list[FoundExpression]:
    kept: list[FoundExpression] = []
    for match in found:
        if not kept or match.first >= kept[-1].last:
            kept.append(match)
    return kept


def _joined(line: LexemeLine, found: Sequence[FoundExpression]) -> list[FoundExpression]:
    joined: list[FoundExpression] = []
    for right in found:
        left = joined.pop() if joined else None
        joined += _join(line, left, right) if left else [right]
    return _past_brackets(line, joined)


def _past_brackets(line: LexemeLine, found: list[FoundExpression]) -> list[FoundExpression]:
    """Give "3:40 a.m. (0740 GMT) Sunday" its day: the hour of another zone stands between them.

    The one in the bracket keeps no day: it may be the day before or after.
    """
    for at, (left, inside, right) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        marks = [line.lexemes[i].word for i in (left.last, inside.last) if i < len(line.lexemes)]
        glue = line.classes[inside.last + 1 : right.first]
        clocks = left.means.grain == inside.means.grain == "clock"
        if clocks and marks == ["(", ")"] and right.means.kind != "time":
            means = _day_and_time(glue, left.means, right.means)
            if means is not None:
                found[at] = replace(left, means=means)
                found[at + 1] = replace(inside, means=replace(inside.means, at=None))
    return found


def _join(line: LexemeLine, left: FoundExpression, right: FoundExpression) -> list[FoundExpression]:
    """Return one expression for both, two that know of each other, or the two as they are."""
    glue = line.classes[left.last : right.first]
    if len(glue) > 3 or left.means.joined or right.means.joined:
        return [left, right]
    means = (
        _day_and_time(glue, left.means, right.means)
        or _weekday_and_date(glue, left.means, right.means)
        or _length_and_rest(glue, left.means, right.means)
        or _distance_from(glue, left.means, right.means)
        or _whole_around(glue, left.means, right.means)
    )
    if means is None and glue == CODES["DASH"] and _comparable(left.means, right.means):
        means = _range(*_ends(left.means, right.means))
    if means is not None:
        return [FoundExpression(left.first, right.last, means)]
    if glue in _TO and _are_weekdays(left, right) and not _opens_range(line, left, glue):
        return [replace(one, means=replace(one.means, at=None)) for one in (left, right)]
    if _opens_range(line, left, glue) and _comparable(left.means, right.means):
        start, end = _ends(left.means, right.means)
        return [replace(left, means=start, until=right.last), replace(right, means=end)]
    return [left, right]


def _glues(*names: str) -> frozenset[str]:
    return frozenset("".join(CODES[part] for part in name.split()) for name in names)


_TIME_GLUE = _glues("", "COMMA", "ATWORD", "COMMA ATWORD", "ON", "OF", "IN THE", "DASH", "COMMA ON")
_TO = _glues("TO", "DASH", "COMMA TO")
_AND = _glues("AND")


def _day_and_time(glue: str, left: Expression, right: Expression) -> Expression | None:
    if glue not in _TIME_GLUE or (left.grain == "clock") == (right.grain == "clock"):
        return None
    clock, when = (left, right) if left.grain == "clock" else (right, left)
    if when.grain != "day" or when.at is None or clock.value is None:
        return None
    at, stated = when.at, clock.value

    def both(leans: Period, direction: int) -> Period | None:
        chosen = at(leans, direction)
        return timed(chosen, _late(chosen, stated)) if chosen else None

    value = f"{when.value}{stated}" if when.value else stated
    return replace(when, kind="time", at=both, value=value, joined=True)


def _late(when: Period, stated: str) -> str:
    """Return an hour as the part of the day has it: "ten o'clock last night" is 22:00."""
    hour, earliest = _HOUR.match(stated), _LATE.get(when.clock)
    if hour is None or earliest is None or not earliest <= int(hour[1]) < 12:
        return stated
    return f"T{int(hour[1]) + 12}{stated[3:]}"


_HOUR = re.compile(r"T(\d\d):")
_LATE = {"TAF": 1, "TEV": 1, "TNI": 6}
"""The first hour that a part of the day has after noon: two at night is early."""


def _weekday_and_date(glue: str, left: Expression, right: Expression) -> Expression | None:
    """Join "Monday, November 9" and "November 9, a Monday" is left as two."""
    if glue not in _glues("", "COMMA") or right.grain != "day" or right.kind != "date":
        return None
    return right if (left.value or "").startswith("XXXX-WXX-") and left.grain == "day" else None


def _length_and_rest(glue: str, left: Expression, right: Expression) -> Expression | None:
    """Join "three years and six months": one length, P3Y6M, the larger unit first."""
    if glue not in _glues("", "COMMA", "AND") or (left.kind, right.kind) != ("duration",) * 2:
        return None
    whole, rest = (_SIMPLE.fullmatch(means.value or "") for means in (left, right))
    if (
        not whole
        or not rest
        or _UNITS.index(whole[1] + whole[3]) >= _UNITS.index(rest[1] + rest[3])
    ):
        return None
    clock = "T" if rest[1] and not whole[1] else ""
    return replace(left, value=f"{whole[0]}{clock}{rest[2]}{rest[3]}")


def _distance_from(glue: str, left: Expression, right: Expression) -> Expression | None:
    """Join "a week after March 6", "the day before yesterday": a day some units from another."""
    step = {"BEFOREWORD": PAST, "AFTERWORD": FUTURE}
    steps = {CODES[name]: sign for name, sign in step.items()}
    sign = steps.get(glue.removesuffix(CODES["THE"]))
    length = _SIMPLE.fullmatch(left.value or "") if left.kind == "duration" else None
    other = right.at
    if sign is None or length is None or length[1] or other is None or right.kind == "duration":
        return None
    unit, count, around = _NAMED[length[3]], sign * int(length[2]), left.needs == "partner"

    def at(leans: Period, direction: int) -> Period | None:
        start = other(leans, direction)
        if start is None or FINER.index(start.grain) > FINER.index(unit):
            return None
        whole = day(start.first) if start.grain == "day" and unit in ("day", "week") else None
        moved = shifted(whole or containing(unit, start.first), unit, count)
        if moved is None or (moved.first - leans.first).days * direction < 0:
            return None  # the other day is not the one that the verb looks to
        return containing(unit, moved.first) if around and unit != "day" else moved

    return replace(right, kind="relative", at=at, value=None, grain=unit, joined=True)


def _whole_around(glue: str, left: Expression, right: Expression) -> Expression | None:
    """Join "the week of June 8" and "the weekend of June 6"."""
    other, unit = right.at, left.grain
    if glue != CODES["OF"] or left.needs != "partner" or unit not in ("week", "weekend"):
        return None
    if other is None or right.grain != "day":
        return None

    def at(leans: Period, direction: int) -> Period | None:
        inside = other(leans, direction)
        return containing(unit, inside.first) if inside else None

    return replace(right, at=at, value=None, grain=unit, joined=True)


_NAMED = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_SIMPLE = re.compile(r"P(T?)(\d+)([YMWDHS])")
_UNITS = ("Y", "M", "W", "D", "TH", "TM", "TS")


def _opens_range(line: LexemeLine, left: FoundExpression, glue: str) -> bool:
    """Tell "from May to July" and "between 1994 and 1997": two dates, one after the other."""
    before = line.classes[left.first - 1 : left.first] if left.first else ""
    return (before == CODES["FROM"] and glue in _TO) or (
        before == CODES["BETWEEN"] and glue in _AND
    )


def _are_weekdays(left: FoundExpression, right: FoundExpression) -> bool:
    """Tell "open Monday to Friday", which is every week's, from two days: "from Monday to Friday"."""
    values = (found.means.value or "" for found in (left, right))
    return all(value.startswith("XXXX-WXX-") for value in values)


def _comparable(left: Expression, right: Expression) -> bool:
    dated = ("itself", "publication")
    return (
        left.needs in dated
        and right.needs in dated
        and left.grain == right.grain
        and left.grain in ("day", "month", "year", "quarter")
        and "time" not in (left.kind, right.kind)
    )


def _ends(left: Expression, right: Expression) -> tuple[Expression, Expression]:
    """Return the two ends of a range: one without a year, or a weekday, leans on the other."""
    start, end = left.at, right.at
    if start is None or end is None:
        return left, right
    if left.kind == "relative":
        return left, replace(right, at=_from(start, end, 2 * FUTURE), needs=left.needs)
    return replace(left, at=_from(end, start, PAST), needs=right.needs), right


def _from(known: At, sought: At, looks: int) -> At:
    """Return a period that is looked for, one way, from another that is known."""

    def at(leans: Period, direction: int) -> Period | None:
        other = known(leans, direction)
        return sought(day(other.first), looks) if other else None

    return at


def _range(left: Expression, right: Expression) -> Expression | None:
    """Return the days from the first of one expression to the last of the other."""
    start, end = left.at, right.at
    if start is None or end is None:
        return None

    def at(leans: Period, direction: int) -> Period | None:
        first, last = start(leans, direction), end(leans, direction)
        return span_of(first, last) if first and last else None

    value = f"{left.value}/{right.value}" if left.value and right.value else None
    return replace(right, at=at, value=value, joined=True)

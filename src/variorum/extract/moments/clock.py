"""Rules for times of the day ("8.40pm", "20:40"); without a date beside them they lean on the last day told of.

Enters: nothing but the grammar. Leaves: `RULES`.
"""

from __future__ import annotations

from variorum.extract.moments.calendar import Period, day, timed
from variorum.extract.moments.grammar import Expression, Rule, RuleMatch, rule
from variorum.extract.moments.lexemes import CODES


def clock_time(clock: str, zone: str = "") -> Expression:
    """Return a time of the day; `clock` is "HH:MM" or a part of the day ("TMO")."""
    stated = clock if clock.startswith("T") else f"T{clock}{zone}"
    return Expression(
        "time", "narrative", lambda at, _: timed(day(at.first), stated), stated, "clock"
    )


def _clock(found: RuleMatch) -> Expression | None:
    hours, _, minutes = str(found.value("x")).replace(".", ":").partition(":")
    return _stated(found, int(hours), int(minutes[:2]))


def _digits(found: RuleMatch) -> Expression | None:
    """Read "2045 GMT" and "1247 (0917 GMT)": beside a zone four digits are hours and minutes."""
    told = found.words("x")[0].word
    if len(told) != _FOUR or int(told[2:]) > 59:
        return None
    return _stated(found, int(told[:2]), int(told[2:]))


def _local(found: RuleMatch) -> Expression | None:
    bracketed = found.after is not None and found.after.word == "("
    return _digits(found) if bracketed else None


def _hour(found: RuleMatch) -> Expression | None:
    return _stated(found, found.number("x"), 0)


def _hour_of_part(found: RuleMatch) -> Expression | None:
    """Read "at 3 in the morning" and "at ten at night"; after other words it may count something."""
    hour, earliest = found.number("x"), _FIRST_HOURS.get(str(found.value("p")), 12)
    firm = "a" in found or found.before in found.calendar.clock_before
    if not firm or not 1 <= hour <= 12:
        return None
    return clock_time(f"{hour + 12 * (earliest <= hour < 12):02d}:00")


_FIRST_HOURS = {"TAF": 1, "TEV": 1, "TNI": 6}
"""The first hour that a part of the day has after noon: two at night is early."""


def _stated(found: RuleMatch, hour: int, minute: int) -> Expression | None:
    meridiem = found.value("m") if "m" in found else ""
    if meridiem and not 1 <= hour <= 12:
        return None
    if meridiem:
        hour = hour % 12 + 12 * (meridiem == "pm")
    if hour > 23:
        return None
    zone = str(found.value("z")) if "z" in found else ""
    return clock_time(f"{hour:02d}:{minute:02d}", zone)


def _spoken(found: RuleMatch) -> Expression | None:
    """Read "ten minutes to ten", "a quarter past nine", "half past six" as a time of the day.

    What may be a length or a range ("five to ten people") is a time only right after "at".
    """
    part, hour = found.words("n")[-1], found.number("h")
    minutes = _PARTS.get(part.kind) or found.number("n")
    told = found.value("u") == "minute" if "u" in found else not minutes % 5
    firm = part.kind == CODES["HALF"] or found.before in found.calendar.clock_before
    counted = found.after is not None and found.after.form in ("singular", "plural", "cardinal")
    if not (told and firm and 1 <= hour <= 12 and 0 < minutes < 60) or counted:
        return None
    meridiem = found.value("m") if "m" in found else ""
    hour = hour % 12 + 12 * (meridiem == "pm") if meridiem else hour
    before = found.words("d")[0].kind == CODES["TO"]
    at = hour * 60 + (-minutes if before else minutes)
    at = at % _DAY if meridiem else at if at >= 60 else at + _DAY // 2
    return clock_time(f"{at // 60:02d}:{at % 60:02d}")


_PARTS = {CODES["QUARTER"]: 15, CODES["HALF"]: 30}
_DAY = 24 * 60
_FOUR = 4


def _noon(found: RuleMatch) -> Expression:
    return clock_time(str(found.value("x")))


def _part(found: RuleMatch) -> Expression:
    """A bare "night" is no moment: it waits for a day beside it."""
    code = str(found.value("p"))
    return Expression("time", "partner", lambda at, _: timed(day(at.first), code), code, "clock")


def _in_part(found: RuleMatch) -> Expression:
    """Read "in the morning" as that of the day told of, unlike a bare "morning"."""
    return clock_time(str(found.value("p")))


RULES: tuple[Rule, ...] = (
    rule("(?:ABOUT)? x=(?:CLOCK|DOTCLOCK) m=MERIDIEM? (?:z=ZONE CLOCKWORD?)?", _clock),
    rule("(?:ABOUT)? x=(?:YEAR|INT) z=ZONE", _digits),
    rule("(?:ABOUT)? x=(?:YEAR|INT) (?=.(?:YEAR|INT|CLOCK|DOTCLOCK) ZONE)", _local),
    rule("(?:ABOUT)? x=(?:DAY|WORDNUM) m=MERIDIEM (?:z=ZONE CLOCKWORD?)?", _hour),
    rule("(?:ABOUT)? x=(?:DAY|WORDNUM) OCLOCK", _hour),
    rule(
        "n=(?:DAY|WORDNUM|A? QUARTER) u=UNITS? d=(?:TO|PASTWORD|AFTERWORD) h=(?:DAY|WORDNUM)"
        " m=MERIDIEM?",
        _spoken,
    ),
    rule("n=HALF d=PASTWORD h=(?:DAY|WORDNUM) m=MERIDIEM?", _spoken),
    rule("a=(?:ABOUT)? x=(?:DAY|WORDNUM) (?:IN THE|ATWORD) p=PART", _hour_of_part),
    rule("x=NOON", _noon),
    rule("(?<=IN)THE p=PART", _in_part),
    rule("p=(?:PART|PARTS)", _part),
)

__all__ = ["RULES", "Period", "clock_time"]

"""Rules for times of the day; without a date beside them they lean on the last day told of.

Enters: nothing but the grammar. Leaves: `RULES`.
"""

from __future__ import annotations

from variorum.extract.moment_calendar import Period, day, timed
from variorum.extract.moment_grammar import Expression, Match, Rule, rule


def clock_time(clock: str, zone: str = "") -> Expression:
    """Return a time of the day; `clock` is "HH:MM" or a part of the day ("TMO")."""
    stated = clock if clock.startswith("T") else f"T{clock}{zone}"
    return Expression(
        "time", "narrative", lambda at, _: timed(day(at.first), stated), stated, "clock"
    )


def _clock(found: Match) -> Expression | None:
    hours, _, minutes = str(found.value("x")).replace(".", ":").partition(":")
    return _stated(found, int(hours), int(minutes[:2]))


def _hour(found: Match) -> Expression | None:
    return _stated(found, found.number("x"), 0)


def _stated(found: Match, hour: int, minute: int) -> Expression | None:
    meridiem = found.value("m") if "m" in found else ""
    if meridiem and not 1 <= hour <= 12:
        return None
    if meridiem:
        hour = hour % 12 + 12 * (meridiem == "pm")
    if hour > 23:
        return None
    zone = str(found.value("z")) if "z" in found else ""
    return clock_time(f"{hour:02d}:{minute:02d}", zone)


def _noon(found: Match) -> Expression:
    return clock_time(str(found.value("x")))


def _part(found: Match) -> Expression:
    """A bare "night" is no moment: it waits for a day beside it."""
    code = str(found.value("p"))
    return Expression("time", "partner", lambda at, _: timed(day(at.first), code), code, "clock")


RULES: tuple[Rule, ...] = (
    rule("(?:ABOUT)? x=(?:CLOCK|DOTCLOCK) m=MERIDIEM? z=ZONE?", _clock),
    rule("(?:ABOUT)? x=(?:DAY|WORDNUM) m=MERIDIEM z=ZONE?", _hour),
    rule("(?:ABOUT)? x=(?:DAY|WORDNUM) OCLOCK", _hour),
    rule("x=NOON", _noon),
    rule("p=(?:PART|PARTS)", _part),
)

__all__ = ["RULES", "Period", "clock_time"]

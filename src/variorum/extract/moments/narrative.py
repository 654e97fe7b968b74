"""Rules for times told by their distance from the date before them: "two days later".

Enters: nothing but the grammar. Leaves: `RULES`, whose expressions lean on the last date told.
"""

from __future__ import annotations

from msgspec.structs import replace

from variorum.extract.moments.calendar import FINER, Period, containing, day, shifted, timed
from variorum.extract.moments.grammar import FUTURE, PAST, Expression, Rule, RuleMatch, rule
from variorum.extract.moments.shifts import BUSINESS_GRAINS, CLOCK_UNITS, moved, narrative, to_move
from variorum.extract.moments.spells import spell
from variorum.syntax import ADJECTIVES

_NO_FRAME = CLOCK_UNITS | {"fortnight"}
"""Units that no calendar parts time into: "the same fortnight" has no first day."""


def _earlier(found: RuleMatch) -> Expression | None:
    return moved(found, PAST, told=True)


def _later(found: RuleMatch) -> Expression | None:
    return moved(found, FUTURE, told=True)


def _before(found: RuleMatch) -> Expression | None:
    """Return "a week before." and leave "a week before the vote", which leans on the vote."""
    return moved(found, PAST, told=True) if found.ends_clause else None


def _after(found: RuleMatch) -> Expression | None:
    return moved(found, FUTURE, told=True) if found.ends_clause else None


def _year_before(_: RuleMatch) -> Expression:
    """Return the quarter or year before the one told of: "the year-earlier period"."""
    return Expression(
        "relative",
        "narrative",
        lambda leans, _: shifted(to_move(leans, "year"), "year", PAST),
        None,
        "year",
        prefers=BUSINESS_GRAINS,
        told=False,
    )


def _same_last_year(found: RuleMatch) -> Expression | None:
    """Return what was told, a year before: "the same month a year ago"."""
    if found.value("u") != "year":
        return None
    return replace(_year_before(found), prefers=("month", *BUSINESS_GRAINS))


def _quarter(_: RuleMatch) -> Expression:
    """Return the quarter that a report tells of: "the quarter", "the latest quarter"."""
    return Expression(
        "relative", "narrative", _enclosing_quarter, None, "quarter", prefers=("quarter",)
    )


def _enclosing_quarter(at: Period, _: int) -> Period | None:
    return at if at.grain == "quarter" else None


def _same(found: RuleMatch) -> Expression | None:
    unit = str(found.value("u"))
    if unit in _NO_FRAME:
        return None
    return narrative(lambda at, _: _enclosing(at, unit), unit)


def _full(found: RuleMatch) -> Expression | None:
    """Return the year of a quarter that was told of: "and a loss for the full year"."""
    return _same(found) if found.value("u") == "year" else None


def _enclosing(at: Period, unit: str) -> Period | None:
    """Return the unit around a period told of, or `None` where that is the coarser of the two."""
    if FINER.index(at.grain) > FINER.index(unit):
        return None
    return containing(unit, at.first)


def _beside(found: RuleMatch) -> Expression | None:
    """Return "the next day", "the year before."; "the day before the vote" leans on the vote."""
    unit, step = str(found.value("u")), found.number("w" if "w" in found else "t")
    if unit in _NO_FRAME or ("w" in found and not found.ends_clause):
        return None
    move = "week" if unit == "weekend" else unit

    def at(leans: Period, _: int) -> Period | None:
        around = _enclosing(leans, unit)
        return shifted(around, move, step) if around else None

    return narrative(at, unit)


def _whole(found: RuleMatch) -> Expression:
    """Return the unit of "the day before yesterday", "the week of June 8"; alone it says nothing."""
    unit = str(found.value("u"))
    return Expression("duration", "partner", None, spell(1, unit), unit)


def _weekday_beside(found: RuleMatch) -> Expression:
    """Return "the previous Friday": the nearest before, or after, the day told of."""
    number, step = found.number("w"), found.number("t")

    def at(leans: Period, _: int) -> Period | None:
        apart = (step * (number - leans.first.weekday())) % 7 or 7
        return shifted(containing("day", leans.first), "day", step * apart)

    return narrative(at, "day", f"XXXX-WXX-{number + 1}")


def _that_weekday(found: RuleMatch) -> Expression | None:
    """Return "that Saturday", "that wet Saturday": the day told of, if it is one."""
    points = found.words("x")[0].form == "determiner"  # not in "said that Saturday's match …"
    if not points or any(word.form not in ADJECTIVES for word in found.words("o")):
        return None
    number = found.number("w")

    def at(leans: Period, _: int) -> Period | None:
        return leans if leans.grain == "day" and leans.first.weekday() == number else None

    return narrative(at, "day", f"XXXX-WXX-{number + 1}")


def _part_beside(found: RuleMatch) -> Expression | None:
    """Return "the next morning", "that night": a part of a day that the day told of has or is near."""
    if "x" in found and found.words("x")[0].form != "determiner":  # not in "said that night fell"
        return None
    step, code = found.number("t") if "t" in found else 0, str(found.value("p"))

    def at(leans: Period, _: int) -> Period | None:
        beside = shifted(day(leans.first), "day", step) if leans.grain == "day" else None
        return timed(beside, code) if beside else None

    return narrative(at, "day")


_COMPARED_UNIT = "(?:PERIOD|QUARTER|UNIT)"

RULES: tuple[Rule, ...] = (
    rule("ROUGHLY? n=COUNT DASH? u=ANYUNIT EARLIER", _earlier),
    rule("ROUGHLY? n=COUNT u=ANYUNIT LATER", _later),
    rule("ROUGHLY? n=COUNT u=ANYUNIT BEFOREWORD", _before),
    rule("ROUGHLY? n=COUNT u=ANYUNIT AFTERWORD", _after),
    rule("SHADE? (?:THE|THAT) SAME u=ONEUNIT", _same),
    rule("SHADE? THAT u=ONEUNIT", _same),
    rule("THE (?:LATEST|FULL)? QUARTER", _quarter),
    rule("THE LATEST PERIOD", _quarter),
    rule("THE FULL u=UNIT", _full),
    rule("(?:THE|A)? UNIT DASH (?:AGO|EARLIER) (?:QUARTER|PERIOD)?", _year_before),
    rule(f"THE SAME {_COMPARED_UNIT} (?:A|LAST) u=UNIT (?:AGO|EARLIER)?", _same_last_year),
    rule("THE t=(?:NEXT|AFTER|BEFORE) u=ONEUNIT", _beside),
    rule("THE u=ONEUNIT t=(?:EARLIER|LATER)", _beside),
    rule("THE t=(?:BEFORE|AFTER) w=WEEKDAY", _weekday_beside),
    rule("x=THAT o=(?:OTHER{0,2}) w=WEEKDAY", _that_weekday),
    rule("THE u=ONEUNIT w=(?:BEFOREWORD|AFTERWORD)", _beside),
    rule("THE t=(?:NEXT|AFTER|BEFORE) p=PART", _part_beside),
    rule("x=THAT SAME? p=PART", _part_beside),
    rule("THE u=(?:UNIT|WEEKEND) (?=BEFOREWORD|AFTERWORD|OF)", _whole),
)

"""Faults of figures and days: what accounts count and when it was.

Enters: nothing. Leaves: `CASES`, which `quality.faults` collates with those of `quality.faults_said`; each tells
what is right by words that stand in the inputs, written by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quality.fault_seen import Case, Seen

Check = Callable[[Seen], bool]


def _all(*checks: Check) -> Check:
    return lambda seen: all(check(seen) for check in checks)


def _days(days: Mapping[str, str | None]) -> Check:
    return lambda seen: all(seen.days(text) == {day} for text, day in days.items())


def _figures(bounds: Mapping[str, tuple[str | None, str | None]]) -> Check:
    """Return a check that figures of these words, and only they, have these bounds."""

    def check(seen: Seen) -> bool:
        found = {f["place"]["text"]: (f["low"], f["high"]) for f in seen.of("figures")}
        return found == dict(bounds)

    return check


def _counts(counted: Mapping[str, tuple[str, str | None]]) -> Check:
    """Return a check that figures of these words have this value and unit."""

    def check(seen: Seen) -> bool:
        found = {f["place"]["text"]: (f["value"], f["unit"]) for f in seen.of("figures")}
        return all(found.get(words) == told for words, told in counted.items())

    return check


def _vague(ranges: Mapping[str, tuple[str, str]]) -> Check:
    """Return a check that figures of these words have these ends."""

    def check(seen: Seen) -> bool:
        found = {f["place"]["text"]: (f["low"], f["high"]) for f in seen.of("figures")}
        return all(found.get(words) == ends for words, ends in ranges.items())

    return check


def _differ(*words: str) -> Check:
    """Return a check that a pair that holds these words on its sides is told to differ."""

    def check(seen: Seen) -> bool:
        pairs = [v for v in seen.of("verdicts") if v["kind"] == "figure differs"]
        told = [{v["left"]["text"], v["right"]["text"]} for v in pairs]
        return set(words) in told

    return check


CASES: dict[str, Case] = {
    "f05": Case(
        "false",
        "a change is told by where it ends, or as a range",
        _figures(
            {
                "44": ("44", "44"),
                "A third": ("0.3333333333", "0.3333333333"),
                "1,200": ("1200", "1200"),
                "from 12 to 15 per cent": ("12", "15"),
            }
        ),
    ),
    "f10": Case(
        "false",
        "shares, points, cents and ranges of money keep their bounds",
        _figures(
            {
                "1,200": ("1200", "1200"),
                "9,000": ("9000", "9000"),
                "13.3%": ("13.3", "13.3"),
                "at least 1,500": ("1500", None),
                "2.5 percentage points": ("2.5", "2.5"),
                "7 cents": ("7", "7"),
                "2%": ("2", "2"),
                "$3.43": ("3.43", "3.43"),
                "€300m–€350m": ("300000000", "350000000"),
            }
        ),
    ),
    "f02": Case(
        "loss",
        "of two numbers both have the unit of the second",
        _counts({"5": ("5", "milligram"), "6 mg": ("6", "milligram")}),
    ),
    "f03": Case(
        "loss",
        "halves and hundreds of thousands are read",
        _all(
            _counts(
                {
                    "One and a half thousand": ("1500", "people"),
                    "one and one-half miles": ("1.5", "mile"),
                }
            ),
            _vague({"Hundreds of thousands": ("100000", "1000000")}),
        ),
    ),
    "f04": Case(
        "false",
        "points and commas are read as the text writes them",
        _counts(
            {
                "1.971,13 euros": ("1971.13", "euro"),
                "1.971": ("1971", "people"),
                "12.500": ("12500", "people"),
                "1,5 million": ("1500000", "signature"),
            }
        ),
    ),
    "f06": Case(
        "false",
        "names, addresses and models count nothing",
        _figures({"Two": ("2", "2"), "Eleven": ("11", "11")}),
    ),
    "f08": Case(
        "loss",
        "no one, none of so many and nobody are counts of none",
        _all(
            _counts(
                {
                    "No one": ("0", "people"),
                    "None": ("0", "passenger"),
                    "Nobody": ("0", "people"),
                    "Zero": ("0", "lifeboat"),
                }
            ),
        ),
    ),
    "f11": Case(
        "false",
        "others and those still missing are people",
        _counts(
            {
                "Thirty-seven": ("37", "people"),
                "nine": ("9", "child"),
                "four": ("4", "nurse"),
                "112": ("112", "people"),
                "20": ("20", "people"),
                "15": ("15", "people"),
            }
        ),
    ),
    "f12": Case(
        "false",
        "a strong crowd is of people, one in four a share",
        _counts(
            {
                "24,000-strong": ("24000", "people"),
                "one in four": ("0.25", "fraction"),
                "fivefold": ("5", "times"),
                "4.5m": ("4.5", "metre"),
            }
        ),
    ),
    "v1": Case(
        "loss",
        "vague amounts are ranges",
        _vague(
            {
                "couple of hundred": ("200", "300"),
                "few dozen": ("24", "119"),
                "Dozens": ("12", "120"),
                "Hundreds": ("100", "1000"),
                "Several hundred": ("200", "999"),
                "Tens of thousands": ("10000", "100000"),
                "Some two dozen": ("24", "24"),
            }
        ),
    ),
    "d01": Case(
        "false",
        "days of the week lie round the day of the dateline",
        _days({"Monday": "2015-02-23", "Friday": "2015-02-20", "January 9": "2015-01-09"}),
    ),
    "d05": Case(
        "false",
        "a day that can be two is left open",
        _days(
            {
                "02/08/2012": None,
                "late Thursday night": "2012-08-09",
                "Friday morning": "2012-08-10",
            }
        ),
    ),
    "d08": Case(
        "false",
        "days ahead and behind fall in their years",
        _days(
            {
                "January 4": "2026-01-04",
                "November 28": "2025-11-28",
                "midnight on Sunday": "2025-12-28",
            }
        ),
    ),
    "d02": Case(
        "false",
        "a day of a list has the month of the last",
        _days(
            {
                "Monday 20": "2026-04-20",
                "Tuesday 21": "2026-04-21",
                "Wednesday 22 April": "2026-04-22",
                "the 27th": "2026-04-27",
                "28th of this month": "2026-04-28",
            }
        ),
    ),
    "d09": Case(
        "false",
        "nights, quarters and dotted days are read",
        _days(
            {
                "night of 3-4 May": "2026-05-03",
                "Q3": "2025-07-01",
                "29.02.1964": "1964-02-29",
                "2nd": "2026-05-02",
            }
        ),
    ),
    "e06": Case(
        "loss",
        "none dead and twelve dead are two answers",
        _all(_differ("Twelve dead", "No one"), _differ("Twelve dead", "No deaths")),
    ),
}
"""By id, as in `cases.jsonl`."""

"""Figures on the specifications of Recognizers-Text (MIT): numbers, shares, ranges and units.

Enters: `shared/data/recognizers_text_specs`, the English cases. Leaves: `Score`s: the share of
expected results whose value is read at their place; of those with a unit, whose unit is too.

The cases are mostly bare words ("seventy", "2 1/4"), so the grammar is asked, without a sentence
around it. Left out, for no account writes figures so or they are none: ranks, "a" and "pair",
powers, "one over three", fractions with more than nine on top, "negative one", and the parts of
addresses and numbers to call. The text found may be longer: it holds a bound or a rate as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from quality.score import Score, shared
from variorum.extract.figures.lexemes import Lexeme, lexemes
from variorum.extract.figures.ranges import Quantity, quantities
from variorum.languages.en.money import CURRENCY_AFTER
from variorum.languages.en.units import UNITS
from variorum.languages.registry import language_of

Expected = dict[str, Any]

NUMBERS: Final = ("Number/English/NumberModel", "Number/English/PercentModel")
RANGES: Final = ("Number/English/NumberRangeModel",)
MEASURES: Final = tuple(
    f"NumberWithUnit/English/{name}Model"
    for name in ("Age", "Currency", "Dimension", "Temperature")
)
LEFT_OUT: Final = re.compile(
    r"a|an|pair|couple|.*(?:st|nd|rd|th|first|second)|.*\^.*|.*\d ?e[+-]?\d.*|.* over .*"
    r"|(?:.*\W)?negative .*|.*(?:\w\w(?:ty|teen)|hundred|thousand).*(?:ths|rsts)",
    re.IGNORECASE,
)
NO_FIGURE: Final = re.compile(r"\d+(?:\.\d+){3}|.*phone number.*", re.IGNORECASE)
ROUNDING: Final = Decimal("0.0001")
NAMES: Final = {"c": "celsius", "f": "fahrenheit", "k": "kelvin", "united states dollar": "dollar"}


def scores() -> list[Score]:
    folder = shared("data/recognizers_text_specs")
    if folder is None:
        return []
    return [
        _score("number", [has_value(*case) for case in cases(folder, NUMBERS)]),
        _score("range", [has_ends(*case) for case in cases(folder, RANGES)]),
        _score("unit", [has_unit(*case) for case in cases(folder, MEASURES)]),
    ]


def _score(name: str, hits: list[bool]) -> Score:
    value = round(100 * sum(hits) / len(hits), 1)
    return Score(key=f"figures.specs.{name}", value=value, rows=len(hits))


def cases(folder: Path, names: tuple[str, ...]) -> Iterator[tuple[str, Expected]]:
    """Yield each expected result with its text."""
    for name in names:
        rows = json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))
        for row in rows:
            for result in row["Results"]:
                value = result["Resolution"].get("value")
                left_out = LEFT_OUT.fullmatch(result["Text"]) or NO_FIGURE.fullmatch(row["Input"])
                if value not in (None, "null") and not left_out:
                    yield row["Input"], result


def found_at(text: str, expected: Expected) -> list[tuple[Quantity, list[Lexeme]]]:
    """Return the quantities that the grammar reads inside the place of an expected result."""
    words = lexemes(text, 0, len(text), language_of("en"))
    start = expected.get("Start", text.lower().find(expected["Text"].lower()))
    end = start + len(expected["Text"])
    return [
        (one, words)
        for one in quantities(words, frozenset(), frozenset())
        if words[one.core].start < end and words[one.last - 1].end > start
    ]


def has_value(text: str, expected: Expected) -> bool:
    value = _decimal(expected["Resolution"]["value"])
    return any(
        one.value is not None and _near(one.value, value) for one, _ in found_at(text, expected)
    )


def has_unit(text: str, expected: Expected) -> bool:
    value, names = _decimal(expected["Resolution"]["value"]), _named(expected["Resolution"]["unit"])
    return any(
        one.value is not None
        and _near(one.value, value)
        and one.unit is not None
        and one.unit.name.removesuffix(" of age") in names
        for one, _ in found_at(text, expected)
    )


def has_ends(text: str, expected: Expected) -> bool:
    """Compare both ends of "[20,30)"; whether an end belongs to a range, Variorum does not keep."""
    low, high = expected["Resolution"]["value"][1:-1].split(",")
    return any(
        _same_end(one.low, low) and _same_end(one.high, high) for one, _ in found_at(text, expected)
    )


def _same_end(mine: Decimal | None, theirs: str) -> bool:
    if mine is None or not theirs.strip():
        return mine is None and not theirs.strip()
    return _near(mine, _decimal(theirs))


def _decimal(text: str) -> Decimal:
    return Decimal(text.rstrip("%").strip())


def _near(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= ROUNDING * max(abs(one), abs(other))


def _named(unit: str) -> frozenset[str]:
    """Return the names that Variorum may give a unit; a pound is money or a weight."""
    low = NAMES.get(unit.lower(), unit.lower())
    known = (UNITS.get(low), CURRENCY_AFTER.get(low))
    return frozenset(one.name for one in known if one is not None) or frozenset({low})


if __name__ == "__main__":
    for score in scores():
        print(f"{score.key:44} {score.value:6.1f}  ({score.rows} results)")

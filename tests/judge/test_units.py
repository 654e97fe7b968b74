"""A figure in one unit turns into another, or it does not; no unit of the table makes it raise."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from variorum.judge.figures.ranges import MONEY_OR_WEIGHT, converted
from variorum.languages.en.units import GIVEN
from variorum.languages.registry import unit_kinds
from variorum.records import Figure, Span


def figure(number: str, unit: str) -> Figure:
    place = Span("a-test", 0, len(number), number)
    return Figure(id="f-test", place=place, low=number, high=number, value=number, unit=unit)


@pytest.mark.parametrize("rate", ["", " per hour", " per decade"])
@pytest.mark.parametrize("number", ["3", "0", "1e400"])
def test_any_unit_meets_any_other_of_its_kind(number: str, rate: str) -> None:
    kinds = unit_kinds()
    for one, other in product(kinds, kinds):
        if kinds[one] == kinds[other]:
            found = converted(figure(number, one + rate), other + rate)
            assert found is None or found.low == found.high


@pytest.mark.parametrize(
    ("number", "unit", "other", "turned"),
    [
        ("100", "pound-foot", "newton metre", "135.6"),
        ("2", "acre-foot", "cubic metre", "2467.0"),
        ("3", "light-year", "kilometre", "28382191417742.4"),
    ],
)
def test_a_unit_written_with_a_hyphen_turns_into_another(
    number: str, unit: str, other: str, turned: str
) -> None:
    found = converted(figure(number, unit), other)
    assert found is not None
    assert found.exact is not None
    assert found.exact.quantize(Decimal("0.1")) == Decimal(turned)


COMMON = {
    "length": "metre",
    "mass": "gram",
    "volume": "litre",
    "speed": "metre per second",
    "area": "square metre",
    "temperature": "kelvin",
    "energy": "joule",
    "power": "watt",
    "pressure": "pascal",
}
"""A unit of each kind to which all others of it turn."""
READ = {unit.name: unit.kind for unit in GIVEN.values() if unit.name != MONEY_OR_WEIGHT}


@pytest.mark.parametrize("name", [name for name, kind in READ.items() if kind in COMMON])
def test_every_generated_unit_turns_into_the_common_one_of_its_kind(name: str) -> None:
    assert converted(figure("3", name), COMMON[READ[name]]) is not None


@pytest.mark.parametrize(
    ("unit", "other", "turned"),
    [
        ("barrel", "litre", "159.0"),
        ("calorie", "joule", "4184.0"),
        ("dunam", "square metre", "1000.0"),
        ("inch of mercury", "hectopascal", "33.9"),
        ("kilotonne", "tonne", "1000.0"),
        ("terawatt hour", "gigawatt hour", "1000.0"),
        ("imperial gallon", "litre", "4.5"),
        ("gallon", "litre", "3.8"),
    ],
)
def test_a_unit_is_worth_what_the_news_means_by_it(unit: str, other: str, turned: str) -> None:
    found = converted(figure("1", unit), other)
    assert found is not None
    assert found.exact is not None
    assert found.exact.quantize(Decimal("0.1")) == Decimal(turned)


def test_ten_years_are_no_ratio_of_ten() -> None:
    assert converted(figure("3", "decade"), "year") is None

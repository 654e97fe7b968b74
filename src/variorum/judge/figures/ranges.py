"""Ranges of figures in one unit, with the room that rounding leaves.

Enters: `Figure`s. Leaves: `Range`s, and the same range in another unit where `pint` knows the way.
"""

from __future__ import annotations

import decimal
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from variorum.languages.registry import unit_kinds
from variorum.languages.units import PER, VOTE
from variorum.records import Figure

if TYPE_CHECKING:
    import pint

ARITHMETIC: Final = decimal.Context(prec=28)
"""In which figures are compared: what a program around this one has set changes nothing."""
WIDEST_ROUNDING: Final = Decimal("0.025")
"""Half a step of rounding never spans more than this share of the number."""
LOOSE_ROUNDING: Final = Decimal("0.1")
"""The same for "about" and "nearly"."""
TALLY: Final = VOTE.kind
"""The kind of votes and results, whose ends are two sides and no range."""
LEAST_ROUNDED: Final = Decimal(1_000)
"""Smaller whole numbers are counted out, not rounded."""
MONEY_OR_WEIGHT: Final = "pound"
_SPELLED: Final = {
    "barrel": "oil_barrel",
    "barrel of oil": "oil_barrel",
    "brake horsepower": "horsepower",
    "calorie": "kilocalorie",
    "celsius": "degree_Celsius",
    "dram": "fluid_dram",
    "fahrenheit": "degree_Fahrenheit",
    "inch of mercury": "inch_Hg",
    "millimetre of mercury": "mmHg",
    "newton metre": "(newton*metre)",
    "pound of force": "pound_force",
    "pound-foot": "foot_pound",
    "second squared": "second**2",
    "us therm": "US_therm",
}
"""Our name → `pint`'s; its own "barrel" is one of ale, its "calorie" a thousandth of what food has."""
_DUNAM: Final = "dunam = 1000 * metre ** 2"
"""CLDR's, which `pint` has not."""
_OTHERWISE: Final = frozenset({"decade", "decibel"})
"""Logarithms of ratios in `pint`: a decade there is no ten years, and none makes a rate."""
_PER: Final = f" {PER} "
"""What joins a unit and what it is divided by in their name."""
_POWERS: Final = {"square": 2, "cubic": 3}


class Range(Struct, frozen=True):
    """From `low` to `high`, ``None`` for open; `slack` is half a step of rounding at either end."""

    low: Decimal | None
    high: Decimal | None
    slack: Decimal

    @property
    def exact(self) -> Decimal | None:
        """Return the one number of a range that is a point."""
        return self.low if self.low == self.high else None

    @property
    def is_open(self) -> bool:
        """Tell whether one end is open."""
        return self.low is None or self.high is None

    @property
    def number(self) -> Decimal | None:
        """Return the number that a bound or an exact figure states, ``None`` for a range."""
        if self.is_open:
            return self.high if self.low is None else self.low
        return self.exact


def kind(figure: Figure) -> str | None:
    """Return what the unit measures, ``None`` for a plain count."""
    return unit_kind(figure.unit)


def unit_kind(unit: str | None) -> str | None:
    """Return what a unit's name measures, ``None`` for what is counted one by one."""
    name = (unit or "").split(_PER)[0]
    known = unit_kinds().get(name)
    return f"{known} rate" if known and _PER in (unit or "") else known


def range_of(figure: Figure) -> Range:
    """Return a figure's range; a change told by its two ends counts as the end it led to."""
    low, high = _number(figure.low), _number(figure.high)
    if figure.change and figure.value is None and low is not None and high is not None:
        end = high if figure.change == "up" else low
        low = high = end
    loose = figure.approximator in ("about", "nearly")
    return Range(low, high, _slack(figure, low if low is not None else high, loose=loose))


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _slack(figure: Figure, number: Decimal | None, *, loose: bool) -> Decimal:
    """Half a step of the last digit written, for large or fractional numbers; a step if loose."""
    if number is None or not number or figure.value is None:
        return Decimal(0)
    step = Decimal(1).scaleb(number.normalize().adjusted() + 1 - _digits(number))
    if abs(number) < LEAST_ROUNDED and step >= 1 and kind(figure) is None and not loose:
        return Decimal(0)
    if loose:
        return min(max(step, abs(number) * LOOSE_ROUNDING / 2), abs(number) * LOOSE_ROUNDING)
    return min(step / 2, abs(number) * WIDEST_ROUNDING)


def _digits(number: Decimal) -> int:
    """Return how many significant digits a number has: 5,500,000 has two."""
    return len(number.normalize().as_tuple().digits)


def converted(figure: Figure, unit: str | None) -> Range | None:
    """Return a figure's range in `unit`; ``None`` where one does not turn into the other."""
    own = range_of(figure)
    counts = kind(figure) is None and unit_kind(unit) is None
    if figure.unit == unit or counts:
        return own
    if {figure.unit, unit} == {"fraction", "percentage"}:
        return _scaled(own, Decimal(100) if unit == "percentage" else Decimal("0.01"))
    if figure.unit is None or unit is None or kind(figure) == TALLY or _is_money(figure):
        return None
    return _by_pint(own, figure.unit, unit)


def _is_money(figure: Figure) -> bool:
    return "currency" in (kind(figure) or "")


def _scaled(own: Range, factor: Decimal) -> Range:
    low = None if own.low is None else own.low * factor
    high = None if own.high is None else own.high * factor
    return Range(low, high, own.slack * factor)


def _by_pint(own: Range, start: str, end: str) -> Range | None:
    source, target = _unit(start), _unit(end)
    if source is None or target is None or not source.is_compatible_with(target):
        return None
    low, high = (_moved(number, source, target) for number in (own.low, own.high))
    widest = max(abs(number) for number in (low, high) if number is not None)
    before = max(abs(number) for number in (own.low, own.high) if number is not None)
    share = own.slack / before if before else Decimal(0)
    return Range(low, high, max(share, WIDEST_ROUNDING) * widest)


def _moved(number: Decimal | None, source: pint.Unit, target: pint.Unit) -> Decimal | None:
    if number is None:
        return None
    return Decimal(repr(_registry().Quantity(float(number), source).to(target).magnitude))


@cache
def _registry() -> pint.UnitRegistry[float]:
    import pint

    registry: pint.UnitRegistry[float] = pint.UnitRegistry(cache_folder=None)
    registry.define(_DUNAM)
    return registry


def _unit(name: str) -> pint.Unit | None:
    """Return pint's unit for one of our names; only names that a language has are looked up."""
    parts = name.split(_PER)
    money = unit_kinds().get(parts[0]) in (None, "currency") or name == MONEY_OR_WEIGHT
    return None if money or not _OTHERWISE.isdisjoint(parts) else _of_pint(tuple(parts))


@cache
def _of_pint(parts: tuple[str, ...]) -> pint.Unit | None:
    import pint

    try:
        return _registry().Unit("/".join(_spelled(part) for part in parts))
    except (pint.UndefinedUnitError, pint.DefinitionSyntaxError, ValueError, AttributeError):
        return None


def _spelled(name: str) -> str:
    first, _, rest = name.partition(" ")
    if first in _POWERS and rest:
        return f"{rest.replace(' ', '_')}**{_POWERS[first]}"
    return _SPELLED.get(name) or name.replace(" ", "_").replace("-", "_")

"""Units of measure as CLDR has them in American and British English, and with prefixes of the SI.

Enters: the CLDR data that comes with babel; units of the SI that only `pint` knows. Leaves: the
tables of `variorum.languages.en.cldr.units`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import pint
from babel import Locale
from msgspec import Struct

SPELLINGS = ("en", "en_GB")
"""What two units are called goes to the one that the earlier has by it: a "gallon" is the American."""
NO_UNITS = frozenset({"temperature-generic", "pressure-gasoline-energy-density", "speed-beaufort"})
"""These qualify a number or another unit, or stand before the number."""
KINDS = {
    "concentr-percent": "share",
    "concentr-permille": "share",
    "concentr-permyriad": "share",
    "force-kilowatt-hour-per-100-kilometer": "consumption",
    "concentr": "concentration",
    "duration": "time",
    "digital": "information",
    "graphics": "information",
}
"""What units measure, by identifier or its first word, where records call it otherwise than babel."""
PREFIXES = ("10p-6", "10p-3", "10p3", "10p6", "10p9", "10p12")
"""From micro to tera, by CLDR's names for the powers of ten; what else is printed CLDR has itself."""
PREFIXED = [
    "electric-ampere",
    "electric-ohm",
    "electric-volt",
    "energy-electronvolt",
    "energy-joule",
    "force-newton",
    "frequency-hertz",
    "length-meter",
    "mass-gram",
    "mass-tonne",
    "power-watt",
    "pressure-bar",
    "pressure-pascal",
    "volume-liter",
]
"""Units that papers print with prefixes; CLDR has some of these and not the others."""
OF_PINT = {
    "ampere_hour": "electric",
    "becquerel": "radioactivity",
    "coulomb": "electric",
    "farad": "electric",
    "sievert": "dose",
    "watt_hour": "energy",
}
"""Units of the SI, or used with it, that CLDR does not have, and what they measure."""


class Written(Struct, frozen=True):
    """A unit in one spelling: what it measures, its names, its short forms.

    Names are in lower case, the singular first; `short` and `narrow` are as CLDR writes them.
    """

    kind: str
    names: tuple[str, ...]
    short: tuple[str, ...]
    narrow: tuple[str, ...] = ()


Rows = dict[str, list[str]]


def tables() -> tuple[dict[str, str], Rows, Rows]:
    """Return by each unit's name what it measures, its names and its short forms, each only once."""
    called = list(_called())
    taken: set[str] = set()
    names = _owned(((name, one.names) for name, one in called), taken)
    short = _owned(((name, one.short) for name, one in called), taken)
    narrow = _owned(((name, one.narrow) for name, one in called), taken)
    kinds = {name: one.kind for name, one in reversed(called) if name in names}
    shorts = {name: short.get(name, []) + narrow.get(name, []) for name in short | narrow}
    return kinds, names, shorts


def _owned(called: Iterable[tuple[str, tuple[str, ...]]], taken: set[str]) -> Rows:
    """Give each form to the first unit that has it."""
    held: Rows = {}
    for name, forms in called:
        free = [form for form in dict.fromkeys(forms) if form not in taken]
        taken.update(free)
        if free:
            held.setdefault(name, []).extend(free)
    return held


def _called() -> Iterator[tuple[str, Written]]:
    """Yield every unit under its name: the American singular, as Britain spells metres and litres."""
    spelled = [_units(code) for code in SPELLINGS]
    names = {key: _name(one) for key, one in spelled[0].items()}
    for units in spelled:
        yield from ((names[key], one) for key, one in units.items())
    bases = (units[key] for units in spelled for key in PREFIXED)
    for base in (*bases, *_of_pint()):
        yield from ((_name(one), one) for one in (base, *_prefixed(base)))


def _name(unit: Written) -> str:
    return re.sub(r"(met|lit)er(s?)\b", r"\1re\2", unit.names[0])


def _units(code: str) -> dict[str, Written]:
    """Return the units of one spelling by CLDR's identifiers."""
    data = Locale.parse(code)._data
    return {
        key: _written(key, forms, data["unit_display_names"][key])
        for key, forms in sorted(data["unit_patterns"].items())
        if "one" in forms.get("long", {}) and key not in NO_UNITS
    }


def _written(key: str, forms: Mapping[str, Mapping[str, str]], shown: Mapping[str, str]) -> Written:
    """Make a unit of patterns ("{0} km") and of what CLDR shows of it in a list."""
    long, short, narrow = (
        _bare([forms[width][count] for count in ("one", "other")] + [shown[width]])
        for width in ("long", "short", "narrow")
    )
    kind = KINDS.get(key) or KINDS.get(key.partition("-")[0], key.partition("-")[0])
    return Written(
        kind, tuple(name.lower().replace("imp.", "imperial") for name in long[:2]), short, narrow
    )


def _bare(patterns: Iterable[str]) -> tuple[str, ...]:
    return tuple(pattern.replace("{0}", "").strip() for pattern in patterns)


# --- prefixes ------------------------------------------------------------------------------------


def _prefixed(base: Written) -> Iterator[Written]:
    """Yield a unit of one word with each prefix; of its short forms the sign takes it."""
    patterns = Locale.parse(SPELLINGS[0])._data["compound_unit_patterns"]
    words = [name for name in base.names if not name.startswith("metric ")]
    for power in PREFIXES if words else ():
        whole, sign = (patterns[power][width]["prefix"] for width in ("long", "short"))
        names = tuple(whole.format(name) for name in words)
        yield Written(base.kind, names, (sign.format(base.short[0]),))


def _of_pint() -> Iterator[Written]:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(cache_folder=None)
    for key, kind in OF_PINT.items():
        unit = registry._units[key]
        name = unit.name.replace("_", " ")
        yield Written(kind, (name, f"{name}s"), (unit.symbol,))

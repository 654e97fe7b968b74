"""English for units and tallies: how they are written, and the one name they go by.

Enters: CLDR's names and short forms (`languages.en.cldr.units`). Leaves: `UNITS` (folded lower-case
wording → `Unit`), `SYMBOLS` (exact case); what shows that two numbers side by side are votes or a
result. Names are the singular English ones that NewsQuant's guidelines use ("kilometre",
"dollar", "percentage", "year of age").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from variorum.languages.en.cldr import units as cldr
from variorum.languages.tables import phrase_set, word_set
from variorum.languages.units import SCORE, TIMES, VOTE, YEAR_OF_AGE, Unit

AGES: Final = ("year", "month", "week", "day")

CALLED: Final = {name: row.split(": ")[1].split("|") for name, row in cldr.UNITS.items()}
SHORT: Final = {name: row.split(": ")[2].split("|") for name, row in cldr.UNITS.items()}
"""CLDR's names and short forms, by its own name for a unit."""
OWN_NAMES: Final = {
    "ampere hour": "ampere-hour",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "kilocalorie": "calorie",
    "light year": "light-year",
    "metric ton": "tonne",
    "milliampere hour": "milliampere-hour",
    "newton-metre": "newton metre",
    "percent": "percentage",
    "pound-force per square inch": "psi",
    "pound-force-foot": "pound-foot",
}
"""Records have these by another name than CLDR's; the calories of the news are kilocalories."""
UNREAD: Final = phrase_set("""
atmosphere|bar|bit|cup|dalton|degree|dot|drop|em|g-force|grain|item|jigger|light|mole|newton|night|pinch
|point|quarter|revolution|stone|dessert spoon|imperial dessert spoon|metric cup|metric pint|earth mass
|earth radius|mile-scandinavian|solar luminosity|solar mass|solar radius
""")
"""Units of CLDR that are other things in the news, names, or not in it: "five cups", "in 1998 Dalton"."""
FAMILIAR: Final = word_set("""
amp bbl btu cal cm dm ft gal ghz gw gwh ha hp hpa hr hrs hz kg khz kj km kv kw kwh lb mg mi min ml mm
mpg mph ms nmi oz ppb ppm psi px rad sec tsp twh wk wks yd yr yrs % ‰
""")
"""Short forms of up to three letters that mean nothing else in the news, in whatever case they stand.

The rule for these is `is_plain`, and `is_mixed` for what is read in exact case only."""
LETTERS: Final = word_set("A F L V W g h l m mW nm s t")
"""Those that are read as they stand, right after a number in figures: see `SYMBOLS`."""
MICRO: Final = str.maketrans("μ", "µ")
"""The sign for the letter; CLDR writes the letter."""
DIGITS: Final = str.maketrans("²³", "23")
POWERS: Final = {"square": ("square", "sq", "sq."), "cubic": ("cubic", "cu", "cu.")}
DEGREE_SCALES: Final = {
    "celsius": "celsius|celcius|centigrade|centigrate|c",
    "fahrenheit": "fahrenheit|farenheit|f",
}
"""What stands after degrees; one letter only there."""
PRINTED: Final = """
kilometre=kms,klick|centimetre=cms|millimetre=mms|micrometre=micron|yard=yds
square kilometre=sq kms,sq. kms,square kms|square foot=sqft|barrel=bbls
litre=ltr|millilitre=mls|gallon=gals|cubic centimetre=cc
kilogram=kgs,kilo,kilogramme|gram=gramme|milligram=milligramme|microgram=mcg|pound=lbs
kilometre per hour=kph,kmh,kmph|knot=kts|megawatt=mw|horsepower=horse-power|megawatt hour=mwh
milliampere=ma|milliampere-hour=mah|megahertz=mhz|megajoule=mj|millisievert=msv
gigabyte=gb|megabyte=mb|kilobyte=kb|terabyte=tb|calorie=cals,kcals
pound-foot=pound-foot,pound-feet,lb-ft,lb ft,pound feet,pound-feet of torque
newton metre=nm of torque|percentage=percentage,pct,pct.|celsius=℃|fahrenheit=℉
volume: barrel of oil=barrels of oil
mass: short ton=|long ton=|megaton=|kiloton=
frequency: revolutions per minute=rpm|frames per second=fps
time: fortnight=
power: brake horsepower=bhp
angle or temperature: degree=deg,deg.,°
information: bit per second=bits per second|megabit per second=mbps
electric: decibel=db
share: percentage point=% points,percent points,pp|basis point=bps
point: point=
magnitude: magnitude=
"""
"""What papers print beside CLDR's forms, or mean by them: "Mb" is a megabyte as often as a megabit.
Before units that CLDR does not have stands what they measure."""


def is_plain(form: str) -> bool:
    """Tell a short form that can be nothing else: one of four letters, with a sign, or familiar."""
    letters = sum(letter.isascii() and letter.isalpha() for letter in form)
    sign = any(not letter.isascii() or letter in "/-" for letter in form)
    return letters > 3 or (letters > 0 and sign) or form.lower() in FAMILIAR


def is_mixed(form: str) -> bool:
    """Tell one that its capitals keep apart from words: "kPa" and "mW", unlike "MW" and "Pa"."""
    return form.isalpha() and form[1:] != form[1:].lower() and not form.isupper()


def _rows(table: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield each form of the units that are read, with the unit's name."""
    for name in sorted(table.keys() - UNREAD):
        forms = (form for held in table[name] for form in (held, held.translate(MICRO)))
        yield from ((form, OWN_NAMES.get(name, name)) for form in forms if form)


def _short() -> dict[str, str]:
    """Return plain short forms in lower case; of two units the one that is written so has it."""
    plain = {form: name for form, name in _rows(SHORT) if is_plain(form)}
    owners: dict[str, set[str]] = {}
    for form, name in plain.items():
        owners.setdefault(form.lower(), set()).add(name)
    sole = {form: min(names) for form, names in owners.items() if len(names) == 1}
    return sole | {form: name for form, name in plain.items() if form.islower()}


def _named() -> dict[str, str]:
    """Return names as CLDR has them, and with hyphens for spaces or the other way round."""
    return {
        form: name
        for written, name in _rows(CALLED)
        for form in (written.replace("-", " "), written.replace(" ", "-"), written)
    }


def _powers() -> dict[str, str]:
    """Return "sq. km", "square km" and "km2" for what is squared, and the like for cubes."""
    held: dict[str, str] = {}
    for name in CALLED:
        power, _, root = name.partition(" ")
        forms = CALLED.get(root, []) + SHORT.get(root, [])
        held |= {f"{sign} {form}": name for sign in POWERS.get(power, ()) for form in forms}
        raised = (form for form in SHORT[name] if form.endswith(("m²", "m³")))
        held |= {form.translate(DIGITS): name for form in raised}
    return held


def printed() -> dict[str, Unit]:
    """Return what stands in `PRINTED`, with plurals made by rule."""
    held: dict[str, Unit] = {}
    for line in PRINTED.strip().splitlines():
        kind, _, items = line.rpartition(": ")
        for name, _, written in (item.partition("=") for item in items.split("|")):
            words = [name, *written.split(",")] if kind else written.split(",")
            unit = Unit(name, kind or KINDS[name])
            held |= {form: unit for word in words if word for form in (word, _plural(word))}
    return held


def _plural(name: str) -> str:
    head, *rest = name.split(" per ", 1)
    head = head if head.endswith(("s", "z")) or not head[-1].isalpha() else head + "s"
    return " per ".join([head, *rest])


KINDS: Final = {OWN_NAMES.get(name, name): row.split(": ")[0] for name, row in cldr.UNITS.items()}
GIVEN: Final = {
    form: Unit(name, KINDS[name]) for form, name in (_short() | _named() | _powers()).items()
}
_DEGREES: Final = {
    f"{sign}{scale}": Unit(name, "temperature")
    for name, scales in DEGREE_SCALES.items()
    for scale in scales.split("|")
    for sign in ("degree ", "degrees ", "deg ", "deg. ", "° ", "°", *([""] if scale[1:] else ()))
}
UNITS: Final = (
    GIVEN
    | _DEGREES
    | printed()
    | {"times": TIMES, "yo": Unit("year of age", "age"), "y/o": Unit("year of age", "age")}
)
"""Longest wording first is the reader's business."""


DECIMAL_COMMA_BEFORE: Final = (
    "million|mln|mio|billion|bln|bn|trillion|trn|lakh|crore|m|M|k|kg|km|cm|mm|ml|tons?|tonnes?"
    "|kilograms?|kilos?|grams?|kilomet(?:er|re)s?|met(?:er|re)s?|centimet(?:er|re)s?|miles?"
    "|lit(?:er|re)s?|hectares?|per cent|percent|percentage points?|degrees?|megawatts?|magnitude"
)
"""What shows, after a comma and one or two digits, that the comma is a decimal one (a pattern)."""


_EXACT: Final = {
    form: Unit(name, KINDS[name])
    for form, name in _rows(SHORT)
    if form in LETTERS or ((is_plain(form) or is_mixed(form)) and form.lower() not in UNITS)
}
SYMBOLS: Final = _EXACT | {
    "C": Unit("celsius", "temperature"),
    "Nm": Unit("newton metre", "torque"),
    "p": Unit("penny", "currency"),
}
"""Letters whose case matters; taken only right after a number in figures."""
OF_WEATHER: Final = {"F": Unit("fahrenheit", "temperature")}
"""Of these, the ones that mean something else touching the number or after whole degrees: "59F", "100 F"."""
PRIMES: Final = {"'": Unit("foot", "length"), '"': Unit("inch", "length")}

MORE: Final = word_set("more additional further extra full whole")
"""May stand between a number and its unit: "three more weeks"."""
RATES: Final = word_set("per a an each every /")
"""Words between a unit and what it is divided by: "$3,500 a month", "hours per week"."""
RATED: Final = word_set(
    "second minute hour day night week month year annum century decade person capita head "
    "child share gram kilogram kilo tonne ton litre liter gallon barrel ounce pound mile "
    "kilometre kilometer metre meter acre hectare game match episode household family bottle "
    "unit dozen inhabitant inhabitants km kg m l cm2 m2 km2 h s hectares vote ticket visit "
    "user mwh kwh"
)
"""What a rate may be "per" when it is written with an article."""
RATED_NAMES: Final = {"annum": "year", "liter": "litre", "kilometer": "kilometre", "km": "kilometre",
                      "kg": "kilogram", "kilo": "kilogram", "meter": "metre", "m": "metre",
                      "l": "litre", "h": "hour", "s": "second", "cm2": "square centimetre",
                      "m2": "square metre", "km2": "square kilometre"}  # fmt: skip


PARTS: Final = {
    "dollar": ("cent", 100),
    "euro": ("cent", 100),
    "pound sterling": ("penny", 100),
    "foot": ("inch", 12),
    "pound": ("ounce", 16),
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
"""Units that are said with a smaller one behind, and how many of those they hold."""
NOT_A_RATE: Final = word_set("earlier ago later before after half")
"""After "a year", what makes it a date: "from $2 million a year earlier"."""
CAREFUL: Final = frozenset({"second"})
"""Units whose singular is also an ordinal: only after a hyphen or after one."""
OLD: Final = frozenset({"old", "olds"})
AGED: Final = frozenset({"aged", "age", "ages"})
DYING: Final = frozenset({"die", "dead"})
AGE_AT: Final = frozenset({"at"})
MAGNITUDE: Final = "magnitude"

COUNTED: Final = {VOTE.name: ("votes", "vote"), SCORE.name: ("score", "score")}
"""Unit → what a tally counts, and the lemma of its head."""

VOTE_CUES: Final = word_set(
    "vote votes voted voting ballot motion ruled ruling abstention abstentions approved rejected "
    "backed passed split"
)
SCORE_CUES: Final = word_set(
    "win won wins winning beat beats beaten lose lost loses losing defeat defeated defeats victory "
    "draw drew drawn score thrash thrashed triumph triumphed edged routed aggregate"
)
OWN_NOUNS: Final = word_set(
    "vote votes goal goals point points set sets run runs game games frames"
)
"""Between the two numbers: "seven votes to five"."""
BEFORE_SPELLED: Final = word_set("by voted vote was of won lost beat split ruled")
"""Right before a tally told by "to"; without one of these it may be a stretch."""
AFTER_SPELLED: Final = word_set("vote majority decision ruling")
NO_TALLY: Final = word_set("odds ratio record favourite favorite outsider formation scale")
"""Nearby, these show that the pair is something else ("odds of 8-1", "a 10-4 record")."""
BEFORE: Final = dict.fromkeys(AGED, YEAR_OF_AGE) | {MAGNITUDE: UNITS[MAGNITUDE]}
MEASURED_IN: Final = {"quake": UNITS[MAGNITUDE]}
SCALES: Final = {"richter": UNITS[MAGNITUDE]}
ON_THE: Final = ["on", "the"]
OF_AGE: Final = ["of", "age"]
GLUED_ONLY: Final = frozenset("p")
